//! The charter as a value: what a user has written, nothing derived.
//!
//! Incomplete is normal: every charter can be saved, previewed and exported. What is missing or
//! wrong is a list of findings elsewhere, never an error here.
//!
//! Invariants:
//! - rows are found by id, never by place; ids are random, passed in, and never used again;
//! - references point to row ids, never to names;
//! - what this version does not know (fields, kinds of value) survives a round trip.

mod charter;
mod custom;
pub(crate) mod day;
mod id;
mod lang;
mod layout;
mod value;

pub use charter::{
    Asked, AskedAt, Charter, Comment, Drafted, Lineage, Muted, Reply, Row, Section, Settings,
    TrayItem, UnknownFields,
};
pub use custom::{
    CUSTOM, CUSTOM_ROWS, CUSTOM_TEXT, ColumnType, CustomColumn, CustomDef, CustomForm,
};
pub use day::parse_day;
pub use id::{IdSource, RowId};
pub use lang::Lang;
pub use layout::{Layout, OwnChapter};
pub use value::{Amount, Value};
