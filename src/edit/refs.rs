//! References between rows: what may be chosen, what a row is called, what hangs on it.

use super::rows::insert_row;
use crate::catalogue::{self, FieldDef, Texts, ui};
use crate::model::{CUSTOM, Charter, IdSource, Row, RowId, Section, Value};

/// A row that a reference may point to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The row, or the section type where sections are referred to.
    pub id: RowId,
    /// What to call it.
    pub label: String,
    /// Entity kind (`role`, `kpi` …).
    pub entity: &'static str,
}

/// All rows that a field may refer to, in the order of its entity kinds. Rows without a name are
/// left out: they could not be told apart.
pub fn candidates(charter: &Charter, field: &FieldDef, texts: &Texts) -> Vec<Candidate> {
    let mut found = Vec::new();
    for entity in field.to.iter().filter_map(|id| catalogue::entity(id)) {
        if entity.section == "*" {
            found.extend(
                charter
                    .sections
                    .iter()
                    .filter(|s| !s.hidden)
                    .map(|section| Candidate {
                        id: section.id.clone(),
                        label: section_title(section, texts),
                        entity: entity.id,
                    }),
            );
            continue;
        }
        for row in charter.rows(entity.section, entity.table) {
            let label = row_title(entity.section, entity.table, row);
            if !label.is_empty() {
                found.push(Candidate {
                    id: row.id.clone(),
                    label,
                    entity: entity.id,
                });
            }
        }
    }
    found
}

/// What a row or section is called; none when nothing has this id.
pub fn row_label(charter: &Charter, id: &RowId, texts: &Texts) -> Option<String> {
    if let Some((section, table, row)) = charter.find_row(id) {
        return Some(row_title(&section.kind, table, row));
    }
    charter
        .section_by_id(id)
        .map(|section| section_title(section, texts))
}

/// The user's heading of a section, or the catalogue's.
pub fn section_title(section: &Section, texts: &Texts) -> String {
    if let Some(title) = section
        .title
        .as_deref()
        .filter(|title| !title.trim().is_empty())
    {
        return title.to_owned();
    }
    match catalogue::section(&section.kind) {
        Some(def) => texts.get(def.name).to_owned(),
        None if section.kind == CUSTOM => texts.get(ui::structure::custom::UNTITLED).to_owned(),
        None => section.kind.clone(),
    }
}

fn row_title(section: &str, table: &str, row: &Row) -> String {
    let column = catalogue::section(section)
        .and_then(|def| def.table(table))
        .map_or("", |table| table.title);
    row.text(column).to_owned()
}

/// Finds a row of an entity kind by name, or makes one from the name alone. None when the kind
/// has no table of its own.
pub fn create_by_name(
    charter: &mut Charter,
    entity: &str,
    name: &str,
    new_id: &mut dyn IdSource,
) -> Option<RowId> {
    let entity = catalogue::entity(entity).filter(|entity| entity.section != "*")?;
    let table = catalogue::section(entity.section)?.table(entity.table)?;
    let name = name.trim();
    let same = |row: &&Row| row.text(table.title) == name;
    if let Some(row) = charter.rows(entity.section, entity.table).iter().find(same) {
        return Some(row.id.clone());
    }
    let section = super::create::add_section_quietly(charter, entity.section, new_id);
    let mut row = Row::new(new_id.next_id());
    let id = row.id.clone();
    row.cells
        .insert(table.title.to_owned(), Value::Text(name.to_owned()));
    insert_row(charter, &section, entity.table, usize::MAX, row);
    Some(id)
}

/// Rows that refer to this one, as (section id, table, row id, column).
pub fn dependents(charter: &Charter, id: &RowId) -> Vec<(RowId, String, RowId, String)> {
    let mut found = Vec::new();
    for section in &charter.sections {
        for (table, rows) in &section.tables {
            for row in rows {
                for (column, value) in &row.cells {
                    let hit = match value {
                        Value::Refs(ids) => ids.contains(id),
                        Value::Letters(map) => map.contains_key(id),
                        _ => false,
                    };
                    if hit {
                        let place = (
                            section.id.clone(),
                            table.clone(),
                            row.id.clone(),
                            column.clone(),
                        );
                        found.push(place);
                    }
                }
            }
        }
    }
    found
}
