//! What this browser keeps, and how well.

use super::js;
use super::local::LocalStorage;
use ops_charter::drafts::{Area, Local, Store, StoreError};
use wasm_bindgen::JsValue;

const PROBE: &str = "ops-charter.probe";

/// The state of the storages.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Health {
    /// Whether local storage takes and gives back a text.
    pub(crate) local: Result<(), StoreError>,
    /// Whether the database can be read.
    pub(crate) store: Result<(), StoreError>,
    /// Bytes in use, where the browser says so.
    pub(crate) usage: Option<u64>,
    /// Bytes allowed, where the browser says so.
    pub(crate) quota: Option<u64>,
    /// Whether the browser has promised not to clear the data on its own; none where it makes no
    /// such promises.
    pub(crate) persisted: Option<bool>,
    /// False on plain http: no formatted copying without a click, no promise to keep.
    pub(crate) secure: bool,
}

impl Health {
    /// Share of the quota in use, 0 to 1, where it is known.
    pub(crate) fn used(&self) -> Option<f64> {
        match (self.usage, self.quota) {
            (Some(usage), Some(quota)) if quota > 0 => Some(usage as f64 / quota as f64),
            _ => None,
        }
    }
}

/// Looks at everything.
pub(crate) async fn check(store: &impl Store) -> Health {
    let manager = manager();
    let estimate = match &manager {
        Some(manager) => js::call(manager, "estimate").await.unwrap_or_default(),
        None => JsValue::UNDEFINED,
    };
    let bytes = |name| js::get(&estimate, name).as_f64().map(|bytes| bytes as u64);
    let persisted = match &manager {
        Some(manager) => js::call(manager, "persisted").await,
        None => None,
    };
    Health {
        local: probe_local(),
        store: store.keys(Area::Meta).await.map(drop),
        usage: bytes("usage"),
        quota: bytes("quota"),
        persisted: persisted.and_then(|value| value.as_bool()),
        secure: web_sys::window().is_some_and(|window| window.is_secure_context()),
    }
}

/// Asks the browser not to clear the data on its own; Firefox asks the user. None where this is
/// not offered.
pub(crate) async fn ask_to_persist() -> Option<bool> {
    js::call(&manager()?, "persist").await?.as_bool()
}

fn manager() -> Option<JsValue> {
    js::part(web_sys::window()?.navigator().as_ref(), "storage")
}

fn probe_local() -> Result<(), StoreError> {
    LocalStorage.set_verified(PROBE, "1")?;
    LocalStorage.remove(PROBE)
}
