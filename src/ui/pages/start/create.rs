//! A new file: one of the five kinds, or pasted text. What a kind offers to begin with is shown by
//! the editor's program, so that the first screen does not wait for it.

use crate::ui::route::Route;
use crate::ui::state::words;
use crate::ui::text;
use leptos::prelude::*;
use ops_charter::catalogue::{KINDS, KindDef, ui};

/// The five kinds.
#[component]
pub(crate) fn Kinds() -> impl IntoView {
    let words = words();
    let kinds = KINDS
        .iter()
        .enumerate()
        .map(|(index, def)| view! { <Kind def number=index + 1 /> })
        .collect_view();
    view! {
        <section class="block" aria-labelledby="new">
            <div class="block-head">
                <h2 id="new">{words.text(ui::start::NEW)}</h2>
                <p>{words.text(ui::start::NEW_SAYS)}</p>
            </div>
            <div class="kinds">
                {kinds} <a class="kind" href=Route::Paste.hash()>
                    <b class="kind-no" aria-hidden="true">
                        "·"
                    </b>
                    <strong>{words.text(ui::start::way::PASTE)}</strong>
                    <span>{words.text(ui::start::way::PASTE_SAYS)}</span>
                </a>
            </div>
        </section>
    }
}

#[component]
fn Kind(def: &'static KindDef, number: usize) -> impl IntoView {
    let words = words();
    let number = move || text::chapter_number(number, words.lang());
    view! {
        <a class="kind" href=Route::Begin(def.id.to_owned()).hash()>
            <b class="kind-no" aria-hidden="true">
                {number}
            </b>
            <strong>{words.text(def.name)}</strong>
            <span>{words.text(def.purpose)}</span>
            <em class="go">{words.text(def.audience)}</em>
        </a>
    }
}
