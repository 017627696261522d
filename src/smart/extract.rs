//! Numbers and time expressions of any text, overlapping as in public suites: a number inside a date or an amount counts too.

use chrono::{Months, NaiveDate};

use super::fold::fold;
use super::lexicon;
use super::quantity::{self, Kind};
use super::text::{self, slice};
use super::time::{self, Form, Mark, Span, Time, Unit, after};
use super::types::{Entity, EntityType, Lang};

/// All entities, by their start.
#[must_use]
pub fn extract(input: &str, lang: Option<Lang>, today: NaiveDate) -> Vec<Entity> {
    let lang = lang.unwrap_or_else(|| Lang::detect(input));
    let orig: Vec<char> = input.chars().collect();
    let c = fold(input);
    let mut out = Vec::new();
    let entity = |kind, start, end| blank(&orig, kind, start, end);
    for q in quantity::scan(&c, &orig, lang) {
        let figures = quantity::figures(&c, &orig, q.num, q.unit_end);
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
                ..entity(kind, last.map_or(q.num, |f| f.0), q.unit_end)
            });
        }
        for n in figures {
            out.push(Entity {
                value: Some(n.1),
                ..entity(EntityType::Number, n.0, n.2)
            });
        }
    }
    let tokens = lexicon::tokens(&c);
    let mut times = time::scan(&c, &orig, lang, today);
    time::classify(&c, &mut times, &tokens, lang);
    for t in times {
        if let Some(e) = timed(&c, &orig, &t, today) {
            out.push(Entity {
                class: t.class,
                ..e
            });
        }
    }
    out.sort_by_key(|e| (e.start, e.end));
    out
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

/// A time expression as an entity: open ranges for before and since, the coming year where none is said.
fn timed(c: &[char], orig: &[char], t: &Time, today: NaiveDate) -> Option<Entity> {
    let (s, e) = t.core;
    if t.form == Form::Set {
        return Some(blank(orig, EntityType::Set, s, e));
    }
    if t.form == Form::Length {
        return length(c, orig, t, today);
    }
    let mut span = t.span?;
    if t.floating && span.to < today {
        let later = |d: NaiveDate| d.checked_add_months(Months::new(12));
        span = Span {
            from: later(span.from)?,
            to: later(span.to)?,
            unit: span.unit,
        };
    }
    let lead = text::ends(
        c,
        text::back(c, s),
        &[
            "since",
            "after",
            "before",
            "until",
            "till",
            "starting on",
            "beginning on",
            "starting",
            "later than",
            "no later than",
            "between",
            "自",
            "截止到",
            "截至",
        ],
    );
    let word = lead
        .map(|l| slice(c, l, s).trim().to_string())
        .unwrap_or_default();
    let tail = slice(c, e, t.end);
    let day = span.from == span.to;
    let range = |from, to, a, b| {
        Some(Entity {
            from,
            to,
            ..blank(orig, EntityType::DateRange, a, b)
        })
    };
    match word.as_str() {
        "since" | "starting" | "starting on" | "beginning on" | "自" => {
            return range(Some(span.from), None, lead.unwrap_or(s), t.end);
        }
        "after" | "later than" => {
            return range(
                Some(if day { span.from } else { span.to.succ_opt()? }),
                None,
                lead.unwrap_or(s),
                e,
            );
        }
        "before" | "until" | "till" | "no later than" | "截止到" => {
            return range(
                None,
                if day || word.starts_with("un") {
                    Some(span.to)
                } else {
                    span.from.pred_opt()
                },
                lead.unwrap_or(s),
                t.end,
            );
        }
        _ => {}
    }
    if tail.ends_with('前') && t.mark == Mark::Before {
        return range(
            None,
            if day {
                Some(span.to)
            } else {
                span.from.pred_opt()
            },
            s,
            t.end,
        );
    }
    if t.mark == Mark::Since && t.end > e {
        let after = tail.ends_with('后') && !tail.starts_with(['或', '及']) && !day;
        return range(
            Some(if after {
                span.to.succ_opt()?
            } else {
                span.from
            }),
            None,
            s,
            t.end,
        );
    }
    let kind = if day {
        EntityType::Date
    } else {
        EntityType::DateRange
    };
    Some(Entity {
        from: Some(span.from),
        to: Some(span.to),
        ..blank(orig, kind, s, e)
    })
}

/// A length: a date when counted on from today (in 2 weeks) or back (5天前), days around today (next 3 days), else a duration.
fn length(c: &[char], orig: &[char], t: &Time, today: NaiveDate) -> Option<Entity> {
    let (s, e) = t.core;
    let (n, unit) = t.length?;
    if let Some(d) = t.span {
        return Some(Entity {
            from: Some(d.from),
            to: Some(d.to),
            ..blank(orig, EntityType::Date, s, t.end)
        });
    }
    let shown = slice(c, t.start, t.end);
    let counted = unit >= Unit::Day
        && (shown.starts_with("in ") && t.mark == Mark::Within
            || shown.ends_with("later")
            || shown.ends_with("from now")
            || shown.ends_with('后'));
    let led = [
        "next", "the next", "coming", "last", "the last", "past", "the past", "previous", "前",
        "后", "未来", "过去", "最近", "近",
    ]
    .iter()
    .any(|w| slice(c, s, e).starts_with(w));
    if unit >= Unit::Day && led {
        let back = t.mark == Mark::Past;
        let other = if back {
            before(today, n, unit)?
        } else {
            after(today, n, unit)?
        };
        let (from, to) = if back {
            (other, today.pred_opt()?)
        } else {
            (today.succ_opt()?, other)
        };
        return Some(Entity {
            from: Some(from),
            to: Some(to),
            ..blank(orig, EntityType::DateRange, s, e)
        });
    }
    if counted {
        let d = after(today, n, unit)?;
        return Some(Entity {
            from: Some(d),
            to: Some(d),
            ..blank(orig, EntityType::Date, t.start, t.end)
        });
    }
    Some(Entity {
        seconds: t.seconds,
        ..blank(orig, EntityType::Duration, s, e)
    })
}

fn before(today: NaiveDate, n: f64, unit: Unit) -> Option<NaiveDate> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "lengths are bounded by the scanners"
    )]
    let k = n as u32;
    match unit {
        Unit::Month => today.checked_sub_months(Months::new(k)),
        Unit::Quarter => today.checked_sub_months(Months::new(k.checked_mul(3)?)),
        Unit::Year => today.checked_sub_months(Months::new(k.checked_mul(12)?)),
        Unit::Week => today.checked_sub_days(chrono::Days::new(u64::from(k) * 7)),
        _ => today.checked_sub_days(chrono::Days::new(u64::from(k))),
    }
}
