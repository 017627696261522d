//! Names of the writing styles.

use ops_charter::catalogue::{TextId, ui};
use ops_charter::outline::WritingStyle;

/// What a style is called.
pub(crate) fn style_name(style: WritingStyle) -> TextId {
    match style {
        WritingStyle::Narrative => ui::writing::NARRATIVE,
        WritingStyle::Clauses => ui::writing::CLAUSES,
        WritingStyle::NumberedSteps => ui::writing::NUMBERED_STEPS,
        WritingStyle::Bullets => ui::writing::BULLETS,
        WritingStyle::ItemDesc => ui::writing::ITEM_DESC,
    }
}

/// What it looks like.
pub(crate) fn style_says(style: WritingStyle) -> TextId {
    match style {
        WritingStyle::Narrative => ui::writing::says::NARRATIVE,
        WritingStyle::Clauses => ui::writing::says::CLAUSES,
        WritingStyle::NumberedSteps => ui::writing::says::NUMBERED_STEPS,
        WritingStyle::Bullets => ui::writing::says::BULLETS,
        WritingStyle::ItemDesc => ui::writing::says::ITEM_DESC,
    }
}
