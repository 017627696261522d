//! A new file: the kind, then blank, from a sample, or from pasted text.

use crate::ui::route::Route;
use crate::ui::state::words;
use crate::ui::text;
use crate::ui::widgets::Icon;
use leptos::prelude::*;
use ops_charter::catalogue::{KINDS, KindDef, ui};
use ops_charter::samples::SAMPLES;

/// The five kinds; the ones that are ready open to their ways of starting.
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
            <div class="kinds">{kinds}</div>
        </section>
    }
}

#[component]
fn Kind(def: &'static KindDef, number: usize) -> impl IntoView {
    let words = words();
    let open = RwSignal::new(def.ready && number == 1);
    let number = move || text::chapter_number(number, words.lang());
    let line = move || {
        view! {
            <b class="kind-no" aria-hidden="true">
                {number}
            </b>
            <strong>{words.text(def.name)}</strong>
            <span>{words.text(def.purpose)}</span>
        }
    };
    if !def.ready {
        return view! {
            <div class="kind kind-later">
                {line()} <em class="go">{words.text(ui::start::LATER)}</em>
            </div>
        }
        .into_any();
    }
    view! {
        <button
            class="kind"
            type="button"
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {line()}
            <em class="go">{words.text(def.audience)}</em>
        </button>
        <Show when=move || open.get()>
            <Ways def />
        </Show>
    }
    .into_any()
}

/// Blank, from a sample, from pasted text.
#[component]
fn Ways(def: &'static KindDef) -> impl IntoView {
    let words = words();
    let blank = def
        .profiles
        .first()
        .map(|profile| Route::New(profile.id.to_owned()).hash());
    let shown = SAMPLES.iter().filter(|sample| sample.kind == def.id);
    let of_kind = shown
        .map(|sample| {
            view! {
                <a class="way" href=Route::Sample(sample.id.to_owned()).hash()>
                    <strong>
                        <Icon name="page" class="ico-s" />
                        {words.text(sample.title)}
                    </strong>
                    <span>{words.text(sample.note)}</span>
                </a>
            }
        })
        .collect_view();
    view! {
        <div class="ways">
            <a class="way" href=blank>
                <strong>{words.text(ui::start::way::BLANK)}</strong>
                <span>{words.text(ui::start::way::BLANK_SAYS)}</span>
            </a>
            {of_kind}
            <a class="way" href=Route::Paste.hash()>
                <strong>{words.text(ui::start::way::PASTE)}</strong>
                <span>{words.text(ui::start::way::PASTE_SAYS)}</span>
            </a>
        </div>
    }
}
