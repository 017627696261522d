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
pub(crate) mod day;
mod id;
mod value;

pub use charter::{
    Charter, Comment, Lineage, Muted, Row, Section, Settings, TrayItem, UnknownFields,
};
pub use day::parse_day;
pub use id::{IdSource, RowId};
pub use value::{Amount, Value};

/// Language of a charter or of the interface.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Simplified Chinese, the first language of the product.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// All languages, the first one leading.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// `zh` or `en`, as in file names and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The language with this code; also takes tags such as `zh-CN`.
    pub fn from_code(code: &str) -> Option<Lang> {
        let main = code.split(['-', '_']).next().unwrap_or(code);
        Lang::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(main))
    }
}
