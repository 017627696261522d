//! The second wasm module: export formats too heavy for the first load, run off the main thread.
//!
//! Answers messages of the page (see `ui/platform/worker.rs`):
//! `{id, kind, payload}` → `{id, payload}` or `{id, error}`; after loading it says `{stamp}` once.
#![forbid(unsafe_code)]

#[cfg(target_arch = "wasm32")]
fn main() {
    web::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("The worker runs in a browser: cargo xtask start");
}

/// Writes a charter as a Word file.
///
/// `payload` is the document as JSON; the result is the bytes of the .docx.
/// # Errors
/// A plain sentence of what is wrong.
#[cfg(target_arch = "wasm32")]
fn docx(payload: &str) -> Result<Vec<u8>, String> {
    let document = serde_json::from_str(payload).map_err(|error| error.to_string())?;
    ops_charter::export::docx::write(&document).map_err(|error| error.to_string())
}

#[cfg(target_arch = "wasm32")]
fn answer(kind: &str, payload: &str) -> Result<Vec<u8>, String> {
    match kind {
        "ping" => Ok(ops_charter::build_stamp::BUILD.into()),
        "docx" => docx(payload),
        other => Err(format!("unknown kind of task: {other}")),
    }
}

#[cfg(target_arch = "wasm32")]
mod web {
    //! Messages in and out.
    use js_sys::{Object, Reflect, Uint8Array};
    use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    pub(crate) fn start() {
        let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
            return;
        };
        let replies = scope.clone();
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            post(&replies, &reply(&event.data()));
        });
        scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // The worker lives as long as the page.
        on_message.forget();
        post(
            &scope,
            &object(&[("stamp", ops_charter::build_stamp::BUILD.into())]),
        );
    }

    fn reply(message: &JsValue) -> Object {
        let get = |name: &str| Reflect::get(message, &name.into()).unwrap_or_default();
        let kind = get("kind").as_string().unwrap_or_default();
        let payload = get("payload").as_string().unwrap_or_default();
        let result = match crate::answer(&kind, &payload) {
            Ok(bytes) => ("payload", Uint8Array::from(bytes.as_slice()).into()),
            Err(message) => ("error", message.into()),
        };
        object(&[("id", get("id")), result])
    }

    fn object(entries: &[(&str, JsValue)]) -> Object {
        let object = Object::new();
        for (name, value) in entries {
            // Setting a property of a fresh plain object cannot fail.
            let _ = Reflect::set(&object, &(*name).into(), value);
        }
        object
    }

    fn post(scope: &DedicatedWorkerGlobalScope, message: &Object) {
        if let Err(error) = scope.post_message(message) {
            web_sys::console::error_1(&error);
        }
    }
}
