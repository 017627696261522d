//! The lines of a plain text or Markdown, with what their signs say.

use super::inline::without_marks;
use super::marks::{Mark, mark};
use crate::import::steps::took;

/// What a line is by its signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// No sign.
    Plain,
    /// `#` or an HTML heading.
    Heading(u8),
    /// An item of a list.
    Item {
        /// 0 for the outermost list.
        depth: u8,
        /// Whether the list is numbered.
        ordered: bool,
    },
    /// A row of a table.
    Row(Vec<String>),
    /// A line across.
    Rule,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Raw {
    pub(crate) kind: Kind,
    pub(crate) text: String,
    /// All of it is bold.
    pub(crate) bold: bool,
}

impl Raw {
    pub(crate) fn new(kind: Kind, text: String) -> Raw {
        Raw {
            kind,
            text,
            bold: false,
        }
    }
}

pub(super) fn lines(input: &str, wrapped: bool) -> Vec<Raw> {
    let all: Vec<&str> = input.lines().collect();
    let mut out: Vec<Raw> = Vec::new();
    // Whether the line before ended a paragraph.
    let mut ended = true;
    for (at, line) in all.iter().enumerate() {
        let line = line.trim_end();
        if line.trim().is_empty() {
            ended = true;
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| all.get(at)).copied();
        let next = all.get(at + 1).copied();
        let raw = match one(line, before, next) {
            Some(raw) => raw,
            None => continue,
        };
        let underline = matches!(raw.kind, Kind::Rule) && line.trim().starts_with('=');
        if underline {
            if let Some(last) = out
                .last_mut()
                .filter(|last| !ended && last.kind == Kind::Plain)
            {
                last.kind = Kind::Heading(1);
            }
            ended = true;
            continue;
        }
        // A blank line between two tables keeps them apart.
        let row = |raw: &Raw| matches!(raw.kind, Kind::Row(_));
        if ended && row(&raw) && out.last().is_some_and(row) {
            out.push(Raw::new(Kind::Rule, String::new()));
        }
        // Without that knowledge only English shows it: it goes on in lower case.
        let small = raw.text.starts_with(|c: char| c.is_ascii_lowercase());
        let joins = (wrapped || small) && !ended && raw.kind == Kind::Plain && continues(&raw.text);
        match out.last_mut() {
            Some(last) if joins && goes_on(last) => join(&mut last.text, &raw.text),
            _ => out.push(raw),
        }
        ended = false;
    }
    out
}

/// One line; none where it says nothing (a code fence, the ruler of a table).
fn one(line: &str, before: Option<&str>, next: Option<&str>) -> Option<Raw> {
    took(line.len());
    let text = quoted(line);
    let trimmed = text.trim();
    if let Some(tag) = trimmed.strip_prefix("```") {
        // The fence goes, words behind it stay.
        let tag = tag.trim_matches('`').trim();
        let known = ["", "md", "markdown", "text", "txt", "plaintext"];
        return (!known.contains(&tag)).then(|| Raw::new(Kind::Plain, tag.to_owned()));
    }
    if is_ruler(trimmed) {
        return None;
    }
    if let Some(cells) = row(trimmed, text, before, next) {
        return Some(Raw::new(Kind::Row(cells), String::new()));
    }
    if is_rule(trimmed) {
        return Some(Raw::new(Kind::Rule, String::new()));
    }
    if let Some((level, words)) = hashes(trimmed) {
        let words = without_marks(words);
        return Some(Raw::new(Kind::Heading(level), words.trim().to_owned()));
    }
    let bold = all_bold(trimmed);
    // The star of a list item is no emphasis.
    let (kind, words) = match mark(trimmed) {
        (Mark::Bullet, words) => {
            let depth = indent(text) / 2;
            let depth = u8::try_from(depth.min(6)).unwrap_or(6);
            (
                Kind::Item {
                    depth,
                    ordered: false,
                },
                words,
            )
        }
        (Mark::Num | Mark::Sub, _) if indent(text) >= 2 => {
            let depth = u8::try_from((indent(text) / 2).min(6)).unwrap_or(6);
            (
                Kind::Item {
                    depth,
                    ordered: true,
                },
                trimmed,
            )
        }
        _ => (Kind::Plain, trimmed),
    };
    let words = without_marks(words).trim().to_owned();
    Some(Raw {
        kind,
        text: words,
        bold,
    })
}

