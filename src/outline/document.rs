//! Shapes of the neutral document.

use crate::model::{Lang, RowId};
use serde::{Deserialize, Serialize};

/// A whole document, ready for any format.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Language of the text, for fonts, quotes and spacing.
    pub lang: Lang,
    /// Title of the document; never empty (a generic one stands in).
    pub title: String,
    /// What stands under the title: organisation, version, dates. Already in the right language.
    pub cover: Vec<(String, Vec<Span>)>,
    /// The mark of an unfinished document (草稿 / Draft), if it carries one.
    pub draft_mark: Option<String>,
    /// Everything after the cover, in order.
    pub blocks: Vec<Block>,
    /// Set small, to stay on one page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub compact: bool,
}

/// One piece of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// Where it comes from, for the preview's jumps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Anchor>,
    /// What it is.
    pub content: Content,
}

/// A place in the charter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Anchor {
    /// Section id.
    pub section: RowId,
    /// Row id, when it comes from one row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<RowId>,
}

/// Kinds of block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A heading. `level` 1 is a chapter, 2 a section, 3 a table or group within it.
    Heading {
        /// 1–4.
        level: u8,
        /// The printed number, such as `一、`, `（一）`, `1.` or `1.2`; empty for none.
        number: String,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list. Items carry their printed number.
    List {
        /// Numbered, or with bullets.
        ordered: bool,
        /// The items.
        items: Vec<ListItem>,
    },
    /// A table with one head row that repeats on every page.
    Table {
        /// Words above the table; empty for none.
        caption: String,
        /// Column heads.
        head: Vec<String>,
        /// The rows, each as long as the head.
        rows: Vec<TableLine>,
    },
    /// Names with values, set as a plain two-column table.
    KeyValues(Vec<(String, Vec<Span>)>),
    /// What follows starts on a new page.
    PageBreak,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListItem {
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Anchor>,
    /// The printed number, such as `1.` or `（1）`; empty with bullets.
    pub number: String,
    /// The words.
    pub spans: Vec<Span>,
    /// Items under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<ListItem>,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableLine {
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Anchor>,
    /// One list of spans per column.
    pub cells: Vec<Vec<Span>>,
    /// The whole row as a sentence, for formats without tables; it also says what stands in the
    /// notes under a wide table (the unordered list with the same rows that follows it).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<Span>,
}

/// A run of words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Plain.
    Text(String),
    /// Emphasised.
    Strong(String),
    /// A part that is not filled in, as it should print (`【目标值】`, or a blank to write on).
    Missing(String),
}

impl Span {
    /// The words.
    pub fn text(&self) -> &str {
        match self {
            Span::Text(text) | Span::Strong(text) | Span::Missing(text) => text,
        }
    }
}

/// What becomes of parts that are not filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MissingParts {
    /// Shown as 【name】.
    #[default]
    Mark,
    /// A blank line to write on.
    Blank,
    /// Left out with the words around them.
    Omit,
}

/// How headings are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// 一、（一）1.（1）, as Chinese offices expect.
    Chinese,
    /// 1, 1.1, 1.1.1.
    Decimal,
}
