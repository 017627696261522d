//! Duties and roles: "岗位：做什么，何时，交什么".

use super::Draft;
use super::clauses::{between, clauses, figures};
use super::cues::{is_role, split_name};
use super::times::is_timing;
use crate::catalogue::TableDef;
use crate::catalogue::ids::roles_duties::{duties, roles};

/// Longest part that is taken for a thing by itself.
const PART: usize = 28;

pub(super) fn duty(table: &TableDef, head: &str, draft: &mut Draft) {
    let said = match split_name(head) {
        Some((name, rest)) if is_role(name) || !rest.contains(['：', ':']) && is_holder(name) => {
            draft.put(table, duties::ROLE, name, name);
            rest
        }
        _ => head,
    };
    let parts = clauses(said);
    let short = parts.iter().all(|part| part.chars().count() <= PART);
    let timed = parts
        .iter()
        .skip(1)
        .position(|part| is_timing(part))
        .map(|at| at + 1);
    let Some(at) = timed.filter(|_| short && (2..=4).contains(&parts.len())) else {
        draft.put(table, duties::DUTY, said, said);
        return;
    };
    // Cut where the time stands: what before it, what comes of it behind.
    let place = |part: &str| said.find(part).unwrap_or(0);
    let (time, after) = (
        parts.get(at).copied().unwrap_or_default(),
        parts.get(at + 1),
    );
    let what = said.get(..place(time)).unwrap_or_default();
    let what = what.trim().trim_end_matches(['，', ',', '；', ';']);
    draft.put(table, duties::DUTY, what, what);
    draft.put(table, duties::TIMING, time, time);
    if let Some(after) = after {
        let rest = said.get(place(after)..).unwrap_or_default();
        draft.put(table, duties::OUTCOME, rest, rest);
    }
}

/// A short name in front of a colon that may be a role though it does not end like one.
fn is_holder(name: &str) -> bool {
    let length = name.chars().count();
    let ends = ["组", "部", "团队", "小组", "中心", "team", "Team"];
    length <= 12 && ends.iter().any(|end| name.ends_with(end))
}

pub(super) fn role(table: &TableDef, head: &str, draft: &mut Draft) {
    let (name, rest) = split_name(head).unwrap_or((head, ""));
    draft.put(table, roles::NAME, name, name);
    for part in clauses(rest) {
        let chief = between(part, "向", "汇报")
            .or_else(|| between(part, "汇报给", ""))
            .or_else(|| between(part, "直接上级", ""))
            .or_else(|| between(part, "reports to ", ""));
        let people = figures(part)
            .first()
            .filter(|figure| figure.text.ends_with(['人', '名']))
            .filter(|_| part.chars().count() <= 8)
            .map(|figure| figure.text.trim_end_matches(['人', '名', ' ']));
        match (chief, people) {
            (Some(chief), _) => draft.put(table, roles::REPORTS_TO, chief, part),
            (None, Some(count)) => draft.put(table, roles::HEADCOUNT, count, part),
            (None, None) => draft.put(table, roles::MISSION, part, part),
        }
    }
}
