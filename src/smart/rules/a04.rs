//! A04: no evidence yet.
//!
//! Why: The question is asked once; it fails nothing.
//! Fires: Q3 复购率达到 35%
//! Silent: 复购率从 30% 提升到 35%

use super::{Case, Hit, Rule};
use crate::smart::types::{Letter, Severity};
use crate::smart::types::{TargetKind, Verdict};

/// A04.
pub(super) const RULE: Rule = Rule {
    id: "A04",
    letter: Letter::A,
    severity: Severity::Info,
    title: ["依据待补", "no evidence yet"],
    doc: [
        "没有现状或历史数据，不能判断幅度。",
        "Without a baseline or past values the size cannot be judged.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let figures =
        k.j.goal
            .targets
            .first()
            .is_some_and(|t| !matches!(t.kind, TargetKind::Binary | TargetKind::Freq));
    let based = k.r.baseline().is_some() || k.ctx.baseline.is_some() || !k.ctx.history.is_empty();
    if k.j.letters.a != Verdict::Unknown || !figures || based {
        return Vec::new();
    }
    let p = k.r.targets().next().map_or(k.whole(), |q| (q.start, q.end));
    vec![k.hit(
        p,
        "没有现状，幅度无从判断".into(),
        "No present level: the size cannot be judged".into(),
        "补上现状或过去几期的数",
        "Add the present level or past values",
    )]
}
