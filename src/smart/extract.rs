//! Numbers and time expressions of any text, overlapping as in public suites: a number inside a date or an amount counts too.

mod times;

use chrono::NaiveDate;

use super::fold::fold;
use super::lexicon;
use super::quantity::{self, Kind};
use super::text::{any_word, at, back, ends, skip, slice, word_start};
use super::time;
use super::types::{Entity, EntityType, Lang};

/// All entities, by their start.
#[must_use]
pub fn extract(input: &str, lang: Option<Lang>, today: NaiveDate) -> Vec<Entity> {
    let lang = lang.unwrap_or_else(|| Lang::detect(input));
    let orig: Vec<char> = input.chars().collect();
    let c = fold(input);
    let mut out = figures(&c, &orig, lang);
    out.extend(ordinals(&c, &orig));
    out.extend(shares(&c, &orig));
    let tokens = lexicon::tokens(&c);
    let mut times = time::scan::<true>(&c, &orig, lang, today);
    time::classify(&c, &mut times, &tokens, lang);
    let found = times::Found {
        c: &c,
        orig: &orig,
        today,
    };
    found.entities(&times, &mut out);
    out.retain(|e| e.value.is_none_or(f64::is_finite));
    out.sort_by_key(|e| (e.start, e.end));
    out
}

/// Numbers, shares, amounts of money and other quantities.
fn figures(c: &[char], orig: &[char], lang: Lang) -> Vec<Entity> {
    let mut out = Vec::new();
    for q in quantity::scan(c, orig, lang) {
        let figures = quantity::figures(c, orig, q.num, q.unit_end);
        let kind = match q.kind {
            Kind::Percent | Kind::Points => EntityType::Percent,
            Kind::Money => EntityType::Currency,
            Kind::Time | Kind::Dim => EntityType::Dimension,
            Kind::Change => continue,
            Kind::Count | Kind::Times => EntityType::Number,
        };
        if kind != EntityType::Number {
            // Of a range the upper end carries the unit.
            let last = figures.last().filter(|_| q.max.is_some());
            out.push(Entity {
                value: Some(q.max.unwrap_or(q.value)),
                unit: q.unit.clone(),
                ..blank(orig, kind, last.map_or(q.num, |f| f.0), q.unit_end)
            });
        }
        for n in figures {
            out.push(Entity {
                value: Some(n.1),
                ..blank(orig, EntityType::Number, n.0, n.2)
            });
        }
    }
    out
}

/// Ranks: `21st`, `twenty-first`, 第三.
fn ordinals(c: &[char], orig: &[char]) -> Vec<Entity> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < c.len() {
        let found = if at(c, i) == '第' {
            let k = skip(c, i + 1);
            quantity::zh_number(c, k).or_else(|| quantity::digit_num(c, k))
        } else if word_start(c, i) {
            quantity::ordinal(c, i)
        } else {
            None
        };
        if let Some(n) = found.filter(|n| n.end > i) {
            out.push(Entity {
                value: Some(n.value),
                ..blank(orig, EntityType::Ordinal, i, n.end)
            });
            i = n.end;
        } else {
            i += 1;
        }
    }
    out
}

/// `percent of 10`.
fn shares(c: &[char], orig: &[char]) -> Vec<Entity> {
    const NAMES: [&str; 4] = ["percent of", "percents of", "percentage of", "% of"];
    let found = |i: usize| {
        let k = skip(c, any_word(c, i, &NAMES)?.1);
        let n = quantity::digit_num(c, k).or_else(|| quantity::word_number(c, k))?;
        let led = ends(c, back(c, i), &["the", "a"]).is_some() || back(c, i) == 0;
        led.then(|| Entity {
            value: Some(n.value),
            unit: Some("%".to_string()),
            ..blank(orig, EntityType::Percent, i, n.end)
        })
    };
    (0..c.len()).filter_map(found).collect()
}

fn blank(orig: &[char], kind: EntityType, start: usize, end: usize) -> Entity {
    Entity {
        kind,
        text: slice(orig, start, end),
        start,
        end,
        value: None,
        unit: None,
        from: None,
        to: None,
        seconds: None,
        class: None,
    }
}
