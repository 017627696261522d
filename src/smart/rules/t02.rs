//! T02: vague time.
//!
//! Why: Everybody reads it differently.
//! Fires: 尽快上线新版
//! Silent: 6 月底前上线新版

use super::{Case, Check, Hit, Rule};
use crate::smart::lexicon::class;
use crate::smart::types::{Letter, Severity};
use crate::smart::verdict::When;

/// T02.
pub(super) const RULE: Rule = Rule {
    id: "T02",
    letter: Letter::T,
    severity: Severity::Error,
    title: ["时间含糊", "vague time"],
    doc: ["“尽快”“近期”没有日期。", "“ASAP” and “soon” have no date."],
    find,
};

/// The first vague word of time outside the purpose.
pub(super) fn vague_time(k: &Case<'_>) -> Option<(usize, usize)> {
    k.r.tokens
        .iter()
        .find(|t| {
            t.is(class::VTIME)
                && !k.r.in_purpose(t.start)
                && !k
                    .r
                    .times
                    .iter()
                    .any(|x| t.start >= x.start && t.start < x.end)
        })
        .map(|t| (t.start, t.end))
}

fn find(k: &Case<'_>) -> Vec<Hit> {
    let Some(p) = vague_time(k) else {
        return Vec::new();
    };
    if k.j.when != When::None || k.ctx.deadline.is_some() || k.r.not_goal.is_some() {
        return Vec::new();
    }
    let word = k.r.words(p);
    let hit = k.hit(
        p,
        format!("“{word}”没有日期"),
        format!("“{word}” has no date"),
        "换成一个日期",
        "Replace it with a date",
    );
    vec![hit.with(k.deadline_in_place(p)).checked(Check::First)]
}
