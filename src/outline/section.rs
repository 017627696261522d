//! What one section says: its own fields, then its tables. Logs are left out: a charter is not a
//! diary.

use super::build::{Builder, anchor};
use super::days::write_dates;
use super::lookup::parent_table;
use super::passage::{Body, Fact, Passage, Worth};
use super::pattern::Pattern;
use super::words::ended;
use super::{Content, MissingParts, Span, WritingStyle};
use crate::catalogue::{self, FieldDef, FieldType, Need, SectionDef, TableDef};
use crate::model::{Row, Section, Value};
use std::collections::BTreeMap;

/// A value that is longer than this many characters gets a paragraph of its own.
const SHORT: usize = 60;

impl<'a> Builder<'a> {
    /// A section that holds something, under a heading of level `under`.
    pub(super) fn section(&mut self, section: &'a Section, under: u8) {
        let Some(def) = catalogue::section(&section.kind) else {
            if self.custom(section) {
                return;
            }
            return self.unknown_section(section);
        };
        let style = self.manner_of(section);
        let passages = self.passages(section, def, style);
        self.lay(style, passages, under);
    }

    /// Everything that the section says.
    fn passages(
        &mut self,
        section: &'a Section,
        def: &'static SectionDef,
        style: WritingStyle,
    ) -> Vec<Passage> {
        let mut passages: Vec<Passage> = self.own(section, def, style).into_iter().collect();
        let said = !passages.is_empty();
        let own_name = self.look.section_name(section);
        let shown: Vec<&'static TableDef> = def
            .tables
            .iter()
            .filter(|table| !table.log && parent_table(def, table).is_none())
            .filter(|table| self.has_rows(section, def, table) || self.lacks_rows(section, table))
            .collect();
        let several = shown.len() > 1;
        for table in shown {
            let name = self.look.texts.get(table.name).to_owned();
            // After other text, rows need their name unless the section is called the same.
            let headed = several || (said && name != own_name);
            let body = if self.has_rows(section, def, table) {
                self.table(section, def, table, style)
            } else {
                match self.missing_words(&name) {
                    Some(span) => Body::Missing(vec![span]),
                    None => continue,
                }
            };
            passages.push(Passage {
                at: anchor(section, None),
                heading: headed.then(|| name.clone()),
                // Alone in its section, a table goes by the section's name.
                name: if headed { name } else { own_name.clone() },
                body,
            });
        }
        passages
    }

    /// The table or one grouped under it has rows in use.
    fn has_rows(&self, section: &'a Section, def: &'static SectionDef, table: &TableDef) -> bool {
        let used = |id: &str| !self.look.rows_in_use(section, id).is_empty();
        used(table.id)
            || def.tables.iter().any(|child| {
                parent_table(def, child).is_some_and(|parent| parent.id == table.id)
                    && !child.log
                    && used(child.id)
            })
    }

    /// A table that a complete section has, without rows.
    fn lacks_rows(&self, section: &'a Section, table: &TableDef) -> bool {
        table.min_rows > 0
            && self.style.missing != MissingParts::Omit
            && self.look.rows_in_use(section, table.id).is_empty()
    }

    /// The section's own sentences, then the fields that they do not name. None when there is
    /// nothing to say.
    fn own(
        &self,
        section: &'a Section,
        def: &'static SectionDef,
        style: WritingStyle,
    ) -> Option<Passage> {
        let mut named: Vec<String> = Vec::new();
        let mut sentences = Vec::new();
        let pattern = Pattern::parse(self.look.texts.get(def.pattern));
        // A name and what there is to say about it: that is the field, not the sentence.
        let patterns = match style {
            WritingStyle::ItemDesc => Vec::new(),
            _ => pattern.sentences(),
        };
        for pattern in patterns {
            let is_empty =
                |path: &str| (section.fields.get(head_of(path))).is_none_or(Value::is_empty);
            let worth_saying = pattern.paths().iter().any(|path| {
                let field = def.field(head_of(path));
                field.is_some_and(|field| field.need == Need::Required || !is_empty(path))
            });
            if !worth_saying {
                continue;
            }
            let slot = |path: &str| self.slot(path, &section.fields, def.fields, Some(section));
            let sentence = pattern.render(&slot, self.style);
            if sentence.broken || sentence.spans.is_empty() {
                continue;
            }
            named.extend(sentence.said);
            // Required ones are marked in the sentence.
            let empty = pattern.paths().into_iter().filter(|path| is_empty(path));
            named.extend(empty.map(str::to_owned));
            sentences.push(sentence.spans);
        }
        let facts: Vec<Fact> = def
            .fields
            .iter()
            .filter(|field| !field.hidden)
            .filter(|field| !named.iter().any(|path| head_of(path) == field.id))
            .filter_map(|field| self.fact(section, field))
            .collect();
        (!sentences.is_empty() || !facts.is_empty()).then(|| Passage {
            at: anchor(section, None),
            heading: None,
            name: self.look.section_name(section),
            body: Body::Own(sentences, facts),
        })
    }

