//! The order of a charter's sections: as the document has them, and as they are best filled.

use crate::catalogue::{self, TextId, ids};
use crate::model::{Charter, RowId, Section};

/// Sections under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What kind of heading.
    pub place: GroupPlace,
    /// The sections, in order.
    pub sections: Vec<RowId>,
}

/// Where a group stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupPlace {
    /// Before the chapters.
    Front,
    /// A chapter with its number from 1 and its heading.
    Chapter(usize, TextId),
    /// Added by the user.
    Added,
    /// After the chapters.
    Back,
    /// Rows that others refer to; not a part of the document by themselves.
    Backing,
}

/// The shown sections of a charter by group, in the order of its structure. Sections that the
/// structure does not know follow the chapters, in their own order.
pub fn groups(charter: &Charter) -> Vec<Group> {
    let mut left: Vec<&Section> = charter
        .sections
        .iter()
        .map(AsRef::as_ref)
        .filter(|section| !section.hidden)
        .collect();
    let mut take = |kinds: &[&str]| -> Vec<RowId> {
        let mut taken = Vec::new();
        for kind in kinds {
            if let Some(at) = left.iter().position(|section| section.kind == *kind) {
                taken.push(left.remove(at).id.clone());
            }
        }
        taken
    };
    let mut groups = Vec::new();
    let Some((_, profile)) = catalogue::profile(&charter.profile) else {
        let sections = left.iter().map(|section| section.id.clone()).collect();
        return vec![Group {
            place: GroupPlace::Added,
            sections,
        }];
    };
    groups.push(Group {
        place: GroupPlace::Front,
        sections: take(profile.front),
    });
    for (index, chapter) in profile.chapters.iter().enumerate() {
        let place = GroupPlace::Chapter(index + 1, chapter.heading);
        groups.push(Group {
            place,
            sections: take(chapter.sections),
        });
    }
    let back = take(profile.back);
    let backing = take(profile.backing);
    let added = left.iter().map(|section| section.id.clone()).collect();
    groups.push(Group {
        place: GroupPlace::Added,
        sections: added,
    });
    groups.push(Group {
        place: GroupPlace::Back,
        sections: back,
    });
    groups.push(Group {
        place: GroupPlace::Backing,
        sections: backing,
    });
    groups.retain(|group| !group.sections.is_empty());
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
    }
}
