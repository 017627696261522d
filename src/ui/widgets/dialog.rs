//! A modal window: the browser's own dialog, so that focus stays in it and Escape closes it.

use crate::ui::state::words;
use crate::ui::widgets::Icon;
use leptos::html;
use leptos::prelude::*;
use ops_charter::catalogue::ui;

/// Shows its children over the page while `open` is true.
#[component]
pub(crate) fn Dialog(
    /// Whether it is shown; set to false when the user closes it.
    open: RwSignal<bool>,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// More classes for the window.
    #[prop(optional)]
    class: &'static str,
    /// What it shows; built each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let words = words();
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            // Fails only when the window was taken off the page in the meantime.
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    let children = StoredValue::new(children);
    view! {
        <dialog
            node_ref=node
            class=format!("dialog {class}")
            aria-label=move || title.get()
            on:close=move |_| open.set(false)
        >
            <Show when=move || open.get()>
                <header class="dialog-head">
                    <h2>{move || title.get()}</h2>
                    <button
                        class="btn btn-quiet btn-icon push"
                        type="button"
                        aria-label=words.text(ui::form::CLOSE)
                        on:click=move |_| open.set(false)
                    >
                        <Icon name="close" />
                    </button>
                </header>
                {children.with_value(|children| children())}
            </Show>
        </dialog>
    }
}
