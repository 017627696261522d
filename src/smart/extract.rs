//! Numbers and time expressions of any text, overlapping as in public suites: a number inside a date or an amount counts too.

use chrono::NaiveDate;

use super::fold::fold;
use super::lexicon;
use super::quantity::{self, Kind};
use super::text::slice;
use super::time::{self, Form};
use super::types::{Entity, EntityType, Lang};

/// All entities, by their start.
#[must_use]
pub fn extract(text: &str, lang: Option<Lang>, today: NaiveDate) -> Vec<Entity> {
    let lang = lang.unwrap_or_else(|| Lang::detect(text));
    let orig: Vec<char> = text.chars().collect();
    let c = fold(text);
    let mut out = Vec::new();
    let entity = |kind, start: usize, end: usize| Entity { kind, text: slice(&orig, start, end), start, end, value: None, unit: None, from: None, to: None, seconds: None, class: None };
    for q in quantity::scan(&c, &orig, lang) {
        let kind = match q.kind {
            Kind::Percent | Kind::Points => EntityType::Percent,
            Kind::Money => EntityType::Currency,
            Kind::Time | Kind::Dim => EntityType::Dimension,
            Kind::Change => continue,
            Kind::Count | Kind::Times => EntityType::Number,
        };
        if kind != EntityType::Number {
            out.push(Entity { value: Some(q.max.unwrap_or(q.value)), unit: q.unit.clone(), ..entity(kind, q.num, q.unit_end) });
        }
        for n in quantity::figures(&c, &orig, q.num, q.unit_end) {
            out.push(Entity { value: Some(n.1), ..entity(EntityType::Number, n.0, n.2) });
        }
    }
    let tokens = lexicon::tokens(&c);
    let mut times = time::scan(&c, &orig, lang, today);
    time::classify(&c, &mut times, &tokens, lang);
    for t in times {
        let (s, e) = t.core;
        let mut x = match t.form {
            Form::Set => entity(EntityType::Set, s, e),
            Form::Length if t.mark == time::Mark::None || t.mark == time::Mark::Within => Entity { seconds: t.seconds, ..entity(EntityType::Duration, s, e) },
            Form::Length => match t.span {
                Some(sp) => Entity { from: Some(sp.from), to: Some(sp.to), ..entity(EntityType::Date, s, t.end) },
                None => entity(EntityType::DateRange, s, e),
            },
            Form::Period => {
                let Some(sp) = t.span else { continue };
                let kind = if sp.from == sp.to { EntityType::Date } else { EntityType::DateRange };
                Entity { from: Some(sp.from), to: Some(sp.to), ..entity(kind, s, e) }
            }
        };
        x.class = t.class;
        out.push(x);
    }
    out.sort_by_key(|e| (e.start, e.end));
    out
}
