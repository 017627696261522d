//! What is missing or wrong in a charter, as a list of findings: never an error, never a block.
//!
//! A check is one file and one line in `RULES`. Only rows in use count, hidden sections do not.
//! What is merely not filled in is no finding: `completeness` counts it.

mod completeness;
mod dates;
mod duties;
mod kpi_lines;
mod periods;
mod raci;
mod references;
mod value_kinds;

pub use completeness::{Completeness, MissingField, SectionProgress, SectionState, completeness};

use crate::catalogue::{self, SectionDef, TableDef, TextId, Texts, fill};
use crate::edit::row_label;
use crate::model::{Charter, Row, RowId, Section, Value};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The document contradicts itself.
    Error,
    /// It will cause trouble.
    Warn,
    /// Worth knowing.
    Info,
    /// Only the user can tell.
    Ask,
}

impl Severity {
    /// `error`, `warn`, `info` or `ask`.
    pub fn id(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warn => "warn",
            Severity::Info => "info",
            Severity::Ask => "ask",
        }
    }
}

/// Where a finding is. Only as deep as it goes: a whole section has neither table nor field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Section type.
    pub section: String,
    /// Table id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<&'static str>,
    /// Row id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<RowId>,
    /// Field or column id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
}

/// One thing that is wrong, in the words of the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Id of the rule.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// One sentence.
    pub message: String,
    /// Where to go.
    pub place: Place,
    /// What to do about it; may be empty.
    pub fixes: Vec<String>,
}

/// A check: what it is called and how it looks.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Unique and never changed: muted findings name it.
    pub id: &'static str,
    /// Other ids of the content model for the same problem.
    pub aliases: &'static [&'static str],
    /// How much a finding weighs.
    pub severity: Severity,
    /// What it looks for, in a few words.
    pub title: TextId,
    /// Why it matters, one sentence.
    pub doc: TextId,
    /// The sentence of a finding, with `{places}`.
    pub message: TextId,
    /// What to do about it.
    pub fix: TextId,
    /// Looks at the charter.
    run: fn(&Context<'_>, &mut Report<'_>),
}

/// All checks of this module, in the order of the findings.
pub const RULES: &[Rule] = &[
    references::BROKEN,
    raci::ONE_ACCOUNTABLE,
    raci::SOMEONE_DOES,
    duties::WITHOUT_ROLE,
    kpi_lines::WRONG_SIDE,
    dates::VALIDITY,
    dates::ORDER,
    periods::ORDER,
    value_kinds::MISFIT,
];

/// All findings in the order of the rules, without those that the user has put aside. `texts` are
/// of the reader's language.
pub fn findings(charter: &Charter, texts: &Texts, today: NaiveDate) -> Vec<Finding> {
    let context = Context {
        charter,
        texts,
        today,
    };
    let mut all = Vec::new();
    for rule in RULES {
        let mut report = Report {
            rule,
            texts,
            findings: Vec::new(),
        };
        (rule.run)(&context, &mut report);
        all.append(&mut report.findings);
    }
    all.retain(|finding| !is_muted(charter, finding));
    all
}

fn is_muted(charter: &Charter, finding: &Finding) -> bool {
    charter.settings.muted.iter().any(|muted| {
        muted.rule == finding.rule && (muted.row.is_none() || muted.row == finding.place.row)
    })
}

/// What a rule may look at.
pub(crate) struct Context<'a> {
    pub(crate) charter: &'a Charter,
    pub(crate) texts: &'a Texts,
    /// The day on which the charter is read, for rules about what is overdue.
    #[expect(dead_code, reason = "rules about overdue reviews will need it")]
    pub(crate) today: NaiveDate,
}

/// Where a rule puts its findings.
pub(crate) struct Report<'a> {
    rule: &'a Rule,
    texts: &'a Texts,
    findings: Vec<Finding>,
}

impl Report<'_> {
    /// Adds a finding; `values` fill the places of the rule's message.
    pub(crate) fn add(&mut self, place: Place, values: &[(&str, &str)]) {
        let fix = self.texts.get(self.rule.fix);
        self.findings.push(Finding {
            rule: self.rule.id,
            severity: self.rule.severity,
            message: fill(self.texts.get(self.rule.message), values),
            place,
            fixes: (!fix.is_empty())
                .then(|| fix.to_owned())
                .into_iter()
                .collect(),
        });
    }
}

/// Values that stand together: the fields of a section or the cells of a row in use.
pub(crate) struct Group<'a> {
    pub(crate) def: &'static SectionDef,
    pub(crate) table: Option<&'static TableDef>,
    pub(crate) row: Option<&'a Row>,
    pub(crate) values: &'a BTreeMap<String, Value>,
}

impl Group<'_> {
    /// The fields or columns.
    pub(crate) fn columns(&self) -> &'static [catalogue::FieldDef] {
        match self.table {
            Some(table) => table.columns,
            None => self.def.fields,
        }
    }

    /// A value that is not empty.
    pub(crate) fn value(&self, id: &str) -> Option<&Value> {
        self.values.get(id).filter(|value| !value.is_empty())
    }

    /// The place of one of the values.
    pub(crate) fn place(&self, field: Option<&'static str>) -> Place {
        Place {
            section: self.def.id.to_owned(),
            table: self.table.map(|table| table.id),
            row: self.row.map(|row| row.id.clone()),
            field,
        }
    }
}

impl<'a> Context<'a> {
    fn sections(&self) -> impl Iterator<Item = (&'a Section, &'static SectionDef)> {
        self.charter
            .sections
            .iter()
            .filter(|section| !section.hidden)
            .filter_map(|section| Some((section.as_ref(), catalogue::section(&section.kind)?)))
    }

    /// All sections' fields and all rows in use.
    pub(crate) fn groups(&self) -> Vec<Group<'a>> {
        let mut groups = Vec::new();
        for (section, def) in self.sections() {
            groups.push(Group {
                def,
                table: None,
                row: None,
                values: &section.fields,
            });
            for table in def.tables {
                let rows = section.rows(table.id).iter().filter(|row| !row.is_blank());
                groups.extend(rows.map(|row| Group {
                    def,
                    table: Some(table),
                    row: Some(row),
                    values: &row.cells,
                }));
            }
        }
        groups
    }

    /// The rows in use of one table.
    pub(crate) fn rows(&self, section: &str, table: &str) -> Vec<Group<'a>> {
        let mut groups = self.groups();
        groups.retain(|group| {
            group.def.id == section && group.table.is_some_and(|known| known.id == table)
        });
        groups
    }

    /// What to call a group: its row's name, else its table's or section's.
    pub(crate) fn name(&self, group: &Group<'_>) -> String {
        let row = group
            .row
            .and_then(|row| row_label(self.charter, &row.id, self.texts))
            .filter(|name| !name.trim().is_empty());
        row.unwrap_or_else(|| {
            let name = group.table.map_or(group.def.name, |table| table.item);
            self.texts.get(name).to_owned()
        })
    }

    /// A value's number.
    pub(crate) fn number(value: Option<&Value>) -> Option<f64> {
        match value {
            Some(Value::Number(amount)) => Some(amount.value),
            _ => None,
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
