//! The catalogue's texts as the page loads them.

use std::{fs, path::Path};

use crate::{Result, root};

/// The file of one language.
fn file_name(lang: &str, hash: &str) -> String {
    format!("cat.{lang}.{hash}.bin")
}

/// Writes `cat.<lang>.<hash>.bin` of every language into `folder`; the hash is the catalogue's.
///
/// boot.js knows the same languages.
pub(crate) fn write(folder: &Path) -> Result<String> {
    let catalogue = catalogue_schema::load(&root().join("catalogue")).map_err(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
    let texts = catalogue_schema::text_tables(&catalogue);
    for lang in catalogue_schema::LANGUAGES {
        let text = texts
            .file(lang)
            .ok_or_else(|| format!("the catalogue has no texts in `{lang}`"))?;
        let path = folder.join(file_name(lang, &texts.hash));
        fs::write(&path, text)
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    Ok(texts.hash)
}
