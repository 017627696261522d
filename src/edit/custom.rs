//! Sections that the user makes up: their text, their columns, their rows.

use super::input::{input_text, parse_input};
use super::refs::create_by_name;
use super::rows::insert_row;
use crate::catalogue::{FieldDef, FieldType, Need, TextId, Tier};
use crate::model::{
    CUSTOM, CUSTOM_ROWS, Charter, ColumnType, CustomColumn, CustomDef, CustomForm, IdSource, Row,
    RowId, Section, UnknownFields, Value,
};
use std::sync::Arc;

/// The free text of a made-up section as a field.
pub static CUSTOM_TEXT_FIELD: FieldDef = field(crate::model::CUSTOM_TEXT, FieldType::Longtext, &[]);

/// How the cells of a column are typed and read. The words of the column are the user's own, so
/// the field has none.
pub fn column_field(kind: ColumnType) -> &'static FieldDef {
    static FIELDS: [FieldDef; 9] = [
        field("", FieldType::Text, &[]),
        field("", FieldType::Longtext, &[]),
        field("", FieldType::Number, &[]),
        FieldDef {
            unit: Some("percent"),
            ..field("", FieldType::Percent, &[])
        },
        FieldDef {
            unit: Some("cny"),
            ..field("", FieldType::Money, &[])
        },
        field("", FieldType::Date, &[]),
        field("", FieldType::Time, &[]),
        field("", FieldType::Bool, &[]),
        field("", FieldType::Ref, &["role"]),
    ];
    let [
        text,
        longtext,
        number,
        percent,
        money,
        date,
        time,
        yes,
        role,
    ] = &FIELDS;
    match kind {
        ColumnType::Text => text,
        ColumnType::Longtext => longtext,
        ColumnType::Number => number,
        ColumnType::Percent => percent,
        ColumnType::Money => money,
        ColumnType::Date => date,
        ColumnType::Time => time,
        ColumnType::Bool => yes,
        ColumnType::Role => role,
    }
}

