//! A small menu under a button: arrow keys move, Escape closes and gives the focus back.

use crate::ui::widgets::Icon;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// One line of a menu.
#[derive(Clone)]
pub(crate) struct MenuItem {
    /// Its words.
    pub(crate) label: String,
    /// What it does.
    pub(crate) act: Callback<()>,
    /// Dangerous ones are drawn so.
    pub(crate) danger: bool,
}

impl MenuItem {
    /// A plain line.
    pub(crate) fn new(label: String, act: impl Fn() + Send + Sync + 'static) -> MenuItem {
        MenuItem {
            label,
            act: Callback::new(move |()| act()),
            danger: false,
        }
    }

    /// Draws it as dangerous.
    pub(crate) fn danger(self) -> MenuItem {
        MenuItem {
            danger: true,
            ..self
        }
    }
}

/// A button with three dots and its menu.
#[component]
pub(crate) fn Menu(
    /// What the button is for, for those who cannot see the row it stands in.
    #[prop(into)]
    label: Signal<String>,
    /// Its lines, made anew each time it opens.
    items: impl Fn() -> Vec<MenuItem> + Send + Sync + 'static,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let list = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if open.get()
            && let Some(list) = list.get()
        {
            focus_item(&list, 0);
        }
    });
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let keys = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked() else {
            return;
        };
        let step = match event.key().as_str() {
            "Escape" => {
                event.stop_propagation();
                return close();
            }
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        event.prevent_default();
        focus_item(&list, step);
    };
    let leave = move |event: FocusEvent| {
        let inside = list.get_untracked().is_some_and(|list| {
            let next = event
                .related_target()
                .and_then(|t| t.dyn_into::<web_sys::Node>().ok());
            list.contains(next.as_ref())
        });
        if !inside {
            open.set(false);
        }
    };
    let items = StoredValue::new(items);
    let lines = move || {
        let items = items.with_value(|items| items());
        items
            .into_iter()
            .map(|item| line(item, close))
            .collect_view()
    };
    view! {
        <span class="menu">
            <button
                node_ref=button
                class="btn btn-quiet btn-icon"
                type="button"
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                aria-label=move || label.get()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon name="more" />
            </button>
            <Show when=move || open.get()>
                <div class="menu-list" role="menu" node_ref=list on:keydown=keys on:focusout=leave>
                    {lines}
                </div>
            </Show>
        </span>
    }
}

fn line(item: MenuItem, close: impl Fn() + Copy + 'static) -> impl IntoView {
    let class = if item.danger {
        "menu-item menu-danger"
    } else {
        "menu-item"
    };
    view! {
        <button
            class=class
            type="button"
            role="menuitem"
            tabindex="-1"
            on:click=move |_| {
                close();
                item.act.run(());
            }
        >
            {item.label.clone()}
        </button>
    }
}

/// Focuses the first line (step 0), the next or the one before, around the ends.
fn focus_item(list: &web_sys::HtmlDivElement, step: i32) {
    let items = list.children();
    let count = i32::try_from(items.length()).unwrap_or(0);
    if count == 0 {
        return;
    }
    let active = document().active_element();
    let now = (0..count).find(|index| {
        active.is_some() && items.item(index.unsigned_abs()).as_ref() == active.as_ref()
    });
    let next = match now {
        Some(now) => (now + step).rem_euclid(count),
        None => 0,
    };
    if let Some(item) = items.item(next.unsigned_abs())
        && let Ok(item) = item.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = item.focus();
    }
}
