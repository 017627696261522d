//! Reading a charter back.

use super::migrate::{MIGRATIONS, migrate};
use super::{FORMAT, VERSION};
use crate::model::{Charter, Row, Section};
use serde::Deserialize;
use serde_json::Value;
use std::fmt;

/// What a file held.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The document, in today's form.
    pub charter: Charter,
    /// The version it was written in; lower than [`VERSION`] when it has been migrated.
    pub version: u32,
    /// When it was written, as the file says; may be empty.
    pub saved_at: String,
    /// By what it was written, as the file says; may be empty.
    pub app: String,
}

/// Why a file could not be read. Nothing is ever half-read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No file of this program.
    NotACharter,
    /// Written by a newer version of this program.
    TooNew {
        /// Its form.
        version: u32,
    },
    /// An older form could not be brought up to date.
    MigrationFailed {
        /// The version the failing step starts from.
        from: u32,
        /// Name of the step; empty when there is none.
        name: String,
        /// What it said.
        message: String,
    },
    /// A file of this program, but damaged.
    Invalid {
        /// Where: `charter.sections[3].type`, or `line:column` where the text is not JSON.
        path: String,
        /// What is wrong there, in English, for a report.
        message: String,
    },
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::NotACharter => f.write_str("not a charter file"),
            LoadError::TooNew { version } => write!(f, "written in the newer form {version}"),
            LoadError::MigrationFailed {
                from,
                name,
                message,
            } => write!(f, "step {from} ({name}) failed: {message}"),
            LoadError::Invalid { path, message } => write!(f, "{path}: {message}"),
        }
    }
}

impl std::error::Error for LoadError {}

/// Reads what [`super::save`] or [`super::save_compact`] of this or an older version wrote.
///
/// Takes any text: garbage and deep nesting are errors. Nesting beyond 128 levels is refused.
pub fn load(text: &str) -> Result<Loaded, LoadError> {
    // Notepad and Excel put a byte order mark in front of what they save.
    let text = text.trim_start_matches('\u{feff}').trim();
    let mut value: Value = serde_json::from_str(text).map_err(|error| broken(text, &error))?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(LoadError::NotACharter);
    }
    let version = version(&value)?;
    let mut charter = match value.get_mut("charter") {
        Some(charter) => charter.take(),
        None => return Err(invalid("charter", "missing")),
    };
    migrate(MIGRATIONS, version, VERSION, &mut charter)?;
    match Charter::deserialize(&charter) {
        Ok(charter) => Ok(Loaded {
            charter,
            version,
            saved_at: text_of(&value, "saved_at"),
            app: text_of(&value, "app"),
        }),
        Err(error) => Err(LoadError::Invalid {
            path: locate(&charter),
            message: error.to_string(),
        }),
    }
}

fn invalid(path: &str, message: &str) -> LoadError {
    LoadError::Invalid {
        path: path.to_owned(),
        message: message.to_owned(),
    }
}

/// Text that is no JSON: ours if it starts like ours, for example a download that broke off.
fn broken(text: &str, error: &serde_json::Error) -> LoadError {
    let head: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .take(200)
        .collect();
    if head.starts_with('{') && head.contains(&format!("\"format\":\"{FORMAT}\"")) {
        LoadError::Invalid {
            path: format!("{}:{}", error.line(), error.column()),
            message: error.to_string(),
        }
    } else {
        LoadError::NotACharter
    }
}

fn version(value: &Value) -> Result<u32, LoadError> {
    let number = value
        .get("version")
        .and_then(Value::as_u64)
        .filter(|number| *number > 0)
        .ok_or_else(|| invalid("version", "not a positive whole number"))?;
    match u32::try_from(number) {
        Ok(version) if version <= VERSION => Ok(version),
        version => Err(LoadError::TooNew {
            version: version.unwrap_or(u32::MAX),
        }),
    }
}

fn text_of(value: &Value, key: &str) -> String {
    value
        .get(key)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// The smallest part of a charter that cannot be read; looked for only after a failure, so that
/// reading itself need not keep track of where it is.
fn locate(charter: &Value) -> String {
    let Some(map) = charter.as_object() else {
        return "charter".to_owned();
    };
    if let Some(Value::Array(sections)) = map.get("sections") {
        for (at, section) in sections.iter().enumerate() {
            if Section::deserialize(section).is_err() {
                return format!("charter.sections[{at}]{}", locate_in_section(section));
            }
        }
    }
    // The sections are fine: leave out one key after the other and see when the complaint changes.
    let complaint = |map: &serde_json::Map<String, Value>| {
        Charter::deserialize(&Value::Object(map.clone()))
            .err()
            .map(|error| error.to_string())
    };
    let before = complaint(map);
    for key in map.keys() {
        let mut rest = map.clone();
        rest.remove(key);
        if complaint(&rest) != before {
            return format!("charter.{key}");
        }
    }
    "charter".to_owned()
}

fn locate_in_section(section: &Value) -> String {
    if let Some(Value::Object(tables)) = section.get("tables") {
        for (name, rows) in tables {
            let Some(rows) = rows.as_array() else {
                return format!(".tables.{name}");
            };
            if let Some(at) = rows.iter().position(|row| Row::deserialize(row).is_err()) {
                return format!(".tables.{name}[{at}]");
            }
        }
    }
    String::new()
}
