//! A value as somebody wrote it in a message: names, labels and units instead of choices.

use super::input::parse_input;
use super::refs::candidates;
use crate::catalogue::{self, FieldDef, FieldType, Texts};
use crate::model::{Charter, Value};
use std::collections::BTreeMap;

/// What was written, as the field's type where it fits: names of rows that are there, labels of
/// options, figures with the field's own unit. Everything else goes through [`parse_input`], which
/// keeps as text what does not fit. `siblings` are the values that stand beside the field.
pub fn parse_written(
    charter: &Charter,
    field: &FieldDef,
    siblings: &BTreeMap<String, Value>,
    written: &str,
    texts: &Texts,
) -> Option<Value> {
    let plain = written.trim();
    let short = plain.trim_end_matches(['。', '；', ';']).trim_end();
    match field.kind {
        FieldType::Text | FieldType::Longtext | FieldType::Formula | FieldType::List => {
            parse_input(field, plain, None)
        }
        FieldType::Enum => {
            let value = option(field, short, texts).map(Value::Enum);
            value.or_else(|| as_text(plain))
        }
        FieldType::Multi => {
            let found: Option<Vec<String>> = parts(short)
                .map(|part| option(field, part, texts))
                .collect();
            let value = found.filter(|ids| !ids.is_empty()).map(Value::Multi);
            value.or_else(|| as_text(plain))
        }
        FieldType::Ref | FieldType::Refs => {
            let known = candidates(charter, field, texts);
            let named = |name: &str| {
                let found = known.iter().find(|known| known.label.trim() == name)?;
                Some(found.id.clone())
            };
            let whole = named(short).map(|id| vec![id]);
            let several = || -> Option<Vec<_>> { parts(short).map(named).collect() };
            let value = match field.kind {
                FieldType::Ref => whole,
                _ => whole.or_else(several).filter(|ids| !ids.is_empty()),
            };
            value.map(Value::Refs).or_else(|| as_text(plain))
        }
        FieldType::Bool => match short.to_lowercase().as_str() {
            "是" | "对" | "yes" | "true" => Some(Value::Bool(true)),
            "否" | "不是" | "no" | "false" => Some(Value::Bool(false)),
            _ => as_text(plain),
        },
        _ => number_or_day(field, siblings, plain, short, texts),
    }
}

/// A figure may come with the unit that the field has anyway.
fn number_or_day(
    field: &FieldDef,
    siblings: &BTreeMap<String, Value>,
    plain: &str,
    short: &str,
    texts: &Texts,
) -> Option<Value> {
    let unit = match field.unit_from.and_then(|from| siblings.get(from)) {
        Some(Value::Enum(id)) => id.as_str(),
        Some(Value::Text(own)) => own.trim(),
        _ => field.unit.unwrap_or_default(),
    };
    let label = catalogue::unit_label(unit).map_or(unit, |label| texts.get(label));
    let bare = match label.is_empty() {
        true => short,
        false => short.strip_suffix(label).map_or(short, str::trim_end),
    };
    let own_unit = field.unit.filter(|_| field.kind == FieldType::Duration);
    [bare, short]
        .into_iter()
        .filter_map(|text| parse_input(field, text, own_unit))
        .find(|value| !matches!(value, Value::Text(_)))
        .or_else(|| as_text(plain))
}

fn option(field: &FieldDef, written: &str, texts: &Texts) -> Option<String> {
    let known = field.options.iter().find(|option| {
        texts.get(option.label).eq_ignore_ascii_case(written) || option.id == written
    });
    known.map(|option| option.id.to_owned())
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['、', '，', ',', '；', ';', '\n', '/'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

fn as_text(text: &str) -> Option<Value> {
    (!text.is_empty()).then(|| Value::Text(text.to_owned()))
}
