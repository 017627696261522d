//! Tables of words by a 64-bit hash that grows with each character: all prefixes of a place are looked up in one walk,
//! without a copy of the text.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Values by the hash of a word. Two words of one hash do not occur among some thousand words.
pub(crate) type Table<V> = HashMap<u64, V, BuildHasherDefault<Plain>>;

/// The hash of no characters.
pub(crate) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of one character more.
pub(crate) fn step(h: u64, c: char) -> u64 {
    let h = (h ^ u64::from(u32::from(c))).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    h ^ (h >> 29)
}

/// The hash of further characters.
pub(crate) fn of(h: u64, c: &[char]) -> u64 {
    c.iter().fold(h, |h, c| step(h, *c))
}

/// Takes a hash for what it is.
#[derive(Default)]
pub(crate) struct Plain(u64);

impl Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = step(self.0, char::from(*b));
        }
    }

    fn write_u64(&mut self, n: u64) {
        // The upper bits choose the place in the table's groups: spread small keys.
        self.0 = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
