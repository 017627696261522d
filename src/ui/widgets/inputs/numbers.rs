//! Figures with their units.

use super::{TextInput, Typing, example};
use crate::ui::state::{Editor, Target, words};
use leptos::prelude::*;
use ops_charter::catalogue::{self, FieldDef, ui};
use ops_charter::edit::{input_text, parse_input};
use ops_charter::model::{Amount, Value};

/// A figure with a fixed unit, or with the unit that another column of the row names.
#[component]
pub(crate) fn NumberInput(target: Target, def: &'static FieldDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let value = target.value(editor);
    let shown = move || value.with(|value| value.as_ref().map(input_text).unwrap_or_default());
    let id = target.dom_id();
    let hint = format!("{id}-h");
    let unit = unit_label(&target, def);
    let wrong = move || value.with(|value| matches!(value, Some(Value::Text(_))).to_string());
    let typing = Typing::new(move |text| target.set(editor, parse_input(def, &text, def.unit)));
    view! {
        <div class="unit">
            <input
                class="input"
                id=id
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-describedby=hint
                aria-invalid=wrong
                placeholder=example(words, def)
                prop:value=shown
                on:input=move |event| typing.input(&event)
                on:compositionstart=move |_| typing.start()
                on:compositionend=move |event| typing.end(&event)
                on:blur=move |event| typing.leave(event_target_value(&event))
            />
            <span>{move || unit.get()}</span>
        </div>
    }
}

/// The unit's label: the field's own, or the one chosen in the column it names.
fn unit_label(target: &Target, def: &'static FieldDef) -> Memo<String> {
    let editor = expect_context::<Editor>();
    let words = words();
    let source = def.unit_from.map(|field| Target {
        field: field.into(),
        ..target.clone()
    });
    Memo::new(move |_| {
        let chosen = source
            .as_ref()
            .and_then(|source| editor.with(|c| source.read(c)));
        let id = match &chosen {
            Some(Value::Enum(id)) => id.as_str(),
            Some(Value::Text(own)) => return own.clone(),
            _ => def.unit.unwrap_or(""),
        };
        catalogue::unit_label(id)
            .map(|label| words.get(label))
            .unwrap_or_default()
    })
}

/// Units of time that a duration can have.
const TIME_UNITS: [&str; 6] = ["minute", "hour", "day", "workday", "week", "month"];

/// A figure with a unit of time to choose.
#[component]
pub(crate) fn DurationInput(target: Target, def: &'static FieldDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let value = target.value(editor);
    let shown = move || value.with(|value| value.as_ref().map(input_text).unwrap_or_default());
    let unit = Memo::new(move |_| {
        value.with(|value| match value {
            Some(Value::Number(amount)) => amount.unit.clone(),
            _ => None,
        })
    });
    // The unit chosen before there is a figure.
    let pending = RwSignal::new(def.unit.unwrap_or("day").to_owned());
    let current = move || unit.get().unwrap_or_else(|| pending.get());
    let id = target.dom_id();
    let hint = format!("{id}-h");
    let writer = target.clone();
    let typing = Typing::new(move |text| {
        writer.set(editor, parse_input(def, &text, Some(&untrack(current))));
    });
    let choose = move |event| {
        let chosen = event_target_value(&event);
        pending.set(chosen.clone());
        if let Some(Value::Number(amount)) = value.get_untracked() {
            let amount = Amount {
                unit: Some(chosen),
                ..amount
            };
            target.set(editor, Some(Value::Number(amount)));
        }
    };
    let options = TIME_UNITS
        .map(|id| {
            let label = catalogue::unit_label(id).unwrap_or(catalogue::TextId::NONE);
            view! {
                <option value=id prop:selected=move || current() == id>
                    {words.text(label)}
                </option>
            }
        })
        .collect_view();
    view! {
        <div class="unit unit-pick">
            <input
                class="input"
                id=id
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-describedby=hint
                placeholder=example(words, def)
                prop:value=shown
                on:input=move |event| typing.input(&event)
                on:compositionstart=move |_| typing.start()
                on:compositionend=move |event| typing.end(&event)
                on:blur=move |event| typing.leave(event_target_value(&event))
            />
            <select
                class="input"
                aria-label=move || words.fill(ui::form::UNIT_OF, &[("field", &words.get(def.name))])
                on:change=choose
            >
                {options}
            </select>
        </div>
    }
}

/// Lower and upper figure, either of them open. Words that are no figures stay as typed, in a
/// plain input.
#[component]
pub(crate) fn RangeInput(target: Target, def: &'static FieldDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let value = target.value(editor);
    let ends = move || match value.get() {
        Some(Value::Range { min, max }) => (min, max),
        _ => (None, None),
    };
    let worded = Memo::new(move |_| value.with(|v| matches!(v, Some(Value::Text(_)))));
    let words_input = target.clone();
    let target = StoredValue::new(target);
    let end = move |upper: bool| {
        let shown = move || {
            let (min, max) = ends();
            if upper { max } else { min }
                .map(|figure| figure.to_string())
                .unwrap_or_default()
        };
        let change = move |event| {
            let typed: Option<f64> = event_target_value(&event).trim().parse().ok();
            let (min, max) = untrack(ends);
            let (min, max) = if upper { (min, typed) } else { (typed, max) };
            let next = (min.is_some() || max.is_some()).then_some(Value::Range { min, max });
            target.with_value(|target| target.set(editor, next));
        };
        let name = if upper { ui::form::TO } else { ui::form::FROM };
        view! {
            <input
                class="input"
                type="number"
                step="any"
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
