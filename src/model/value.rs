//! What one field can hold.

use super::RowId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The value of a field or cell. What does not fit the field's type stays `Text` as it was typed,
/// so that nothing is lost; a finding says what is wrong with it.
///
/// Written as an object with one key, for example `{"date":"2027-06-30"}`. A shape that this
/// version does not know is kept as `Other` and written back unchanged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", from = "Wire", into = "Wire")]
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
    Other(serde_json::Value),
}

/// A number as it was typed, so that "4 万" or "98.50" comes back as such.
///
/// One with a field from a newer version does not pass here and is kept whole as [`Value::Other`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// In the unit below; 万 and the like resolved.
    pub value: f64,
    /// As typed, when that differs from the plain figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Unit id of the catalogue, or the user's own word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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

/// The form on disk. Kept apart so that an unknown shape becomes `Other` instead of an error.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Wire {
    Known(Known),
    Other(serde_json::Value),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Known {
    Text(String),
    List(Vec<String>),
    Number(Amount),
    Range {
        min: Option<f64>,
        max: Option<f64>,
    },
    Date(NaiveDate),
    Time(String),
    Period {
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    },
    Enum(String),
    Multi(Vec<String>),
    Refs(Vec<RowId>),
    Bool(bool),
    Letters(BTreeMap<RowId, String>),
}

impl From<Wire> for Value {
    fn from(wire: Wire) -> Value {
        let known = match wire {
            Wire::Other(raw) => return Value::Other(raw),
            Wire::Known(known) => known,
        };
        match known {
            Known::Text(v) => Value::Text(v),
            Known::List(v) => Value::List(v),
            Known::Number(v) => Value::Number(v),
            Known::Range { min, max } => Value::Range { min, max },
            Known::Date(v) => Value::Date(v),
            Known::Time(v) => Value::Time(v),
            Known::Period { from, to } => Value::Period { from, to },
            Known::Enum(v) => Value::Enum(v),
            Known::Multi(v) => Value::Multi(v),
            Known::Refs(v) => Value::Refs(v),
            Known::Bool(v) => Value::Bool(v),
            Known::Letters(v) => Value::Letters(v),
        }
    }
}

impl From<Value> for Wire {
    fn from(value: Value) -> Wire {
        Wire::Known(match value {
            Value::Other(raw) => return Wire::Other(raw),
            Value::Text(v) => Known::Text(v),
            Value::List(v) => Known::List(v),
            // JSON has no infinity: a figure that cannot be written stays as its text.
            Value::Number(v) if !v.value.is_finite() => Known::Text(v.display()),
            Value::Number(v) => Known::Number(v),
            Value::Range { min, max } => Known::Range { min, max },
            Value::Date(v) => Known::Date(v),
            Value::Time(v) => Known::Time(v),
            Value::Period { from, to } => Known::Period { from, to },
            Value::Enum(v) => Known::Enum(v),
            Value::Multi(v) => Known::Multi(v),
            Value::Refs(v) => Known::Refs(v),
            Value::Bool(v) => Known::Bool(v),
            Value::Letters(v) => Known::Letters(v),
        })
    }
}
