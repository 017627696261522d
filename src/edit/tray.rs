//! Texts without a place become rows.

use super::create::add_section;
use super::rows::insert_row;
use crate::catalogue::ids::{roles_duties, smart_goals};
use crate::model::{Charter, IdSource, Row, RowId, Value};

/// What a text of the tray can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrayPlace {
    /// A duty, whose role is still to be chosen.
    Duty,
    /// A goal, as its sentence.
    Goal,
}

/// Makes a text of the tray a row of its own, with all its words, and takes it off the tray. The
/// section is added or comes back when the charter does not show it. Gives section and row; none
/// when no text has this id.
pub fn place_tray(
    charter: &mut Charter,
    item: &RowId,
    place: TrayPlace,
    new_id: &mut dyn IdSource,
) -> Option<(RowId, RowId)> {
    let at = charter.tray.iter().position(|other| other.id == *item)?;
    let text = charter.tray.remove(at).text;
    let (kind, table, column) = match place {
        TrayPlace::Duty => (
            roles_duties::ID,
            roles_duties::duties::TABLE,
            roles_duties::duties::DUTY,
        ),
        TrayPlace::Goal => (
            smart_goals::ID,
            smart_goals::goals::TABLE,
            smart_goals::goals::STATEMENT,
        ),
    };
    let section = add_section(charter, kind, new_id);
    let mut row = Row::new(new_id.next_id());
    row.cells.insert(column.to_owned(), Value::Text(text));
    let id = row.id.clone();
    insert_row(charter, &section, table, usize::MAX, row);
    Some((section, id))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::model::TrayItem;

    fn ids() -> impl FnMut() -> RowId {
        let mut last = 0;
        move || {
            last += 1;
            RowId::from(format!("n{last}").as_str())
        }
    }

    fn charter() -> Charter {
        Charter {
            tray: ["a", "b"]
                .map(|id| TrayItem {
                    id: RowId::from(id),
                    text: format!("text {id}"),
                    ..TrayItem::default()
                })
                .to_vec(),
            ..Charter::default()
        }
    }

    #[test]
    fn a_text_becomes_a_row_and_leaves_the_tray() {
        let mut charter = charter();
        let placed = place_tray(&mut charter, &RowId::from("b"), TrayPlace::Goal, &mut ids());
        let (section, row) = placed.expect("the text is there");
        let (found, table, goal) = charter.find_row(&row).expect("the row is there");
        assert_eq!(found.id, section);
        assert_eq!(table, smart_goals::goals::TABLE);
        assert_eq!(goal.text(smart_goals::goals::STATEMENT), "text b");
        assert_eq!(charter.tray.len(), 1);
    }

    #[test]
    fn an_unknown_text_changes_nothing() {
        let mut charter = charter();
        let before = charter.clone();
        let placed = place_tray(&mut charter, &RowId::from("x"), TrayPlace::Duty, &mut ids());
        assert_eq!(placed, None);
        assert_eq!(charter, before);
    }
}
