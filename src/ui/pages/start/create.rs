//! A new file: the kind, then blank, from a sample, or from pasted text.

use super::keep_and_open;
use crate::ui::app::Navigate;
use crate::ui::platform::{clock, ids, samples};
use crate::ui::route::Route;
use crate::ui::state::{Desk, Toasts, words};
use crate::ui::text;
use crate::ui::widgets::Icon;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::{KINDS, KindDef, ui};
use ops_charter::edit;
use ops_charter::samples::{SAMPLES, SampleDef};

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
            {line()} <em class="go">{words.text(def.audience)}</em>
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
    let desk = expect_context::<Desk>();
    let navigate = expect_context::<Navigate>();
    let toasts = expect_context::<Toasts>();
    let blank = move |_| {
        let Some(profile) = def.profiles.first() else {
            return;
        };
        let lang = untrack(|| words.lang());
        let charter = edit::new_charter(profile.id, lang, clock::today(), &mut ids::new_id);
        keep_and_open(desk, navigate, toasts, words, charter);
    };
    let shown = SAMPLES.iter().filter(|sample| sample.kind == def.id);
    let of_kind = shown
        .map(|sample| view! { <FromSample sample /> })
        .collect_view();
    view! {
        <div class="ways">
            <button class="way" type="button" on:click=blank>
                <strong>{words.text(ui::start::way::BLANK)}</strong>
                <span>{words.text(ui::start::way::BLANK_SAYS)}</span>
            </button>
            {of_kind}
            <a class="way" href=Route::Paste.hash()>
                <strong>{words.text(ui::start::way::PASTE)}</strong>
                <span>{words.text(ui::start::way::PASTE_SAYS)}</span>
            </a>
        </div>
    }
}

/// A realistic filled file to change; the sample itself stays as it is.
#[component]
fn FromSample(sample: &'static SampleDef) -> impl IntoView {
    let words = words();
    let desk = expect_context::<Desk>();
    let navigate = expect_context::<Navigate>();
    let toasts = expect_context::<Toasts>();
    let open = move |_| {
        let lang = untrack(|| words.lang());
        spawn_local(async move {
            match samples::load(sample, lang).await {
                Some(charter) => keep_and_open(desk, navigate, toasts, words, charter),
                None => toasts.say(untrack(|| words.get(ui::start::way::SAMPLE_FAILED))),
            }
        });
    };
    view! {
        <button class="way" type="button" on:click=open>
            <strong>
                <Icon name="page" class="ico-s" />
                {words.text(sample.title)}
            </strong>
            <span>{words.text(sample.note)}</span>
        </button>
    }
}
