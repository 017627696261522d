//! How a document and its sections are written out.

use crate::model::{Charter, RowId};

/// Chooses the style of the whole document; none goes back to that of the structure. Sections that
/// have a style of their own keep it.
pub fn set_style(charter: &mut Charter, style: Option<&str>) {
    charter.settings.style = style.map(str::to_owned);
}

/// Chooses the style of one section; none goes back to that of the document.
pub fn set_section_style(charter: &mut Charter, section: &RowId, style: Option<&str>) {
    if let Some(section) = charter.section_mut(section) {
        section.style = style.map(str::to_owned);
    }
}
