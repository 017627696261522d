//! One value as text in the charter's language.

use super::lookup::Lookup;
use crate::catalogue::{self, FieldDef, FieldType, fill, ui};
use crate::model::{Amount, Lang, Value};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Cells or fields that stand next to a value; a unit may be among them.
pub(crate) type Siblings<'a> = &'a BTreeMap<String, Value>;

/// 2027年6月30日 / 30 June 2027.
pub fn date(date: NaiveDate, lang: Lang) -> String {
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
    match lang {
        Lang::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
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
            Value::Text(text) => text.trim().to_owned(),
            Value::Time(text) => text.trim().to_owned(),
            Value::List(items) => self.join(items.iter().map(|item| trim_item(item, lang))),
            Value::Number(amount) => self.amount(amount, def, siblings),
            Value::Range { min, max } => {
                let unit = self.unit(None, def, siblings);
                let end = |value: &Option<f64>| {
                    value.map(|value| with_unit(&Amount::new(value).display(), &unit, lang))
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
            Value::Refs(ids) => self.join(ids.iter().filter_map(|id| self.name(id))),
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
        fill(self.texts.get(pattern), &[("from", &from), ("to", &to)])
    }

    fn amount(&self, amount: &Amount, def: &FieldDef, siblings: Siblings<'_>) -> String {
        let unit = self.unit(amount.unit.as_deref(), def, siblings);
        let figure = amount.display();
        if self.texts.lang() == Lang::En && figure == "1" {
            return with_unit(&figure, &singular(&unit), Lang::En);
        }
        with_unit(&figure, &unit, self.texts.lang())
    }

    /// The unit's label: of the value, of the column, or of the column that holds it.
    fn unit(&self, own: Option<&str>, def: &FieldDef, siblings: Siblings<'_>) -> String {
        let label = |id: &str| {
            catalogue::unit_label(id)
                .map_or_else(|| id.to_owned(), |label| self.texts.get(label).to_owned())
        };
        if let Some(own) = own.filter(|own| !own.trim().is_empty()) {
            return label(own.trim());
        }
        if let Some(from) = def.unit_from {
            match siblings.get(from) {
                Some(Value::Enum(id)) => return label(id),
                Some(Value::Text(word)) => return label(word.trim()),
                _ => {}
            }
        }
        if def.kind == FieldType::Percent {
            return "%".into();
        }
        def.unit.map(label).unwrap_or_default()
    }
}

/// A figure and its unit with a space between, none before a sign (%) nor after a word (4 万人). A
/// figure that was typed with its unit is not given another.
fn with_unit(figure: &str, unit: &str, lang: Lang) -> String {
    if unit.is_empty() || figure.ends_with(unit) {
        return figure.to_owned();
    }
    let word = unit.chars().next().is_some_and(char::is_alphabetic);
    match lang {
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
        assert_eq!(date(day, Lang::Zh), "2027年6月30日");
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
    fn letters_are_apart() {
        assert_eq!(spaced_letters("AR"), "A/R");
        assert_eq!(spaced_letters("C"), "C");
    }
}
