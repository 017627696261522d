//! Focus and selection.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Focuses the element with this id, if it is there.
pub(crate) fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id)
        && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = element.focus();
    }
}

/// The same once the page has been drawn anew.
pub(crate) fn focus_soon(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || focus(&id));
}

/// Focuses a text field and selects all of it, for copying by hand.
pub(crate) fn select(id: &str) {
    let area = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    if let Some(area) = area {
        let _ = area.focus();
        area.select();
    }
}

/// Selects the first 【…】 of a text area, ready to be typed over.
pub(crate) fn select_slot_soon(node: NodeRef<html::Textarea>) {
    request_animation_frame(move || {
        let Some(area) = node.get_untracked() else {
            return;
        };
        let text = area.value();
        let _ = area.focus();
        // The browser counts in UTF-16 code units.
        let place = |at: usize| u32::try_from(text[..at].encode_utf16().count()).unwrap_or(0);
        if let Some(open) = text.find('【')
            && let Some(close) = text[open..].find('】')
        {
            let end = open + close + '】'.len_utf8();
            let _ = area.set_selection_range(place(open), place(end));
        }
    });
}

/// Scrolls an element into view, if it is there.
pub(crate) fn reveal(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}
