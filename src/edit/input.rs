//! Between what a field holds and what stands in its input.

use crate::catalogue::{FieldDef, FieldType};
use crate::model::{Amount, Value};
use chrono::NaiveDate;

/// What was typed, as the field's type where it fits and as text where it does not. None when the
/// field is empty. `unit` is the unit chosen beside a number, if the field has one.
pub fn parse_input(field: &FieldDef, typed: &str, unit: Option<&str>) -> Option<Value> {
    if typed.trim().is_empty() {
        return None;
    }
    let text = || Value::Text(typed.to_owned());
    Some(match field.kind {
        FieldType::Text | FieldType::Longtext | FieldType::Formula => text(),
        // `lines` would swallow the line break just typed.
        FieldType::List => Value::List(typed.split('\n').map(str::to_owned).collect()),
        FieldType::Int
        | FieldType::Number
        | FieldType::Percent
        | FieldType::Money
        | FieldType::Duration => match parse_amount(typed, field.kind) {
            Some(amount) => Value::Number(Amount {
                unit: unit.map(str::to_owned),
                ..amount
            }),
            None => text(),
        },
        FieldType::Date => match parse_date(typed) {
            Some(date) => Value::Date(date),
            None => text(),
        },
        FieldType::Time => match parse_time(typed) {
            Some(time) => Value::Time(time),
            None => text(),
        },
        FieldType::Enum => Value::Enum(typed.to_owned()),
        FieldType::Bool => match typed {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => text(),
        },
        FieldType::Range => parse_range(typed).unwrap_or_else(text),
        FieldType::Period => parse_period(typed).unwrap_or_else(text),
        // These have their own inputs and arrive here as text only from a paste.
        FieldType::Multi | FieldType::Ref | FieldType::Refs | FieldType::Letters => text(),
    })
}

/// What stands in the input for a value.
pub fn input_text(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Time(text) | Value::Enum(text) => text.clone(),
        Value::List(items) => items.join("\n"),
        Value::Number(amount) => amount.display(),
        Value::Date(date) => date.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Range { min, max } => span(min.as_ref(), max.as_ref()),
        Value::Period { from, to } => span(from.as_ref(), to.as_ref()),
        Value::Multi(_) | Value::Refs(_) | Value::Letters(_) | Value::Other(_) => String::new(),
    }
}

fn span<T: ToString>(from: Option<&T>, to: Option<&T>) -> String {
    let end = |end: Option<&T>| end.map(T::to_string).unwrap_or_default();
    format!("{} – {}", end(from), end(to))
}

/// A figure with the usual ways of writing it: separators, 万 and 亿, k and w, a trailing per cent
/// sign in a percentage. None for anything else.
fn parse_amount(typed: &str, kind: FieldType) -> Option<Amount> {
    let folded: String = typed
        .trim()
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - 0xff10 + 0x30).unwrap_or(c),
            '．' => '.',
            '，' => ',',
            '－' | '−' => '-',
            '％' => '%',
            other => other,
        })
        .filter(|c| *c != ',' && *c != ' ')
        .collect();
    let plain = folded
        .strip_suffix('%')
        .filter(|_| kind == FieldType::Percent);
    let body = plain.unwrap_or(&folded);
    let (digits, factor) = match body.char_indices().next_back()? {
        (at, '万' | 'w' | 'W') => (&body[..at], 1e4),
        (at, '亿') => (&body[..at], 1e8),
        (at, 'k' | 'K') => (&body[..at], 1e3),
        _ => (body, 1.0),
    };
    let simple = digits
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    let value = digits
        .parse::<f64>()
        .ok()
        .filter(|v| simple && v.is_finite())?
        * factor;
    let amount = Amount::new(value);
    let as_typed = (amount.display() != typed).then(|| typed.to_owned());
    Some(Amount {
        text: as_typed,
        ..amount
    })
}

/// What stands between two ends: `8–10`, `8 到 10`, `8 to 10`.
const BETWEEN: &[&str] = &["～", "~", " – ", "–", "—", "至", "到", " to ", " - ", "-"];

/// The two ends of a span, by the first joint at which both of them can be read.
fn ends<T>(typed: &str, read: impl Fn(&str) -> Option<T>) -> Option<(T, T)> {
    BETWEEN.iter().find_map(|joint| {
        let (from, to) = typed.split_once(joint)?;
        Some((read(from.trim())?, read(to.trim())?))
    })
}

fn parse_range(typed: &str) -> Option<Value> {
    // Only figures that come back as they were typed: a range keeps no wording.
    let figure = |text: &str| text.parse().ok().filter(|v: &f64| v.to_string() == text);
    let (min, max) = ends(typed, figure)?;
    Some(Value::Range {
        min: Some(min),
        max: Some(max),
    })
}

fn parse_period(typed: &str) -> Option<Value> {
    let (from, to) = ends(typed, parse_date)?;
    Some(Value::Period {
        from: Some(from),
        to: Some(to),
    })
}

/// 09:30, 9:30 and 9：30, as `HH:MM`.
fn parse_time(typed: &str) -> Option<String> {
    let (hour, minute) = typed.trim().split_once([':', '：'])?;
    let part = |text: &str, limit: u8| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        text.parse()
            .ok()
            .filter(|value: &u8| digits && *value < limit)
    };
    let (hour, minute) = (
        part(hour, 24)?,
        part(minute, 60).filter(|_| minute.len() == 2)?,
    );
    Some(format!("{hour:02}:{minute:02}"))
}

/// 2027-06-30, 2027/6/30, 2027.6.30, 2027年6月30日.
fn parse_date(typed: &str) -> Option<NaiveDate> {
    let trimmed = typed.trim().trim_end_matches('日');
    let mut parts = trimmed.split(['-', '/', '.', '年', '月']);
    let year = parts.next()?.trim();
    let (month, day) = (parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(
        year.parse().ok()?,
        month.trim().parse().ok()?,
        day.trim().parse().ok()?,
    )
}
