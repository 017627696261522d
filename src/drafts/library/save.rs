//! Saving a draft.

use super::{Copies, Library};
use crate::drafts::record::seal_settled;
use crate::drafts::{
    Area, Cursor, DraftMeta, Local, Record, RecordError, Source, Store, StoreError, Write, header,
    keys, seal_index,
};
use crate::model::{Charter, RowId};
use std::cell::{Cell, RefCell};

/// One tab's hold on one draft: which versions it has seen and which places it must not write.
#[derive(Debug)]
pub struct Session {
    id: RowId,
    /// Last revision given out; only grows, so that a late write never looks newer.
    revision: Cell<u64>,
    generation: Cell<u64>,
    /// Last revision that is known to be stored.
    stored: Cell<u64>,
    /// Versions of others that this one builds on or has put aside.
    known: RefCell<Vec<(u64, RowId)>>,
    held: Vec<Source>,
}

impl Session {
    /// For a draft that is not stored yet: new, imported or copied.
    pub fn fresh(charter: &Charter) -> Session {
        Session {
            id: charter.id.clone(),
            revision: Cell::new(charter.lineage.revision),
            generation: Cell::new(0),
            stored: Cell::new(charter.lineage.revision),
            known: RefCell::default(),
            held: Vec::new(),
        }
    }

    pub(super) fn opened(meta: &DraftMeta, held: Vec<Source>) -> Session {
        let session = Session {
            id: meta.id.clone(),
            revision: Cell::new(meta.revision),
            generation: Cell::new(meta.generation),
            stored: Cell::new(meta.revision),
            known: RefCell::default(),
            held,
        };
        session.knows(meta);
        session
    }

    /// The draft.
    pub fn id(&self) -> &RowId {
        &self.id
    }

    /// The last revision that was given out.
    pub fn revision(&self) -> u64 {
        self.revision.get()
    }

    pub(super) fn knows(&self, meta: &DraftMeta) {
        let version = (meta.revision, meta.writer.clone());
        self.known.borrow_mut().push(version);
    }

    /// Whether a stored version is somebody else's and not older than what this tab builds on.
    fn conflicts(&self, meta: &DraftMeta, writer: &RowId) -> bool {
        let known =
            |(revision, by): &(u64, RowId)| *revision == meta.revision && *by == meta.writer;
        meta.writer != *writer
            && meta.revision >= self.stored.get()
            && !self.known.borrow().iter().any(known)
    }
}

/// What is to be saved.
#[derive(Clone, Debug)]
pub struct Work<'a> {
    /// The document as it is now.
    pub charter: &'a Charter,
    /// Its title.
    pub title: &'a str,
    /// Where somebody is writing.
    pub cursor: Option<Cursor>,
    /// Now, in milliseconds since 1970.
    pub now_ms: u64,
}

/// A version that is kept in at least one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// What the library shows now.
    pub meta: DraftMeta,
    /// The store's answer; an error means that only local storage has it.
    pub store: Result<(), StoreError>,
    /// Local storage's answer; an error is normal for large drafts.
    pub local: Result<(), StoreError>,
}

/// Why nothing was saved. The earlier versions are as they were.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveError {
    /// Another tab has saved since; keep both by saving a copy, see [`super::copy_of`].
    Conflict(Box<DraftMeta>),
    /// A newer version of the program has saved since.
    TooNew {
        /// Its form.
        version: u32,
    },
    /// Neither storage took it.
    Failed {
        /// The store's answer.
        store: StoreError,
        /// Local storage's answer.
        local: StoreError,
    },
}

impl<S: Store, L: Local> Library<S, L> {
    /// Saves to both storages and reads back. One call at a time for each draft.
    pub async fn save(&self, session: &Session, work: Work<'_>) -> Result<Saved, SaveError> {
        let copies = self.copies(&session.id).await;
        let stored = self.check(session, &copies)?;
        let record = self.next_record(session, &work, stored.as_ref());
        self.write(session, &copies, &record).await
    }

    /// Saves to local storage only, before this call returns: for a page that is being closed.
    /// Call [`Self::save`] as well; whichever ends later does not undo the other.
    ///
    /// When another tab has saved since, the work goes into the quarantine of local storage.
    pub fn save_now(&self, session: &Session, work: Work<'_>) -> Result<Saved, SaveError> {
        let copies = Copies {
            slots: [Ok(None), Ok(None)],
            local: self.local.get(&keys::local_draft(&session.id)),
        };
        let stored = self.check(session, &copies);
        let known = stored.as_ref().ok().and_then(Option::as_ref);
        let record = self.next_record(session, &work, known);
        let (meta, text) = seal_settled(&record);
        if let Err(error) = stored {
            drop(self.set_aside_local(&session.id, Source::Local, &text));
            return Err(error);
        }
        match self.write_local(session, &copies.local, &meta, &text) {
            Ok(()) => {
                self.update_index(&session.id, Some(&meta));
                Ok(Saved {
                    meta,
                    store: Err(StoreError::Missing),
                    local: Ok(()),
                })
            }
            Err(local) => Err(SaveError::Failed {
                store: StoreError::Missing,
                local,
            }),
        }
    }

