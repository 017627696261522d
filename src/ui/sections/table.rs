//! The generic editor of a table: closed rows are ruled lines, the open one is a slip with its
//! form.

use super::paste::PasteRows;
use super::row::RowItem;
use super::row_ids;
use crate::ui::state::{Editor, words};
use crate::ui::widgets::Icon;
use leptos::prelude::*;
use ops_charter::catalogue::{TableDef, ui};
use ops_charter::edit;
use ops_charter::model::RowId;

/// Rows of a table.
#[component]
pub(crate) fn Table(section: RowId, def: &'static TableDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let rows = row_ids(editor, section.clone(), def.id);
    let of = StoredValue::new(section);
    let row = move |(index, id): (usize, RowId)| {
        let section = of.get_value();
        view! { <RowItem section def id number=index + 1 /> }
    };
    let numbered = move || rows.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <div class="goals rows">
            <For each=numbered key=|(index, id)| (*index, id.clone()) children=row />
        </div>
        <Show when=move || rows.with(Vec::is_empty)>
            <EmptyTable section=of.get_value() def />
        </Show>
        <Show when=move || !rows.with(Vec::is_empty)>
            <TableFoot section=of.get_value() def />
        </Show>
    }
}

/// Opens a new row at the end.
pub(crate) fn open_new_row(editor: Editor, section: &RowId, def: &'static TableDef) {
    let id = editor.edit(None, |charter, ids| {
        edit::add_row(charter, section, def.id, ids)
    });
    editor.open_row.set(Some(id));
}

/// A table without rows: what it is for, and the ways to begin.
#[component]
pub(crate) fn EmptyTable(section: RowId, def: &'static TableDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let pasting = RwSignal::new(false);
    let of = StoredValue::new(section);
    let item = move || words.get(def.item);
    let examples = move || {
        let shown = def.columns.iter().filter(|c| !c.example.is_none()).take(4);
        shown
            .map(|column| {
                view! {
                    <li>
                        <small>{words.text(column.name)}</small>
                        {words.text(column.example)}
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <div class="empty">
            <p>{move || words.fill(ui::form::EMPTY_TABLE, &[("item", &item())])}</p>
            <ul class="sample">{examples}</ul>
            <div class="row">
                <button
                    class="btn btn-main"
                    type="button"
                    on:click=move |_| open_new_row(editor, &of.get_value(), def)
                >
                    {move || words.fill(ui::form::FIRST_ROW, &[("item", &item())])}
                </button>
                <button class="btn" type="button" on:click=move |_| pasting.set(true)>
                    {words.text(ui::form::PASTE_ROWS)}
                </button>
            </div>
        </div>
        <PasteRows section=of.get_value() def open=pasting />
    }
}

/// Add one, paste many.
#[component]
pub(crate) fn TableFoot(section: RowId, def: &'static TableDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let pasting = RwSignal::new(false);
    let of = StoredValue::new(section);
    view! {
        <div class="row table-foot">
            <button
                class="btn"
                type="button"
                on:click=move |_| open_new_row(editor, &of.get_value(), def)
            >
                <Icon name="plus" class="ico-s" />
                {move || words.fill(ui::form::ADD_ROW, &[("item", &words.get(def.item))])}
            </button>
            <button class="btn btn-quiet" type="button" on:click=move |_| pasting.set(true)>
                {words.text(ui::form::PASTE_ROWS)}
            </button>
        </div>
        <PasteRows section=of.get_value() def open=pasting />
    }
}
