//! The charter, its sections and rows.

use super::{Lang, RowId, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Fields that this version does not know, kept for the newer version that wrote them.
pub type UnknownFields = BTreeMap<String, serde_json::Value>;

/// One document. Sections are shared, so that an undo step costs a few pointers and pointer-equal
/// sections need no new check, preview or save.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Charter {
    /// Names the draft.
    pub id: RowId,
    /// Where this version comes from.
    #[serde(default)]
    pub lineage: Lineage,
    /// Language of the document, independent of the interface's.
    #[serde(default)]
    pub language: Lang,
    /// Kind of charter (`duties` …).
    pub kind: String,
    /// Structure chosen for the kind (`duties_core` …).
    pub profile: String,
    /// All sections that hold something or belong to the structure, in document order.
    #[serde(default)]
    pub sections: Vec<Arc<Section>>,
    /// Choices that belong to the document.
    #[serde(default)]
    pub settings: Settings,
    /// Text from a paste or an old document that has no place yet; nothing pasted is lost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tray: Vec<TrayItem>,
    /// Remarks of readers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<Comment>,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// Which draft a version belongs to and what it was made from, for merging two people's files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lineage {
    /// The first draft of the line.
    #[serde(default)]
    pub draft: RowId,
    /// Counts saved versions.
    #[serde(default)]
    pub revision: u64,
    /// The revision it was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<u64>,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// One section with what was filled in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Names the section.
    pub id: RowId,
    /// Section type of the catalogue; unknown ones are kept.
    #[serde(rename = "type")]
    pub kind: String,
    /// The user's own heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Definition of a section that the user made up; its shape is [`super::CustomDef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom: Option<serde_json::Value>,
    /// How its sentences are written out (`narrative`, `clauses` …); none as the document. One that
    /// this version does not know counts as none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
    /// Kept, but neither shown nor exported.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// Hidden by a change of structure, not by the user: a structure that has it shows it again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub aside: bool,
    /// Single values by field id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, Value>,
    /// Rows by table id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tables: BTreeMap<String, Vec<Row>>,
    /// What was drafted here from the rest of the charter, by field or table id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub drafted: BTreeMap<String, Drafted>,
    /// Questions that went out to colleagues, so that an answer finds its field by number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Asked>,
    /// Answers of colleagues that wait to be used or dismissed; never printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replies: Vec<Reply>,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// The last draft of a field or table that the user has seen. What stands in the field is the
/// user's own: it is compared with a new draft, never replaced by one unasked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Drafted {
    /// The drafted words.
    pub text: String,
    /// Fingerprint of the facts that they were drawn from.
    pub facts: String,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// A question that went out. Its number is never given again in its section.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// The printed number.
    pub number: u32,
    /// The words.
    pub question: String,
    /// What it is about.
    #[serde(default)]
    pub at: AskedAt,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// What a question is about; only as deep as it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedAt {
    /// Table id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Row id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<RowId>,
    /// Field or column id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The rule whose finding it is; none for what is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// An answer as it was pasted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// Names the answer.
    pub id: RowId,
    /// The question; empty when the lines belong to none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The place of the question.
    #[serde(default)]
    pub at: AskedAt,
    /// The answer.
    pub text: String,
    /// Lines quoted from an earlier message, which are nobody's answer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quoted: String,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// One row of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Names the row.
    pub id: RowId,
    /// Values by column id.
    #[serde(default)]
    pub cells: BTreeMap<String, Value>,
    /// Questions of the checks that the user has answered, by rule id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, String>,
    /// The line of a paste that it was read from, where its values do not say all of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// Choices that belong to the document and travel with it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// What an export does with missing parts: `mark`, `blank` or `omit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
    /// Whether an unfinished document carries the draft mark; on unless taken off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft_mark: Option<bool>,
    /// How sentences are written out (`narrative`, `clauses` …); none as the structure has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
    /// Findings put aside, with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub muted: Vec<Muted>,
    /// The user's own order of chapters and sections, by structure: each a [`super::Layout`]. Raw
    /// here, because the start page reads charters too and needs no code for what it never shows.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub layouts: UnknownFields,
    /// Steps that the user has skipped, by id; they come back last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<String>,
    /// Recommendations that the user has put away, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declined: Vec<String>,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// A finding or a rule that the user has put aside.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Muted {
    /// Rule id.
    pub rule: String,
    /// The row it concerns; none for the whole rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<RowId>,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// Text that waits for a place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TrayItem {
    /// Names the item.
    pub id: RowId,
    /// As it was pasted.
    pub text: String,
    /// The heading that it stood under.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// A remark (reserved).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comment {
    /// Names the remark.
    pub id: RowId,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

impl Charter {
    /// The first section of this type.
    pub fn section(&self, kind: &str) -> Option<&Section> {
        self.sections
            .iter()
            .find(|section| section.kind == kind)
            .map(Arc::as_ref)
    }

    /// The section with this id.
    pub fn section_by_id(&self, id: &RowId) -> Option<&Section> {
        self.sections
            .iter()
            .find(|section| section.id == *id)
            .map(Arc::as_ref)
    }

    /// The section with this id, to change it. Other holders of the section keep what they have.
    pub fn section_mut(&mut self, id: &RowId) -> Option<&mut Section> {
        self.sections
            .iter_mut()
            .find(|section| section.id == *id)
            .map(Arc::make_mut)
    }

    /// A field of the first section of this type.
    pub fn field(&self, kind: &str, field: &str) -> Option<&Value> {
        self.section(kind)?.fields.get(field)
    }

    /// The rows of a table in the first section of this type; empty when there is none.
    pub fn rows(&self, kind: &str, table: &str) -> &[Row] {
        self.section(kind)
            .map_or(&[], |section| section.rows(table))
    }

    /// The row with this id, with its section and table.
    pub fn find_row(&self, id: &RowId) -> Option<(&Section, &str, &Row)> {
        self.sections.iter().find_map(|section| {
            section.tables.iter().find_map(|(table, rows)| {
                let row = rows.iter().find(|row| row.id == *id)?;
                Some((section.as_ref(), table.as_str(), row))
            })
        })
    }
}

impl Section {
    /// The rows of a table; empty when there is none.
    pub fn rows(&self, table: &str) -> &[Row] {
        self.tables.get(table).map_or(&[], Vec::as_slice)
    }

    /// The row with this id.
    pub fn row_mut(&mut self, table: &str, id: &RowId) -> Option<&mut Row> {
        self.tables
            .get_mut(table)?
            .iter_mut()
            .find(|row| row.id == *id)
    }

    /// True when nothing was filled in.
    pub fn is_blank(&self) -> bool {
        self.fields.values().all(Value::is_empty)
            && self
                .tables
                .values()
                .all(|rows| rows.iter().all(Row::is_blank))
    }
}

impl Row {
    /// An empty row.
    pub fn new(id: RowId) -> Row {
        Row {
            id,
            ..Row::default()
        }
    }

    /// True when nothing was filled in.
    pub fn is_blank(&self) -> bool {
        self.cells.values().all(Value::is_empty)
    }

    /// A cell that is not empty.
    pub fn cell(&self, column: &str) -> Option<&Value> {
        self.cells.get(column).filter(|value| !value.is_empty())
    }

    /// A text cell, trimmed; empty when there is none.
    pub fn text(&self, column: &str) -> &str {
        self.cell(column)
            .and_then(Value::as_text)
            .map_or("", str::trim)
    }
}
