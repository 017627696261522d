//! Risks: "风险：应对".

use super::Draft;
use super::cues::split_name;
use crate::catalogue::TableDef;
use crate::catalogue::ids::risk_register::risks;

/// What stands between a risk and what is done about it.
const JOINTS: [&str; 14] = [
    "，应对措施为",
    "，应对措施",
    "，应对",
    "；应对",
    "——",
    "→",
    "，措施",
    "，通过",
    "，需",
    " — ",
    "; mitigation",
    "; response",
    ", so ",
    "，应",
];

pub(super) fn read(table: &TableDef, head: &str, draft: &mut Draft) {
    let parts = split_name(head).filter(|(name, _)| !["风险", "Risk", "risk"].contains(name));
    if let Some((risk, measure)) = parts {
        draft.put(table, risks::RISK, risk, risk);
        draft.put(table, risks::MEASURE, measure, measure);
        return;
    }
    let head = split_name(head).map_or(head, |(_, rest)| rest);
    let joint = JOINTS.iter().find_map(|joint| {
        let at = head.find(joint)?;
        Some((head.get(..at)?, head.get(at..)?))
    });
    match joint.filter(|(risk, measure)| !risk.trim().is_empty() && measure.chars().count() > 4) {
        Some((risk, measure)) => {
            draft.put(table, risks::RISK, risk, risk);
            let words = measure.trim_start_matches(|c: char| !c.is_alphanumeric());
            draft.put(table, risks::MEASURE, words, measure);
        }
        None => draft.put(table, risks::RISK, head, head),
    }
}
