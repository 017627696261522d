//! Values and names as the document says them, for whoever writes sentences of their own.

use super::lookup::Lookup;
use crate::catalogue::{self, FieldDef, Texts};
use crate::model::{Charter, Row, RowId, Value};
use chrono::NaiveDate;

/// Reads a charter as its document would. `texts` are of the charter's language.
pub struct Say<'a>(Lookup<'a>);

impl<'a> Say<'a> {
    /// For this charter, without display numbers.
    pub fn new(charter: &'a Charter, texts: &'a Texts) -> Say<'a> {
        Say(Lookup::new(charter, texts, false))
    }

    /// The charter.
    pub fn charter(&self) -> &'a Charter {
        self.0.charter
    }

    /// The words of its language.
    pub fn texts(&self) -> &'a Texts {
        self.0.texts
    }

    /// The rows in use of a table in the first shown section of this type.
    pub fn rows(&self, section: &str, table: &str) -> Vec<&'a Row> {
        match self.charter().section(section) {
            Some(section) if !section.hidden => self.0.rows_in_use(section, table),
            _ => Vec::new(),
        }
    }

    /// A cell as it is printed, with its unit; empty when there is nothing to read.
    pub fn cell(&self, section: &str, table: &str, row: &Row, column: &str) -> String {
        let def = catalogue::section(section)
            .and_then(|section| section.table(table))
            .and_then(|table| table.column(column));
        match (def, row.cell(column)) {
            (Some(def), Some(value)) => self.0.text(value, def, &row.cells),
            _ => String::new(),
        }
    }

    /// A field of the first shown section of this type, as it is printed.
    pub fn field(&self, section: &str, field: &str) -> String {
        let def = catalogue::section(section).and_then(|section| section.field(field));
        let found = self.charter().section(section).filter(|s| !s.hidden);
        match (def, found) {
            (Some(def), Some(found)) => found
                .fields
                .get(field)
                .map(|value| self.0.text(value, def, &found.fields))
                .unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// A value as the field of this definition prints it; a unit that stands in another field is
    /// not added.
    pub fn value(&self, value: &Value, def: &FieldDef) -> String {
        self.0.text(value, def, &Default::default())
    }

    /// What a row or section is called; empty when it is gone or has no name.
    pub fn name(&self, id: &RowId) -> String {
        self.0.name(id).unwrap_or_default()
    }

    /// A day, written out.
    pub fn date(&self, day: NaiveDate) -> String {
        super::date(day, self.texts().lang())
    }

    /// Names or short items in a row.
    pub fn join(&self, items: impl IntoIterator<Item = String>) -> String {
        self.0.join(items.into_iter())
    }
}
