//! M01: no target.
//!
//! Why: Without a target nobody can tell whether it is done.
//! Fires: 打造有温度的品牌
//! Silent: Q2 完成 3 场活动

use super::{Case, Hit, Rule};
use crate::smart::types::Verdict;
use crate::smart::types::{Letter, Severity};

/// M01.
pub(super) const RULE: Rule = Rule {
    id: "M01",
    letter: Letter::M,
    severity: Severity::Error,
    title: ["没有衡量标准", "no target"],
    doc: [
        "没有数值，也没有可判断完成的交付物。",
        "No figure and no deliverable that can be judged.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.j.letters.m != Verdict::Fail
        || k.r.placeholder.is_some()
        || super::m02::moves(k)
        || k.r.not_goal.is_some()
    {
        return Vec::new();
    }
    let hit = k.hit(
        k.whole(),
        "没有数值，也没有交付物".into(),
        "No figure and no deliverable".into(),
        "写出要达到的数，或完成后看得到的东西",
        "Give a figure, or something that is there when it is done",
    );
    vec![hit.with(k.metric_slot())]
}
