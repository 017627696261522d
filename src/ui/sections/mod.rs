//! Forms of sections. One generic form draws any of them from the catalogue; a section that needs
//! its own picture registers an override here.
#![allow(
    unreachable_pub,
    reason = "a component's properties are public types whatever the component is"
)]

mod ask;
mod custom;
mod custom_paste;
mod custom_table;
mod drafts;
mod form;
mod goal_parts;
mod goals;
mod head;
mod kpi;
mod paste;
mod raci;
mod replies;
mod row;
mod table;

pub(crate) use form::SectionForm;

use crate::ui::state::Editor;
use leptos::prelude::*;
use ops_charter::catalogue::{TableDef, ids};
use ops_charter::model::RowId;

/// The editor of a table: its own where it has one, else the generic one.
pub(crate) fn table_editor(section: RowId, kind: &str, def: &'static TableDef) -> AnyView {
    match (kind, def.id) {
        (ids::smart_goals::ID, ids::smart_goals::goals::TABLE) => {
            view! { <goals::Goals section def /> }.into_any()
        }
        (ids::raci_matrix::ID, ids::raci_matrix::activities::TABLE) => {
            view! { <raci::Raci section def /> }.into_any()
        }
        _ => view! { <table::Table section def /> }.into_any(),
    }
}

/// The ids of a table's rows, changing only when rows come, go or move.
pub(crate) fn row_ids(editor: Editor, section: RowId, table: &'static str) -> Memo<Vec<RowId>> {
    Memo::new(move |_| {
        editor.with(|charter| {
            let rows = charter
                .section_by_id(&section)
                .map_or(&[][..], |s| s.rows(table));
            rows.iter().map(|row| row.id.clone()).collect()
        })
    })
}

/// The place of a row in its table, from 1. It follows the row when that moves, so that a row is
/// drawn once and keeps its inputs.
pub(crate) fn row_number(rows: Memo<Vec<RowId>>, id: &RowId) -> Memo<usize> {
    let id = id.clone();
    Memo::new(move |_| {
        rows.with(|rows| {
            rows.iter()
                .position(|other| *other == id)
                .map_or(0, |at| at + 1)
        })
    })
}
