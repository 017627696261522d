//! Drafts for purpose and scope.

use super::draft::{Draft, some_names};
use super::facts::{Aim, Facts, Pen, farthest, sentence};
use crate::catalogue::ids::{
    cross_dept_interface as depts, purpose_scope as opening, sop_workflow as sop, work_content,
};
use crate::catalogue::ui::digest::opening as words;
use crate::model::{RowId, Value};
use std::collections::BTreeSet;

/// Names in one line of the scope.
const NAMES: usize = 6;
/// Gaps named in the background.
const GAPS: usize = 3;

pub(super) fn purpose(facts: &Facts<'_>) -> Option<Draft> {
    let mut pen = Pen::new(facts.say.texts());
    let partners = departments(facts);
    let procedures = facts.say.rows(sop::ID, sop::sops::TABLE).len();
    let counted = [
        (words::ROLES, facts.roles().len()),
        (words::DEPARTMENTS, partners),
        (words::GOALS, facts.goals().len()),
        (words::KPIS, facts.kpis().len()),
        (words::PROCEDURES, procedures),
    ];
    let items: Vec<String> = counted
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(words, n)| pen.count(words, n, &[]))
        .collect();
    // One count alone says nothing about what the document is for.
    if items.len() < 2 {
        return None;
    }
    let items = list(facts, items);
    let team = facts.team();
    let text = match team.is_empty() {
        true => pen.fill(words::PURPOSE, &[("items", &items)]),
        false => pen.fill(words::PURPOSE_OF, &[("items", &items), ("team", &team)]),
    };
    Draft::text(opening::PURPOSE, text, &pen)
}

/// Departments with which something is agreed.
pub(super) fn departments(facts: &Facts<'_>) -> usize {
    let rows = facts.say.rows(depts::ID, depts::interfaces::TABLE);
    let ids: BTreeSet<&RowId> = rows
        .iter()
        .filter_map(|row| row.cell(depts::interfaces::DEPT)?.refs().first())
        .collect();
    ids.len()
}

/// A, B and C.
pub(super) fn list(facts: &Facts<'_>, mut items: Vec<String>) -> String {
    use crate::catalogue::{fill, ui::digest};
    let last = items.pop().unwrap_or_default();
    if items.is_empty() {
        return last;
    }
    let first = facts.say.join(items);
    let pattern = facts.say.texts().get(digest::AND);
    fill(pattern, &[("first", &first), ("last", &last)])
}

pub(super) fn scope_in(facts: &Facts<'_>) -> Option<Draft> {
    let mut pen = Pen::new(facts.say.texts());
    let mut lines = Vec::new();
    let roles: Vec<String> = facts.roles().into_iter().map(|(_, name)| name).collect();
    if !roles.is_empty() {
        let names = some_names(facts, &mut pen, &roles, NAMES);
        let team = facts.team();
        lines.push(match team.is_empty() {
            true => pen.count(words::SCOPE_ROLES, roles.len(), &[("names", &names)]),
            false => {
                let values = [("names", names.as_str()), ("team", &team)];
                pen.count(words::SCOPE_ROLES_OF, roles.len(), &values)
            }
        });
    }
    let tables = [
        (
            words::SCOPE_WORK,
            work_content::ID,
            work_content::items::TABLE,
            work_content::items::ITEM,
        ),
        (
            words::SCOPE_PROCEDURES,
            sop::ID,
            sop::sops::TABLE,
            sop::sops::NAME,
        ),
    ];
    for (pattern, section, table, column) in tables {
        let rows = facts.say.rows(section, table);
        let names: Vec<String> = rows
            .into_iter()
            .map(|row| row.text(column).to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        if !names.is_empty() {
            let names = some_names(facts, &mut pen, &names, NAMES);
            lines.push(pen.fill(pattern, &[("names", &names)]));
        }
    }
    Draft::list(opening::SCOPE_IN, lines, &pen)
}

pub(super) fn applies_to(facts: &Facts<'_>) -> Option<Draft> {
    let roles = facts.roles();
    if roles.is_empty() {
        return None;
    }
    let mut pen = Pen::new(facts.say.texts());
    for (id, _) in &roles {
        pen.fact(id.as_str());
    }
    let ids = roles.into_iter().map(|(id, _)| id).collect();
    Some(Draft {
        id: opening::APPLIES_TO,
        content: super::draft::Content::Value(Value::Refs(ids)),
        facts: pen.fingerprint(),
    })
}

/// Where things stand against where they are to be.
pub(super) fn background(facts: &Facts<'_>) -> Option<Draft> {
    let mut pen = Pen::new(facts.say.texts());
    let mut aims = facts.goals();
    for kpi in facts.kpis() {
        let known = |aim: &Aim| aim.kpi.as_ref() == Some(&kpi.row) || aim.name == kpi.name;
        if !aims.iter().any(known) {
            aims.push(kpi);
        }
    }
    let mut lines = Vec::new();
    while let Some(aim) = farthest(&aims).cloned() {
        if lines.len() == GAPS {
            break;
        }
        let values = [
            ("name", aim.name.as_str()),
            ("from", &aim.from),
            ("to", &aim.to),
        ];
        lines.push(pen.fill(words::GAP, &values));
        aims.retain(|other| other.row != aim.row);
    }
    if lines.is_empty() {
        return None;
    }
    let joint = facts.say.texts().get(words::GAP_JOINT);
    let gaps = lines.join(joint);
    let text = pen.fill(words::BACKGROUND, &[("gaps", &gaps)]);
    Draft::text(opening::BACKGROUND, sentence(text, facts.lang()), &pen)
}
