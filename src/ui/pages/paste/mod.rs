//! From pasted text: what it says is found, placed and judged, and made into a file after a look.

mod audit;
mod bench;
mod found;
mod place;
mod source;

use super::frame::Frame;
use super::start::keep_and_open;
use crate::ui::app::Navigate;
use crate::ui::platform::ids;
use crate::ui::state::{Desk, Toasts, words};
use leptos::prelude::*;
use ops_charter::catalogue::{KINDS, KindDef, ui};
use ops_charter::import;

pub(crate) use audit::Audit;
pub(crate) use bench::Bench;
pub(crate) use found::Found;
pub(crate) use source::Source;

/// The page.
#[component]
pub(crate) fn PastePage() -> impl IntoView {
    let words = words();
    let bench = Bench::new(words);
    provide_context(bench);
    let some = move || !bench.plan.with(|plan| plan.is_empty());
    view! {
        <Frame>
            <main class="page" id="main" tabindex="-1">
                <header class="sec-head">
                    <h1>{words.text(ui::paste::TITLE)}</h1>
                    <p class="lead">{words.text(ui::paste::LEAD)}</p>
                </header>
                <div class="stack">
                    <Source id="paste-text" rows=10 />
                    <Show when=some>
                        <div class="paste-found">
                            <Found />
                            <Audit />
                        </div>
                        <Take />
                    </Show>
                </div>
            </main>
        </Frame>
    }
}

/// The kind of the new file, and the button that makes it.
#[component]
fn Take() -> impl IntoView {
    let words = words();
    let bench = expect_context::<Bench>();
    let desk = expect_context::<Desk>();
    let navigate = expect_context::<Navigate>();
    let toasts = expect_context::<Toasts>();
    let make = move |_| {
        let charter = untrack(|| {
            let plan = bench.plan.get();
            let reader = bench.reader.get();
            let texts = words.texts_of(plan.lang);
            let profile = bench.kind_def().and_then(|kind| kind.profiles.first());
            let profile = profile.map_or("", |profile| profile.id);
            // The document speaks the language of its text, where that is at hand.
            let lang = texts.lang();
            import::charter_from(&plan, &reader, profile, lang, &texts, &mut ids::new_id)
        });
        keep_and_open(desk, navigate, toasts, words, charter);
    };
    view! {
        <div class="row paste-take">
            <KindChoice />
            <button class="btn btn-main" type="button" on:click=make>
                {words.text(ui::paste::MAKE)}
            </button>
            <p class="hint">{words.text(ui::paste::KEPT)}</p>
        </div>
    }
}

/// Which kind of file; the likeliest one is chosen until the user says otherwise.
#[component]
fn KindChoice() -> impl IntoView {
    let words = words();
    let bench = expect_context::<Bench>();
    let option = move |kind: &'static KindDef| {
        let name = move || {
            let name = words.get(kind.name);
            match bench.suggested.get() == kind.id {
                true => words.fill(ui::paste::KIND_SUGGESTED, &[("name", &name)]),
                false => name,
            }
        };
        let chosen = move || bench.kind() == kind.id;
        view! {
            <option value=kind.id selected=chosen>
                {name}
            </option>
        }
    };
    let ready = KINDS.iter().filter(|kind| kind.ready);
    let options = ready.map(option).collect_view();
    let choose = move |event| {
        let id = event_target_value(&event);
        let known = KINDS.iter().find(|kind| kind.id == id);
        bench.chosen_kind.set(known.map(|kind| kind.id));
    };
    view! {
        <label class="row paste-kind">
            <span class="label">{words.text(ui::paste::KIND)}</span>
            <select class="input" id="paste-kind" on:change=choose>
                {options}
            </select>
        </label>
    }
}
