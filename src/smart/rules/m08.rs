//! M08: add an acceptance criterion.
//!
//! Why: Two people may disagree on done.
//! Fires: 6 月底前上线新版结算页
//! Silent: 6 月底前上线新版结算页，验收标准：支付成功率 99%

use super::{Case, Check, Hit, Rule};
use crate::smart::text::any;
use crate::smart::types::{Letter, Severity};

/// M08.
pub(super) const RULE: Rule = Rule {
    id: "M08",
    letter: Letter::M,
    severity: Severity::Info,
    title: ["补一条验收标准", "add an acceptance criterion"],
    doc: [
        "交付物只有完成与未完成，补上验收标准更稳。",
        "A deliverable is done or not done; say what counts as done.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let Some(p) =
        k.r.binary
            .filter(|_| k.r.targets().next().is_none() && k.r.universal.is_none())
    else {
        return Vec::new();
    };
    let c = &k.r.c;
    if (0..c.len())
        .any(|i| any(c, i, &["验收", "标准", "accept", "criteri", "done when"]).is_some())
    {
        return Vec::new();
    }
    let hit = k.hit(
        p,
        "按完成与否衡量".into(),
        "Measured as done or not done".into(),
        "补一条验收标准",
        "Add an acceptance criterion",
    );
    let fixed = k.append("（验收标准：【标准】）", " (accepted when 【criterion】)");
    vec![
        hit.with(vec![k.slot("补验收标准", "Add a criterion", fixed)])
            .checked(Check::Tail),
    ]
}
