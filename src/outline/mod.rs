//! The charter as a neutral document: headings, paragraphs, lists, tables.
//!
//! Sections describe themselves once into it, from the catalogue's patterns; exporters and the
//! preview see only this. N section types and M formats need N + M pieces of code, not N × M.

mod build;
mod custom;
mod document;
mod format;
mod grid;
mod lookup;
mod number;
mod pattern;
mod section;
mod table;

pub use build::{Options, build};
pub use document::{
    Anchor, Block, Content, Document, ListItem, MissingParts, Numbering, Span, TableLine,
};
pub use format::date;
