//! What one field can hold.

use super::{RowId, parse_day};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// The value of a field or cell. What does not fit the field's type stays `Text` as it was typed,
/// so that nothing is lost; a finding says what is wrong with it.
///
/// Written as an object with one key, for example `{"date":"2027-06-30"}`. A shape that this
/// version does not know is kept as `Other` and written back unchanged.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text of any length, formulas too.
    Text(String),
    /// Several short texts.
    List(Vec<String>),
    /// A number with an optional unit: int, number, percent, money, duration.
    Number(Amount),
    /// From–to, either end open.
    Range {
        /// Lower end.
        min: Option<f64>,
        /// Upper end.
        max: Option<f64>,
    },
    /// A calendar date.
    Date(NaiveDate),
    /// A time of day, `HH:MM`.
    Time(String),
    /// First and last day, either end open.
    Period {
        /// First day.
        from: Option<NaiveDate>,
        /// Last day.
        to: Option<NaiveDate>,
    },
    /// One option id.
    Enum(String),
    /// Several option ids.
    Multi(Vec<String>),
    /// Rows referred to; one for `ref`, several for `refs`.
    Refs(Vec<RowId>),
    /// Yes or no.
    Bool(bool),
    /// Letters by row: role → `AR`.
    Letters(BTreeMap<RowId, String>),
    /// Something from a newer version.
    Other(Json),
}

/// A number as it was typed, so that "4 万" or "98.50" comes back as such.
///
/// One with a field from a newer version does not pass here and is kept whole as [`Value::Other`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Amount {
    /// In the unit below; 万 and the like resolved.
    pub value: f64,
    /// As typed, when that differs from the plain figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Unit id of the catalogue, or the user's own word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

impl Amount {
    /// A plain number.
    pub fn new(value: f64) -> Amount {
        Amount {
            value,
            text: None,
            unit: None,
        }
    }

    /// The figure as typed, or the shortest plain form.
    pub fn display(&self) -> String {
        self.text
            .clone()
            .unwrap_or_else(|| format!("{}", self.value))
    }
}

impl Value {
    /// True when a user would call the field empty.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Text(text) | Value::Time(text) | Value::Enum(text) => text.trim().is_empty(),
            Value::List(items) => items.iter().all(|item| item.trim().is_empty()),
            Value::Multi(items) => items.is_empty(),
            Value::Refs(ids) => ids.is_empty(),
            Value::Letters(map) => map.values().all(String::is_empty),
            Value::Range { min, max } => min.is_none() && max.is_none(),
            Value::Period { from, to } => from.is_none() && to.is_none(),
            Value::Number(_) | Value::Date(_) | Value::Bool(_) => false,
            Value::Other(raw) => raw.is_null(),
        }
    }

    /// The text, for `Text`.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The rows referred to; empty for any other value.
    pub fn refs(&self) -> &[RowId] {
        match self {
            Value::Refs(ids) => ids,
            _ => &[],
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // JSON has no infinity: a figure that cannot be written stays as its text.
        if let Value::Number(v) = self
            && !v.value.is_finite()
        {
            return Value::Text(v.display()).serialize(serializer);
        }
        let known = match self {
            Value::Other(raw) => return raw.serialize(serializer),
            Value::Text(text) => Known::Text(text),
            Value::List(items) => Known::List(items),
            Value::Number(amount) => Known::Number(amount),
            Value::Range { min, max } => Known::Range { min, max },
            Value::Date(day) => Known::Date(day),
            Value::Time(text) => Known::Time(text),
            Value::Period { from, to } => Known::Period { from, to },
            Value::Enum(id) => Known::Enum(id),
            Value::Multi(ids) => Known::Multi(ids),
            Value::Refs(ids) => Known::Refs(ids),
            Value::Bool(yes) => Known::Bool(*yes),
            Value::Letters(map) => Known::Letters(map),
        };
        known.serialize(serializer)
    }
}

/// The form on disk.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Known<'a> {
    Text(&'a str),
    List(&'a [String]),
    Number(&'a Amount),
    Range {
        min: &'a Option<f64>,
        max: &'a Option<f64>,
    },
    Date(&'a NaiveDate),
    Time(&'a str),
    Period {
        from: &'a Option<NaiveDate>,
        to: &'a Option<NaiveDate>,
    },
    Enum(&'a str),
    Multi(&'a [String]),
    Refs(&'a [RowId]),
    Bool(bool),
    Letters(&'a BTreeMap<RowId, String>),
}

/// Read by hand: what serde derives for "this shape, else keep it" is several times the code.
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        let raw = Json::deserialize(deserializer)?;
        Ok(known(&raw).unwrap_or(Value::Other(raw)))
    }
}

/// The value, if this version knows the shape and nothing of it would be lost.
fn known(raw: &Json) -> Option<Value> {
    let mut entries = raw.as_object()?.iter();
    let (name, content) = entries.next()?;
    if entries.next().is_some() {
        return None;
    }
    Some(match name.as_str() {
        "text" => Value::Text(text(content)?),
        "list" => Value::List(list(content, text)?),
        "number" => {
            let [value, typed, unit] = parts(content, ["value", "text", "unit"])?;
            Value::Number(Amount {
                value: value?.as_f64()?,
                text: optional(typed, text)?,
                unit: optional(unit, text)?,
            })
        }
        "range" => {
            let [min, max] = parts(content, ["min", "max"])?;
            Value::Range {
                min: optional(min, Json::as_f64)?,
                max: optional(max, Json::as_f64)?,
            }
        }
        "date" => Value::Date(day(content)?),
        "time" => Value::Time(text(content)?),
        "period" => {
            let [from, to] = parts(content, ["from", "to"])?;
            Value::Period {
                from: optional(from, day)?,
                to: optional(to, day)?,
            }
        }
        "enum" => Value::Enum(text(content)?),
        "multi" => Value::Multi(list(content, text)?),
        "refs" => Value::Refs(list(content, |id| text(id).map(RowId))?),
        "bool" => Value::Bool(content.as_bool()?),
        "letters" => {
            let mut letters = BTreeMap::new();
            for (id, letter) in content.as_object()? {
                letters.insert(RowId(id.clone()), text(letter)?);
            }
            Value::Letters(letters)
        }
        _ => return None,
    })
}

fn text(raw: &Json) -> Option<String> {
    raw.as_str().map(str::to_owned)
}

fn day(raw: &Json) -> Option<NaiveDate> {
    parse_day(raw.as_str()?)
}

fn list<T>(raw: &Json, item: fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    let mut items = Vec::new();
    for raw in raw.as_array()? {
        items.push(item(raw)?);
    }
    Some(items)
}

/// The entries with these names; none when there are others.
fn parts<'a, const N: usize>(raw: &'a Json, names: [&str; N]) -> Option<[Option<&'a Json>; N]> {
    let map = raw.as_object()?;
    let found = names.map(|name| map.get(name));
    (found.iter().flatten().count() == map.len()).then_some(found)
}

/// A part that may be left out or `null`; the outer none means that it does not fit.
fn optional<T>(raw: Option<&Json>, read: fn(&Json) -> Option<T>) -> Option<Option<T>> {
    match raw {
        None | Some(Json::Null) => Some(None),
        Some(raw) => read(raw).map(Some),
    }
}
