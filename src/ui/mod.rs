//! The interface.
pub(crate) mod platform;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Puts the app in the place of the static shell.
pub(crate) fn start() {
    platform::crash::reveal_on_panic();
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    match root {
        Some(root) => {
            root.set_inner_html("");
            mount_to(root, App).forget();
        }
        None => mount_to_body(App),
    }
}

/// The whole page.
#[component]
fn App() -> impl IntoView {
    let (count, set_count) = signal(0);
    view! {
        <main>
            <h1>"运营章程工坊"</h1>
            <button on:click=move |_| set_count.update(|count| *count += 1)>{count}</button>
        </main>
    }
}
