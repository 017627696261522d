//! The one door to stored drafts: list, open, save, rename, duplicate, delete, set aside.

mod open;
mod quarantine;
mod save;
mod shelf;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;

pub use open::{OpenError, Opened};
pub use quarantine::SetAside;
pub use save::{SaveError, Saved, Session, Work};
pub use shelf::{ShelfError, copy_of};

use super::{
    Area, DraftMeta, Local, RecordError, Source, Store, StoreError, header, keys, open_index,
    seal_index,
};
use crate::model::RowId;
use crate::sorted::sort_by_key;
use std::collections::{BTreeMap, BTreeSet};

/// All drafts in a store and a local storage, either of which may be missing.
#[derive(Clone, Debug)]
pub struct Library<S, L> {
    store: S,
    local: L,
    writer: RowId,
}

/// What the library shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// Drafts, the one written last first.
    pub drafts: Vec<DraftMeta>,
    /// Deleted drafts, the one deleted last first.
    pub trash: Vec<DraftMeta>,
    /// Drafts of which no copy can be read.
    pub damaged: Vec<RowId>,
    /// Drafts of a newer version of the program.
    pub too_new: Vec<RowId>,
    /// Whether the store could be read; if not, drafts may be missing here.
    pub store: Result<(), StoreError>,
    /// Whether local storage could be read.
    pub local: Result<(), StoreError>,
}

/// The raw copies of one draft.
struct Copies {
    slots: [Result<Option<String>, StoreError>; 2],
    local: Result<Option<String>, StoreError>,
}

impl Copies {
    /// All copies that could be fetched, the store's first.
    fn found(&self) -> impl Iterator<Item = (Source, &str)> {
        let [first, second] = &self.slots;
        [
            (Source::Slot(0), first),
            (Source::Slot(1), second),
            (Source::Local, &self.local),
        ]
        .into_iter()
        .filter_map(|(source, raw)| Some((source, raw.as_ref().ok()?.as_deref()?)))
    }
}

/// What a draft's copies say about it without being read in full.
enum Peek {
    Meta(Box<DraftMeta>),
    Damaged,
    TooNew,
}

impl<S: Store, L: Local> Library<S, L> {
    /// `writer` is a random id of this tab; two tabs must not share one.
    pub fn new(store: S, local: L, writer: RowId) -> Library<S, L> {
        Library {
            store,
            local,
            writer,
        }
    }

    /// All drafts. Storages that cannot be read are named in the listing, not an error.
    pub async fn list(&self) -> Listing {
        let rows = self.store.get_all(Area::Meta).await;
        let stored = self.store.keys(Area::Drafts).await;
        let local = self.local.keys();
        let mut known: BTreeMap<RowId, DraftMeta> = BTreeMap::new();
        let rows = rows.unwrap_or_default();
        let rows = rows.iter().filter_map(|(_, row)| open_index(row).ok());
        for meta in rows.flatten().chain(self.index()) {
            match known.get(&meta.id) {
                Some(other) if other.generation >= meta.generation => {}
                _ => drop(known.insert(meta.id.clone(), meta)),
            }
        }
        let mut ids: BTreeSet<RowId> = BTreeSet::new();
        ids.extend(stored.iter().flatten().map(|key| keys::draft_of(key)));
        let prefixed = local.iter().flatten();
        ids.extend(prefixed.filter_map(|key| key.strip_prefix(keys::LOCAL_DRAFT).map(RowId::from)));
        if stored.is_err() || local.is_err() {
            // What cannot be looked for now is not gone.
            ids.extend(known.keys().cloned());
        }
        let mut listing = Listing {
            drafts: Vec::new(),
            trash: Vec::new(),
            damaged: Vec::new(),
            too_new: Vec::new(),
            store: stored.map(drop),
            local: local.map(drop),
        };
        for id in ids {
            let meta = match known.remove(&id) {
                Some(meta) => Peek::Meta(Box::new(meta)),
                None => peek(&self.copies(&id).await),
            };
            match meta {
                Peek::Meta(meta) if meta.deleted_ms.is_some() => listing.trash.push(*meta),
                Peek::Meta(meta) => listing.drafts.push(*meta),
                Peek::Damaged => listing.damaged.push(id),
                Peek::TooNew => listing.too_new.push(id),
            }
        }
        let newest_first = std::cmp::Reverse::<u64>;
        sort_by_key(&mut listing.drafts, |meta| newest_first(meta.updated_ms));
        let deleted = |meta: &DraftMeta| newest_first(meta.deleted_ms.unwrap_or(0));
        sort_by_key(&mut listing.trash, deleted);
        listing
    }

    async fn copies(&self, id: &RowId) -> Copies {
        Copies {
            slots: [
                self.store.get(Area::Drafts, &keys::slot(id, 0)).await,
                self.store.get(Area::Drafts, &keys::slot(id, 1)).await,
            ],
            local: self.local.get(&keys::local_draft(id)),
        }
    }

    /// The list in local storage; empty when it is damaged, as records fill the gaps.
    fn index(&self) -> Vec<DraftMeta> {
        let text = self.local.get(keys::LOCAL_INDEX).ok().flatten();
        text.and_then(|text| open_index(&text).ok())
            .unwrap_or_default()
    }

    /// Puts a line into the list in local storage, or takes it out. A failure does no harm: the
    /// list is a cache.
    fn update_index(&self, id: &RowId, meta: Option<&DraftMeta>) {
        let mut index = self.index();
        index.retain(|other| other.id != *id);
        index.extend(meta.cloned());
        // Nothing is lost without the list, so a full or blocked storage is not reported here.
        drop(self.local.set(keys::LOCAL_INDEX, &seal_index(&index)));
    }
}

fn peek(copies: &Copies) -> Peek {
    let mut best: Option<DraftMeta> = None;
    for (_, raw) in copies.found() {
        match header(raw) {
            Ok(meta) => {
                if best
                    .as_ref()
                    .is_none_or(|best| meta.generation > best.generation)
                {
                    best = Some(meta);
                }
            }
            Err(RecordError::TooNew { .. }) => return Peek::TooNew,
            Err(_) => {}
        }
    }
    best.map_or(Peek::Damaged, |meta| Peek::Meta(Box::new(meta)))
}
