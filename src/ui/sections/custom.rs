//! The form of a section that the user has made up: its text, and its table.

use super::custom_table::CustomTable;
use super::head::Head;
use crate::ui::state::{Editor, Target, words};
use crate::ui::widgets::{Icon, input};
use leptos::prelude::*;
use ops_charter::catalogue::ui;
use ops_charter::edit::CUSTOM_TEXT_FIELD;
use ops_charter::model::{CustomDef, CustomForm, RowId};

/// Heading, text, table.
#[component]
pub(crate) fn Custom(
    /// Which section.
    id: RowId,
    /// Words above the heading.
    kicker: Signal<String>,
    /// Takes the section out of the document.
    hide: Callback<RowId>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let section = editor.section(id.clone());
    let def = Memo::new(move |_| section.with(|s| s.as_ref().and_then(|s| CustomDef::of(s))));
    let form = Memo::new(move |_| def.with(|def| def.as_ref().map(|def| def.form)));
    let text = StoredValue::new(Target::field(&id, &CUSTOM_TEXT_FIELD));
    let key = StoredValue::new(id.clone());
    let label = move || {
        words.get(match form.get() {
            Some(CustomForm::Table) => ui::structure::custom::BODY_LEAD,
            _ => ui::structure::custom::BODY,
        })
    };
    let unknown = move || {
        view! {
            <div class="banner">
                <Icon name="info" />
                <p>{words.text(ui::structure::custom::UNKNOWN)}</p>
            </div>
        }
    };
    view! {
        <Head id def=None kicker hide />
        <Show when=move || form.get().is_some() fallback=unknown>
            <div class="field full">
                <label class="label" for=text.with_value(Target::dom_id)>
                    {label}
                </label>
                {input(text.get_value(), &CUSTOM_TEXT_FIELD)}
            </div>
            <Show when=move || form.get() == Some(CustomForm::Table)>
                <CustomTable section=key.get_value() def />
            </Show>
        </Show>
    }
}
