//! What a charter can consist of, as data: section types, kinds, structures, and every word that a
//! user reads.
//!
//! Structure is compiled in as constant tables (from `catalogue/sections`, `catalogue/kinds`);
//! words are one table per language that is handed in at run time (`Texts`), because a page needs
//! one language only.

mod texts;
mod types;

pub use generated::{ENTITIES, GROUPS, HASH, KINDS, SECTIONS, UNITS, ids, ui};
pub use texts::{TextError, Texts, fill};
pub use types::{
    ChapterDef, EntityDef, FieldDef, FieldType, KindDef, Need, OfferedSection, OptionDef,
    ProfileDef, Render, SectionDef, TableDef, TextId, Tier,
};

mod generated {
    use super::types::*;
    include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
}

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
