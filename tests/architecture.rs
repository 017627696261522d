//! The rules of ARCHITECTURE.md that a compiler does not hold.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each module of the domain may know. Whoever adds an edge says in ARCHITECTURE.md why.
const EDGES: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("smart", &["model"]),
    // Open questions are what is missing or found, about rows by the names of the document.
    (
        "ask",
        &["catalogue", "checks", "edit", "goals", "model", "outline"],
    ),
    // Drafts are weighed by findings; the one page is a document.
    (
        "digest",
        &["catalogue", "checks", "edit", "model", "outline"],
    ),
    ("sorted", &[]),
    ("text", &[]),
    ("catalogue", &["model"]),
    ("schema", &["model"]),
    ("edit", &["catalogue", "model", "sorted"]),
    ("checks", &["catalogue", "edit", "model"]),
    // The mark of a draft and its missing parts come from what counts as complete.
    // Where each section stands is answered once, in edit.
    ("outline", &["catalogue", "checks", "edit", "model"]),
    ("guide", &["catalogue", "checks", "edit", "model", "sorted"]),
    // Names of the formats; the language and settings of the document.
    ("export", &["catalogue", "model", "outline"]),
    (
        "goals",
        &["catalogue", "checks", "edit", "model", "smart", "sorted"],
    ),
    (
        "import",
        &["catalogue", "edit", "goals", "model", "smart", "text"],
    ),
    ("samples", &["catalogue", "edit", "model"]),
    ("drafts", &["model", "schema", "sorted"]),
];

/// Outside of the interface and the programs, nothing knows the web.
const WEB: [&str; 6] = [
    "leptos",
    "web_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "js_sys",
    "gloo_storage",
];

/// Only these touch the browser.
const BROWSER: [&str; 2] = ["web_sys", "gloo_storage"];

/// Types of the browser outside of `ui/platform`, each with its reason.
const BROWSER_EXCEPTIONS: &[(&str, &str)] = &[
    ("ui/mod.rs", "puts the page into its element"),
    (
        "ui/widgets/menu.rs",
        "moves the focus between its own items",
    ),
    ("worker.rs", "is a program of its own"),
];

const LONGEST: usize = 400;

/// Files beyond it, each with its reason.
const LONG: &[(&str, &str)] = &[(
    "smart/types.rs",
    "the words that the parts of the check share",
)];

struct File {
    /// Relative to `src`, with slashes.
    path: String,
    text: String,
}

impl File {
    /// The code without comment lines and without a module of tests at the end.
    fn code(&self) -> String {
        let body = match self.text.find("#[cfg(test)]\nmod tests {") {
            Some(at) => &self.text[..at],
            None => &self.text,
        };
        let lines = body
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }
}

fn sources() -> Vec<File> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    paths.sort();
    let files: Vec<File> = paths
        .into_iter()
        .map(|path| File {
            path: path
                .strip_prefix(&root)
                .expect("under src")
                .components()
                .map(|part| part.as_os_str().to_string_lossy())
                .collect::<Vec<_>>()
                .join("/"),
            text: fs::read_to_string(&path).expect("readable"),
        })
        .collect();
    assert!(files.len() > 100, "the sources are here");
    files
}

/// Whether `word` stands in the code as a word of its own.
fn has_word(code: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word)
        .any(|(at, _)| !code[..at].ends_with(part) && !code[at + word.len()..].starts_with(part))
}

/// The modules named after `crate::`, also in braces.
fn edges(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for part in code.split("crate::").skip(1) {
        let word = |text: &str| -> String {
            let text = text.trim_start();
            let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
            text[..end.unwrap_or(text.len())].to_owned()
        };
        let Some(group) = part.strip_prefix('{') else {
            found.insert(word(part));
            continue;
        };
        let (mut depth, mut start) = (0, 0);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                ',' | '}' if depth == 0 => {
                    found.insert(word(&group[start..at]));
                    start = at + 1;
                    if c == '}' {
                        break;
                    }
                }
                _ => {}
            }
        }
    }
    found.remove("");
    found
}

#[test]
fn grouped_and_single_paths_are_read() {
    let code = "use crate::a::B;\nuse crate::{c, d::{E, F},\n  g::H};\nlet x = crate::i::j();";
    let read: Vec<String> = edges(code).into_iter().collect();
    assert_eq!(read, ["a", "c", "d", "g", "i"]);
    assert!(has_word("use web_sys::Node;", "web_sys"));
    assert!(!has_word("let my_web_sys = 1;", "web_sys"));
}

