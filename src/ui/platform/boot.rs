//! What boot.js leaves for the app: the language, and the texts it has begun to fetch.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use ops_charter::catalogue::Texts;
use ops_charter::model::Lang;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

fn handed(name: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    let given = Reflect::get(&window, &"__opsCharter".into()).ok()?;
    Reflect::get(&given, &name.into())
        .ok()
        .filter(|value| !value.is_undefined())
}

/// The texts of the language that the page was opened in; none when they could not be fetched.
pub(crate) async fn first_texts() -> Option<Texts> {
    read(handed("text")?.dyn_into().ok()?).await
}

/// The texts of any language; none when they could not be fetched.
pub(crate) async fn load_texts(lang: Lang) -> Option<Texts> {
    let load: Function = handed("loadText")?.dyn_into().ok()?;
    let promise = load.call1(&JsValue::NULL, &lang.code().into()).ok()?;
    read(promise.dyn_into().ok()?).await
}

async fn read(promise: Promise) -> Option<Texts> {
    let bytes = JsFuture::from(promise).await.ok()?;
    let file = String::from_utf8(Uint8Array::new(&bytes).to_vec()).ok()?;
    Texts::parse(&file).ok()
}
