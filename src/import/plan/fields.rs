//! Which field of a section takes a text.

use super::Place;
use crate::catalogue::ids::{
    code_of_conduct, communication_plan, culture_team, data_pipeline, execution_tracking,
    incident_emergency, issue_management, performance_incentives, purpose_scope, revision_history,
    sign_off, summary_outlook, supplementary_provisions,
};
use crate::catalogue::{self, FieldDef, FieldType, TableDef};
use crate::import::rows::Columns;

/// Fields that take words.
fn takes_words(field: &'static FieldDef) -> bool {
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

/// Fields that are lists of what their section is about.
const LISTS: [(&str, &str); 4] = [
    (communication_plan::ID, communication_plan::RULES),
    (culture_team::ID, culture_team::VALUES),
    (summary_outlook::ID, summary_outlook::NEXT_FOCUS),
    (purpose_scope::ID, purpose_scope::PRINCIPLES),
];

/// The field for the items of a list under a section's heading.
pub(super) fn list(section: &str) -> Option<Place> {
    let (_, id) = LISTS.iter().find(|(known, _)| *known == section)?;
    field(section, id)
}

/// A field by its id.
pub(super) fn field(section: &str, field: &str) -> Option<Place> {
    let def = catalogue::section(section)?;
    Some(Place::Field {
        section: def.id,
        field: def.field(field)?.id,
    })
}

/// Where the first table is not the one that a list under the heading fills.
const TABLES: [(&str, &str); 3] = [
    (data_pipeline::ID, data_pipeline::stages::TABLE),
    (code_of_conduct::ID, code_of_conduct::rules::TABLE),
    (incident_emergency::ID, incident_emergency::plans::TABLE),
];

/// Sections whose lines say too little about which of their tables they belong to.
const UNSURE: [&str; 6] = [
    performance_incentives::ID,
    execution_tracking::ID,
    issue_management::ID,
    supplementary_provisions::ID,
    sign_off::ID,
    revision_history::ID,
];

/// The table of a section for the items of a list: one that is called by words.
pub(super) fn rows(section: &str) -> Option<Place> {
    let def = catalogue::section(section)?;
    if UNSURE.contains(&section) {
        return None;
    }
    if let Some((_, id)) = TABLES.iter().find(|(known, _)| *known == section) {
        return rows_of(def.id, id);
    }
    let worded = |table: &&TableDef| table.column(table.title).is_some_and(takes_words);
    let table = def.tables.iter().filter(worded).find(|table| !table.log)?;
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
