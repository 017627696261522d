//! The plan becomes a charter, or a part of one that is open. Rows are added, nothing that is
//! filled is written over, and what has no place stays in the tray with the heading it stood under.

mod headings;

use super::plan::{Content, Piece, Place, Plan, Reader};
use super::rows::{Cell, Draft, split_name};
use super::steps::took;
use super::value::{plain_number, value, with_unit};
use crate::catalogue::{self, FieldDef, FieldType, TableDef, Texts, ids};
use crate::edit;
use crate::goals::fill_from_sentence;
use crate::model::{Charter, IdSource, Lang, Row, RowId, TrayItem, Value};
use std::collections::BTreeSet;

/// What came of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Applied {
    /// Rows that were added or completed.
    pub rows: usize,
    /// Fields that were filled.
    pub fields: usize,
    /// Texts that went to the tray.
    pub tray: usize,
}

/// A new charter of a structure from the plan. `texts` are those of `lang`.
pub fn charter_from(
    plan: &Plan,
    reader: &Reader,
    profile: &str,
    lang: Lang,
    texts: &Texts,
    new_id: &mut dyn IdSource,
) -> Charter {
    let mut charter = edit::new_charter(profile, lang, reader.today, new_id);
    put(plan, reader, &mut charter, texts, new_id, true);
    charter
}

/// Puts a plan into a charter. `texts` are those of the charter's language.
pub fn apply(
    plan: &Plan,
    reader: &Reader,
    charter: &mut Charter,
    texts: &Texts,
    new_id: &mut dyn IdSource,
) -> Applied {
    put(plan, reader, charter, texts, new_id, false)
}

fn put(
    plan: &Plan,
    reader: &Reader,
    charter: &mut Charter,
    texts: &Texts,
    new_id: &mut dyn IdSource,
    fresh: bool,
) -> Applied {
    let blank = |charter: &Charter, kind: &str| {
        charter
            .section(kind)
            .is_none_or(|s| s.is_blank() && s.title.is_none())
    };
    let untitled = catalogue::SECTIONS
        .iter()
        .map(|def| def.id)
        .filter(|id| blank(charter, id))
        .collect();
    let mut work = Work {
        plan,
        reader,
        charter,
        texts,
        new_id,
        fresh,
        done: Applied::default(),
        own: BTreeSet::new(),
        untitled,
        kept: BTreeSet::new(),
    };
    for heading in &plan.headings {
        work.named(heading);
    }
    for piece in &plan.pieces {
        work.piece(piece);
    }
    for at in 0..plan.headings.len() {
        work.keep_heading(at);
    }
    work.done
}

struct Work<'a> {
    plan: &'a Plan,
    reader: &'a Reader,
    charter: &'a mut Charter,
    texts: &'a Texts,
    new_id: &'a mut dyn IdSource,
    /// The charter is new: what stands in its fields was filled in by the program.
    fresh: bool,
    done: Applied,
    /// Fields that this text has filled, which may grow.
    own: BTreeSet<(&'static str, &'static str)>,
    /// Sections that were empty and may take the text's own heading.
    untitled: BTreeSet<&'static str>,
    /// Headings whose words stand somewhere already.
    kept: BTreeSet<usize>,
}

