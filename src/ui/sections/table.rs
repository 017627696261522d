//! The generic editor of a table: closed rows are ruled lines, the open one is a slip with its
//! form.

use super::paste::PasteRows;
use super::row::RowItem;
use super::{row_ids, row_number};
use crate::ui::platform::dom;
use crate::ui::state::{Editor, words};
use crate::ui::widgets::Icon;
use leptos::prelude::*;
use ops_charter::catalogue::{FieldDef, TableDef, Tier, ids::smart_goals::goals, ui};
use ops_charter::edit;
use ops_charter::model::RowId;

/// Rows of a table.
#[component]
pub(crate) fn Table(section: RowId, def: &'static TableDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let rows = row_ids(editor, section.clone(), def.id);
    let of = StoredValue::new(section);
    let row = move |id: RowId| {
        let section = of.get_value();
        let number = row_number(rows, &id);
        view! { <RowItem section def id number /> }
    };
    view! {
        <div class="goals rows">
            <For each=move || rows.get() key=RowId::clone children=row />
        </div>
        <Show when=move || rows.with(Vec::is_empty)>
            <EmptyTable section=of.get_value() def />
        </Show>
        <Show when=move || !rows.with(Vec::is_empty)>
            <TableFoot section=of.get_value() def />
        </Show>
    }
}

/// Opens a new row at the end, ready to be typed in.
pub(crate) fn open_new_row(editor: Editor, section: &RowId, def: &'static TableDef) {
    let id = editor.edit(None, |charter, ids| {
        edit::add_row(charter, section, def.id, ids)
    });
    let first = first_input(def, &id);
    editor.open_row.set(Some(id));
    dom::focus_soon(&first);
}

/// The id of the input that comes first in an open row: the sentence of a goal, else the first of
/// the fields that are always shown.
pub(crate) fn first_input(def: &'static TableDef, row: &RowId) -> String {
    let always = |column: &&FieldDef| column.tier == Tier::Core;
    let field = if def.id == goals::TABLE {
        Some(goals::STATEMENT)
    } else {
        let first = def.columns.iter().find(always).or(def.columns.first());
        first.map(|column| column.id)
    };
    format!("f-{row}-{}", field.unwrap_or(def.title))
}

/// The id of the button that adds a row to a table.
pub(crate) fn add_button(def: &'static TableDef) -> String {
    format!("add-{}", def.id)
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
                    id=add_button(def)
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
                id=add_button(def)
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
