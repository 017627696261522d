//! The rows of a table, said or drawn: alone, or under the rows that they belong to.
//!
//! A table that is made to be drawn (`render = "table"`) stays one in narrative. In the other
//! styles a few rows are said like any others, unless people compare them down the columns: the
//! letters of a RACI, figures, days and times of KPIs, meetings and budgets. Revisions and
//! signatures close every document as tables.

use super::build::{Builder, anchor};
use super::lookup::{letters_column, parent_table};
use super::number::ordinal;
use super::passage::{Body, Family, Part, PartBody, Rows, Saying};
use super::words::{bare, colon, merge, without_name};
use super::{Block, Span, WritingStyle};
use crate::catalogue::{self, FieldType, Render, SectionDef, TableDef, ui};
use crate::model::{Lang, Row, RowId, Section};

/// Rows of a drawn table that are read rather than looked up.
const FEW_ROWS: usize = 6;
/// So many columns of figures, days and fixed words are compared, not read.
const COMPARED: usize = 3;
/// Width of a name that can stand before a colon, in Latin letters.
const TERM: usize = 48;

impl<'a> Builder<'a> {
    /// What a table says, with the tables whose rows stand under its own.
    pub(super) fn table(
        &mut self,
        section: &'a Section,
        def: &'static SectionDef,
        table: &'static TableDef,
        style: WritingStyle,
    ) -> Body {
        let rows = self.look.rows_in_use(section, table.id);
        let children: Vec<&'static TableDef> = def
            .tables
            .iter()
            .filter(|child| parent_table(def, child).is_some_and(|parent| parent.id == table.id))
            .filter(|child| !child.log)
            .filter(|child| !self.look.rows_in_use(section, child.id).is_empty())
            .collect();
        if let Some(letters) = letters_column(table) {
            Body::Table(self.apart(|b| b.matrix(section, table, letters, &rows)))
        } else if !children.is_empty() {
            self.families(section, table, &children, style)
        } else if self.is_drawn(table, &rows, style) {
            Body::Table(self.apart(|b| b.real_table(section, table, &rows, None, String::new())))
        } else if table.parent.is_some() {
            Body::Families(Vec::new(), self.grouped(section, table))
        } else {
            Body::Rows(self.said(section, table, &rows))
        }
    }

