//! Days, periods and times of day. The browser's own pickers: they know the device's calendar and
//! keyboard.

use super::TextInput;
use crate::ui::state::{Editor, Target, words};
use leptos::prelude::*;
use ops_charter::catalogue::{FieldDef, ui};
use ops_charter::edit::{input_text, parse_input};
use ops_charter::model::Value;

/// A day. Words that are not a date stay as typed, in a plain input.
#[component]
pub(crate) fn DateInput(target: Target, def: &'static FieldDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let value = target.value(editor);
    let shown = move || value.with(|value| value.as_ref().map(input_text).unwrap_or_default());
    let kind = move || {
        value.with(|v| {
            if matches!(v, Some(Value::Text(_))) {
                "text"
            } else {
                "date"
            }
        })
    };
    let id = target.dom_id();
    let hint = format!("{id}-h");
    view! {
        <input
            class="input"
            id=id
            type=kind
            max="9999-12-31"
            aria-describedby=hint
            prop:value=shown
            on:change=move |event| {
                target.set(editor, parse_input(def, &event_target_value(&event), None))
            }
        />
    }
}

/// A time of day. Words that are none stay as typed, in a plain input.
#[component]
pub(crate) fn TimeInput(target: Target, def: &'static FieldDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let value = target.value(editor);
    let shown = move || value.with(|value| value.as_ref().map(input_text).unwrap_or_default());
    let kind = move || {
        value.with(|v| {
            if matches!(v, Some(Value::Text(_))) {
                "text"
            } else {
                "time"
            }
        })
    };
    let id = target.dom_id();
    let hint = format!("{id}-h");
    view! {
        <input
            class="input"
            id=id
            type=kind
            aria-describedby=hint
            prop:value=shown
            on:change=move |event| {
                target.set(editor, parse_input(def, &event_target_value(&event), None))
            }
        />
    }
}

/// First and last day. Words that name none stay as typed, in a plain input.
#[component]
pub(crate) fn PeriodInput(target: Target, def: &'static FieldDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let value = target.value(editor);
    let ends = move || match value.get() {
        Some(Value::Period { from, to }) => (from, to),
        _ => (None, None),
    };
    let worded = Memo::new(move |_| value.with(|v| matches!(v, Some(Value::Text(_)))));
    let words_input = target.clone();
    let target = StoredValue::new(target);
    let end = move |last: bool| {
        let shown = move || {
            let (from, to) = ends();
            if last { to } else { from }
                .map(|day| day.to_string())
                .unwrap_or_default()
        };
        let change = move |event| {
            let day = event_target_value(&event).parse().ok();
            let (from, to) = untrack(ends);
            let (from, to) = if last { (from, day) } else { (day, to) };
            let next = (from.is_some() || to.is_some()).then_some(Value::Period { from, to });
            target.with_value(|target| target.set(editor, next));
        };
        let name = if last { ui::form::TO } else { ui::form::FROM };
        view! {
            <input
                class="input"
                type="date"
                max="9999-12-31"
                aria-label=move || format!("{} {}", words.get(def.name), words.get(name))
                prop:value=shown
                on:change=change
            />
        }
    };
    let id = target.with_value(Target::dom_id);
    let pair = move || {
        view! {
            <div class="pair" role="group" id=id.clone()>
                {end(false)}
                <span aria-hidden="true">"→"</span>
                {end(true)}
            </div>
        }
    };
    view! {
        <Show
            when=move || !worded.get()
            fallback=move || {
                view! { <TextInput target=words_input.clone() def /> }
            }
        >
            {pair.clone()}
        </Show>
    }
}
