//! Choices for one document.

use super::{MissingParts, WritingStyle};
use crate::model::Charter;
use chrono::NaiveDate;

/// Choices for one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// What becomes of parts that are not filled in.
    pub missing: MissingParts,
    /// The day of the print, on drafts.
    pub today: NaiveDate,
    /// Names carry their display numbers (G1, K2).
    pub codes: bool,
    /// One style for everything, whatever the charter and its sections say.
    pub style: Option<WritingStyle>,
}

impl Options {
    /// The choices stored with the charter, for this day.
    pub fn of(charter: &Charter, today: NaiveDate) -> Options {
        let missing = match charter.settings.missing.as_deref() {
            Some("blank") => MissingParts::Blank,
            Some("omit") => MissingParts::Omit,
            _ => MissingParts::Mark,
        };
        Options {
            missing,
            today,
            codes: false,
            style: None,
        }
    }
}
