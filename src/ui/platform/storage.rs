//! The drafts' library over the storages of this browser.

use super::idb::Idb;
use super::local::LocalStorage;
use super::{boot, ids};
use ops_charter::drafts::Library;
use ops_charter::model::RowId;

/// The library; its store is missing where the browser has no IndexedDB.
pub(crate) type Browser = Library<Option<Idb>, LocalStorage>;

/// Opens the storages. Never fails: what is missing shows in the library's listing.
pub(crate) async fn open() -> Browser {
    Library::new(Idb::open().await.ok(), LocalStorage, writer())
}

/// The name of this tab as a writer; both programs of the page are the same one.
fn writer() -> RowId {
    if let Some(name) = boot::left("writer") {
        return RowId(name);
    }
    let name = ids::new_id();
    boot::hand("writer", name.as_str());
    name
}
