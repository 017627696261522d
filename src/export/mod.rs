//! The document in the formats that people hand in: one file per format, one line in `FORMATS`.
//!
//! A format sees only the neutral document. The draft file (JSON) is the charter itself and is
//! written by `schema`, not from here.

pub mod docx;
mod html;
mod markdown;
mod plain;

use crate::catalogue::{TextId, ui};
use crate::outline::{Document, Span};

pub use html::{fragment, page};
pub use markdown::markdown;
pub use plain::plain;

/// One format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Stable id, also on the command line.
    pub id: &'static str,
    /// Of the file, without the dot.
    pub extension: &'static str,
    /// Media type.
    pub mime: &'static str,
    /// What a user reads.
    pub name: TextId,
    /// How it is made.
    pub writer: Writer,
}

/// How a format is made from a document.
#[derive(Clone, Copy, Debug)]
pub enum Writer {
    /// Text, made where it is needed; written as UTF-8.
    Text(fn(&Document) -> String),
    /// A Word file, made by `docx::write`. Named here, not called: only the worker carries its code.
    Docx,
}

/// All formats, in the order of the menu.
pub const FORMATS: &[Format] = &[
    Format {
        id: "docx",
        extension: "docx",
        mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        name: ui::export::DOCX,
        writer: Writer::Docx,
    },
    Format {
        id: "md",
        extension: "md",
        mime: "text/markdown;charset=utf-8",
        name: ui::export::MARKDOWN,
        writer: Writer::Text(markdown),
    },
    Format {
        id: "txt",
        extension: "txt",
        mime: "text/plain;charset=utf-8",
        name: ui::export::PLAIN,
        writer: Writer::Text(plain),
    },
    Format {
        id: "html",
        extension: "html",
        mime: "text/html;charset=utf-8",
        name: ui::export::HTML,
        writer: Writer::Text(page),
    },
];

/// The format with this id.
pub fn format(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.id == id)
}

/// Number and words of a heading: a Chinese number carries its own spacing (一、).
pub(crate) fn heading_text(number: &str, text: &str) -> String {
    match number.chars().last() {
        None => text.to_owned(),
        Some(last) if last.is_ascii() => format!("{number} {text}"),
        Some(_) => format!("{number}{text}"),
    }
}

/// The words of all spans.
pub(crate) fn words(spans: &[Span]) -> String {
    spans.iter().map(Span::text).collect()
}

/// A name for the file from the title: without characters that file systems refuse, at most 80
/// characters, never empty.
pub fn file_stem(document: &Document) -> String {
    let stem: String = document
        .title
        .chars()
        .map(|c| {
            if c.is_control() || "\\/:*?\"<>|".contains(c) {
                ' '
            } else {
                c
            }
        })
        .take(80)
        .collect();
    let stem = stem.split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = stem.trim_matches('.').trim();
    if stem.is_empty() {
        "charter".to_owned()
    } else {
        stem.to_owned()
    }
}
