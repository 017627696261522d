//! How the whole document is written out.

use super::opened::View;
use crate::ui::state::words;
use crate::ui::widgets::{style_name, style_says};
use leptos::prelude::*;
use ops_charter::catalogue::{self, ui};
use ops_charter::edit;
use ops_charter::model::Charter;
use ops_charter::outline::WritingStyle;

/// One of the five styles; kept with the document.
#[component]
pub(super) fn StyleChoice() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let editor = view.draft.editor;
    let current = Memo::new(move |_| editor.with(WritingStyle::of_charter));
    let lines = WritingStyle::ALL
        .map(|style| {
            let choose = move |_| {
                editor.edit(None, |charter, _| {
                    // The style of the structure needs no choice of its own.
                    let own = (style != of_structure(charter)).then_some(style.id());
                    edit::set_style(charter, own);
                });
            };
            view! {
                <label>
                    <input
                        type="radio"
                        name="export-style"
                        value=style.id()
                        prop:checked=move || current.get() == style
                        on:change=choose
                    />
                    <span>{words.text(style_name(style))}</span>
                    <small>{words.text(style_says(style))}</small>
                </label>
            }
        })
        .collect_view();
    let own = Memo::new(move |_| {
        editor.with(|charter| {
            let shown = charter.sections.iter().filter(|section| !section.hidden);
            shown
                .filter(|section| WritingStyle::of_section(section).is_some())
                .count()
        })
    });
    let hint = move || words.fill(ui::writing::OWN_SECTIONS, &[("n", &own.get().to_string())]);
    view! {
        <fieldset>
            <legend class="label">{words.text(ui::writing::HEADING)}</legend>
            <div class="choice">{lines}</div>
            <Show when=move || { own.get() > 0 }>
                <p class="hint">{hint}</p>
            </Show>
        </fieldset>
    }
}

fn of_structure(charter: &Charter) -> WritingStyle {
    WritingStyle::of_profile(catalogue::profile(&charter.profile).map(|(_, profile)| profile))
}