    /// The rows stand as a real table.
    fn is_drawn(&self, table: &TableDef, rows: &[&'a Row], style: WritingStyle) -> bool {
        if table.render != Render::Table {
            return false;
        }
        if style == WritingStyle::Narrative || rows.len() > FEW_ROWS {
            return true;
        }
        let compared = |kind: FieldType| {
            !matches!(
                kind,
                FieldType::Text
                    | FieldType::Longtext
                    | FieldType::List
                    | FieldType::Formula
                    | FieldType::Ref
                    | FieldType::Refs
            )
        };
        let filled = table.columns.iter().filter(|column| {
            !column.hidden
                && compared(column.kind)
                && rows.iter().any(|row| row.cell(column.id).is_some())
        });
        filled.count() >= COMPARED || self.look.texts.get(table.pattern).is_empty()
    }

    fn said(&self, section: &'a Section, table: &'static TableDef, rows: &[&'a Row]) -> Rows {
        let said = rows
            .iter()
            .enumerate()
            .map(|(index, row)| self.saying(section, table, row, index));
        Rows {
            rows: said.collect(),
            sequence: is_sequence(table),
        }
    }

    fn saying(
        &self,
        section: &'a Section,
        table: &'static TableDef,
        row: &'a Row,
        index: usize,
    ) -> Saying {
        let whole = self.sentence(table, row);
        let name = self.look.name(&row.id).unwrap_or_default();
        let at = anchor(section, Some(&row.id));
        let about = (!name.is_empty() && self.is_term(table, &name))
            .then(|| self.about(table, row, &name, &whole))
            .flatten();
        let Some((under, beside)) = about else {
            // A name that is a sentence, or stands for one, does not go before a colon.
            return Saying {
                at,
                name: ordinal(self.style.lang, self.look.texts.get(table.item), index),
                under: whole.clone(),
                beside: after_colon(&whole, self.style.lang),
                whole,
            };
        };
        Saying {
            at,
            name,
            whole,
            under,
            beside,
        }
    }

    fn is_term(&self, table: &TableDef, name: &str) -> bool {
        super::format::width(name) <= TERM && !super::lookup::goes_by_another(table)
    }

    /// The sentence without the name that stands above it, and before it; none when it needs the
    /// name.
    fn about(
        &self,
        table: &'static TableDef,
        row: &'a Row,
        name: &str,
        whole: &[Span],
    ) -> Option<(Vec<Span>, Vec<Span>)> {
        let lang = self.style.lang;
        let text: String = whole.iter().map(Span::text).collect();
        if bare(&text) == bare(name) {
            return Some((Vec::new(), Vec::new()));
        }
        if self.opens_with_name(table)
            && let Some(unnamed) = without_name(whole, name, lang)
        {
            return Some((unnamed.under(lang), unnamed.beside(lang)));
        }
        let rest = match text.contains(name) {
            true => self.sentence_without_title(table, row)?,
            false => whole.to_vec(),
        };
        match without_name(&rest, "", lang) {
            Some(unnamed) if !rest.is_empty() => Some((unnamed.under(lang), unnamed.beside(lang))),
            _ => {
                let beside = after_colon(&rest, lang);
                Some((rest, beside))
            }
        }
    }

    /// Rows under the rows that they belong to, which stand in another section.
    fn grouped(&self, section: &'a Section, table: &'static TableDef) -> Vec<Family> {
        let groups = self.groups(section, table);
        let mut families = Vec::new();
        for (parent, rows) in groups {
            let name = parent.and_then(|id| self.look.name(id));
            let rows = PartBody::Rows(self.said(section, table, &rows));
            families.push(Family {
                at: anchor(section, None),
                name: name.unwrap_or_else(|| self.unassigned()),
                own: None,
                parts: vec![self.part(table, false, rows)],
            });
        }
        families
    }

    fn unassigned(&self) -> String {
        self.look.texts.get(ui::outline::UNASSIGNED).to_owned()
    }

    fn part(&self, table: &'static TableDef, named: bool, body: PartBody) -> Part {
        Part {
            name: self.look.texts.get(table.name).to_owned(),
            item: self.look.texts.get(table.item).to_owned(),
            named,
            body,
        }
    }

    /// Parent rows, each with the rows of the tables under it.
    fn families(
        &mut self,
        section: &'a Section,
        table: &'static TableDef,
        children: &[&'static TableDef],
        style: WritingStyle,
    ) -> Body {
        let parents = self.look.rows_in_use(section, table.id);
        let as_table = self.is_drawn(table, &parents, style);
        let drawn: Vec<Block> = if as_table && !parents.is_empty() {
            self.apart(|b| b.real_table(section, table, &parents, None, String::new()))
        } else {
            Vec::new()
        };
        let mut families = Vec::new();
        for (index, parent) in parents.iter().enumerate() {
            let parts = self.parts(section, children, style, &|id| id == Some(&parent.id));
            if as_table && parts.is_empty() {
                continue;
            }
            let own = (!as_table).then(|| self.saying(section, table, parent, index));
            let name = self.look.name(&parent.id);
            families.push(Family {
                at: anchor(section, Some(&parent.id)),
                name: name.unwrap_or_else(|| self.unassigned()),
                own,
                parts,
            });
        }
        // Rows that belong to no row in use.
        let known = |id: Option<&RowId>| !parents.iter().any(|parent| Some(&parent.id) == id);
        let parts = self.parts(section, children, style, &known);
        if !parts.is_empty() {
            families.push(Family {
                at: anchor(section, None),
                name: self.unassigned(),
                own: None,
                parts,
            });
        }
        Body::Families(drawn, families)
    }

    /// The rows of the tables whose parent is wanted.
    fn parts(
        &mut self,
        section: &'a Section,
        children: &[&'static TableDef],
        style: WritingStyle,
        wanted: &dyn Fn(Option<&RowId>) -> bool,
    ) -> Vec<Part> {
        let found: Vec<_> = children
            .iter()
            .map(|child| {
                let mut rows = self.look.rows_in_use(section, child.id);
                rows.retain(|row| wanted(first_ref(row, child)));
                (*child, rows)
            })
            .filter(|(_, rows)| !rows.is_empty())
            .collect();
        let named = found.len() > 1;
        let mut parts = Vec::new();
        for (child, rows) in found {
            let body = if self.is_drawn(child, &rows, style) {
                let caption = match named {
                    true => self.look.texts.get(child.name).to_owned(),
                    false => String::new(),
                };
                PartBody::Table(
                    self.apart(|b| b.real_table(section, child, &rows, child.parent, caption)),
                )
            } else {
                PartBody::Rows(self.said(section, child, &rows))
            };
            parts.push(self.part(child, named, body));
        }
        parts
    }

    /// Rows by their first parent, in the order in which the parents stand; those without last.
    fn groups(
        &self,
        section: &'a Section,
        table: &'static TableDef,
    ) -> Vec<(Option<&'a RowId>, Vec<&'a Row>)> {
        let mut groups: Vec<(Option<&'a RowId>, Vec<&'a Row>)> = Vec::new();
        for row in self.look.rows_in_use(section, table.id) {
            let parent = first_ref(row, table).filter(|id| self.look.name(id).is_some());
            match groups.iter_mut().find(|(known, _)| *known == parent) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((parent, vec![row])),
            }
        }
        groups.sort_by_key(
            |(parent, _)| match parent.and_then(|id| self.look.place(id)) {
                Some(place) => place.count,
                None => usize::MAX,
            },
        );
        groups
    }
}

fn after_colon(spans: &[Span], lang: Lang) -> Vec<Span> {
    if spans.is_empty() {
        return Vec::new();
    }
    let mut out = vec![Span::Text(colon(lang).to_owned())];
    out.extend(spans.iter().cloned());
    merge(out)
}

/// The rows follow one another: one can lead to another, or each is a stage.
fn is_sequence(table: &TableDef) -> bool {
    let leads_to_itself = table.columns.iter().any(|column| {
        column.to.iter().any(|entity| {
            catalogue::entity(entity).is_some_and(|entity| entity.table == table.id)
                && Some(column.id) != table.parent
                && column.id.starts_with("on_")
        })
    });
    leads_to_itself
        || table
            .columns
            .iter()
            .any(|column| column.id == "stage" && !column.hidden)
}

/// The row that this row belongs to.
fn first_ref<'r>(row: &'r Row, table: &TableDef) -> Option<&'r RowId> {
    row.cell(table.parent?)?.refs().first()
}
