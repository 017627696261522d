//! Where each section stands: the structure's order, or the user's own over it. The outline of the
//! editor and every export follow this one answer.

use crate::catalogue::{self, ProfileDef, TextId};
use crate::model::{Charter, Layout, OwnChapter, RowId, Section};

/// A place in the document: a section of the charter, or one of the structure that it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A section that is not hidden.
    Section(RowId),
    /// A section type of the structure that the charter does not have at all.
    Absent(&'static str),
}

impl Slot {
    /// The section, if there is one.
    pub fn section(&self) -> Option<&RowId> {
        match self {
            Slot::Section(id) => Some(id),
            Slot::Absent(_) => None,
        }
    }
}

/// A heading over sections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The structure's id, or the random one of the user's own chapter.
    pub id: String,
    /// The structure's heading; none for the user's own chapter.
    pub heading: TextId,
    /// The user's own heading.
    pub title: Option<String>,
    /// What stands under it, in order.
    pub slots: Vec<Slot>,
    /// The structure made it for one section, which it then names.
    pub made_for_one: bool,
}

/// All places of a charter, in document order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Before the chapters.
    pub front: Vec<Slot>,
    /// The chapters.
    pub chapters: Vec<Chapter>,
    /// Sections without a chapter, after them.
    pub added: Vec<Slot>,
    /// Closing sections.
    pub back: Vec<Slot>,
    /// Rows that others refer to; not a part of the document by themselves.
    pub backing: Vec<Slot>,
}

/// The user's order for the charter's structure.
pub fn layout(charter: &Charter) -> Option<Layout> {
    Layout::read(charter.settings.layouts.get(&charter.profile)?)
}

/// Where everything stands. Without a known structure all sections are "added".
pub fn arrange(charter: &Charter) -> Arrangement {
    let Some((_, profile)) = catalogue::profile(&charter.profile) else {
        let added = visible(charter).map(|s| Slot::Section(s.id.clone()));
        return Arrangement {
            added: added.collect(),
            ..Arrangement::default()
        };
    };
    match layout(charter) {
        Some(layout) => own(charter, profile, &layout),
        None => own(charter, profile, &standard(charter, profile)),
    }
}

fn visible(charter: &Charter) -> impl Iterator<Item = &Section> {
    let all = charter.sections.iter().map(AsRef::as_ref);
    all.filter(|section| !section.hidden)
}

/// The structure's own order as a layout of the charter's sections.
pub(super) fn standard(charter: &Charter, profile: &ProfileDef) -> Layout {
    let chapter = |def: &catalogue::ChapterDef| OwnChapter {
        id: def.id.to_owned(),
        sections: def
            .sections
            .iter()
            .flat_map(|kind| of_kind(charter, kind))
            .collect(),
        ..OwnChapter::default()
    };
    Layout {
        chapters: profile.chapters.iter().map(chapter).collect(),
        ..Layout::default()
    }
}

/// All sections of a type, hidden ones too: a hidden one keeps its place.
fn of_kind(charter: &Charter, kind: &str) -> Vec<RowId> {
    let of = charter.sections.iter().filter(|s| s.kind == kind);
    of.map(|section| section.id.clone()).collect()
}

fn own(charter: &Charter, profile: &'static ProfileDef, layout: &Layout) -> Arrangement {
    let shown = |id: &RowId| charter.section_by_id(id).is_some_and(|s| !s.hidden);
    // What the layout does not place stands where the structure has it.
    let home = |kinds: &[&'static str]| -> Vec<Slot> {
        let mut slots = Vec::new();
        for kind in kinds {
            let of = of_kind(charter, kind);
            if of.is_empty() {
                slots.push(Slot::Absent(kind));
            }
            let free = of.into_iter().filter(|id| shown(id) && !layout.holds(id));
            slots.extend(free.map(Slot::Section));
        }
        slots
    };
    // A section stands once, even where a damaged file names it twice.
    let mut seen: Vec<&RowId> = Vec::new();
    let chapters: Vec<Chapter> = layout
        .chapters
        .iter()
        .map(|own| {
            let def = profile.chapters.iter().find(|def| def.id == own.id);
            let mut slots: Vec<Slot> = Vec::new();
            for id in own.sections.iter().filter(|id| shown(id)) {
                if !seen.contains(&id) {
                    seen.push(id);
                    slots.push(Slot::Section(id.clone()));
                }
            }
            slots.extend(def.map(|def| home(def.sections)).unwrap_or_default());
            Chapter {
                id: own.id.clone(),
                heading: def.map_or(TextId::NONE, |def| def.heading),
                title: own.title.clone(),
                made_for_one: def.is_some_and(|def| made_for(charter, def, own, &slots)),
                slots,
            }
        })
        .collect();
    let (front, back, backing) = (
        home(profile.front),
        home(profile.back),
        home(profile.backing),
    );
    let placed: Vec<&RowId> = chapters
        .iter()
        .flat_map(|chapter| &chapter.slots)
        .chain(&front)
        .chain(&back)
        .chain(&backing)
        .filter_map(Slot::section)
        .collect();
    let added = visible(charter)
        .filter(|section| !placed.contains(&&section.id))
        .map(|section| Slot::Section(section.id.clone()))
        .collect();
    Arrangement {
        front,
        added,
        back,
        backing,
        chapters,
    }
}

