//! The five ways in which the same rows are written out.

use crate::catalogue::{self, ProfileDef};
use crate::model::{Charter, Section};

/// How sentences stand on the page. A choice of the charter, and of each section of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WritingStyle {
    /// Connected paragraphs.
    #[default]
    Narrative,
    /// 第一条 … through the whole document, chapters as 第一章.
    Clauses,
    /// 1. 2. 3., what belongs to a step under it.
    NumberedSteps,
    /// Lists with bullets.
    Bullets,
    /// A name in bold, a colon, what there is to say about it.
    ItemDesc,
}

impl WritingStyle {
    /// All, in the order of the menu.
    pub const ALL: [WritingStyle; 5] = [
        WritingStyle::Narrative,
        WritingStyle::Clauses,
        WritingStyle::NumberedSteps,
        WritingStyle::Bullets,
        WritingStyle::ItemDesc,
    ];

    /// As it is stored, in the catalogue and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            WritingStyle::Narrative => "narrative",
            WritingStyle::Clauses => "clauses",
            WritingStyle::NumberedSteps => "numbered_steps",
            WritingStyle::Bullets => "bullets",
            WritingStyle::ItemDesc => "item_desc",
        }
    }

    /// The style with this id; none for one of a newer version.
    pub fn from_id(id: &str) -> Option<WritingStyle> {
        WritingStyle::ALL.into_iter().find(|style| style.id() == id)
    }

    /// What the structure was made for.
    pub fn of_profile(profile: Option<&ProfileDef>) -> WritingStyle {
        profile
            .and_then(|profile| WritingStyle::from_id(profile.style))
            .unwrap_or_default()
    }

    /// The style of the whole document: the user's, or that of the structure. A style that this
    /// version does not know is kept in the charter and counts as none.
    pub fn of_charter(charter: &Charter) -> WritingStyle {
        let own = charter.settings.style.as_deref();
        own.and_then(WritingStyle::from_id).unwrap_or_else(|| {
            WritingStyle::of_profile(
                catalogue::profile(&charter.profile).map(|(_, profile)| profile),
            )
        })
    }

    /// Sections of this type are written in a style; cover, revisions and signatures always look
    /// the same.
    pub fn applies_to(section_type: &str) -> bool {
        section_type != super::build::HEADER && !super::chapters::CLOSING.contains(&section_type)
    }

    /// The section's own style, if it has one that this version knows.
    pub fn of_section(section: &Section) -> Option<WritingStyle> {
        section.style.as_deref().and_then(WritingStyle::from_id)
    }
}
