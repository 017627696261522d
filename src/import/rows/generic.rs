//! Any other table: a name, and what is said about it.

use super::Draft;
use super::cues::split_name;
use crate::catalogue::{FieldDef, FieldType, Need, TableDef, Tier};

pub(super) fn read(table: &'static TableDef, head: &str, draft: &mut Draft) {
    let title = table.column(table.title);
    let names = title.is_some_and(|title| is_text(title) || title.kind == FieldType::Ref);
    let body = body(table);
    match (split_name(head), body) {
        (Some((name, rest)), Some(body)) if names && name.chars().count() <= 20 => {
            draft.put(table, table.title, name, name);
            draft.put(table, body.id, rest, rest);
        }
        _ => {
            let own = title.filter(|title| is_text(title)).or(body);
            draft.put(table, own.map_or("", |field| field.id), head, head);
        }
    }
}

/// The column for what is said about a thing: the first that a row needs, else the first shown.
fn body(table: &'static TableDef) -> Option<&'static FieldDef> {
    let mut others = table.columns.iter().filter(|c| c.id != table.title && is_text(c));
    let needed = others.clone().find(|column| column.need == Need::Required);
    needed.or_else(|| others.clone().find(|column| column.tier == Tier::Core)).or_else(|| others.next())
}

fn is_text(field: &FieldDef) -> bool {
    matches!(field.kind, FieldType::Text | FieldType::Longtext | FieldType::List)
}
