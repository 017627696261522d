//! Which field of a section takes a text.

use super::Place;
use crate::catalogue::{self, FieldDef, FieldType};
use crate::import::rows::Columns;

/// Fields that take words.
fn takes_words(field: &FieldDef) -> bool {
    matches!(
        field.kind,
        FieldType::Text | FieldType::Longtext | FieldType::List
    )
}

/// The field of a section that a word names.
pub(super) fn named(section: &str, name: &str, columns: &Columns) -> Option<Place> {
    let def = catalogue::section(section)?;
    let field = columns.find(name, def.fields)?;
    Some(Place::Field {
        section: def.id,
        field: field.id,
    })
}

/// The field for prose under a section's heading, and whether it is a list.
pub(super) fn prose(section: &str) -> Option<(Place, bool)> {
    let def = catalogue::section(section)?;
    let long = |field: &&FieldDef| matches!(field.kind, FieldType::Longtext | FieldType::List);
    let field = def.fields.iter().find(long)?;
    let place = Place::Field {
        section: def.id,
        field: field.id,
    };
    Some((place, field.kind == FieldType::List))
}

/// The field for the items of a list under a section's heading.
pub(super) fn list(section: &str) -> Option<Place> {
    let def = catalogue::section(section)?;
    let field = def.fields.iter().find(|field| field.kind == FieldType::List)?;
    Some(Place::Field {
        section: def.id,
        field: field.id,
    })
}

/// The first table of a section with a column for words; logs come last.
pub(super) fn rows(section: &str) -> Option<Place> {
    let def = catalogue::section(section)?;
    let mut tables = def
        .tables
        .iter()
        .filter(|table| table.columns.iter().any(takes_words));
    let table = tables.clone().find(|table| !table.log).or_else(|| tables.next())?;
    Some(Place::Rows {
        section: def.id,
        table: table.id,
    })
}

/// A table of a section.
pub(super) fn rows_of(section: &'static str, table: &'static str) -> Option<Place> {
    catalogue::section(section)?.table(table)?;
    Some(Place::Rows { section, table })
}
