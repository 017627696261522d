//! Plain text for chats and mail: no marks, tables as one sentence per row.

use super::{heading_text, words};
use crate::model::Lang;
use crate::outline::{Content, Document, ListItem, TableLine};
use std::fmt::Write as _;

/// The document as plain text, lines ended by `\n`.
pub fn plain(document: &Document) -> String {
    let mut out = String::new();
    let (colon, between) = match document.lang {
        Lang::Zh => ("：", "；"),
        Lang::En => (": ", "; "),
    };
    match &document.draft_mark {
        Some(mark) if document.lang == Lang::Zh => {
            let _ = writeln!(out, "{}（{mark}）\n", document.title);
        }
        Some(mark) => {
            let _ = writeln!(out, "{} ({mark})\n", document.title);
        }
        None => {
            let _ = writeln!(out, "{}\n", document.title);
        }
    }
    let pair = |out: &mut String, name: &str, value: &str| {
        let _ = writeln!(out, "{name}{colon}{value}");
    };
    for (name, spans) in &document.cover {
        pair(&mut out, name, &words(spans));
    }
    let mut before: Option<&Content> = None;
    for block in &document.blocks {
        let above = before.replace(&block.content);
        match &block.content {
            Content::Heading { number, text, .. } => {
                let _ = writeln!(out, "\n{}", heading_text(number, text));
            }
            Content::Paragraph(spans) => {
                let _ = writeln!(out, "{}", words(spans));
            }
            // The sentences of the rows have said it.
            Content::List {
                ordered: false,
                items,
            } if above.is_some_and(|table| are_notes(items, table)) => {}
            Content::List { items, .. } => list(&mut out, items, 0),
            Content::Table {
                caption,
                head,
                rows,
            } => {
                if !caption.is_empty() {
                    let _ = writeln!(out, "\n{caption}");
                }
                for (index, row) in rows.iter().enumerate() {
                    let text = match row.said.as_slice() {
                        [] => line(head, row, colon, between),
                        said => words(said).replace('\n', " "),
                    };
                    let _ = writeln!(out, "{}. {text}", index + 1);
                }
            }
            Content::KeyValues(pairs) => {
                for (name, spans) in pairs {
                    pair(&mut out, name, &words(spans));
                }
            }
            Content::PageBreak => out.push('\n'),
        }
    }
    out
}

/// The list is about the rows of the table above it, which are printed as whole sentences.
fn are_notes(items: &[ListItem], above: &Content) -> bool {
    let Content::Table { rows, .. } = above else {
        return false;
    };
    items.iter().all(|item| {
        item.at.is_some()
            && rows
                .iter()
                .any(|row| row.at == item.at && !row.said.is_empty())
    })
}

/// A row with the names of its columns, empty cells left out.
fn line(head: &[String], row: &TableLine, colon: &str, between: &str) -> String {
    let cells: Vec<String> = head
        .iter()
        .zip(&row.cells)
        .map(|(name, spans)| (name, words(spans)))
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(name, text)| format!("{name}{colon}{}", text.trim().replace('\n', " ")))
        .collect();
    cells.join(between)
}

fn list(out: &mut String, items: &[ListItem], depth: usize) {
    let indent = "  ".repeat(depth);
    for item in items {
        let text = words(&item.spans).replace('\n', " ");
        let _ = if item.number.is_empty() {
            writeln!(out, "{indent}- {text}")
        } else {
            writeln!(out, "{indent}{}", heading_text(&item.number, &text))
        };
        list(out, &item.children, depth + 1);
    }
}
