//! Names under which things lie in local storage and in the store.

use crate::model::RowId;

/// One sealed draft each: `ops-charter.draft.<id>`.
pub const LOCAL_DRAFT: &str = "ops-charter.draft.";
/// Damaged or conflicting copies, when the store could not take them:
/// `ops-charter.quarantine.<id>/<source>/<checksum>`.
pub const LOCAL_QUARANTINE: &str = "ops-charter.quarantine.";
/// The sealed list of drafts; a cache.
pub const LOCAL_INDEX: &str = "ops-charter.index";
/// Language of the interface: `zh` or `en`.
pub const LOCAL_LANG: &str = "ops-charter.lang";
/// Colour scheme: `light`, `dark` or absent.
pub const LOCAL_THEME: &str = "ops-charter.theme";
/// Names that have been used, for suggestions, as JSON.
pub const LOCAL_NAMES: &str = "ops-charter.names";
/// The draft that was open last, with the place in it, as JSON.
pub const LOCAL_OPEN: &str = "ops-charter.open";

/// Where the local copy of a draft lies.
pub fn local_draft(id: &RowId) -> String {
    format!("{LOCAL_DRAFT}{id}")
}

/// Where a generation of a draft lies in [`super::Area::Drafts`]; `slot` is 0 or 1.
pub fn slot(id: &RowId, slot: u8) -> String {
    format!("{id}/{slot}")
}

/// The draft of a key in the areas `Drafts` and `Quarantine`.
pub fn draft_of(key: &str) -> RowId {
    RowId::from(key.split('/').next().unwrap_or(key))
}
