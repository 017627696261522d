//! A reference to something that is no longer there.

use super::{Context, Report, Rule, Severity};
use crate::catalogue::ui::checks::broken_reference as words;
use crate::model::{RowId, Value};

pub(super) const BROKEN: Rule = Rule {
    id: "X-REF-01",
    aliases: &[
        "X-ROLE-01",
        "X-KPI-01",
        "X-SOP-01",
        "X-PERF-02",
        "X-TOOL-01",
        "kpi.owner",
        "sop.owner",
    ],
    severity: Severity::Error,
    title: words::TITLE,
    doc: words::DOC,
    message: words::MESSAGE,
    fix: words::FIX,
    run,
};

fn run(context: &Context<'_>, report: &mut Report<'_>) {
    let charter = context.charter;
    let exists = |id: &RowId| {
        charter
            .find_row(id)
            .is_some_and(|(_, _, row)| !row.is_blank())
            || charter.section_by_id(id).is_some()
    };
    for group in context.groups() {
        for column in group.columns() {
            let broken = match group.value(column.id) {
                Some(Value::Refs(ids)) => ids.iter().any(|id| !exists(id)),
                Some(Value::Letters(map)) => map
                    .iter()
                    .any(|(id, letters)| !letters.is_empty() && !exists(id)),
                _ => false,
            };
            if broken {
                let field = context.texts.get(column.name);
                report.add(
                    group.place(Some(column.id)),
                    &[("row", &context.name(&group)), ("field", field)],
                );
            }
        }
    }
}
