//! One drafted field or table.

use super::facts::{Facts, Pen};
use crate::model::{RowId, Value};

/// What can be written into one field or table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    /// Field or table id.
    pub(super) id: &'static str,
    pub(super) content: Content,
    /// Fingerprint of the facts that it was drawn from.
    pub(super) facts: String,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    Value(Value),
    Rows(Vec<NewRow>),
}

/// A drafted row. It stands for the thing that its `key` column refers to, so that a later draft
/// finds it again.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NewRow {
    pub(super) key: (&'static str, RowId),
    pub(super) cells: Vec<(&'static str, Value)>,
}

impl Draft {
    pub(super) fn text(id: &'static str, text: String, pen: &Pen<'_>) -> Option<Draft> {
        (!text.is_empty()).then(|| Draft {
            id,
            content: Content::Value(Value::Text(text)),
            facts: pen.fingerprint(),
        })
    }

    pub(super) fn list(id: &'static str, items: Vec<String>, pen: &Pen<'_>) -> Option<Draft> {
        (!items.is_empty()).then(|| Draft {
            id,
            content: Content::Value(Value::List(items)),
            facts: pen.fingerprint(),
        })
    }

    pub(super) fn rows(id: &'static str, rows: Vec<NewRow>, pen: &Pen<'_>) -> Option<Draft> {
        (!rows.is_empty()).then(|| Draft {
            id,
            content: Content::Rows(rows),
            facts: pen.fingerprint(),
        })
    }
}

/// Names with “and so on” when there are more than `most`.
pub(super) fn some_names(
    facts: &Facts<'_>,
    pen: &mut Pen<'_>,
    all: &[String],
    most: usize,
) -> String {
    use crate::catalogue::ui::digest;
    for name in all {
        pen.fact(name);
    }
    let shown = facts.say.join(all.iter().take(most).cloned());
    match all.len() > most {
        true => pen.fill(digest::AND_MORE, &[("names", &shown)]),
        false => shown,
    }
}
