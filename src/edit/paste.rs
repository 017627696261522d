//! Pasted lines become rows: a column from a spreadsheet, a list, or lines of the form
//! "岗位：做什么，何时，交什么".

use super::input::parse_input;
use super::refs::create_by_name;
use crate::catalogue::{FieldDef, FieldType, TableDef, Texts};
use crate::model::{Charter, IdSource, Row, Value};

/// The lines of a paste that hold something, without list marks and numbers in front.
pub fn split_lines(pasted: &str) -> Vec<&str> {
    pasted
        .lines()
        .map(strip_marker)
        .filter(|line| !line.is_empty())
        .collect()
}

/// One row per line. Cells divided by tabs or bars go to the columns in order; otherwise a name
/// before the first colon goes to the row's reference column when the table has one among its
/// first fields, and the rest to the column that names the row. Names that are not there yet are
/// created. Every word of a line ends up in its row.
pub fn paste_rows(
    charter: &mut Charter,
    table: &'static TableDef,
    pasted: &str,
    texts: &Texts,
    new_id: &mut dyn IdSource,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for line in split_lines(pasted) {
        if line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) {
            continue;
        }
        let mut row = Row::new(new_id.next_id());
        for (field, text) in assign(table, line) {
            let value = match field.kind {
                FieldType::Ref | FieldType::Refs => reference(charter, field, text, new_id),
                FieldType::Enum => option(field, text, texts),
                _ => parse_input(field, text, field.unit),
            };
            if let Some(value) = value {
                row.cells.insert(field.id.to_owned(), value);
            }
        }
        rows.push(row);
    }
    rows
}

/// Which part of a line goes to which column.
fn assign<'a>(table: &'static TableDef, line: &'a str) -> Vec<(&'static FieldDef, &'a str)> {
    let cells = split_cells(line);
    if cells.len() > 1 {
        let mut pairs: Vec<(&FieldDef, &str)> = Vec::new();
        let places = table.columns.iter().filter(|column| takes_text(column));
        for (field, cell) in places.zip(&cells) {
            pairs.push((field, cell));
        }
        // More cells than columns: the rest must not be lost, so the line goes in as a whole.
        if pairs.len() == cells.len() {
            return pairs;
        }
    }
    let Some(title) = table.column(table.title) else {
        return Vec::new();
    };
    let leading = table
        .columns
        .iter()
        .take_while(|column| column.id != table.title)
        .find(|column| column.kind == FieldType::Ref);
    let split = split_name(line);
    match (leading, split) {
        (Some(field), Some((name, rest)))
            if !rest.trim().is_empty() && name.chars().count() <= 12 =>
        {
            vec![(field, name.trim()), (title, rest.trim())]
        }
        _ => vec![(title, line)],
    }
}

/// The name before a colon and what follows. The colon of a time (9:30) or an address (https://)
/// divides nothing.
fn split_name(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.split_once(['：', ':'])?;
    let time = name.trim_end().ends_with(is_digit) && rest.trim_start().starts_with(is_digit);
    (!time && !rest.starts_with("//")).then_some((name, rest))
}

fn split_cells(line: &str) -> Vec<&str> {
    if line.contains('\t') {
        return line.split('\t').map(str::trim).collect();
    }
    let inner = line.trim_matches('|');
    if inner.contains('|') {
        return inner.split('|').map(str::trim).collect();
    }
    vec![line]
}

fn takes_text(column: &FieldDef) -> bool {
    !matches!(
        column.kind,
        FieldType::Letters | FieldType::Range | FieldType::Period | FieldType::Bool
    )
}

fn reference(
    charter: &mut Charter,
    field: &FieldDef,
    text: &str,
    new_id: &mut dyn IdSource,
) -> Option<Value> {
    let names: Vec<&str> = match field.kind {
        FieldType::Refs => text.split(['、', '，', ',', ';', '；', '/']).collect(),
        _ => vec![text],
    };
    let entity = *field.to.first()?;
    let ids: Vec<_> = names
        .into_iter()
        .filter(|name| !name.trim().is_empty())
        .filter_map(|name| create_by_name(charter, entity, name, new_id))
        .collect();
    if ids.is_empty() {
        parse_text(text)
    } else {
        Some(Value::Refs(ids))
    }
}

fn option(field: &FieldDef, text: &str, texts: &Texts) -> Option<Value> {
    let known = field
        .options
        .iter()
        .find(|option| option.id == text || texts.get(option.label) == text);
    match known {
        Some(option) => Some(Value::Enum(option.id.to_owned())),
        None => parse_text(text),
    }
}

fn parse_text(text: &str) -> Option<Value> {
    (!text.trim().is_empty()).then(|| Value::Text(text.to_owned()))
}

/// Takes off "- ", "* ", "1. ", "1、", "（1）", "①" and the like.
fn strip_marker(line: &str) -> &str {
    let line = line.trim();
    let bullet = line
        .strip_prefix(['-', '*', '•', '·', '●', '▪', '–'])
        .map(str::trim_start);
    if let Some(rest) = bullet
        && !rest.is_empty()
        && !is_negative(line)
    {
        return rest;
    }
    let first = line.chars().next().unwrap_or(' ');
    if ('①'..='⑳').contains(&first) {
        return line[first.len_utf8()..].trim_start();
    }
    let inner = line.strip_prefix(['（', '(']).unwrap_or(line);
    let digits = leading_digits(inner);
    if digits == 0 || digits > 2 {
        return line;
    }
    let after = inner.trim_start_matches(is_digit);
    if let Some(rest) = after.strip_prefix('、') {
        return if enumerates(rest) {
            line
        } else {
            rest.trim_start()
        };
    }
    if let Some(rest) = after.strip_prefix(['）', ')']) {
        return rest.trim_start();
    }
    // "1. " is a marker, "1.5 倍" is not.
    match after.strip_prefix(['.', '．']) {
        Some(rest) if !rest.starts_with(is_digit) => rest.trim_start(),
        _ => line,
    }
}

/// How many digits a text begins with, full-width ones too.
fn leading_digits(text: &str) -> usize {
    text.chars().take_while(|c| is_digit(*c)).count()
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// "1、" is a marker, but not in "30、60、90 天" and "5、6 月".
fn enumerates(rest: &str) -> bool {
    let after = rest.trim_start_matches(is_digit);
    (1..=2).contains(&leading_digits(rest))
        && after.trim_start().starts_with(['、', '月', '日', '号'])
}

/// "-5%" is a figure, "- 5 次" an item of a list.
fn is_negative(line: &str) -> bool {
    line.strip_prefix(['-', '–'])
        .is_some_and(|rest| rest.starts_with(is_digit))
}