    /// The newest stored line of the draft, if nothing forbids to write.
    pub(super) fn check(
        &self,
        session: &Session,
        copies: &Copies,
    ) -> Result<Option<DraftMeta>, SaveError> {
        let mut newest: Option<DraftMeta> = None;
        for (_, raw) in copies.found() {
            match header(raw) {
                Err(RecordError::TooNew { version }) => return Err(SaveError::TooNew { version }),
                Ok(meta) if session.conflicts(&meta, &self.writer) => {
                    return Err(SaveError::Conflict(Box::new(meta)));
                }
                Ok(meta) => {
                    let older = newest.as_ref().map(|newest| newest.generation);
                    if older.is_none_or(|older| older < meta.generation) {
                        newest = Some(meta);
                    }
                }
                // Set aside before it is written over, see `room`.
                Err(_) => {}
            }
        }
        Ok(newest)
    }

    pub(super) fn next_record(
        &self,
        session: &Session,
        work: &Work<'_>,
        stored: Option<&DraftMeta>,
    ) -> Record {
        let base = stored.cloned().unwrap_or_default();
        session
            .revision
            .set(session.revision.get().max(base.revision) + 1);
        session
            .generation
            .set(session.generation.get().max(base.generation) + 1);
        let meta = DraftMeta {
            id: session.id.clone(),
            title: work.title.to_owned(),
            updated_ms: work.now_ms,
            revision: session.revision.get(),
            generation: session.generation.get(),
            writer: self.writer.clone(),
            cursor: work.cursor.clone(),
            // Who goes on writing in a deleted draft wants it back.
            deleted_ms: None,
            // The name may have been changed since, in the library or in another tab.
            ..base
        };
        Record {
            meta,
            charter: work.charter.clone(),
        }
    }

    pub(super) async fn write(
        &self,
        session: &Session,
        copies: &Copies,
        record: &Record,
    ) -> Result<Saved, SaveError> {
        let (meta, text) = seal_settled(record);
        // Local storage first: it is synchronous and there even if the tab goes in the meantime.
        let now = self.local.get(&keys::local_draft(&session.id));
        if let Ok(Some(raw)) = &now
            && let Ok(other) = header(raw)
            && session.conflicts(&other, &self.writer)
        {
            return Err(SaveError::Conflict(Box::new(other)));
        }
        let local = match self.room(session, Source::Local, &now).await {
            Ok(()) => self.write_local(session, &now, &meta, &text),
            Err(error) => Err(error),
        };
        let store = self.write_store(session, copies, &meta, &text).await;
        match (store, local) {
            (Err(store), Err(local)) => Err(SaveError::Failed { store, local }),
            (store, local) => {
                session.stored.set(session.stored.get().max(meta.revision));
                self.update_index(&session.id, Some(&meta));
                Ok(Saved { meta, store, local })
            }
        }
    }

    /// Makes sure that what lies in a place may be written over.
    async fn room(
        &self,
        session: &Session,
        source: Source,
        raw: &Result<Option<String>, StoreError>,
    ) -> Result<(), StoreError> {
        if session.held.contains(&source) {
            return Err(StoreError::Corrupt);
        }
        match raw {
            Err(error) => Err(error.clone()),
            Ok(Some(raw)) if header(raw).is_err() => self.set_aside(&session.id, source, raw).await,
            Ok(_) => Ok(()),
        }
    }

    fn write_local(
        &self,
        session: &Session,
        now: &Result<Option<String>, StoreError>,
        meta: &DraftMeta,
        text: &str,
    ) -> Result<(), StoreError> {
        match now {
            Err(error) => return Err(error.clone()),
            _ if session.held.contains(&Source::Local) => return Err(StoreError::Corrupt),
            Ok(Some(raw)) => match header(raw) {
                // A flush of this tab has overtaken this save.
                Ok(there) if there.writer == self.writer && there.revision > meta.revision => {
                    return Ok(());
                }
                Ok(_) => {}
                Err(_) => self.set_aside_local(&session.id, Source::Local, raw)?,
            },
            Ok(None) => {}
        }
        self.local
            .set_verified(&keys::local_draft(&session.id), text)
    }

    /// Writes over the slot that does not hold the newest whole copy.
    async fn write_store(
        &self,
        session: &Session,
        copies: &Copies,
        meta: &DraftMeta,
        text: &str,
    ) -> Result<(), StoreError> {
        copies.store()?;
        let age = |raw: &Result<Option<String>, StoreError>| {
            let raw = raw.as_ref().ok().and_then(Option::as_deref);
            raw.and_then(|raw| header(raw).ok())
                .map(|meta| meta.generation)
        };
        let [first, second] = &copies.slots;
        let free = |slot| !session.held.contains(&Source::Slot(slot));
        // None is less than any generation: empty and damaged slots are taken first.
        let (slot, raw) = if age(first) <= age(second) && free(0) || !free(1) {
            (0, first)
        } else {
            (1, second)
        };
        self.room(session, Source::Slot(slot), raw).await?;
        let line = seal_index(std::slice::from_ref(meta));
        self.store
            .put_verified(&[
                Write {
                    area: Area::Drafts,
                    key: keys::slot(&session.id, slot),
                    text: text.to_owned(),
                },
                Write {
                    area: Area::Meta,
                    key: session.id.to_string(),
                    text: line,
                },
            ])
            .await
    }
}
