//! Figures and their units.

use super::format::Siblings;
use crate::catalogue::{FieldDef, FieldType};
use crate::model::{Lang, Value};

/// The unit of a number: of the value, of the column that holds it, or of the column itself.
pub(super) fn unit_id(own: Option<&str>, def: &FieldDef, siblings: Siblings<'_>) -> String {
    if let Some(own) = own.map(str::trim).filter(|own| !own.is_empty()) {
        return own.to_owned();
    }
    match def.unit_from.and_then(|from| siblings.get(from)) {
        Some(Value::Enum(id)) => id.clone(),
        Some(Value::Text(word)) => word.trim().to_owned(),
        _ if def.kind == FieldType::Percent => "%".into(),
        _ => def.unit.unwrap_or_default().to_owned(),
    }
}

pub(super) fn whole_hours(minutes: f64) -> bool {
    minutes >= 60.0 && minutes % 60.0 == 0.0
}

/// 40,000; Chinese figures below ten thousand are short enough to read.
pub(super) fn grouped(value: f64, lang: Lang) -> String {
    let least = match lang {
        Lang::Zh => 10_000.0,
        Lang::En => 1_000.0,
    };
    let plain = format!("{value}");
    if value.abs() < least {
        return plain;
    }
    let (whole, rest) = match plain.split_once('.') {
        Some((whole, rest)) => (whole, format!(".{rest}")),
        None => (plain.as_str(), String::new()),
    };
    let mut out = String::new();
    for (index, c) in whole.chars().rev().enumerate() {
        if index > 0 && index % 3 == 0 && c.is_ascii_digit() {
            out.insert(0, ',');
        }
        out.insert(0, c);
    }
    out + &rest
}

/// A figure and its unit with a space between, none before a sign (%) nor after a word (4 万人). A
/// figure that was typed with its unit is not given another.
pub(super) fn with_unit(figure: &str, unit: &str, lang: Lang) -> String {
    if unit.is_empty() || figure.ends_with(unit) {
        return figure.to_owned();
    }
    let word = unit.chars().next().is_some_and(char::is_alphabetic);
    let currency = unit.len() == 3 && unit.chars().all(|c| c.is_ascii_uppercase());
    match lang {
        Lang::En if currency => format!("{unit} {figure}"),
        Lang::Zh if !figure.ends_with(|c: char| c.is_ascii_alphanumeric()) => {
            format!("{figure}{unit}")
        }
        _ if word => format!("{figure} {unit}"),
        _ => format!("{figure}{unit}"),
    }
}

/// The unit of one: 1 minute, 1 person.
pub(super) fn singular(unit: &str) -> String {
    match unit {
        "people" => "person".into(),
        _ => unit.strip_suffix('s').unwrap_or(unit).to_owned(),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn units_are_not_doubled() {
        assert_eq!(with_unit("12", "分钟", Lang::Zh), "12 分钟");
        assert_eq!(with_unit("12", "minutes", Lang::En), "12 minutes");
        assert_eq!(with_unit("98", "%", Lang::En), "98%");
        assert_eq!(with_unit("98%", "%", Lang::Zh), "98%");
        assert_eq!(with_unit("4 万", "人", Lang::Zh), "4 万人");
    }

    #[test]
    fn money_and_thousands_are_written_as_in_the_language() {
        assert_eq!(with_unit("7.8", "CNY", Lang::En), "CNY 7.8");
        assert_eq!(with_unit("7.8", "元", Lang::Zh), "7.8 元");
        assert_eq!(grouped(40_000.0, Lang::Zh), "40,000");
        assert_eq!(grouped(6_000.0, Lang::Zh), "6000");
        assert_eq!(grouped(-1_234_567.5, Lang::En), "-1,234,567.5");
        assert_eq!(grouped(-123_456.0, Lang::En), "-123,456");
    }
}
