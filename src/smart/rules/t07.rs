//! T07: read as a date.
//!
//! Why: Q3前 and 下季度末 are read differently by different people.
//! Fires: Q3 前完成
//! Silent: 2026-06-30 前完成

use super::{Case, Hit, Rule};
use crate::smart::types::{Letter, Severity};
use crate::smart::verdict::When;

/// T07.
pub(super) const RULE: Rule = Rule {
    id: "T07",
    letter: Letter::T,
    severity: Severity::Info,
    title: ["读作日期", "read as a date"],
    doc: [
        "显示读出的日期，可一键写明。",
        "Shows the date it was read as.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let When::Date(t, d) = &k.j.when else {
        return Vec::new();
    };
    let p = (t.start, t.end);
    let word = k.r.words(p);
    let has_year = word.chars().filter(char::is_ascii_digit).count() >= 5;
    if has_year && t.span.is_some_and(|s| s.from == s.to) || t.start > t.core.0 {
        return Vec::new();
    }
    let hit = k.hit(
        p,
        format!("“{word}”读作 {d}"),
        format!("“{word}” reads as {d}"),
        "需要时写明日期",
        "Write out the date if in doubt",
    );
    vec![hit.with(vec![k.fix(
        "写明日期",
        "Write out the date",
        k.replace(p, &k.by(*d)),
        true,
    )])]
}
