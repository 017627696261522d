//! Sample charters: finished examples of every kind, opened as a draft of one's own.
//!
//! A sample is one file in `catalogue/samples`. The build makes one JSON file per language of it,
//! which the page fetches when a user opens the sample; native builds have it compiled in. Dates
//! move with the day on which it is opened, so that a sample is always in force and its deadlines
//! are always ahead.

mod dates;
mod load;
mod value;

pub use generated::SAMPLES;
pub use load::{SampleError, load};

use crate::catalogue::TextId;
use crate::model::Lang;

mod generated {
    use super::SampleDef;
    use crate::catalogue::ui;
    use crate::model::Lang;
    include!(concat!(env!("OUT_DIR"), "/samples.rs"));

    /// The JSON of a sample that is compiled in; on the page it is fetched instead.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn embedded(id: &str, lang: Lang) -> Option<&'static str> {
        EMBEDDED
            .iter()
            .find(|(sample, language, _)| *sample == id && *language == lang)
            .map(|(_, _, json)| *json)
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub use generated::embedded;

/// One sample.
#[derive(Debug)]
pub struct SampleDef {
    /// Unique; the name of its file.
    pub id: &'static str,
    /// Kind of charter.
    pub kind: &'static str,
    /// Structure of the kind.
    pub profile: &'static str,
    /// What it is called in a list.
    pub title: TextId,
    /// One sentence: whose charter it is and what it shows.
    pub note: TextId,
    /// Address relative to the page, per language.
    pub files: &'static [(Lang, &'static str)],
}

impl SampleDef {
    /// Languages that it exists in.
    pub fn languages(&self) -> impl Iterator<Item = Lang> {
        self.files.iter().map(|(lang, _)| *lang)
    }

    /// Where the page finds it, relative to the page's address.
    pub fn path(&self, lang: Lang) -> Option<&'static str> {
        self.files
            .iter()
            .find(|(language, _)| *language == lang)
            .map(|(_, path)| *path)
    }
}

/// The sample with this id.
pub fn sample(id: &str) -> Option<&'static SampleDef> {
    SAMPLES.iter().find(|sample| sample.id == id)
}
