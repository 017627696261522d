//! Lines or spreadsheet cells pasted into a table of the user's own.

use crate::ui::state::{Editor, Toasts, words};
use crate::ui::widgets::Dialog;
use leptos::prelude::*;
use ops_charter::catalogue::ui;
use ops_charter::edit;
use ops_charter::model::RowId;

/// The window in which lines are pasted.
#[component]
pub(super) fn CustomPaste(section: RowId, open: RwSignal<bool>) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let toasts = expect_context::<Toasts>();
    let words = words();
    let pasted = RwSignal::new(String::new());
    // A sheet has a head, a list has none.
    let head = RwSignal::new(false);
    let lines = Memo::new(move |_| {
        pasted.with(|text| text.lines().filter(|line| !line.trim().is_empty()).count())
    });
    let section = StoredValue::new(section);
    let take = move |_| {
        let text = pasted.get_untracked();
        let made = editor.edit(None, |charter, ids| {
            section.with_value(|section| {
                edit::paste_custom(charter, section, &text, head.get_untracked(), ids)
            })
        });
        open.set(false);
        pasted.set(String::new());
        let count = made.to_string();
        let says = untrack(|| words.fill(ui::form::ROWS_MADE, &[("n", &count)]));
        let undo = untrack(|| words.get(ui::form::UNDO));
        toasts.offer(says, undo, move || editor.undo());
    };
    let title = move || words.get(ui::structure::custom::PASTE);
    view! {
        <Dialog open title=Signal::derive(title) class="dialog-s">
            <div class="dialog-body stack">
                <div class="field">
                    <label class="label" for="own-paste">
                        {words.text(ui::form::PASTE_LABEL)}
                    </label>
                    <textarea
                        class="input"
                        id="own-paste"
                        rows="9"
                        autofocus=true
                        prop:value=move || pasted.get()
                        on:input=move |event| pasted.set(event_target_value(&event))
                    ></textarea>
                    <p class="hint">{words.text(ui::structure::custom::PASTE_HINT)}</p>
                </div>
                <label class="tick">
                    <input
                        type="checkbox"
                        prop:checked=move || head.get()
                        on:change=move |event| head.set(event_target_checked(&event))
                    />
                    <span>{words.text(ui::structure::custom::PASTE_HEAD)}</span>
                </label>
            </div>
            <footer class="dialog-foot">
                <button
                    class="btn btn-main"
                    type="button"
                    disabled=move || lines.get() == 0
                    on:click=take
                >
                    {words.text(ui::form::TAKE_NAME)}
                </button>
                <button class="btn btn-quiet" type="button" on:click=move |_| open.set(false)>
                    {words.text(ui::form::CANCEL)}
                </button>
            </footer>
        </Dialog>
    }
}
