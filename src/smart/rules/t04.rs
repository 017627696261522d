//! T04: a window is not a deadline.
//!
//! Why: 7日留存 and 24小时内响应 say how it is measured, not by when.
//! Fires: 7 日留存提升到 60%
//! Silent: 年底前 7 日留存提升到 60%

use super::{Case, Hit, Rule};
use crate::smart::roles::Role;
use crate::smart::time::Time;
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

/// The first window that could be taken for a deadline. In 从 12 分钟降到 3 分钟 both times are what is
/// measured, and nobody takes them for one.
pub(super) fn window<'a>(k: &'a Case<'_>) -> Option<&'a Time> {
    let moved = k.r.baseline().is_some();
    let measured = |t: &Time| {
        moved
            && k.r.quantities.iter().any(|q| {
                q.0.num >= t.start
                    && q.0.num < t.end
                    && matches!(q.1, Role::Baseline | Role::Target)
            })
    };
    k.r.timed(TimeClass::Window).find(|t| !measured(t))
}

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.j.when != When::None
        || k.ctx.deadline.is_some()
        || super::t02::vague_time(k).is_some()
        || k.r.not_goal.is_some()
    {
        return Vec::new();
    }
    let Some(t) = window(k) else {
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
