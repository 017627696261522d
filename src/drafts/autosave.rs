//! When to save, and what to say about it.

/// What the user is told about the open draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// A new draft in which nothing was written yet.
    New,
    /// Everything is kept, read back and found equal.
    Saved {
        /// When, in milliseconds since 1970.
        at_ms: u64,
    },
    /// Kept only in local storage: safe when the tab closes, less so when the browser crashes.
    Fallback {
        /// When, in milliseconds since 1970.
        at_ms: u64,
    },
    /// Something is not saved yet.
    Dirty,
    /// Being saved.
    Saving,
    /// The last attempt failed; stays until one works.
    Failed {
        /// Why, in the words of [`super::StoreError`].
        reason: String,
    },
}

/// How well a version is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In the store, and if possible in local storage too.
    Store,
    /// In local storage only.
    LocalOnly,
}

/// Which edits an attempt covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket(u64);

/// Decides when to save: 400 ms after the last edit, at the latest 2 s after the first one that is
/// not saved, at once when the page is hidden, and again after a failure. Time is an argument, in
/// milliseconds of a clock that does not matter.
#[derive(Clone, Debug)]
pub struct Autosave {
    edits: u64,
    saved: u64,
    first_ms: u64,
    last_ms: u64,
    saving: Option<Ticket>,
    failures: u32,
    retry_ms: u64,
    state: SaveState,
}

impl Autosave {
    /// Quiet time after an edit.
    pub const IDLE_MS: u64 = 400;
    /// Longest time that an edit waits.
    pub const MAX_WAIT_MS: u64 = 2_000;
    /// Wait after the first failure; doubles up to [`Self::MAX_RETRY_MS`].
    pub const RETRY_MS: u64 = 2_000;
    /// Longest wait after a failure.
    pub const MAX_RETRY_MS: u64 = 30_000;

    /// For a draft in this state.
    pub fn new(state: SaveState) -> Autosave {
        Autosave {
            edits: 0,
            saved: 0,
            first_ms: 0,
            last_ms: 0,
            saving: None,
            failures: 0,
            retry_ms: 0,
            state,
        }
    }

    /// Something was edited.
    pub fn on_edit(&mut self, now_ms: u64) {
        // The edits that an attempt under way covers do not count as waiting.
        let covered = self.saving.map_or(self.saved, |ticket| ticket.0);
        if self.edits <= covered {
            self.first_ms = now_ms;
        }
        self.edits += 1;
        self.last_ms = now_ms;
        if self.failures == 0 && self.saving.is_none() {
            self.state = SaveState::Dirty;
        }
    }

    /// When to look again with [`Self::due`]; none while there is nothing to save or an attempt is
    /// under way.
    pub fn due_at(&self) -> Option<u64> {
        if self.saving.is_some() || !self.unsaved() {
            return None;
        }
        let quiet = self.last_ms.saturating_add(Self::IDLE_MS);
        let longest = self.first_ms.saturating_add(Self::MAX_WAIT_MS);
        Some(quiet.min(longest).max(self.retry_ms))
    }

    /// Whether to save now.
    pub fn due(&self, now_ms: u64) -> bool {
        self.due_at().is_some_and(|at| now_ms >= at)
    }

    /// Whether something is not known to be kept: flush when the page is hidden, warn when it is
    /// closed. True during an attempt too, as its end may never come.
    pub fn unsaved(&self) -> bool {
        self.edits > self.saved
    }

    /// An attempt begins: read the document now. None while another one is under way, or when
    /// there is nothing to save.
    pub fn begin(&mut self) -> Option<Ticket> {
        if self.saving.is_some() || !self.unsaved() {
            return None;
        }
        let ticket = Ticket(self.edits);
        self.saving = Some(ticket);
        if self.failures == 0 {
            self.state = SaveState::Saving;
        }
        Some(ticket)
    }

    /// The attempt ended well.
    pub fn on_saved(&mut self, ticket: Ticket, kept: Kept, now_ms: u64) {
        self.saving = None;
        self.failures = 0;
        self.retry_ms = 0;
        self.saved = self.saved.max(ticket.0);
        self.state = match kept {
            _ if self.unsaved() => SaveState::Dirty,
            Kept::Store => SaveState::Saved { at_ms: now_ms },
            Kept::LocalOnly => SaveState::Fallback { at_ms: now_ms },
        };
    }