    /// A field that is filled in, or marked.
    fn fact(&self, section: &Section, field: &'static FieldDef) -> Option<Fact> {
        let lang = self.style.lang;
        let spans = self.field_spans(field, section)?;
        let name = self.look.texts.get(field.name).to_owned();
        let value = match section.fields.get(field.id) {
            Some(Value::List(items)) if items.len() > 1 => Worth::Items(
                items
                    .iter()
                    .map(|item| write_dates(item.trim(), lang))
                    .filter(|item| !item.is_empty())
                    .collect(),
            ),
            _ => worth(field, spans, &|text| ended(text, lang)),
        };
        Some(Fact { name, value })
    }

    /// A section of a newer version: everything that can be read, under the ids it came with.
    fn unknown_section(&mut self, section: &'a Section) {
        let mut lines = vec![raw_line(&section.fields)];
        lines.extend(
            section
                .tables
                .values()
                .flatten()
                .map(|row: &Row| raw_line(&row.cells)),
        );
        for line in lines.into_iter().filter(|line| !line.is_empty()) {
            let spans = vec![Span::Text(line)];
            self.push(Some(anchor(section, None)), Content::Paragraph(spans));
        }
    }

    /// All tables of the section as such, each under its name when there are several.
    pub(super) fn as_tables(&mut self, section: &'a Section, def: &'static SectionDef) {
        if let Some(own) = self.own(section, def, WritingStyle::ItemDesc) {
            self.lay(WritingStyle::Narrative, vec![own], 1);
        }
        let used: Vec<&'static TableDef> = def
            .tables
            .iter()
            .filter(|table| !table.log)
            .filter(|table| !self.look.rows_in_use(section, table.id).is_empty())
            .collect();
        for table in &used {
            let caption = match used.len() {
                1 => String::new(),
                _ => self.look.texts.get(table.name).to_owned(),
            };
            let rows = self.look.rows_in_use(section, table.id);
            self.real_table(section, table, &rows, None, caption);
        }
    }
}

fn head_of(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

/// A text with more than a few words stands by itself, in its own paragraphs.
fn worth(field: &FieldDef, spans: Vec<Span>, ended: &dyn Fn(&str) -> String) -> Worth {
    let text: String = spans.iter().map(Span::text).collect();
    let sentence = field.kind == FieldType::Longtext && text.contains(['，', '。', '；', ',', ';']);
    let long = sentence || text.contains('\n') || text.chars().count() > SHORT;
    match spans.as_slice() {
        [Span::Text(_)] if long => {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            Worth::Long(lines.map(|line| vec![Span::Text(ended(line))]).collect())
        }
        _ => Worth::Short(spans),
    }
}

fn raw_line(values: &BTreeMap<String, Value>) -> String {
    let parts: Vec<String> = values
        .iter()
        .filter_map(|(id, value)| {
            let text = match value {
                Value::Text(text) | Value::Time(text) | Value::Enum(text) => text.clone(),
                Value::List(items) | Value::Multi(items) => items.join(", "),
                Value::Number(amount) => amount.display(),
                Value::Date(day) => day.to_string(),
                _ => return None,
            };
            (!text.trim().is_empty()).then(|| format!("{id}: {}", text.trim()))
        })
        .collect();
    parts.join("; ")
}
