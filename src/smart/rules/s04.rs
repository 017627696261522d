//! S04: several goals in one sentence.
//!
//! Why: Each goal needs its own owner, date and check.
//! Fires: Q2 好评率达到 95%，新招 5 名工程师
//! Silent: 门店从 120 家增加到 150 家

use super::{Case, Hit, Rule};
use crate::smart::lexicon::class;
use crate::smart::text::any;
use crate::smart::types::{Letter, Severity};

/// S04.
pub(super) const RULE: Rule = Rule {
    id: "S04",
    letter: Letter::S,
    severity: Severity::Warn,
    title: ["一句多个目标", "several goals in one sentence"],
    doc: [
        "一句里有几个目标，难以分别认领和检查。",
        "Several goals in one sentence cannot be owned and checked one by one.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.r.c.contains(&'\n') {
        return Vec::new();
    }
    let with: Vec<_> =
        k.r.clauses
            .iter()
            .filter(|c| {
                k.r.targets()
                    .any(|q| q.num >= c.start && q.num < c.end && !in_round(&k.r.c, q.num))
                    && k.r.tokens.iter().any(|t| {
                        t.start >= c.start && t.end <= c.end && t.is(class::VERB | class::METRIC)
                    })
            })
            .collect();
    if with.len() < 2 {
        return Vec::new();
    }
    let first = with.first().map_or((0, 0), |c| (c.start, c.end));
    let restated = with.windows(2).all(|w| matches!(w, [_, b] if any(&k.r.c, b.start, &["即", "相当于", "缩短", "每场", "每家", "每人", "其中"]).is_some()));
    if restated {
        return Vec::new();
    }
    let n = with.len();
    let hit = k.hit(
        first,
        format!("一句写了 {n} 个目标"),
        format!("{n} goals in one sentence"),
        "拆成几条，各有负责人和期限",
        "Split it: each with its own owner and date",
    );
    let mut lines = Vec::new();
    let mut start = 0;
    for w in with.windows(2) {
        if let [_, b] = w {
            lines.push(k.r.words((start, b.start)));
            start = b.start;
        }
    }
    lines.push(k.r.words((start, k.r.c.len())));
    let text: Vec<String> = lines
        .iter()
        .map(|l| {
            l.trim()
                .trim_end_matches(['，', ',', '；', ';', '、'])
                .trim_end_matches(" and")
                .to_string()
        })
        .collect();
    vec![hit.with(vec![k.fix("拆成几条", "Split", text.join("\n"), true)])]
}

fn in_round(c: &[char], i: usize) -> bool {
    c.get(i.saturating_sub(120)..i)
        .unwrap_or_default()
        .iter()
        .rev()
        .find(|ch| matches!(ch, '(' | ')'))
        == Some(&'(')
}