impl Work<'_> {
    fn piece(&mut self, piece: &Piece) {
        match piece.place {
            Place::Tray => self.tray(piece.text(), piece.under),
            Place::Rows { section, table } => {
                let def = catalogue::section(section).and_then(|def| def.table(table));
                match def {
                    Some(def) => self.rows(piece, section, def),
                    None => self.tray(piece.text(), piece.under),
                }
            }
            Place::Field { section, field } => {
                let def = catalogue::section(section).and_then(|def| def.field(field));
                match def {
                    Some(def) => self.field(piece, section, def),
                    None => self.tray(piece.text(), piece.under),
                }
            }
        }
    }

    fn rows(&mut self, piece: &Piece, section: &'static str, table: &'static TableDef) {
        let drafts = self.reader.drafts(piece);
        let empty = drafts.iter().all(|draft| draft.cells.is_empty());
        if empty {
            return self.tray(piece.text(), piece.under);
        }
        let id = edit::add_section(self.charter, section, self.new_id);
        let mut head = header(piece);
        for draft in drafts {
            if draft.cells.is_empty() {
                self.rests(&draft, None, piece.under);
                continue;
            }
            let mut row = self
                .twin(&id, table, &draft)
                .unwrap_or_else(|| Row::new(self.new_id.next_id()));
            let mut left = Draft {
                rest: draft.rest.clone(),
                ..Draft::default()
            };
            for cell in &draft.cells {
                self.cell(table, cell, &mut row, &mut left);
            }
            if section == ids::sop_workflow::ID
                && draft.text(ids::sop_workflow::steps::SOP).is_some()
            {
                self.kept.extend(piece.under);
            }
            let name = draft.text(table.title).map(str::to_owned);
            row.source = self.unsaid(&row, &left, piece, &draft, head.take());
            self.put_row(&id, section, table, row);
            self.rests(&left, name, piece.under);
        }
    }

    /// The line of a row, when its values do not say every word of it.
    fn unsaid(
        &self,
        row: &Row,
        left: &Draft,
        piece: &Piece,
        draft: &Draft,
        head: Option<String>,
    ) -> String {
        let mut line = match &piece.content {
            Content::Line(line) => line.clone(),
            Content::Table(_) => {
                let cells: Vec<&str> = draft
                    .cells
                    .iter()
                    .map(|cell| cell.source.as_str())
                    .collect();
                cells.join("｜")
            }
        };
        if let Some(head) = head {
            line = format!("{head}\n{line}");
        }
        let mut said = left.rest.join(" ");
        for value in row.cells.values() {
            said.push(' ');
            said.push_str(&edit::input_text(value));
        }
        // References are shown by the names that they were made from.
        for cell in &draft.cells {
            let refs = row
                .cells
                .get(cell.column)
                .is_some_and(|value| !value.refs().is_empty());
            if refs {
                said.push(' ');
                said.push_str(&cell.text);
            }
        }
        let words = line
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let all = words.into_iter().all(|word| said.contains(word));
        if all { String::new() } else { line }
    }

    /// A row that another one has named already and that holds nothing else: it is completed.
    fn twin(&mut self, section: &RowId, table: &TableDef, draft: &Draft) -> Option<Row> {
        // Only what is called by a name is referred to; the long tables are called by sentences.
        let name = draft.text(table.title).filter(|_| table.title == "name")?;
        let rows = self.charter.section_by_id(section)?.rows(table.id);
        took(rows.len());
        let same = |row: &&Row| row.text(table.title) == name && row.cells.len() == 1;
        let id = rows.iter().find(same)?.id.clone();
        edit::remove_row(self.charter, section, table.id, &id).map(|(_, row)| row)
    }

    fn cell(&mut self, table: &TableDef, cell: &Cell, row: &mut Row, left: &mut Draft) {
        let Some(field) = table.column(cell.column) else {
            left.rest.push(cell.source.clone());
            return;
        };
        let found = match (field.unit_from, with_unit(&cell.text, self.texts)) {
            // The unit has a column of its own.
            (Some(unit_column), Some((figure, unit))) => {
                self.measured(table, unit_column, figure, unit, row)
            }
            _ => None,
        };
        let found =
            found.or_else(|| value(self.charter, field, &cell.text, self.texts, self.new_id));
        if let Some(found) = found {
            row.cells.insert(field.id.to_owned(), found);
        }
    }

    /// A figure whose unit goes into the row's unit column; none when another unit stands there.
    fn measured(
        &self,
        table: &TableDef,
        column: &str,
        figure: &str,
        unit: &str,
        row: &mut Row,
    ) -> Option<Value> {
        let number = plain_number(figure)?;
        let field = table.column(column)?;
        let own = match field.kind {
            FieldType::Enum => {
                let known = field.options.iter().find(|option| option.id == unit)?;
                Value::Enum(known.id.to_owned())
            }
            _ => Value::Text(self.texts.get(catalogue::unit_label(unit)?).to_owned()),
        };
        match row.cells.get(column) {
            Some(there) if *there != own => return None,
            _ => row.cells.insert(column.to_owned(), own),
        };
        Some(number)
    }

    fn put_row(&mut self, id: &RowId, section: &str, table: &TableDef, row: Row) {
        let row_id = row.id.clone();
        edit::insert_row(self.charter, id, table.id, usize::MAX, row);
        if section == ids::smart_goals::ID && table.id == ids::smart_goals::goals::TABLE {
            fill_from_sentence(self.charter, id, &row_id, self.reader.today, self.new_id);
        }
        self.done.rows += 1;
    }

    /// What a row could not take goes to the tray, with the row's name.
    fn rests(&mut self, draft: &Draft, name: Option<String>, under: Option<usize>) {
        if draft.rest.is_empty() {
            return;
        }
        let text = draft.rest.join("；");
        match name {
            Some(name) => self.push(text, name),
            None => self.tray(text, under),
        }
    }

    fn field(&mut self, piece: &Piece, section: &'static str, field: &'static FieldDef) {
        let text = match &piece.content {
            Content::Table(_) => piece.text(),
            Content::Line(line) => match split_name(line) {
                Some((name, rest)) if self.reader.columns.fit(name, field) > 0.0 => rest.to_owned(),
                _ => line.clone(),
            },
        };
        let key = (section, field.id);
        let there = self
            .charter
            .field(section, field.id)
            .filter(|value| !value.is_empty())
            .filter(|_| !self.fresh || self.own.contains(&key))
            .cloned();
        let grown = match there {
            None => value(self.charter, field, &text, self.texts, self.new_id),
            Some(there) if self.own.contains(&key) => grow(there, field, &text),
            Some(_) => None,
        };
        let Some(grown) = grown else {
            return self.tray(piece.text(), piece.under);
        };
        let id = edit::add_section(self.charter, section, self.new_id);
        edit::set_field(self.charter, &id, field.id, Some(grown));
        self.own.insert(key);
        self.done.fields += 1;
        // A heading that is the field's name says nothing more.
        if let Some(at) = piece.under
            && let Some(heading) = self.plan.headings.get(at)
            && self.reader.columns.fit(&heading.text, field) > 0.0
        {
            self.kept.insert(at);
        }
    }

    fn tray(&mut self, text: String, under: Option<usize>) {
        let from = under.and_then(|at| self.plan.headings.get(at));
        self.kept.extend(under);
        self.push(
            text,
            from.map_or_else(String::new, |heading| heading.text.clone()),
        );
    }

    fn push(&mut self, text: String, from: String) {
        self.charter.tray.push(TrayItem {
            id: self.new_id.next_id(),
            text,
            from,
            ..TrayItem::default()
        });
        self.done.tray += 1;
    }
}

/// The names over the columns of a table: its first row carries them.
fn header(piece: &Piece) -> Option<String> {
    match &piece.content {
        Content::Table(rows) => rows.first().map(|row| row.join("｜")),
        Content::Line(_) => None,
    }
}

/// A value with a further text behind it; none where a second text has no room.
fn grow(there: Value, field: &FieldDef, text: &str) -> Option<Value> {
    match there {
        Value::Text(before) if field.kind == FieldType::Longtext => {
            Some(Value::Text(format!("{before}\n{text}")))
        }
        Value::List(mut items) => {
            items.push(text.to_owned());
            Some(Value::List(items))
        }
        _ => None,
    }
}
