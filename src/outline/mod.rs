//! The charter as a neutral document: headings, paragraphs, lists, tables.
//!
//! Sections describe themselves once into it, from the catalogue's patterns; exporters and the
//! preview see only this. N section types and M formats need N + M pieces of code, not N × M.
//!
//! A section is first read into passages (`section`, `rows`, `sentence`), then set in one of five
//! styles (`lay`).

mod build;
mod chapters;
mod custom;
mod days;
mod document;
mod figures;
mod format;
mod grid;
mod lay;
mod lookup;
mod number;
mod options;
mod passage;
mod pattern;
mod rows;
mod say;
mod section;
mod sentence;
mod slot;
mod style;
mod words;

pub use build::build;
pub use days::date;
pub use document::{
    Anchor, Block, Content, Document, ListItem, MissingParts, Numbering, Span, TableLine,
};
pub use options::Options;
pub use say::Say;
pub use style::WritingStyle;
