//! Alert lines of a KPI on the wrong side of its target.

use super::{Context, Report, Rule, Severity};
use crate::catalogue::ids::kpi_dictionary::{self, kpis};
use crate::catalogue::ui::checks::kpi_lines as words;
use crate::model::Value;

pub(super) const WRONG_SIDE: Rule = Rule {
    id: "X-KPI-02",
    aliases: &["kpi.line_order"],
    severity: Severity::Error,
    title: words::TITLE,
    doc: words::DOC,
    message: words::MESSAGE,
    fix: words::FIX,
    run,
};

fn run(context: &Context<'_>, report: &mut Report<'_>) {
    for group in context.rows(kpi_dictionary::ID, kpis::TABLE) {
        let up = match group.value(kpis::DIRECTION) {
            Some(Value::Enum(direction)) if direction == "up" => true,
            Some(Value::Enum(direction)) if direction == "down" => false,
            _ => continue,
        };
        // From bad to good; lines that are not drawn do not count.
        let lines: Vec<(&'static str, f64)> = [kpis::RED, kpis::YELLOW, kpis::TARGET]
            .into_iter()
            .filter_map(|id| Some((id, Context::number(group.value(id))?)))
            .collect();
        let wrong = lines.windows(2).find_map(|pair| match pair {
            [(id, worse), (_, better)] if (up && worse >= better) || (!up && worse <= better) => {
                Some(*id)
            }
            _ => None,
        });
        if let Some(id) = wrong {
            report.add(group.place(Some(id)), &[("row", &context.name(&group))]);
        }
    }
}
