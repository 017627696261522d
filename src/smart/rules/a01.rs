//! A01: target on the wrong side.
//!
//! Why: One of the two figures or the verb is wrong.
//! Fires: 把退货率从 3% 降到 5%
//! Silent: 把退货率从 5% 降到 3%

use super::{Case, Hit, Rule};
use crate::smart::types::{Letter, Severity};
use crate::smart::verdict::Reach;

/// A01.
pub(super) const RULE: Rule = Rule {
    id: "A01",
    letter: Letter::A,
    severity: Severity::Error,
    title: ["目标与方向相反", "target on the wrong side"],
    doc: [
        "目标值不在要去的方向上，或与现状相同。",
        "The target is on the wrong side of the baseline, or equal to it.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.j.achievable != Reach::Contradiction {
        return Vec::new();
    }
    let (Some(b), Some(t)) = (k.r.baseline(), k.r.targets().next()) else {
        let hit = k.hit(
            k.whole(),
            "目标值不在要去的方向上".into(),
            "The target is on the wrong side of the present level".into(),
            "核对现状和目标",
            "Check the present level and the target",
        );
        return vec![hit.with(k.target_slot())];
    };
    let (bp, tp) = ((b.num, b.unit_end), (t.num, t.unit_end));
    let (bw, tw) = (k.r.words(bp), k.r.words(tp));
    let hit = k.hit(
        (b.start, t.end),
        format!("从“{bw}”到“{tw}”与方向不符"),
        format!("From “{bw}” to “{tw}” goes the other way"),
        "核对两个数，或改动词",
        "Check the two figures, or the verb",
    );
    if bp.1 > tp.0 || b.value == t.value {
        return vec![hit.with(k.target_slot())];
    }
    let swapped = format!(
        "{}{tw}{}{bw}{}",
        k.r.words((0, bp.0)),
        k.r.words((bp.1, tp.0)),
        k.r.words((tp.1, k.r.c.len()))
    );
    let mut fixes = vec![k.fix("对调两个数", "Swap the figures", swapped, false)];
    fixes.extend(k.target_slot());
    vec![hit.with(fixes)]
}
