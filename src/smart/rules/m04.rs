//! M04: a number that is not the target.
//!
//! Why: Otherwise any digit would look like a measure.
//! Fires: 发布 3.0 版本说明
//! Silent: 发布 3 篇说明

use super::{Case, Hit, Rule};
use crate::smart::roles::Role;
use crate::smart::types::Verdict;
use crate::smart::types::{Letter, Severity};

/// M04.
pub(super) const RULE: Rule = Rule {
    id: "M04",
    letter: Letter::M,
    severity: Severity::Info,
    title: ["这个数不是目标", "a number that is not the target"],
    doc: [
        "版本、电话、编号、筛选条件里的数不算目标值。",
        "Numbers in versions, phones, labels and filters are not targets.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.j.letters.m == Verdict::Pass {
        return Vec::new();
    }
    let odd =
        k.r.quantities
            .iter()
            .find(|q| matches!(q.1, Role::Label | Role::Filter));
    let Some((q, role)) = odd else {
        return Vec::new();
    };
    let word = k.r.words((q.start, q.end));
    let why = if *role == Role::Label {
        ("编号或版本", "a label or version")
    } else {
        ("筛选条件", "a condition")
    };
    vec![k.hit(
        (q.start, q.end),
        format!("“{word}”是{}，没有算作目标值", why.0),
        format!("“{word}” is {}, not counted as the target", why.1),
        "写出要达到的数",
        "Give the figure to be reached",
    )]
}
