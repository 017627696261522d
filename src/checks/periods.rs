//! A period or range that ends before it begins, in one field.

use super::{Context, Report, Rule, Severity};
use crate::catalogue::ui::checks::period_order as words;
use crate::model::Value;

pub(super) const ORDER: Rule = Rule {
    id: "period.order",
    aliases: &[],
    severity: Severity::Error,
    title: words::TITLE,
    doc: words::DOC,
    message: words::MESSAGE,
    fix: words::FIX,
    run,
};

fn run(context: &Context<'_>, report: &mut Report<'_>) {
    for group in context.groups() {
        for column in group.columns() {
            let wrong = match group.value(column.id) {
                Some(Value::Period {
                    from: Some(from),
                    to: Some(to),
                }) => to < from,
                Some(Value::Range {
                    min: Some(min),
                    max: Some(max),
                }) => max < min,
                _ => false,
            };
            if wrong {
                let field = context.texts.get(column.name);
                report.add(
                    group.place(Some(column.id)),
                    &[("row", &context.name(&group)), ("field", field)],
                );
            }
        }
    }
}
