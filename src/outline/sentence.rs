//! One row as a sentence: by the pattern, then what was typed in columns outside it.

use super::Span;
use super::build::Builder;
use super::days::day_forms;
use super::pattern::{Pattern, Sentence, Slot, ends_short, one_line};
use super::words::{bare, capital, colon, figures, merge, without_start};
use crate::catalogue::{FieldDef, FieldType, Need, TableDef, Tier};
use crate::model::{Lang, Row, Value};

impl<'a> Builder<'a> {
    /// One row as a sentence: by the pattern, then what was typed in columns outside it.
    pub(super) fn sentence(&self, table: &'static TableDef, row: &'a Row) -> Vec<Span> {
        let pattern = Pattern::parse(self.look.texts.get(table.pattern));
        self.sentence_of(table, row, &pattern, &|_| true)
    }

    /// The pattern of the table begins with the row's name.
    pub(super) fn opens_with_name(&self, table: &TableDef) -> bool {
        Pattern::parse(self.look.texts.get(table.pattern)).opens_with(table.title)
    }

    /// The sentence where the name has been said before; none when it needs the name.
    pub(super) fn sentence_without_title(
        &self,
        table: &'static TableDef,
        row: &'a Row,
    ) -> Option<Vec<Span>> {
        let pattern = Pattern::parse(self.look.texts.get(table.pattern));
        let pattern = pattern.without(table.title, self.style.lang)?;
        let others = |column: &FieldDef| column.id != table.title;
        let spans = self.sentence_of(table, row, &pattern, &others);
        let code = self.look.code(&row.id);
        Some(capital(without_start(spans, &format!("{code} "))))
    }

    /// The row's name and the wanted columns as a sentence.
    pub(super) fn note(
        &self,
        table: &'static TableDef,
        row: &'a Row,
        wanted: &dyn Fn(&FieldDef) -> bool,
    ) -> Vec<Span> {
        let wanted = |column: &FieldDef| column.id == table.title || wanted(column);
        let pattern = Pattern::parse(self.look.texts.get(table.pattern));
        let reads = pattern.needs().all(|path| {
            let head = path.split('.').next().unwrap_or(path);
            table.column(head).is_some_and(wanted)
        });
        if reads && !pattern.paths().is_empty() {
            return self.sentence_of(table, row, &pattern, &wanted);
        }
        let mut spans = vec![Span::Strong(self.look.name(&row.id).unwrap_or_default())];
        spans.push(Span::Text(colon(self.style.lang).to_owned()));
        let others = |column: &FieldDef| column.id != table.title && wanted(column);
        spans.extend(self.named_values(table, row, &others, false));
        spans
    }

    fn sentence_of(
        &self,
        table: &'static TableDef,
        row: &'a Row,
        pattern: &Pattern,
        wanted: &dyn Fn(&FieldDef) -> bool,
    ) -> Vec<Span> {
        let code = self.look.code(&row.id);
        let mut spans = Vec::new();
        if !code.is_empty() {
            spans.push(Span::Text(format!("{code} ")));
        }
        let paths = pattern.paths();
        let slot = |path: &str| {
            let head = path.split('.').next().unwrap_or(path);
            match table.column(head) {
                Some(column) if !wanted(column) => Slot::default(),
                _ => self.slot(path, &row.cells, table.columns, None),
            }
        };
        let sentence = if paths.is_empty() {
            Sentence::default()
        } else {
            pattern.render(&slot, self.style)
        };
        if sentence.broken || sentence.spans.is_empty() {
            let all = |column: &FieldDef| {
                !column.hidden && wanted(column) && table.parent != Some(column.id)
            };
            spans.extend(self.named_values(table, row, &all, true));
            return spans;
        }
        let Sentence {
            spans: words,
            said: written,
            ..
        } = sentence;
        let whole = bare(&words.iter().map(Span::text).collect::<String>()).to_lowercase();
        spans.extend(words);
        let names = |path: &str, column: &FieldDef| path.split('.').next() == Some(column.id);
        // A value whose part vanished is said after all; what the pattern never names is said
        // unless it only sorts rows or stands in the user's own words already.
        let typed = |column: &FieldDef| {
            !column.hidden
                && wanted(column)
                && table.parent != Some(column.id)
                && !holds_unit(table, column)
                && !written.iter().any(|path| names(path, column))
                && (paths.iter().any(|path| names(path, column))
                    || ((column.tier == Tier::Core || !classifies(column))
                        && !self.is_said(&whole, row, column)))
        };
        let rest = self.named_values(table, row, &typed, false);
        if !rest.is_empty() {
            let ended = spans.last().is_some_and(|span| {
                span.text()
                    .ends_with(['。', '.', '！', '？', '!', '?', '；', ';'])
            });
            spans.push(Span::Text(match (self.style.lang, ended) {
                (Lang::Zh, true) => String::new(),
                (Lang::Zh, false) => "；".into(),
                (Lang::En, true) => " ".into(),
                (Lang::En, false) => "; ".into(),
            }));
            spans.extend(rest);
        }
        merge(spans)
    }

