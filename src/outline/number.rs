//! Printed numbers of headings and list items.

use super::{Numbering, WritingStyle};
use crate::model::Lang;

impl Numbering {
    /// What readers of the language expect.
    pub fn of(lang: Lang) -> Numbering {
        match lang {
            Lang::Zh => Numbering::Chinese,
            Lang::En => Numbering::Decimal,
        }
    }
}

/// Counts headings and gives their printed numbers.
#[derive(Clone, Debug)]
pub(crate) struct Counter {
    style: Numbering,
    counts: [usize; 4],
    /// Chapters as 第一章, as a document in clauses has them.
    chapters: bool,
    clauses: usize,
}

impl Counter {
    pub(crate) fn new(style: Numbering, writing: WritingStyle) -> Counter {
        Counter {
            style,
            counts: [0; 4],
            chapters: writing == WritingStyle::Clauses,
            clauses: 0,
        }
    }

    /// The number of the next clause; clauses count through the whole document.
    pub(crate) fn clause(&mut self) -> String {
        self.clauses += 1;
        match self.style {
            Numbering::Decimal => format!("{}.", self.clauses),
            Numbering::Chinese => format!("第{}条", chinese(self.clauses)),
        }
    }

    /// The number of the next heading of this level (1–4); deeper levels start again.
    pub(crate) fn next(&mut self, level: u8) -> String {
        let depth = usize::from(level.clamp(1, 4));
        for (index, count) in self.counts.iter_mut().enumerate() {
            if index + 1 == depth {
                *count += 1;
            } else if index + 1 > depth {
                *count = 0;
            }
        }
        let count = self.counts.get(depth - 1).copied().unwrap_or(1);
        if self.chapters {
            match (self.style, depth) {
                (Numbering::Chinese, 1) => return format!("第{}章\u{3000}", chinese(count)),
                (Numbering::Chinese, 2) => return format!("第{}节\u{3000}", chinese(count)),
                (Numbering::Decimal, 1) => return format!("Chapter {count}:"),
                _ => {}
            }
        }
        match self.style {
            Numbering::Decimal => {
                let parts: Vec<String> = self
                    .counts
                    .iter()
                    .take(depth)
                    .map(ToString::to_string)
                    .collect();
                parts.join(".")
            }
            Numbering::Chinese => match depth {
                1 => format!("{}、", chinese(count)),
                2 => format!("（{}）", chinese(count)),
                3 => format!("{count}."),
                _ => format!("（{count}）"),
            },
        }
    }
}

/// The number of a list item. `under` is the level of the heading above it, `depth` counts lists
/// within lists from 0; `index` from 0.
pub(crate) fn item(style: Numbering, under: u8, depth: usize, index: usize) -> String {
    let count = index + 1;
    match style {
        Numbering::Decimal if depth == 0 => format!("{count}."),
        Numbering::Decimal => format!("{})", letter(index)),
        // A list takes the next form that its heading has not used: 1. under （一）, （1） under 1.
        Numbering::Chinese if under < 3 && depth == 0 => format!("{count}."),
        Numbering::Chinese if (under < 3 && depth == 1) || (under >= 3 && depth == 0) => {
            format!("（{count}）")
        }
        Numbering::Chinese => circled(count),
    }
}

/// The number of an item under a clause.
pub(crate) fn sub_clause(style: Numbering, index: usize) -> String {
    match style {
        Numbering::Chinese => format!("（{}）", chinese(index + 1)),
        Numbering::Decimal => format!("({})", letter(index)),
    }
}

/// 第一步，, Step 1: before the sentence of a step.
pub(crate) fn step(lang: Lang, index: usize) -> String {
    match lang {
        Lang::Zh => format!("第{}步，", chinese(index + 1)),
        Lang::En => format!("Step {}: ", index + 1),
    }
}

/// 目标一, Goal 1: what a row without a short name goes by.
pub(crate) fn ordinal(lang: Lang, item: &str, index: usize) -> String {
    match lang {
        Lang::Zh => format!("{item}{}", chinese(index + 1)),
        Lang::En => {
            let mut chars = item.chars();
            let first: String = chars
                .next()
                .into_iter()
                .flat_map(char::to_uppercase)
                .collect();
            format!("{first}{} {}", chars.as_str(), index + 1)
        }
    }
}

fn letter(index: usize) -> String {
    u8::try_from(index)
        .ok()
        .filter(|index| *index < 26)
        .map_or_else(
            || (index + 1).to_string(),
            |index| char::from(b'a' + index).to_string(),
        )
}

fn circled(count: usize) -> String {
    u32::try_from(count)
        .ok()
        .filter(|count| (1..=20).contains(count))
        .and_then(|count| char::from_u32(0x2460 + count - 1))
        .map_or_else(|| format!("{count})"), String::from)
}

/// 一 to 九百九十九; beyond that the figure.
pub(crate) fn chinese(count: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: usize| DIGITS.get(n).copied().unwrap_or_default();
    match count {
        1..=9 => digit(count).to_owned(),
        10..=19 => format!("十{}", digit(count - 10)),
        20..=99 => format!("{}十{}", digit(count / 10), digit(count % 10)),
        100..=999 => {
            let rest = match count % 100 {
                0 => String::new(),
                rest @ 1..=9 => format!("零{}", digit(rest)),
                rest @ 10..=19 => format!("一{}", chinese(rest)),
                rest => chinese(rest),
            };
            format!("{}百{rest}", digit(count / 100))
        }
        _ => count.to_string(),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn chinese_headings_follow_the_office_order() {
        let mut counter = Counter::new(Numbering::Chinese, WritingStyle::Narrative);
        let numbers: Vec<String> = [1, 2, 3, 4, 3, 2, 1, 2]
            .into_iter()
            .map(|level| counter.next(level))
            .collect();
        assert_eq!(
            numbers,
            [
                "一、",
                "（一）",
                "1.",
                "（1）",
                "2.",
                "（二）",
                "二、",
                "（一）"
            ]
        );
    }

    #[test]
    fn english_headings_are_decimal() {
        let mut counter = Counter::new(Numbering::Decimal, WritingStyle::Narrative);
        let numbers: Vec<String> = [1, 2, 2, 3, 1, 2]
            .into_iter()
            .map(|level| counter.next(level))
            .collect();
        assert_eq!(numbers, ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]);
    }

    #[test]
    fn tens_are_spoken() {
        let spoken: Vec<String> = [1, 10, 11, 20, 21, 99, 100, 101, 110, 120, 215]
            .into_iter()
            .map(chinese)
            .collect();
        assert_eq!(
            spoken,
            [
                "一",
                "十",
                "十一",
                "二十",
                "二十一",
                "九十九",
                "一百",
                "一百零一",
                "一百一十",
                "一百二十",
                "二百一十五"
            ]
        );
    }

    #[test]
    fn list_numbers_differ_from_the_heading_above() {
        assert_eq!(item(Numbering::Chinese, 2, 0, 0), "1.");
        assert_eq!(item(Numbering::Chinese, 3, 0, 0), "（1）");
        assert_eq!(item(Numbering::Chinese, 2, 1, 1), "（2）");
        assert_eq!(item(Numbering::Chinese, 3, 1, 2), "③");
        assert_eq!(item(Numbering::Decimal, 2, 1, 1), "b)");
    }
}
