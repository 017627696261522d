//! What to do next; skipping is free.

use super::opened::View;
use crate::ui::state::{Toasts, words};
use crate::ui::widgets::Icon;
use leptos::prelude::*;
use ops_charter::catalogue::ui;
use ops_charter::edit;
use ops_charter::guide::{self, Act, Step};

/// The next most useful thing, or the way out when all is there.
#[component]
pub(crate) fn Next() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let next = Memo::new(move |_| view.draft.editor.with(guide::next_step));
    move || match next.get() {
        Some(step) => view! { <Offer step /> }.into_any(),
        None => view! {
            <button class="ol-next" type="button" on:click=move |_| view.exporting.set(true)>
                <small>{words.text(ui::draft::ALL_FILLED)}</small>
                <span>{words.text(ui::draft::EXPORT)} <Icon name="arrow" class="ico-s" /></span>
            </button>
        }
        .into_any(),
    }
}

#[component]
fn Offer(step: Step) -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let toasts = expect_context::<Toasts>();
    let step = StoredValue::new(step);
    let says = move || {
        let texts = words.texts();
        let said = |charter: &_| step.with_value(|step| step.says(charter, &texts));
        view.draft.editor.with(said)
    };
    let skip = move |_| {
        let id = step.with_value(|step| step.id.clone());
        let editor = view.draft.editor;
        editor.edit(None, |charter, _| guide::skip(charter, &id));
        let says = untrack(|| words.get(ui::structure::SKIPPED));
        let undo = untrack(|| words.get(ui::form::UNDO));
        toasts.offer(says, undo, move || editor.undo());
    };
    view! {
        <div class="ol-step">
            <button
                class="ol-next"
                type="button"
                on:click=move |_| step.with_value(|step| take(view, step))
            >
                <small>{words.text(ui::draft::NEXT)}</small>
                <span>{says} <Icon name="arrow" class="ico-s" /></span>
            </button>
            <button
                class="btn-text ol-skip"
                type="button"
                aria-label=words.text(ui::structure::SKIP_STEP)
                on:click=skip
            >
                {words.text(ui::structure::SKIP)}
            </button>
        </div>
    }
}

fn take(view: View, step: &Step) {
    if step.act == Act::DraftRaci {
        let section = step.section.clone();
        view.draft.editor.edit(None, |charter, ids| {
            edit::raci_from_duties(charter, &section, ids)
        });
    }
    view.go(step.section.clone(), step.row.clone());
}
