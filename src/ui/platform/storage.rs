//! The drafts' library over the storages of this browser.

use super::idb::Idb;
use super::ids;
use super::local::LocalStorage;
use ops_charter::drafts::Library;

/// The library; its store is missing where the browser has no IndexedDB.
pub(crate) type Browser = Library<Option<Idb>, LocalStorage>;

/// Opens the storages. Never fails: what is missing shows in the library's listing.
pub(crate) async fn open() -> Browser {
    Library::new(Idb::open().await.ok(), LocalStorage, ids::new_id())
}
