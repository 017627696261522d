//! Drafts: keeping what was typed, whatever happens to a tab, a browser or a storage.
//!
//! Nothing here knows a browser. A draft is a sealed text ([`seal`], [`open`]) that lies in up to
//! three places: two alternating generations in the large storage ([`Store`], IndexedDB in the
//! page) and one copy in the synchronous one ([`Local`], local storage). Opening takes the newest
//! that is whole ([`newest_valid`]); a damaged copy is set aside with its raw text before anything
//! is written over it. [`Library`] is the one door to all of it, [`Autosave`] says when to save,
//! [`History`] undoes.
//!
//! Two counters, two meanings: `revision` counts versions of the content, `generation` counts
//! writes. A renamed draft has a new generation, but no new revision, so that renaming never
//! conflicts with somebody who is writing.

mod autosave;
mod checksum;
mod history;
mod index;
pub mod keys;
mod library;
mod memory;
mod newest;
mod record;
mod rescue;
mod store;

pub use autosave::{Autosave, Kept, SaveState, Ticket};
pub use checksum::checksum;
pub use history::{EditKey, History};
pub use index::{open_index, seal_index};
pub use library::{
    Library, Listing, OpenError, Opened, SaveError, Saved, Session, SetAside, ShelfError, Work,
    copy_of,
};
pub use memory::{Fault, MemoryLocal, MemoryStore};
pub use newest::{Damaged, Opening, Source, newest_valid};
pub use record::{Cursor, DraftMeta, Record, RecordError, header, open, seal};
pub use rescue::open_rescue;
pub use store::{Area, Local, Store, StoreError, Write};
