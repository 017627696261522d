//! M05: change without a baseline.
//!
//! Why: A rise of 20 % can be checked only against a known level.
//! Fires: 复购率提升 20%
//! Silent: 复购率从 20% 提升到 24%

use super::{Case, Hit, Rule};
use crate::smart::text::any;
use crate::smart::types::TargetKind;
use crate::smart::types::{Letter, Severity};

/// M05.
pub(super) const RULE: Rule = Rule {
    id: "M05",
    letter: Letter::M,
    severity: Severity::Warn,
    title: ["缺少基线", "change without a baseline"],
    doc: [
        "写了变化幅度，没有写从多少算起。",
        "A change without the level it starts from.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.r.baseline().is_some() || k.ctx.baseline.is_some() {
        return Vec::new();
    }
    let Some(t) =
        k.j.goal
            .targets
            .first()
            .filter(|t| matches!(t.kind, TargetKind::Dpct | TargetKind::Dpp))
    else {
        return Vec::new();
    };
    let Some(q) = k.r.targets().next() else {
        return Vec::new();
    };
    let c = &k.r.c;
    let said = (0..c.len()).any(|i| {
        any(
            c,
            i,
            &[
                "同比",
                "环比",
                "较上",
                "较去年",
                "比去年",
                "比上",
                "较20",
                "year on year",
                "yoy",
                "compared",
                "versus last",
                "mom",
            ],
        )
        .is_some()
    });
    if said {
        return Vec::new();
    }
    let text = t.text.clone();
    let hit = k.hit(
        (q.start, q.end),
        format!("“{text}”从多少算起没有写"),
        format!("“{text}” of what is not said"),
        "补上现在的数和口径",
        "Add the present level",
    );
    let fixed = k.append("（现状：【现状】）", " (currently 【current】)");
    vec![hit.with(vec![k.slot("补上现状", "Add the present level", fixed)])]
}
