//! Words where a number or a date belongs. They are kept as typed, but nothing can reckon with
//! them.

use super::{Context, Report, Rule, Severity};
use crate::catalogue::FieldType;
use crate::catalogue::ui::checks::value_kind as words;

pub(super) const MISFIT: Rule = Rule {
    id: "value.kind",
    aliases: &[],
    severity: Severity::Warn,
    title: words::TITLE,
    doc: words::DOC,
    message: words::MESSAGE,
    fix: words::FIX,
    run,
};

fn run(context: &Context<'_>, report: &mut Report<'_>) {
    for group in context.groups() {
        for column in group.columns() {
            let reckons = matches!(
                column.kind,
                FieldType::Int
                    | FieldType::Number
                    | FieldType::Percent
                    | FieldType::Money
                    | FieldType::Range
                    | FieldType::Duration
                    | FieldType::Date
                    | FieldType::Period
            );
            let typed = group.value(column.id).and_then(|value| value.as_text());
            if let Some(text) = typed.filter(|_| reckons) {
                let field = context.texts.get(column.name);
                report.add(
                    group.place(Some(column.id)),
                    &[
                        ("row", &context.name(&group)),
                        ("field", field),
                        ("text", text.trim()),
                    ],
                );
            }
        }
    }
}
