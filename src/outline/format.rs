//! One value as text in the charter's language.

use super::days::{date, write_dates};
use super::figures::{grouped, singular, unit_id, whole_hours, with_unit};
use super::lookup::Lookup;
use crate::catalogue::{self, FieldDef, FieldType, fill, ui};
use crate::model::{Amount, Lang, Value};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Cells or fields that stand next to a value; a unit may be among them.
pub(crate) type Siblings<'a> = &'a BTreeMap<String, Value>;

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
    pub(crate) fn join_names(&self, mut names: Vec<String>) -> String {
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

/// Width beyond which an item of a list is set off by semicolons, in Latin letters.
pub(crate) const LONG_ITEM: usize = 48;

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
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn letters_are_apart() {
        assert_eq!(spaced_letters("AR"), "A/R");
        assert_eq!(spaced_letters("C"), "C");
    }
}
