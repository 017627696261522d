//! The files as they are written. Structure and text are apart: structure never holds a word that
//! a user reads, a language folder never holds structure.

use serde::Deserialize;
use std::collections::BTreeMap;

/// `catalogue/sections/<id>.toml`: the structure of one section type.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionRaw {
    /// Unique id, equal to the file name.
    pub id: String,
    /// Letter of the group it is listed under when a user adds sections (A–K).
    pub group: String,
    /// Single-valued fields, in the order of the form.
    #[serde(default)]
    pub fields: Vec<Column>,
    /// Tables of repeating rows.
    #[serde(default)]
    pub tables: Vec<TableRaw>,
}

/// A table of repeating rows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableRaw {
    /// Unique within the section.
    pub id: String,
    /// Letters before the display number: `G` gives G1, G2 …
    pub prefix: String,
    /// Rows a complete section has at least.
    #[serde(default)]
    pub min_rows: u16,
    /// The column that names a row: shown in closed rows and lists, filled when a row is created
    /// from a name alone.
    pub title: String,
    /// The reference column under whose row the rows of this table are grouped (steps under their
    /// process).
    #[serde(default)]
    pub parent: Option<String>,
    /// How the rows stand in the document.
    #[serde(default)]
    pub render: Render,
    /// A log that starts hidden: a charter is not a diary.
    #[serde(default)]
    pub log: bool,
    /// The columns, in the order of the form.
    pub columns: Vec<Column>,
}

/// How a table's rows are set in the document.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Render {
    /// One sentence per row, from the table's pattern.
    #[default]
    Sentences,
    /// A table with the shown columns.
    Table,
}

/// A field of a section or a column of a table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Unique within the section or table.
    pub id: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// When it is shown.
    pub tier: Tier,
    /// Whether a complete row has it.
    #[serde(default)]
    pub need: Need,
    /// Entity kinds a reference may point to; for `letters`, the kind of its keys.
    #[serde(default)]
    pub to: Vec<String>,
    /// Values of an `enum` or `multi`, in order.
    #[serde(default)]
    pub options: Vec<String>,
    /// Unit that goes with a number (`percent`, `minute`, `person` …): an entry of `units.toml`.
    #[serde(default)]
    pub unit: Option<String>,
    /// The column of the same row that holds the unit.
    #[serde(default)]
    pub unit_from: Option<String>,
    /// Smallest accepted value, a whole number.
    #[serde(default)]
    pub min: Option<u16>,
    /// Largest accepted value, a whole number.
    #[serde(default)]
    pub max: Option<u16>,
    /// Characters beyond which a text is too long for its place.
    #[serde(default)]
    pub max_chars: Option<u16>,
    /// Left out of the document unless asked for.
    #[serde(default)]
    pub hidden: bool,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the field's own terms")]
pub enum FieldType {
    Text,
    Longtext,
    List,
    Int,
    Number,
    Percent,
    Money,
    Range,
    Date,
    Time,
    Period,
    Duration,
    Enum,
    Multi,
    Bool,
    Formula,
    Ref,
    Refs,
    Letters,
}

/// When a field is shown.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Shown first; at most six per section or row.
    Core,
    /// Shown when the row is open and there is room.
    Common,
    /// Behind 更多.
    More,
}

/// Whether a complete row has the field.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Missing until filled.
    Required,
    /// Needed under a condition that a rule states.
    Conditional,
    /// Free.
    #[default]
    Optional,
}

/// `catalogue/kinds/<id>.toml`: one kind of charter.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindRaw {
    /// Unique id, equal to the file name.
    pub id: String,
    /// Place in the list of kinds.
    pub order: u16,
    /// Offered now; others are listed as coming.
    #[serde(default)]
    pub ready: bool,
    /// All sections that the kind offers, in document order.
    pub sections: Vec<SectionNeed>,
    /// Structures, the one shown first leading.
    pub profiles: Vec<ProfileRaw>,
}

/// A section that a kind offers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionNeed {
    /// Section type.
    pub id: String,
    /// `required`, `recommended` or `optional`.
    pub need: String,
}

