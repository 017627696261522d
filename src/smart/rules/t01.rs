//! T01: no time.
//!
//! Why: Without an end it cannot be late.
//! Fires: 将客诉率降到 1%
//! Silent: 年底前将客诉率降到 1%

use super::t02::vague_time;
use super::{Case, Check, Hit, Rule};
use crate::smart::types::{Letter, Severity};
use crate::smart::verdict::When;

/// T01.
pub(super) const RULE: Rule = Rule {
    id: "T01",
    letter: Letter::T,
    severity: Severity::Error,
    title: ["没有期限", "no time"],
    doc: ["没有写什么时候完成。", "It does not say by when."],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.j.when != When::None
        || k.ctx.deadline.is_some()
        || vague_time(k).is_some()
        || k.r.not_goal.is_some()
        || super::t04::window(k).is_some()
        || k.r.c.is_empty()
    {
        return Vec::new();
    }
    let end = k.r.c.len();
    let hit = k.hit(
        (end, end),
        "没有写期限".into(),
        "No deadline".into(),
        "选一个日期",
        "Choose a date",
    );
    vec![hit.with(k.deadline_chips()).checked(Check::First)]
}
