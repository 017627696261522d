//! The catalogue's texts as the page loads them.

use std::{fs, path::Path};

use crate::{Result, root};

/// Languages of the interface; boot.js knows the same ones.
pub(crate) const LANGUAGES: &[&str] = &["zh", "en"];

/// The two files of one language: the start page's words, and all others.
fn file_names(lang: &str, hash: &str) -> [String; 2] {
    ["start", "rest"].map(|part| format!("cat.{lang}.{part}.{hash}.bin"))
}

/// Writes `cat.<lang>.<part>.<hash>.bin` of every language into `folder`; the hash is the catalogue's.
pub(crate) fn write(folder: &Path) -> Result<String> {
    let texts = catalogue_schema::text_tables(&loaded()?);
    for lang in LANGUAGES {
        let files = texts.files(lang).unwrap_or_default();
        for (name, file) in file_names(lang, &texts.hash).iter().zip(files) {
            let path = folder.join(name);
            fs::write(&path, file)
                .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        }
    }
    Ok(texts.hash)
}

fn loaded() -> Result<catalogue_schema::Catalogue> {
    catalogue_schema::load(&root().join("catalogue")).map_err(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })
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
