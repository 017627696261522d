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

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::catalogue::ids::{kpi_dictionary, smart_goals};
    use crate::model::{Lang, RowId, Section};
    use std::sync::Arc;

    fn row(id: &str, cells: &[(&str, Value)]) -> Row {
        let mut row = Row::new(RowId::from(id));
        for (column, value) in cells {
            row.cells.insert((*column).to_owned(), value.clone());
        }
        row
    }

    fn text(words: &str) -> Value {
        Value::Text(words.to_owned())
    }

    fn figure(value: f64) -> Value {
        Value::Number(Amount::new(value))
    }

    /// A charter with one KPI in per cent and this goal, linked to it.
    fn offered(goal: &[(&str, Value)]) -> Option<KpiFigures> {
        let kpi = row(
            "k1",
            &[
                (kpis::NAME, text("月复购率")),
                (kpis::UNIT, Value::Enum("percent".to_owned())),
                (kpis::BASELINE, figure(31.0)),
                (kpis::TARGET, figure(38.0)),
            ],
        );
        let mut goal = row("g1", goal);
        let link = Value::Refs(vec![RowId::from("k1")]);
        goal.cells.insert(goals::KPI.to_owned(), link);
        let section = |kind: &str, table: &str, row: &Row| {
            Arc::new(Section {
                id: RowId::from(kind),
                kind: kind.to_owned(),
                tables: [(table.to_owned(), vec![row.clone()])].into(),
                ..Section::default()
            })
        };
        let charter = Charter {
            sections: vec![
                section(kpi_dictionary::ID, kpis::TABLE, &kpi),
                section(smart_goals::ID, goals::TABLE, &goal),
            ],
            ..Charter::default()
        };
        kpi_figures(&charter, &goal, &Texts::embedded(Lang::Zh))
    }

    #[test]
    fn an_empty_goal_is_offered_all_figures() {
        let found = offered(&[]).expect("the KPI has figures");
        let expected = [
            (goals::METRIC, text("月复购率")),
            (goals::BASELINE, figure(31.0)),
            (goals::TARGET, figure(38.0)),
            (goals::UNIT, text("%")),
        ];
        assert_eq!(found.values, expected);
    }

    #[test]
    fn filled_fields_are_left_alone() {
        let found = offered(&[(goals::METRIC, text("复购")), (goals::TARGET, figure(40.0))]);
        let columns: Vec<_> = found
            .map(|found| found.values.into_iter().map(|(column, _)| column).collect())
            .unwrap_or_default();
        assert_eq!(columns, [goals::BASELINE, goals::UNIT]);
    }

    #[test]
    fn figures_in_another_unit_are_not_taken_over() {
        let found = offered(&[(goals::METRIC, text("用户")), (goals::UNIT, text("人"))]);
        assert_eq!(found, None);
    }
}
