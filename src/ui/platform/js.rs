//! Small helpers for values of JavaScript.

use js_sys::Reflect;
use ops_charter::drafts::StoreError;
use wasm_bindgen::JsValue;

/// A property; undefined when there is none or the object is no object.
pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// A property that is there: browsers leave out what they do not offer.
pub(super) fn part(object: &JsValue, name: &str) -> Option<JsValue> {
    Some(get(object, name)).filter(|value| !value.is_undefined() && !value.is_null())
}

/// What a storage threw. Values that are no errors (some embedded browsers) are taken as they are.
pub(super) fn store_error(thrown: &JsValue) -> StoreError {
    let name = get(thrown, "name").as_string().unwrap_or_default();
    let code = get(thrown, "code").as_f64().unwrap_or_default();
    // 22 is Chromium's and WebKit's code, 1014 the one of Firefox for local storage.
    let full = code == 22.0 || code == 1014.0;
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreError::Quota,
        "SecurityError" | "InvalidAccessError" | "NotAllowedError" => StoreError::Blocked,
        // The database belongs to a newer version of the program now.
        "VersionError" => StoreError::Blocked,
        _ if full => StoreError::Quota,
        _ => StoreError::Other(text(thrown)),
    }
}

/// An error in the browser's words.
pub(super) fn text(thrown: &JsValue) -> String {
    let message = || get(thrown, "message").as_string();
    let name = || get(thrown, "name").as_string();
    thrown
        .as_string()
        .or_else(|| message().filter(|message| !message.is_empty()))
        .or_else(name)
        .unwrap_or_else(|| "unknown error".to_owned())
}