const fn field(id: &'static str, kind: FieldType, to: &'static [&'static str]) -> FieldDef {
    FieldDef {
        id,
        kind,
        tier: Tier::Core,
        need: Need::Optional,
        to,
        options: &[],
        unit: None,
        unit_from: None,
        min: None,
        max: None,
        max_chars: None,
        hidden: false,
        name: TextId::NONE,
        help: TextId::NONE,
        why: TextId::NONE,
        example: TextId::NONE,
    }
}

/// Adds a made-up section, a table with these columns of text, and gives its id.
pub fn add_custom(
    charter: &mut Charter,
    title: &str,
    form: CustomForm,
    columns: &[&str],
    new_id: &mut dyn IdSource,
) -> RowId {
    let title = title.trim();
    let mut section = Section {
        id: new_id.next_id(),
        kind: CUSTOM.to_owned(),
        title: (!title.is_empty()).then(|| title.to_owned()),
        ..Section::default()
    };
    let mut def = CustomDef::new(form);
    for name in columns {
        def.columns.push(column(name, ColumnType::Text, new_id));
    }
    def.put(&mut section);
    let id = section.id.clone();
    charter.sections.push(Arc::new(section));
    id
}

fn column(name: &str, kind: ColumnType, new_id: &mut dyn IdSource) -> CustomColumn {
    CustomColumn {
        id: new_id.next_id(),
        name: name.trim().to_owned(),
        kind,
        unknown: UnknownFields::new(),
    }
}

/// Changes the definition of a made-up section; one that cannot be read stays as it is.
fn change<T>(
    charter: &mut Charter,
    section: &RowId,
    change: impl FnOnce(&mut CustomDef, &mut Section) -> T,
) -> Option<T> {
    let mut def = CustomDef::of(charter.section_by_id(section)?)?;
    let section = charter.section_mut(section)?;
    let result = change(&mut def, section);
    def.put(section);
    Some(result)
}

/// Adds a column at the end and gives its id.
pub fn add_column(
    charter: &mut Charter,
    section: &RowId,
    name: &str,
    kind: ColumnType,
    new_id: &mut dyn IdSource,
) -> Option<RowId> {
    let new = column(name, kind, new_id);
    let id = new.id.clone();
    change(charter, section, |def, _| def.columns.push(new)).map(|()| id)
}

/// Calls a column something else. Its cells stay as they are.
pub fn rename_column(charter: &mut Charter, section: &RowId, id: &RowId, name: &str) {
    change(charter, section, |def, _| {
        if let Some(column) = def.columns.iter_mut().find(|column| column.id == *id) {
            // As typed: a space that waits for the next word is no mistake.
            column.name = name.to_owned();
        }
    });
}

/// Gives a column another type. What fits is read anew, and what does not fit stays as it was
/// typed; a reference stays one, so that going back loses nothing.
pub fn retype_column(charter: &mut Charter, section: &RowId, id: &RowId, kind: ColumnType) {
    let field = column_field(kind);
    change(charter, section, |def, section| {
        let Some(column) = def.columns.iter_mut().find(|column| column.id == *id) else {
            return;
        };
        column.kind = kind;
        let rows = section.tables.get_mut(CUSTOM_ROWS);
        for row in rows.into_iter().flatten() {
            let typed = match row.cells.get(id.as_str()) {
                Some(Value::Refs(_) | Value::Bool(_) | Value::Other(_)) | None => continue,
                Some(value) => input_text(value),
            };
            if let Some(value) = parse_cell(field, &typed) {
                row.cells.insert(id.0.clone(), value);
            }
        }
    });
}

/// Moves a column left (negative) or right by some places, stopping at the ends.
pub fn move_column(charter: &mut Charter, section: &RowId, id: &RowId, by: isize) {
    change(charter, section, |def, _| {
        if let Some(from) = def.columns.iter().position(|column| column.id == *id) {
            let last = def.columns.len().saturating_sub(1);
            let to = from.saturating_add_signed(by).min(last);
            let column = def.columns.remove(from);
            def.columns.insert(to, column);
        }
    });
}

/// Deletes a column with its cells; undoing brings both back.
pub fn remove_column(charter: &mut Charter, section: &RowId, id: &RowId) {
    change(charter, section, |def, section| {
        def.columns.retain(|column| column.id != *id);
        let rows = section.tables.get_mut(CUSTOM_ROWS);
        for row in rows.into_iter().flatten() {
            row.cells.remove(id.as_str());
        }
    });
}

/// Pasted lines or spreadsheet cells become rows at the end; `head` takes the first line for the
/// names of the columns. Cells beyond the last column get columns of their own, so that nothing of
/// a paste is lost. Gives how many rows were made.
pub fn paste_custom(
    charter: &mut Charter,
    section: &RowId,
    pasted: &str,
    head: bool,
    new_id: &mut dyn IdSource,
) -> usize {
    let mut lines: Vec<Vec<&str>> = pasted
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(cells)
        .filter(|cells| !is_rule(cells))
        .collect();
    let Some(mut def) = charter.section_by_id(section).and_then(CustomDef::of) else {
        return 0;
    };
    let names = if head && !lines.is_empty() {
        lines.remove(0)
    } else {
        Vec::new()
    };
    let width = lines.iter().map(Vec::len).chain([names.len()]).max();
    // Without columns yet, the head names them; with columns, it tells which cell goes where.
    let mut places: Vec<usize> = Vec::new();
    for at in 0..width.unwrap_or(0) {
        let name = names.get(at).copied().unwrap_or_default();
        let known = def
            .columns
            .iter()
            .position(|column| !name.is_empty() && column.name.trim() == name)
            .filter(|place| !places.contains(place));
        let free = || {
            let fits = |place: &usize| *place < def.columns.len() && !places.contains(place);
            (name.is_empty()).then_some(at).filter(fits)
        };
        let place = known.or_else(free).unwrap_or(def.columns.len());
        if place == def.columns.len() {
            def.columns.push(column(name, ColumnType::Text, new_id));
        }
        places.push(place);
    }
    change(charter, section, |old, _| {
        old.columns.clone_from(&def.columns)
    });
    let made = lines.len();
    for line in lines {
        let mut row = Row::new(new_id.next_id());
        for (cell, place) in line.into_iter().zip(&places) {
            let Some(column) = def.columns.get(*place) else {
                continue;
            };
            if let Some(value) = cell_value(charter, column.kind, cell, new_id) {
                row.cells.insert(column.id.0.clone(), value);
            }
        }
        insert_row(charter, section, CUSTOM_ROWS, usize::MAX, row);
    }
    made
}

fn cell_value(
    charter: &mut Charter,
    kind: ColumnType,
    text: &str,
    new_id: &mut dyn IdSource,
) -> Option<Value> {
    let field = column_field(kind);
    if text.trim().is_empty() {
        return None;
    }
    if kind == ColumnType::Role {
        let role = create_by_name(charter, "role", text, new_id)?;
        return Some(Value::Refs(vec![role]));
    }
    parse_cell(field, text)
}

/// A text as a cell; yes and no as people write them into tables.
fn parse_cell(field: &FieldDef, text: &str) -> Option<Value> {
    if field.kind == FieldType::Bool {
        match text.trim().to_lowercase().as_str() {
            "是" | "有" | "对" | "√" | "✓" | "yes" | "y" => return Some(Value::Bool(true)),
            "否" | "无" | "×" | "✗" | "no" | "n" => return Some(Value::Bool(false)),
            _ => {}
        }
    }
    parse_input(field, text, field.unit)
}

/// The cells of a line: divided by tabs, else by bars, else one.
fn cells(line: &str) -> Vec<&str> {
    if line.contains('\t') {
        return line.split('\t').map(str::trim).collect();
    }
    let trimmed = line.trim();
    let inner = trimmed
        .strip_prefix('|')
        .and_then(|rest| rest.strip_suffix('|'))
        .unwrap_or(trimmed);
    if inner.contains('|') {
        return inner.split('|').map(str::trim).collect();
    }
    vec![inner.trim()]
}

/// The line under the head of a Markdown table.
fn is_rule(cells: &[&str]) -> bool {
    let rule = |cell: &&str| cell.len() > 1 && cell.chars().all(|c| matches!(c, '-' | ':'));
    cells.len() > 1 && cells.iter().all(rule)
}
