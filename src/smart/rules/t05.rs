//! T05: hangs on an event.
//!
//! Why: If the event slips, so does the goal, unseen.
//! Fires: 上线前完成培训
//! Silent: 6 月 30 日上线前完成培训

use super::{Case, Hit, Rule};
use crate::smart::types::{Letter, Severity};
use crate::smart::verdict::When;

/// T05.
pub(super) const RULE: Rule = Rule {
    id: "T05",
    letter: Letter::T,
    severity: Severity::Ask,
    title: ["事件没有日期", "hangs on an event"],
    doc: [
        "期限系于一件没有日期的事。",
        "The deadline hangs on an event without a date.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let When::Event(p) = k.j.when else {
        return Vec::new();
    };
    if k.ctx.deadline.is_some() {
        return Vec::new();
    }
    let word = k.r.words(p);
    let hit = k.hit(
        p,
        format!("“{word}”是哪一天"),
        format!("“{word}”: which day is that?"),
        "补上这件事的日期",
        "Add the day of the event",
    );
    let text = k.append("（【日期】前）", " (by 【date】)");
    vec![hit.with(vec![k.slot("补上日期", "Add the date", text)])]
}