    /// `name：value；name：value。` for the wanted columns; empty when none has a value.
    pub(super) fn named_values(
        &self,
        table: &'static TableDef,
        row: &'a Row,
        wanted: &dyn Fn(&FieldDef) -> bool,
        with_missing: bool,
    ) -> Vec<Span> {
        let lang = self.style.lang;
        let (between, end) = match lang {
            Lang::Zh => ("；", "。"),
            Lang::En => ("; ", "."),
        };
        let mut spans = Vec::new();
        for column in table.columns.iter().filter(|column| wanted(column)) {
            let name = self.look.texts.get(column.name);
            let text = self.cell_text(row, column);
            let joint = if spans.is_empty() { "" } else { between };
            match row.cell(column.id) {
                // What is so is said by its name alone, what is not so by nothing.
                Some(Value::Bool(true)) => {
                    spans.push(Span::Text(format!("{joint}{name}")));
                    continue;
                }
                Some(Value::Bool(false)) => continue,
                _ => {}
            }
            let value = if !text.is_empty() {
                let text = one_line(&text, lang);
                let text = text.trim_end_matches(['。', '；', ';']);
                let text = match text.strip_suffix('.') {
                    Some(bare) if !ends_short(text) => bare.to_owned(),
                    _ => text.to_owned(),
                };
                self.also_gone(text, row.cell(column.id), column)
            } else if with_missing && column.need == Need::Required {
                let Some(span) = self.style.missing_span(name) else {
                    continue;
                };
                vec![span]
            } else {
                continue;
            };
            spans.push(Span::Text(format!("{joint}{name}{}", colon(lang))));
            spans.extend(value);
        }
        if spans
            .last()
            .is_some_and(|span| !span.text().ends_with(['.', '！', '？']))
        {
            spans.push(Span::Text(end.to_owned()));
        }
        merge(spans)
    }

    /// A sentence that the user wrote often holds its figures already.
    fn is_said(&self, said: &str, row: &'a Row, column: &FieldDef) -> bool {
        if said.contains(&bare(&self.cell_text(row, column)).to_lowercase()) {
            return true;
        }
        match row.cell(column.id) {
            Some(Value::Number(amount)) => figures(said).contains(&amount.value),
            Some(Value::Date(day)) => day_forms(*day).iter().any(|form| said.contains(form)),
            _ => false,
        }
    }

    pub(super) fn cell_text(&self, row: &'a Row, column: &FieldDef) -> String {
        row.cell(column.id)
            .map(|value| self.look.text(value, column, &row.cells))
            .unwrap_or_default()
    }
}

/// The column only says the unit of another, which is printed with its unit.
pub(super) fn holds_unit(table: &TableDef, column: &FieldDef) -> bool {
    table
        .columns
        .iter()
        .any(|other| other.unit_from == Some(column.id))
}

/// The column sorts rows; it says nothing of its own.
fn classifies(column: &FieldDef) -> bool {
    matches!(column.kind, FieldType::Enum | FieldType::Multi)
}
