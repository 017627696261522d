//! T04: a window is not a deadline.
//!
//! Why: 7日留存 and 24小时内响应 say how it is measured, not by when.
//! Fires: 7 日留存提升到 60%
//! Silent: 年底前 7 日留存提升到 60%

use super::{Case, Hit, Rule};
use crate::smart::types::TimeClass;
use crate::smart::types::{Letter, Severity};
use crate::smart::verdict::When;

/// T04.
pub(super) const RULE: Rule = Rule {
    id: "T04",
    letter: Letter::T,
    severity: Severity::Warn,
    title: ["窗口当成了期限", "a window is not a deadline"],
    doc: [
        "统计窗口或时效要求不是完成期限。",
        "A metric window or service level is not a deadline.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.j.when != When::None
        || k.ctx.deadline.is_some()
        || super::t02::vague_time(k).is_some()
        || k.r.not_goal.is_some()
    {
        return Vec::new();
    }
    let Some(t) = k.r.timed(TimeClass::Window).next() else {
        return Vec::new();
    };
    let p = (t.start, t.end);
    let word = k.r.words(p);
    let mut hit = k.hit(
        p,
        format!("“{word}”是口径，不是期限"),
        format!("“{word}” says how it is measured, not by when"),
        "另外写一个完成日期",
        "Add a date by which it is reached",
    );
    hit.severity = Some(Severity::Warn);
    vec![hit.with(k.deadline_chips())]
}
