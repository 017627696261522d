//! Finds rows and their names; references follow renames because a name is read when it is printed.

use super::days::write_dates;
use super::format::width;
use crate::catalogue::{self, FieldDef, FieldType, Render, SectionDef, TableDef, Texts, ui};
use crate::model::{CUSTOM, Charter, Row, RowId, Section, Value};
use std::collections::BTreeMap;

/// How many references a name may follow (a signer's row is named by its role).
const MAX_HOPS: u8 = 4;

/// Width of a name beyond which its remarks are cut, in Latin letters.
const MAX_NAME: usize = 60;

/// Rows whose title is a whole sentence are called by one of these columns where others name them.
const SPOKEN: [(&str, [&str; 2]); 1] = [("goals", ["kpi", "metric"])];

/// A charter with the words of its language and an index of its rows.
pub(crate) struct Lookup<'a> {
    pub(crate) charter: &'a Charter,
    pub(crate) texts: &'a Texts,
    /// Names carry their display number (G1, K2).
    pub(crate) codes: bool,
    rows: BTreeMap<&'a RowId, Place<'a>>,
}

/// Where a row is.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) table: Option<&'static TableDef>,
    pub(crate) row: &'a Row,
    /// Place among the rows in use, from 1.
    pub(crate) count: usize,
}

impl<'a> Lookup<'a> {
    pub(crate) fn new(charter: &'a Charter, texts: &'a Texts, codes: bool) -> Lookup<'a> {
        let mut rows = BTreeMap::new();
        for section in charter.sections.iter().map(AsRef::as_ref) {
            let def = catalogue::section(&section.kind);
            for (id, list) in &section.tables {
                let table = def.and_then(|def| def.table(id));
                for (index, row) in list.iter().filter(|row| !row.is_blank()).enumerate() {
                    let place = Place {
                        table,
                        row,
                        count: index + 1,
                    };
                    rows.insert(&row.id, place);
                }
            }
        }
        Lookup {
            charter,
            texts,
            codes,
            rows,
        }
    }

    /// A row in use.
    pub(crate) fn place(&self, id: &RowId) -> Option<Place<'a>> {
        self.rows.get(id).copied()
    }

    /// The display number of a row; empty unless codes are wanted.
    pub(crate) fn code(&self, id: &RowId) -> String {
        match self.place(id) {
            Some(Place {
                table: Some(table),
                count,
                ..
            }) if self.codes && !table.prefix.is_empty() => format!("{}{count}", table.prefix),
            _ => String::new(),
        }
    }

    /// The name of a row or section; none when it is gone or has no name yet.
    pub(crate) fn name(&self, id: &RowId) -> Option<String> {
        let name = self.plain_name(id, 0)?;
        let code = self.code(id);
        Some(if code.is_empty() {
            name
        } else {
            format!("{code} {name}")
        })
    }

    fn plain_name(&self, id: &RowId, hops: u8) -> Option<String> {
        if hops > MAX_HOPS {
            return None;
        }
        let Some(place) = self.place(id) else {
            let section = self.charter.section_by_id(id)?;
            return Some(self.section_name(section));
        };
        let table = place.table?;
        let spoken = SPOKEN.iter().find(|(id, _)| *id == table.id);
        spoken
            .into_iter()
            .flat_map(|(_, columns)| columns)
            .chain([&table.title])
            .find_map(|column| self.name_in(place.row, table, column, hops))
    }

    /// The value of a column as a name.
    fn name_in(&self, row: &Row, table: &TableDef, column: &str, hops: u8) -> Option<String> {
        let name = match row.cell(column)? {
            Value::Refs(ids) => ids.iter().find_map(|id| self.plain_name(id, hops + 1))?,
            Value::Enum(option) => table
                .column(column)
                .map(|column| self.option_label(column, option))?,
            Value::Text(text) => write_dates(&short_name(text), self.texts.lang()),
            _ => return None,
        };
        Some(name).filter(|name| !name.is_empty())
    }

    /// The user's heading, or the catalogue's.
    pub(crate) fn section_name(&self, section: &Section) -> String {
        let own = section.title.as_deref().map(str::trim).unwrap_or_default();
        if !own.is_empty() {
            return own.to_owned();
        }
        match catalogue::section(&section.kind) {
            Some(def) => self.texts.get(def.name).to_owned(),
            None if section.kind == CUSTOM => {
                self.texts.get(ui::structure::custom::UNTITLED).to_owned()
            }
            None => section.kind.clone(),
        }
    }

    /// The label of an option; the id itself for one that the user made up.
    pub(crate) fn option_label(&self, column: &FieldDef, option: &str) -> String {
        column
            .options
            .iter()
            .find(|known| known.id == option)
            .map_or_else(
                || option.to_owned(),
                |known| self.texts.get(known.label).to_owned(),
            )
    }

    /// Rows of a table that hold something.
    pub(crate) fn rows_in_use(&self, section: &'a Section, table: &str) -> Vec<&'a Row> {
        section
            .rows(table)
            .iter()
            .filter(|row| !row.is_blank())
            .collect()
    }
}

/// The table of the same section that the `parent` column of `table` points to.
pub(crate) fn parent_table(
    section: &'static SectionDef,
    table: &TableDef,
) -> Option<&'static TableDef> {
    let column = table.column(table.parent?)?;
    column.to.iter().find_map(|entity| {
        let entity = catalogue::entity(entity)?;
        (entity.section == section.id && entity.table != table.id)
            .then(|| section.table(entity.table))
            .flatten()
    })
}

/// Rows of the table are called by another column than their title where others name them.
pub(crate) fn goes_by_another(table: &TableDef) -> bool {
    SPOKEN.iter().any(|(id, _)| *id == table.id)
}

/// The table is a matrix of rows against roles.
pub(crate) fn letters_column(table: &TableDef) -> Option<&'static FieldDef> {
    table
        .columns
        .iter()
        .find(|column| column.kind == FieldType::Letters && table.render == Render::Table)
}

/// A name that is a sentence (a goal) stands in other sentences without its side remarks.
fn short_name(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default().trim();
    if width(line) <= MAX_NAME {
        return line.trim_end_matches(['。', '；', '，']).to_owned();
    }
    let main = line
        .split(['。', '；', '（', ';', '('])
        .map(str::trim)
        .find(|part| !part.is_empty())
        .unwrap_or(line);
    if width(main) <= 2 * MAX_NAME {
        return main.to_owned();
    }
    let mut room = 2 * MAX_NAME - 1;
    let cut: String = main
        .chars()
        .take_while(|c| {
            let fits = room > 1;
            room = room.saturating_sub(if c.is_ascii() { 1 } else { 2 });
            fits
        })
        .collect();
    format!("{cut}…")
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::short_name;

    #[test]
    fn long_names_lose_their_remarks() {
        assert_eq!(short_name("客服主管。"), "客服主管");
        assert_eq!(
            short_name("到 2027-06-30，把首次响应时长从 12 分钟降到 3 分钟（工单系统，每周看）。"),
            "到 2027-06-30，把首次响应时长从 12 分钟降到 3 分钟"
        );
        assert!(short_name(&"长".repeat(100)).ends_with('…'));
    }
}
