//! What a storage must be able to do.

use std::fmt;
use std::future::Future;

/// Why a storage did not do what it was asked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// Switched off by a setting, a policy or a private window, or held by another tab.
    Blocked,
    /// Full.
    Quota,
    /// This browser has none.
    Missing,
    /// What was read back is not what was written.
    Corrupt,
    /// Anything else, in the browser's words.
    Other(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            StoreError::Blocked => "blocked",
            StoreError::Quota => "full",
            StoreError::Missing => "missing",
            StoreError::Corrupt => "read back differently",
            StoreError::Other(text) => text,
        })
    }
}

impl std::error::Error for StoreError {}

/// A part of the store with its own keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Area {
    /// Sealed drafts, `<id>/0` and `<id>/1`.
    Drafts,
    /// The library's line of each draft, sealed, under `<id>`.
    Meta,
    /// Raw copies set aside, `<id>/<source>/<checksum>`.
    Quarantine,
}

impl Area {
    /// All areas, in the order in which the database makes them.
    pub const ALL: [Area; 3] = [Area::Drafts, Area::Meta, Area::Quarantine];

    /// Name of the object store.
    pub fn name(self) -> &'static str {
        match self {
            Area::Drafts => "drafts",
            Area::Meta => "meta",
            Area::Quarantine => "quarantine",
        }
    }
}

/// One text to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// Where.
    pub area: Area,
    /// Under which key.
    pub key: String,
    /// What.
    pub text: String,
}

/// The large storage. Single-threaded: futures need not be `Send`.
pub trait Store {
    /// The text under a key.
    fn get(
        &self,
        area: Area,
        key: &str,
    ) -> impl Future<Output = Result<Option<String>, StoreError>>;

    /// Everything in an area, by key.
    fn get_all(
        &self,
        area: Area,
    ) -> impl Future<Output = Result<Vec<(String, String)>, StoreError>>;

    /// The keys of an area, in order.
    fn keys(&self, area: Area) -> impl Future<Output = Result<Vec<String>, StoreError>>;

    /// Writes all or nothing; done when the storage says that it has been committed.
    fn put(&self, writes: &[Write]) -> impl Future<Output = Result<(), StoreError>>;

    /// Deletes all or nothing; keys that are not there do no harm.
    fn delete(&self, keys: &[(Area, String)]) -> impl Future<Output = Result<(), StoreError>>;

    /// Writes and believes only what it reads back.
    fn put_verified(&self, writes: &[Write]) -> impl Future<Output = Result<(), StoreError>> {
        async move {
            self.put(writes).await?;
            for write in writes {
                if self.get(write.area, &write.key).await?.as_deref() != Some(&write.text) {
                    return Err(StoreError::Corrupt);
                }
            }
            Ok(())
        }
    }
}

/// A store that may be missing.
impl<S: Store> Store for Option<S> {
    async fn get(&self, area: Area, key: &str) -> Result<Option<String>, StoreError> {
        match self {
            Some(store) => store.get(area, key).await,
            None => Err(StoreError::Missing),
        }
    }

    async fn get_all(&self, area: Area) -> Result<Vec<(String, String)>, StoreError> {
        match self {
            Some(store) => store.get_all(area).await,
            None => Err(StoreError::Missing),
        }
    }

    async fn keys(&self, area: Area) -> Result<Vec<String>, StoreError> {
        match self {
            Some(store) => store.keys(area).await,
            None => Err(StoreError::Missing),
        }
    }

    async fn put(&self, writes: &[Write]) -> Result<(), StoreError> {
        match self {
            Some(store) => store.put(writes).await,
            None => Err(StoreError::Missing),
        }
    }

    async fn delete(&self, keys: &[(Area, String)]) -> Result<(), StoreError> {
        match self {
            Some(store) => store.delete(keys).await,
            None => Err(StoreError::Missing),
        }
    }
}

/// The small, synchronous storage that survives the closing of a tab.
pub trait Local {
    /// The text under a key.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Writes.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Removes; a key that is not there does no harm.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// All keys.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// Writes and believes only what it reads back.
    fn set_verified(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.set(key, text)?;
        if self.get(key)?.as_deref() == Some(text) {
            Ok(())
        } else {
            Err(StoreError::Corrupt)
        }
    }
}
