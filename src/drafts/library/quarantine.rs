//! Copies that were set aside, with every byte they had.

use super::{Library, Session, ShelfError};
use crate::drafts::{
    Area, DraftMeta, Local, Source, Store, StoreError, Write, checksum, header, keys, open,
};
use crate::model::RowId;
use crate::sorted::sort_by;

/// A copy in the quarantine.
#[derive(Clone, Debug, PartialEq)]
pub struct SetAside {
    /// `<id>/<source>/<checksum>`.
    pub key: String,
    /// The draft it belongs to.
    pub id: RowId,
    /// The text as it was.
    pub raw: String,
    /// The library's line, when the copy is whole: another tab's work, not damage.
    pub meta: Option<DraftMeta>,
}

fn key(id: &RowId, source: Source, raw: &str) -> String {
    format!("{id}/{source}/{:016x}", checksum(raw))
}

impl<S: Store, L: Local> Library<S, L> {
    /// Keeps a raw copy, in the store or else in local storage. The same copy again is kept once.
    pub(super) async fn set_aside(
        &self,
        id: &RowId,
        source: Source,
        raw: &str,
    ) -> Result<(), StoreError> {
        let write = Write {
            area: Area::Quarantine,
            key: key(id, source, raw),
            text: raw.to_owned(),
        };
        match self.store.put_verified(&[write]).await {
            Ok(()) => Ok(()),
            Err(_) => self.set_aside_local(id, source, raw),
        }
    }

    /// The same at once, in local storage.
    pub(super) fn set_aside_local(
        &self,
        id: &RowId,
        source: Source,
        raw: &str,
    ) -> Result<(), StoreError> {
        let key = format!("{}{}", keys::LOCAL_QUARANTINE, key(id, source, raw));
        self.local.set_verified(&key, raw)
    }

    /// Everything that was set aside. A storage that cannot be read counts as empty.
    pub async fn quarantine(&self) -> Vec<SetAside> {
        let mut all = self
            .store
            .get_all(Area::Quarantine)
            .await
            .unwrap_or_default();
        for name in self.local.keys().unwrap_or_default() {
            if let Some(key) = name.strip_prefix(keys::LOCAL_QUARANTINE)
                && let Ok(Some(raw)) = self.local.get(&name)
            {
                all.push((key.to_owned(), raw));
            }
        }
        sort_by(&mut all, |a, b| a > b);
        all.dedup();
        all.into_iter()
            .map(|(key, raw)| SetAside {
                id: keys::draft_of(&key),
                meta: header(&raw).ok(),
                key,
                raw,
            })
            .collect()
    }

    /// Deletes a copy for good.
    pub async fn discard(&self, copy: &SetAside) -> Result<(), StoreError> {
        let local = self
            .local
            .remove(&format!("{}{}", keys::LOCAL_QUARANTINE, copy.key));
        let store = self
            .store
            .delete(&[(Area::Quarantine, copy.key.clone())])
            .await;
        store.or(local)
    }

    /// Makes a draft of its own from a copy that is whole.
    pub async fn recover(
        &self,
        copy: &SetAside,
        new_id: RowId,
        now_ms: u64,
    ) -> Result<DraftMeta, ShelfError> {
        let record = open(&copy.raw).map_err(ShelfError::Unreadable)?;
        let charter = super::copy_of(&record.charter, new_id);
        let work = super::Work {
            charter: &charter,
            title: &record.meta.title,
            cursor: record.meta.cursor,
            now_ms,
        };
        let saved = self.save(&Session::fresh(&charter), work).await?;
        Ok(saved.meta)
    }
}
