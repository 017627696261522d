//! The way to the goal check, with two goals that show what it does.

use crate::ui::app::Navigate;
use crate::ui::goal::evidence_class;
use crate::ui::platform::boot;
use crate::ui::route::Route;
use crate::ui::state::words;
use crate::ui::widgets::{Stamps, Typing};
use leptos::prelude::*;
use ops_charter::catalogue::{TextId, ui};
use ops_charter::goals::{Judged, shown_examples};

/// The slip with a box for a goal and two examples.
#[component]
pub(crate) fn QuickCheck() -> impl IntoView {
    let words = words();
    let navigate = expect_context::<Navigate>();
    let text = RwSignal::new(String::new());
    let typing = Typing::new(move |typed| text.set(typed));
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        boot::hand("checkText", &text.get_untracked());
        navigate.to(Route::Check);
    };
    view! {
        <section class="slip" aria-labelledby="one">
            <h2 id="one">
                {words.text(ui::check::TITLE)} <small>{words.text(ui::check::NO_CHARTER)}</small>
            </h2>
            <form class="quick" on:submit=go>
                <label class="vh" for="quick-goal">
                    {words.text(ui::check::LABEL)}
                </label>
                <input
                    class="input"
                    id="quick-goal"
                    type="text"
                    autocomplete="off"
                    placeholder=words.text(ui::check::PLACEHOLDER)
                    prop:value=move || text.get()
                    on:input=move |event| typing.input(&event)
                    on:compositionstart=move |_| typing.start()
                    on:compositionend=move |event| typing.end(&event)
                    on:blur=move |event| typing.leave(event_target_value(&event))
                />
                <button class="btn btn-main">{words.text(ui::check::GO)}</button>
            </form>
            <div class="slip-line">
                <Example text=ui::check::BAD />
                <Example text=ui::check::GOOD />
            </div>
        </section>
    }
}

/// A goal with its verdict as the check gives it; the engine itself is not loaded yet.
#[component]
fn Example(text: TextId) -> impl IntoView {
    let words = words();
    let shown = Memo::new(move |_| shown_examples(&words.get(text)));
    let runs = move || {
        let Judged { segments, .. } = shown.get();
        segments
            .into_iter()
            .map(|run| match (run.letter, run.vague) {
                (None, false) => run.text.into_any(),
                (None, true) => view! { <mark class="vague">{run.text}</mark> }.into_any(),
                (Some(letter), _) => {
                    view! { <mark class=evidence_class(letter)>{run.text}</mark> }.into_any()
                }
            })
            .collect_view()
    };
    view! {
        <p>
            <span>{runs}</span>
            <Stamps letters=Signal::derive(move || shown.get().letters) small=true />
        </p>
    }
}
