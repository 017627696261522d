//! Many rows at once: each pasted or typed line becomes a row, after a look.

use crate::ui::state::{Editor, Toasts, words};
use crate::ui::widgets::Dialog;
use leptos::prelude::*;
use ops_charter::catalogue::{TableDef, ui};
use ops_charter::edit;
use ops_charter::model::RowId;

/// The window in which lines are pasted.
#[component]
pub(crate) fn PasteRows(
    section: RowId,
    def: &'static TableDef,
    open: RwSignal<bool>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let toasts = expect_context::<Toasts>();
    let words = words();
    let pasted = RwSignal::new(String::new());
    let count = Memo::new(move |_| pasted.with(|text| edit::split_lines(text).len()));
    let section = StoredValue::new(section);
    let take = move |_| {
        let text = pasted.get_untracked();
        let texts = untrack(|| words.texts());
        let made = editor.edit(None, |charter, ids| {
            let rows = edit::paste_rows(charter, def, &text, &texts, ids);
            let made = rows.len();
            for row in rows {
                section.with_value(|id| edit::insert_row(charter, id, def.id, usize::MAX, row));
            }
            made
        });
        open.set(false);
        pasted.set(String::new());
        let text = words.fill(ui::form::ROWS_MADE, &[("n", &made.to_string())]);
        toasts.offer(text, words.get(ui::form::UNDO), move || editor.undo());
    };
    let title = move || words.fill(ui::form::PASTE_TITLE, &[("item", &words.get(def.item))]);
    let box_id = format!("paste-{}", def.id);
    view! {
        <Dialog open title=Signal::derive(title) class="dialog-s">
            <div class="dialog-body stack">
                <div class="field">
                    <label class="label" for=box_id.clone()>
                        {words.text(ui::form::PASTE_LABEL)}
                    </label>
                    <textarea
                        class="input"
                        id=box_id.clone()
                        rows="9"
                        autofocus=true
                        prop:value=move || pasted.get()
                        on:input=move |event| pasted.set(event_target_value(&event))
                    ></textarea>
                    <p class="hint">{words.text(ui::form::PASTE_HINT)}</p>
                </div>
            </div>
            <footer class="dialog-foot">
                <button
                    class="btn btn-main"
                    type="button"
                    disabled=move || count.get() == 0
                    on:click=take
                >
                    {move || words.fill(ui::form::MAKE_ROWS, &[("n", &count.get().to_string())])}
                </button>
                <button class="btn btn-quiet" type="button" on:click=move |_| open.set(false)>
                    {words.text(ui::form::CANCEL)}
                </button>
            </footer>
        </Dialog>
    }
}
