//! The drafts of this device: the list, the open one, and its saving.

use super::{Editor, Toasts, Words};
use crate::ui::app::Navigate;
use crate::ui::platform::{clock, events, ids, storage};
use crate::ui::route::Route;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::{ids as field, ui};
use ops_charter::drafts::{
    Autosave, Cursor, Kept, Listing, OpenError, Opened, SaveError, SaveState, Session, Work,
    copy_of,
};
use ops_charter::model::{Charter, RowId};
use std::rc::Rc;
use std::time::Duration;

/// All drafts. Copies share it.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    library: StoredValue<Rc<storage::Browser>, LocalStorage>,
    words: Words,
    toasts: Toasts,
    navigate: Navigate,
    /// What the start page lists; none while it is being read.
    pub(crate) listing: RwSignal<Option<Listing>>,
}

impl Desk {
    /// The drafts in the storages of this browser.
    pub(crate) fn new(
        library: storage::Browser,
        words: Words,
        toasts: Toasts,
        navigate: Navigate,
    ) -> Desk {
        Desk {
            library: StoredValue::new_local(Rc::new(library)),
            words,
            toasts,
            navigate,
            listing: RwSignal::new(None),
        }
    }

    /// The library behind it.
    pub(crate) fn library(self) -> Rc<storage::Browser> {
        self.library.get_value()
    }

    /// Reads the list anew.
    pub(crate) fn refresh(self) {
        spawn_local(async move {
            let listing = self.library().list().await;
            self.listing.set(Some(listing));
        });
    }

    /// Keeps a new charter and gives the place to open it at. When no storage takes it, it is
    /// handed back: the caller opens it unsaved and says so.
    pub(crate) async fn keep(self, charter: &Charter) -> Result<RowId, SaveError> {
        let session = Session::fresh(charter);
        let title = title_of(charter);
        let work = Work {
            charter,
            title: &title,
            cursor: None,
            now_ms: clock::now_ms(),
        };
        self.library().save(&session, work).await?;
        Ok(charter.id.clone())
    }

    /// Makes an opened draft ready for the editor. Its signals belong to the current owner.
    pub(crate) fn opened(self, opened: Result<Opened, OpenError>) -> Result<OpenDraft, OpenError> {
        let opened = opened?;
        let saved = SaveState::Saved {
            at_ms: opened.record.meta.updated_ms,
        };
        let draft = OpenDraft::new(self, opened.record.charter, opened.session, saved);
        draft.set_aside.set(opened.damaged.len());
        draft
            .cursor
            .set(opened.record.meta.cursor.unwrap_or_default());
        Ok(draft)
    }
}

/// The document's own title.
pub(crate) fn title_of(charter: &Charter) -> String {
    let value = charter.field(field::charter_header::ID, field::charter_header::TITLE);
    value
        .and_then(|value| value.as_text())
        .map_or("", str::trim)
        .to_owned()
}

/// The open draft with its saving. Copies share it.
#[derive(Clone, Copy)]
pub(crate) struct OpenDraft {
    desk: Desk,
    /// The document.
    pub(crate) editor: Editor,
    session: StoredValue<Rc<Session>, LocalStorage>,
    autosave: StoredValue<Autosave>,
    timer: StoredValue<Option<TimeoutHandle>>,
    saving: StoredValue<bool>,
    /// What the user is told.
    pub(crate) state: RwSignal<SaveState>,
    /// Copies of this draft that could not be read and were set aside.
    pub(crate) set_aside: RwSignal<usize>,
    /// Where somebody is writing.
    pub(crate) cursor: RwSignal<Cursor>,
}

impl OpenDraft {
    fn new(desk: Desk, charter: Charter, session: Session, state: SaveState) -> OpenDraft {
        OpenDraft {
            desk,
            editor: Editor::new(charter),
            session: StoredValue::new_local(Rc::new(session)),
            autosave: StoredValue::new(Autosave::new(state.clone())),
            timer: StoredValue::new(None),
            saving: StoredValue::new(false),
            state: RwSignal::new(state),
            set_aside: RwSignal::new(0),
            cursor: RwSignal::new(Cursor::default()),
        }
    }

    /// Begins to save by itself; ends with the component that calls it.
    pub(crate) fn keep_saving(self) {
        let editor = self.editor;
        Effect::new(move |seen: Option<u64>| {
            let changes = editor.changes.get();
            if seen.is_some_and(|seen| seen != changes) {
                self.autosave
                    .update_value(|autosave| autosave.on_edit(clock::now_ms()));
                self.show();
                self.schedule();
            }
            changes
        });
        let hide = events::on_hide(move || self.save_before_leaving());
        // Asked only when saving fails: otherwise hiding the page has already saved it.
        let failed = move || {
            self.state
                .try_with_untracked(|state| matches!(state, SaveState::Failed { .. }))
                == Some(true)
        };
        StoredValue::new_local((hide, events::before_unload(failed)));
        on_cleanup(move || self.save_before_leaving());
    }

