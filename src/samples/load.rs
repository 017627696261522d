//! A sample's JSON as a charter.

use super::dates::Shift;
use super::value::{Named, Reader, Wrong};
use crate::catalogue::{self, FieldDef, SectionDef, TableDef};
use crate::edit::{add_section, new_charter};
use crate::model::{Charter, IdSource, Lang, Row, RowId, Value};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::fmt;

/// Why a sample cannot be opened. Places read `section.table.column`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SampleError {
    /// Not a sample's file.
    NotASample,
    /// Another sample, or another language of it.
    OtherSample,
    /// A section, table or field that the catalogue does not have.
    Unknown(String),
    /// A value that does not fit its field.
    Value(String),
    /// A reference to nothing, or to a row of the wrong kind: place and key.
    Reference(String, String),
    /// Two rows with one key.
    DoubleKey(String),
}

impl fmt::Display for SampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SampleError::NotASample => f.write_str("not a sample of this program"),
            SampleError::OtherSample => f.write_str("another sample or language"),
            SampleError::Unknown(place) => write!(f, "the catalogue has no {place}"),
            SampleError::Value(place) => write!(f, "the value of {place} does not fit"),
            SampleError::Reference(place, key) => write!(f, "{place} refers to `{key}`"),
            SampleError::DoubleKey(key) => write!(f, "two rows are called `{key}`"),
        }
    }
}

impl std::error::Error for SampleError {}

#[derive(Deserialize)]
struct Source {
    kind: String,
    profile: String,
    language: Lang,
    #[serde(deserialize_with = "crate::model::day::deserialize")]
    base: NaiveDate,
    sections: Vec<SourceSection>,
}

#[derive(Deserialize)]
struct SourceSection {
    #[serde(rename = "type")]
    kind: String,
    fields: BTreeMap<String, Json>,
    tables: BTreeMap<String, Vec<BTreeMap<String, Json>>>,
}

/// The entry of a row that names it.
const KEY: &str = "key";

/// Makes a charter of a sample. `source` is what the page fetched from `SampleDef::path`, or
/// `embedded`. Dates move by whole months so that the sample opens in the month of `today`.
///
/// # Errors
/// When the text is not this sample in this language, or does not fit the catalogue.
pub fn load(
    id: &str,
    lang: Lang,
    source: &str,
    today: NaiveDate,
    new_id: &mut dyn IdSource,
) -> Result<Charter, SampleError> {
    let source: Source = serde_json::from_str(source).map_err(|_| SampleError::NotASample)?;
    let def = super::sample(id).ok_or(SampleError::NotASample)?;
    if source.language != lang || source.kind != def.kind || source.profile != def.profile {
        return Err(SampleError::OtherSample);
    }
    let mut charter = new_charter(&source.profile, lang, today, new_id);
    let mut reader = Reader {
        keys: BTreeMap::new(),
        shift: Shift::new(source.base, today),
    };
    let mut places = Vec::new();
    for section in &source.sections {
        let def = catalogue::section(&section.kind)
            .ok_or_else(|| SampleError::Unknown(section.kind.clone()))?;
        let id = add_section(&mut charter, def.id, new_id);
        let rows = name_rows(&mut reader, section, new_id)?;
        places.push((def, id, section, rows));
    }
    for section in &charter.sections {
        let place = (section.kind.clone(), String::new());
        reader.keys.insert(
            section.kind.clone(),
            Named {
                place,
                id: section.id.clone(),
            },
        );
    }
    for (def, id, section, rows) in places {
        let Some(target) = charter.section_mut(&id) else {
            continue;
        };
        for (name, json) in &section.fields {
            let value = field_value(&reader, def, name, json)?;
            target.fields.insert(name.clone(), value);
        }
        for (table, ids) in rows {
            let sources = section.tables.get(&table).map_or(&[][..], Vec::as_slice);
            let table_def = table_of(def, &table)?;
            let made = ids.into_iter().zip(sources);
            let made = made.map(|(id, source)| row(&reader, def, table_def, id, source));
            target.tables.insert(table, made.collect::<Result<_, _>>()?);
        }
    }
    Ok(charter)
}

/// Gives every row its id, so that rows can refer to later ones.
fn name_rows(
    reader: &mut Reader,
    section: &SourceSection,
    new_id: &mut dyn IdSource,
) -> Result<Vec<(String, Vec<RowId>)>, SampleError> {
    let mut tables = Vec::new();
    for (table, rows) in &section.tables {
        let mut ids = Vec::new();
        for row in rows {
            let id = new_id.next_id();
            if let Some(key) = row.get(KEY).and_then(Json::as_str) {
                let place = (section.kind.clone(), table.clone());
                let named = Named {
                    place,
                    id: id.clone(),
                };
                let double = reader.keys.insert(key.to_owned(), named).is_some();
                if double || catalogue::section(key).is_some() {
                    return Err(SampleError::DoubleKey(key.to_owned()));
                }
            }
            ids.push(id);
        }
        tables.push((table.clone(), ids));
    }
    Ok(tables)
}

fn table_of(def: &SectionDef, table: &str) -> Result<&'static TableDef, SampleError> {
    def.table(table)
        .ok_or_else(|| SampleError::Unknown(format!("{}.{table}", def.id)))
}

fn field_value(
    reader: &Reader,
    def: &SectionDef,
    name: &str,
    json: &Json,
) -> Result<Value, SampleError> {
    let place = format!("{}.{name}", def.id);
    value(reader, def.field(name), json, place)
}

fn row(
    reader: &Reader,
    def: &SectionDef,
    table: &TableDef,
    id: RowId,
    source: &BTreeMap<String, Json>,
) -> Result<Row, SampleError> {
    let mut row = Row::new(id);
    for (name, json) in source.iter().filter(|(name, _)| *name != KEY) {
        let place = format!("{}.{}.{name}", def.id, table.id);
        let value = value(reader, table.column(name), json, place)?;
        row.cells.insert(name.clone(), value);
    }
    Ok(row)
}

fn value(
    reader: &Reader,
    field: Option<&FieldDef>,
    json: &Json,
    place: String,
) -> Result<Value, SampleError> {
    let Some(field) = field else {
        return Err(SampleError::Unknown(place));
    };
    reader.value(field, json).map_err(|wrong| match wrong {
        Wrong::Value => SampleError::Value(place),
        Wrong::Key(key) => SampleError::Reference(place, key),
    })
}
