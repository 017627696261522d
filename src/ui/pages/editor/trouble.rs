//! What went wrong, what was kept, what next.

use crate::ui::platform::files;
use crate::ui::state::{OpenDraft, words};
use crate::ui::widgets::Icon;
use leptos::prelude::*;
use ops_charter::catalogue::{TextId, ui};
use ops_charter::drafts::{Damaged, OpenError, SaveState};
use ops_charter::model::RowId;
use ops_charter::schema;

/// A draft that cannot be opened. Its bytes are never overwritten and can be taken home.
#[component]
pub(crate) fn CannotOpen(id: RowId, error: OpenError) -> impl IntoView {
    let words = words();
    let (title, text): (TextId, TextId) = match &error {
        OpenError::NotFound => (ui::draft::open::NOT_FOUND, ui::draft::open::NOT_FOUND_NEXT),
        OpenError::Damaged(_) => (ui::draft::open::DAMAGED, ui::draft::open::DAMAGED_NEXT),
        OpenError::TooNew { .. } => (ui::draft::open::TOO_NEW, ui::draft::open::TOO_NEW_NEXT),
        OpenError::Unavailable(_) => (
            ui::draft::open::UNAVAILABLE,
            ui::draft::open::UNAVAILABLE_NEXT,
        ),
    };
    let copies = match error {
        OpenError::Damaged(copies) => copies,
        _ => Vec::new(),
    };
    let downloads = copies
        .into_iter()
        .enumerate()
        .map(|(index, copy)| view! { <RawCopy id=id.clone() index copy /> })
        .collect_view();
    view! {
        <main class="page page-narrow" id="main">
            <div class="banner banner-error" role="alert">
                <Icon name="error" />
                <div>
                    <strong>{words.text(title)}</strong>
                    <p>{words.text(text)}</p>
                </div>
                <div class="banner-acts">
                    {downloads} <a class="btn" href="#/">
                        {words.text(ui::draft::open::BACK)}
                    </a>
                </div>
            </div>
        </main>
    }
}

#[component]
fn RawCopy(id: RowId, index: usize, copy: Damaged) -> impl IntoView {
    let words = words();
    let number = (index + 1).to_string();
    let name = format!("{id}-{number}.txt");
    view! {
        <button
            class="btn"
            type="button"
            on:click=move |_| {
                drop(files::download(&name, "text/plain;charset=utf-8", copy.raw.as_bytes()));
            }
        >
            {words.fill(ui::draft::open::DOWNLOAD, &[("n", &number)])}
        </button>
    }
}

/// Notices over the form: saving that fails, damaged copies that were set aside.
#[component]
pub(crate) fn Notices() -> impl IntoView {
    let draft = expect_context::<OpenDraft>();
    let words = words();
    let failed = Memo::new(move |_| match draft.state.get() {
        SaveState::Failed { reason } => Some(reason),
        _ => None,
    });
    let says = move || {
        let text = match failed.get()?.as_str() {
            "quota" => ui::draft::save::QUOTA,
            "too-new" => ui::draft::save::TOO_NEW,
            _ => ui::draft::save::STORAGE,
        };
        Some(words.get(text))
    };
    let download = move |_| {
        let charter = draft.editor.peek(Clone::clone);
        let text = schema::save(
            &charter,
            &schema::timestamp(crate::ui::platform::clock::now_ms()),
        );
        drop(files::download(
            "ops-charter-draft.json",
            "application/json",
            text.as_bytes(),
        ));
    };
    let set_aside = draft.set_aside;
    view! {
        <Show when=move || failed.with(Option::is_some)>
            <div class="banner banner-error" role="alert">
                <Icon name="box" />
                <div>
                    <strong>{words.text(ui::draft::save::FAILED)}</strong>
                    <p>{says}</p>
                </div>
                <div class="banner-acts">
                    <button class="btn btn-main" type="button" on:click=download>
                        {words.text(ui::draft::save::DOWNLOAD)}
                    </button>
                    <button class="btn" type="button" on:click=move |_| draft.save_now()>
                        {words.text(ui::draft::save::RETRY)}
                    </button>
                </div>
            </div>
        </Show>
        <Show when=move || set_aside.get() != 0>
            <div class="banner banner-warn" role="status">
                <Icon name="copy" />
                <div>
                    <strong>{words.text(ui::draft::open::SET_ASIDE)}</strong>
                    <p>{words.text(ui::draft::open::SET_ASIDE_NEXT)}</p>
                </div>
                <div class="banner-acts">
                    <button class="btn" type="button" on:click=move |_| set_aside.set(0)>
                        {words.text(ui::form::CLOSE)}
                    </button>
                </div>
            </div>
        </Show>
    }
}