    /// The attempt failed; nothing counts as saved.
    pub fn on_failed(&mut self, reason: &str, now_ms: u64) {
        self.saving = None;
        let wait = Self::RETRY_MS.saturating_mul(1 << self.failures.min(4));
        self.retry_ms = now_ms.saturating_add(wait.min(Self::MAX_RETRY_MS));
        self.failures = self.failures.saturating_add(1);
        self.state = SaveState::Failed {
            reason: reason.to_owned(),
        };
    }

    /// The user asks for another attempt, or the storage has room again: no more waiting.
    pub fn retry_now(&mut self) {
        self.retry_ms = 0;
    }

    /// What to tell the user.
    pub fn state(&self) -> &SaveState {
        &self.state
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    fn fresh() -> Autosave {
        Autosave::new(SaveState::New)
    }

    #[test]
    fn nothing_is_written_before_the_first_edit() {
        let mut autosave = fresh();
        assert_eq!(autosave.due_at(), None);
        assert!(!autosave.unsaved());
        assert_eq!(autosave.begin(), None);
        assert_eq!(autosave.state(), &SaveState::New);
    }

    #[test]
    fn saves_after_a_pause() {
        let mut autosave = fresh();
        autosave.on_edit(1_000);
        assert_eq!(autosave.state(), &SaveState::Dirty);
        assert!(!autosave.due(1_399));
        assert!(autosave.due(1_400));
        autosave.on_edit(1_300);
        assert!(!autosave.due(1_400));
        assert!(autosave.due(1_700));
    }

    #[test]
    fn endless_typing_waits_two_seconds_at_most() {
        let mut autosave = fresh();
        for at in (1_000..=2_900).step_by(100) {
            autosave.on_edit(at);
            assert!(!autosave.due(at), "{at}");
        }
        assert_eq!(autosave.due_at(), Some(3_000));
    }

    #[test]
    fn edits_during_an_attempt_wait_for_the_next_one() {
        let mut autosave = fresh();
        autosave.on_edit(0);
        let first = autosave.begin().expect("something to save");
        assert_eq!(autosave.state(), &SaveState::Saving);
        assert_eq!(autosave.begin(), None, "one attempt at a time");
        autosave.on_edit(5_000);
        assert!(!autosave.due(9_000));
        autosave.on_saved(first, Kept::Store, 5_100);
        assert_eq!(autosave.state(), &SaveState::Dirty);
        assert_eq!(autosave.due_at(), Some(5_400));
        let second = autosave.begin().expect("the later edit");
        autosave.on_saved(second, Kept::Store, 5_500);
        assert_eq!(autosave.state(), &SaveState::Saved { at_ms: 5_500 });
        assert!(!autosave.unsaved());
    }

    #[test]
    fn unsaved_until_the_attempt_has_ended() {
        let mut autosave = fresh();
        autosave.on_edit(0);
        let ticket = autosave.begin().expect("something to save");
        assert!(autosave.unsaved());
        autosave.on_saved(ticket, Kept::LocalOnly, 10);
        assert!(!autosave.unsaved());
        assert_eq!(autosave.state(), &SaveState::Fallback { at_ms: 10 });
    }

    #[test]
    fn a_failure_shows_until_an_attempt_works_and_waits_longer_each_time() {
        let failed = SaveState::Failed {
            reason: "full".to_owned(),
        };
        let mut autosave = fresh();
        autosave.on_edit(0);
        let mut waits = Vec::new();
        for _ in 0..6 {
            autosave.begin();
            autosave.on_failed("full", 100_000);
            assert_eq!(autosave.state(), &failed);
            waits.push(autosave.due_at().expect("a retry") - 100_000);
        }
        assert_eq!(waits, [2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
        autosave.on_edit(100_100);
        assert_eq!(autosave.state(), &failed, "typing does not hide it");
        autosave.retry_now();
        assert!(autosave.due(100_500));
        let ticket = autosave.begin().expect("still unsaved");
        assert_eq!(autosave.state(), &failed);
        autosave.on_saved(ticket, Kept::Store, 100_600);
        assert_eq!(autosave.state(), &SaveState::Saved { at_ms: 100_600 });
    }
}
