//! S03: no end state.
//!
//! Why: 完善 can go on for ever.
//! Fires: 完善客户数据库
//! Silent: 客户数据库在 6 月底前补齐 3 个字段

use super::{Case, Hit, Rule};
use crate::smart::lexicon::class;
use crate::smart::types::Verdict;
use crate::smart::types::{Letter, Severity};

/// S03.
pub(super) const RULE: Rule = Rule {
    id: "S03",
    letter: Letter::S,
    severity: Severity::Error,
    title: ["没有完成状态", "no end state"],
    doc: [
        "笼统动词作用在具体事物上，没有说到什么程度算完。",
        "A generic verb on a concrete thing, without an end state.",
    ],
    find,
};

/// The generic verb when the thing itself is concrete.
pub(super) fn concrete_generic(k: &Case<'_>) -> Option<(usize, usize)> {
    let t =
        k.r.tokens
            .iter()
            .find(|t| t.is(class::GENERIC) && !t.is(class::METRIC) && !k.r.in_purpose(t.start))?;
    let named = k.r.tokens.iter().any(|o| {
        o.start >= t.end && o.is(class::ARTEFACT | class::METRIC | class::CATEGORY | class::DOC)
    });
    let timed = |i: usize| k.r.times.iter().any(|x| i >= x.start && i < x.end);
    let words: String = (t.end..k.r.c.len())
        .filter(|i| !timed(*i))
        .filter_map(|i| k.r.c.get(i))
        .collect();
    let mut english = words
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|w| !w.is_empty());
    let pronoun = matches!(
        english.next(),
        None | Some("it" | "this" | "that" | "things")
    );
    let han = words
        .chars()
        .filter(|c| crate::smart::text::han(*c))
        .count();
    let after = named || han > 1 || !pronoun;
    (k.r.hollow.is_none() && after).then_some((t.start, t.end))
}

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.j.letters.s != Verdict::Fail || k.r.not_goal.is_some() {
        return Vec::new();
    }
    let Some(p) = concrete_generic(k) else {
        return Vec::new();
    };
    let word = k.r.words(p);
    let hit = k.hit(
        p,
        format!("“{word}”没有终点"),
        format!("“{word}” has no end state"),
        "写明做到哪一步算完成",
        "Say what is there when it is done",
    );
    vec![hit.with(k.metric_slot())]
}