/// One structure of a kind.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileRaw {
    /// Unique over all kinds.
    pub id: String,
    /// Shown at once, not under 更多结构.
    #[serde(default)]
    pub shown: bool,
    /// `narrative`, `clauses`, `numbered_steps`, `bullets` or `item_desc`.
    pub style: String,
    /// Sections before the chapters.
    pub front: Vec<String>,
    /// Chapters in document order.
    pub chapters: Vec<ChapterRaw>,
    /// Sections after the chapters.
    pub back: Vec<String>,
    /// Sections that only hold rows which others refer to.
    #[serde(default)]
    pub backing: Vec<String>,
}

/// A chapter of a structure: a heading over one or more sections.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChapterRaw {
    /// Unique within the profile; its heading is a text.
    pub id: String,
    /// Sections under the heading.
    pub sections: Vec<String>,
}

/// One line of `catalogue/entities.toml`: a kind of thing that rows can refer to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntityRaw {
    /// `role`, `kpi` …
    pub id: String,
    /// Section that holds the rows; `*` for the charter's sections themselves.
    pub section: String,
    /// Table that holds the rows.
    #[serde(default)]
    pub table: String,
}

/// `catalogue/recommend.toml`: which sections the header's answers make worth writing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecommendRaw {
    /// Sections that are recommended by these rules alone, whatever the kind says of them.
    #[serde(default)]
    pub gated: Vec<String>,
    /// The rules in order; of several for one section the first that holds gives the reason.
    pub rule: Vec<RecommendRule>,
}

/// One rule.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecommendRule {
    /// Unique; its reason is a text of the interface under `recommend.<id>`.
    pub id: String,
    /// Section type.
    pub section: String,
    /// Alternatives: one that holds is enough.
    pub when: Vec<RecommendWhen>,
}

/// What has to hold together; of several values of one field, one is enough.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RecommendWhen {
    /// Options of the header's `industry`.
    pub industry: Vec<String>,
    /// Options of the header's `business_model`.
    pub business_model: Vec<String>,
    /// Options of the header's `company_stage`.
    pub company_stage: Vec<String>,
    /// Headcount from which it holds.
    pub min_team: Option<u16>,
    /// Hours of service a day from which it holds.
    pub min_hours: Option<u16>,
}

/// `catalogue/text/<lang>/sections/<id>.toml`: the words of one section type in one language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionText {
    /// Heading.
    pub name: String,
    /// What the section is for, one sentence.
    pub purpose: String,
    /// Guidance: what to think of first.
    #[serde(default)]
    pub questions: Vec<String>,
    /// A worked example of the whole section.
    #[serde(default)]
    pub example: String,
    /// Sentence pattern of the section's own fields.
    #[serde(default)]
    pub pattern: String,
    /// Words of the fields by id.
    #[serde(default)]
    pub fields: BTreeMap<String, FieldText>,
    /// Words of the tables by id.
    #[serde(default)]
    pub tables: BTreeMap<String, TableText>,
}

/// Words of one table.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableText {
    /// Heading of the table.
    pub name: String,
    /// One row: the noun in 新增… / Add …
    pub item: String,
    /// Sentence pattern of one row.
    #[serde(default)]
    pub pattern: String,
    /// Words of the columns by id.
    #[serde(default)]
    pub columns: BTreeMap<String, FieldText>,
}

/// Words of one field or column.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldText {
    /// Label.
    pub name: String,
    /// How to fill it, one short sentence.
    #[serde(default)]
    pub help: String,
    /// Why it is asked.
    #[serde(default)]
    pub why: String,
    /// A value as a user would type it; it passes the field's own rules.
    #[serde(default)]
    pub example: String,
    /// Labels of the options by id.
    #[serde(default)]
    pub options: BTreeMap<String, String>,
}

/// Words of one kind, in `catalogue/text/<lang>/kinds.toml` under its id.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindText {
    /// Name of the kind.
    pub name: String,
    /// One sentence on the start page.
    pub purpose: String,
    /// Who usually writes it.
    #[serde(default)]
    pub audience: String,
    /// Names and chapter headings of its structures.
    #[serde(default)]
    pub profiles: BTreeMap<String, ProfileText>,
}

/// Words of one structure.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileText {
    /// Name.
    pub name: String,
    /// Headings by chapter id.
    #[serde(default)]
    pub chapters: BTreeMap<String, String>,
}
