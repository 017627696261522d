//! An end before its start, in two fields that belong together.

use super::{Context, Report, Rule, Severity};
use crate::catalogue::ids::charter_header;
use crate::catalogue::ui::checks::{date_order, validity};
use crate::model::Value;
use chrono::NaiveDate;

pub(super) const VALIDITY: Rule = Rule {
    id: "X-DOC-01",
    aliases: &["hdr.period"],
    severity: Severity::Error,
    title: validity::TITLE,
    doc: validity::DOC,
    message: validity::MESSAGE,
    fix: validity::FIX,
    run: |context, report| order(context, report, true),
};

pub(super) const ORDER: Rule = Rule {
    id: "date.order",
    aliases: &[],
    severity: Severity::Error,
    title: date_order::TITLE,
    doc: date_order::DOC,
    message: date_order::MESSAGE,
    fix: date_order::FIX,
    run: |context, report| order(context, report, false),
};

/// Ids of fields that stand for start and end wherever both occur.
const PAIRS: [(&str, &str); 5] = [
    ("effective_from", "effective_to"),
    ("start", "deadline"),
    ("start", "end"),
    ("start", "due"),
    ("from", "to"),
];

fn order(context: &Context<'_>, report: &mut Report<'_>, header: bool) {
    for group in context.groups() {
        if (group.def.id == charter_header::ID) != header {
            continue;
        }
        for (start, end) in PAIRS {
            let (Some(from), Some(to)) = (day(group.value(start)), day(group.value(end))) else {
                continue;
            };
            // A document that ends on its first day is as wrong as one that ends before it.
            if to < from || (header && to == from) {
                let id = group.columns().iter().find(|column| column.id == end);
                report.add(
                    group.place(id.map(|column| column.id)),
                    &[
                        ("row", &context.name(&group)),
                        ("start", &from.to_string()),
                        ("end", &to.to_string()),
                    ],
                );
            }
        }
    }
}

fn day(value: Option<&Value>) -> Option<NaiveDate> {
    match value {
        Some(Value::Date(day)) => Some(*day),
        _ => None,
    }
}
