//! A02: above the ceiling.
//!
//! Why: It cannot happen.
//! Fires: 好评率达到 120%
//! Silent: NRR 达到 115%

use super::{Case, Hit, Rule};
use crate::smart::types::{Letter, Severity};
use crate::smart::verdict::Reach;

/// A02.
pub(super) const RULE: Rule = Rule {
    id: "A02",
    letter: Letter::A,
    severity: Severity::Error,
    title: ["超过上限", "above the ceiling"],
    doc: [
        "比率不能超过 100%，降幅也不能超过 100%。",
        "A share cannot pass 100 %, nor a fall.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.j.achievable != Reach::Impossible {
        return Vec::new();
    }
    let p =
        k.r.targets()
            .next()
            .map_or(k.whole(), |q| (q.num, q.unit_end));
    let word = k.r.words(p);
    let hit = k.hit(
        p,
        format!("“{word}”超过 100% 的上限"),
        format!("“{word}” is above the ceiling of 100 %"),
        "改到 100% 以内，或换一个没有上限的指标",
        "Stay within 100 %, or take a metric without a ceiling",
    );
    vec![hit.with(k.target_slot())]
}
