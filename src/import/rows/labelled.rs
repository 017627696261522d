//! "标准：…；成果：…": parts of a line that name their column.

use super::{Columns, Draft};
use crate::catalogue::{FieldDef, TableDef};
use crate::import::steps::took;

/// A part of a line with the column that it names.
struct Label {
    /// Where the name begins.
    start: usize,
    /// Where its words begin.
    words: usize,
    column: &'static FieldDef,
}

/// Puts the labelled parts of a line into the draft; gives what stands before the first of them.
pub(super) fn take<'a>(
    table: &'static TableDef,
    line: &'a str,
    columns: &Columns,
    draft: &mut Draft,
) -> &'a str {
    let labels = labels(table, line, columns);
    let Some(first) = labels.first() else {
        return line;
    };
    for (n, label) in labels.iter().enumerate() {
        let end = labels.get(n + 1).map_or(line.len(), |next| next.start);
        let words = line.get(label.words..end).unwrap_or_default();
        let source = line.get(label.start..end).unwrap_or_default();
        let cut = |text: &'a str| {
            text.trim()
                .trim_end_matches(['；', ';', '，', ',', '。', '｜', '|', ' '])
        };
        draft.put(table, label.column.id, cut(words), cut(source));
    }
    line.get(..first.start).unwrap_or_default()
}

/// How many parts of a line name a column of one of these tables.
pub(crate) fn count(tables: &'static [TableDef], line: &str, columns: &Columns) -> usize {
    if !line.contains(['：', ':']) {
        return 0;
    }
    took(line.len() * tables.len());
    let counts = tables
        .iter()
        .map(|table| labels(table, line, columns).len());
    counts.max().unwrap_or(0)
}

fn labels(table: &'static TableDef, line: &str, columns: &Columns) -> Vec<Label> {
    let mut found: Vec<Label> = Vec::new();
    let mut start = 0;
    for (at, c) in line.char_indices() {
        match c {
            '；' | ';' | '，' | ',' | '。' | '｜' | '|' | '（' | '(' => {
                start = at + c.len_utf8()
            }
            '：' | ':' => {
                let name = line.get(start..at).unwrap_or_default();
                let column = Some(name)
                    .filter(|name| name.chars().count() <= 24)
                    .and_then(|name| columns.find(name, table.columns));
                let new =
                    |column: &&FieldDef| !found.iter().any(|label| label.column.id == column.id);
                if let Some(column) = column.filter(new) {
                    let skipped = name.len() - name.trim_start().len();
                    found.push(Label {
                        start: start + skipped,
                        words: at + c.len_utf8(),
                        column,
                    });
                }
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    // Words in brackets with a colon belong to the sentence around them.
    found.retain(|label| {
        let before = line.get(..label.start).unwrap_or_default().trim_end();
        !before.ends_with(['（', '('])
    });
    found
}
