//! The responsibility matrix: letters of a cell, and a first draft from the duties.

use super::rows::insert_row;
use crate::catalogue::ids::{raci_matrix::activities, roles_duties};
use crate::model::{Charter, IdSource, Row, RowId, Value};
use roles_duties::duties;
use std::collections::BTreeMap;

/// The order in which the letters of a cell stand.
const ORDER: &str = "ARCI";

/// A cell's letters with one put in or taken out. C and I stand alone: who is only asked or told
/// does not also do the work.
pub fn toggle_letter(letters: &str, letter: char) -> String {
    let with: String = if letters.contains(letter) {
        letters.chars().filter(|c| *c != letter).collect()
    } else if matches!(letter, 'A' | 'R') {
        letters
            .chars()
            .filter(|c| matches!(c, 'A' | 'R'))
            .chain([letter])
            .collect()
    } else {
        letter.to_string()
    };
    ORDER.chars().filter(|c| with.contains(*c)).collect()
}

/// The next of: empty, R, A, AR, C, I.
pub fn next_letter(letters: &str) -> String {
    match letters {
        "" => "R",
        "R" => "A",
        "A" => "AR",
        "AR" => "C",
        "C" => "I",
        _ => "",
    }
    .to_owned()
}

/// Adds a line for every duty that has none yet. The duty's role is marked as accountable and
/// doing the work; everything else is left to the user.
pub fn raci_from_duties(charter: &mut Charter, section: &RowId, new_id: &mut dyn IdSource) {
    let there: Vec<(RowId, String)> = charter
        .section_by_id(section)
        .map_or(&[][..], |s| s.rows(activities::TABLE))
        .iter()
        .flat_map(|row| {
            let name = row.text(activities::ACTIVITY).to_owned();
            let sources = row.cell(activities::SOURCE).map_or(&[][..], Value::refs);
            let first = sources.first().cloned().unwrap_or_default();
            [(first, name)]
        })
        .collect();
    let rows: Vec<Row> = charter
        .rows(roles_duties::ID, duties::TABLE)
        .iter()
        .filter(|duty| !duty.text(duties::DUTY).is_empty())
        .filter(|duty| {
            let name = duty.text(duties::DUTY);
            !there
                .iter()
                .any(|(source, text)| *source == duty.id || text == name)
        })
        .map(|duty| line(duty, new_id))
        .collect();
    for row in rows {
        insert_row(charter, section, activities::TABLE, usize::MAX, row);
    }
}

fn line(duty: &Row, new_id: &mut dyn IdSource) -> Row {
    let mut row = Row::new(new_id.next_id());
    let name = Value::Text(duty.text(duties::DUTY).to_owned());
    row.cells.insert(activities::ACTIVITY.to_owned(), name);
    row.cells.insert(
        activities::SOURCE.to_owned(),
        Value::Refs(vec![duty.id.clone()]),
    );
    if let Some(role) = duty
        .cell(duties::ROLE)
        .and_then(|value| value.refs().first())
    {
        let letters = BTreeMap::from([(role.clone(), "AR".to_owned())]);
        row.cells
            .insert(activities::CELLS.to_owned(), Value::Letters(letters));
    }
    row
}
