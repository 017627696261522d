//! Local storage.

use super::js;
use gloo_storage::Storage as _;
use ops_charter::drafts::{Local, StoreError};
use web_sys::Storage;

/// The page's local storage. A blocked one is an error of each call, never a panic.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LocalStorage;

/// The raw handle, after asking the browser itself: gloo panics when storage is blocked, and its
/// typed functions drop the codes of a full storage.
fn raw() -> Result<Storage, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Missing)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(gloo_storage::LocalStorage::raw()),
        Ok(None) => Err(StoreError::Missing),
        Err(_) => Err(StoreError::Blocked),
    }
}

impl Local for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        raw()?
            .get_item(key)
            .map_err(|error| js::store_error(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        raw()?
            .set_item(key, text)
            .map_err(|error| js::store_error(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        raw()?
            .remove_item(key)
            .map_err(|error| js::store_error(&error))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = raw()?;
        let length = storage.length().map_err(|error| js::store_error(&error))?;
        // A key that another tab removes in the meantime is simply not there.
        Ok((0..length)
            .filter_map(|at| storage.key(at).ok().flatten())
            .collect())
    }
}
