//! One string table per language, in one order for all.

use crate::load::{Catalogue, LanguageTexts};
use crate::raw::{Column, FieldText};
use std::collections::{BTreeMap, BTreeSet};

/// Codes of the languages, the first one leading. A language is one folder and one entry here.
pub const LANGUAGES: [&str; 2] = ["zh", "en"];

/// Keys of the words that the start page needs: they come first and travel in a file of their own,
/// so that the first screen does not wait for the words of all sections.
const START: [&str; 17] = [
    "ui.app.",
    "ui.start.",
    "kind.",
    "ui.check.title",
    "ui.check.no_charter",
    "ui.check.label",
    "ui.check.placeholder",
    "ui.check.go",
    "ui.check.bad",
    "ui.form.close",
    "ui.form.delete",
    "ui.form.undo",
    "ui.form.menu_of",
    "ui.form.take_name",
    "ui.goal.letter",
    "ui.goal.verdict",
    "ui.draft.findings.go",
];

fn is_start(key: &str) -> bool {
    START.iter().any(|start| key.starts_with(start))
}

/// All texts of the catalogue with their places.
#[derive(Clone, Debug)]
pub struct TextTable {
    /// Changes when any text, key or order changes.
    pub hash: String,
    /// Place of each key; key 0 is the empty text.
    pub places: BTreeMap<String, u16>,
    /// How many texts are the start page's; they lead.
    pub start: usize,
    /// Per language: code and texts in order.
    pub texts: Vec<(String, Vec<String>)>,
}

impl TextTable {
    /// The two files of one language, the start page's words and all others: a header line, then
    /// the texts with a NUL between.
    pub fn files(&self, code: &str) -> Option<[String; 2]> {
        let (_, texts) = self.texts.iter().find(|(c, _)| c == code)?;
        let (start, rest) = texts.split_at(self.start);
        Some([("start", start), ("rest", rest)].map(|(part, texts)| {
            format!(
                "ops-charter-text {code} {part} {}\n{}",
                self.hash,
                texts.join("\0")
            )
        }))
    }

    /// The place of a key, 0 when the key has no text in any language.
    pub fn place(&self, key: &str) -> u16 {
        self.places.get(key).copied().unwrap_or(0)
    }
}

/// Lays the texts out. Keys whose text is empty in every language take no place.
pub fn text_tables(catalogue: &Catalogue) -> TextTable {
    let listed: Vec<Vec<(String, String)>> = catalogue
        .languages
        .iter()
        .map(|texts| keyed(catalogue, texts))
        .collect();
    // In the order of the tables, where most text ids then follow the one before.
    let mut keys: Vec<&String> = Vec::new();
    let mut known = BTreeSet::new();
    for (key, text) in listed.iter().flatten() {
        if !text.is_empty() && known.insert(key) {
            keys.push(key);
        }
    }
    // Stable: within each part the order of the tables stays.
    keys.sort_by_key(|key| !is_start(key));
    let start = keys.iter().filter(|key| is_start(key)).count() + 1;
    let all: Vec<BTreeMap<&String, &String>> = listed
        .iter()
        .map(|texts| texts.iter().map(|(key, text)| (key, text)).collect())
        .collect();
    let mut places = BTreeMap::new();
    for (index, key) in keys.iter().enumerate() {
        places.insert((*key).clone(), u16::try_from(index + 1).unwrap_or(u16::MAX));
    }
    let texts: Vec<(String, Vec<String>)> = catalogue
        .languages
        .iter()
        .zip(&all)
        .map(|(language, map)| {
            let mut list = vec![String::new()];
            list.extend(keys.iter().map(|key| {
                map.get(key)
                    .map_or_else(String::new, |text| (*text).clone())
            }));
            (language.code.clone(), list)
        })
        .collect();
    let mut hash = Fnv::new();
    keys.iter().for_each(|key| hash.add(key));
    texts
        .iter()
        .flat_map(|(_, list)| list)
        .for_each(|text| hash.add(text));
    TextTable {
        hash: hash.hex(),
        places,
        start,
        texts,
    }
}

/// Every text of one language under a path-like key, in the order of the tables.
fn keyed(catalogue: &Catalogue, texts: &LanguageTexts) -> Vec<(String, String)> {
    let mut list = Vec::new();
    // Spaces at the ends belong to the text: joiners end with one.
    let mut put = |key: String, text: &str| {
        list.push((key, text.trim_matches(['\n', '\r']).to_owned()));
    };
    for (key, text) in &texts.ui {
        put(format!("ui.{key}"), text);
    }
    for (id, label) in &texts.units {
        put(format!("unit.{id}"), label);
    }
    for (id, label) in &texts.groups {
        put(format!("group.{id}"), label);
    }
    for (id, kind) in &texts.kinds {
        put(format!("kind.{id}.name"), &kind.name);
        put(format!("kind.{id}.purpose"), &kind.purpose);
        put(format!("kind.{id}.audience"), &kind.audience);
        for (profile_id, profile) in &kind.profiles {
            put(format!("profile.{profile_id}.name"), &profile.name);
            for (chapter, heading) in &profile.chapters {
                put(format!("profile.{profile_id}.chapter.{chapter}"), heading);
            }
        }
    }
    for section in &catalogue.sections {
        let Some(text) = texts.sections.get(&section.id) else {
            continue;
        };
        let base = format!("section.{}", section.id);
        put(format!("{base}.name"), &text.name);
        put(format!("{base}.purpose"), &text.purpose);
        put(format!("{base}.example"), &text.example);
        put(format!("{base}.pattern"), &text.pattern);
        for (index, question) in text.questions.iter().enumerate() {
            put(format!("{base}.question.{index}"), question);
        }
        columns(
            &mut put,
            &format!("{base}.field"),
            &section.fields,
            &text.fields,
        );
        for table in &section.tables {
            let Some(words) = text.tables.get(&table.id) else {
                continue;
            };
            let base = format!("{base}.table.{}", table.id);
            put(format!("{base}.name"), &words.name);
            put(format!("{base}.item"), &words.item);
            put(format!("{base}.pattern"), &words.pattern);
            columns(
                &mut put,
                &format!("{base}.column"),
                &table.columns,
                &words.columns,
            );
        }
    }
    list
}

fn columns(
    put: &mut impl FnMut(String, &str),
    base: &str,
    structure: &[Column],
    words: &BTreeMap<String, FieldText>,
) {
    for column in structure {
        let Some(text) = words.get(&column.id) else {
            continue;
        };
        let base = format!("{base}.{}", column.id);
        put(format!("{base}.name"), &text.name);
        put(format!("{base}.help"), &text.help);
        put(format!("{base}.why"), &text.why);
        put(format!("{base}.example"), &text.example);
        for option in &column.options {
            if let Some(label) = text.options.get(option) {
                put(format!("{base}.option.{option}"), label);
            }
        }
    }
}

/// FNV-1a, 64 bits: the hash must be the same on every machine and compiler.
struct Fnv(u64);

impl Fnv {
    fn new() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, text: &str) {
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn hex(&self) -> String {
        format!("{:016x}", self.0)
    }
}
