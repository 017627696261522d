//! Calendar days as people write them.

use crate::model::Lang;
use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// 2027 年 6 月 30 日 / 30 June 2027.
pub fn date(date: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{} 年 {} 月 {} 日", date.year(), date.month(), date.day()),
        Lang::En => {
            let month = MONTHS
                .get(date.month0() as usize)
                .copied()
                .unwrap_or_default();
            format!("{} {month} {}", date.day(), date.year())
        }
    }
}

/// Days as 2027-06-30 in a text of the user, written out for the reader. Numbers of files and
/// orders that look alike stay: a day stands alone.
pub(crate) fn write_dates(text: &str, lang: Lang) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let before = out.chars().last();
        if let Some((day, after)) = leading_day(rest).filter(|_| !before.is_some_and(joins)) {
            if lang == Lang::Zh && before.is_some_and(is_han) {
                out.push(' ');
            }
            out.push_str(&date(day, lang));
            let trimmed = after.trim_start_matches(' ');
            let tight = lang == Lang::Zh && trimmed.starts_with(is_han);
            rest = if tight { trimmed } else { after };
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// A letter, figure or mark that makes one word with the figures beside it.
fn joins(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-/_.:".contains(c)
}

fn leading_day(text: &str) -> Option<(NaiveDate, &str)> {
    let (day, after) = text.split_at_checked(10)?;
    if !day.chars().all(|c| c.is_ascii_digit() || c == '-') {
        return None;
    }
    let mut next = after.chars();
    // A full stop that ends the sentence is not part of a number.
    let goes_on = match next.next() {
        Some('.' | ':') => next.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        Some(c) => joins(c),
        None => false,
    };
    if goes_on {
        return None;
    }
    Some((NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?, after))
}

/// The day as people write it, for finding it in a sentence; spaces are left out.
pub(crate) fn day_forms(day: NaiveDate) -> Vec<String> {
    let month = MONTHS
        .get(day.month0() as usize)
        .copied()
        .unwrap_or_default();
    let month = month.to_lowercase();
    let mut forms = vec![
        day.format("%Y-%m-%d").to_string(),
        day.format("%Y/%-m/%-d").to_string(),
        day.format("%-m月%-d日").to_string(),
        day.format("%-d").to_string() + &month,
        month.clone() + &day.format("%-d").to_string(),
    ];
    if day.succ_opt().is_some_and(|next| next.day() == 1) {
        forms.push(day.format("%-m月底").to_string());
        forms.push(format!("endof{month}"));
    }
    forms
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_out() {
        let day = NaiveDate::from_ymd_opt(2027, 6, 30).unwrap();
        assert_eq!(date(day, Lang::Zh), "2027 年 6 月 30 日");
        assert_eq!(date(day, Lang::En), "30 June 2027");
    }

    #[test]
    fn only_days_that_stand_alone_are_written_out() {
        let zh = |text| write_dates(text, Lang::Zh);
        assert_eq!(zh("到 2027-06-30，把"), "到 2027 年 6 月 30 日，把");
        assert_eq!(zh("自2027-06-30 起"), "自 2027 年 6 月 30 日起");
        assert_eq!(write_dates("By 2027-06-30.", Lang::En), "By 30 June 2027.");
        for same in [
            "OPS-2027-06-30",
            "2027-06-30-01",
            "2027-06-31",
            "2027-06",
            "v2027-06-30.1",
        ] {
            assert_eq!(zh(same), same);
        }
    }
}
