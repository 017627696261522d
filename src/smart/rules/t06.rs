//! T06: a cadence without an end.
//!
//! Why: A habit should be looked at again one day.
//! Fires: 每周至少 2 次用户访谈
//! Silent: 每周至少 2 次用户访谈，到 6 月 30 日

use super::{Case, Check, Hit, Rule};
use crate::smart::types::{Letter, Severity};
use crate::smart::verdict::When;

/// T06.
pub(super) const RULE: Rule = Rule {
    id: "T06",
    letter: Letter::T,
    severity: Severity::Info,
    title: ["没有结束日期", "a cadence without an end"],
    doc: [
        "写了频率，没有写做到什么时候。",
        "A cadence without an end.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let When::Cadence(t) = &k.j.when else {
        return Vec::new();
    };
    if k.ctx.deadline.is_some() {
        return Vec::new();
    }
    let p = (t.start, t.end);
    let word = k.r.words(p);
    let hit = k.hit(
        p,
        format!("“{word}”做到什么时候没有写"),
        format!("“{word}” until when is not said"),
        "选一个结束日期",
        "Choose an end date",
    );
    vec![hit.with(k.until_chips()).checked(Check::First)]
}
