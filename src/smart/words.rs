//! Words with a class and a number: `catalogue/lexicon/time.tsv` and `catalogue/lexicon/figures.tsv`.
//!
//! A line is a class, a value and its words, where `_` stands for a space. A value is a number or a unit of time (`week`,
//! `week*2`). All beginnings of a word are in the table, so that a walk stops at the first character that fits nothing.

use std::sync::OnceLock;

use super::hash::{self, Table};
use super::text::at;

const SOURCES: [&str; 2] = [
    include_str!("../../catalogue/lexicon/time.tsv"),
    include_str!("../../catalogue/lexicon/figures.tsv"),
];

/// The class of a word; the order is that of [`NAMES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// Days from today.
    Day,
    /// Units from the present one: this 0, next 1, last -1.
    Shift,
    /// A unit, as `Unit` * 100 + how many of it.
    Unit,
    /// A Chinese unit in a length (个月), in the calendar (月), after 每, in 年底, a Chinese rate (逐月).
    Length,
    Calendar,
    Each,
    Tail,
    Every,
    /// An English rate: weekly.
    Adverb,
    Month,
    Weekday,
    /// A Chinese year by its distance.
    Year,
    /// A holiday: month and day, or 2000 + a lunar one, or 3000 + a moving one.
    Holiday,
    /// Early 1, middle 2, end 3, earlier 4, later 5, rest 6.
    Part,
    Quarter,
    Half,
    /// A count in words that are no numerals: a couple of.
    Few,
    /// What stands between two ends: 0, or 1 for words that need `between`.
    Between,
    /// Words in front of an expression, read backwards.
    Lead,
    /// Words that open (2 since, 3 after) or close (4 until, 5 before) a range, read backwards.
    Open,
    /// Numerals in English: values below 100, scales, ordinals and denominators.
    Low,
    Scale,
    Ordinal,
    /// Small coins, as a part of the amount before.
    Coin,
    /// What follows a Chinese expression: 1 end, 2 beginning, 3 middle, 5 within, 6 after, 7 since; 0 none of these.
    Suffix,
    /// Around a time, to tell what it does: read backwards unless said otherwise.
    Compared,
    /// Forward: 1 a baseline whatever else, 2 a baseline.
    Reference,
    Dated,
    Opening,
    Measured,
    /// Forward.
    Counted,
    /// Forward.
    Onward,
    Host,
    /// Forward.
    Recurring,
    Value,
    Happening,
    /// Words with a numeral in them that are no number.
    Not,
    /// Comparisons in front, read backwards, and behind: 1 at least, 2 more, 3 at most, 4 less, 5 about; 0 is none.
    Limit,
    Limited,
    /// Units with the factor to a point or a per cent.
    Points,
    Percent,
    /// Words that begin with 成, 折 or 打 and count nothing.
    Fixed,
    /// A relative change in per cent.
    Change,
}

const NAMES: [&str; 43] = [
    "day",
    "shift",
    "unit",
    "length",
    "calendar",
    "each",
    "tail",
    "every",
    "adverb",
    "month",
    "weekday",
    "year",
    "holiday",
    "part",
    "quarter",
    "half",
    "few",
    "between",
    "lead",
    "open",
    "low",
    "scale",
    "ordinal",
    "coin",
    "suffix",
    "compared",
    "reference",
    "dated",
    "opening",
    "measured",
    "counted",
    "onward",
    "host",
    "recurring",
    "value",
    "happening",
    "not",
    "limit",
    "limited",
    "points",
    "percent",
    "fixed",
    "change",
];

/// Classes whose words are read backwards.
const BACK: [&str; 10] = [
    "limit",
    "lead",
    "open",
    "compared",
    "dated",
    "opening",
    "measured",
    "host",
    "value",
    "happening",
];

const UNITS: [&str; 10] = [
    "second", "minute", "hour", "day", "workday", "week", "month", "quarter", "halfyear", "year",
];

fn value(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| {
        let (unit, n) = text.split_once('*').unwrap_or((text, "1"));
        let place = UNITS.iter().position(|u| *u == unit).unwrap_or(0);
        f64::from(u32::try_from(place).unwrap_or(0)) * 100.0 + n.parse().unwrap_or(1.0)
    })
}

fn table() -> &'static Table<Option<f64>> {
    static TABLE: OnceLock<Table<Option<f64>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::default();
        for line in SOURCES.iter().flat_map(|s| s.lines()) {
            let mut cells = line.split('\t');
            let (Some(name), Some(v), Some(list)) = (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let Some(tag) = NAMES.iter().position(|n| *n == name) else {
                continue;
            };
            let back = BACK.contains(&name);
            for word in list.split(' ') {
                let mut letters: Vec<char> = word
                    .chars()
                    .map(|c| if c == '_' { ' ' } else { c })
                    .collect();
                if back {
                    letters.reverse();
                }
                let mut h = start(tag);
                for c in letters {
                    h = hash::step(h, c);
                    table.entry(h).or_insert(None);
                }
                table.insert(h, Some(value(v)));
            }
        }
        table
    })
}

fn start(tag: usize) -> u64 {
    u32::try_from(tag)
        .ok()
        .and_then(char::from_u32)
        .map_or(hash::START, |c| hash::step(hash::START, c))
}

/// The longest word of the class at `i`: its value and end. A Latin word ends where its letters end.
pub(crate) fn find(c: &[char], i: usize, tag: Tag) -> Option<(f64, usize)> {
    let latin = at(c, i).is_ascii_alphanumeric();
    let (mut h, mut best) = (start(tag as usize), None);
    for (k, ch) in c.iter().enumerate().skip(i) {
        h = hash::step(h, *ch);
        let Some(v) = table().get(&h) else { break };
        let cut = latin && ch.is_ascii_alphanumeric() && at(c, k + 1).is_ascii_alphanumeric();
        if let Some(v) = v.filter(|_| !cut) {
            best = Some((v, k + 1));
        }
    }
    best
}

/// The longest word of the class that ends at `end`: its value and start.
pub(crate) fn before(c: &[char], end: usize, tag: Tag) -> Option<(f64, usize)> {
    let (mut h, mut best) = (start(tag as usize), None);
    for k in (0..end.min(c.len())).rev() {
        h = hash::step(h, at(c, k));
        let Some(v) = table().get(&h) else { break };
        let cut = k > 0 && at(c, k).is_ascii_alphanumeric() && at(c, k - 1).is_ascii_alphanumeric();
        if let Some(v) = v.filter(|_| !cut) {
            best = Some((v, k));
        }
    }
    best
}

/// [`find`] with a whole number.
pub(crate) fn number(c: &[char], i: usize, tag: Tag) -> Option<(i32, usize)> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the data has small numbers"
    )]
    find(c, i, tag).map(|(v, e)| (v as i32, e))
}
