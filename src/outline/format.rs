//! One value as text in the charter's language.

use super::lookup::Lookup;
use crate::catalogue::{self, FieldDef, FieldType, fill, ui};
use crate::model::{Amount, Lang, Value};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Cells or fields that stand next to a value; a unit may be among them.
pub(crate) type Siblings<'a> = &'a BTreeMap<String, Value>;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// 2027 年 6 月 30 日 / 30 June 2027.
pub fn date(date: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{} 年 {} 月 {} 日", date.year(), date.month(), date.day()),
        Lang::En => {
            let month = MONTHS
                .get(date.month0() as usize)
                .copied()
                .unwrap_or_default();
            format!("{} {month} {}", date.day(), date.year())
        }
    }
}

impl Lookup<'_> {
    /// The value as a reader sees it; empty when there is nothing to read, for example when all
    /// rows that it refers to are gone.
    pub(crate) fn text(&self, value: &Value, def: &FieldDef, siblings: Siblings<'_>) -> String {
        let lang = self.texts.lang();
        match value {
            Value::Text(text) => write_dates(text.trim(), lang),
            Value::Time(text) => text.trim().to_owned(),
            Value::List(items) => self.join_items(
                items
                    .iter()
                    .map(|item| write_dates(&trim_item(item, lang), lang)),
            ),
            Value::Number(amount) => self.amount(amount, def, siblings),
            Value::Range { min, max } => {
                let unit = self.label(&unit_id(None, def, siblings));
                let end = |value: &Option<f64>| {
                    value.map(|value| with_unit(&grouped(value, lang), &unit, lang))
                };
                self.between(
                    end(min),
                    end(max),
                    [
                        ui::outline::RANGE,
                        ui::outline::AT_LEAST,
                        ui::outline::AT_MOST,
                    ],
                )
            }
            Value::Date(day) => date(*day, lang),
            Value::Period { from, to } => {
                let end = |day: &Option<NaiveDate>| day.map(|day| date(day, lang));
                self.between(
                    end(from),
                    end(to),
                    [ui::outline::PERIOD, ui::outline::SINCE, ui::outline::UNTIL],
                )
            }
            Value::Enum(option) => self.option_label(def, option),
            Value::Multi(options) => {
                self.join(options.iter().map(|option| self.option_label(def, option)))
            }
            Value::Refs(ids) => {
                // A goal and its KPI go by the same name.
                let mut names: Vec<String> = Vec::new();
                for name in ids.iter().filter_map(|id| self.name(id)) {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                self.join_names(names)
            }
            Value::Bool(yes) => {
                let word = if *yes {
                    ui::outline::YES
                } else {
                    ui::outline::NO
                };
                self.texts.get(word).to_owned()
            }
            Value::Letters(map) => self.join(
                map.iter()
                    .filter(|(_, letters)| !letters.is_empty())
                    .filter_map(|(id, letters)| {
                        Some(format!("{} {}", self.name(id)?, spaced_letters(letters)))
                    }),
            ),
            Value::Other(_) => String::new(),
        }
    }

    /// Items with 、 or a comma between.
    pub(crate) fn join(&self, items: impl Iterator<Item = String>) -> String {
        let items: Vec<String> = items.filter(|item| !item.is_empty()).collect();
        items.join(match self.texts.lang() {
            Lang::Zh => "、",
            Lang::En => ", ",
        })
    }

    /// The same with a semicolon where the items are long or hold commas of their own.
    fn join_items(&self, items: impl Iterator<Item = String>) -> String {
        let items: Vec<String> = items.filter(|item| !item.is_empty()).collect();
        let long = items
            .iter()
            .any(|item| width(item) > LONG_ITEM || item.contains(['、', '，', '；', ',', ';']));
        match (self.texts.lang(), long) {
            (_, false) => self.join(items.into_iter()),
            (Lang::Zh, true) => items.join("；"),
            (Lang::En, true) => items.join("; "),
        }
    }

    /// Names as in a sentence: A, B and C.
    fn join_names(&self, mut names: Vec<String>) -> String {
        let plain = |name: &String| width(name) <= LONG_ITEM && !name.contains([',', ';']);
        if self.texts.lang() == Lang::Zh || !names.iter().all(plain) {
            return self.join_items(names.into_iter());
        }
        let last = names.pop().unwrap_or_default();
        match names.as_slice() {
            [] => last,
            others => format!("{} and {last}", others.join(", ")),
        }
    }

    /// Some, but not all, of the rows that the value refers to are gone.
    pub(crate) fn partly_gone(&self, value: &Value) -> bool {
        let there = |id| self.name(id).is_some();
        let ids = value.refs();
        ids.iter().any(there) && !ids.iter().all(there)
    }

    fn between(
        &self,
        from: Option<String>,
        to: Option<String>,
        [both, only_from, only_to]: [catalogue::TextId; 3],
    ) -> String {
        let (pattern, from, to) = match (from, to) {
            (Some(from), Some(to)) => (both, from, to),
            (Some(from), None) => (only_from, from, String::new()),
            (None, Some(to)) => (only_to, String::new(), to),
            (None, None) => return String::new(),
        };
        let text = fill(self.texts.get(pattern), &[("from", &from), ("to", &to)]);
        match self.texts.lang() {
            Lang::Zh => spaced(&text),
            Lang::En => text,
        }
    }

    fn amount(&self, amount: &Amount, def: &FieldDef, siblings: Siblings<'_>) -> String {
        let lang = self.texts.lang();
        let mut unit = unit_id(amount.unit.as_deref(), def, siblings);
        let mut value = amount.value;
        if amount.text.is_none() {
            if def.kind == FieldType::Duration && unit == "minute" && whole_hours(value) {
                (value, unit) = (value / 60.0, "hour".into());
            } else if lang == Lang::En && unit == "wan_cny" {
                (value, unit) = (value * 10_000.0, "cny".into());
            }
        }
        let figure = match &amount.text {
            Some(text) => text.clone(),
            None => grouped(value, lang),
        };
        let label = self.label(&unit);
        if lang == Lang::En && figure == "1" {
            return with_unit(&figure, &singular(&label), lang);
        }
        with_unit(&figure, &label, lang)
    }

    /// The words for a unit; the user's own stay.
    fn label(&self, unit: &str) -> String {
        catalogue::unit_label(unit)
            .map_or_else(|| unit.to_owned(), |label| self.texts.get(label).to_owned())
    }
}

