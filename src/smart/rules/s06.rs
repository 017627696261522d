//! S06: no owner named.
//!
//! Why: A goal of everybody is a goal of nobody.
//! Fires: Q3 复购率达到 35%
//! Silent: `[客服部]` Q3 结案率达到 95%

use super::{Case, Check, Hit, Rule};
use crate::smart::types::{Letter, Severity};

/// S06.
pub(super) const RULE: Rule = Rule {
    id: "S06",
    letter: Letter::S,
    severity: Severity::Info,
    title: ["没有负责人", "no owner named"],
    doc: [
        "句中和负责人栏都没有写谁负责。",
        "Neither the sentence nor the owner field says who answers for it.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.r.owner.is_some()
        || k.ctx.owner.as_ref().is_some_and(|o| !o.trim().is_empty())
        || k.r.c.is_empty()
    {
        return Vec::new();
    }
    let end = k.r.c.len();
    let hit = k.hit(
        (end, end),
        "没有写谁负责".into(),
        "No owner named".into(),
        "选一位最终负责人",
        "Name one accountable person",
    );
    let slot = k.append("（负责人：【姓名】）", " (owner: 【name】)");
    vec![
        hit.with(vec![k.slot("补上负责人", "Add an owner", slot)])
            .checked(Check::Tail),
    ]
}
