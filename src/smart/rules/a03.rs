//! A03: a change of 5× or more.
//!
//! Why: Such a leap needs reasons that the sentence does not give.
//! Fires: 一周内把日活从 1 万提升到 100 万
//! Silent: 日活从 1 万提升到 1.2 万

use super::{Case, Hit, Rule};
use crate::smart::types::{Letter, Severity};
use crate::smart::verdict::Reach;

/// A03.
pub(super) const RULE: Rule = Rule {
    id: "A03",
    letter: Letter::A,
    severity: Severity::Error,
    title: ["幅度过大", "a change of 5× or more"],
    doc: [
        "目标是现状的数倍，变化在 5 倍以上。",
        "The change is five times the baseline or more.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let Reach::TooFar(n) = k.j.achievable else {
        return Vec::new();
    };
    let p = match (k.r.baseline(), k.r.targets().next()) {
        (Some(b), Some(t)) if b.start < t.end => (b.start, t.end),
        _ => k.whole(),
    };
    let n = (n * 10.0).round() / 10.0;
    let hit = k.hit(
        p,
        format!("变化是现状的 {n} 倍"),
        format!("The change is {n} times the present level"),
        "核对数值；属实的话分阶段写，并写明依据",
        "Check the figures; if they hold, write stages and what makes them possible",
    );
    vec![hit.with(k.target_slot())]
}
