//! Shapes of the tables. The files are described in `catalogue/schema`.

/// Place of a text in every language's table; 0 is the empty text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextId(pub u16);

impl TextId {
    /// No text.
    pub const NONE: TextId = TextId(0);

    /// True when there is no text.
    pub fn is_none(self) -> bool {
        self.0 == 0
    }
}

/// One section type.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "documented at the file's shape in `catalogue/schema`"
)]
pub struct SectionDef {
    pub id: &'static str,
    pub group: &'static str,
    pub name: TextId,
    pub purpose: TextId,
    pub example: TextId,
    pub pattern: TextId,
    pub questions: &'static [TextId],
    pub fields: &'static [FieldDef],
    pub tables: &'static [TableDef],
}

/// A table of repeating rows.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "documented at the file's shape in `catalogue/schema`"
)]
pub struct TableDef {
    pub id: &'static str,
    pub prefix: &'static str,
    pub min_rows: u16,
    pub title: &'static str,
    pub parent: Option<&'static str>,
    pub render: Render,
    pub log: bool,
    pub name: TextId,
    pub item: TextId,
    pub pattern: TextId,
    pub columns: &'static [FieldDef],
}

/// A field of a section or a column of a table.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "documented at the file's shape in `catalogue/schema`"
)]
pub struct FieldDef {
    pub id: &'static str,
    pub kind: FieldType,
    pub tier: Tier,
    pub need: Need,
    pub to: &'static [&'static str],
    pub options: &'static [OptionDef],
    pub unit: Option<&'static str>,
    pub unit_from: Option<&'static str>,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub max_chars: Option<u16>,
    pub hidden: bool,
    pub name: TextId,
    pub help: TextId,
    pub why: TextId,
    pub example: TextId,
}

/// An option, unit or group with its label.
#[derive(Debug)]
#[expect(missing_docs, reason = "an id and its label")]
pub struct OptionDef {
    pub id: &'static str,
    pub label: TextId,
}

/// How rows stand in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Render {
    /// One sentence per row.
    Sentences,
    /// A table.
    Table,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl FieldType {
    /// All, in the order of the catalogue's own list.
    pub(super) const ALL: [FieldType; 19] = [
        FieldType::Text,
        FieldType::Longtext,
        FieldType::List,
        FieldType::Int,
        FieldType::Number,
        FieldType::Percent,
        FieldType::Money,
        FieldType::Range,
        FieldType::Date,
        FieldType::Time,
        FieldType::Period,
        FieldType::Duration,
        FieldType::Enum,
        FieldType::Multi,
        FieldType::Bool,
        FieldType::Formula,
        FieldType::Ref,
        FieldType::Refs,
        FieldType::Letters,
    ];

    /// The name in the catalogue's files.
    pub fn id(self) -> &'static str {
        match self {
            FieldType::Text => "text",
            FieldType::Longtext => "longtext",
            FieldType::List => "list",
            FieldType::Int => "int",
            FieldType::Number => "number",
            FieldType::Percent => "percent",
            FieldType::Money => "money",
            FieldType::Range => "range",
            FieldType::Date => "date",
            FieldType::Time => "time",
            FieldType::Period => "period",
            FieldType::Duration => "duration",
            FieldType::Enum => "enum",
            FieldType::Multi => "multi",
            FieldType::Bool => "bool",
            FieldType::Formula => "formula",
            FieldType::Ref => "ref",
            FieldType::Refs => "refs",
            FieldType::Letters => "letters",
        }
    }
}

/// When a field is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// First.
    Core,
    /// With the open row.
    Common,
    /// Behind 更多.
    More,
}

impl Tier {
    /// The name in the catalogue's files.
    pub fn id(self) -> &'static str {
        match self {
            Tier::Core => "core",
            Tier::Common => "common",
            Tier::More => "more",
        }
    }
}

/// Whether a complete row has the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Missing until filled.
    Required,
    /// Needed under a condition that a rule states.
    Conditional,
    /// Free.
    Optional,
}

/// One kind of charter.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "documented at the file's shape in `catalogue/schema`"
)]
pub struct KindDef {
    pub id: &'static str,
    pub ready: bool,
    pub name: TextId,
    pub purpose: TextId,
    pub audience: TextId,
    pub sections: &'static [OfferedSection],
    pub profiles: &'static [ProfileDef],
}

/// A section that a kind offers; `need` is `required`, `recommended` or `optional`.
#[derive(Debug)]
#[expect(missing_docs, reason = "an id and its need")]
pub struct OfferedSection {
    pub id: &'static str,
    pub need: &'static str,
}

/// One structure of a kind.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "documented at the file's shape in `catalogue/schema`"
)]
pub struct ProfileDef {
    pub id: &'static str,
    pub shown: bool,
    pub style: &'static str,
    pub name: TextId,
    pub front: &'static [&'static str],
    pub chapters: &'static [ChapterDef],
    pub back: &'static [&'static str],
    pub backing: &'static [&'static str],
}

/// A heading over sections.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "documented at the file's shape in `catalogue/schema`"
)]
pub struct ChapterDef {
    pub id: &'static str,
    pub heading: TextId,
    pub sections: &'static [&'static str],
}

/// A kind of thing that rows can refer to and the table that holds it.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "documented at the file's shape in `catalogue/schema`"
)]
pub struct EntityDef {
    pub id: &'static str,
    pub section: &'static str,
    pub table: &'static str,
}

/// A section that answers of the header make worth writing.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "documented at the file's shape in `catalogue/schema`"
)]
pub struct RecommendDef {
    pub id: &'static str,
    pub section: &'static str,
    pub reason: TextId,
    pub when: &'static [RecommendWhen],
}

/// One alternative of a rule.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "documented at the file's shape in `catalogue/schema`"
)]
pub struct RecommendWhen {
    pub industry: &'static [&'static str],
    pub business_model: &'static [&'static str],
    pub company_stage: &'static [&'static str],
    pub min_team: Option<u16>,
    pub min_hours: Option<u16>,
}

impl SectionDef {
    /// The field with this id.
    pub fn field(&self, id: &str) -> Option<&'static FieldDef> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The table with this id.
    pub fn table(&self, id: &str) -> Option<&'static TableDef> {
        self.tables.iter().find(|table| table.id == id)
    }
}

impl TableDef {
    /// The column with this id.
    pub fn column(&self, id: &str) -> Option<&'static FieldDef> {
        self.columns.iter().find(|column| column.id == id)
    }
}

impl ProfileDef {
    /// All sections of the structure in document order, backing ones last.
    pub fn sections(&self) -> impl Iterator<Item = &'static str> {
        let chapters = self.chapters.iter().flat_map(|chapter| chapter.sections);
        self.front
            .iter()
            .chain(chapters)
            .chain(self.back)
            .chain(self.backing)
            .copied()
    }
}
