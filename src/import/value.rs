//! The words of a cell as a value of its column: names as references, figures as numbers. What
//! does not fit stays text.

use super::rows::raci_letters;
use super::steps::took;
use crate::catalogue::{self, FieldDef, FieldType, Texts};
use crate::edit::{create_by_name, parse_input};
use crate::model::{Amount, Charter, IdSource, RowId, Value};
use crate::text::fold;
use std::collections::BTreeMap;

/// Longer texts are no names.
const NAME: usize = 24;

/// The value of a column or field for these words.
pub(super) fn value(
    charter: &mut Charter,
    field: &FieldDef,
    words: &str,
    texts: &Texts,
    new_id: &mut dyn IdSource,
) -> Option<Value> {
    let words = words.trim();
    if words.is_empty() {
        return None;
    }
    let text = || Some(Value::Text(words.to_owned()));
    match field.kind {
        FieldType::Ref | FieldType::Refs => references(charter, field, words, new_id).or_else(text),
        FieldType::Enum => option(field, words, texts).map(Value::Enum).or_else(text),
        FieldType::Multi => {
            let parts = split(words);
            let ids: Option<Vec<String>> = parts
                .iter()
                .map(|part| option(field, part, texts))
                .collect();
            ids.map(Value::Multi).or_else(text)
        }
        FieldType::List => Some(Value::List(
            words
                .split(['\n', '；'])
                .map(|item| item.trim().to_owned())
                .filter(|item| !item.is_empty())
                .collect(),
        )),
        FieldType::Letters => letters(charter, words, new_id).or_else(text),
        FieldType::Int
        | FieldType::Number
        | FieldType::Percent
        | FieldType::Money
        | FieldType::Duration => number(field, words, texts).or_else(text),
        _ => parse_input(field, words, field.unit),
    }
}

fn split(words: &str) -> Vec<&str> {
    let parts = words.split(['、', '，', ',', '；', ';', '/', '\n']);
    parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// The rows with these names, made where they are missing.
fn references(
    charter: &mut Charter,
    field: &FieldDef,
    words: &str,
    new_id: &mut dyn IdSource,
) -> Option<Value> {
    let names = match field.kind {
        FieldType::Refs => split(words),
        _ => vec![words],
    };
    if names.is_empty() || names.iter().any(|name| !is_name(name)) {
        return None;
    }
    let mut ids = Vec::new();
    for name in names {
        let known = field
            .to
            .iter()
            .find_map(|entity| named(charter, entity, name));
        let id = match known {
            Some(id) => id,
            None => create_by_name(charter, field.to.first()?, name, new_id)?,
        };
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Some(Value::Refs(ids))
}

/// The row of an entity kind with this name.
fn named(charter: &Charter, entity: &str, name: &str) -> Option<RowId> {
    let entity = catalogue::entity(entity)?;
    let title = catalogue::section(entity.section)?
        .table(entity.table)?
        .title;
    let rows = charter.rows(entity.section, entity.table);
    took(rows.len());
    let same = rows.iter().find(|row| row.text(title) == name);
    same.map(|row| row.id.clone())
}

/// Short, and one thing rather than "all of them".
fn is_name(name: &str) -> bool {
    let all = [
        "全", "各", "所有", "相关", "每", "all ", "All ", "every", "each ",
    ];
    name.chars().count() <= NAME && !all.iter().any(|word| name.starts_with(word))
}

fn option(field: &FieldDef, words: &str, texts: &Texts) -> Option<String> {
    let plain = fold(words);
    let known = field
        .options
        .iter()
        .find(|option| option.id == words || fold(texts.get(option.label)) == plain);
    known.map(|option| option.id.to_owned())
}

/// A figure, with a unit behind it where the column has units.
fn number(field: &FieldDef, words: &str, texts: &Texts) -> Option<Value> {
    if let Some(Value::Number(amount)) = parse_input(field, words, field.unit) {
        return Some(Value::Number(amount));
    }
    let (figure, unit) = with_unit(words, texts)?;
    match parse_input(field, figure, Some(unit))? {
        Value::Number(amount) => Some(Value::Number(amount)),
        _ => None,
    }
}

/// "45 分钟" as figure and unit; none where the unit is not one of the catalogue's.
pub(super) fn with_unit<'a>(words: &'a str, texts: &Texts) -> Option<(&'a str, &'static str)> {
    let start = words.len() - bare(words).len();
    let body = words.get(start..)?;
    let at = body.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' ')))?;
    let (figure, unit) = words.split_at_checked(start + at)?;
    let unit = fold(unit);
    let known = catalogue::UNITS
        .iter()
        .find(|known| fold(texts.get(known.label)) == unit || known.id == unit)
        .or_else(|| {
            let id = match unit.as_str() {
                "minutes" | "min" => "minute",
                "hours" => "hour",
                "days" => "day",
                "％" | "percent" => "percent",
                "名" => "person",
                _ => return None,
            };
            catalogue::UNITS.iter().find(|known| known.id == id)
        })?;
    let said = figure.chars().any(|c| c.is_ascii_digit());
    said.then_some((figure.trim(), known.id))
}

/// A figure without "at least" and the like in front.
fn bare(words: &str) -> &str {
    const COMPARE: [&str; 22] = [
        "不低于",
        "不少于",
        "不超过",
        "不高于",
        "大于",
        "小于",
        "低于",
        "高于",
        "超过",
        "≥",
        "≤",
        ">=",
        "<=",
        ">",
        "<",
        "＞",
        "＜",
        "at least",
        "at most",
        "above",
        "below",
        "under",
    ];
    let rest = COMPARE.iter().find_map(|word| words.strip_prefix(word));
    rest.unwrap_or(words).trim_start()
}

/// "运营经理：A；主管：R" as letters by role.
fn letters(charter: &mut Charter, words: &str, new_id: &mut dyn IdSource) -> Option<Value> {
    let mut map: BTreeMap<RowId, String> = BTreeMap::new();
    for part in words.split('；') {
        let (name, cell) = part.rsplit_once('：')?;
        let role = create_by_name(charter, "role", name, new_id)?;
        map.insert(role, raci_letters(cell)?);
    }
    Some(Value::Letters(map))
}

/// The figure of a cell in the unit that the row's own field names: 18% in a column of per cent.
pub(super) fn plain_number(words: &str) -> Option<Value> {
    let value: f64 = bare(words).replace(',', "").trim().parse().ok()?;
    let amount = Amount::new(value);
    let typed = (amount.display() != words).then(|| words.to_owned());
    Some(Value::Number(Amount {
        text: typed,
        ..amount
    }))
}
