//! The rows of a table as sentences, alone or under their parents. `grid` has real tables.

use super::build::{Builder, anchor};
use super::format::day_forms;
use super::number::item;
use super::pattern::{Pattern, Sentence, Slot, one_line};
use super::section::colon;
use super::{Content, ListItem, Span};
use crate::catalogue::{FieldDef, FieldType, Need, Render, TableDef, Tier, ui};
use crate::model::{Lang, Row, RowId, Section, Value};

/// Deepest heading; groups below it are set as a strong line.
const MAX_LEVEL: u8 = 4;

impl<'a> Builder<'a> {
    /// A numbered list with a sentence per row; a single row is a paragraph.
    pub(super) fn sentences(
        &mut self,
        section: &'a Section,
        table: &'static TableDef,
        rows: &[&'a Row],
        under: u8,
    ) {
        if let [row] = rows {
            let spans = self.sentence(table, row);
            let at = anchor(section, Some(&row.id));
            self.push(Some(at), Content::Paragraph(spans));
            return;
        }
        let items = rows
            .iter()
            .enumerate()
            .map(|(index, row)| ListItem {
                at: Some(anchor(section, Some(&row.id))),
                number: item(self.numbering, under, 0, index),
                spans: self.sentence(table, row),
                children: Vec::new(),
            })
            .collect();
        self.push(
            Some(anchor(section, None)),
            Content::List {
                ordered: true,
                items,
            },
        );
    }

    /// Rows under the names of the rows that they belong to, which stand in another section.
    pub(super) fn grouped(&mut self, section: &'a Section, table: &'static TableDef, under: u8) {
        let groups = self.groups(section, table);
        for (parent, rows) in groups {
            let name = parent.and_then(|id| self.look.name(id));
            self.group_heading(section, name, under + 1, None);
            self.sentences(section, table, &rows, under + 1);
        }
    }

    /// Parent rows, each with the rows of the tables under it.
    pub(super) fn families(
        &mut self,
        section: &'a Section,
        table: &'static TableDef,
        children: &[&'static TableDef],
        under: u8,
    ) {
        let parents = self.look.rows_in_use(section, table.id);
        let as_table = table.render == Render::Table;
        if as_table && !parents.is_empty() {
            self.real_table(section, table, &parents, None, String::new());
        }
        let level = under + 1;
        for parent in &parents {
            let of_parent = |rows: &[&'a Row], child: &TableDef| -> Vec<&'a Row> {
                rows.iter()
                    .filter(|row| first_ref(row, child) == Some(&parent.id))
                    .copied()
                    .collect()
            };
            let name = self.look.name(&parent.id);
            let families: Vec<_> = children
                .iter()
                .map(|child| {
                    let rows = self.look.rows_in_use(section, child.id);
                    (*child, of_parent(&rows, child))
                })
                .filter(|(_, rows)| !rows.is_empty())
                .collect();
            if as_table && families.is_empty() {
                continue;
            }
            self.group_heading(section, name.clone(), level, Some(&parent.id));
            if !as_table {
                let spans = self.sentence(table, parent);
                let spans = without_name(spans, name.as_deref(), self.style.lang);
                let at = anchor(section, Some(&parent.id));
                if !spans.is_empty() && !repeats(&spans, name.as_deref()) {
                    self.push(Some(at), Content::Paragraph(spans));
                }
            }
            for (child, rows) in &families {
                self.children(section, child, rows, level, families.len() > 1);
            }
        }
        self.orphans(section, &parents, children, level);
    }

    /// Rows that belong to no row in use.
    fn orphans(
        &mut self,
        section: &'a Section,
        parents: &[&'a Row],
        children: &[&'static TableDef],
        level: u8,
    ) {
        let orphans: Vec<_> = children
            .iter()
            .map(|child| {
                let mut rows = self.look.rows_in_use(section, child.id);
                rows.retain(|row| {
                    let parent = first_ref(row, child);
                    !parents.iter().any(|known| Some(&known.id) == parent)
                });
                (*child, rows)
            })
            .filter(|(_, rows)| !rows.is_empty())
            .collect();
        if orphans.is_empty() {
            return;
        }
        if !parents.is_empty() {
            self.group_heading(section, None, level, None);
        }
        for (child, rows) in &orphans {
            self.children(section, child, rows, level, orphans.len() > 1);
        }
    }

    fn children(
        &mut self,
        section: &'a Section,
        table: &'static TableDef,
        rows: &[&'a Row],
        under: u8,
        named: bool,
    ) {
        let name = self.look.texts.get(table.name).to_owned();
        if table.render == Render::Table {
            let caption = if named { name } else { String::new() };
            self.real_table(section, table, rows, table.parent, caption);
            return;
        }
        if named {
            let lead = Span::Strong(format!("{name}{}", colon(self.style.lang)));
            self.push(Some(anchor(section, None)), Content::Paragraph(vec![lead]));
        }
        self.sentences(section, table, rows, under);
    }

    fn group_heading(
        &mut self,
        section: &'a Section,
        name: Option<String>,
        level: u8,
        row: Option<&RowId>,
    ) {
        let name = name.unwrap_or_else(|| self.look.texts.get(ui::outline::UNASSIGNED).to_owned());
        let at = Some(anchor(section, row));
        if level > MAX_LEVEL {
            self.push(at, Content::Paragraph(vec![Span::Strong(name)]));
        } else {
            self.heading(level, &name, at);
        }
    }

    /// Rows by their first parent, in the order in which the parents stand; those without last.
    fn groups(
        &self,
        section: &'a Section,
        table: &'static TableDef,
    ) -> Vec<(Option<&'a RowId>, Vec<&'a Row>)> {
        let mut groups: Vec<(Option<&'a RowId>, Vec<&'a Row>)> = Vec::new();
        for row in self.look.rows_in_use(section, table.id) {
            let parent = first_ref(row, table).filter(|id| self.look.name(id).is_some());
            match groups.iter_mut().find(|(known, _)| *known == parent) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((parent, vec![row])),
            }
        }
        groups.sort_by_key(
            |(parent, _)| match parent.and_then(|id| self.look.place(id)) {
                Some(place) => place.count,
                None => usize::MAX,
            },
        );
        groups
    }

    /// One row as a sentence: by the pattern, then what was typed in columns outside it.
    pub(super) fn sentence(&self, table: &'static TableDef, row: &'a Row) -> Vec<Span> {
        self.sentence_of(table, row, &|_| true)
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
            return self.sentence_of(table, row, &wanted);
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
        wanted: &dyn Fn(&FieldDef) -> bool,
    ) -> Vec<Span> {
        let pattern = Pattern::parse(self.look.texts.get(table.pattern));
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
                let text = text.trim_end_matches(['。', '；', ';']).to_owned();
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

/// The sentence says no more than the heading above it.
fn repeats(spans: &[Span], heading: Option<&str>) -> bool {
    let text: String = spans.iter().map(Span::text).collect();
    heading.is_some_and(|heading| bare(heading) == bare(&text))
}

/// The sentence without the name that the heading above it says: `客服主管（2 人）：答复客户。` under
/// 客服主管 is `2 人。答复客户。`
fn without_name(mut spans: Vec<Span>, name: Option<&str>, lang: Lang) -> Vec<Span> {
    let Some(Span::Text(first)) = spans.first_mut() else {
        return spans;
    };
    let Some(rest) = name.and_then(|name| first.strip_prefix(name)) else {
        return spans;
    };
    let (open, close, stop) = match lang {
        Lang::Zh => ('（', '）', "。"),
        Lang::En => ('(', ')', "."),
    };
    let rest = rest.trim_start();
    let body = match rest.strip_prefix(open).map(|inner| inner.split_once(close)) {
        // The bracket ends in another span.
        Some(None) => return spans,
        Some(Some((inner, after))) => {
            let after = after.trim_start_matches(['：', ':', '。', '.', '，', ',', '；', ';']);
            let after = match lang {
                Lang::Zh => after.trim_start().to_owned(),
                Lang::En if after.trim().is_empty() => String::new(),
                Lang::En => format!(" {}", after.trim_start()),
            };
            format!("{inner}{stop}{after}")
        }
        None if rest.starts_with(['：', ':']) => {
            rest.trim_start_matches(['：', ':']).trim_start().to_owned()
        }
        None => return spans,
    };
    let mut chars = body.chars();
    *first = match chars.next() {
        Some(initial) => initial.to_uppercase().chain(chars).collect(),
        None => String::new(),
    };
    spans.retain(|span| !span.text().is_empty());
    spans
}

/// The figures in a sentence without spaces, those of days left out.
fn figures(said: &str) -> Vec<f64> {
    let mut out = Vec::new();
    let mut rest = said;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[start..];
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'))
            .unwrap_or(rest.len());
        let (figure, after) = rest.split_at(end);
        rest = after;
        let factor = match after.chars().next() {
            Some('年' | '月' | '日') => continue,
            Some('万') => 1e4,
            Some('亿') => 1e8,
            _ if after.starts_with("million") => 1e6,
            _ => 1.0,
        };
        let plain = figure.trim_end_matches(['.', ',']).replace(',', "");
        if let Ok(value) = plain.parse::<f64>() {
            out.push(value * factor);
        }
    }
    out
}

/// Without spaces and the mark at the end.
fn bare(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    text.trim_end_matches(['。', '.', '；', ';']).to_owned()
}

/// The row that this row belongs to.
fn first_ref<'r>(row: &'r Row, table: &TableDef) -> Option<&'r RowId> {
    row.cell(table.parent?)?.refs().first()
}

/// Neighbouring plain spans as one.
fn merge(spans: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match (out.last_mut(), span) {
            (Some(Span::Text(last)), Span::Text(text)) => last.push_str(&text),
            (_, Span::Text(text)) if text.is_empty() => {}
            (_, span) => out.push(span),
        }
    }
    out
}
