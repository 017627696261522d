//! HTML from the clipboard (Word, WPS, a chat bot) as blocks. It is only ever read as text: nothing
//! of it is put into the page, whatever it holds.

mod entities;
mod tokens;

use super::block::Block;
use super::lines::{Kind, Raw, assemble};
use tokens::{Tag, Token, Tokens};

/// True for text that is HTML rather than a text about it.
pub(super) fn looks_like(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(2000).collect();
    let lower = start.to_ascii_lowercase();
    let whole = [
        "<html",
        "<!doctype html",
        "<meta",
        "<table",
        "<body",
        "<!--startfragment",
    ];
    let part = [
        "</p>", "</li>", "</h1>", "</h2>", "</h3>", "</div>", "</td>", "</span>", "<br>",
    ];
    whole.iter().any(|tag| lower.starts_with(tag))
        || lower.starts_with('<') && part.iter().any(|tag| lower.contains(tag))
}

/// Reads HTML into blocks, in one pass over the text.
pub(super) fn blocks(input: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for token in Tokens::new(input) {
        match token {
            Token::Text(text) => reader.text(&text),
            Token::Open(tag) => reader.open(&tag),
            Token::Close(name) => reader.close(&name),
        }
    }
    reader.flush();
    reader.end_table();
    assemble(reader.out)
}

#[derive(Default)]
struct Reader {
    out: Vec<Raw>,
    line: String,
    /// What the line being read is.
    kind: Option<Kind>,
    /// Open lists: whether each is numbered.
    lists: Vec<bool>,
    /// Open tables; the cells of inner ones belong to the outer cell.
    tables: usize,
    row: Vec<String>,
    in_cell: bool,
    bold: usize,
    /// Characters of the line in bold and in all.
    weight: (usize, usize),
    keeps_breaks: usize,
}

impl Reader {
    fn text(&mut self, text: &str) {
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 && self.keeps_breaks > 0 {
                self.break_line();
            }
            self.words(line, n > 0);
        }
    }

    fn words(&mut self, text: &str, broken: bool) {
        let mut gap = broken;
        for c in text.chars() {
            if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' {
                gap = true;
                continue;
            }
            if gap && !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
            gap = false;
            self.line.push(c);
            self.weight.1 += 1;
            self.weight.0 += usize::from(self.bold > 0);
        }
        if gap && !self.line.is_empty() && !self.line.ends_with(' ') {
            self.line.push(' ');
        }
    }

    /// Ends the line; inside a cell only a mark is left, a cell is one text.
    fn break_line(&mut self) {
        if self.in_cell {
            let said = !self.line.trim().is_empty() && !self.line.trim_end().ends_with('；');
            if said {
                self.line.truncate(self.line.trim_end().len());
                self.line.push('；');
            }
            return;
        }
        self.flush();
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.line).trim().to_owned();
        let (bold, all) = std::mem::take(&mut self.weight);
        let kind = self.kind.take().unwrap_or(Kind::Plain);
        if text.is_empty() {
            return;
        }
        self.out.push(Raw {
            kind,
            text,
            bold: bold == all,
        });
    }

    fn open(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "br" => self.break_line(),
            "b" | "strong" => self.bold += 1,
            "pre" => {
                self.break_line();
                self.keeps_breaks += 1;
            }
            "ul" | "ol" => {
                self.break_line();
                self.lists.push(tag.name == "ol");
            }
            "li" => {
                self.break_line();
                let depth = self.lists.len().saturating_sub(1).min(6);
                self.kind = Some(Kind::Item {
                    depth: u8::try_from(depth).unwrap_or(6),
                    ordered: self.lists.last().copied().unwrap_or(false),
                });
            }
            "table" => {
                self.break_line();
                self.tables += 1;
                if self.tables == 1 {
                    self.end_table();
                }
            }
            "tr" if self.tables <= 1 => self.end_row(),
            "td" | "th" if self.tables <= 1 => {
                self.end_cell();
                self.in_cell = true;
            }
            "td" | "th" => self.break_line(),
            "hr" => {
                self.break_line();
                if !self.in_cell {
                    self.out.push(Raw::new(Kind::Rule, String::new()));
                }
            }
            name => {
                if let Some(level) = heading(name) {
                    self.break_line();
                    self.kind = Some(Kind::Heading(level)).filter(|_| !self.in_cell);
                } else if is_block(name) {
                    // A paragraph inside an item is the item's own text.
                    let inside = self.line.trim().is_empty() && self.kind.is_some();
                    if !inside {
                        self.break_line();
                    }
                    if let Some(depth) = tag.list_level().filter(|_| !self.in_cell) {
                        self.kind = Some(Kind::Item {
                            depth,
                            ordered: false,
                        });
                    }
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "pre" => {
                self.break_line();
                self.keeps_breaks = self.keeps_breaks.saturating_sub(1);
            }
            "ul" | "ol" => {
                self.break_line();
                self.lists.pop();
            }
            "td" | "th" if self.tables <= 1 => self.end_cell(),
            "tr" if self.tables <= 1 => self.end_row(),
            "table" => {
                if self.tables <= 1 {
                    self.end_row();
                    self.end_table();
                }
                self.tables = self.tables.saturating_sub(1);
            }
            name if name == "li" || is_block(name) || heading(name).is_some() => {
                self.break_line();
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        if self.in_cell {
            let text = std::mem::take(&mut self.line);
            self.weight = (0, 0);
            self.row.push(text.trim().trim_end_matches('；').to_owned());
            self.in_cell = false;
        } else {
            self.flush();
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        let cells = std::mem::take(&mut self.row);
        match cells.as_slice() {
            [] => {}
            // A table of one column lays out, it does not list.
            [one] if !one.is_empty() => self.out.push(Raw::new(Kind::Plain, one.clone())),
            _ if cells.iter().all(String::is_empty) => {}
            _ => self.out.push(Raw::new(Kind::Row(cells), String::new())),
        }
    }

    /// Keeps the rows of one table from running into those of the next.
    fn end_table(&mut self) {
        self.end_row();
        if matches!(self.out.last(), Some(raw) if matches!(raw.kind, Kind::Row(_))) {
            self.out.push(Raw::new(Kind::Rule, String::new()));
        }
    }
}

fn heading(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', n @ b'1'..=b'6'] => Some(n - b'0'),
        _ => None,
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "aside"
            | "nav"
            | "blockquote"
            | "dl"
            | "dt"
            | "dd"
            | "figure"
            | "figcaption"
            | "caption"
            | "address"
            | "details"
            | "summary"
            | "form"
            | "fieldset"
            | "legend"
            | "body"
            | "center"
            | "thead"
            | "tbody"
            | "tfoot"
            | "option"
            | "textarea"
            | "button"
    )
}
