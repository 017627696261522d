//! T03: already past.
//!
//! Why: Most often the year is missing or old.
//! Fires: 2025 年底前复购率达到 35%（今天 2026-03-16）
//! Silent: 2026 年底前复购率达到 35%

use super::{Case, Hit, Rule};
use crate::smart::types::{Letter, Severity};
use crate::smart::verdict::When;

/// T03.
pub(super) const RULE: Rule = Rule {
    id: "T03",
    letter: Letter::T,
    severity: Severity::Error,
    title: ["期限已过", "already past"],
    doc: ["读出的期限早于今天。", "The deadline lies before today."],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let When::Past(t, d) = &k.j.when else {
        return Vec::new();
    };
    if k.ctx.deadline.is_some() {
        return Vec::new();
    }
    let p = (t.start, t.end);
    let word = k.r.words(p);
    let hit = k.hit(
        p,
        format!("“{word}”读作 {d}，已经过去"),
        format!("“{word}” reads as {d}, which is over"),
        "改成今天之后的日期",
        "Choose a date that is still to come",
    );
    let mut next = *d;
    for _ in 0..300 {
        if next >= k.r.today {
            break;
        }
        next = next
            .checked_add_months(chrono::Months::new(12))
            .unwrap_or(next);
    }
    let label = next.to_string();
    vec![hit.with(vec![k.fix(
        &label,
        &label,
        k.replace(p, &k.by(next)),
        false,
    )])]
}
