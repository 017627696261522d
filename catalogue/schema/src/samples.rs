//! Worked examples: `catalogue/samples/<id>.toml` holds one charter in all its languages, the page
//! loads one language of it as JSON.
//!
//! ```toml
//! kind = "duties"
//! profile = "duties_core"
//! base = 2027-01-01           # every date below is relative to this first of a month
//!
//! [charter_header]            # fields of a section
//! team_size = 14              # the same in every language
//! team_name = { zh = "用户运营部", en = "User Operations" }
//!
//! [[roles_duties.roles]]      # a row of a table
//! key = "manager"             # its name in references, unique in the file
//! reports_to = "director"     # a reference: the key of a row, or a section type
//! ```

use crate::load::Problem;
use crate::texts::LANGUAGES;
use serde_json::{Map, Value as Json, json};
use std::fs;
use std::path::Path;

/// One charter of the folder.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The file's name.
    pub id: String,
    /// Kind of charter.
    pub kind: String,
    /// Structure of the kind.
    pub profile: String,
    /// One per language, in the order of `LANGUAGES`.
    pub files: Vec<SampleFile>,
}

/// One language of a sample.
#[derive(Clone, Debug)]
pub struct SampleFile {
    /// `zh`, `en`.
    pub language: String,
    /// Where the page finds it: `samples/<id>.<language>.<hash>.json`.
    pub path: String,
    /// Compact JSON, as `ops_charter::samples::load` reads it.
    pub json: String,
}

/// Reads all samples of the catalogue folder, by id. Ids of sections and fields are checked when a
/// sample is loaded, not here.
///
/// # Errors
/// Files that are no TOML, miss a key of their head, or lack a language somewhere.
pub fn samples(root: &Path) -> Result<Vec<Sample>, Vec<Problem>> {
    let mut paths: Vec<_> = fs::read_dir(root.join("samples"))
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    paths.retain(|path| path.extension().is_some_and(|ext| ext == "toml"));
    paths.sort();
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        let sample = fs::read_to_string(&path)
            .map_err(|error| error.to_string())
            .and_then(|text| sample(&id, &text));
        match sample {
            Ok(sample) => found.push(sample),
            Err(message) => {
                let file = format!("samples/{id}.toml");
                problems.push(Problem { file, message });
            }
        }
    }
    if problems.is_empty() {
        Ok(found)
    } else {
        Err(problems)
    }
}

fn sample(id: &str, text: &str) -> Result<Sample, String> {
    let table: toml::Table = toml::from_str(text).map_err(|error| error.to_string())?;
    let head = |key: &str| match table.get(key) {
        Some(toml::Value::String(text)) => Ok(text.clone()),
        Some(toml::Value::Datetime(date)) => Ok(date.to_string()),
        _ => Err(format!("`{key}` is missing at the top")),
    };
    let (kind, profile, base) = (head("kind")?, head("profile")?, head("base")?);
    let mut files = Vec::new();
    for language in LANGUAGES {
        let mut sections = Vec::new();
        for (name, value) in &table {
            if let toml::Value::Table(content) = value {
                sections.push(section(name, content, language)?);
            }
        }
        let json = json!({
            "kind": kind, "profile": profile, "language": language, "base": base,
            "sections": sections,
        })
        .to_string();
        let path = format!("samples/{id}.{language}.{}.json", hash(language, text));
        files.push(SampleFile {
            language: (*language).to_owned(),
            path,
            json,
        });
    }
    Ok(Sample {
        id: id.to_owned(),
        kind,
        profile,
        files,
    })
}

/// Arrays of tables are tables with rows, everything else is a field.
fn section(name: &str, content: &toml::Table, language: &str) -> Result<Json, String> {
    let (mut fields, mut tables) = (Map::new(), Map::new());
    for (key, value) in content {
        let place = format!("{name}.{key}");
        let is_rows = matches!(value, toml::Value::Array(items)
            if items.first().is_some_and(toml::Value::is_table));
        let into = if is_rows { &mut tables } else { &mut fields };
        into.insert(key.clone(), in_language(value, language, &place)?);
    }
    Ok(json!({ "type": name, "fields": fields, "tables": tables }))
}

