//! A section that the user made up: free text, or a table with columns of their own.
//!
//! It is stored in `Section::custom` as
//!
//! ```json
//! {"v":1,"form":"text"}
//! {"v":1,"form":"table","columns":[{"id":"k3m…","name":"地点","type":"text"}]}
//! ```
//!
//! with its text in the field `text` (above the rows, for a table) and its rows in the table
//! `rows`, cells by column id. Column ids are random and never used again, so renaming or moving a
//! column touches no cell. A definition that this version cannot read is kept as it is; its
//! contents are shown under their ids.

use super::{RowId, Section, UnknownFields};
use serde::{Deserialize, Serialize};

/// Section type of all sections that users make up.
pub const CUSTOM: &str = "custom";
/// The field that holds the free text.
pub const CUSTOM_TEXT: &str = "text";
/// The table that holds the rows.
pub const CUSTOM_ROWS: &str = "rows";
/// The version of the shape that is written.
const VERSION: u32 = 1;

/// What a made-up section consists of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomDef {
    /// Version of the shape.
    pub v: u32,
    /// Text or table.
    pub form: CustomForm,
    /// Columns of a table, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<CustomColumn>,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// The two forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomForm {
    /// Paragraphs.
    Text,
    /// Rows under the user's columns.
    Table,
}

/// A column of the user's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomColumn {
    /// Random; cells are stored under it.
    pub id: RowId,
    /// What the user calls it.
    pub name: String,
    /// What its cells hold. A cell that does not fit stays as text.
    #[serde(rename = "type", default)]
    pub kind: ColumnType,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// What a column's cells hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// A line of text.
    #[default]
    Text,
    /// A paragraph.
    Longtext,
    /// A figure.
    Number,
    /// A percentage.
    Percent,
    /// An amount of money.
    Money,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// Yes or no.
    Bool,
    /// A role of this charter.
    Role,
}

impl ColumnType {
    /// All, in the order in which they are offered.
    pub const ALL: [ColumnType; 9] = [
        ColumnType::Text,
        ColumnType::Longtext,
        ColumnType::Number,
        ColumnType::Percent,
        ColumnType::Money,
        ColumnType::Date,
        ColumnType::Time,
        ColumnType::Bool,
        ColumnType::Role,
    ];
}

impl CustomDef {
    /// A new definition without columns.
    pub fn new(form: CustomForm) -> CustomDef {
        CustomDef {
            v: VERSION,
            form,
            columns: Vec::new(),
            unknown: UnknownFields::new(),
        }
    }

    /// The definition of a section; none when it is no made-up one, or of a newer shape.
    pub fn of(section: &Section) -> Option<CustomDef> {
        let raw = section.custom.clone()?;
        let def: CustomDef = serde_json::from_value(raw).ok()?;
        (def.v == VERSION).then_some(def)
    }

    /// Puts the definition into a section.
    pub fn put(&self, section: &mut Section) {
        // A definition has no map with keys other than texts: it always serialises.
        if let Ok(raw) = serde_json::to_value(self) {
            section.custom = Some(raw);
        }
    }
}
