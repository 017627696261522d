//! M03: a placeholder.
//!
//! Why: XX% cannot be checked.
//! Fires: 好评率达到 XX%
//! Silent: 好评率达到 95%

use super::{Case, Hit, Rule};
use crate::smart::types::Verdict;
use crate::smart::types::{Letter, Severity};

/// M03.
pub(super) const RULE: Rule = Rule {
    id: "M03",
    letter: Letter::M,
    severity: Severity::Error,
    title: ["数值待填", "a placeholder"],
    doc: ["数值还是占位符。", "The value is still a placeholder."],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let Some(p) = k.r.placeholder else {
        return Vec::new();
    };
    let word = k.r.words(p);
    let mut hit = k.hit(
        p,
        format!("“{word}”还没有填"),
        format!("“{word}” is still to be filled in"),
        "填上数值；没有数据时先查现状",
        "Fill in the value; look up the present level first",
    );
    if k.j.letters.m != Verdict::Fail {
        hit.severity = Some(Severity::Warn);
    }
    let place = k.r.lang.pick("【目标】", "【target】");
    let mut fixes = vec![k.slot("填目标值", "Fill in the target", k.replace(p, place))];
    if k.j.letters.s == Verdict::Fail {
        fixes.extend(k.metric_slot());
    }
    vec![hit.with(fixes)]
}
