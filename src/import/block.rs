//! What a text consists of, whatever it was written in: headings, paragraphs, list items, tables.

use super::{html, lines};

/// One block of a text, in reading order, without the signs that made it one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading, 1 the highest.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its words, without number.
        text: String,
    },
    /// A paragraph or a line by itself.
    Paragraph(String),
    /// An item of a list.
    Item {
        /// 0 for the outermost list.
        depth: u8,
        /// Whether it had a number.
        ordered: bool,
        /// Its words, without mark or number.
        text: String,
    },
    /// Rows of cells, the header first if it has one.
    Table(Vec<Vec<String>>),
    /// A line across.
    Rule,
}

/// What a text is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Whatever it looks like.
    #[default]
    Auto,
    /// Plain text; Markdown's signs in it are understood.
    Text,
    /// Markdown: lines of a paragraph belong together.
    Markdown,
    /// HTML, as the clipboard has it.
    Html,
}

impl Format {
    /// The format with this name: `auto`, `txt`, `md`, `html`.
    pub fn from_id(id: &str) -> Option<Format> {
        match id {
            "auto" => Some(Format::Auto),
            "txt" => Some(Format::Text),
            "md" => Some(Format::Markdown),
            "html" => Some(Format::Html),
            _ => None,
        }
    }
}

/// Reads a text into blocks. Every word of it is in a block; of HTML, every word that is shown.
pub fn read(input: &str, format: Format) -> Vec<Block> {
    match format {
        Format::Html => html::blocks(input),
        Format::Auto if html::looks_like(input) => html::blocks(input),
        Format::Markdown => lines::blocks(input, true),
        Format::Auto | Format::Text => lines::blocks(input, false),
    }
}

/// HTML of the clipboard as text to be edited, when it has more than lines: headings, lists, tables.
pub fn rich_text(html: &str) -> Option<String> {
    let blocks = html::blocks(html);
    let built = blocks
        .iter()
        .any(|block| !matches!(block, Block::Paragraph(_) | Block::Rule));
    built.then(|| to_text(&blocks))
}

/// The blocks as plain text that reads back as the same blocks.
pub fn to_text(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut count = 0;
    let mut before: Option<&Block> = None;
    for block in blocks {
        let item = |block: &Block| matches!(block, Block::Item { .. });
        let apart = before.is_some_and(|before| !(item(before) && item(block)));
        if apart {
            out.push('\n');
        }
        match block {
            Block::Heading { level, text } => {
                out.push_str(&"#".repeat(usize::from(*level)));
                out.push(' ');
                out.push_str(text);
            }
            Block::Paragraph(text) => out.push_str(text),
            Block::Item {
                depth,
                ordered,
                text,
            } => {
                count = if *ordered { count + 1 } else { 0 };
                out.push_str(&"  ".repeat(usize::from(*depth)));
                match ordered {
                    true => out.push_str(&format!("{count}. ")),
                    false => out.push_str("- "),
                }
                out.push_str(text);
            }
            Block::Table(rows) => out.push_str(&table(rows)),
            Block::Rule => out.push_str("---"),
        }
        if !item(block) {
            count = 0;
        }
        out.push('\n');
        before = Some(block);
    }
    out
}

fn table(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "／")).collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    if let Some(head) = rows.first() {
        lines.insert(1, format!("|{}", " --- |".repeat(head.len())));
    }
    lines.join("\n")
}
