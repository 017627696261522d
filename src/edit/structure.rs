//! A charter's sections under their headings; renamed, dropped, brought back.

use super::arrange::{Slot, arrange};
use crate::catalogue::TextId;
use crate::model::{Charter, RowId, Section};

/// Sections under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What kind of heading.
    pub place: GroupPlace,
    /// The chapter's id, for one.
    pub chapter: Option<String>,
    /// The user's own heading.
    pub title: Option<String>,
    /// The sections, in order.
    pub sections: Vec<RowId>,
}

/// Where a group stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupPlace {
    /// Before the chapters.
    Front,
    /// A chapter with its number from 1 and the structure's heading, if it is one of its chapters.
    Chapter(usize, TextId),
    /// Added by the user.
    Added,
    /// After the chapters.
    Back,
    /// Rows that others refer to; not a part of the document by themselves.
    Backing,
}

/// The shown sections of a charter by group, in document order. Chapters of the user's own are
/// there even while they are empty.
pub fn groups(charter: &Charter) -> Vec<Group> {
    let places = arrange(charter);
    let group = |place: GroupPlace, slots: &[Slot]| Group {
        place,
        chapter: None,
        title: None,
        sections: slots.iter().filter_map(Slot::section).cloned().collect(),
    };
    let mut groups = vec![group(GroupPlace::Front, &places.front)];
    for (index, chapter) in places.chapters.iter().enumerate() {
        let place = GroupPlace::Chapter(index + 1, chapter.heading);
        groups.push(Group {
            chapter: Some(chapter.id.clone()),
            title: chapter.title.clone(),
            ..group(place, &chapter.slots)
        });
    }
    groups.push(group(GroupPlace::Added, &places.added));
    groups.push(group(GroupPlace::Back, &places.back));
    groups.push(group(GroupPlace::Backing, &places.backing));
    groups.retain(|group| {
        let own = matches!(group.place, GroupPlace::Chapter(_, TextId::NONE));
        own || !group.sections.is_empty()
    });
    groups
}

/// Gives a section the user's own heading; an empty one brings the catalogue's back.
pub fn rename_section(charter: &mut Charter, section: &RowId, title: &str) {
    if let Some(section) = charter.section_mut(section) {
        let title = title.trim();
        section.title = (!title.is_empty()).then(|| title.to_owned());
    }
}

/// Takes a section out of the document. What it holds is kept for when it comes back.
pub fn hide_section(charter: &mut Charter, section: &RowId) {
    if let Some(section) = charter.section_mut(section) {
        section.hidden = true;
        section.aside = false;
    }
}

/// Brings back a section that is kept but not shown.
pub fn show_section(charter: &mut Charter, section: &RowId) {
    if let Some(section) = charter.section_mut(section) {
        section.hidden = false;
        section.aside = false;
    }
}

/// Sections that hold something and are not shown: dropped by the user, or unknown to the present
/// structure.
pub fn kept(charter: &Charter) -> Vec<RowId> {
    let hidden = charter.sections.iter().filter(|section| section.hidden);
    hidden
        .filter(|section| holds_something(section))
        .map(|section| section.id.clone())
        .collect()
}

/// Whether anything of the user's is in the section: contents, a heading, columns.
pub fn holds_something(section: &Section) -> bool {
    !section.is_blank() || section.title.is_some() || section.custom.is_some()
}
