//! Rows and cells. Rows are named by id; an id that does not exist changes nothing.

use crate::model::{Charter, IdSource, Row, RowId, Value};

/// Sets or clears a field of a section.
pub fn set_field(charter: &mut Charter, section: &RowId, field: &str, value: Option<Value>) {
    let Some(section) = charter.section_mut(section) else {
        return;
    };
    match value {
        Some(value) => section.fields.insert(field.to_owned(), value),
        None => section.fields.remove(field),
    };
}

/// Sets or clears a cell.
pub fn set_cell(
    charter: &mut Charter,
    section: &RowId,
    table: &str,
    row: &RowId,
    column: &str,
    value: Option<Value>,
) {
    let Some(row) = charter
        .section_mut(section)
        .and_then(|s| s.row_mut(table, row))
    else {
        return;
    };
    match value {
        Some(value) => row.cells.insert(column.to_owned(), value),
        None => row.cells.remove(column),
    };
}

/// Adds an empty row at the end and gives its id.
pub fn add_row(
    charter: &mut Charter,
    section: &RowId,
    table: &str,
    new_id: &mut dyn IdSource,
) -> RowId {
    let row = Row::new(new_id.next_id());
    let id = row.id.clone();
    insert_row(charter, section, table, usize::MAX, row);
    id
}

/// Puts a row at a place, at the end when the place is beyond it.
pub fn insert_row(charter: &mut Charter, section: &RowId, table: &str, at: usize, row: Row) {
    let Some(section) = charter.section_mut(section) else {
        return;
    };
    let rows = section.tables.entry(table.to_owned()).or_default();
    rows.insert(at.min(rows.len()), row);
}

/// Copies a row to just below itself, under a new id.
pub fn duplicate_row(
    charter: &mut Charter,
    section: &RowId,
    table: &str,
    row: &RowId,
    new_id: &mut dyn IdSource,
) -> Option<RowId> {
    let rows = charter.section_by_id(section)?.rows(table);
    let at = rows.iter().position(|other| other.id == *row)?;
    let copy = Row {
        id: new_id.next_id(),
        ..rows.get(at)?.clone()
    };
    let id = copy.id.clone();
    insert_row(charter, section, table, at + 1, copy);
    Some(id)
}

/// Moves a row up (negative) or down by some places, stopping at the ends.
pub fn move_row(charter: &mut Charter, section: &RowId, table: &str, row: &RowId, by: isize) {
    let Some(section) = charter.section_mut(section) else {
        return;
    };
    let Some(rows) = section.tables.get_mut(table) else {
        return;
    };
    let Some(from) = rows.iter().position(|other| other.id == *row) else {
        return;
    };
    let to = from.saturating_add_signed(by).min(rows.len() - 1);
    let row = rows.remove(from);
    rows.insert(to, row);
}

/// Takes a row out and gives it back with its place, so that it can be put back.
pub fn remove_row(
    charter: &mut Charter,
    section: &RowId,
    table: &str,
    row: &RowId,
) -> Option<(usize, Row)> {
    let rows = charter.section_mut(section)?.tables.get_mut(table)?;
    let at = rows.iter().position(|other| other.id == *row)?;
    Some((at, rows.remove(at)))
}