#[test]
fn modules_know_only_what_they_may() {
    let mut real: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for file in &sources() {
        let module = file.path.split(['/', '.']).next().unwrap_or_default();
        let Some((module, _)) = EDGES.iter().find(|(name, _)| *name == module) else {
            assert!(
                ["ui", "lib", "main", "editor", "worker", "build_stamp"].contains(&module),
                "{} belongs to no known module",
                file.path
            );
            continue;
        };
        let known = real.entry(module).or_default();
        if !file.is_test() {
            known.extend(
                edges(&file.code())
                    .into_iter()
                    .filter(|other| other != module),
            );
        }
    }
    for (module, allowed) in EDGES {
        let known: Vec<&str> = real[module].iter().map(String::as_str).collect();
        // Equal, not contained: an edge that nobody uses any more leaves the list.
        assert_eq!(known, *allowed, "{module}");
    }
}

#[test]
fn the_edges_have_no_circle() {
    let mut left: Vec<_> = EDGES.to_vec();
    while !left.is_empty() {
        let names: BTreeSet<&str> = left.iter().map(|(name, _)| *name).collect();
        let before = left.len();
        left.retain(|(_, to)| to.iter().any(|name| names.contains(name)));
        assert!(left.len() < before, "a circle among {names:?}");
    }
}

#[test]
fn the_domain_knows_no_web() {
    for file in sources() {
        let program = ["main.rs", "editor.rs", "worker.rs"].contains(&file.path.as_str());
        if file.path.starts_with("ui/") || program {
            continue;
        }
        let code = file.code();
        for name in WEB {
            assert!(!has_word(&code, name), "{} names {name}", file.path);
        }
    }
}

#[test]
fn only_the_platform_touches_the_browser() {
    let touching: BTreeSet<String> = sources()
        .into_iter()
        .filter(|file| !file.path.starts_with("ui/platform/"))
        .filter(|file| BROWSER.iter().any(|name| has_word(&file.code(), name)))
        .map(|file| file.path)
        .collect();
    let allowed: BTreeSet<String> = BROWSER_EXCEPTIONS
        .iter()
        .map(|(path, _)| (*path).to_owned())
        .collect();
    let more: Vec<_> = touching.difference(&allowed).collect();
    assert!(more.is_empty(), "{more:?} go around ui/platform");
}

#[test]
fn only_the_platform_has_a_clock() {
    for file in sources() {
        if file.path.starts_with("ui/platform/") {
            continue;
        }
        for call in ["::now()", "Date::new_0(", "random()"] {
            assert!(!file.code().contains(call), "{} calls {call}", file.path);
        }
    }
}

#[test]
fn files_are_short() {
    for file in sources() {
        let lines = file.text.lines().count();
        let excused = LONG.iter().any(|(path, _)| *path == file.path);
        assert!(
            lines <= LONGEST || excused,
            "{} has {lines} lines, {LONGEST} are enough",
            file.path
        );
    }
}

/// The browser's unit tests are built without what native tests use (proptest, embedded texts).
#[test]
fn tests_of_the_domain_are_native() {
    let native = "#[cfg(test)]\n#[cfg(not(target_arch = \"wasm32\"))]\nmod ";
    for file in sources() {
        let marked = file.text.matches("#[cfg(test)]\nmod ").count();
        assert!(
            file.path.starts_with("ui/") || marked == 0,
            "{} has tests without {native:?}",
            file.path
        );
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for file in sources() {
        assert!(
            file.text.starts_with("//! "),
            "{} has no first line of docs",
            file.path
        );
    }
}

#[test]
fn nothing_is_left_for_later() {
    for file in sources() {
        for mark in ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!("] {
            assert!(!file.text.contains(mark), "{} has a {mark}", file.path);
        }
    }
}

/// Every rule of the goal check and every section type is one file.
#[test]
fn one_rule_one_file() {
    let files = sources();
    for rule in ops_charter::smart::RULES {
        let path = format!("smart/rules/{}.rs", rule.id.to_lowercase());
        assert!(
            files.iter().any(|file| file.path == path),
            "{path} is missing"
        );
    }
}
