//! Work items: what is done and how often.

use super::Draft;
use super::cues::{is_role, split_name};
use super::times::has_cadence;
use crate::catalogue::TableDef;
use crate::catalogue::ids::work_content::items;

pub(super) fn read(table: &TableDef, head: &str, draft: &mut Draft) {
    let said = match split_name(head) {
        Some((name, rest)) if is_role(name) => {
            draft.put(table, items::ROLE, name, name);
            rest
        }
        Some((name, rest)) if has_cadence(name) && name.chars().count() <= 8 => {
            draft.put(table, items::FREQUENCY, name, name);
            rest
        }
        _ => head,
    };
    draft.put(table, items::ITEM, said, said);
}
