//! What a text would become: headings with the sections that they stand for, and pieces with the
//! places that they would go to. The reader proposes, the user can say otherwise for each; nothing
//! is written before [`super::apply()`].

mod fields;
mod judge;
mod outline;
mod section;
mod title;

use super::block::Block;
use super::heading::{Guess, Headings};
use super::rows::{self, Around, Columns, Draft};
use crate::catalogue::{self, Texts};
use crate::model::Lang;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Where a piece can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// Rows of a table.
    Rows {
        /// The section type.
        section: &'static str,
        /// The table.
        table: &'static str,
    },
    /// A field of a section.
    Field {
        /// The section type.
        section: &'static str,
        /// The field.
        field: &'static str,
    },
    /// Kept for later.
    Tray,
}

impl Place {
    /// A name for forms: `rows roles_duties duties`, `field purpose_scope purpose`, `tray`.
    pub fn id(self) -> String {
        match self {
            Place::Rows { section, table } => format!("rows {section} {table}"),
            Place::Field { section, field } => format!("field {section} {field}"),
            Place::Tray => "tray".to_owned(),
        }
    }

    /// The place with this name; none when the catalogue does not have it.
    pub fn from_id(id: &str) -> Option<Place> {
        let mut words = id.split(' ');
        match (words.next()?, words.next(), words.next()) {
            ("tray", None, None) => Some(Place::Tray),
            ("rows", Some(section), Some(table)) => {
                let def = catalogue::section(section)?;
                Some(Place::Rows {
                    section: def.id,
                    table: def.table(table)?.id,
                })
            }
            ("field", Some(section), Some(field)) => {
                let def = catalogue::section(section)?;
                Some(Place::Field {
                    section: def.id,
                    field: def.field(field)?.id,
                })
            }
            _ => None,
        }
    }

    /// The section type; none for the tray.
    pub fn section(self) -> Option<&'static str> {
        match self {
            Place::Rows { section, .. } | Place::Field { section, .. } => Some(section),
            Place::Tray => None,
        }
    }
}

/// What a heading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingKind {
    /// It stands for a section.
    Section,
    /// The title of the whole text.
    Title,
    /// The name of a role, under which its duties stand.
    Role,
    /// A heading inside the section above it.
    Part,
}

/// A heading of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Its words.
    pub text: String,
    /// 1 the highest.
    pub level: u8,
    /// What it is.
    pub kind: HeadingKind,
    /// The section that what follows belongs to: its own, or that of the heading above.
    pub section: Option<&'static str>,
    /// How sure that is, from 0 to 1.
    pub confidence: f64,
    /// The likeliest sections, the best first.
    pub guesses: Vec<Guess>,
    /// The user said so.
    pub chosen: bool,
}

/// What a piece consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A line or a paragraph.
    Line(String),
    /// A table.
    Table(Vec<Vec<String>>),
}

/// A part of the text that goes to one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The heading above it, by its place in the plan.
    pub under: Option<usize>,
    /// Its words.
    pub content: Content,
    /// What stands around it.
    pub around: Around,
    /// Where it goes.
    pub place: Place,
    /// How sure that is, from 0 to 1.
    pub confidence: f64,
    /// Where else it may belong, the likeliest first.
    pub others: Vec<Place>,
    /// The user said so.
    pub chosen: bool,
}

/// What the user said otherwise, by the place of a heading or piece in the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// Sections of headings; none: the heading stands for no section of its own.
    pub headings: BTreeMap<usize, Option<&'static str>>,
    /// Places of pieces.
    pub pieces: BTreeMap<usize, Place>,
}

/// The whole text.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The language that it is written in.
    pub lang: Lang,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// Everything else, in order.
    pub pieces: Vec<Piece>,
}

/// What reading needs beside the text; made once and asked often.
#[derive(Debug)]
pub struct Reader {
    pub(super) headings: Headings,
    pub(super) columns: Columns,
    pub(super) today: NaiveDate,
}

impl Reader {
    /// A reader that knows the names of these languages' catalogues.
    pub fn new(texts: &[&Texts], today: NaiveDate) -> Reader {
        Reader {
            headings: Headings::new(texts),
            columns: Columns::new(texts),
            today,
        }
    }

    /// What these blocks would become, with the user's choices.
    pub fn plan(&self, blocks: &[Block], choices: &Choices) -> Plan {
        outline::plan(self, blocks, choices)
    }

    /// The rows that a piece would make; none when its place is no table.
    pub fn drafts(&self, piece: &Piece) -> Vec<Draft> {
        let Place::Rows { section, table } = piece.place else {
            return Vec::new();
        };
        let Some(table) = catalogue::section(section).and_then(|def| def.table(table)) else {
            return Vec::new();
        };
        match &piece.content {
            Content::Line(line) => {
                vec![rows::line_draft(
                    section,
                    table,
                    line,
                    &piece.around,
                    &self.columns,
                )]
            }
            Content::Table(cells) => rows::table_drafts(cells, table, &self.columns),
        }
    }
}

impl Piece {
    /// Its words as plain text.
    pub fn text(&self) -> String {
        match &self.content {
            Content::Line(line) => line.clone(),
            Content::Table(rows) => {
                let lines: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
                lines.join("\n")
            }
        }
    }
}

impl Plan {
    /// Whether there is anything in it.
    pub fn is_empty(&self) -> bool {
        self.headings.is_empty() && self.pieces.is_empty()
    }

    /// The heading above a piece.
    pub fn heading(&self, piece: &Piece) -> Option<&Heading> {
        self.headings.get(piece.under?)
    }
}
