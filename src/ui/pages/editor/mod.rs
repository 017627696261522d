//! The editor: outline, form, preview.
#![allow(
    unreachable_pub,
    reason = "a component's properties are public types whatever the component is"
)]

mod add;
mod arrange;
mod bar;
mod change;
mod export;
mod findings;
mod focus;
mod kept;
mod next;
mod opened;
mod outline;
mod paste;
mod preview;
mod tray;
mod trouble;
mod writing;

use crate::ui::state::{Desk, OpenDraft, Toasts, words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::ui;
use ops_charter::drafts::OpenError;
use ops_charter::model::RowId;

use opened::Opened;
use trouble::CannotOpen;

/// The editor of a draft: fetches it, then shows it or says why it cannot.
#[component]
pub(crate) fn EditorPage(
    /// Which draft.
    id: RowId,
    /// The section that the address names.
    section: Memo<Option<RowId>>,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = words();
    let owner = Owner::current();
    let draft = RwSignal::new(None::<Result<OpenDraft, OpenError>>);
    let wanted = id.clone();
    spawn_local(async move {
        let opened = match owner {
            // The draft's signals must live as long as this page does.
            Some(owner) => {
                let result = desk.library().open(&wanted).await;
                owner.with(|| desk.opened(result))
            }
            None => return,
        };
        draft.try_set(Some(opened));
    });
    // What a notice offers to take back belongs to this draft.
    let toasts = expect_context::<Toasts>();
    on_cleanup(move || toasts.clear());
    let id = StoredValue::new(id);
    move || match draft.get() {
        None => view! {
            <main class="page" id="main" aria-busy="true">
                <p class="hint">{words.text(ui::draft::OPENING)}</p>
            </main>
        }
        .into_any(),
        Some(Ok(draft)) => view! { <Opened draft section /> }.into_any(),
        Some(Err(error)) => view! { <CannotOpen id=id.get_value() error /> }.into_any(),
    }
}
