//! The box in which a goal is written: a text area over a mirror that carries the underlines.

use super::Marked;
use crate::ui::widgets::Typing;
use leptos::html;
use leptos::prelude::*;
use ops_charter::smart::Assessment;

/// The sentence and its underlines.
#[component]
pub(crate) fn SentenceBox(
    /// Id of the text area.
    id: String,
    /// Id of the list of reasons, which describes it.
    #[prop(into)]
    described_by: String,
    /// The words.
    #[prop(into)]
    text: Signal<String>,
    /// What was found in them.
    #[prop(into)]
    assessment: Signal<Option<Assessment>>,
    /// Takes what was typed.
    commit: Callback<String>,
    /// Words shown while it is empty.
    #[prop(into)]
    placeholder: Signal<String>,
    /// The text area, for focus and selection.
    node: NodeRef<html::Textarea>,
) -> impl IntoView {
    let composing = RwSignal::new(false);
    let typing = Typing::new(move |text| commit.run(text));
    // While a composition is open the area holds letters that the mirror does not: no underlines.
    let shown = move || {
        if composing.get() {
            None
        } else {
            assessment.get()
        }
    };
    view! {
        <div class="say-box" class:is-composing=move || composing.get()>
            <div class="say-mirror" aria-hidden="true">
                <Marked text=text assessment=Signal::derive(shown) />
                // A text area always has room for one more line break.
                "\u{200b}"
            </div>
            <textarea
                node_ref=node
                class="say-text"
                id=id
                rows="2"
                spellcheck="false"
                aria-describedby=described_by
                placeholder=move || placeholder.get()
                prop:value=move || text.get()
                on:input=move |event| typing.input(&event)
                on:compositionstart=move |_| {
                    composing.set(true);
                    typing.start();
                }
                on:compositionend=move |event| {
                    composing.set(false);
                    typing.end(&event);
                }
                on:blur=move |event| {
                    composing.try_set(false);
                    typing.leave(event_target_value(&event));
                }
            ></textarea>
        </div>
    }
}
