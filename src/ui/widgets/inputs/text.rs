//! One line of text, and many.

use super::{Typing, example};
use crate::ui::state::{Editor, Target, words};
use crate::ui::widgets::names::list_of_field;
use leptos::prelude::*;
use ops_charter::catalogue::{FieldDef, FieldType, ui};
use ops_charter::edit::{input_text, parse_input};

/// A short text or a formula.
#[component]
pub(crate) fn TextInput(target: Target, def: &'static FieldDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let value = target.value(editor);
    let shown = move || value.with(|value| value.as_ref().map(input_text).unwrap_or_default());
    let id = target.dom_id();
    let hint = format!("{id}-h");
    let names = list_of_field(&target);
    let typing = Typing::new(move |text| target.set(editor, parse_input(def, &text, None)));
    view! {
        <input
            class="input"
            id=id
            type="text"
            autocomplete="off"
            list=names
            aria-describedby=hint
            placeholder=example(words, def)
            prop:value=shown
            on:input=move |event| typing.input(&event)
            on:compositionstart=move |_| typing.start()
            on:compositionend=move |event| typing.end(&event)
            on:blur=move |event| typing.leave(event_target_value(&event))
        />
    }
}

/// A paragraph, or a list with one item per line.
#[component]
pub(crate) fn LinesInput(target: Target, def: &'static FieldDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let value = target.value(editor);
    let shown = move || value.with(|value| value.as_ref().map(input_text).unwrap_or_default());
    let id = target.dom_id();
    let hint = format!("{id}-h");
    let typing = Typing::new(move |text| target.set(editor, parse_input(def, &text, None)));
    let is_list = def.kind == FieldType::List;
    // The field's own help says it in its own way.
    let hinted = is_list && def.help.is_none();
    view! {
        <textarea
            class="input"
            id=id
            rows=if is_list { 3 } else { 2 }
            aria-describedby=hint
            placeholder=example(words, def)
            prop:value=shown
            on:input=move |event| typing.input(&event)
            on:compositionstart=move |_| typing.start()
            on:compositionend=move |event| typing.end(&event)
            on:blur=move |event| typing.leave(event_target_value(&event))
        ></textarea>
        <Show when=move || hinted>
            <p class="hint">{words.text(ui::form::ONE_PER_LINE)}</p>
        </Show>
    }
}
