//! One natural sentence from the structured parts, and the parts from a sentence. The round trip loses nothing.

use chrono::{Datelike, NaiveDate};

use super::parse::read;
use super::text::{any, at};
use super::types::{Cmp, Context, Direction, Lang, Parts, Target, TargetKind, TimeClass};
use super::verdict::judge;

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

/// `2026年6月30日` or `June 30, 2026`.
pub(crate) fn long_date(d: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月{}日", d.year(), d.month(), d.day()),
        Lang::En => {
            let m = usize::try_from(d.month0())
                .ok()
                .and_then(|m| MONTHS.get(m))
                .copied()
                .unwrap_or_default();
            format!("{m} {}, {}", d.day(), d.year())
        }
    }
}

/// A figure without a tail of zeros.
fn figure(v: f64) -> String {
    let text = format!("{:.6}", v);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text.is_empty() || text == "-" {
        "0".into()
    } else {
        text.into()
    }
}

fn with_unit(v: f64, unit: Option<&str>, lang: Lang) -> String {
    let n = figure(v);
    match unit {
        Some("%") => format!("{n}%"),
        Some("pp") => lang
            .pick("{n}个百分点", "{n} percentage points")
            .replace("{n}", &n),
        Some("x") => lang.pick("{n}倍", "{n} times").replace("{n}", &n),
        Some("USD") if lang == Lang::En => format!("${n}"),
        Some(u) if lang == Lang::En => format!("{n} {u}"),
        Some(u) => format!("{n}{u}"),
        None => n,
    }
}

fn amount(t: &Target, unit: Option<&str>, lang: Lang) -> String {
    let unit = t.unit.as_deref().or(unit);
    if let (Some(a), Some(b)) = (t.min, t.max) {
        let low = figure(a);
        return match lang {
            Lang::Zh => format!("{low}到{}", with_unit(b, unit, lang)),
            Lang::En => format!("{low} to {}", with_unit(b, unit, lang)),
        };
    }
    let v = with_unit(t.value.unwrap_or_default(), unit, lang);
    let words = match t.cmp {
        Cmp::Ge => ("不低于", "at least "),
        Cmp::Le => ("不超过", "at most "),
        Cmp::Gt => ("超过", "more than "),
        Cmp::Lt => ("低于", "less than "),
        Cmp::About => ("约", "about "),
        Cmp::Eq | Cmp::Range => ("", ""),
    };
    format!("{}{v}", lang.pick(words.0, words.1))
}

/// One sentence. Missing parts are left out; nothing at all gives an empty string.
#[must_use]
pub fn compose(parts: &Parts, lang: Lang) -> String {
    match lang {
        Lang::Zh => zh(parts),
        Lang::En => en(parts),
    }
}

fn why(p: &Parts) -> Option<&str> {
    p.purpose
        .as_deref()
        .or(p.objective.as_deref())
        .map(str::trim)
        .filter(|s| !s.is_empty())
}

fn zh(p: &Parts) -> String {
    let l = Lang::Zh;
    let mut s = String::new();
    if let Some(d) = p.start {
        s += &format!("{}起，", long_date(d, l));
    }
    if let Some(d) = p.deadline {
        s += &format!("{}前", long_date(d, l));
    }
    let metric = p.metric.as_deref().unwrap_or_default().trim();
    let unit = p.unit.as_deref();
    let from = p
        .baseline
        .map(|b| format!("从{}", with_unit(b, unit, l)))
        .unwrap_or_default();
    let target = p.target.as_ref();
    let change = target.is_some_and(|t| {
        matches!(
            t.kind,
            TargetKind::Dpct | TargetKind::Dpp | TargetKind::Dabs
        )
    });
    let value = target
        .filter(|t| t.kind != TargetKind::Binary)
        .map(|t| amount(t, unit, l));
    s += &match (p.direction, value) {
        (Some(Direction::Up | Direction::Down), v) => {
            let verb = if p.direction == Some(Direction::Up) {
                "提升"
            } else {
                "降低"
            };
            let to = if change || v.is_none() { "" } else { "到" };
            format!("将{metric}{from}{verb}{to}{}", v.unwrap_or_default())
        }
        (Some(Direction::Keep), Some(v)) => format!("将{metric}保持在{v}"),
        (Some(Direction::Do), v) => format!("完成{}{metric}", v.unwrap_or_default()),
        (_, Some(v)) if from.is_empty() => format!(
            "{}{metric}达到{v}",
            if p.deadline.is_some() && !metric.is_empty() {
                "，"
            } else {
                ""
            }
        ),
        (_, Some(v)) => format!("将{metric}{from}提升到{v}"),
        (_, None) => metric.to_string(),
    };
    if let Some(w) = why(p) {
        s += &if w.starts_with(['以', '为']) || w.starts_with("从而") {
            format!("，{w}")
        } else {
            format!("，以支撑{w}")
        };
    }
    if let Some(o) = p.owner.as_deref().map(str::trim).filter(|o| !o.is_empty()) {
        s += &format!("（负责人：{o}）");
    }
    s
}