/// The unit of a number: of the value, of the column that holds it, or of the column itself.
fn unit_id(own: Option<&str>, def: &FieldDef, siblings: Siblings<'_>) -> String {
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

fn whole_hours(minutes: f64) -> bool {
    minutes >= 60.0 && minutes % 60.0 == 0.0
}

/// 40,000; Chinese figures below ten thousand are short enough to read.
fn grouped(value: f64, lang: Lang) -> String {
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

/// Width beyond which an item of a list is set off by semicolons, in Latin letters.
const LONG_ITEM: usize = 48;

/// Width of a text in Latin letters; Chinese characters are twice as wide.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

/// One space between Chinese characters and figures.
fn spaced(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if out.chars().last().is_some_and(is_han) && c.is_ascii_digit() {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// Days as 2027-06-30 in a text of the user, written out for the reader. Numbers of files and
/// orders that look alike stay: a day stands alone.
pub(crate) fn write_dates(text: &str, lang: Lang) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let before = out.chars().last();
        if let Some((day, after)) = leading_day(rest).filter(|_| !before.is_some_and(joins)) {
            if lang == Lang::Zh && before.is_some_and(is_han) {
                out.push(' ');
            }
            out.push_str(&date(day, lang));
            let trimmed = after.trim_start_matches(' ');
            let tight = lang == Lang::Zh && trimmed.starts_with(is_han);
            rest = if tight { trimmed } else { after };
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// A letter, figure or mark that makes one word with the figures beside it.
fn joins(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-/_.:".contains(c)
}

fn leading_day(text: &str) -> Option<(NaiveDate, &str)> {
    let (day, after) = text.split_at_checked(10)?;
    if !day.chars().all(|c| c.is_ascii_digit() || c == '-') {
        return None;
    }
    let mut next = after.chars();
    // A full stop that ends the sentence is not part of a number.
    let goes_on = match next.next() {
        Some('.' | ':') => next.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        Some(c) => joins(c),
        None => false,
    };
    if goes_on {
        return None;
    }
    Some((NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?, after))
}

/// The day as people write it, for finding it in a sentence; spaces are left out.
pub(crate) fn day_forms(day: NaiveDate) -> Vec<String> {
    let month = MONTHS
        .get(day.month0() as usize)
        .copied()
        .unwrap_or_default();
    let month = month.to_lowercase();
    let mut forms = vec![
        day.format("%Y-%m-%d").to_string(),
        day.format("%Y/%-m/%-d").to_string(),
        day.format("%-m月%-d日").to_string(),
        day.format("%-d").to_string() + &month,
        month.clone() + &day.format("%-d").to_string(),
    ];
    if day.succ_opt().is_some_and(|next| next.day() == 1) {
        forms.push(day.format("%-m月底").to_string());
        forms.push(format!("endof{month}"));
    }
    forms
}

/// A figure and its unit with a space between, none before a sign (%) nor after a word (4 万人). A
/// figure that was typed with its unit is not given another.
fn with_unit(figure: &str, unit: &str, lang: Lang) -> String {
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
fn singular(unit: &str) -> String {
    match unit {
        "people" => "person".into(),
        _ => unit.strip_suffix('s').unwrap_or(unit).to_owned(),
    }
}

/// `AR` as `A/R`.
pub(crate) fn spaced_letters(letters: &str) -> String {
    let letters: Vec<String> = letters
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(String::from)
        .collect();
    letters.join("/")
}

/// An item of a list without the punctuation that would meet the list's own.
fn trim_item(item: &str, lang: Lang) -> String {
    let item = item.trim();
    match lang {
        Lang::Zh => item
            .trim_end_matches(['。', '；', '，', '、', ';', ','])
            .to_owned(),
        Lang::En => item.trim_end_matches([';', ',']).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_out() {
        let day = NaiveDate::from_ymd_opt(2027, 6, 30).unwrap();
        assert_eq!(date(day, Lang::Zh), "2027 年 6 月 30 日");
        assert_eq!(date(day, Lang::En), "30 June 2027");
    }

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

    #[test]
    fn only_days_that_stand_alone_are_written_out() {
        let zh = |text| write_dates(text, Lang::Zh);
        assert_eq!(zh("到 2027-06-30，把"), "到 2027 年 6 月 30 日，把");
        assert_eq!(zh("自2027-06-30 起"), "自 2027 年 6 月 30 日起");
        assert_eq!(write_dates("By 2027-06-30.", Lang::En), "By 30 June 2027.");
        for same in [
            "OPS-2027-06-30",
            "2027-06-30-01",
            "2027-06-31",
            "2027-06",
            "v2027-06-30.1",
        ] {
            assert_eq!(zh(same), same);
        }
    }

    #[test]
    fn letters_are_apart() {
        assert_eq!(spaced_letters("AR"), "A/R");
        assert_eq!(spaced_letters("C"), "C");
    }
}
