//! The user's own order of chapters and sections.

use super::{RowId, UnknownFields};
use serde::{Deserialize, Serialize};

/// Chapters as the user has arranged them. One per structure, so that going back to a structure
/// finds its order again; absent while the structure's own order holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Layout {
    /// All chapters in document order.
    #[serde(default)]
    pub chapters: Vec<OwnChapter>,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// One chapter: of the structure, or the user's own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OwnChapter {
    /// The structure's id of the chapter, or a new one.
    pub id: String,
    /// The user's own heading; none keeps the structure's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its sections in order.
    #[serde(default)]
    pub sections: Vec<RowId>,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

impl Layout {
    /// The layout as it is stored; none when this version cannot read it.
    pub fn read(raw: &serde_json::Value) -> Option<Layout> {
        Layout::deserialize(raw).ok()
    }

    /// The form in which it is stored.
    pub fn raw(&self) -> serde_json::Value {
        // Only maps with keys other than texts fail, and there are none.
        serde_json::to_value(self).unwrap_or_default()
    }

    /// The chapter with this id, to change it.
    pub fn chapter_mut(&mut self, id: &str) -> Option<&mut OwnChapter> {
        self.chapters.iter_mut().find(|chapter| chapter.id == id)
    }

    /// Takes a section out of whichever chapter holds it.
    pub fn take_out(&mut self, section: &RowId) {
        for chapter in &mut self.chapters {
            chapter.sections.retain(|id| id != section);
        }
    }

    /// Whether a chapter holds the section.
    pub fn holds(&self, section: &RowId) -> bool {
        self.chapters
            .iter()
            .any(|chapter| chapter.sections.contains(section))
    }
}
