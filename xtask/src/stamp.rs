//! Names made from content: the build stamp and hashed file names.

use std::{fs, path::Path};

use crate::{Result, root};

/// What a build is made of.
const SOURCES: &[&str] = &["src", "catalogue", "Cargo.toml", "Cargo.lock"];

/// 64-bit FNV-1a: tells files apart, protects against nothing.
pub(crate) struct Hash(u64);

impl Hash {
    pub(crate) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub(crate) fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    pub(crate) fn hex(&self) -> String {
        format!("{:016x}", self.0)
    }

    pub(crate) fn of(bytes: &[u8]) -> String {
        let mut hash = Self::new();
        hash.add(bytes);
        hash.hex()
    }
}

/// The stamp of a build of the present sources: version and hash.
pub(crate) fn build() -> Result<String> {
    let mut hash = Hash::new();
    for source in SOURCES {
        add_tree(&mut hash, &root().join(source))?;
    }
    Ok(format!("{}+{}", env!("CARGO_PKG_VERSION"), hash.hex()))
}

fn add_tree(hash: &mut Hash, path: &Path) -> Result<()> {
    let fail = |error| format!("cannot read {}: {error}", path.display());
    if path.is_dir() {
        let entries = fs::read_dir(path).map_err(fail)?;
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        return paths.iter().try_for_each(|path| add_tree(hash, path));
    }
    let name = path.strip_prefix(root()).unwrap_or(path);
    hash.add(name.to_string_lossy().as_bytes());
    hash.add(&fs::read(path).map_err(fail)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hash_is_the_published_one() {
        // Published test values of FNV-1a, 64 bits.
        assert_eq!(Hash::of(b""), "cbf29ce484222325");
        assert_eq!(Hash::of(b"a"), "af63dc4c8601ec8c");
        assert_eq!(Hash::of(b"foobar"), "85944171f73967e8");
    }
}
