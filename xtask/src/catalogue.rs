//! The catalogue's texts as the page loads them.

use std::{fs, path::Path};

use crate::{Result, root, stamp::Hash};

/// Languages of the interface; boot.js knows the same ones.
pub(crate) const LANGUAGES: &[&str] = &["zh", "en"];

/// The file of one language.
pub(crate) fn file_name(lang: &str, hash: &str) -> String {
    format!("cat.{lang}.{hash}.bin")
}

/// Writes `cat.<lang>.<hash>.bin` of every language into `folder`; the hash is the catalogue's.
pub(crate) fn write(folder: &Path) -> Result<String> {
    let mut hash = Hash::new();
    let mut texts = Vec::new();
    for lang in LANGUAGES {
        let bytes = text_of(lang)?;
        hash.add(&bytes);
        texts.push((lang, bytes));
    }
    let hash = hash.hex();
    for (lang, bytes) in texts {
        let path = folder.join(file_name(lang, &hash));
        fs::write(&path, bytes)
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    Ok(hash)
}

/// Writes every sample charter where the app looks for it, see `SampleDef::path`.
pub(crate) fn write_samples(folder: &Path) -> Result<()> {
    let samples = catalogue_schema::samples(&root().join("catalogue")).map_err(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
    for file in samples.iter().flat_map(|sample| &sample.files) {
        let path = folder.join(&file.path);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, &file.json))
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    Ok(())
}

/// The string table of one language.
///
/// The place for the catalogue crate's own function; until then, the plain text files in a row.
fn text_of(lang: &str) -> Result<Vec<u8>> {
    let folder = root().join("catalogue/text").join(lang);
    let Ok(entries) = fs::read_dir(&folder) else {
        return Ok(Vec::new());
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut bytes = Vec::new();
    for path in paths.iter().filter(|path| path.is_file()) {
        let text =
            fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        bytes.extend(text);
    }
    Ok(bytes)
}
