//! A small menu at a button: arrow keys move, Escape closes and gives the focus back. It lies in
//! the browser's top layer, so that no scrolling pane or table cuts it off.

use crate::ui::widgets::Icon;
use js_sys::{Function, Reflect};
use leptos::ev::{self, FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlButtonElement, HtmlDivElement};

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
            if let Some(button) = button.get_untracked() {
                place(&list, &button);
            }
            focus_item(&list, Step::First);
        }
    });
    close_on_scroll(open);
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
            "ArrowDown" => Step::By(1),
            "ArrowUp" => Step::By(-1),
            "Home" => Step::First,
            "End" => Step::Last,
            _ => return,
        };
        event.prevent_default();
        focus_item(&list, step);
    };
    let leave = move |event: FocusEvent| {
        let next = event
            .related_target()
            .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let in_list = list
            .try_get_untracked()
            .flatten()
            .is_some_and(|list| list.contains(next.as_ref()));
        // The button closes by its own click: closed here, the click would open it again.
        let on_button = button
            .try_get_untracked()
            .flatten()
            .is_some_and(|button| next.is_some() && button.contains(next.as_ref()));
        if !in_list && !on_button {
            open.try_set(false);
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
                <div
                    class="menu-list"
                    role="menu"
                    popover="manual"
                    node_ref=list
                    on:keydown=keys
                    on:focusout=leave
                >
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

/// Where the focus goes in the list.
#[derive(Clone, Copy)]
enum Step {
    First,
    Last,
    /// Down, or up when negative; around the ends.
    By(i32),
}

fn focus_item(list: &HtmlDivElement, step: Step) {
    let items = list.children();
    let count = i32::try_from(items.length()).unwrap_or(0);
    if count == 0 {
        return;
    }
    let active = document().active_element();
    let now = (0..count).find(|index| {
        active.is_some() && items.item(index.unsigned_abs()).as_ref() == active.as_ref()
    });
    let next = match (step, now) {
        (Step::By(by), Some(now)) => (now + by).rem_euclid(count),
        (Step::Last, _) => count - 1,
        _ => 0,
    };
    if let Some(item) = items.item(next.unsigned_abs())
        && let Ok(item) = item.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = item.focus();
    }
}

/// Lays the list below its button, or above it where there is no room below. Browsers without a
/// top layer leave it where the style sheet puts it.
fn place(list: &HtmlDivElement, button: &HtmlButtonElement) {
    const GAP: f64 = 4.0;
    if list.show_popover().is_err() {
        return;
    }
    let Some((button_top, button_bottom, button_right)) = edges(button) else {
        return;
    };
    let (width, height) = (
        f64::from(list.offset_width()),
        f64::from(list.offset_height()),
    );
    let window_height = window().inner_height().ok().and_then(|h| h.as_f64());
    let below = button_bottom + GAP;
    let above = button_top - GAP - height;
    let fits = window_height.is_none_or(|window| below + height <= window);
    let top = if fits || above < 0.0 { below } else { above };
    let left = (button_right - width).max(GAP);
    let style = web_sys::HtmlElement::style(list);
    drop(style.set_property("top", &format!("{top}px")));
    drop(style.set_property("left", &format!("{left}px")));
}

/// Top, bottom and right edge in the window, in pixels. Read by name: the typed binding would
/// come for this one place.
fn edges(element: &Element) -> Option<(f64, f64, f64)> {
    let read = Reflect::get(element, &"getBoundingClientRect".into()).ok()?;
    let rect = read.dyn_into::<Function>().ok()?.call0(element).ok()?;
    let edge = |name: &str| Reflect::get(&rect, &name.into()).ok()?.as_f64();
    Some((edge("top")?, edge("bottom")?, edge("right")?))
}

/// The list does not move with the page: it closes when that moves.
fn close_on_scroll(open: RwSignal<bool>) {
    let close = move || {
        if open.get_untracked() {
            open.set(false);
        }
    };
    let wheel = window_event_listener(ev::wheel, move |_| close());
    let touch = window_event_listener(ev::touchmove, move |_| close());
    let resize = window_event_listener(ev::resize, move |_| close());
    on_cleanup(move || {
        wheel.remove();
        touch.remove();
        resize.remove();
    });
}
