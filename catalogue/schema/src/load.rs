//! Reads the catalogue folder.

use crate::raw::{EntityRaw, KindRaw, KindText, RecommendRaw, SectionRaw, SectionText};
use crate::texts::LANGUAGES;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// Something wrong in a file: where and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, relative to the catalogue.
    pub file: String,
    /// One line or more; a syntax error names its line.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "catalogue/{}: {}", self.file, self.message.trim_end())
    }
}

/// Everything in the folder.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Section types, by id.
    pub sections: Vec<SectionRaw>,
    /// Kinds of charter in their order.
    pub kinds: Vec<KindRaw>,
    /// Kinds of thing that rows can refer to.
    pub entities: Vec<EntityRaw>,
    /// What the header's answers recommend.
    pub recommend: RecommendRaw,
    /// Texts per language, in the order of `LANGUAGES`.
    pub languages: Vec<LanguageTexts>,
}

/// The words of one language.
#[derive(Clone, Debug, Default)]
pub struct LanguageTexts {
    /// `zh`, `en`.
    pub code: String,
    /// By section id.
    pub sections: BTreeMap<String, SectionText>,
    /// By kind id.
    pub kinds: BTreeMap<String, KindText>,
    /// Labels of units.
    pub units: BTreeMap<String, String>,
    /// Names of section groups.
    pub groups: BTreeMap<String, String>,
    /// Words of the interface by dotted key (`start.headline`).
    pub ui: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entities {
    entity: Vec<EntityRaw>,
}

/// Loads and checks the folder.
///
/// # Errors
/// Every problem found, syntax errors first; checks run only when all files could be read.
pub fn load(root: &Path) -> Result<Catalogue, Vec<Problem>> {
    let mut reader = Reader {
        root,
        problems: Vec::new(),
    };
    let mut catalogue = Catalogue {
        sections: reader
            .folder("sections")
            .into_iter()
            .map(|(_, section)| section)
            .collect(),
        kinds: reader
            .folder("kinds")
            .into_iter()
            .map(|(_, kind)| kind)
            .collect(),
        entities: reader
            .file::<Entities>("entities.toml")
            .map(|e| e.entity)
            .unwrap_or_default(),
        recommend: reader.file("recommend.toml").unwrap_or_default(),
        languages: Vec::new(),
    };
    catalogue.kinds.sort_by_key(|kind| kind.order);
    for code in LANGUAGES {
        let texts = reader.language(code);
        catalogue.languages.push(texts);
    }
    if reader.problems.is_empty() {
        reader.problems = crate::check::check(&catalogue);
    }
    if reader.problems.is_empty() {
        Ok(catalogue)
    } else {
        Err(reader.problems)
    }
}

struct Reader<'a> {
    root: &'a Path,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn file<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let text = match fs::read_to_string(self.root.join(name)) {
            Ok(text) => text,
            Err(error) => return self.fail(name, &error.to_string()),
        };
        match toml::from_str(&text) {
            Ok(value) => Some(value),
            Err(error) => self.fail(name, &error.to_string()),
        }
    }

    fn fail<T>(&mut self, name: &str, message: &str) -> Option<T> {
        self.problems.push(Problem {
            file: name.to_owned(),
            message: message.to_owned(),
        });
        None
    }

    /// All TOML files of a folder by name, sorted; a missing folder is empty.
    fn folder<T: DeserializeOwned>(&mut self, folder: &str) -> Vec<(String, T)> {
        let mut paths: Vec<PathBuf> = fs::read_dir(self.root.join(folder))
            .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default();
        paths.retain(|path| path.extension().is_some_and(|ext| ext == "toml"));
        paths.sort();
        let mut files = Vec::new();
        for path in paths {
            let stem = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if let Some(value) = self.file(&format!("{folder}/{stem}.toml")) {
                files.push((stem, value));
            }
        }
        files
    }

    fn language(&mut self, code: &str) -> LanguageTexts {
        let dir = format!("text/{code}");
        let mut ui = BTreeMap::new();
        for (area, table) in self.folder::<toml::Table>(&format!("{dir}/ui")) {
            flatten(&area, &table, &mut ui, &mut self.problems);
        }
        LanguageTexts {
            code: code.to_owned(),
            sections: self
                .folder(&format!("{dir}/sections"))
                .into_iter()
                .collect(),
            kinds: self.file(&format!("{dir}/kinds.toml")).unwrap_or_default(),
            units: self.file(&format!("{dir}/units.toml")).unwrap_or_default(),
            groups: self.file(&format!("{dir}/groups.toml")).unwrap_or_default(),
            ui,
        }
    }
}

/// Nested tables become dotted keys.
fn flatten(
    prefix: &str,
    table: &toml::Table,
    into: &mut BTreeMap<String, String>,
    problems: &mut Vec<Problem>,
) {
    for (key, value) in table {
        let path = format!("{prefix}.{key}");
        match value {
            toml::Value::Table(inner) => flatten(&path, inner, into, problems),
            toml::Value::String(text) => {
                into.insert(path, text.clone());
            }
            _ => {
                problems.push(Problem {
                    file: format!("text/…/ui ({path})"),
                    message: "not a text".into(),
                });
            }
        }
    }
}
