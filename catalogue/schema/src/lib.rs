//! The catalogue's files as Rust values: what a section type, a kind and a language folder hold.
//!
//! Shared by the build script, which turns them into compact tables, and by the project commands,
//! which write the text files that the page loads. Errors name the file, the line where known, and
//! what is wrong.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod blob;
mod check;
mod emit;
mod load;
mod raw;
mod samples;
mod texts;

pub use blob::{Blob, blobs};
pub use emit::emit_rust;
pub use load::{Catalogue, Problem, load};
pub use raw::{
    ChapterRaw, Column, EntityRaw, FieldText, FieldType, KindRaw, KindText, Need, ProfileRaw,
    RecommendRaw, RecommendRule, RecommendWhen, Render, SectionNeed, SectionRaw, SectionText,
    TableRaw, TableText, Tier,
};
pub use samples::{Sample, SampleFile, emit_samples, samples};
pub use texts::{LANGUAGES, TextTable, text_tables};
