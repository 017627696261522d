//! Units and measure words, from `catalogue/lexicon/units.tsv` (surface, kind, factor, canonical).

use crate::smart::text::{at, slice};
use std::collections::HashMap;
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

fn units() -> &'static HashMap<&'static str, Unit> {
    static UNITS: OnceLock<HashMap<&'static str, Unit>> = OnceLock::new();
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
                    word,
                    Unit {
                        kind,
                        seconds: f.next().and_then(|s| s.parse().ok()),
                    },
                ))
            })
            .collect()
    })
}

/// The longest unit at `i`: its kind and end. ASCII units end at a word boundary.
pub(crate) fn unit_at(c: &[char], i: usize) -> Option<(UnitKind, usize)> {
    let longest = if at(c, i).is_ascii_alphabetic() {
        16
    } else {
        6
    };
    (1..=longest).rev().find_map(|n| {
        let e = i + n;
        if e > c.len() || (at(c, i).is_ascii_alphabetic() && at(c, e).is_ascii_alphanumeric()) {
            return None;
        }
        units().get(slice(c, i, e).as_str()).map(|u| (u.kind, e))
    })
}

/// Seconds in one `unit`, when it is a length of time.
pub(crate) fn time_factor(unit: &str) -> Option<f64> {
    units()
        .get(unit.to_lowercase().trim())
        .filter(|u| u.kind == UnitKind::Time)
        .and_then(|u| u.seconds)
}
