//! One field with its label, help, example and reason; the input follows from the field's type.

use super::inputs::{
    BoolInput, DateInput, DurationInput, EnumInput, LinesInput, MultiInput, NumberInput,
    PeriodInput, RangeInput, TextInput, TimeInput,
};
use super::refs::RefInput;
use crate::ui::state::{Editor, Target, words};
use crate::ui::widgets::Icon;
use leptos::prelude::*;
use ops_charter::catalogue::{FieldDef, FieldType, Need, ui};
use ops_charter::model::Value;

/// A labelled field of a section or row.
#[component]
pub(crate) fn Field(
    /// Which one.
    target: Target,
    /// Its definition.
    def: &'static FieldDef,
) -> impl IntoView {
    let words = words();
    let id = target.dom_id();
    let help_id = format!("{id}-h");
    let why_open = RwSignal::new(false);
    let wide = matches!(
        def.kind,
        FieldType::Longtext
            | FieldType::List
            | FieldType::Refs
            | FieldType::Multi
            | FieldType::Formula
    );
    let has_why = !def.why.is_none() || !def.example.is_none();
    let problem = problem(&target, def);
    let label_for = id.clone();
    let described = help_id.clone();
    view! {
        <div class="field" class:full=wide>
            <div class="label">
                <label for=label_for>{words.text(def.name)}</label>
                <Show when=move || def.need == Need::Required>
                    <span class="req">{words.text(ui::form::REQUIRED)}</span>
                </Show>
                <Show when=move || has_why>
                    <button
                        class="btn-why"
                        type="button"
                        aria-expanded=move || why_open.get().to_string()
                        aria-label=move || {
                            words.fill(ui::form::WHY_FOR, &[("field", &words.get(def.name))])
                        }
                        on:click=move |_| why_open.update(|open| *open = !*open)
                    >
                        <Icon name="ask" class="ico-s" />
                    </button>
                </Show>
            </div>
            {input(target, def)}
            <p class="fix" role="status">
                {move || {
                    problem
                        .get()
                        .map(|text| {
                            view! {
                                <Icon name="error" class="ico-s" />
                                {text}
                            }
                        })
                }}
            </p>
            <p class="hint" id=described>
                {words.text(def.help)}
            </p>
            <Show when=move || why_open.get()>
                <div class="field-why">
                    <Show when=move || !def.why.is_none()>
                        <p>{words.text(def.why)}</p>
                    </Show>
                    <Show when=move || !def.example.is_none()>
                        <p>
                            <span class="field-eg">{words.text(ui::form::EXAMPLE)}</span>
                            {words.text(def.example)}
                        </p>
                    </Show>
                </div>
            </Show>
        </div>
    }
}

/// What is wrong with what was typed; the words stay as they are.
fn problem(target: &Target, def: &'static FieldDef) -> Memo<Option<String>> {
    let editor = expect_context::<Editor>();
    let words = words();
    let value = target.value(editor);
    Memo::new(move |_| {
        let text = value.with(|value| match value {
            Some(Value::Text(_)) => match def.kind {
                FieldType::Int
                | FieldType::Number
                | FieldType::Percent
                | FieldType::Money
                | FieldType::Duration => Some(ui::form::NOT_A_NUMBER),
                FieldType::Date => Some(ui::form::NOT_A_DATE),
                FieldType::Ref | FieldType::Refs => Some(ui::form::NOT_LINKED),
                FieldType::Enum => Some(ui::form::NOT_AN_OPTION),
                _ => None,
            },
            Some(Value::Number(amount)) => {
                let low = def.min.is_some_and(|min| amount.value < min);
                let high = def.max.is_some_and(|max| amount.value > max);
                (low || high).then_some(ui::form::OUT_OF_RANGE)
            }
            _ => None,
        })?;
        let figure = |limit: Option<f64>| limit.map_or_else(|| "…".to_owned(), |v| v.to_string());
        let (min, max) = (figure(def.min), figure(def.max));
        Some(words.fill(text, &[("min", &min), ("max", &max)]))
    })
}

/// The input alone, for places that have a label of their own.
pub(crate) fn input(target: Target, def: &'static FieldDef) -> AnyView {
    match def.kind {
        FieldType::Text | FieldType::Formula => view! { <TextInput target def /> }.into_any(),
        FieldType::Longtext | FieldType::List => view! { <LinesInput target def /> }.into_any(),
        FieldType::Int | FieldType::Number | FieldType::Percent | FieldType::Money => {
            view! { <NumberInput target def /> }.into_any()
        }
        FieldType::Duration => view! { <DurationInput target def /> }.into_any(),
        FieldType::Date => view! { <DateInput target def /> }.into_any(),
        FieldType::Time => view! { <TimeInput target def /> }.into_any(),
        FieldType::Period => view! { <PeriodInput target def /> }.into_any(),
        FieldType::Range => view! { <RangeInput target def /> }.into_any(),
        FieldType::Enum => view! { <EnumInput target def /> }.into_any(),
        FieldType::Multi => view! { <MultiInput target def /> }.into_any(),
        FieldType::Bool => view! { <BoolInput target def /> }.into_any(),
        FieldType::Ref | FieldType::Refs => view! { <RefInput target def /> }.into_any(),
        // Drawn by the section that has them (the RACI grid).
        FieldType::Letters => ().into_any(),
    }
}
