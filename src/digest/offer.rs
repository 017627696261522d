//! What is offered to the user, and what becomes of it. Nothing here writes unasked.

use super::draft::{Content, Draft, NewRow};
use super::facts::Facts;
use super::{closing, elements, opening};
use crate::catalogue::ids::{
    purpose_scope::{self, core_elements},
    summary_outlook::{self, commitments},
};
use crate::catalogue::{self, TextId, Texts};
use crate::edit::{input_text, set_field};
use crate::model::{Charter, Drafted, IdSource, Row, RowId, Section, Value};
use crate::outline::Say;
use chrono::NaiveDate;

/// A draft that the user may take.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Field or table id.
    pub id: &'static str,
    /// What it is called.
    pub name: TextId,
    /// A table, not a field.
    pub is_table: bool,
    /// Something stands there already: it was drafted once, and the facts have changed.
    pub is_update: bool,
    /// What stands there.
    pub before: String,
    /// What would stand there.
    pub after: String,
}

/// The drafts that the section can be offered, in the order of the form. Empty for sections that
/// nothing is drafted for, and while `texts` are not of the charter's language.
pub fn offers(charter: &Charter, section: &RowId, texts: &Texts, today: NaiveDate) -> Vec<Offer> {
    let Some(found) = charter.section_by_id(section) else {
        return Vec::new();
    };
    drafts(charter, found, texts, today)
        .iter()
        .filter_map(|draft| offer(charter, found, draft, texts))
        .collect()
}

/// Writes the drafts with these ids into the section and remembers them.
pub fn take(
    charter: &mut Charter,
    section: &RowId,
    ids: &[&str],
    texts: &Texts,
    today: NaiveDate,
    new_id: &mut dyn IdSource,
) {
    let Some(found) = charter.section_by_id(section) else {
        return;
    };
    for draft in drafts(charter, found, texts, today) {
        if ids.contains(&draft.id) {
            write(charter, section, &draft, texts, new_id);
        }
    }
}

/// Leaves what stands there: the same facts are not offered again.
pub fn keep(charter: &mut Charter, section: &RowId, id: &str, texts: &Texts, today: NaiveDate) {
    let Some(found) = charter.section_by_id(section) else {
        return;
    };
    let drafts = drafts(charter, found, texts, today);
    if let Some(draft) = drafts.iter().find(|draft| draft.id == id) {
        remember(charter, section, draft, texts);
    }
}