/// A value in one language: a table whose keys are languages gives the one, all else stays.
fn in_language(value: &toml::Value, language: &str, place: &str) -> Result<Json, String> {
    Ok(match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(yes) => json!(yes),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items
            .iter()
            .map(|item| in_language(item, language, place))
            .collect::<Result<Vec<_>, _>>()?
            .into(),
        toml::Value::Table(table) if LANGUAGES.iter().any(|code| table.contains_key(*code)) => {
            let value = table.get(language);
            let value = value.ok_or_else(|| format!("{place} has no `{language}`"))?;
            in_language(value, language, place)?
        }
        toml::Value::Table(table) => {
            let mut map = Map::new();
            for (key, value) in table {
                let place = format!("{place}.{key}");
                map.insert(key.clone(), in_language(value, language, &place)?);
            }
            map.into()
        }
    })
}

/// Raised when the JSON of the same file changes.
const FORM: u8 = 1;

/// 64-bit FNV-1a: new content gets a new name, so that no cache gives the old one. Of the source,
/// because the order of keys in the JSON depends on who builds it.
fn hash(language: &str, text: &str) -> String {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let sum = format!("{FORM}{language}{text}")
        .bytes()
        .fold(start, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    format!("{sum:016x}")
}

/// The constant table of all samples; `crate::samples` includes it.
pub fn emit_samples(samples: &[Sample]) -> String {
    let mut out = String::from("/// All samples, by id.\npub const SAMPLES: &[SampleDef] = &[\n");
    for sample in samples {
        let words = sample.id.replace('-', "_");
        let language = |file: &SampleFile| {
            let (first, rest) = file.language.split_at(1);
            format!("(Lang::{}{rest}, {:?})", first.to_uppercase(), file.path)
        };
        let files: Vec<_> = sample.files.iter().map(language).collect();
        out += &format!(
            "SampleDef {{ id: {:?}, kind: {:?}, profile: {:?}, title: ui::samples::r#{words}::TITLE, \
             note: ui::samples::r#{words}::NOTE, files: &[{}] }},\n",
            sample.id,
            sample.kind,
            sample.profile,
            files.join(", "),
        );
    }
    out += "];\n\n#[cfg(not(target_arch = \"wasm32\"))]\n\
        const EMBEDDED: &[(&str, Lang, &str)] = &[\n";
    for sample in samples {
        for file in &sample.files {
            let (first, rest) = file.language.split_at(1);
            out += &format!(
                "({:?}, Lang::{}{rest}, include_str!(concat!(env!(\"OUT_DIR\"), \"/sample.{}.{}.json\"))),\n",
                sample.id,
                first.to_uppercase(),
                sample.id,
                file.language,
            );
        }
    }
    out + "];\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "kind = \"duties\"\nprofile = \"duties_core\"\nbase = 2027-01-01\n";

    #[test]
    fn each_language_gets_its_own_words() {
        let text =
            format!("{HEAD}[a]\nx = {{ zh = \"甲\", en = \"one\" }}\n[[a.t]]\nkey = \"k\"\n");
        let sample = sample("s", &text).unwrap();
        let json: Vec<Json> = sample
            .files
            .iter()
            .map(|f| serde_json::from_str(&f.json).unwrap())
            .collect();
        assert_eq!(json[0]["sections"][0]["fields"]["x"], "甲");
        assert_eq!(json[1]["sections"][0]["fields"]["x"], "one");
        assert_eq!(json[1]["sections"][0]["tables"]["t"][0]["key"], "k");
        assert_eq!(json[1]["base"], "2027-01-01");
        assert_ne!(sample.files[0].path, sample.files[1].path);
    }

    #[test]
    fn a_missing_language_is_a_problem() {
        let text = format!("{HEAD}[a]\nx = {{ zh = \"甲\" }}\n");
        assert_eq!(sample("s", &text).unwrap_err(), "a.x has no `en`");
    }
}
