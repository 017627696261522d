//! A value of a sample's file as the field's type.

use super::dates::{Shift, parse};
use crate::catalogue::{FieldDef, FieldType, unit_label};
use crate::edit::parse_input;
use crate::model::{Amount, RowId, Value};
use chrono::NaiveDate;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// What a key of a file stands for.
pub(super) struct Named {
    /// Section type and table; the table is empty for a section.
    pub(super) place: (String, String),
    /// Id in the charter.
    pub(super) id: RowId,
}

/// What values need beside themselves.
pub(super) struct Reader {
    /// Rows and sections by key.
    pub(super) keys: BTreeMap<String, Named>,
    /// How dates move.
    pub(super) shift: Shift,
}

/// Why a value cannot be read.
pub(super) enum Wrong {
    /// Not of the field's type.
    Value,
    /// Refers to nothing, or to something that the field may not refer to.
    Key(String),
}

impl Reader {
    /// The value of a field.
    pub(super) fn value(&self, field: &FieldDef, json: &Json) -> Result<Value, Wrong> {
        match field.kind {
            FieldType::Ref => Ok(Value::Refs(vec![self.key(field, json)?])),
            FieldType::Refs => {
                let keys = json.as_array().ok_or(Wrong::Value)?.iter();
                keys.map(|key| self.key(field, key))
                    .collect::<Result<_, _>>()
                    .map(Value::Refs)
            }
            FieldType::Letters => {
                let mut letters = BTreeMap::new();
                for (key, value) in json.as_object().ok_or(Wrong::Value)? {
                    let id = self.key(field, &Json::from(key.as_str()))?;
                    letters.insert(id, value.as_str().ok_or(Wrong::Value)?.to_owned());
                }
                Ok(Value::Letters(letters))
            }
            _ => self.plain(field, json).ok_or(Wrong::Value),
        }
    }

    /// The row or section that a key names, if the field may refer to it.
    fn key(&self, field: &FieldDef, json: &Json) -> Result<RowId, Wrong> {
        let key = json.as_str().ok_or(Wrong::Value)?;
        let unknown = || Wrong::Key(key.to_owned());
        let named = self.keys.get(key).ok_or_else(unknown)?;
        let allowed = field
            .to
            .iter()
            .filter_map(|id| crate::catalogue::entity(id))
            .any(|entity| {
                let (section, table) = &named.place;
                (entity.section == section && entity.table == table)
                    || (entity.section == "*" && table.is_empty())
            });
        if allowed {
            Ok(named.id.clone())
        } else {
            Err(unknown())
        }
    }

    fn plain(&self, field: &FieldDef, json: &Json) -> Option<Value> {
        match field.kind {
            FieldType::List => {
                let items = json.as_array()?.iter();
                let items = items.map(|item| self.shift.text(item.as_str()?));
                Some(Value::List(items.collect::<Option<_>>()?))
            }
            FieldType::Multi => {
                let items = json.as_array()?.iter();
                let items = items.map(|item| option(field, item.as_str()?));
                Some(Value::Multi(items.collect::<Option<_>>()?))
            }
            FieldType::Enum => Some(Value::Enum(option(field, json.as_str()?)?)),
            FieldType::Bool => json.as_bool().map(Value::Bool),
            FieldType::Int
            | FieldType::Number
            | FieldType::Percent
            | FieldType::Money
            | FieldType::Duration => number(field, json).map(Value::Number),
            FieldType::Range => {
                let (min, max) = (end(json, "min")?, end(json, "max")?);
                let open = min.is_none() && max.is_none();
                (!open).then(|| Value::Range {
                    min: as_f64(min),
                    max: as_f64(max),
                })
            }
            FieldType::Date => Some(Value::Date(self.date(json)?)),
            FieldType::Period => {
                let day = |end: Option<&Json>| match end {
                    Some(json) => self.date(json).map(Some),
                    None => Some(None),
                };
                let (from, to) = (end(json, "from")?, end(json, "to")?);
                Some(Value::Period {
                    from: day(from)?,
                    to: day(to)?,
                })
            }
            FieldType::Time => time(json.as_str()?).map(Value::Time),
            FieldType::Text | FieldType::Longtext | FieldType::Formula => {
                parse_input(field, &self.shift.text(json.as_str()?)?, None)
            }
            FieldType::Ref | FieldType::Refs | FieldType::Letters => None,
        }
    }

    fn date(&self, json: &Json) -> Option<NaiveDate> {
        self.shift.date(parse(json.as_str()?)?)
    }
}

/// One of the field's options.
fn option(field: &FieldDef, id: &str) -> Option<String> {
    field
        .options
        .iter()
        .any(|option| option.id == id)
        .then(|| id.to_owned())
}

/// A figure in the field's own unit, a figure as a user writes it (`4.0 万`), or for a duration
/// a figure with a unit id (`2 workday`).
fn number(field: &FieldDef, json: &Json) -> Option<Amount> {
    let amount = if let Some(value) = json.as_f64() {
        Amount {
            unit: field.unit.map(str::to_owned),
            ..Amount::new(value)
        }
    } else {
        let text = json.as_str()?;
        let own = text
            .rsplit_once(' ')
            .filter(|(_, unit)| field.kind == FieldType::Duration && unit_label(unit).is_some());
        let (figure, unit) = match own {
            Some((figure, unit)) => (figure, Some(unit)),
            None => (text, field.unit),
        };
        match parse_input(field, figure, unit)? {
            Value::Number(amount) => amount,
            _ => return None,
        }
    };
    let fits = field.min.is_none_or(|min| amount.value >= min)
        && field.max.is_none_or(|max| amount.value <= max);
    fits.then_some(amount)
}

/// An end of a range or period; the outer none when the value has no ends at all.
fn end<'a>(json: &'a Json, name: &str) -> Option<Option<&'a Json>> {
    json.as_object().map(|ends| ends.get(name))
}

fn as_f64(json: Option<&Json>) -> Option<f64> {
    json.and_then(Json::as_f64)
}

/// `HH:MM`.
fn time(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once(':')?;
    let two = hour.len() == 2 && minute.len() == 2;
    let fits = hour.parse::<u8>().ok()? < 24 && minute.parse::<u8>().ok()? < 60;
    (two && fits).then(|| text.to_owned())
}
