//! Definitions, and what departments give each other.

use super::Draft;
use super::clauses::clauses;
use super::cues::split_name;
use crate::catalogue::TableDef;
use crate::catalogue::ids::cross_dept_interface::interfaces;
use crate::catalogue::ids::purpose_scope::terms;

/// Words between a term and its meaning.
pub(crate) const MEANS: [&str; 5] = ["是指", "指的是", "系指", " means ", " refers to "];

pub(super) fn read(table: &TableDef, head: &str, draft: &mut Draft) {
    let meant = MEANS.iter().find_map(|word| head.split_once(word));
    match meant.or_else(|| split_name(head)) {
        Some((term, meaning)) => {
            let term = term.trim().trim_matches(['“', '”', '"', '：', '，', ',']);
            draft.put(table, terms::TERM, term, term);
            draft.put(
                table,
                terms::DEFINITION,
                meaning.trim_start_matches(['：', ':']),
                meaning,
            );
        }
        None => draft.put(table, terms::DEFINITION, head, head),
    }
}

pub(super) fn interface(table: &TableDef, head: &str, draft: &mut Draft) {
    let Some((dept, rest)) = split_name(head) else {
        draft.put(table, interfaces::WE_NEED, head, head);
        return;
    };
    draft.put(table, interfaces::DEPT, dept, dept);
    for part in clauses(rest) {
        let gives = [
            "提供",
            "我方提供",
            "向其提供",
            "输出",
            "交付",
            "we give",
            "we provide",
        ];
        let column = match gives.iter().any(|cue| part.starts_with(cue)) {
            true => interfaces::WE_GIVE,
            false => interfaces::WE_NEED,
        };
        draft.put(table, column, part, part);
    }
}
