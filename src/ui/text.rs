//! Small formats of the interface.

use ops_charter::model::Lang;

/// The number of a chapter as the outline shows it: 一 … in Chinese, 1 … in English.
pub(crate) fn chapter_number(number: usize, lang: Lang) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match (lang, number) {
        (Lang::Zh, 1..=99) => {
            let (tens, ones) = (number / 10, number % 10);
            let tens = match tens {
                0 => String::new(),
                1 => "十".to_owned(),
                _ => format!("{}十", DIGITS[tens % 10]),
            };
            format!("{tens}{}", DIGITS[ones])
        }
        _ => number.to_string(),
    }
}

/// A size in the unit that suits it.
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", bytes / 1024),
        _ => format!("{:.1} MB", bytes as f64 / 1_048_576.0),
    }
}
