//! What the first load transfers.

use std::{fs, path::Path};

use crate::{Result, dist};

/// Most bytes that the first load may transfer, brotli 11.
const LIMIT: usize = 220 * 1024;

/// Language whose texts are counted: the larger one of those that a first load fetches.
const LANG: &str = "zh";

struct File {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Prints the sizes of dist/.
///
/// # Errors
/// The first load is over the limit.
pub(crate) fn report() -> Result<()> {
    let (mut first, mut later) = (Vec::new(), Vec::new());
    let other_text =
        |name: &str| name.starts_with("cat.") && !name.starts_with(&format!("cat.{LANG}."));
    for path in files(&dist())? {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let bytes =
            fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let apart = ["worker", "editor", "paper", "nomodule"];
        let is_sample = path
            .parent()
            .is_some_and(|folder| folder.ends_with("samples"));
        let is_rest = name.contains(".rest.");
        let is_later = is_rest
            || apart.iter().any(|start| name.starts_with(start))
            || other_text(&name)
            || is_sample;
        let file = File {
            brotli: compressed(&bytes)?,
            raw: bytes.len(),
            name,
        };
        if is_later { &mut later } else { &mut first }.push(file);
    }
    println!("\n{:<44} {:>10} {:>10}", "first load", "bytes", "brotli");
    print_rows(&first);
    let total: usize = first.iter().map(|file| file.brotli).sum();
    println!("{:<44} {:>10} {total:>10}", "total", "");
    println!("{:<44} {:>10} {LIMIT:>10}", "limit", "");
    println!("\n{:<44} {:>10} {:>10}", "on demand", "bytes", "brotli");
    print_rows(&later);
    println!();
    within_limit(total)
}

fn within_limit(total: usize) -> Result<()> {
    match total.checked_sub(LIMIT) {
        None | Some(0) => Ok(()),
        Some(excess) => Err(format!(
            "the first load is {total} bytes, {excess} over the limit"
        )),
    }
}

fn print_rows(files: &[File]) {
    for file in files {
        println!("{:<44} {:>10} {:>10}", file.name, file.raw, file.brotli);
    }
}

fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let mut paths = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        let hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() {
            paths.extend(files(&path)?);
        } else {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn compressed(bytes: &[u8]) -> Result<usize> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params)
        .map_err(|error| format!("brotli: {error}"))?;
    Ok(out.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_the_last_size_allowed() {
        assert_eq!(within_limit(LIMIT), Ok(()));
        assert!(within_limit(LIMIT + 1).is_err());
    }

    #[test]
    fn repetition_compresses() {
        let size = compressed(&[b'x'; 10_000]).unwrap();
        assert!(size < 100, "{size}");
    }
}
