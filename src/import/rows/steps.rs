//! Steps of a procedure: what is done, by whom, in what time.

use super::Draft;
use super::clauses::{clauses, figures};
use super::cues::{is_role, split_name};
use crate::catalogue::TableDef;
use crate::catalogue::ids::sop_workflow::steps;

pub(super) fn read(table: &TableDef, head: &str, draft: &mut Draft) {
    let said = match split_name(head) {
        Some((name, rest)) if is_role(name) => {
            draft.put(table, steps::OWNER, name, name);
            rest
        }
        _ => head,
    };
    let mut left = said;
    // Who and how long may follow; what is done stays as it is written.
    for part in clauses(said).into_iter().skip(1).rev() {
        let owner = part
            .strip_suffix("负责")
            .filter(|name| is_role(name.trim_start_matches('由')));
        let time = figures(part).first().copied().filter(|figure| {
            let unit = ["分钟", "小时", "minutes", "hours"]
                .iter()
                .any(|unit| figure.text.ends_with(unit));
            unit && part
                .trim_end_matches(['内', '完', '成'])
                .ends_with(figure.text)
                && figure.start == 0
        });
        let (column, text) = match (owner, time) {
            (Some(name), _) => (steps::OWNER, name.trim_start_matches('由')),
            (None, Some(figure)) => (steps::DURATION, figure.text),
            (None, None) => break,
        };
        if draft.has(column) {
            break;
        }
        draft.put(table, column, text, part);
        let Some(at) = left.rfind(part) else { break };
        left = left
            .get(..at)
            .unwrap_or_default()
            .trim()
            .trim_end_matches(['，', ',', '；', ';']);
    }
    draft.put(table, steps::ACTION, left, left);
}
