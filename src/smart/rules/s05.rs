//! S05: says what is not the goal.
//!
//! Why: What is left out belongs to the scope, not to the goals.
//! Fires: 不再追求用户规模
//! Silent: 不新增任何高危漏洞

use super::{Case, Hit, Rule};
use crate::smart::types::{Letter, Severity};

/// S05.
pub(super) const RULE: Rule = Rule {
    id: "S05",
    letter: Letter::S,
    severity: Severity::Error,
    title: ["写的是不做什么", "says what is not the goal"],
    doc: ["写的是不作为目标的事。", "It says what is not the goal."],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let Some(p) = k.r.not_goal else {
        return Vec::new();
    };
    let hit = k.hit(
        p,
        "这句写的是不做什么".into(),
        "This says what is not the goal".into(),
        "写出要达到的结果；不做的事放进范围说明",
        "Write what shall be reached; put this under scope",
    );
    vec![hit.with(k.metric_slot())]
}
