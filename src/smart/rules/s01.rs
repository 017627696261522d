//! S01: only an abstract noun.
//!
//! Why: 体验 and quality cannot be looked at, so nobody can say when they are reached.
//! Fires: 提升用户体验
//! Silent: 将客诉率降到 1%

use super::{Case, Hit, Rule};
use crate::smart::types::Verdict;
use crate::smart::types::{Letter, Severity};

/// S01.
pub(super) const RULE: Rule = Rule {
    id: "S01",
    letter: Letter::S,
    severity: Severity::Error,
    title: ["只有抽象词", "only an abstract noun"],
    doc: [
        "抽象名词加笼统动词，看不出改变什么。",
        "An abstract noun with a generic verb: nothing to look at.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.j.letters.s != Verdict::Fail || k.r.not_goal.is_some() {
        return Vec::new();
    }
    let Some(p) = k.r.hollow else {
        return Vec::new();
    };
    let word = k.r.words(p);
    let hit = k.hit(
        p,
        format!("“{word}”看不到也数不出"),
        format!("“{word}” cannot be seen or counted"),
        "换成一个指标、一份交付物或一件事",
        "Name a metric, a deliverable or an event",
    );
    vec![hit.with(k.metric_slot())]
}
