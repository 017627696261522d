//! What a charter can consist of, as data: section types, kinds, structures, and every word that a
//! user reads.
//!
//! Structure is compiled in (from `catalogue/sections`, `catalogue/kinds`), packed, and unpacked
//! table by table when it is first asked for: as constant tables it would be a fifth of the page's
//! download. Words are one table per language that is handed in at run time (`Texts`), because a page needs
//! one language only.

mod blob;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
mod texts;
mod types;

pub use generated::{HASH, ids, ui};
pub use texts::{TextError, Texts, fill};
pub use types::{
    ChapterDef, EntityDef, FieldDef, FieldType, KindDef, Need, OfferedSection, OptionDef,
    ProfileDef, RecommendDef, RecommendWhen, Render, SectionDef, TableDef, TextId, Tier,
};

use blob::{Reader, read};
use std::sync::LazyLock;

mod generated {
    use super::types::TextId;
    include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
}

/// A table of the build, unpacked at first use.
pub type Table<T> = LazyLock<&'static [T]>;

macro_rules! table {
    ($name:literal, $each:expr) => {
        LazyLock::new(|| {
            read(
                include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".bin")),
                include_str!(concat!(env!("OUT_DIR"), "/", $name, ".txt")),
                $each,
            )
        })
    };
}

/// All section types, by id.
pub static SECTIONS: Table<SectionDef> = table!("sections", Reader::section);
/// The kinds of charter, in order.
pub static KINDS: Table<KindDef> = table!("kinds", Reader::kind);
/// Things that rows can refer to.
pub static ENTITIES: Table<EntityDef> = table!("entities", Reader::entity);
/// Units with their labels.
pub static UNITS: Table<OptionDef> = table!("units", Reader::option);
/// Groups of section types.
pub static GROUPS: Table<OptionDef> = table!("groups", Reader::option);
/// What answers of the header recommend.
pub static RECOMMEND: Table<RecommendDef> = table!("recommend", Reader::recommend);
/// Sections that are recommended by these rules alone.
pub static GATED: Table<&'static str> = table!("gated", Reader::word);

/// The section type with this id.
pub fn section(id: &str) -> Option<&'static SectionDef> {
    SECTIONS.iter().find(|section| section.id == id)
}

/// The kind of charter with this id.
pub fn kind(id: &str) -> Option<&'static KindDef> {
    KINDS.iter().find(|kind| kind.id == id)
}

/// The structure with this id and the kind it belongs to.
pub fn profile(id: &str) -> Option<(&'static KindDef, &'static ProfileDef)> {
    KINDS.iter().find_map(|kind| {
        kind.profiles
            .iter()
            .find(|profile| profile.id == id)
            .map(|profile| (kind, profile))
    })
}

/// The kind of thing with this id.
pub fn entity(id: &str) -> Option<&'static EntityDef> {
    ENTITIES.iter().find(|entity| entity.id == id)
}

/// The label of a unit id; none for a unit that the user made up.
pub fn unit_label(id: &str) -> Option<TextId> {
    UNITS
        .iter()
        .find(|unit| unit.id == id)
        .map(|unit| unit.label)
}
