//! What one section says: its own fields, then its tables. Logs are left out: a charter is not a
//! diary.

use super::build::{Builder, anchor};
use super::format::write_dates;
use super::lookup::{letters_column, parent_table};
use super::pattern::{Pattern, Slot};
use super::{Anchor, Content, ListItem, MissingParts, Span};
use crate::catalogue::{self, FieldDef, FieldType, Need, Render, SectionDef, TableDef};
use crate::model::{Lang, Row, Section, Value};
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
        let said = self.fields(section, def);
        let own_name = self.look.section_name(section);
        let shown: Vec<&'static TableDef> = def
            .tables
            .iter()
            .filter(|table| !table.log && parent_table(def, table).is_none())
            .filter(|table| self.has_rows(section, def, table) || self.lacks_rows(section, table))
            .collect();
        let several = shown.len() > 1;
        for table in shown {
            let at = anchor(section, None);
            let name = self.look.texts.get(table.name).to_owned();
            // After other text, rows need their name unless the section is called the same.
            let headed = several || (said && name != own_name);
            if headed {
                self.heading(under + 1, &name, Some(at.clone()));
            }
            if self.has_rows(section, def, table) {
                self.table(section, def, table, under + u8::from(headed));
            } else {
                self.missing_note(Some(at), &name);
            }
        }
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

    /// The section's own sentence, then the fields that it does not name. False when there is
    /// nothing to say.
    fn fields(&mut self, section: &'a Section, def: &'static SectionDef) -> bool {
        let before = self.count();
        let pattern = Pattern::parse(self.look.texts.get(def.pattern));
        let mut named: Vec<String> = Vec::new();
        let worth_saying = pattern.paths().iter().any(|path| {
            let head = head_of(path);
            def.field(head).is_some_and(|field| {
                field.need == Need::Required
                    || section.fields.get(head).is_some_and(|v| !v.is_empty())
            })
        });
        if worth_saying {
            let slot = |path: &str| self.slot(path, &section.fields, def.fields, Some(section));
            let sentence = pattern.render(&slot, self.style);
            if !sentence.broken && !sentence.spans.is_empty() {
                named = sentence.said;
                // Required ones are marked in the sentence.
                named.extend(
                    pattern
                        .paths()
                        .into_iter()
                        .map(str::to_owned)
                        .filter(|path| {
                            section
                                .fields
                                .get(head_of(path))
                                .is_none_or(Value::is_empty)
                        }),
                );
                self.push(
                    Some(anchor(section, None)),
                    Content::Paragraph(sentence.spans),
                );
            }
        }
        let mut short = Vec::new();
        for field in def.fields {
            if field.hidden || named.iter().any(|path| head_of(path) == field.id) {
                continue;
            }
            let Some(spans) = self.field_spans(field, section) else {
                continue;
            };
            let name = self.look.texts.get(field.name).to_owned();
            let mut spans = spans;
            if let (FieldType::Longtext, [Span::Text(text)]) = (field.kind, spans.as_mut_slice()) {
                *text = ended(text, self.style.lang);
            }
            let long = is_long(field, section.fields.get(field.id), &spans);
            if long {
                self.key_values(section, &mut short);
                self.long_field(section, &name, field, spans);
            } else {
                short.push((name, spans));
            }
        }
        self.key_values(section, &mut short);
        self.count() > before
    }

    fn key_values(&mut self, section: &Section, pairs: &mut Vec<(String, Vec<Span>)>) {
        if !pairs.is_empty() {
            let pairs = std::mem::take(pairs);
            self.push(Some(anchor(section, None)), Content::KeyValues(pairs));
        }
    }

    /// `Name：` and the text, or the items as a list under it.
    fn long_field(&mut self, section: &Section, name: &str, field: &FieldDef, spans: Vec<Span>) {
        let at = Some(anchor(section, None));
        let colon = colon(self.style.lang);
        if let Some(Value::List(items)) = section.fields.get(field.id) {
            let lead = Span::Strong(format!("{name}{}", colon.trim_end()));
            self.push(at.clone(), Content::Paragraph(vec![lead]));
            let lang = self.style.lang;
            let items = items
                .iter()
                .filter(|item| !item.trim().is_empty())
                .map(|item| plain_item(at.clone(), &write_dates(item.trim(), lang)))
                .collect();
            self.push(
                at,
                Content::List {
                    ordered: false,
                    items,
                },
            );
            return;
        }
        let lead = Span::Strong(format!("{name}{colon}"));
        let text: String = spans.iter().map(Span::text).collect();
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let first = Span::Text(lines.next().unwrap_or_default().to_owned());
        self.push(at.clone(), Content::Paragraph(vec![lead, first]));
        for line in lines {
            let spans = vec![Span::Text(line.to_owned())];
            self.push(at.clone(), Content::Paragraph(spans));
        }
    }

    /// What stands for a path of a pattern.
    pub(super) fn slot(
        &self,
        path: &str,
        values: &BTreeMap<String, Value>,
        columns: &'static [FieldDef],
        section: Option<&'a Section>,
    ) -> Slot {
        let (head, rest) = match path.split_once('.') {
            Some((head, rest)) => (head, Some(rest)),
            None => (path, None),
        };
        let Some(column) = columns.iter().find(|column| column.id == head) else {
            return self.rows_slot(head, section);
        };
        let name = self.look.texts.get(column.name).to_owned();
        let required = column.need == Need::Required;
        let label = matches!(column.kind, FieldType::Enum | FieldType::Multi);
        let Some(value) = values.get(head).filter(|value| !value.is_empty()) else {
            return Slot {
                name,
                required,
                label,
                ..Slot::default()
            };
        };
        let Some(rest) = rest else {
            return Slot {
                text: self.look.text(value, column, values),
                name,
                required,
                label,
                gone: self.look.partly_gone(value),
                yes: matches!(value, Value::Bool(true)),
            };
        };
        let mut name = name;
        let texts: Vec<String> = value
            .refs()
            .iter()
            .filter_map(|id| self.look.place(id))
            .filter_map(|place| {
                let column = place.table?.column(rest)?;
                name = self.look.texts.get(column.name).to_owned();
                let value = place.row.cell(rest)?;
                Some(self.look.text(value, column, &place.row.cells))
            })
            .collect();
        Slot {
            text: self.look.join(texts.into_iter()),
            name,
            required,
            ..Slot::default()
        }
    }

    /// The names of all rows of a table.
    fn rows_slot(&self, table: &str, section: Option<&'a Section>) -> Slot {
        let Some(section) = section else {
            return Slot::default();
        };
        let rows = self.look.rows_in_use(section, table);
        let name = catalogue::section(&section.kind)
            .and_then(|def| def.table(table))
            .map(|table| self.look.texts.get(table.name).to_owned());
        Slot {
            text: self
                .look
                .join(rows.iter().filter_map(|row| self.look.name(&row.id))),
            name: name.unwrap_or_default(),
            ..Slot::default()
        }
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
        self.fields(section, def);
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

    fn table(
        &mut self,
        section: &'a Section,
        def: &'static SectionDef,
        table: &'static TableDef,
        under: u8,
    ) {
        let rows = self.look.rows_in_use(section, table.id);
        let children: Vec<&'static TableDef> = def
            .tables
            .iter()
            .filter(|child| parent_table(def, child).is_some_and(|parent| parent.id == table.id))
            .filter(|child| !child.log)
            .filter(|child| !self.look.rows_in_use(section, child.id).is_empty())
            .collect();
        if let Some(letters) = letters_column(table) {
            self.matrix(section, table, letters, &rows);
        } else if !children.is_empty() {
            self.families(section, table, &children, under);
        } else if table.render == Render::Table {
            self.real_table(section, table, &rows, None, String::new());
        } else if table.parent.is_some() {
            self.grouped(section, table, under);
        } else {
            self.sentences(section, table, &rows, under);
        }
    }
}

fn head_of(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

fn is_long(field: &FieldDef, value: Option<&Value>, spans: &[Span]) -> bool {
    let text: String = spans.iter().map(Span::text).collect();
    let list = matches!(value, Some(Value::List(items)) if items.len() > 1);
    let sentence = field.kind == FieldType::Longtext && text.contains(['，', '。', '；', ',', ';']);
    list || sentence || text.contains('\n') || text.chars().count() > SHORT
}

/// A text of one sentence or more ends as one.
fn ended(text: &str, lang: Lang) -> String {
    let text = text.trim_end();
    if text.ends_with(|c: char| c.is_alphanumeric() || "”）」》)\"%".contains(c)) {
        let stop = match lang {
            Lang::Zh => "。",
            Lang::En => ".",
        };
        return format!("{text}{stop}");
    }
    text.to_owned()
}

fn plain_item(at: Option<Anchor>, text: &str) -> ListItem {
    ListItem {
        at,
        number: String::new(),
        spans: vec![Span::Text(text.to_owned())],
        children: Vec::new(),
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

/// The colon between a name and its value.
pub(super) fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    }
}
