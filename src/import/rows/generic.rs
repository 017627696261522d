//! Any other table: a name, and what is said about it.

use super::Draft;
use super::cues::{is_role, split_name};
use crate::catalogue::ids::code_of_conduct::rules;
use crate::catalogue::{FieldDef, FieldType, Need, TableDef, Tier};

pub(super) fn read(table: &'static TableDef, head: &str, draft: &mut Draft) {
    let title = table.column(table.title);
    let names = title.is_some_and(|title| is_text(title) || title.kind == FieldType::Ref);
    let body = body(table);
    match (split_name(head), body) {
        (Some((name, rest)), Some(body)) if names && !is_role(name) => {
            draft.put(table, table.title, name, name);
            draft.put(table, body.id, rest, rest);
        }
        _ => {
            let own = title.filter(|title| is_text(title)).or(body);
            draft.put(table, own.map_or("", |field| field.id), head, head);
        }
    }
}

/// Rules of conduct say what to do or what not to do.
pub(super) fn conduct(table: &TableDef, head: &str, draft: &mut Draft) {
    let not = [
        "不得", "严禁", "禁止", "不准", "不要", "Do not", "Don't", "Never", "No ",
    ];
    let column = match not.iter().any(|word| head.starts_with(word)) {
        true => rules::DONT,
        false => rules::DO,
    };
    draft.put(table, column, head, head);
}

/// The column for what is said about a thing: the first that a row needs, else the first shown.
fn body(table: &'static TableDef) -> Option<&'static FieldDef> {
    let mut others = table
        .columns
        .iter()
        .filter(|c| c.id != table.title && is_text(c));
    let needed = others.clone().find(|column| column.need == Need::Required);
    needed
        .or_else(|| others.clone().find(|column| column.tier == Tier::Core))
        .or_else(|| others.next())
}

fn is_text(field: &FieldDef) -> bool {
    matches!(
        field.kind,
        FieldType::Text | FieldType::Longtext | FieldType::List
    )
}
