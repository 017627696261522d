//! Lines become blocks: which line is a heading, which an item, which belongs to a table. Text and
//! HTML both end here, because what Word or a chat bot sends as paragraphs is numbered by hand too.

mod glued;
mod inline;
mod marks;
mod raw;

use super::block::Block;

pub(crate) use marks::{Mark, mark};
pub(super) use raw::{Kind, Raw};

/// Reads plain text or Markdown. `wrapped`: lines of a paragraph belong together.
pub(super) fn blocks(input: &str, wrapped: bool) -> Vec<Block> {
    assemble(raw::lines(input, wrapped))
}

/// A line with its mark, before it is known what it is.
struct Part {
    kind: Kind,
    mark: Mark,
    bold: bool,
    text: String,
}

/// Puts blocks together from lines.
pub(super) fn assemble(raws: Vec<Raw>) -> Vec<Block> {
    let mut parts: Vec<Part> = Vec::new();
    for raw in raws {
        let Raw { kind, text, bold } = raw;
        if matches!(kind, Kind::Row(_) | Kind::Rule) {
            parts.push(Part {
                kind,
                mark: Mark::None,
                bold,
                text,
            });
            continue;
        }
        for piece in glued::split(&text) {
            let (mark, rest) = mark(piece);
            parts.push(Part {
                kind: kind.clone(),
                mark,
                bold,
                text: rest.trim().to_owned(),
            });
        }
    }
    parts.retain(|part| !part.text.is_empty() || matches!(part.kind, Kind::Row(_) | Kind::Rule));
    let mut out: Vec<Block> = Vec::new();
    let mut sibling: Option<(Mark, bool)> = None;
    for at in 0..parts.len() {
        let next = parts.get(at + 1);
        let Some(part) = parts.get(at) else { break };
        let block = block(part, next, sibling);
        if part.mark != Mark::None {
            sibling = Some((part.mark, matches!(block, Block::Heading { .. })));
        } else if matches!(part.kind, Kind::Heading(_)) {
            sibling = None;
        }
        match (out.last_mut(), block) {
            (Some(Block::Table(rows)), Block::Table(more)) => rows.extend(more),
            (_, block) => out.push(block),
        }
    }
    out
}

fn block(part: &Part, next: Option<&Part>, sibling: Option<(Mark, bool)>) -> Block {
    let text = part.text.clone();
    match &part.kind {
        Kind::Row(cells) => return Block::Table(vec![cells.clone()]),
        Kind::Rule => return Block::Rule,
        Kind::Heading(level) => {
            return Block::Heading {
                level: *level,
                text: without_colon(text),
            };
        }
        Kind::Plain | Kind::Item { .. } => {}
    }
    if let Some(level) = heading_level(part, next, sibling) {
        return Block::Heading {
            level,
            text: without_colon(text),
        };
    }
    let (depth, ordered) = match part.kind {
        Kind::Item { depth, ordered } => (depth, ordered || part.mark.is_number()),
        _ => (part.mark.depth(), part.mark.is_number()),
    };
    if part.mark == Mark::None && !matches!(part.kind, Kind::Item { .. }) {
        return Block::Paragraph(text);
    }
    Block::Item {
        depth,
        ordered,
        text,
    }
}

/// The level, where a line is a heading by its number and its looks.
fn heading_level(part: &Part, next: Option<&Part>, sibling: Option<(Mark, bool)>) -> Option<u8> {
    let item = matches!(part.kind, Kind::Item { .. });
    let text = part.text.as_str();
    let same_next = next.is_some_and(|next| next.mark == part.mark);
    let content_next = next.is_some() && !same_next;
    let like_sibling = sibling.is_none_or(|(mark, heading)| mark != part.mark || heading);
    match part.mark {
        Mark::Chapter => (is_title(text, 40, true)).then_some(1),
        Mark::Bracket => is_title(text, 20, true).then_some(3),
        Mark::Cn if !item => (is_title(text, 30, true)).then_some(2),
        Mark::Article if !item => {
            (is_title(text, 16, false) && content_next && like_sibling).then_some(2)
        }
        Mark::CnParen if !item => {
            (is_title(text, 20, false) && content_next && like_sibling).then_some(3)
        }
        Mark::Dec(dots) if !item => {
            (is_title(text, 20, false) && content_next && like_sibling).then_some(3 + dots.min(2))
        }
        Mark::Num if !item => {
            (is_title(text, 16, false) && content_next && like_sibling).then_some(4)
        }
        Mark::None if !item => {
            let led = text.ends_with(['：', ':']) && is_title(text, 20, false);
            let bold = part.bold && is_title(text, 20, true);
            (next.is_some() && (led || bold)).then_some(if bold { 4 } else { 5 })
        }
        _ => None,
    }
}

/// Short, and no sentence.
fn is_title(text: &str, most: usize, figures: bool) -> bool {
    let body = text.trim_end_matches(['：', ':']);
    let long = match body.is_ascii() {
        true => body.split(' ').count() > 8 || body.len() > 70,
        false => body.chars().count() > most,
    };
    let sentence = body.contains(['。', '；', ';', '，', '！', '？', '!', '?', '：', '|', '\t'])
        || body.contains(", ")
        || body.contains(": ")
        || body.ends_with('.');
    let has_figures = body.contains(|c: char| c.is_numeric());
    !body.is_empty() && !long && !sentence && (figures || !has_figures)
}

fn without_colon(mut text: String) -> String {
    text.truncate(text.trim_end_matches(['：', ':', ' ']).len());
    text
}
