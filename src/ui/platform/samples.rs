//! Samples, fetched when somebody opens one.

use super::{clock, ids};
use js_sys::Promise;
use ops_charter::model::{Charter, Lang};
use ops_charter::samples::{self, SampleDef};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The sample as a new charter, in the language or in the one it exists in; none when it could
/// not be fetched.
pub(crate) async fn load(sample: &'static SampleDef, lang: Lang) -> Option<Charter> {
    let path = sample.path(lang).or_else(|| sample.path(Lang::Zh))?;
    let lang = if sample.path(lang).is_some() {
        lang
    } else {
        Lang::Zh
    };
    let text = fetch(path).await?;
    samples::load(sample.id, lang, &text, clock::today(), &mut ids::new_id).ok()
}

async fn fetch(path: &str) -> Option<String> {
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(path))
        .await
        .ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text: Promise = response.text().ok()?;
    JsFuture::from(text).await.ok()?.as_string()
}