/// Whether a chapter still is the one section that the structure made it for. Two headings of the
/// user's own, the chapter's and the section's, are both shown.
fn made_for(
    charter: &Charter,
    def: &catalogue::ChapterDef,
    own: &OwnChapter,
    slots: &[Slot],
) -> bool {
    let [kind] = def.sections else { return false };
    let [slot] = slots else {
        return slots.is_empty();
    };
    match slot {
        Slot::Absent(absent) => absent == kind,
        Slot::Section(id) => charter.section_by_id(id).is_some_and(|section| {
            section.kind == *kind && (own.title.is_none() || section.title.is_none())
        }),
    }
}

/// Changes the user's order: the stored one, or the structure's made the user's.
fn change_layout<T>(charter: &mut Charter, change: impl FnOnce(&mut Layout) -> T) -> Option<T> {
    let (_, profile) = catalogue::profile(&charter.profile)?;
    let mut layout = layout(charter).unwrap_or_else(|| standard(charter, profile));
    // Sections that stand in a chapter by the structure alone get a place of their own there.
    for chapter in own(charter, profile, &layout).chapters {
        for id in chapter.slots.iter().filter_map(Slot::section) {
            if !layout.holds(id)
                && let Some(own) = layout.chapter_mut(&chapter.id)
            {
                own.sections.push(id.clone());
            }
        }
    }
    let result = change(&mut layout);
    let raw = layout.raw();
    charter
        .settings
        .layouts
        .insert(charter.profile.clone(), raw);
    Some(result)
}

/// Whether the user may move the section: cover and closing tables keep their places.
pub fn can_move(charter: &Charter, section: &RowId) -> bool {
    let Some((_, profile)) = catalogue::profile(&charter.profile) else {
        return false;
    };
    charter.section_by_id(section).is_some_and(|section| {
        let kind = section.kind.as_str();
        kind != catalogue::ids::charter_header::ID && !profile.back.contains(&kind)
    })
}

/// Moves a section one place up (negative) or down among all chapters; at the end of a chapter it
/// goes on into the next one. A section that is its chapter takes the chapter along. One without a
/// chapter comes in at the end nearest to it.
pub fn move_section(charter: &mut Charter, section: &RowId, by: isize) {
    if by == 0 || !can_move(charter, section) {
        return;
    }
    let places = arrange(charter);
    let at = places.chapters.iter().position(|chapter| {
        let mut ids = chapter.slots.iter().filter_map(Slot::section);
        ids.any(|id| id == section)
    });
    let Some(at) = at else {
        // Before the chapters: down into the first. After them: up into the last.
        let front = places
            .front
            .iter()
            .any(|slot| slot.section() == Some(section));
        let target = match (front, by > 0) {
            (true, true) => places.chapters.first().map(|c| (c.id.clone(), 0)),
            (false, false) => places.chapters.last().map(|c| (c.id.clone(), usize::MAX)),
            _ => None,
        };
        if let Some((chapter, place)) = target {
            place_section(charter, section, &chapter, place);
        }
        return;
    };
    let Some(chapter) = places.chapters.get(at) else {
        return;
    };
    if chapter.made_for_one {
        let id = chapter.id.clone();
        return move_chapter(charter, &id, by.signum());
    }
    let ids: Vec<&RowId> = chapter.slots.iter().filter_map(Slot::section).collect();
    let inside = ids.iter().position(|id| *id == section).unwrap_or(0);
    let (to, place) = match by > 0 {
        true if inside + 1 < ids.len() => (Some(chapter), inside + 1),
        true => (places.chapters.get(at + 1), 0),
        false if inside > 0 => (Some(chapter), inside - 1),
        false => (
            at.checked_sub(1).and_then(|at| places.chapters.get(at)),
            usize::MAX,
        ),
    };
    if let Some(to) = to {
        let id = to.id.clone();
        place_section(charter, section, &id, place);
    }
}