/// Without the signs of a quotation.
fn quoted(line: &str) -> &str {
    let mut rest = line;
    while let Some(inner) = rest.trim_start().strip_prefix('>') {
        rest = inner;
    }
    rest
}

fn indent(line: &str) -> usize {
    line.chars()
        .take_while(|c| c.is_whitespace())
        .map(|c| if c == ' ' { 1 } else { 2 })
        .sum()
}

fn hashes(line: &str) -> Option<(u8, &str)> {
    let words = line.trim_start_matches('#');
    let count = line.len() - words.len();
    let spaced = words.starts_with(char::is_whitespace) || !words.is_ascii();
    let words = words.trim().trim_end_matches('#').trim();
    ((1..=6).contains(&count) && spaced && !words.is_empty())
        .then(|| (u8::try_from(count).unwrap_or(6), words))
}

fn all_bold(line: &str) -> bool {
    let line = line.trim_end_matches(['：', ':']);
    let inner = ["**", "__"]
        .iter()
        .find_map(|sign| line.strip_prefix(sign)?.strip_suffix(sign));
    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains("**") && !inner.contains("__"))
}

/// `---`, `***`, `===`, also with spaces.
fn is_rule(line: &str) -> bool {
    let mut signs = line.chars().filter(|c| *c != ' ');
    let Some(first) = signs.next() else {
        return false;
    };
    matches!(first, '-' | '*' | '_' | '=' | '—' | '─')
        && line.chars().all(|c| c == first || c == ' ')
        && line.chars().filter(|c| *c == first).count() >= 3
}

/// `|---|:--:|` under the header of a table.
fn is_ruler(line: &str) -> bool {
    line.contains('|')
        && line.contains('-')
        && line
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '+'))
}

/// The cells of a table's row. A single bar inside a sentence makes none.
fn row(line: &str, whole: &str, before: Option<&str>, next: Option<&str>) -> Option<Vec<String>> {
    let clean = |cells: Vec<&str>| {
        let words = |cell: &str| without_marks(&cell.replace("<br>", "；")).trim().to_owned();
        cells.into_iter().map(words).collect()
    };
    if line.starts_with('|') && line.matches('|').count() >= 2 {
        let inner = line.strip_prefix('|').unwrap_or(line);
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        return Some(clean(inner.split('|').collect()));
    }
    let near = |other: Option<&str>| {
        other.is_some_and(|other| is_ruler(other.trim()) || other.trim().starts_with('|'))
    };
    if line.contains('|') && (near(next) || near(before)) {
        return Some(clean(line.split('|').collect()));
    }
    // The first cell may be empty: the tab before it counts.
    let tabs = |line: &str| line.trim_end().matches('\t').count();
    let near = |other: Option<&str>| {
        other.is_some_and(|other| !other.trim().is_empty() && tabs(other) >= 1)
    };
    let listed = line.contains('\t');
    if listed && (tabs(whole) >= 2 || near(before) || near(next)) {
        return Some(clean(whole.trim_end().split('\t').collect()));
    }
    None
}

/// Long enough to have been broken at the margin.
fn goes_on(last: &Raw) -> bool {
    let long = last.text.chars().count() >= if last.text.is_ascii() { 60 } else { 30 };
    let item = matches!(last.kind, Kind::Item { .. });
    (last.kind == Kind::Plain || item) && long && !last.bold
}

fn continues(text: &str) -> bool {
    mark(text).0 == Mark::None
}

fn join(text: &mut String, more: &str) {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
    if latin(text.chars().next_back()) && latin(more.chars().next()) {
        text.push(' ');
    }
    text.push_str(more);
}
