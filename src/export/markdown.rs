//! Markdown (CommonMark with pipe tables).

use super::heading_text;
use crate::outline::{Content, Document, ListItem, Span};
use std::fmt::Write as _;

/// The document as Markdown.
pub fn markdown(document: &Document) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "# {}\n", escape(&document.title));
    if let Some(mark) = &document.draft_mark {
        let _ = writeln!(out, "**{}**\n", escape(mark));
    }
    if !document.cover.is_empty() {
        for (name, spans) in &document.cover {
            let _ = writeln!(
                out,
                "- {}{}{}",
                escape(name),
                colon(document),
                inline(spans)
            );
        }
        out.push('\n');
    }
    for block in &document.blocks {
        content(&mut out, document, &block.content);
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}

fn content(out: &mut String, document: &Document, content: &Content) {
    match content {
        Content::Heading {
            level,
            number,
            text,
        } => {
            let marks = "#".repeat(usize::from(*level) + 1);
            let _ = writeln!(out, "{marks} {}\n", escape(&heading_text(number, text)));
        }
        Content::Paragraph(spans) => {
            let _ = writeln!(out, "{}\n", line_start(&inline(spans)));
        }
        Content::List { ordered, items } => {
            list(out, *ordered, items, 0);
            if !out.ends_with("\n\n") {
                out.push('\n');
            }
        }
        Content::Table {
            caption,
            head,
            rows,
        } => {
            if !caption.is_empty() {
                let _ = writeln!(out, "**{}**\n", escape(caption));
            }
            let names: Vec<String> = head.iter().map(|name| cell(&escape(name))).collect();
            let _ = writeln!(out, "| {} |", names.join(" | "));
            let _ = writeln!(out, "|{}", " --- |".repeat(head.len()));
            for row in rows {
                let cells: Vec<String> = row.cells.iter().map(|c| cell(&inline(c))).collect();
                let _ = writeln!(out, "| {} |", cells.join(" | "));
            }
            out.push('\n');
        }
        Content::KeyValues(pairs) => {
            for (name, spans) in pairs {
                let _ = writeln!(
                    out,
                    "- **{}**{}{}",
                    escape(name),
                    colon(document),
                    cell_breaks(&inline(spans))
                );
            }
            out.push('\n');
        }
        Content::PageBreak => out.push_str("---\n\n"),
    }
}

/// Ordered items use Markdown's own numbers; forms that it cannot count, such as （1）, are written
/// out.
fn list(out: &mut String, ordered: bool, items: &[ListItem], depth: usize) {
    let indent = "   ".repeat(depth);
    for (index, item) in items.iter().enumerate() {
        let plain = format!("{}.", index + 1);
        let text = cell_breaks(&inline(&item.spans));
        let _ = if ordered && item.number == plain {
            writeln!(out, "{indent}{plain} {text}")
        } else if ordered && depth == 0 {
            // A line of its own: with a bullet, the item would have two marks.
            writeln!(out, "{}\n", line_start(&heading_text(&item.number, &text)))
        } else if ordered {
            writeln!(out, "{indent}- {}", heading_text(&item.number, &text))
        } else {
            writeln!(out, "{indent}- {text}")
        };
        let ordered = item.children.iter().any(|child| !child.number.is_empty());
        list(out, ordered, &item.children, depth + 1);
    }
}

fn inline(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Strong(text) if !text.trim().is_empty() => strong(text),
            _ => escape(span.text()),
        })
        .collect()
}

/// Emphasis ends before a colon: Markdown does not close it between punctuation and a letter.
fn strong(text: &str) -> String {
    let body = text.trim_end_matches(['：', ':', ' ']);
    let (body, tail) = text.split_at(body.len());
    format!("**{}**{tail}", escape(body))
}

/// Characters that would be read as marks inside a line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>|".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A paragraph whose first characters would open a list, heading or quote.
fn line_start(text: &str) -> String {
    text.lines()
        .map(|line| {
            let trimmed = line.trim_start();
            let digits = trimmed.chars().take_while(char::is_ascii_digit).count();
            let numbered = digits > 0 && trimmed[digits..].starts_with(['.', ')']);
            if numbered {
                format!("{}\\{}", &trimmed[..digits], &trimmed[digits..])
            } else if trimmed.starts_with(['#', '+', '-', '=', '~']) {
                format!("\\{trimmed}")
            } else {
                trimmed.to_owned()
            }
        })
        .collect::<Vec<_>>()
        .join("  \n")
}

/// One line, for table cells.
fn cell(text: &str) -> String {
    let text = cell_breaks(text);
    if text.is_empty() { " ".into() } else { text }
}

fn cell_breaks(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join("<br>")
}

fn colon(document: &Document) -> &'static str {
    match document.lang {
        crate::model::Lang::Zh => "：",
        crate::model::Lang::En => ": ",
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn typed_marks_are_text() {
        assert_eq!(escape("*a_b*"), "\\*a\\_b\\*");
        assert_eq!(line_start("1. x"), "1\\. x");
        assert_eq!(line_start("# x\n- y"), "\\# x  \n\\- y");
    }
}