/// Puts a section into a chapter at a place among the shown ones, at the end when beyond it.
pub fn place_section(charter: &mut Charter, section: &RowId, chapter: &str, at: usize) {
    if !can_move(charter, section) {
        return;
    }
    let hidden: Vec<RowId> = {
        let all = charter.sections.iter().filter(|s| s.hidden);
        all.map(|s| s.id.clone()).collect()
    };
    if !arrange(charter)
        .chapters
        .iter()
        .any(|own| own.id == chapter)
    {
        return;
    }
    change_layout(charter, |layout| {
        layout.take_out(section);
        let Some(own) = layout.chapter_mut(chapter) else {
            return;
        };
        // The place is counted without the hidden ones, which keep theirs.
        let shown = own.sections.iter().enumerate();
        let place = shown
            .filter(|(_, id)| !hidden.contains(id))
            .map(|(index, _)| index)
            .nth(at)
            .unwrap_or(own.sections.len());
        own.sections.insert(place, section.clone());
    });
}

/// Gives a chapter the user's own heading; an empty one brings the structure's back.
pub fn rename_chapter(charter: &mut Charter, chapter: &str, title: &str) {
    change_layout(charter, |layout| {
        if let Some(own) = layout.chapter_mut(chapter) {
            let title = title.trim();
            own.title = (!title.is_empty()).then(|| title.to_owned());
        }
    });
}

/// Adds a chapter at the end and gives its id.
pub fn add_chapter(
    charter: &mut Charter,
    title: &str,
    new_id: &mut dyn crate::model::IdSource,
) -> Option<String> {
    let id = new_id.next_id().0;
    let chapter = OwnChapter {
        id: id.clone(),
        title: Some(title.trim().to_owned()),
        ..OwnChapter::default()
    };
    change_layout(charter, |layout| layout.chapters.push(chapter)).map(|()| id)
}

/// Takes a chapter's heading away. Its sections go to the chapter before it, or to the one after;
/// the last chapter stays.
pub fn remove_chapter(charter: &mut Charter, chapter: &str) {
    change_layout(charter, |layout| {
        let all = &mut layout.chapters;
        let Some(at) = all.iter().position(|own| own.id == chapter) else {
            return;
        };
        if all.len() < 2 {
            return;
        }
        let gone = all.remove(at).sections;
        let (to, place) = match at.checked_sub(1) {
            Some(before) => (all.get_mut(before), usize::MAX),
            None => (all.first_mut(), 0),
        };
        if let Some(own) = to {
            let place = place.min(own.sections.len());
            own.sections.splice(place..place, gone);
        }
    });
}

/// Moves a chapter with all that is under it, stopping at the ends. Chapters of the structure that
/// nothing stands in are not seen, and stepped over.
pub fn move_chapter(charter: &mut Charter, chapter: &str, by: isize) {
    let seen: Vec<String> = arrange(charter)
        .chapters
        .into_iter()
        .filter(|c| c.heading == TextId::NONE || c.slots.iter().any(|s| s.section().is_some()))
        .map(|chapter| chapter.id)
        .collect();
    let Some(at) = seen.iter().position(|id| id == chapter) else {
        return;
    };
    let last = seen.len().saturating_sub(1);
    let Some(target) = seen.get(at.saturating_add_signed(by).min(last)) else {
        return;
    };
    if target == chapter {
        return;
    }
    change_layout(charter, |layout| {
        let all = &mut layout.chapters;
        let place = |id: &str| all.iter().position(|own| own.id == id);
        if let (Some(from), Some(to)) = (place(chapter), place(target)) {
            let own = all.remove(from);
            all.insert(to, own);
        }
    });
}

/// Goes back to the structure's own order and headings.
pub fn reset_layout(charter: &mut Charter) {
    charter.settings.layouts.remove(&charter.profile);
}