fn en(p: &Parts) -> String {
    let l = Lang::En;
    let metric = p.metric.as_deref().unwrap_or_default().trim();
    let unit = p.unit.as_deref();
    let from = p
        .baseline
        .map(|b| format!(" from {}", with_unit(b, unit, l)))
        .unwrap_or_default();
    let target = p.target.as_ref();
    let change = target.is_some_and(|t| {
        matches!(
            t.kind,
            TargetKind::Dpct | TargetKind::Dpp | TargetKind::Dabs
        )
    });
    let value = target
        .filter(|t| t.kind != TargetKind::Binary)
        .map(|t| amount(t, unit, l));
    let mut s = match (p.direction, value) {
        (Some(Direction::Up | Direction::Down), v) => {
            let verb = if p.direction == Some(Direction::Up) {
                "Increase"
            } else {
                "Reduce"
            };
            let to = v
                .map(|v| format!("{}{v}", if change { " by " } else { " to " }))
                .unwrap_or_default();
            format!("{verb} {metric}{from}{to}")
        }
        (Some(Direction::Keep), Some(v)) => format!("Keep {metric} at {v}"),
        (Some(Direction::Do), Some(v)) => format!("Complete {v} {metric}"),
        (Some(Direction::Do), None) => format!("Complete {metric}"),
        (_, Some(v)) if from.is_empty() => format!("{metric} reaches {v}"),
        (_, Some(v)) => format!("Move {metric}{from} to {v}"),
        (_, None) => metric.to_string(),
    };
    if let Some(d) = p.start {
        s += &format!(" starting {}", long_date(d, l));
    }
    if let Some(d) = p.deadline {
        s += &format!(" by {}", long_date(d, l));
    }
    if let Some(w) = why(p) {
        s += &if w.starts_with("in order") || w.starts_with("so ") || w.starts_with("to ") {
            format!(" {w}")
        } else {
            format!(" in order to support {w}")
        };
    }
    if let Some(o) = p.owner.as_deref().map(str::trim).filter(|o| !o.is_empty()) {
        s += &format!(" (owner: {o})");
    }
    s.trim().to_string()
}

/// The parts that a sentence states.
#[must_use]
pub fn read_parts(text: &str, lang: Option<Lang>, today: NaiveDate) -> Parts {
    let r = read(text, lang, today);
    let j = judge(&r, &Context::default());
    let g = j.goal;
    let unit = r
        .baseline()
        .and_then(|q| q.unit.clone())
        .or_else(|| g.targets.first().and_then(|t| t.unit.clone()));
    let start = r.times.iter().find(|t| {
        let after = any(
            &r.c,
            super::text::back(&r.c, t.start).saturating_sub(9),
            &["starting", " starting"],
        )
        .is_some();
        t.class.is_none() && t.span.is_some() && (t.mark == super::time::Mark::Since || after)
    });
    let purpose = g
        .purpose
        .as_deref()
        .map(|p| p.trim_end_matches(['。', '.', ' ', '）', ')']).to_string());
    let _ = (at(&r.c, 0), TimeClass::Deadline);
    let strip = |p: String| {
        for lead in ["以支撑", "in order to support "] {
            if let Some(rest) = p.strip_prefix(lead) {
                return (Some(cut_owner(rest)), None);
            }
        }
        (None, Some(cut_owner(&p)))
    };
    let (objective, purpose) = purpose.map_or((None, None), strip);
    Parts {
        metric: g.metric,
        direction: g.direction,
        baseline: g.baseline.map(|b| b.value),
        target: g.targets.into_iter().next(),
        unit,
        start: start.and_then(|t| t.span).map(|s| s.from),
        deadline: g.deadline.and_then(|d| d.date),
        owner: g.owner,
        objective,
        purpose,
    }
}

/// A purpose without the owner in brackets behind it.
fn cut_owner(p: &str) -> String {
    let end = p
        .find("（负责人")
        .or_else(|| p.find(" (owner"))
        .unwrap_or(p.len());
    p.get(..end).unwrap_or(p).trim().to_string()
}
