//! The interface. Everything of the web is under this module, and everything that touches the
//! browser under `platform`.
//!
//! Two programs are made of it, so that the first screen does not wait for the editor: the start
//! page ([`offer_start`]) and everything behind it ([`offer_editor`]). boot.js mounts the one that
//! the address asks for; they share nothing but the storages.

mod app;
mod goal;
mod pages;
mod platform;
mod route;
mod sections;
mod state;
mod text;
mod widgets;

use leptos::prelude::*;
use ops_charter::catalogue::Texts;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Offers the start page to boot.js.
pub fn offer_start() {
    offer("start", |texts, library| {
        view! { <app::StartApp texts library /> }.into_any()
    });
}

/// Offers the editor and all other pages to boot.js.
pub fn offer_editor() {
    platform::boot::want_all_words();
    offer("editor", |texts, library| {
        view! { <app::EditorApp texts library /> }.into_any()
    });
}

/// What mounts a program's view.
type Root = fn(Texts, platform::storage::Browser) -> AnyView;

fn offer(name: &str, root: Root) {
    platform::crash::reveal_on_panic();
    let shown = Rc::new(RefCell::new(None));
    let mount = {
        let shown = Rc::clone(&shown);
        move || {
            let shown = Rc::clone(&shown);
            spawn_local(async move {
                let Some(texts) = platform::boot::first_texts().await else {
                    return platform::crash::reveal();
                };
                let library = platform::storage::open().await;
                let place = document().get_element_by_id("app");
                let place = place.and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok());
                if let Some(place) = place {
                    place.set_inner_html("");
                    let handle = mount_to(place, move || root(texts, library));
                    *shown.borrow_mut() = Some(handle);
                }
            });
        }
    };
    // Dropping the handle takes the view off the page and runs its clean-ups.
    let unmount = move || drop(shown.borrow_mut().take());
    platform::boot::offer(name, mount, unmount);
}
