//! V02: a hedge.
//!
//! Why: A goal is either meant or not.
//! Fires: 力争年底前上线
//! Silent: 年底前上线

use super::{Case, Hit, Rule};
use crate::smart::lexicon::class;
use crate::smart::types::{Letter, Severity};

/// V02.
pub(super) const RULE: Rule = Rule {
    id: "V02",
    letter: Letter::A,
    severity: Severity::Info,
    title: ["留有余地的词", "a hedge"],
    doc: [
        "力争、争取，做不到也说得过去。",
        "Words that leave a way out.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let Some(t) =
        k.r.tokens
            .iter()
            .find(|t| t.is(class::HEDGE) && !k.r.in_purpose(t.start))
    else {
        return Vec::new();
    };
    let p = (t.start, t.end);
    let word = k.r.words(p);
    let hit = k.hit(
        p,
        format!("“{word}”留了余地"),
        format!("“{word}” leaves a way out"),
        "确定要做就删去",
        "Delete it if it is meant",
    );
    vec![hit.with(vec![k.fix("删去", "Delete", k.delete(p), false)])]
}
