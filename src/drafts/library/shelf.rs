//! Renaming, duplicating, deleting: what is done to drafts without opening them.

use super::{Library, OpenError, SaveError, Session, Work};
use crate::drafts::{Area, DraftMeta, Local, RecordError, Store, StoreError, keys};
use crate::model::{Charter, RowId};

/// Why the shelf is as it was.
#[derive(Clone, Debug, PartialEq)]
pub enum ShelfError {
    /// The draft could not be read.
    Open(OpenError),
    /// The change could not be written.
    Save(SaveError),
    /// A storage did not delete.
    Store(StoreError),
    /// Only deleted drafts can be deleted for good.
    NotInTrash,
    /// A copy in the quarantine that cannot be read.
    Unreadable(RecordError),
}

impl From<OpenError> for ShelfError {
    fn from(error: OpenError) -> ShelfError {
        ShelfError::Open(error)
    }
}

impl From<SaveError> for ShelfError {
    fn from(error: SaveError) -> ShelfError {
        ShelfError::Save(error)
    }
}

/// The same document as a draft of its own: a new id for the draft, the line of descent kept, all
/// ids of sections and rows kept, so that the two can be compared and merged later.
pub fn copy_of(charter: &Charter, new_id: RowId) -> Charter {
    let mut copy = charter.clone();
    if copy.lineage.draft.as_str().is_empty() {
        copy.lineage.draft = charter.id.clone();
    }
    copy.lineage.parent = Some(charter.lineage.revision);
    copy.id = new_id;
    copy
}

impl<S: Store, L: Local> Library<S, L> {
    /// Days that a deleted draft is kept.
    pub const TRASH_DAYS: u64 = 30;

    /// Gives a draft the user's own name; an empty one goes back to the document's title.
    pub async fn rename(&self, id: &RowId, name: &str) -> Result<DraftMeta, ShelfError> {
        let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        self.amend(id, |meta| meta.name = name).await
    }

    /// Puts a draft into the trash.
    pub async fn delete(&self, id: &RowId, now_ms: u64) -> Result<DraftMeta, ShelfError> {
        self.amend(id, |meta| meta.deleted_ms = Some(now_ms)).await
    }

    /// Takes a draft out of the trash.
    pub async fn restore(&self, id: &RowId) -> Result<DraftMeta, ShelfError> {
        self.amend(id, |meta| meta.deleted_ms = None).await
    }

    /// Copies a draft under a new id and name.
    pub async fn duplicate(
        &self,
        id: &RowId,
        new_id: RowId,
        name: &str,
        now_ms: u64,
    ) -> Result<DraftMeta, ShelfError> {
        let record = self.newest(id).await?;
        let charter = copy_of(&record.charter, new_id);
        let session = Session::fresh(&charter);
        let work = Work {
            charter: &charter,
            title: &record.meta.title,
            cursor: record.meta.cursor.clone(),
            now_ms,
        };
        let saved = self.save(&session, work).await?;
        if name.trim().is_empty() {
            return Ok(saved.meta);
        }
        self.rename(session.id(), name).await
    }

    /// Deletes a draft in the trash for good.
    pub async fn purge(&self, id: &RowId) -> Result<(), ShelfError> {
        match self.newest(id).await {
            Ok(record) if record.meta.deleted_ms.is_none() => return Err(ShelfError::NotInTrash),
            Ok(_) => {}
            // A damaged draft can be thrown away; its raw copies stay in the quarantine.
            Err(OpenError::Damaged(copies)) => {
                for copy in copies {
                    let kept = self.set_aside(id, copy.source, &copy.raw).await;
                    kept.map_err(ShelfError::Store)?;
                }
            }
            Err(error) => return Err(error.into()),
        }
        let store = self
            .store
            .delete(&[
                (Area::Drafts, keys::slot(id, 0)),
                (Area::Drafts, keys::slot(id, 1)),
                (Area::Meta, id.to_string()),
            ])
            .await;
        match store {
            Ok(()) | Err(StoreError::Missing) => {}
            Err(error) => return Err(ShelfError::Store(error)),
        }
        match self.local.remove(&keys::local_draft(id)) {
            // A blocked local storage has no copy that could come back.
            Ok(()) | Err(StoreError::Missing | StoreError::Blocked) => {}
            Err(error) => return Err(ShelfError::Store(error)),
        }
        self.update_index(id, None);
        Ok(())
    }

    /// Deletes for good what has been in the trash for 30 days. Returns what is gone; what could
    /// not be deleted stays for the next time.
    pub async fn purge_expired(&self, now_ms: u64) -> Vec<RowId> {
        const DAY_MS: u64 = 24 * 60 * 60 * 1_000;
        let mut gone = Vec::new();
        for meta in self.list().await.trash {
            let since = meta.deleted_ms.unwrap_or(now_ms);
            if now_ms.saturating_sub(since) >= Self::TRASH_DAYS * DAY_MS
                && self.purge(&meta.id).await.is_ok()
            {
                gone.push(meta.id);
            }
        }
        gone
    }

    /// Deletes for good everything in the trash; stops at the first failure.
    pub async fn empty_trash(&self) -> Result<(), ShelfError> {
        for meta in self.list().await.trash {
            self.purge(&meta.id).await?;
        }
        Ok(())
    }

    /// Changes the library's line of a draft: a new generation of the same revision by the same
    /// writer, so that no session takes it for somebody else's work.
    async fn amend(
        &self,
        id: &RowId,
        change: impl FnOnce(&mut DraftMeta),
    ) -> Result<DraftMeta, ShelfError> {
        let opened = self.open(id).await?;
        let copies = self.copies(id).await;
        let mut record = opened.record;
        change(&mut record.meta);
        record.meta.generation = record.meta.generation.saturating_add(1);
        let saved = self.write(&opened.session, &copies, &record).await?;
        Ok(saved.meta)
    }
}
