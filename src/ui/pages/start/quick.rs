//! One goal, checked on the spot.

use crate::ui::app::Navigate;
use crate::ui::goal::Marked;
use crate::ui::pages::check::{CheckText, judge};
use crate::ui::route::Route;
use crate::ui::state::words;
use crate::ui::widgets::{Stamps, Typing};
use leptos::prelude::*;
use ops_charter::catalogue::{TextId, ui};

/// The slip with a box for a goal and two examples.
#[component]
pub(crate) fn QuickCheck() -> impl IntoView {
    let words = words();
    let navigate = expect_context::<Navigate>();
    let text = expect_context::<CheckText>().0;
    let typing = Typing::new(move |typed| text.set(typed));
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        navigate.to(Route::Check);
    };
    let typed = Signal::derive(move || text.with(|t| t.lines().next().unwrap_or("").to_owned()));
    let has_own = move || !typed.with(|t| t.trim().is_empty());
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
                <Show when=has_own>
                    <Line text=typed />
                </Show>
                <Show when=move || !has_own()>
                    <Example text=ui::check::BAD />
                    <Example text=ui::check::GOOD />
                </Show>
            </div>
        </section>
    }
}

#[component]
fn Example(text: TextId) -> impl IntoView {
    let words = words();
    view! { <Line text=Signal::derive(words.text(text)) /> }
}

#[component]
fn Line(text: Signal<String>) -> impl IntoView {
    let words = words();
    let judged = Memo::new(move |_| Some(judge(&text.get(), words.lang())));
    let letters = Signal::derive(move || judged.get().map(|a| a.letters).unwrap_or_default());
    view! {
        <p>
            <span>
                <Marked text=text assessment=judged />
            </span>
            <Stamps letters small=true />
        </p>
    }
}
