//! Lines and tables become rows: which words go to which column. Nothing is written here; a draft
//! says what a row would hold, and where in the text it stands.

mod clauses;
mod columns;
mod cues;
mod generic;
mod kpi;
mod labelled;
mod meeting;
mod people;
mod risk;
mod steps;
mod table;
mod terms;
mod times;
mod work;

use crate::catalogue::ids::{
    code_of_conduct, cross_dept_interface, kpi_dictionary, meeting_cadence, purpose_scope,
    risk_register, roles_duties, smart_goals, sop_workflow, work_content,
};
use crate::catalogue::{FieldDef, TableDef};
use crate::import::steps::took;

pub(super) use columns::Columns;
pub(super) use cues::{has_meeting, is_chat, is_role, opens_duty, split_name};
pub(super) use labelled::count as labels;
pub(super) use table::{best_table, is_raci, raci_letters, table_drafts};
pub(super) use terms::MEANS;
pub(super) use times::{has_cadence, is_timing};

/// What one cell of a row would hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The column.
    pub column: &'static str,
    /// Its words, as they stand in the text; the id of an option where the words name one.
    pub text: String,
    /// The part of the text that they were taken from, with the words that only introduce them.
    pub source: String,
}

/// What a row would hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The cells, each column once.
    pub cells: Vec<Cell>,
    /// Words that no column takes; they go to the tray.
    pub rest: Vec<String>,
}

/// What stands around a line and belongs into its row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The role under whose name the line stands.
    pub role: Option<String>,
    /// The procedure or group under whose heading the line stands.
    pub group: Option<String>,
}

impl Draft {
    /// The words of a column.
    pub fn text(&self, column: &str) -> Option<&str> {
        let cell = self.cells.iter().find(|cell| cell.column == column);
        cell.map(|cell| cell.text.as_str())
    }

    /// Takes a part of the text for a column of the table. A column that is there already grows.
    fn put(&mut self, table: &TableDef, column: &str, text: &str, source: &str) {
        let (text, source) = (text.trim(), source.trim());
        let known = table.column(column).filter(|_| !text.is_empty());
        let Some(field) = known else {
            if !source.is_empty() {
                self.rest.push(source.to_owned());
            }
            return;
        };
        match self.cells.iter_mut().find(|cell| cell.column == field.id) {
            None => self.cells.push(Cell {
                column: field.id,
                text: text.to_owned(),
                source: source.to_owned(),
            }),
            Some(cell) if grows(field) => {
                cell.text = format!("{}；{text}", cell.text);
                cell.source = format!("{}；{source}", cell.source);
            }
            Some(_) => self.rest.push(source.to_owned()),
        }
    }

    fn has(&self, column: &str) -> bool {
        self.cells.iter().any(|cell| cell.column == column)
    }

    fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.rest.is_empty()
    }
}

/// Columns in which a second text can stand behind the first.
fn grows(field: &FieldDef) -> bool {
    use crate::catalogue::FieldType::{Formula, List, Longtext, Text};
    matches!(field.kind, Text | Longtext | List | Formula)
}

/// The row that a line makes in a table.
pub(super) fn line_draft(
    section: &str,
    table: &'static TableDef,
    line: &str,
    around: &Around,
    columns: &Columns,
) -> Draft {
    took(line.len());
    let mut draft = Draft::default();
    let head = labelled::take(table, line, columns, &mut draft);
    let head = head
        .trim()
        .trim_end_matches(['，', ',', '；', ';', '。', '：', ':']);
    if !head.is_empty() {
        match (section, table.id) {
            (smart_goals::ID, smart_goals::goals::TABLE) => {
                draft.put(table, smart_goals::goals::STATEMENT, head, head);
            }
            (roles_duties::ID, roles_duties::duties::TABLE) => {
                people::duty(table, head, &mut draft)
            }
            (roles_duties::ID, roles_duties::roles::TABLE) => people::role(table, head, &mut draft),
            (kpi_dictionary::ID, kpi_dictionary::kpis::TABLE) => kpi::read(table, head, &mut draft),
            (meeting_cadence::ID, meeting_cadence::meetings::TABLE) => {
                meeting::read(table, head, &mut draft);
            }
            (risk_register::ID, risk_register::risks::TABLE) => risk::read(table, head, &mut draft),
            (sop_workflow::ID, sop_workflow::steps::TABLE) => steps::read(table, head, &mut draft),
            (purpose_scope::ID, purpose_scope::terms::TABLE) => {
                terms::read(table, head, &mut draft);
            }
            (work_content::ID, work_content::items::TABLE) => work::read(table, head, &mut draft),
            (cross_dept_interface::ID, cross_dept_interface::interfaces::TABLE) => {
                terms::interface(table, head, &mut draft);
            }
            (code_of_conduct::ID, code_of_conduct::rules::TABLE) => {
                generic::conduct(table, head, &mut draft);
            }
            _ => generic::read(table, head, &mut draft),
        }
    }
    from_around(section, table, around, &mut draft);
    draft
}

/// The role or procedure above a line, where its row has a column for one.
fn from_around(section: &str, table: &TableDef, around: &Around, draft: &mut Draft) {
    if draft.is_empty() {
        return;
    }
    let mut add = |column: &'static str, name: &Option<String>| {
        if let (Some(name), false) = (name, draft.has(column)) {
            draft.cells.insert(
                0,
                Cell {
                    column,
                    text: name.clone(),
                    source: String::new(),
                },
            );
        }
    };
    match (section, table.id) {
        (roles_duties::ID, roles_duties::duties::TABLE) => {
            add(roles_duties::duties::ROLE, &around.role);
        }
        (work_content::ID, work_content::items::TABLE) => {
            add(work_content::items::ROLE, &around.role);
        }
        (sop_workflow::ID, sop_workflow::steps::TABLE) => {
            add(sop_workflow::steps::SOP, &around.group);
        }
        _ => {}
    }
}
