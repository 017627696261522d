//! V01: a vague word.
//!
//! Why: Beside a value it adds nothing; without one it hides that there is none.
//! Fires: 大幅降低成本 15%
//! Silent: 降低成本 15%

use super::{Case, Hit, Rule};
use crate::smart::lexicon::class;
use crate::smart::types::Verdict;
use crate::smart::types::{Letter, Severity};

/// V01.
pub(super) const RULE: Rule = Rule {
    id: "V01",
    letter: Letter::M,
    severity: Severity::Warn,
    title: ["含糊的词", "a vague word"],
    doc: [
        "大幅、显著、更好，各人理解不同。",
        "Words that everybody reads differently.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let valued = k.j.letters.m == Verdict::Pass;
    let vague = k.r.tokens.iter().filter(|t| {
        t.is(class::VAGUE)
            && !t.is(class::VTIME)
            && !t.is(class::GENERIC)
            && !k.r.in_purpose(t.start)
    });
    vague
        .map(|t| {
            let p = (t.start, t.end);
            let word = k.r.words(p);
            let mut hit = k.hit(
                p,
                format!("“{word}”各人理解不同"),
                format!("“{word}” means something else to everybody"),
                if valued {
                    "有数值，可以删"
                } else {
                    "换成数值"
                },
                if valued {
                    "The value says it: delete the word"
                } else {
                    "Replace it with a figure"
                },
            );
            if valued {
                hit.severity = Some(Severity::Info);
            }
            let adverb = valued
                && (k
                    .r
                    .tokens
                    .iter()
                    .any(|v| v.start >= t.end && v.start <= t.end + 1 && v.is(class::VERB))
                    || k.r
                        .tokens
                        .iter()
                        .any(|v| v.end + 1 == t.start && v.is(class::VERB)));
            if adverb {
                hit.with(vec![k.fix("删去", "Delete", k.delete(p), true)])
            } else {
                hit
            }
        })
        .collect()
}
