//! Folding: full width to half width, traditional to simplified, upper to lower case, look-alikes to one.
//!
//! Every character folds to exactly one character, so an offset in the folded text is the same offset in the original.

use super::hash::Table;

/// Traditional forms and, in the same order, the simplified ones. Only what goals use.
const TRADITIONAL: &str = include_str!("../../catalogue/lexicon/traditional.tsv");

/// Folds a text to characters of the same number and order.
pub(crate) fn fold(text: &str) -> Vec<char> {
    let table = table();
    text.chars().map(|c| one(c, table)).collect()
}

fn table() -> &'static Table<char> {
    static TABLE: std::sync::OnceLock<Table<char>> = std::sync::OnceLock::new();
    TABLE.get_or_init(|| {
        TRADITIONAL
            .lines()
            .filter_map(|l| {
                let mut c = l.chars().filter(|c| *c != '\t');
                Some((u64::from(u32::from(c.next()?)), c.next()?))
            })
            .collect()
    })
}

fn one(c: char, table: &Table<char>) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => {
            let half = char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
            half.to_ascii_lowercase()
        }
        '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200b}' | '\u{202f}' | '\u{feff}' => ' ',
        '￥' => '¥',
        '。' => '。',
        '≦' | '⩽' => '≤',
        '≧' | '⩾' => '≥',
        '–' | '—' | '―' | '−' | '‒' | '‐' | '‑' => '-',
        '〜' | '∼' => '~',
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '〇' => '零',
        'Ⅰ'..='Ⅻ' => "123456789abc"
            .chars()
            .nth(c as usize - 'Ⅰ' as usize)
            .unwrap_or(c),
        '①'..='⑨' => char::from_digit(c as u32 - '①' as u32 + 1, 10).unwrap_or(c),
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        _ => table.get(&u64::from(u32::from(c))).copied().unwrap_or(c),
    }
}