    fn show(self) {
        let state = self
            .autosave
            .with_value(|autosave| autosave.state().clone());
        if self.state.get_untracked() != state {
            self.state.set(state);
        }
    }

    /// Sets the clock for the next save.
    fn schedule(self) {
        let Some(due) = self.autosave.with_value(Autosave::due_at) else {
            return;
        };
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        let wait = Duration::from_millis(due.saturating_sub(clock::now_ms()));
        let timer = set_timeout_with_handle(move || self.save_if_due(), wait);
        self.timer.set_value(timer.ok());
    }

    fn save_if_due(self) {
        let now = clock::now_ms();
        let due = self.autosave.try_with_value(|autosave| autosave.due(now));
        match due {
            // The draft was closed in the meantime; closing saved it.
            None => {}
            Some(true) => self.save_now(),
            Some(false) => self.schedule(),
        }
    }

    /// Saves at once, if there is anything to save.
    pub(crate) fn save_now(self) {
        if self.saving.get_value() {
            return;
        }
        let Some(ticket) = self.autosave.try_update_value(Autosave::begin).flatten() else {
            return;
        };
        self.show();
        self.saving.set_value(true);
        let (library, session) = (self.desk.library(), self.session.get_value());
        let charter = self.editor.peek(Clone::clone);
        let cursor = Some(self.cursor.get_untracked());
        spawn_local(async move {
            let title = title_of(&charter);
            let now_ms = clock::now_ms();
            let work = Work {
                charter: &charter,
                title: &title,
                cursor,
                now_ms,
            };
            let result = library.save(&session, work).await;
            // The page may have moved on while the storage was writing.
            if self.saving.try_set_value(false).is_some() {
                return;
            }
            let now = clock::now_ms();
            match result {
                Ok(saved) => {
                    let kept = if saved.store.is_ok() {
                        Kept::Store
                    } else {
                        Kept::LocalOnly
                    };
                    self.autosave
                        .update_value(|autosave| autosave.on_saved(ticket, kept, now));
                }
                Err(SaveError::Conflict(_)) => {
                    self.autosave
                        .update_value(|autosave| autosave.on_failed("conflict", now));
                    self.part_ways(charter);
                }
                Err(error) => {
                    let reason = reason(&error);
                    self.autosave
                        .update_value(|autosave| autosave.on_failed(reason, now));
                }
            }
            self.show();
            self.schedule();
        });
    }

    /// Another tab has saved this draft: what is here goes on as a draft of its own.
    fn part_ways(self, charter: Charter) {
        let copy = copy_of(&charter, ids::new_id());
        self.session.set_value(Rc::new(Session::fresh(&copy)));
        let id = copy.id.clone();
        let section = Some(self.cursor.get_untracked().section);
        self.editor.adopt(id.clone());
        self.autosave.update_value(|autosave| autosave.retry_now());
        let desk = self.desk;
        desk.toasts
            .say(untrack(|| desk.words.get(ui::draft::CONFLICT)));
        // Leaving the page of the old id saves the copy; the new page opens it.
        desk.navigate.replace(Route::Draft { id, section });
    }

    /// The page is being hidden or closed: local storage takes what is not saved before this call
    /// returns, the store as far as the browser still lets it.
    fn save_before_leaving(self) {
        let unsaved = self.autosave.try_with_value(Autosave::unsaved);
        if unsaved != Some(true) {
            return;
        }
        let charter = self.editor.peek(Clone::clone);
        let title = title_of(&charter);
        let cursor = Some(self.cursor.get_untracked());
        let work = Work {
            charter: &charter,
            title: &title,
            cursor,
            now_ms: clock::now_ms(),
        };
        // Whatever comes of it, the slower way below is tried too, and it reports.
        drop(
            self.desk
                .library()
                .save_now(&self.session.get_value(), work),
        );
        self.save_now();
    }
}

fn reason(error: &SaveError) -> &'static str {
    use ops_charter::drafts::StoreError;
    match error {
        SaveError::Conflict(_) => "conflict",
        SaveError::TooNew { .. } => "too-new",
        SaveError::Failed {
            store: StoreError::Quota,
            ..
        }
        | SaveError::Failed {
            local: StoreError::Quota,
            ..
        } => "quota",
        SaveError::Failed { .. } => "storage",
    }
}
