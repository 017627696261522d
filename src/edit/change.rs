//! Another kind or structure for a charter that is already filled. Nothing is lost: what the new
//! structure does not show is kept and can be shown again.

use super::arrange::{arrange, layout, standard};
use super::create::blank_section;
use super::structure::holds_something;
use crate::catalogue::{self, ProfileDef};
use crate::model::{CUSTOM, Charter, IdSource, Layout, RowId, Section};
use std::sync::Arc;

/// What a change of structure does, before it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StructureChange {
    /// Section types that come in empty.
    pub new: Vec<&'static str>,
    /// Kept sections that are shown again.
    pub back: Vec<RowId>,
    /// Filled sections that become rows for others to refer to, without a chapter.
    pub to_backing: Vec<RowId>,
    /// Filled sections that are kept but no longer shown.
    pub kept: Vec<RowId>,
    /// Filled sections that stay.
    pub stays: Vec<RowId>,
}

/// What becomes of one section.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    Back,
    ToBacking,
    Aside,
    /// Dropped by the user: no structure brings it back unasked.
    Dropped,
}

fn fate(section: &Section, from: Option<&ProfileDef>, to: &ProfileDef, printed: bool) -> Fate {
    let kind = section.kind.as_str();
    let known = to.sections().any(|id| id == kind);
    if section.hidden {
        return if section.aside && known {
            Fate::Back
        } else {
            Fate::Dropped
        };
    }
    if known {
        let backing = to.backing.contains(&kind);
        return if backing && printed {
            Fate::ToBacking
        } else {
            Fate::Stays
        };
    }
    // What the user has added stays; what only the old structure brought does not.
    let brought = from.is_some_and(|from| from.sections().any(|id| id == kind));
    if brought && kind != CUSTOM {
        Fate::Aside
    } else {
        Fate::Stays
    }
}

/// Says what `change_structure` would do. Blank sections are not worth a word.
pub fn plan_change(charter: &Charter, profile: &str) -> StructureChange {
    let mut plan = StructureChange::default();
    let Some((_, to)) = catalogue::profile(profile) else {
        return plan;
    };
    let from = catalogue::profile(&charter.profile).map(|(_, from)| from);
    let backing = arrange(charter).backing;
    for section in &charter.sections {
        let printed = !backing
            .iter()
            .any(|slot| slot.section() == Some(&section.id));
        let list = match fate(section, from, to, printed) {
            Fate::Back => &mut plan.back,
            Fate::Stays => &mut plan.stays,
            Fate::ToBacking => &mut plan.to_backing,
            Fate::Aside | Fate::Dropped => &mut plan.kept,
        };
        if holds_something(section) {
            list.push(section.id.clone());
        }
    }
    let lacks = |kind: &&'static str| charter.section(kind).is_none();
    let old = |kind: &&'static str| from.is_some_and(|from| from.sections().any(|id| id == *kind));
    // A section that is there but blank, and that the old structure did not show, is new to the eye.
    let blank = |kind: &&'static str| {
        charter
            .section(kind)
            .is_some_and(|section| section.aside && !holds_something(section))
            && !old(kind)
    };
    let coming = to.sections().filter(|id| !to.backing.contains(id));
    plan.new = coming.filter(|id| lacks(id) || blank(id)).collect();
    plan
}

/// Gives the charter another structure, and with it perhaps another kind. Everything filled stays
/// in the charter; sections that come in get an id. An unknown structure changes nothing.
pub fn change_structure(charter: &mut Charter, profile: &str, new_id: &mut dyn IdSource) {
    let Some((kind, to)) = catalogue::profile(profile) else {
        return;
    };
    if charter.profile == to.id {
        return;
    }
    let from = catalogue::profile(&charter.profile).map(|(_, from)| from);
    for section in &mut charter.sections {
        match fate(section, from, to, true) {
            Fate::Aside => {
                let section = Arc::make_mut(section);
                section.hidden = true;
                section.aside = true;
            }
            Fate::Back => {
                let section = Arc::make_mut(section);
                section.hidden = false;
                section.aside = false;
            }
            Fate::Stays | Fate::ToBacking | Fate::Dropped => {}
        }
    }
    for id in to.sections() {
        if charter.section(id).is_none() {
            charter.sections.push(Arc::new(blank_section(id, new_id)));
        }
    }
    let carried = layout(charter).map(|old| carry(charter, &old, from, to));
    charter.kind = kind.id.to_owned();
    charter.profile = to.id.to_owned();
    if let Some(carried) = carried {
        let stored = charter.settings.layouts.entry(to.id.to_owned());
        stored.or_insert_with(|| carried.raw());
    }
}

/// What of the user's order makes sense in the new structure: the order of sections within its
/// chapters, headings of chapters that both have, and the user's own chapters with what the new
/// structure has no place for.
fn carry(charter: &Charter, old: &Layout, from: Option<&ProfileDef>, to: &ProfileDef) -> Layout {
    let mut new = standard(charter, to);
    let order: Vec<&RowId> = old.chapters.iter().flat_map(|c| &c.sections).collect();
    let rank = |id: &RowId| order.iter().position(|other| *other == id);
    for chapter in &mut new.chapters {
        // Those that the user has not placed keep their distance from the end.
        crate::sorted::sort_by_key(&mut chapter.sections, |id| rank(id).unwrap_or(usize::MAX));
        let same = old.chapters.iter().find(|other| other.id == chapter.id);
        chapter.title = same.and_then(|other| other.title.clone());
    }
    for chapter in &old.chapters {
        let structures = from.is_some_and(|from| from.chapters.iter().any(|c| c.id == chapter.id));
        let homeless = |id: &&RowId| {
            let kind = charter.section_by_id(id).map(|s| s.kind.as_str());
            kind.is_some_and(|kind| !to.sections().any(|known| known == kind))
        };
        let sections: Vec<RowId> = chapter.sections.iter().filter(homeless).cloned().collect();
        if !structures && !sections.is_empty() {
            new.chapters.push(crate::model::OwnChapter {
                sections,
                ..chapter.clone()
            });
        }
    }
    new
}