fn drafts(charter: &Charter, section: &Section, texts: &Texts, today: NaiveDate) -> Vec<Draft> {
    if texts.lang() != charter.language {
        return Vec::new();
    }
    let facts = || Facts::new(charter, texts);
    let found = match section.kind.as_str() {
        purpose_scope::ID => {
            let facts = facts();
            vec![
                opening::purpose(&facts),
                opening::scope_in(&facts),
                opening::applies_to(&facts),
                opening::background(&facts),
                elements::elements(&facts, today),
            ]
        }
        summary_outlook::ID => {
            let facts = facts();
            vec![
                closing::summary(&facts),
                closing::next_focus(&facts, today),
                closing::revision_triggers(&facts),
                closing::commitments(&facts),
            ]
        }
        _ => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

fn offer(charter: &Charter, section: &Section, draft: &Draft, texts: &Texts) -> Option<Offer> {
    let def = catalogue::section(&section.kind)?;
    let (name, is_table) = match def.field(draft.id) {
        Some(field) => (field.name, false),
        None => (def.table(draft.id)?.name, true),
    };
    let say = Say::new(charter, texts);
    let before = shown(&say, section, draft.id);
    let is_update = !before.is_empty();
    if is_update {
        let seen = section.drafted.get(draft.id)?;
        if seen.facts == draft.facts || seen.text == drafted_text(&say, draft) {
            return None;
        }
    }
    let mut after = charter.clone();
    // Rows that are only looked at need no names.
    write(&mut after, &section.id, draft, texts, &mut RowId::default);
    let say = Say::new(&after, texts);
    let after = shown(&say, after.section_by_id(&section.id)?, draft.id);
    (before != after).then_some(Offer {
        id: draft.id,
        name,
        is_table,
        is_update,
        before,
        after,
    })
}

/// What stands in a field or table, a line for each row.
fn shown(say: &Say<'_>, section: &Section, id: &str) -> String {
    if let Some(value) = section.fields.get(id) {
        return value_text(say, value);
    }
    let rows = section.rows(id).iter().filter(|row| !row.is_blank());
    let lines: Vec<String> = rows
        .map(|row| row_line(say.texts(), id, |column| row.cell(column)))
        .collect();
    lines.join("\n")
}

fn value_text(say: &Say<'_>, value: &Value) -> String {
    match value {
        Value::Refs(ids) => say.join(ids.iter().map(|id| say.name(id))),
        other => input_text(other).trim().to_owned(),
    }
}

fn row_line<'v>(texts: &Texts, table: &str, cell: impl Fn(&str) -> Option<&'v Value>) -> String {
    let text = |column: &str| cell(column).and_then(Value::as_text).unwrap_or("").trim();
    if table == core_elements::TABLE {
        let focus = cell(core_elements::IS_FOCUS) == Some(&Value::Bool(true));
        let (name, why) = (text(core_elements::ELEMENT), text(core_elements::WHY));
        return elements::line(name, focus, why, texts);
    }
    text(commitments::TEXT).to_owned()
}

fn drafted_text(say: &Say<'_>, draft: &Draft) -> String {
    match &draft.content {
        Content::Value(value) => value_text(say, value),
        Content::Rows(rows) => {
            let lines: Vec<String> = rows
                .iter()
                .map(|row| new_row_line(say.texts(), draft.id, row))
                .collect();
            lines.join("\n")
        }
    }
}

fn new_row_line(texts: &Texts, table: &str, row: &NewRow) -> String {
    row_line(texts, table, |column| {
        let cell = row.cells.iter().find(|(known, _)| *known == column);
        cell.map(|(_, value)| value)
    })
}

fn write(
    charter: &mut Charter,
    section: &RowId,
    draft: &Draft,
    texts: &Texts,
    new_id: &mut dyn IdSource,
) {
    match &draft.content {
        Content::Value(value) => set_field(charter, section, draft.id, Some(value.clone())),
        Content::Rows(rows) => write_rows(charter, section, draft.id, rows, texts, new_id),
    }
    remember(charter, section, draft, texts);
}

/// A row about the same thing is rewritten in its place; a drafted one that nobody touched and that
/// the facts no longer bear goes; the user's own rows stay.
fn write_rows(
    charter: &mut Charter,
    section: &RowId,
    table: &'static str,
    fresh: &[NewRow],
    texts: &Texts,
    new_id: &mut dyn IdSource,
) {
    let Some(found) = charter.section_mut(section) else {
        return;
    };
    let seen = found.drafted.get(table).map(|drafted| drafted.text.clone());
    let seen: Vec<&str> = seen.as_deref().unwrap_or_default().lines().collect();
    let rows = found.tables.entry(table.to_owned()).or_default();
    let stands_for = |row: &Row, new: &NewRow| {
        row.cell(new.key.0)
            .is_some_and(|value| value.refs().contains(&new.key.1))
    };
    rows.retain(|row| {
        let line = row_line(texts, table, |column| row.cell(column));
        row.is_blank()
            || !seen.contains(&line.as_str())
            || fresh.iter().any(|new| stands_for(row, new))
    });
    let one_focus = table == core_elements::TABLE;
    if one_focus {
        for row in rows.iter_mut() {
            row.cells
                .retain(|id, value| id != core_elements::IS_FOCUS || *value != Value::Bool(true));
        }
    }
    for new in fresh {
        let at = rows.iter().position(|row| stands_for(row, new));
        let row = match at.and_then(|at| rows.get_mut(at)) {
            Some(row) => row,
            None => {
                rows.push(Row::new(new_id.next_id()));
                match rows.last_mut() {
                    Some(row) => row,
                    None => continue,
                }
            }
        };
        for (column, value) in &new.cells {
            row.cells.insert((*column).to_owned(), value.clone());
        }
    }
}

fn remember(charter: &mut Charter, section: &RowId, draft: &Draft, texts: &Texts) {
    let text = drafted_text(&Say::new(charter, texts), draft);
    let Some(section) = charter.section_mut(section) else {
        return;
    };
    let drafted = section.drafted.entry(draft.id.to_owned()).or_default();
    *drafted = Drafted {
        text,
        facts: draft.facts.clone(),
        unknown: std::mem::take(&mut drafted.unknown),
    };
}
