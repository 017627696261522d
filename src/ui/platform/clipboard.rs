//! Copying and pasting, as plain and as formatted text.

use super::{files, js};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, Document, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Copies a text, with formatting for programs that take it. To be called from a click. False when
/// the browser let nothing through: then show the text for copying by hand.
pub(crate) async fn copy(plain: &str, html: Option<&str>) -> bool {
    // On plain http, as in many intranets, there is no clipboard but the old command.
    let modern = match modern(plain, html) {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    };
    modern || command(plain, html).unwrap_or(false)
}

fn modern(plain: &str, html: Option<&str>) -> Option<Promise> {
    let window = web_sys::window()?;
    if !window.is_secure_context() {
        return None;
    }
    let clipboard = js::part(window.navigator().as_ref(), "clipboard")?;
    let call = |method: &str, argument: &JsValue| -> Option<Promise> {
        let method: Function = js::part(&clipboard, method)?.dyn_into().ok()?;
        method.call1(&clipboard, argument).ok()?.dyn_into().ok()
    };
    let item = js::part(window.as_ref(), "ClipboardItem");
    let (Some(html), Some(item)) = (html, item) else {
        return call("writeText", &plain.into());
    };
    let item: Function = item.dyn_into().ok()?;
    let texts = Object::new();
    for (kind, text) in [("text/plain", plain), ("text/html", html)] {
        let blob = files::blob(text.as_bytes(), kind).ok()?;
        Reflect::set(&texts, &kind.into(), &blob).ok()?;
    }
    let item = Reflect::construct(&item, &Array::of1(&texts)).ok()?;
    call("write", &Array::of1(&item))
}

/// The old way: select something, give the command, and answer the event that it raises.
fn command(plain: &str, html: Option<&str>) -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let focused: Option<HtmlElement> = document
        .active_element()
        .and_then(|element| element.dyn_into().ok());
    let area = hidden_area(&document, plain)?;
    let (plain, html) = (plain.to_owned(), html.map(str::to_owned));
    let answer = Closure::<dyn Fn(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        let Some(data) = event.clipboard_data() else {
            return;
        };
        let mut kept = data.set_data("text/plain", &plain).is_ok();
        if let Some(html) = &html {
            kept &= data.set_data("text/html", html).is_ok();
        }
        if kept {
            event.prevent_default();
        }
    });
    let handler: &Function = answer.as_ref().unchecked_ref();
    document
        .add_event_listener_with_callback("copy", handler)
        .ok()?;
    let done = document
        .unchecked_ref::<HtmlDocument>()
        .exec_command("copy")
        .unwrap_or(false);
    drop(document.remove_event_listener_with_callback("copy", handler));
    area.remove();
    if let Some(focused) = focused {
        drop(focused.focus());
    }
    Some(done)
}

/// A selected text field that nobody sees, inside the open dialog if there is one: everything else
/// cannot be focused then.
fn hidden_area(document: &Document, text: &str) -> Option<HtmlTextAreaElement> {
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.unchecked_into();
    area.set_value(text);
    area.set_read_only(true);
    // Not hidden: what is not rendered cannot be selected.
    let style = area.style();
    for (name, value) in [("position", "fixed"), ("top", "0"), ("opacity", "0")] {
        style.set_property(name, value).ok()?;
    }
    let dialog = document.query_selector("dialog[open]").ok().flatten();
    match dialog {
        Some(dialog) => dialog.append_child(&area).ok()?,
        None => document.body()?.append_child(&area).ok()?,
    };
    area.select();
    Some(area)
}

/// The formatted text that is being pasted; none where there is only plain text.
pub(crate) fn pasted_html(event: &ClipboardEvent) -> Option<String> {
    let html = event.clipboard_data()?.get_data("text/html").ok()?;
    (!html.trim().is_empty()).then_some(html)
}

/// Longer texts go in by a way that the browser's own undo does not know, but that takes no seconds.
const TYPED: usize = 20_000;

/// Puts a text where the cursor is, in place of what would be pasted.
pub(crate) fn insert(event: &ClipboardEvent, area: &HtmlTextAreaElement, text: &str) {
    event.prevent_default();
    let typed = text.len() <= TYPED
        && web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| {
                let document = document.unchecked_ref::<HtmlDocument>();
                let command =
                    document.exec_command_with_show_ui_and_value("insertText", false, text);
                command.ok()
            })
            .unwrap_or(false);
    if !typed {
        // Fails only when the area has no cursor; then nothing was selected either.
        drop(area.set_range_text(text));
    }
}
