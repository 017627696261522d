//! The order of a charter's sections: as the document has them, and as they are best filled.

use super::arrange::{Slot, arrange};
use crate::catalogue::{TextId, ids};
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

/// Section types in the order in which they are best filled: what others refer to comes first.
const FILLING: &[&str] = &[
    ids::charter_header::ID,
    ids::roles_duties::ID,
    ids::strategy_plan::ID,
    ids::kpi_dictionary::ID,
    ids::smart_goals::ID,
    ids::work_content::ID,
    ids::raci_matrix::ID,
    ids::sop_workflow::ID,
    ids::monitoring_alerts::ID,
    ids::issue_management::ID,
    ids::incident_emergency::ID,
    ids::risk_register::ID,
    ids::meeting_cadence::ID,
    ids::communication_plan::ID,
    ids::cross_dept_interface::ID,
    ids::performance_incentives::ID,
    ids::training_development::ID,
    ids::resource_allocation::ID,
    ids::budget_cost::ID,
];

/// Sections that come last, when the rest is there.
const LAST: &[&str] = &[
    ids::purpose_scope::ID,
    ids::summary_outlook::ID,
    ids::revision_history::ID,
    ids::sign_off::ID,
];

/// The section to fill next: the first in the filling order that `is_open` says is not complete.
pub fn next_section(charter: &Charter, is_open: impl Fn(&Section) -> bool) -> Option<RowId> {
    let rank = |section: &Section| {
        if let Some(at) = FILLING.iter().position(|kind| *kind == section.kind) {
            return at;
        }
        match LAST.iter().position(|kind| *kind == section.kind) {
            Some(at) => FILLING.len() + 1 + at,
            None => FILLING.len(),
        }
    };
    let shown = charter
        .sections
        .iter()
        .map(AsRef::as_ref)
        .filter(|section| !section.hidden);
    // Of equals, the first.
    let next = shown
        .filter(|section| is_open(section))
        .min_by_key(|section| rank(section));
    next.map(|section| section.id.clone())
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
