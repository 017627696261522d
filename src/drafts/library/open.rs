//! Opening a draft.

use super::{Copies, Library, Session};
use crate::drafts::{
    Damaged, Local, Opening, Record, Source, Store, StoreError, newest_valid, seal,
};
use crate::model::RowId;

/// An opened draft.
#[derive(Debug)]
pub struct Opened {
    /// The newest whole copy.
    pub record: Record,
    /// To be passed to every save of this draft in this tab.
    pub session: Session,
    /// Copies that could not be read; their raw texts are in the quarantine.
    pub damaged: Vec<Damaged>,
    /// Copies with somebody else's work on the same revision; they are in the quarantine and can
    /// be opened as drafts of their own.
    pub rivals: usize,
    /// Whether the store could be read; if not, a newer copy may be there.
    pub store: Result<(), StoreError>,
}

/// Why a draft could not be opened. Nothing was changed.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    /// No copy anywhere.
    NotFound,
    /// No copy can be read; the raw texts are here and in the quarantine.
    Damaged(Vec<Damaged>),
    /// A newer version of the program wrote it.
    TooNew {
        /// Its form.
        version: u32,
    },
    /// No storage could be read.
    Unavailable(StoreError),
}

impl<S: Store, L: Local> Library<S, L> {
    /// Opens a draft, setting damaged copies aside.
    pub async fn open(&self, id: &RowId) -> Result<Opened, OpenError> {
        let copies = self.copies(id).await;
        let store = copies.store();
        let opening = copies.newest()?;
        let mut held: Vec<Source> = Vec::new();
        for copy in &opening.damaged {
            if self.set_aside(id, copy.source, &copy.raw).await.is_err() {
                held.push(copy.source);
            }
        }
        for (source, rival) in &opening.rivals {
            if self.set_aside(id, *source, &seal(rival)).await.is_err() {
                held.push(*source);
            }
        }
        let Some(record) = opening.record else {
            return Err(OpenError::Damaged(opening.damaged));
        };
        let session = Session::opened(&record.meta, held);
        for (_, rival) in &opening.rivals {
            session.knows(&rival.meta);
        }
        Ok(Opened {
            record,
            session,
            damaged: opening.damaged,
            rivals: opening.rivals.len(),
            store,
        })
    }

    /// The newest whole copy, for changes that need no session.
    pub(super) async fn newest(&self, id: &RowId) -> Result<Record, OpenError> {
        let opening = self.copies(id).await.newest()?;
        opening.record.ok_or(OpenError::Damaged(opening.damaged))
    }
}

impl Copies {
    /// Whether both slots of the store could be read.
    pub(super) fn store(&self) -> Result<(), StoreError> {
        for slot in &self.slots {
            if let Err(error) = slot {
                return Err(error.clone());
            }
        }
        Ok(())
    }

    /// Something was found, and nothing of a newer version of the program.
    fn newest(&self) -> Result<Opening, OpenError> {
        let found = self.found();
        let found: Vec<_> = found
            .map(|(source, raw)| (source, Some(raw.to_owned())))
            .collect();
        if found.is_empty() {
            return Err(match self.store() {
                Err(error) => OpenError::Unavailable(error),
                Ok(()) => OpenError::NotFound,
            });
        }
        let opening = newest_valid(found);
        match opening.too_new {
            Some(version) => Err(OpenError::TooNew { version }),
            None => Ok(opening),
        }
    }
}
