//! Text pasted into the open draft: the same look as on the page of its own, then added as one step.

use super::opened::View;
use crate::ui::pages::paste::{Audit, Bench, Found, Source};
use crate::ui::state::{Toasts, words};
use crate::ui::widgets::Dialog;
use leptos::prelude::*;
use ops_charter::catalogue::ui;
use ops_charter::import;

/// The window in which a text is pasted and looked at.
#[component]
pub(crate) fn PasteInto() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let title = Signal::derive(move || words.get(ui::paste::INTO_TITLE));
    view! {
        <Dialog open=view.pasting title class="dialog-paste">
            <Inside />
        </Dialog>
    }
}

/// Made anew each time the window opens.
#[component]
fn Inside() -> impl IntoView {
    let view = expect_context::<View>();
    let toasts = expect_context::<Toasts>();
    let words = words();
    let bench = Bench::new(words);
    provide_context(bench);
    let known = view.draft.editor.peek(|charter| charter.kind.clone());
    bench.choose_kind(&known);
    let some = move || !bench.plan.with(|plan| plan.is_empty());
    let add = move |_| {
        let done = untrack(|| {
            let plan = bench.plan.get();
            let reader = bench.reader.get();
            let editor = view.draft.editor;
            let texts = words.texts_of(editor.peek(|charter| charter.language));
            editor.edit(None, |charter, ids| {
                import::apply(&plan, &reader, charter, &texts, ids)
            })
        });
        view.pasting.set(false);
        let counts = [done.rows, done.fields, done.tray].map(|count| count.to_string());
        let [rows, fields, tray] = counts.each_ref().map(String::as_str);
        let values = [("rows", rows), ("fields", fields), ("tray", tray)];
        let says = untrack(|| words.fill(ui::paste::ADDED, &values));
        let undo = untrack(|| words.get(ui::form::UNDO));
        toasts.offer(says, undo, move || view.draft.editor.undo());
    };
    view! {
        <div class="dialog-body stack">
            <p class="hint">{words.text(ui::paste::INTO_LEAD)}</p>
            <Source id="paste-into" rows=8 focus=true />
            <Show when=some>
                <div class="paste-found">
                    <Found />
                    <Audit />
                </div>
            </Show>
        </div>
        <footer class="dialog-foot">
            <button class="btn btn-main" type="button" disabled=move || !some() on:click=add>
                {words.text(ui::paste::ADD)}
            </button>
            <button class="btn btn-quiet" type="button" on:click=move |_| view.pasting.set(false)>
                {words.text(ui::paste::CLOSE)}
            </button>
        </footer>
    }
}
