//! The interface. Everything of the web is under this module, and everything that touches the
//! browser under `platform`.

mod app;
mod goal;
mod pages;
pub(crate) mod platform;
mod route;
mod sections;
mod state;
mod text;
mod widgets;

use app::App;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen::JsCast;

/// Puts the app in the place of the static shell.
pub(crate) fn start() {
    platform::crash::reveal_on_panic();
    spawn_local(async {
        let Some(texts) = platform::boot::first_texts().await else {
            return platform::crash::reveal();
        };
        let library = platform::storage::open().await;
        let root = document().get_element_by_id("app");
        let root = root.and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok());
        match root {
            Some(root) => {
                root.set_inner_html("");
                mount_to(root, move || view! { <App texts library /> }).forget();
            }
            None => mount_to_body(move || view! { <App texts library /> }),
        }
    });
}
