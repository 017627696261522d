//! The box for the text. Formatted text comes in as plain text that keeps headings, lists and tables.

use super::Bench;
use crate::ui::platform::clipboard;
use crate::ui::state::words;
use crate::ui::widgets::Typing;
use leptos::html;
use leptos::prelude::*;
use ops_charter::catalogue::ui;
use ops_charter::import;

/// The box with its label.
#[component]
pub(crate) fn Source(
    /// The id of the box on the page.
    id: &'static str,
    /// Its height in lines.
    rows: u8,
    /// Whether the cursor goes there at once.
    #[prop(optional)]
    focus: bool,
) -> impl IntoView {
    let words = words();
    let bench = expect_context::<Bench>();
    let area = NodeRef::<html::Textarea>::new();
    let typing = Typing::new(move |typed| bench.put(typed));
    let paste = move |event| {
        let Some(text) = clipboard::pasted_html(&event).and_then(|html| import::rich_text(&html))
        else {
            return;
        };
        if let Some(area) = area.get_untracked() {
            clipboard::insert(&event, &area, &text);
            typing.set(area.value());
        }
    };
    view! {
        <div class="field">
            <label class="label" for=id>
                {words.text(ui::paste::LABEL)}
            </label>
            <textarea
                class="input paper paste-source"
                id=id
                rows=rows
                autofocus=focus
                node_ref=area
                prop:value=move || bench.text.get()
                on:paste=paste
                on:input=move |event| typing.input(&event)
                on:compositionstart=move |_| typing.start()
                on:compositionend=move |event| typing.end(&event)
                on:blur=move |event| typing.leave(event_target_value(&event))
            ></textarea>
            <p class="hint">{words.text(ui::paste::HINT)}</p>
        </div>
    }
}
