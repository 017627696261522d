//! A05: faster than the past.
//!
//! Why: It may be possible, but something has to be different.
//! Fires: 历史最快每月 +1 个百分点，目标每月 +2
//! Silent: 历史最快每月 +2，目标每月 +1

use super::{Case, Hit, Rule};
use crate::smart::types::{Letter, Severity};
use crate::smart::verdict::Reach;

/// A05.
pub(super) const RULE: Rule = Rule {
    id: "A05",
    letter: Letter::A,
    severity: Severity::Ask,
    title: ["比过去快", "faster than the past"],
    doc: [
        "需要的速度超过历史最好水平。",
        "The needed pace is above the best of the past.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let (n, sure) = match k.j.achievable {
        Reach::TooFast(n) => (n, true),
        Reach::Brisk(n) => (n, false),
        _ => return Vec::new(),
    };
    let n = (n * 10.0).round() / 10.0;
    let (zh, en) = if n > 0.0 {
        (
            format!("需要的速度是历史最好的 {n} 倍"),
            format!("The needed pace is {n} times the best past one"),
        )
    } else {
        (
            "历史数据没有朝这个方向走过".into(),
            "The past never moved this way".into(),
        )
    };
    let mut hit = k.hit(
        k.whole(),
        zh,
        en,
        "写明靠什么做到，或放宽数值与期限",
        "Say what makes it possible, or ease the figure or the date",
    );
    if sure {
        hit.severity = Some(Severity::Error);
    }
    vec![hit]
}
