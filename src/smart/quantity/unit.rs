//! Units and measure words, from `catalogue/lexicon/units.tsv` (surface, kind, factor, canonical).

use crate::smart::hash::{self, Table};
use crate::smart::text::at;
use std::sync::OnceLock;

const TABLE: &str = include_str!("../../../catalogue/lexicon/units.tsv");

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    Money,
    Time,
    Dim,
    Count,
}

struct Unit {
    kind: UnitKind,
    seconds: Option<f64>,
}

fn units() -> &'static Table<Unit> {
    static UNITS: OnceLock<Table<Unit>> = OnceLock::new();
    UNITS.get_or_init(|| {
        TABLE
            .lines()
            .filter_map(|l| {
                let mut f = l.split('\t');
                let word = f.next()?;
                let kind = match f.next()? {
                    "money" => UnitKind::Money,
                    "time" => UnitKind::Time,
                    "dim" => UnitKind::Dim,
                    _ => UnitKind::Count,
                };
                Some((
                    key(word),
                    Unit {
                        kind,
                        seconds: f.next().and_then(|s| s.parse().ok()),
                    },
                ))
            })
            .collect()
    })
}

fn key(word: &str) -> u64 {
    word.chars().fold(hash::START, hash::step)
}

/// The longest unit at `i`: its kind and end. ASCII units end at a word boundary.
pub(crate) fn unit_at(c: &[char], i: usize) -> Option<(UnitKind, usize)> {
    let ascii = at(c, i).is_ascii_alphabetic();
    let longest = if ascii { 19 } else { 7 };
    let (mut h, mut best) = (hash::START, None);
    for (k, ch) in (i..).zip(c.iter().skip(i).take(longest)) {
        h = hash::step(h, *ch);
        // The list has the singular of money and measures.
        let plural = ascii && k > i && at(c, k + 1) == 's' && !at(c, k + 2).is_ascii_alphanumeric();
        if ascii && at(c, k + 1).is_ascii_alphanumeric() && !plural {
            continue;
        }
        if let Some(u) = units().get(&h).filter(|u| !plural || u.seconds.is_none()) {
            best = Some((u.kind, k + 1 + usize::from(plural)));
        }
    }
    best
}

/// Seconds in one `unit`, when it is a length of time.
pub(crate) fn time_factor(unit: &str) -> Option<f64> {
    units()
        .get(&key(unit.to_ascii_lowercase().trim()))
        .filter(|u| u.kind == UnitKind::Time)
        .and_then(|u| u.seconds)
}
