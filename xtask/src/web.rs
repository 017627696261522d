//! The page: release build, development server, and the last touch on what Trunk made.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Args, Result, catalogue, process, size, stamp};

/// Builds the release into dist/ and prints its sizes.
pub(crate) fn build() -> Result<()> {
    process::run(trunk()?.args(["build", "--release", "--locked"]))?;
    size::report()
}

/// Serves a development build that follows the sources.
pub(crate) fn dev(args: &Args) -> Result<()> {
    let mut command = trunk()?;
    // The page's security policy blocks the script that reloads by itself.
    command.args(["serve", "--no-autoreload", "--dist", "target/dev-dist"]);
    if let Some(port) = args.port()? {
        command.arg("--port").arg(port.to_string());
    }
    process::run(&mut command)
}

fn trunk() -> Result<Command> {
    let mut command = process::command("trunk");
    command
        .env("OPS_CHARTER_BUILD", stamp::build()?)
        // What matters about a failed build is the compiler's message, not Trunk's own stack.
        .env("RUST_BACKTRACE", "0");
    if env::var_os("NO_COLOR").is_some() {
        // Trunk wants a word where everyone else takes any value.
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}

/// Completes the folder that Trunk is about to publish: catalogue texts, hashed names.
pub(crate) fn post_build() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("post-build is called by Trunk, which names the folder in TRUNK_STAGING_DIR")?;
    let worker = rename_worker(&staging)?;
    let (editor_js, editor_wasm) = rename_program(&staging, "editor", ".js")?;
    let catalogue = catalogue::write(&staging)?;
    catalogue::write_samples(&staging)?;

    // What only the editor's program draws, in one file.
    let own = read(&staging.join("editor.css"))?;
    let paper = read(&staging.join("paper.css"))? + &own;
    remove(&staging.join("editor.css"))?;
    let paper_name = format!("paper-{}.css", stamp::Hash::of(paper.as_bytes()));
    write(&staging.join(&paper_name), &paper)?;
    remove(&staging.join("paper.css"))?;

    let boot = read(&staging.join("boot.js"))?;
    let boot = fill(&boot, "__CATALOGUE_HASH__", &catalogue)?;
    let boot_name = format!("boot-{}.js", stamp::Hash::of(boot.as_bytes()));
    write(&staging.join(&boot_name), &boot)?;
    remove(&staging.join("boot.js"))?;

    let index = read(&staging.join("index.html"))?;
    let index = fill(&index, "boot.js", &boot_name)?;
    let index = fill(&index, "__WORKER__", &worker)?;
    let index = fill(&index, "__PAPER__", &paper_name)?;
    let index = fill(&index, "__EDITOR_JS__", &editor_js)?;
    let index = fill(&index, "__EDITOR_WASM__", &editor_wasm)?;
    write(&staging.join("index.html"), &without_idle_integrity(&index))
}

/// Takes the integrity attribute from links where browsers ignore it and say so in the console:
/// icons and preloads of other things than scripts and styles.
fn without_idle_integrity(html: &str) -> String {
    let mut tags = html.split("<link ");
    let mut kept = tags.next().unwrap_or_default().to_owned();
    for tag in tags {
        kept.push_str("<link ");
        let idle = ["rel=\"icon\"", "as=\"fetch\""];
        let (inside, after) = tag.split_once('>').unwrap_or((tag, ""));
        let attribute = inside.split_once(" integrity=\"");
        match attribute.and_then(|(before, rest)| Some((before, rest.split_once('"')?.1))) {
            Some((before, rest)) if idle.iter().any(|mark| inside.contains(mark)) => {
                kept.extend([before, rest, ">", after]);
            }
            _ => kept.push_str(tag),
        }
    }
    kept
}

/// Gives the worker's three files one name with a hash, which Trunk does not; returns the
/// script's name.
fn rename_worker(staging: &Path) -> Result<String> {
    let (glue, wasm) = rename_program(staging, "worker", "_glue.js")?;
    let loader = "worker_loader.js";
    let loader_text = fill(&read(&staging.join(loader))?, "worker.js", &glue)?;
    let new_loader = wasm.replace("_bg.wasm", ".js");
    write(&staging.join(&new_loader), &loader_text)?;
    remove(&staging.join(loader))?;
    Ok(new_loader)
}

/// Gives the two files of a program other than the main one names with a hash, which Trunk does
/// not; returns the names of script and wasm.
fn rename_program(staging: &Path, name: &str, script: &str) -> Result<(String, String)> {
    let (glue, wasm) = (format!("{name}.js"), format!("{name}_bg.wasm"));
    let bytes = fs::read(staging.join(&wasm)).map_err(|error| format!("{wasm}: {error}"))?;
    let glue_text = read(&staging.join(&glue))?;
    let mut hash = stamp::Hash::new();
    hash.add(&bytes);
    hash.add(glue_text.as_bytes());
    let hash = hash.hex();

    let new_wasm = format!("{name}-{hash}_bg.wasm");
    let new_glue = format!("{name}-{hash}{script}");
    write(
        &staging.join(&new_glue),
        &fill(&glue_text, &wasm, &new_wasm)?,
    )?;
    fs::rename(staging.join(&wasm), staging.join(&new_wasm))
        .map_err(|error| format!("{wasm}: {error}"))?;
    remove(&staging.join(&glue))?;
    Ok((new_glue, new_wasm))
}

/// Replaces a name that has to be there: a build that silently kept it would be broken.
fn fill(text: &str, name: &str, value: &str) -> Result<String> {
    if text.contains(name) {
        Ok(text.replace(name, value))
    } else {
        Err(format!(
            "`{name}` is missing where the build has to fill it in"
        ))
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).map_err(|error| format!("cannot remove {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_stays_where_it_counts() {
        let html = "<p><link rel=\"icon\" href=\"a\" integrity=\"x\"/>\
            <link rel=\"modulepreload\" integrity=\"y\"><link as=\"fetch\" integrity=\"z\" type=\"t\"></p>";
        let kept = "<p><link rel=\"icon\" href=\"a\"/>\
            <link rel=\"modulepreload\" integrity=\"y\"><link as=\"fetch\" type=\"t\"></p>";
        assert_eq!(without_idle_integrity(html), kept);
    }

    #[test]
    fn a_missing_place_is_an_error() {
        assert_eq!(fill("a b", "b", "c").as_deref(), Ok("a c"));
        assert!(fill("a", "b", "c").is_err());
    }
}
