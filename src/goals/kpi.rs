//! A goal linked to a KPI need not repeat by hand what the KPI already says.

use super::context::first_ref;
use crate::catalogue::ids::{kpi_dictionary::kpis, smart_goals::goals};
use crate::catalogue::{self, Texts};
use crate::model::{Amount, Charter, Row, Value};

/// What the KPI of a goal holds and the goal's own fields do not yet.
#[derive(Clone, Debug, PartialEq)]
pub struct KpiFigures {
    /// The KPI's name.
    pub name: String,
    /// Column of the goal and value for it, in the order of the form.
    pub values: Vec<(&'static str, Value)>,
}

/// Metric, baseline, target and unit of the linked KPI for the fields that are empty; none when
/// nothing can be taken over. `texts` are those of the charter's language. Figures are taken only
/// where the goal's unit is empty or the same: 31 of a KPI in % is not 31 people.
pub fn kpi_figures(charter: &Charter, row: &Row, texts: &Texts) -> Option<KpiFigures> {
    let (_, table, kpi) = charter.find_row(first_ref(row, goals::KPI)?)?;
    if table != kpis::TABLE {
        return None;
    }
    let name = Some(kpi.text(kpis::NAME)).filter(|name| !name.is_empty())?;
    let unit = match kpi.cell(kpis::UNIT) {
        Some(Value::Enum(id)) => catalogue::unit_label(id).map(|label| texts.get(label)),
        Some(Value::Text(own)) => Some(own.trim()),
        _ => None,
    };
    let own_unit = row.text(goals::UNIT);
    let fits = own_unit.is_empty() || Some(own_unit) == unit;
    let figure = |column: &str| match kpi.cell(column)? {
        Value::Number(amount) if fits => Some(Value::Number(Amount::new(amount.value))),
        _ => None,
    };
    let offered = [
        (goals::METRIC, Some(Value::Text(name.to_owned()))),
        (goals::BASELINE, figure(kpis::BASELINE)),
        (goals::TARGET, figure(kpis::TARGET)),
        (goals::UNIT, unit.map(|unit| Value::Text(unit.to_owned()))),
    ];
    let values: Vec<_> = offered
        .into_iter()
        .filter(|(column, _)| row.cell(column).is_none())
        .filter_map(|(column, value)| Some((column, value?)))
        .collect();
    (!values.is_empty()).then(|| KpiFigures {
        name: name.to_owned(),
        values,
    })
}
