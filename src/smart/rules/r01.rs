//! R01: no purpose given.
//!
//! Why: Relevance cannot be read from the sentence.
//! Fires: Q3 复购率达到 35%
//! Silent: Q3 复购率达到 35%，以支撑全年营收目标

use super::{Case, Check, Hit, Rule};
use crate::smart::types::Verdict;
use crate::smart::types::{Letter, Severity};

/// R01.
pub(super) const RULE: Rule = Rule {
    id: "R01",
    letter: Letter::R,
    severity: Severity::Info,
    title: ["没有写服务于什么", "no purpose given"],
    doc: [
        "没有写上级目标或目的。",
        "No parent objective or purpose is given.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.j.letters.r != Verdict::Unknown || k.r.c.is_empty() {
        return Vec::new();
    }
    let end = k.r.c.len();
    let hit = k.hit(
        (end, end),
        "没有写服务于哪个目标".into(),
        "It does not say which objective it serves".into(),
        "选一个上级目标，或写一句目的",
        "Link an objective, or add the purpose",
    );
    let text = k.append("，以支撑【上级目标】", " in order to support 【objective】");
    vec![
        hit.with(vec![k.slot("补上目的", "Add the purpose", text)])
            .checked(Check::Tail),
    ]
}
