//! Choosing among options.

use crate::ui::state::{Editor, Target, words};
use leptos::prelude::*;
use ops_charter::catalogue::{FieldDef, OptionDef, ui};
use ops_charter::model::Value;

/// One of several options.
#[component]
pub(crate) fn EnumInput(target: Target, def: &'static FieldDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let value = target.value(editor);
    let chosen = Memo::new(move |_| match value.get() {
        Some(Value::Enum(id) | Value::Text(id)) => id,
        _ => String::new(),
    });
    let id = target.dom_id();
    let hint = format!("{id}-h");
    // What was pasted and fits no option stays, and can be seen.
    let stray = move || {
        let id = chosen.get();
        let known = id.is_empty() || def.options.iter().any(|option| option.id == id);
        (!known).then(|| {
            view! {
                <option value=id.clone() prop:selected=true>
                    {id.clone()}
                </option>
            }
        })
    };
    let options = def
        .options
        .iter()
        .map(|option| {
            view! {
                <option value=option.id prop:selected=move || chosen.get() == option.id>
                    {words.text(option.label)}
                </option>
            }
        })
        .collect_view();
    let choose = move |event| {
        let id = event_target_value(&event);
        target.set(editor, (!id.is_empty()).then_some(Value::Enum(id)));
    };
    view! {
        <select class="input" id=id aria-describedby=hint on:change=choose>
            <option value="" prop:selected=move || chosen.get().is_empty()>
                {words.text(ui::form::CHOOSE)}
            </option>
            {options}
            {stray}
        </select>
    }
}

/// Any number of options.
#[component]
pub(crate) fn MultiInput(target: Target, def: &'static FieldDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let value = target.value(editor);
    let chosen = Memo::new(move |_| match value.get() {
        Some(Value::Multi(ids)) => ids,
        _ => Vec::new(),
    });
    let id = target.dom_id();
    let target = StoredValue::new(target);
    let option = move |option: &'static OptionDef| {
        let is_on = move || chosen.with(|ids| ids.iter().any(|id| id == option.id));
        let toggle = move |_| {
            let on = untrack(is_on);
            let mut ids = chosen.get_untracked();
            if on {
                ids.retain(|id| id != option.id);
            } else {
                ids.push(option.id.to_owned());
            }
            let next = (!ids.is_empty()).then_some(Value::Multi(ids));
            target.with_value(|target| target.set(editor, next));
        };
        view! {
            <label class="tick">
                <input type="checkbox" prop:checked=is_on on:change=toggle />
                <span>{words.text(option.label)}</span>
            </label>
        }
    };
    view! {
        <div class="ticks" role="group" id=id aria-label=words.text(def.name)>
            {def.options.iter().map(option).collect_view()}
        </div>
    }
}

/// Yes or no.
#[component]
pub(crate) fn BoolInput(target: Target, def: &'static FieldDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let value = target.value(editor);
    let is_on = move || matches!(value.get(), Some(Value::Bool(true)));
    let id = target.dom_id();
    let hint = format!("{id}-h");
    view! {
        <label class="tick">
            <input
                type="checkbox"
                id=id
                aria-describedby=hint
                prop:checked=is_on
                on:change=move |event| {
                    target.set(editor, event_target_checked(&event).then_some(Value::Bool(true)))
                }
            />
            <span>{words.text(def.name)}</span>
        </label>
    }
}
