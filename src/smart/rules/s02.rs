//! S02: no object.
//!
//! Why: Without an object there is nothing to reach.
//! Fires: 做到更好
//! Silent: 上线新版结算页

use super::{Case, Hit, Rule};
use crate::smart::types::Verdict;
use crate::smart::types::{Letter, Severity};

/// S02.
pub(super) const RULE: Rule = Rule {
    id: "S02",
    letter: Letter::S,
    severity: Severity::Error,
    title: ["缺少对象", "no object"],
    doc: [
        "没有说清楚做什么，或只写了品质与态度。",
        "It does not say what, or names a trait or an attitude.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    if k.j.letters.s != Verdict::Fail
        || k.r.not_goal.is_some()
        || k.r.hollow.is_some()
        || super::s03::concrete_generic(k).is_some()
    {
        return Vec::new();
    }
    let hit = k.hit(
        k.whole(),
        "没有说清楚做什么".into(),
        "It does not say what shall be reached".into(),
        "写出指标、交付物或事件",
        "Name a metric, a deliverable or an event",
    );
    vec![hit.with(k.metric_slot())]
}
