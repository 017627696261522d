//! R02: linked to no objective.
//!
//! Why: A goal that serves nothing takes time from those that do.
//! Fires: 有上级目标而未关联
//! Silent: 已关联上级目标

use super::{Case, Hit, Rule};
use crate::smart::types::Verdict;
use crate::smart::types::{Letter, Severity};

/// R02.
pub(super) const RULE: Rule = Rule {
    id: "R02",
    letter: Letter::R,
    severity: Severity::Error,
    title: ["没有挂到上级目标", "linked to no objective"],
    doc: [
        "本文件有上级目标，这条没有挂到任何一个。",
        "The charter has objectives and this goal is linked to none.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.j.letters.r != Verdict::Fail {
        return Vec::new();
    }
    let mut near: Vec<(usize, &String)> = k
        .ctx
        .objectives
        .iter()
        .map(|o| (shared(&k.r.c, o), o))
        .collect();
    // The three closest to the front; of equals the first written.
    for place in 0..near.len().min(3) {
        let rest = near.iter().enumerate().skip(place);
        let Some(best) = rest.rev().max_by_key(|n| n.1.0).map(|n| n.0) else {
            break;
        };
        if let Some(run) = near.get_mut(place..=best) {
            run.rotate_right(1);
        }
    }
    let first = near.first().map(|n| n.1.clone()).unwrap_or_default();
    let end = k.r.c.len();
    let hit = k.hit(
        (end, end),
        "没有挂到上级目标".into(),
        "Linked to no objective".into(),
        &format!("最接近的是“{first}”"),
        &format!("The closest is “{first}”"),
    );
    let fixes = near
        .iter()
        .take(3)
        .map(|n| {
            k.fix(
                n.1,
                n.1,
                k.append(
                    &format!("，以支撑{}", n.1),
                    &format!(" in order to support {}", n.1),
                ),
                false,
            )
        })
        .collect();
    vec![hit.with(fixes)]
}

/// Pairs of neighbouring characters that both have.
fn shared(c: &[char], other: &str) -> usize {
    let o = crate::smart::fold::fold(other);
    o.windows(2)
        .filter(|w| w.iter().all(|x| x.is_alphanumeric()) && c.windows(2).any(|v| v == *w))
        .count()
}
