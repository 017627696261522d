//! Between a goal's sentence and its fields: the sentence is read into empty fields, and the
//! fields are written as a sentence. Neither happens by itself.

use super::context::first_ref;
use crate::catalogue::ids::{kpi_dictionary::kpis, smart_goals::goals, strategy_plan};
use crate::edit::{create_by_name, set_cell};
use crate::model::{Amount, Charter, IdSource, Row, RowId, Value};
use crate::smart::{self, Direction, Parts, compose, read_parts};
use chrono::NaiveDate;

/// The fields of a row as the parts of a sentence.
pub fn row_parts(charter: &Charter, row: &Row) -> Parts {
    let text = |column: &str| Some(row.text(column).to_owned()).filter(|text| !text.is_empty());
    let date = |column: &str| match row.cell(column)? {
        Value::Date(date) => Some(*date),
        _ => None,
    };
    let figure = |column: &str| match row.cell(column)? {
        Value::Number(amount) => Some(amount.value),
        _ => None,
    };
    let name = |column: &str, name: &str| {
        let (_, _, target) = charter.find_row(first_ref(row, column)?)?;
        Some(target.text(name).to_owned()).filter(|name| !name.is_empty())
    };
    let unit = text(goals::UNIT);
    Parts {
        metric: text(goals::METRIC).or_else(|| name(goals::KPI, kpis::NAME)),
        direction: direction(row),
        baseline: figure(goals::BASELINE),
        target: figure(goals::TARGET).map(|value| smart::Target {
            value: Some(value),
            unit: unit.clone(),
            ..smart::Target::default()
        }),
        unit,
        start: date(goals::START),
        deadline: date(goals::DEADLINE),
        owner: name(goals::OWNER, "name"),
        objective: name(goals::OBJECTIVE, strategy_plan::objectives::STATEMENT),
        purpose: None,
    }
}

const DIRECTIONS: [(&str, Direction); 5] = [
    ("up", Direction::Up),
    ("down", Direction::Down),
    ("reach", Direction::Reach),
    ("keep", Direction::Keep),
    ("do", Direction::Do),
];

/// The chosen direction; where none is chosen, the one that baseline and target imply.
fn direction(row: &Row) -> Option<Direction> {
    if let Some(Value::Enum(id)) = row.cell(goals::DIRECTION) {
        return DIRECTIONS
            .iter()
            .find(|(name, _)| name == id)
            .map(|(_, direction)| *direction);
    }
    match (row.cell(goals::BASELINE)?, row.cell(goals::TARGET)?) {
        (Value::Number(from), Value::Number(to)) if to.value > from.value => Some(Direction::Up),
        (Value::Number(from), Value::Number(to)) if to.value < from.value => Some(Direction::Down),
        _ => None,
    }
}

/// A sentence from the fields, when they hold enough for one and it says something else than the
/// sentence that stands there. Owner and objective have fields of their own and stay out of it.
pub fn composed(charter: &Charter, row: &Row, today: NaiveDate) -> Option<String> {
    let parts = Parts {
        owner: None,
        objective: None,
        ..row_parts(charter, row)
    };
    let enough = parts.metric.is_some() && parts.target.is_some() && parts.deadline.is_some();
    if !enough {
        return None;
    }
    let said = row.text(goals::STATEMENT);
    if !said.is_empty() {
        let read = read_parts(said, None, today);
        let value = |parts: &Parts| parts.target.as_ref().and_then(|target| target.value);
        let same = read.deadline == parts.deadline
            && value(&read) == value(&parts)
            && (parts.baseline.is_none() || read.baseline == parts.baseline)
            && parts
                .metric
                .as_deref()
                .is_some_and(|metric| said.contains(metric));
        if same {
            return None;
        }
    }
    let purpose = read_parts(said, None, today).purpose;
    Some(compose(&Parts { purpose, ..parts }, charter.language))
}

/// What the sentence says that the fields do not hold yet, as (column, value).
pub fn unfilled(row: &Row, today: NaiveDate) -> Vec<(&'static str, Value)> {
    let said = row.text(goals::STATEMENT);
    if said.is_empty() {
        return Vec::new();
    }
    let parts = read_parts(said, None, today);
    let target = parts.target.as_ref();
    let plain = target.is_some_and(|t| t.kind == smart::TargetKind::Abs);
    let unit = parts
        .unit
        .clone()
        .or_else(|| target.and_then(|target| target.unit.clone()));
    let number = |value: f64| Value::Number(Amount::new(value));
    let mut found: Vec<(&'static str, Option<Value>)> = vec![
        (goals::METRIC, parts.metric.clone().map(Value::Text)),
        (
            goals::DIRECTION,
            parts.direction.and_then(|direction| {
                let (id, _) = DIRECTIONS.iter().find(|(_, other)| *other == direction)?;
                Some(Value::Enum((*id).to_owned()))
            }),
        ),
        (goals::BASELINE, parts.baseline.map(number)),
        (goals::START, parts.start.map(Value::Date)),
        (goals::DEADLINE, parts.deadline.map(Value::Date)),
    ];
    // A relative change is not a target value: 20 of "+20 %" must not become "target 20".
    if plain {
        found.push((
            goals::TARGET,
            target.and_then(|target| target.value).map(number),
        ));
        found.push((goals::UNIT, unit.map(Value::Text)));
    }
    found
        .into_iter()
        .filter(|(column, _)| row.cell(column).is_none())
        .filter_map(|(column, value)| Some((column, value?)))
        .collect()
}

/// The owner that the sentence names while the field is empty.
pub fn unfilled_owner(row: &Row, today: NaiveDate) -> Option<String> {
    if row.cell(goals::OWNER).is_some() {
        return None;
    }
    read_parts(row.text(goals::STATEMENT), None, today).owner
}

/// Fills the empty fields of a goal from its sentence; filled ones stay as they are.
pub fn fill_from_sentence(
    charter: &mut Charter,
    section: &RowId,
    row: &RowId,
    today: NaiveDate,
    new_id: &mut dyn IdSource,
) {
    let found = charter.section_by_id(section).and_then(|section| {
        let row = section
            .rows(goals::TABLE)
            .iter()
            .find(|other| other.id == *row)?;
        Some((unfilled(row, today), unfilled_owner(row, today)))
    });
    let Some((values, owner)) = found else { return };
    for (column, value) in values {
        set_cell(charter, section, goals::TABLE, row, column, Some(value));
    }
    let Some(owner) = owner else { return };
    if let Some(role) = create_by_name(charter, "role", &owner, new_id) {
        let value = Some(Value::Refs(vec![role]));
        set_cell(charter, section, goals::TABLE, row, goals::OWNER, value);
    }
}
