//! From pasted text: goals in it are found and judged, lines that look like duties become rows
//! after a look. What has no place yet stays in the file's tray.

use super::frame::Frame;
use super::start::keep_and_open;
use crate::ui::app::Navigate;
use crate::ui::pages::check::judge;
use crate::ui::platform::{clock, ids};
use crate::ui::state::{Desk, Toasts, words};
use crate::ui::widgets::{Stamps, Typing};
use leptos::prelude::*;
use ops_charter::catalogue::ui;
use ops_charter::import::{self, Guess, Piece};

/// The page.
#[component]
pub(crate) fn PastePage() -> impl IntoView {
    let words = words();
    let text = RwSignal::new(String::new());
    let typing = Typing::new(move |typed| text.set(typed));
    let found = Memo::new(move |_| text.with(|text| import::pieces(text, clock::today())));
    // What the user says a piece is, by its place.
    let chosen = RwSignal::new(std::collections::BTreeMap::<usize, Guess>::new());
    let row = move |(index, piece): (usize, Piece)| view! { <PieceRow index piece chosen /> };
    view! {
        <Frame>
            <main class="page" id="main" tabindex="-1">
                <header class="sec-head">
                    <h1>{words.text(ui::paste::TITLE)}</h1>
                    <p class="lead">{words.text(ui::paste::LEAD)}</p>
                </header>
                <div class="stack">
                    <div class="field">
                        <label class="label" for="paste-text">
                            {words.text(ui::paste::LABEL)}
                        </label>
                        <textarea
                            class="input paper"
                            id="paste-text"
                            rows="10"
                            prop:value=move || text.get()
                            on:input=move |event| {
                                chosen.set(Default::default());
                                typing.input(&event);
                            }
                            on:compositionstart=move |_| typing.start()
                            on:compositionend=move |event| typing.end(&event)
                            on:blur=move |event| typing.leave(event_target_value(&event))
                        ></textarea>
                        <p class="hint">{words.text(ui::paste::HINT)}</p>
                    </div>
                    <Show when=move || !found.with(Vec::is_empty)>
                        <h2>{words.text(ui::paste::FOUND)}</h2>
                        <ul class="pieces">
                            <For
                                each=move || found.get().into_iter().enumerate()
                                key=|(index, piece)| (*index, piece.clone())
                                children=row
                            />
                        </ul>
                        <Take found chosen />
                    </Show>
                </div>
            </main>
        </Frame>
    }
}

/// One line of the text with what it is taken for.
#[component]
fn PieceRow(
    index: usize,
    piece: Piece,
    chosen: RwSignal<std::collections::BTreeMap<usize, Guess>>,
) -> impl IntoView {
    let words = words();
    let guess = piece.guess;
    let current = Memo::new(move |_| chosen.with(|c| c.get(&index).copied()).unwrap_or(guess));
    let kinds = [
        (Guess::Goal, ui::paste::guess::GOAL),
        (Guess::Duty, ui::paste::guess::DUTY),
        (Guess::Heading, ui::paste::guess::HEADING),
        (Guess::Tray, ui::paste::guess::TRAY),
    ];
    let options = kinds
        .map(|(guess, name)| {
            view! {
                <option value=guess.id() selected=move || current.get() == guess>
                    {words.text(name)}
                </option>
            }
        })
        .collect_view();
    let choose = move |event| {
        if let Some(guess) = Guess::from_id(&event_target_value(&event)) {
            chosen.update(|chosen| {
                chosen.insert(index, guess);
            });
        }
    };
    let says = piece.text.clone();
    let text = StoredValue::new(piece.text);
    let letters = Signal::derive(move || judge(&text.get_value(), words.lang()).letters);
    let label = move || words.fill(ui::paste::GUESS_OF, &[("text", &text.get_value())]);
    view! {
        <li class="piece">
            <select class="input" aria-label=label on:change=choose>
                {options}
            </select>
            <p>{says}</p>
            <Show when=move || current.get() == Guess::Goal>
                <Stamps letters small=true />
            </Show>
        </li>
    }
}

/// Makes the file.
#[component]
fn Take(
    found: Memo<Vec<Piece>>,
    chosen: RwSignal<std::collections::BTreeMap<usize, Guess>>,
) -> impl IntoView {
    let words = words();
    let desk = expect_context::<Desk>();
    let navigate = expect_context::<Navigate>();
    let toasts = expect_context::<Toasts>();
    let make = move |_| {
        let chosen = chosen.get_untracked();
        let pieces: Vec<Piece> = found
            .get_untracked()
            .into_iter()
            .enumerate()
            .map(|(at, piece)| Piece {
                guess: chosen.get(&at).copied().unwrap_or(piece.guess),
                ..piece
            })
            .collect();
        let lang = untrack(|| words.lang());
        let charter = untrack(|| {
            import::charter_from(
                &pieces,
                lang,
                clock::today(),
                &words.texts(),
                &mut ids::new_id,
            )
        });
        keep_and_open(desk, navigate, toasts, words, charter);
    };
    view! {
        <div class="row">
            <button class="btn btn-main" type="button" on:click=make>
                {words.text(ui::paste::MAKE)}
            </button>
            <p class="hint">{words.text(ui::paste::KEPT)}</p>
        </div>
    }
}
