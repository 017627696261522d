//! T08: beyond the charter period.
//!
//! Why: A goal that ends after the charter is checked by nobody.
//! Fires: 有效期到 2026-12-31，期限 2027-03-31
//! Silent: 有效期内的期限

use super::{Case, Hit, Rule};
use crate::smart::types::{Letter, Severity};
use crate::smart::verdict::When;

/// T08.
pub(super) const RULE: Rule = Rule {
    id: "T08",
    letter: Letter::T,
    severity: Severity::Error,
    title: ["超出文件有效期", "beyond the charter period"],
    doc: [
        "期限晚于文件的有效期。",
        "The deadline lies after the charter ends.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let end = k.ctx.deadline.or(match &k.j.when {
        When::Date(_, d) => Some(*d),
        _ => None,
    });
    let (Some(d), Some(p)) = (end, &k.ctx.period) else {
        return Vec::new();
    };
    if d <= p.to {
        return Vec::new();
    }
    let place = match &k.j.when {
        When::Date(t, _) => (t.start, t.end),
        _ => k.whole(),
    };
    let to = p.to;
    let hit = k.hit(
        place,
        format!("{d} 晚于有效期 {to}"),
        format!("{d} is after the charter's end, {to}"),
        "提前期限，或分成两个阶段",
        "Bring the date forward, or split it into two stages",
    );
    let fixes =
        if matches!(&k.j.when, When::Date(..)) && k.ctx.deadline.is_none() && to >= k.r.today {
            vec![k.fix(
                "改到有效期末",
                "Move to the end of the period",
                k.replace(place, &k.by(to)),
                false,
            )]
        } else {
            Vec::new()
        };
    vec![hit.with(fixes)]
}
