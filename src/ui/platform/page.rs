//! The page as a whole: its address, its keys, its language and colours.

use super::events::Listener;
use super::settings::{self, Theme};
use ops_charter::model::Lang;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, KeyboardEvent};

/// The fragment of the address.
pub(crate) fn hash() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}

/// Changes the fragment, as a step that "back" takes back.
pub(crate) fn set_hash(hash: &str) {
    if let Some(window) = web_sys::window()
        && self::hash() != hash
    {
        // Refused only inside frames that may not navigate; the page itself follows anyway.
        drop(window.location().set_hash(hash));
    }
}

/// Changes the fragment in place of the present one: "back" does not come here again.
pub(crate) fn replace_hash(hash: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(hash)));
    }
}

/// The fragment has changed, by a link or by "back".
pub(crate) fn on_hash_change(run: impl Fn() + 'static) -> Option<Listener> {
    Listener::new(web_sys::window()?.into(), "hashchange", move |_| run())
}

/// A key anywhere on the page.
pub(crate) fn on_keydown(run: impl Fn(KeyboardEvent) + 'static) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Listener::new(document.into(), "keydown", move |event: Event| {
        if let Ok(event) = event.dyn_into() {
            run(event);
        }
    })
}

/// Something with an id has got the focus.
pub(crate) fn on_focus(run: impl Fn(String) + 'static) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Listener::new(document.into(), "focusin", move |event: Event| {
        let element = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(element) = element {
            run(element.id());
        }
    })
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// Sets and keeps the colours.
pub(crate) fn set_theme(theme: Option<Theme>) {
    settings::set_theme(theme);
    let Some(root) = root() else { return };
    drop(match theme {
        Some(theme) => root.set_attribute("data-theme", theme.name()),
        None => root.remove_attribute("data-theme"),
    });
}

/// Tells the page its language.
pub(crate) fn apply_lang(lang: Lang) {
    let tag = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    if let Some(root) = root() {
        drop(root.set_attribute("lang", tag));
    }
}
