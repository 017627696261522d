//! Row ids: ten random characters, made outside the domain and never used again.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Names a row, a section or a draft for as long as it lives. Display numbers (G1, K2) are not ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RowId(pub String);

impl RowId {
    /// Length of a new id in characters.
    pub const LEN: usize = 10;

    /// An id from random bytes: each byte chooses one of 32 characters that are hard to confuse.
    pub fn from_bytes(bytes: [u8; Self::LEN]) -> RowId {
        const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
        RowId(
            bytes
                .iter()
                .map(|byte| char::from(ALPHABET[usize::from(byte & 31)]))
                .collect(),
        )
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for RowId {
    fn from(text: &str) -> RowId {
        RowId(text.to_owned())
    }
}

/// Where new ids come from: the browser's random numbers, or a counter in tests.
pub trait IdSource {
    /// An id that was not given before.
    fn next_id(&mut self) -> RowId;
}

impl<F: FnMut() -> RowId> IdSource for F {
    fn next_id(&mut self) -> RowId {
        self()
    }
}
