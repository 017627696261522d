//! What the charter knows about a goal beside its sentence.

use crate::catalogue::ids::{charter_header, kpi_dictionary, smart_goals, strategy_plan};
use crate::model::{Charter, Lang, Row, RowId, Value};
use crate::smart::{self, Amount, Assessment, Context, Input, Past, Period};
use chrono::NaiveDate;
use smart_goals::goals;

/// Judges the goal of a row together with its fields; none while the sentence is empty.
pub fn assess_row(
    charter: &Charter,
    row: &Row,
    messages: Lang,
    today: NaiveDate,
) -> Option<Assessment> {
    let text = row.text(goals::STATEMENT);
    if text.is_empty() {
        return None;
    }
    let context = goal_context(charter, row);
    let input = Input {
        text,
        lang: None,
        messages,
        today,
        context: &context,
    };
    Some(smart::assess(&input))
}

/// The context of a goal: its own fields, the objective it serves, the past of its KPI, the
/// charter's period.
pub fn goal_context(charter: &Charter, row: &Row) -> Context {
    let unit = || match row.text(goals::UNIT) {
        "" => None,
        unit => Some(unit.to_owned()),
    };
    let amount = |column: &str| match row.cell(column)? {
        Value::Number(amount) => Some(Amount {
            value: amount.value,
            unit: unit(),
        }),
        _ => None,
    };
    let date = |column: &str| match row.cell(column)? {
        Value::Date(date) => Some(*date),
        _ => None,
    };
    let target = amount(goals::TARGET).map(|amount| smart::Target {
        value: Some(amount.value),
        unit: amount.unit,
        ..smart::Target::default()
    });
    let objectives = charter.rows(strategy_plan::ID, strategy_plan::objectives::TABLE);
    let statement = |row: &Row| row.text(strategy_plan::objectives::STATEMENT).to_owned();
    let linked = first_ref(row, goals::OBJECTIVE);
    Context {
        baseline: amount(goals::BASELINE),
        target,
        deadline: date(goals::DEADLINE),
        owner: first_ref(row, goals::OWNER)
            .and_then(|id| charter.find_row(id))
            .map(|(_, _, role)| role.text("name").to_owned())
            .filter(|name| !name.is_empty()),
        objectives: objectives
            .iter()
            .map(statement)
            .filter(|text| !text.is_empty())
            .collect(),
        objective: linked
            .and_then(|id| objectives.iter().find(|objective| objective.id == *id))
            .map(statement)
            .filter(|text| !text.is_empty()),
        history: history(charter, first_ref(row, goals::KPI)),
        period: period(charter),
    }
}

pub(super) fn first_ref<'a>(row: &'a Row, column: &str) -> Option<&'a RowId> {
    row.cell(column)?.refs().first()
}

/// Past values of a KPI, as far as they have a date and a figure.
fn history(charter: &Charter, kpi: Option<&RowId>) -> Vec<Past> {
    use kpi_dictionary::history as past;
    let Some(kpi) = kpi else { return Vec::new() };
    let rows = charter.rows(kpi_dictionary::ID, past::TABLE);
    rows.iter()
        .filter(|row| first_ref(row, past::KPI) == Some(kpi))
        .filter_map(
            |row| match (row.cell(past::DATE)?, row.cell(past::VALUE)?) {
                (Value::Date(date), Value::Number(amount)) => Some(Past {
                    date: *date,
                    value: amount.value,
                }),
                _ => None,
            },
        )
        .collect()
}

fn period(charter: &Charter) -> Option<Period> {
    let date = |field: &str| match charter.field(charter_header::ID, field)? {
        Value::Date(date) => Some(*date),
        _ => None,
    };
    let (from, to) = (
        date(charter_header::EFFECTIVE_FROM)?,
        date(charter_header::EFFECTIVE_TO)?,
    );
    (from <= to).then_some(Period { from, to })
}
