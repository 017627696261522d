//! The start page: what this is, a goal to check at once, my files, a new file.

mod books;
mod create;
mod quick;

use super::frame::Frame;
use crate::ui::app::Navigate;
use crate::ui::platform::{embed, events, files};
use crate::ui::route::Route;
use crate::ui::state::{Desk, Toasts, Words, words};
use crate::ui::widgets::Icon;
use books::Books;
use create::Kinds;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::{TextId, ui};
use ops_charter::model::{Charter, RowId};
use ops_charter::schema::{self, LoadError};
use quick::QuickCheck;

/// The start page.
#[component]
pub(crate) fn StartPage() -> impl IntoView {
    let words = words();
    let desk = expect_context::<Desk>();
    desk.refresh();
    // Another tab may have changed something while this one was not looked at.
    let seen = events::on_show(move || desk.refresh());
    let elsewhere = events::on_storage(move |_| desk.refresh());
    StoredValue::new_local((seen, elsewhere));
    let open_file = move || {
        view! {
            <button class="btn btn-quiet" type="button" on:click=move |_| open_draft_file()>
                <Icon name="download" />
                {words.text(ui::start::OPEN_FILE)}
            </button>
        }
    };
    view! {
        <Frame tools=open_file>
            <main class="page" id="main" tabindex="-1">
                <div class="hero">
                    <div class="hero-say">
                        <h1>{words.text(ui::start::HEADLINE)}</h1>
                        <p>{words.text(ui::start::LEAD)}</p>
                        <p class="local">
                            <Icon name="lock" class="ico-s" />
                            {words.text(ui::start::LOCAL)}
                        </p>
                        <Where />
                    </div>
                    <QuickCheck />
                </div>
                <Books />
                <Kinds />
            </main>
        </Frame>
    }
}

/// Where the work is kept, and what stands in the way.
#[component]
fn Where() -> impl IntoView {
    let words = words();
    let desk = expect_context::<Desk>();
    let trouble = move || {
        desk.listing.with(|listing| {
            let listing = listing.as_ref()?;
            let text = match (&listing.store, &listing.local) {
                (Err(_), Err(_)) => ui::start::keep::NOWHERE,
                (Err(_), Ok(())) => ui::start::keep::LOCAL_ONLY,
                _ => return None,
            };
            Some(view! {
                <p class="banner banner-warn" role="status">
                    <Icon name="warn" />
                    <span>{words.get(text)}</span>
                </p>
            })
        })
    };
    view! {
        {trouble}
        <Show when=move || embed::current().is_some()>
            <p class="banner banner-warn" role="status">
                <Icon name="info" />
                <span>{words.text(ui::start::IN_APP)}</span>
            </p>
        </Show>
    }
}

/// Keeps a new charter and opens it.
pub(crate) fn keep_and_open(
    desk: Desk,
    navigate: Navigate,
    toasts: Toasts,
    words: Words,
    charter: Charter,
) {
    spawn_local(async move {
        match keep(desk, &charter).await {
            Ok(id) => navigate.to(Route::Draft { id, section: None }),
            Err(says) => toasts.say(untrack(|| words.get(says))),
        }
    });
}

/// Keeps a new charter; the error is what to tell the user.
pub(crate) async fn keep(desk: Desk, charter: &Charter) -> Result<RowId, TextId> {
    desk.keep(charter)
        .await
        .map_err(|_| ui::start::keep::REFUSED)
}

/// Largest draft file that is read, in bytes.
const FILE_LIMIT: u64 = 20 * 1024 * 1024;

/// Opens a draft file from disk as a file of its own; nothing that is here is overwritten.
fn open_draft_file() {
    let desk = expect_context::<Desk>();
    let navigate = expect_context::<Navigate>();
    let toasts = expect_context::<Toasts>();
    let words = words();
    spawn_local(async move {
        let chosen = files::choose(".json,application/json", FILE_LIMIT).await;
        let text = match chosen {
            Ok(Some(file)) => String::from_utf8(file.bytes).unwrap_or_default(),
            Ok(None) => return,
            Err(_) => return toasts.say(untrack(|| words.get(ui::start::file::DAMAGED))),
        };
        let says = match schema::load(&text) {
            Ok(loaded) => {
                let there = desk.library().open(&loaded.charter.id).await.is_ok();
                let charter = if there {
                    ops_charter::drafts::copy_of(
                        &loaded.charter,
                        crate::ui::platform::ids::new_id(),
                    )
                } else {
                    loaded.charter
                };
                return keep_and_open(desk, navigate, toasts, words, charter);
            }
            Err(LoadError::NotACharter) => ui::start::file::NOT_OURS,
            Err(LoadError::TooNew { .. }) => ui::start::file::TOO_NEW,
            Err(LoadError::MigrationFailed { .. } | LoadError::Invalid { .. }) => {
                ui::start::file::DAMAGED
            }
        };
        toasts.say(untrack(|| words.get(says)));
    });
}
