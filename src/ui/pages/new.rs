//! Places that make a new file and go to it at once.

use super::start::keep;
use crate::ui::app::Navigate;
use crate::ui::platform::{clock, ids, samples};
use crate::ui::route::Route;
use crate::ui::state::{Desk, Toasts, Words, words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::{self, TextId, ui};
use ops_charter::edit;
use ops_charter::model::Charter;
use ops_charter::samples::sample;

/// A blank file of a structure.
#[component]
pub(crate) fn NewPage(profile: String) -> impl IntoView {
    let words = words();
    let lang = untrack(|| words.lang());
    let known = catalogue::profile(&profile).is_some();
    let charter =
        known.then(|| edit::new_charter(&profile, lang, clock::today(), &mut ids::new_id));
    make(words, async move { charter.ok_or(ui::start::way::UNKNOWN) });
    view! { <Making /> }
}

/// A file from a sample; the sample itself stays as it is.
#[component]
pub(crate) fn SamplePage(id: String) -> impl IntoView {
    let words = words();
    let lang = untrack(|| words.lang());
    make(words, async move {
        let sample = sample(&id).ok_or(ui::start::way::UNKNOWN)?;
        let mut charter = samples::load(sample, lang)
            .await
            .ok_or(ui::start::way::SAMPLE_FAILED)?;
        edit::take_over(&mut charter);
        Ok(charter)
    });
    view! { <Making /> }
}

/// Keeps what was made and goes there; says why where it cannot, and goes back to the start.
fn make(words: Words, charter: impl Future<Output = Result<Charter, TextId>> + 'static) {
    let desk = expect_context::<Desk>();
    let navigate = expect_context::<Navigate>();
    let toasts = expect_context::<Toasts>();
    spawn_local(async move {
        let made = match charter.await {
            Ok(charter) => keep(desk, &charter).await,
            Err(says) => Err(says),
        };
        match made {
            Ok(id) => navigate.replace(Route::Draft { id, section: None }),
            Err(says) => toasts.say(untrack(|| words.get(says))),
        }
    });
}

#[component]
fn Making() -> impl IntoView {
    let words = words();
    view! {
        <main class="page" id="main" aria-busy="true">
            <p class="hint">{words.text(ui::draft::OPENING)}</p>
            <p>
                <a href="#/">{words.text(ui::draft::open::BACK)}</a>
            </p>
        </main>
    }
}
