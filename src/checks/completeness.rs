//! How far a charter is: what is required by its structure and still missing.
//!
//! Required counts only for sections of the chosen structure and only for rows in use. A backing
//! section counts with its rows alone; a section that is not required counts once it is begun.

use crate::catalogue::{self, FieldDef, KindDef, Need, ProfileDef, SectionDef};
use crate::model::{Charter, RowId, Section, Value};
use std::collections::BTreeMap;

/// How far one section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionState {
    /// Nothing filled in.
    Empty,
    /// Something, but required parts are missing.
    Started,
    /// All that is required is there.
    Complete,
}

/// A required field without a value, or a table with too few rows (`row` and `field` are none).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct MissingField {
    /// Section type.
    pub section: &'static str,
    /// Table id; none for a field of the section itself.
    pub table: Option<&'static str>,
    /// The row in use.
    pub row: Option<RowId>,
    /// Field or column id.
    pub field: Option<&'static str>,
}

/// One section of the structure.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct SectionProgress {
    /// Section type.
    pub kind: &'static str,
    /// The section, once the charter has it.
    pub section: Option<RowId>,
    /// The kind of charter requires it.
    pub required: bool,
    /// How far it is.
    pub state: SectionState,
    /// Required parts that are there.
    pub filled: usize,
    /// Required parts.
    pub total: usize,
    /// Those that are not there.
    pub missing: Vec<MissingField>,
}

/// The whole charter.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Completeness {
    /// By section, in document order.
    pub sections: Vec<SectionProgress>,
    /// Required parts that are there.
    pub filled: usize,
    /// Required parts.
    pub total: usize,
}

impl Completeness {
    /// Nothing required is missing.
    pub fn is_complete(&self) -> bool {
        self.filled == self.total
    }

    /// All that is missing, in document order.
    pub fn missing(&self) -> impl Iterator<Item = &MissingField> {
        self.sections.iter().flat_map(|section| &section.missing)
    }

    /// The section of this type.
    pub fn section(&self, kind: &str) -> Option<&SectionProgress> {
        self.sections.iter().find(|section| section.kind == kind)
    }
}

/// Counts what the structure requires. Hidden sections do not count.
pub fn completeness(charter: &Charter, profile: &ProfileDef) -> Completeness {
    let kind = catalogue::profile(profile.id).map(|(kind, _)| kind);
    let mut all = Completeness::default();
    for id in profile.sections() {
        let Some(def) = catalogue::section(id) else {
            continue;
        };
        let backing = profile.backing.contains(&id);
        let section = charter.section(id);
        if section.is_some_and(|section| section.hidden) {
            continue;
        }
        let required = !backing && is_required(kind, id);
        let progress = progress(def, section, required, backing);
        all.filled += progress.filled;
        all.total += progress.total;
        all.sections.push(progress);
    }
    all
}

fn is_required(kind: Option<&KindDef>, id: &str) -> bool {
    kind.is_some_and(|kind| {
        kind.sections
            .iter()
            .any(|offered| offered.id == id && offered.need == "required")
    })
}

fn progress(
    def: &'static SectionDef,
    section: Option<&Section>,
    required: bool,
    backing: bool,
) -> SectionProgress {
    let empty = Section::default();
    let found = section.unwrap_or(&empty);
    let blank = found.is_blank();
    let mut tally = Tally::default();
    if required || !blank {
        if !backing {
            tally.values(def.id, None, None, def.fields, &found.fields);
        }
        for table in def.tables {
            let rows: Vec<_> = found
                .rows(table.id)
                .iter()
                .filter(|r| !r.is_blank())
                .collect();
            if table.min_rows > 0 && !backing {
                tally.count(
                    rows.len() >= usize::from(table.min_rows),
                    MissingField {
                        section: def.id,
                        table: Some(table.id),
                        row: None,
                        field: None,
                    },
                );
            }
            for row in rows {
                let at = (Some(table.id), Some(&row.id));
                tally.values(def.id, at.0, at.1, table.columns, &row.cells);
            }
        }
    }
    SectionProgress {
        kind: def.id,
        section: section.map(|section| section.id.clone()),
        required,
        state: match (blank, tally.missing.is_empty()) {
            (true, _) => SectionState::Empty,
            (false, true) => SectionState::Complete,
            (false, false) => SectionState::Started,
        },
        filled: tally.total - tally.missing.len(),
        total: tally.total,
        missing: tally.missing,
    }
}

#[derive(Default)]
struct Tally {
    total: usize,
    missing: Vec<MissingField>,
}

impl Tally {
    fn count(&mut self, there: bool, place: MissingField) {
        self.total += 1;
        if !there {
            self.missing.push(place);
        }
    }

    fn values(
        &mut self,
        section: &'static str,
        table: Option<&'static str>,
        row: Option<&RowId>,
        columns: &'static [FieldDef],
        values: &BTreeMap<String, Value>,
    ) {
        for column in columns.iter().filter(|c| c.need == Need::Required) {
            let there = values.get(column.id).is_some_and(|value| !value.is_empty());
            self.count(
                there,
                MissingField {
                    section,
                    table,
                    row: row.cloned(),
                    field: Some(column.id),
                },
            );
        }
    }
}
