//! Sections that the user made up: paragraphs, and a table under columns of their own.

use super::build::{Builder, anchor};
use super::days::write_dates;
use super::words::colon;
use super::{Content, Span, TableLine};
use crate::catalogue::{fill, ui};
use crate::edit::column_field;
use crate::model::{
    CUSTOM_ROWS, CUSTOM_TEXT, CustomColumn, CustomDef, CustomForm, Lang, Row, Section,
};

impl<'a> Builder<'a> {
    /// Writes the section; false when it is none of the user's making, or of a newer shape.
    pub(super) fn custom(&mut self, section: &'a Section) -> bool {
        let Some(def) = CustomDef::of(section) else {
            return false;
        };
        let text = section.fields.get(CUSTOM_TEXT).and_then(|v| v.as_text());
        let lang = self.style.lang;
        let lines = text.unwrap_or_default().lines().map(str::trim);
        for line in lines.filter(|line| !line.is_empty()) {
            let spans = vec![Span::Text(write_dates(line, lang))];
            self.push(Some(anchor(section, None)), Content::Paragraph(spans));
        }
        if def.form == CustomForm::Table {
            self.custom_table(section, &def.columns);
        }
        true
    }

    fn custom_table(&mut self, section: &'a Section, columns: &[CustomColumn]) {
        let rows = self.look.rows_in_use(section, CUSTOM_ROWS);
        // A column that nobody has named or filled would only take room.
        let used = |column: &&CustomColumn| {
            !column.name.is_empty()
                || rows
                    .iter()
                    .any(|row| row.cell(column.id.as_str()).is_some())
        };
        let columns: Vec<&CustomColumn> = columns.iter().filter(used).collect();
        if rows.is_empty() || columns.is_empty() {
            return;
        }
        let lines = rows
            .iter()
            .map(|row| TableLine {
                at: Some(anchor(section, Some(&row.id))),
                cells: columns
                    .iter()
                    .map(|column| vec![Span::Text(self.custom_cell(row, column))])
                    .collect(),
                said: self.custom_line(row, &columns),
            })
            .collect();
        let content = Content::Table {
            caption: String::new(),
            head: columns
                .iter()
                .enumerate()
                .map(|(at, column)| self.column_head(column, at + 1))
                .collect(),
            rows: lines,
        };
        self.push(Some(anchor(section, None)), content);
    }

    /// The user's name of a column; a table has no head without words.
    fn column_head(&self, column: &CustomColumn, place: usize) -> String {
        match column.name.trim() {
            "" => {
                let text = self.look.texts.get(ui::structure::custom::COLUMN);
                fill(text, &[("n", &place.to_string())])
            }
            name => name.to_owned(),
        }
    }

    fn custom_cell(&self, row: &Row, column: &CustomColumn) -> String {
        let field = column_field(column.kind);
        row.cell(column.id.as_str())
            .map(|value| self.look.text(value, field, &row.cells))
            .unwrap_or_default()
    }

    /// The row in one line, for formats without tables.
    fn custom_line(&self, row: &Row, columns: &[&CustomColumn]) -> Vec<Span> {
        let lang = self.style.lang;
        let parts: Vec<String> = columns
            .iter()
            .filter_map(|column| {
                let text = self.custom_cell(row, column);
                let name = column.name.trim();
                (!text.is_empty()).then(|| match name {
                    "" => text,
                    name => format!("{name}{}{text}", colon(lang)),
                })
            })
            .collect();
        let joint = match lang {
            Lang::Zh => "；",
            Lang::En => "; ",
        };
        vec![Span::Text(parts.join(joint))]
    }
}
