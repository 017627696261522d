//! The rows of a table as a real table or as a matrix of rows against roles.

use super::build::{Builder, anchor};
use super::format::{spaced_letters, width};
use super::sentence::holds_unit;
use super::{Content, ListItem, MissingParts, Span, TableLine};
use crate::catalogue::{FieldDef, FieldType, Need, TableDef, Tier, ui};
use crate::model::{Row, RowId, Section, Value};
use std::collections::BTreeMap;

/// Columns that fit a portrait page.
const MAX_COLUMNS: usize = 7;
/// Columns that one last column can take; more go into notes under the table.
const MAX_REST: usize = 3;
/// Width of a text that fits a narrow column, in Latin letters.
const NARROW: usize = 24;

impl<'a> Builder<'a> {
    /// Columns that hold something, at most as many as fit; the rest goes into one last column, or
    /// into notes under the table when it is much.
    pub(super) fn real_table(
        &mut self,
        section: &'a Section,
        table: &'static TableDef,
        rows: &[&'a Row],
        skip: Option<&str>,
        caption: String,
    ) {
        let filled = |column: &FieldDef| {
            let needed = column.need == Need::Required && self.style.missing != MissingParts::Omit;
            rows.iter()
                .any(|row| !self.cell_text(row, column).is_empty())
                || (needed && column.tier == Tier::Core)
        };
        let all: Vec<&'static FieldDef> = table
            .columns
            .iter()
            .filter(|column| !column.hidden && Some(column.id) != skip)
            .filter(|column| !holds_unit(table, column) && filled(column))
            .collect();
        let mut columns = fitting(&all);
        let noted = all.len() > columns.len() + MAX_REST;
        if noted {
            columns = self.narrow(&all, table, rows);
        }
        let rest = |column: &FieldDef| {
            all.iter().any(|known| known.id == column.id)
                && !columns.iter().any(|known| known.id == column.id)
        };
        if columns.len() < 2 && columns.len() == all.len() {
            return self.one_column(section, rows, &columns, caption);
        }
        let has_rest = columns.len() < all.len() && !noted;
        let mut head: Vec<String> = columns
            .iter()
            .map(|column| self.look.texts.get(column.name).to_owned())
            .collect();
        if has_rest {
            head.push(self.look.texts.get(ui::outline::OTHER_COLUMN).to_owned());
        }
        let lines = rows
            .iter()
            .map(|row| {
                let mut cells: Vec<Vec<Span>> = columns
                    .iter()
                    .map(|column| self.cell(row, column))
                    .collect();
                if has_rest {
                    cells.push(without_stop(self.named_values(table, row, &rest, false)));
                }
                self.with_code(row, &mut cells);
                TableLine {
                    at: Some(anchor(section, Some(&row.id))),
                    cells,
                    said: self.sentence(table, row),
                }
            })
            .collect();
        let content = Content::Table {
            caption,
            head,
            rows: lines,
        };
        self.push(Some(anchor(section, None)), content);
        if noted {
            self.notes(section, table, rows, &rest);
        }
    }

    /// Rows that only have names are a list.
    fn one_column(
        &mut self,
        section: &'a Section,
        rows: &[&'a Row],
        columns: &[&'static FieldDef],
        caption: String,
    ) {
        if !caption.is_empty() {
            let lead = vec![Span::Strong(caption)];
            self.push(Some(anchor(section, None)), Content::Paragraph(lead));
        }
        let items = rows
            .iter()
            .map(|row| {
                let cells = columns.iter().map(|column| self.cell(row, column));
                let mut cells: Vec<Vec<Span>> = cells.collect();
                self.with_code(row, &mut cells);
                ListItem {
                    at: Some(anchor(section, Some(&row.id))),
                    number: String::new(),
                    spans: cells.concat(),
                    children: Vec::new(),
                }
            })
            .collect();
        let content = Content::List {
            ordered: false,
            items,
        };
        self.push(Some(anchor(section, None)), content);
    }

    /// What the columns of a wide table could not take, a sentence per row.
    fn notes(
        &mut self,
        section: &'a Section,
        table: &'static TableDef,
        rows: &[&'a Row],
        wanted: &dyn Fn(&FieldDef) -> bool,
    ) {
        let items: Vec<ListItem> = rows
            .iter()
            .filter(|row| {
                let filled =
                    |column: &&FieldDef| wanted(column) && !self.cell_text(row, column).is_empty();
                table.columns.iter().any(|column| filled(&column))
            })
            .map(|row| ListItem {
                at: Some(anchor(section, Some(&row.id))),
                number: String::new(),
                spans: self.note(table, row, wanted),
                children: Vec::new(),
            })
            .collect();
        if !items.is_empty() {
            let ordered = false;
            self.push(
                Some(anchor(section, None)),
                Content::List { ordered, items },
            );
        }
    }

    /// The columns that a page has room for: the title, then figures and short words.
    fn narrow(
        &self,
        all: &[&'static FieldDef],
        table: &TableDef,
        rows: &[&'a Row],
    ) -> Vec<&'static FieldDef> {
        let short = |column: &FieldDef| {
            !matches!(
                column.kind,
                FieldType::List | FieldType::Refs | FieldType::Multi
            ) && rows
                .iter()
                .all(|row| width(&self.cell_text(row, column)) <= NARROW)
        };
        let mut wanted: Vec<(u8, &'static FieldDef)> = all
            .iter()
            .filter(|column| column.id == table.title || short(column))
            .map(|column| {
                let rank = match column.tier {
                    _ if column.id == table.title => 0,
                    Tier::Core => 1,
                    _ if is_figure(column.kind) => 2,
                    Tier::Common => 3,
                    Tier::More => 4,
                };
                (rank, *column)
            })
            .collect();
        wanted.sort_by_key(|(rank, _)| *rank);
        wanted.truncate(MAX_COLUMNS);
        all.iter()
            .filter(|column| wanted.iter().any(|(_, known)| known.id == column.id))
            .copied()
            .collect()
    }

    fn cell(&self, row: &'a Row, column: &FieldDef) -> Vec<Span> {
        let text = self.cell_text(row, column);
        if !text.is_empty() {
            return self.also_gone(text, row.cell(column.id), column);
        }
        // The head names the column; a blank cell is a blank to write on.
        if column.need == Need::Required && self.style.missing == MissingParts::Mark {
            let word = self.look.texts.get(ui::outline::MISSING_CELL);
            return self.style.missing_span(word).into_iter().collect();
        }
        Vec::new()
    }

    fn with_code(&self, row: &'a Row, cells: &mut [Vec<Span>]) {
        let code = self.look.code(&row.id);
        if let Some(first) = cells.first_mut().filter(|_| !code.is_empty()) {
            first.insert(0, Span::Text(format!("{code} ")));
        }
    }

    /// Rows against roles, with a line that says how to read the letters.
    pub(super) fn matrix(
        &mut self,
        section: &'a Section,
        table: &'static TableDef,
        letters: &'static FieldDef,
        rows: &[&'a Row],
    ) {
        let roles = self.matrix_roles(letters, rows);
        let others: Vec<&'static FieldDef> = table
            .columns
            .iter()
            .filter(|column| !column.hidden && column.id != letters.id && column.id != table.title)
            .filter(|column| {
                rows.iter()
                    .any(|row| !self.cell_text(row, column).is_empty())
            })
            .collect();
        let title = table.column(table.title);
        let mut head = vec![
            title
                .map(|column| self.look.texts.get(column.name).to_owned())
                .unwrap_or_default(),
        ];
        head.extend(roles.iter().filter_map(|id| self.look.name(id)));
        head.extend(
            others
                .iter()
                .map(|column| self.look.texts.get(column.name).to_owned()),
        );
        let lines = rows
            .iter()
            .map(|row| {
                let empty = BTreeMap::new();
                let map = match row.cell(letters.id) {
                    Some(Value::Letters(map)) => map,
                    _ => &empty,
                };
                let mut cells = vec![title.map_or_else(Vec::new, |column| self.cell(row, column))];
                cells.extend(roles.iter().map(|id| match map.get(*id) {
                    Some(letters) if !letters.is_empty() => {
                        vec![Span::Text(spaced_letters(letters))]
                    }
                    _ => Vec::new(),
                }));
                cells.extend(others.iter().map(|column| self.cell(row, column)));
                self.with_code(row, &mut cells);
                TableLine {
                    at: Some(anchor(section, Some(&row.id))),
                    cells,
                    said: self.sentence(table, row),
                }
            })
            .collect();
        let at = Some(anchor(section, None));
        let content = Content::Table {
            caption: String::new(),
            head,
            rows: lines,
        };
        self.push(at.clone(), content);
        if section.kind == "raci_matrix" {
            let reading = self.look.texts.get(ui::outline::RACI_READING).to_owned();
            self.push(at, Content::Paragraph(vec![Span::Text(reading)]));
        }
    }

    /// The roles that have a letter in any row, in the order in which they stand.
    fn matrix_roles(&self, letters: &FieldDef, rows: &[&'a Row]) -> Vec<&'a RowId> {
        let mut roles: Vec<&'a RowId> = Vec::new();
        for row in rows {
            let Some(Value::Letters(map)) = row.cell(letters.id) else {
                continue;
            };
            for (id, _) in map.iter().filter(|(_, letters)| !letters.is_empty()) {
                if !roles.contains(&id) && self.look.name(id).is_some() {
                    roles.push(id);
                }
            }
        }
        roles.sort_by_key(|id| self.look.place(id).map_or(usize::MAX, |place| place.count));
        roles
    }
}

/// A cell does not end as a sentence.
fn without_stop(mut spans: Vec<Span>) -> Vec<Span> {
    if let Some(Span::Text(last)) = spans.last_mut() {
        *last = last.trim_end_matches(['。', '.']).to_owned();
    }
    spans
}

fn is_figure(kind: FieldType) -> bool {
    matches!(
        kind,
        FieldType::Int
            | FieldType::Number
            | FieldType::Percent
            | FieldType::Money
            | FieldType::Range
    )
}

/// As many columns as fit, the important ones first, in the order of the table. When more hold
/// something, one place is left for the column that takes the rest.
fn fitting(all: &[&'static FieldDef]) -> Vec<&'static FieldDef> {
    let of = |tier: Tier| all.iter().filter(move |column| column.tier == tier);
    let wanted: Vec<&str> = of(Tier::Core)
        .chain(of(Tier::Common))
        .map(|c| c.id)
        .collect();
    let room = if wanted.len() == all.len() && all.len() <= MAX_COLUMNS {
        MAX_COLUMNS
    } else {
        MAX_COLUMNS - 1
    };
    let shown: Vec<&str> = wanted.into_iter().take(room).collect();
    all.iter()
        .filter(|column| shown.contains(&column.id))
        .copied()
        .collect()
}
