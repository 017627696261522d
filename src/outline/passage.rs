//! What a section says, before a style sets it on the page.
//!
//! `section` and `rows` read the charter into passages; `lay` knows what each style makes of
//! them. Whatever else is to be said (a section that the user made up, a summary) is a list of
//! passages too.

use super::{Anchor, Block, Span};

/// One stretch of a section: its own fields, or one of its tables.
pub(super) struct Passage {
    pub(super) at: Anchor,
    /// The heading over it; none where the section's heading says it.
    pub(super) heading: Option<String>,
    /// What its rows are called together.
    pub(super) name: String,
    pub(super) body: Body,
}

pub(super) enum Body {
    /// The section's own sentences, then fields that no sentence names.
    Own(Vec<Vec<Span>>, Vec<Fact>),
    /// A sentence per row.
    Rows(Rows),
    /// Rows under the row that they belong to. The table comes first: the parents, when they are
    /// looked up rather than read.
    Families(Vec<Block>, Vec<Family>),
    /// A real table, with what belongs to it.
    Table(Vec<Block>),
    /// A mark for what a complete section has.
    Missing(Vec<Span>),
}

/// A field with its name.
pub(super) struct Fact {
    pub(super) name: String,
    pub(super) value: Worth,
}

pub(super) enum Worth {
    /// Fits into a line with others.
    Short(Vec<Span>),
    /// A text of its own, in one or more paragraphs.
    Long(Vec<Vec<Span>>),
    /// Several items.
    Items(Vec<String>),
}

/// Rows of one table, said.
pub(super) struct Rows {
    pub(super) rows: Vec<Saying>,
    /// One comes after the other: steps, not items.
    pub(super) sequence: bool,
}

/// A row, said.
pub(super) struct Saying {
    pub(super) at: Anchor,
    /// What the row is called.
    pub(super) name: String,
    /// The whole sentence.
    pub(super) whole: Vec<Span>,
    /// The sentence under a heading with the name; empty when it says no more.
    pub(super) under: Vec<Span>,
    /// What follows the name set in bold, with the mark between; empty when nothing does.
    pub(super) beside: Vec<Span>,
}

/// A row with the rows under it.
pub(super) struct Family {
    pub(super) at: Anchor,
    pub(super) name: String,
    /// The parent said; none when it stands in another section or in a table.
    pub(super) own: Option<Saying>,
    pub(super) parts: Vec<Part>,
}

/// The rows of one table under a parent.
pub(super) struct Part {
    /// Name of the table.
    pub(super) name: String,
    /// What one of its rows is called.
    pub(super) item: String,
    /// There are several parts: each needs its name.
    pub(super) named: bool,
    pub(super) body: PartBody,
}

pub(super) enum PartBody {
    Rows(Rows),
    Table(Vec<Block>),
}
