//! M02: direction without an amount.
//!
//! Why: Any change would do.
//! Fires: 提高复购率
//! Silent: 复购率从 20% 提高到 25%

use super::{Case, Hit, Rule};
use crate::smart::lexicon::class;
use crate::smart::types::Verdict;
use crate::smart::types::{Letter, Severity};

/// M02.
pub(super) const RULE: Rule = Rule {
    id: "M02",
    letter: Letter::M,
    severity: Severity::Error,
    title: ["有方向，没有幅度", "direction without an amount"],
    doc: [
        "写了升降，没有写到多少。",
        "It says up or down, but not how far.",
    ],
    find,
};

/// A metric is to move, but no figure says how far.
pub(super) fn moves(k: &Case<'_>) -> bool {
    k.j.letters.m == Verdict::Fail
        && k.r.concrete.is_some()
        && k.r.verb.is_some_and(|v| v.is(class::CHANGE))
        && k.r.placeholder.is_none()
        && k.r.not_goal.is_none()
}

fn find(k: &Case<'_>) -> Vec<Hit> {
    if !moves(k) {
        return Vec::new();
    }
    let p = k.r.verb.map_or(k.whole(), |v| (v.start, v.end));
    let hit = k.hit(
        p,
        "有方向，没有幅度".into(),
        "A direction without an amount".into(),
        "写明从多少到多少",
        "Say from what to what",
    );
    vec![hit.with(k.amount_slot())]
}
