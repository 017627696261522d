//! Texts that were pasted or read and have no place yet: given one, copied, or deleted.

use super::opened::View;
use crate::ui::platform::{clipboard, dom};
use crate::ui::state::{Toasts, words};
use crate::ui::widgets::Icon;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::ui;
use ops_charter::edit::{self, TrayPlace};
use ops_charter::model::TrayItem;

/// The page of the tray.
#[component]
pub(crate) fn Tray() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let items = move || view.draft.editor.with(|charter| charter.tray.clone());
    let is_empty = move || view.draft.editor.with(|charter| charter.tray.is_empty());
    view! {
        <header class="sec-head">
            <h1 tabindex="-1" id="sec-title">
                {words.text(ui::draft::tray::TITLE)}
            </h1>
            <p class="lead">{words.text(ui::draft::tray::LEAD)}</p>
        </header>
        <Show when=is_empty>
            <p class="hint">{words.text(ui::draft::tray::NONE)}</p>
        </Show>
        <ul class="tray">
            <For each=items key=|item| item.id.clone() children=|item| view! { <Waiting item /> } />
        </ul>
    }
}

/// One text with what can become of it.
#[component]
fn Waiting(item: TrayItem) -> impl IntoView {
    let view = expect_context::<View>();
    let toasts = expect_context::<Toasts>();
    let words = words();
    let editor = view.draft.editor;
    let undo = move |text: String| {
        let label = untrack(|| words.get(ui::form::UNDO));
        toasts.offer(text, label, move || editor.undo());
        // The button that was pressed is gone with its text.
        dom::focus_soon("sec-title");
    };
    let id = StoredValue::new(item.id);
    let text = StoredValue::new(item.text);
    let under = item.from;
    let from = (!under.is_empty()).then(move || {
        let says = move || words.fill(ui::paste::FROM, &[("heading", &under)]);
        view! { <small class="tray-from">{says}</small> }
    });
    let place = move |at: TrayPlace| {
        let placed = editor.edit(None, |charter, ids| {
            id.with_value(|id| edit::place_tray(charter, id, at, ids))
        });
        let Some((section, row)) = placed else { return };
        let texts = untrack(|| words.texts());
        let name = editor
            .peek(|charter| edit::row_label(charter, &section, &texts))
            .unwrap_or_default();
        editor.open_row.set(Some(row));
        undo(untrack(|| {
            words.fill(ui::draft::tray::PLACED, &[("name", &name)])
        }));
    };
    let copy = move |_| {
        let plain = text.get_value();
        spawn_local(async move {
            let says = if clipboard::copy(&plain, None).await {
                ui::draft::tray::COPIED
            } else {
                ui::exporting::COPY_FAILED
            };
            toasts.say(untrack(|| words.get(says)));
        });
    };
    let delete = move |_| {
        editor.edit(None, |charter, _| {
            id.with_value(|id| charter.tray.retain(|item| item.id != *id));
        });
        undo(untrack(|| words.get(ui::draft::tray::DELETED)));
    };
    view! {
        <li>
            {from} <p>{text.get_value()}</p> <div class="row">
                <button class="btn" type="button" on:click=move |_| place(TrayPlace::Duty)>
                    {words.text(ui::draft::tray::TO_DUTY)}
                </button>
                <button class="btn" type="button" on:click=move |_| place(TrayPlace::Goal)>
                    {words.text(ui::draft::tray::TO_GOAL)}
                </button>
                <button class="btn btn-quiet" type="button" on:click=copy>
                    <Icon name="copy" class="ico-s" />
                    {words.text(ui::draft::tray::COPY)}
                </button>
                <button class="btn btn-quiet" type="button" on:click=delete>
                    <Icon name="trash" class="ico-s" />
                    {words.text(ui::draft::tray::DELETE)}
                </button>
            </div>
        </li>
    }
}
