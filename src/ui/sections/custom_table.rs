//! A table with the user's own columns, written like a sheet.

use super::custom_paste::CustomPaste;
use super::{row_ids, row_number};
use crate::ui::platform::dom;
use crate::ui::state::{Editor, Target, Toasts, words};
use crate::ui::widgets::{Icon, Menu, MenuItem, Typing, input};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use ops_charter::catalogue::{TextId, ui};
use ops_charter::drafts::EditKey;
use ops_charter::edit;
use ops_charter::model::{CUSTOM_ROWS, ColumnType, CustomColumn, CustomDef, RowId};

/// Head with the columns, rows, and the ways to get more of both.
#[component]
pub(super) fn CustomTable(section: RowId, def: Memo<Option<CustomDef>>) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let rows = row_ids(editor, section.clone(), CUSTOM_ROWS);
    let columns = Memo::new(move |_| {
        def.with(|def| {
            def.as_ref()
                .map(|def| def.columns.clone())
                .unwrap_or_default()
        })
    });
    // A column is drawn anew when it comes, goes or takes another type, not while it is renamed.
    let shape = Memo::new(move |_| {
        columns.with(|all| {
            all.iter()
                .map(|c| (c.id.clone(), c.kind))
                .collect::<Vec<_>>()
        })
    });
    let pasting = RwSignal::new(false);
    let key = StoredValue::new(section);
    let add_row = move |_| {
        let id = editor.edit(None, |charter, ids| {
            key.with_value(|key| edit::add_row(charter, key, CUSTOM_ROWS, ids))
        });
        let first = shape.with_untracked(|shape| shape.first().map(|(column, _)| column.clone()));
        if let Some(column) = first {
            dom::focus_soon(&format!("f-{id}-{column}"));
        }
    };
    let add_column = move |_| {
        let id = editor.edit(None, |charter, ids| {
            key.with_value(|key| edit::add_column(charter, key, "", ColumnType::Text, ids))
        });
        if let Some(id) = id {
            dom::focus_soon(&column_input(&id));
        }
    };
    let heads = move || {
        shape
            .get()
            .into_iter()
            .map(|(id, kind)| view! { <Head section=key.get_value() columns id kind /> })
            .collect_view()
    };
    let row = move |id: RowId| {
        let number = row_number(rows, &id);
        view! { <Line section=key.get_value() columns shape id number /> }
    };
    view! {
        <div class="sheet-wrap">
            <table class="own-table">
                <thead>
                    <tr>
                        {heads} <th>
                            <span class="vh">{words.text(ui::form::MORE)}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=RowId::clone children=row />
                </tbody>
            </table>
        </div>
        <div class="row table-foot">
            <button class="btn" type="button" id="own-row-add" on:click=add_row>
                <Icon name="plus" class="ico-s" />
                {words.text(ui::structure::custom::ROW_ADD)}
            </button>
            <button class="btn" type="button" on:click=add_column>
                <Icon name="plus" class="ico-s" />
                {words.text(ui::structure::custom::COLUMN_ADD)}
            </button>
            <button class="btn btn-quiet" type="button" on:click=move |_| pasting.set(true)>
                {words.text(ui::structure::custom::PASTE)}
            </button>
        </div>
        <CustomPaste section=key.get_value() open=pasting />
    }
}

fn column_input(id: &RowId) -> String {
    format!("col-{id}")
}

/// What a column is called, or its place while it has no name (tracked).
fn column_name(columns: Memo<Vec<CustomColumn>>, id: &RowId) -> String {
    let found = columns.with(|all| {
        let at = all.iter().position(|column| column.id == *id)?;
        Some((at + 1, all.get(at)?.name.clone()))
    });
    match found {
        Some((_, name)) if !name.trim().is_empty() => name,
        Some((at, _)) => words().fill(ui::structure::custom::COLUMN, &[("n", &at.to_string())]),
        None => String::new(),
    }
}

/// Name, type and menu of a column.
#[component]
fn Head(
    section: RowId,
    columns: Memo<Vec<CustomColumn>>,
    id: RowId,
    kind: ColumnType,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let toasts = expect_context::<Toasts>();
    let key = StoredValue::new((section, id.clone()));
    let name = move || key.with_value(|(_, id)| column_name(columns, id));
    let typed = move || {
        key.with_value(|(_, id)| {
            columns.with(|all| {
                let found = all.iter().find(|column| column.id == *id);
                found.map(|column| column.name.clone()).unwrap_or_default()
            })
        })
    };
    let place = move || {
        let at = key.with_value(|(_, id)| {
            columns.with(|all| all.iter().position(|column| column.id == *id))
        });
        let at = (at.unwrap_or(0) + 1).to_string();
        words.fill(ui::structure::custom::COLUMN_NAME, &[("n", &at)])
    };
    let typing = Typing::new(move |name: String| {
        key.with_value(|(section, id)| {
            // Typing a name undoes as one step.
            let undo = EditKey {
                place: id.clone(),
                field: "name".to_owned(),
            };
            editor.edit(Some(undo), |charter, _| {
                edit::rename_column(charter, section, id, &name);
            });
        });
    });
    let retype = move |event| {
        let wanted = event_target_value(&event);
        let types = ColumnType::ALL.into_iter();
        let Some(kind) = types.into_iter().find(|kind| type_id(*kind) == wanted) else {
            return;
        };
        key.with_value(|(section, id)| {
            editor.edit(None, |charter, _| {
                edit::retype_column(charter, section, id, kind);
            });
        });
    };
    let shift = move |by: isize| {
        key.with_value(|(section, id)| {
            editor.edit(None, |charter, _| {
                edit::move_column(charter, section, id, by);
            });
            dom::focus_soon(&column_input(id));
        });
    };
    let delete = move || {
        let says = ui::structure::custom::COLUMN_DELETED;
        let text = untrack(|| words.fill(says, &[("name", &name())]));
        key.with_value(|(section, id)| {
            editor.edit(None, |charter, _| {
                edit::remove_column(charter, section, id);
            });
        });
        dom::focus_soon("own-row-add");
        let undo = untrack(|| words.get(ui::form::UNDO));
        toasts.offer(text, undo, move || editor.undo());
    };
    let items = move || {
        vec![
            MenuItem::new(words.get(ui::structure::custom::COLUMN_LEFT), move || {
                shift(-1)
            }),
            MenuItem::new(words.get(ui::structure::custom::COLUMN_RIGHT), move || {
                shift(1)
            }),
            MenuItem::new(words.get(ui::structure::custom::COLUMN_DELETE), delete).danger(),
        ]
    };
    let menu = move || words.fill(ui::form::MENU_OF, &[("name", &name())]);
    let types = ColumnType::ALL
        .map(|one| {
            view! {
                <option value=type_id(one) prop:selected=one == kind>
                    {words.text(type_name(one))}
                </option>
            }
        })
        .collect_view();
    view! {
        <th>
            <div class="own-head">
                <input
                    class="input"
                    id=column_input(&id)
                    type="text"
                    autocomplete="off"
                    aria-label=place
                    placeholder=place
                    prop:value=typed
                    on:input=move |event| typing.input(&event)
                    on:compositionstart=move |_| typing.start()
                    on:compositionend=move |event| typing.end(&event)
                    on:blur=move |event| typing.leave(event_target_value(&event))
                />
                <Menu label=Signal::derive(menu) items />
            </div>
            <select
                class="input own-type"
                aria-label=move || {
                    words.fill(ui::structure::custom::COLUMN_TYPE, &[("name", &name())])
                }
                on:change=retype
            >
                {types}
            </select>
        </th>
    }
}

/// One row with an input per column.
#[component]
fn Line(
    section: RowId,
    columns: Memo<Vec<CustomColumn>>,
    shape: Memo<Vec<(RowId, ColumnType)>>,
    id: RowId,
    number: Memo<usize>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let toasts = expect_context::<Toasts>();
    let key = StoredValue::new((section, id));
    let cell = move |column: RowId, kind: ColumnType| {
        let field = edit::column_field(kind);
        let (section, row) = key.get_value();
        let target = Target {
            section,
            row: Some((CUSTOM_ROWS, row)),
            field: column.0.clone().into(),
        };
        let id = target.dom_id();
        view! {
            <td>
                <label class="vh" for=id>
                    {move || column_name(columns, &column)}
                    {move || {
                        words.fill(ui::structure::custom::ROW, &[("n", &number.get().to_string())])
                    }}
                </label>
                {input(target, field)}
            </td>
        }
    };
    let cells = move || {
        let shape = shape.get().into_iter();
        shape
            .map(|(column, kind)| cell(column, kind))
            .collect_view()
    };
    let shift = move |by: isize| {
        let had = document().active_element().map(|element| element.id());
        key.with_value(|(section, id)| {
            editor.edit(None, |charter, _| {
                edit::move_row(charter, section, CUSTOM_ROWS, id, by);
            });
        });
        if let Some(had) = had.filter(|id| !id.is_empty()) {
            dom::focus_soon(&had);
        }
    };
    let delete = move || {
        key.with_value(|(section, id)| {
            editor.edit(None, |charter, _| {
                edit::remove_row(charter, section, CUSTOM_ROWS, id);
            });
        });
        dom::focus_soon("own-row-add");
        let text = untrack(|| words.get(ui::structure::custom::ROW_DELETED));
        let undo = untrack(|| words.get(ui::form::UNDO));
        toasts.offer(text, undo, move || editor.undo());
    };
    let items = move || {
        vec![
            MenuItem::new(words.get(ui::structure::custom::ROW_UP), move || shift(-1)),
            MenuItem::new(words.get(ui::structure::custom::ROW_DOWN), move || shift(1)),
            MenuItem::new(words.get(ui::structure::custom::ROW_DELETE), delete).danger(),
        ]
    };
    let keys = move |event: KeyboardEvent| {
        if !event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowUp" => shift(-1),
            "ArrowDown" => shift(1),
            _ => return,
        }
        event.prevent_default();
    };
    let label = move || {
        let at = number.get().to_string();
        let row = words.fill(ui::structure::custom::ROW, &[("n", &at)]);
        words.fill(ui::form::MENU_OF, &[("name", &row)])
    };
    let dom_id = key.with_value(|(_, id)| format!("row-{id}"));
    view! {
        <tr id=dom_id on:keydown=keys>
            {cells}
            <td class="own-menu">
                <Menu label=Signal::derive(label) items />
            </td>
        </tr>
    }
}

fn type_id(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text => "text",
        ColumnType::Longtext => "longtext",
        ColumnType::Number => "number",
        ColumnType::Percent => "percent",
        ColumnType::Money => "money",
        ColumnType::Date => "date",
        ColumnType::Time => "time",
        ColumnType::Bool => "bool",
        ColumnType::Role => "role",
    }
}

fn type_name(kind: ColumnType) -> TextId {
    use ui::structure::custom::r#type as names;
    match kind {
        ColumnType::Text => names::TEXT,
        ColumnType::Longtext => names::LONGTEXT,
        ColumnType::Number => names::NUMBER,
        ColumnType::Percent => names::PERCENT,
        ColumnType::Money => names::MONEY,
        ColumnType::Date => names::DATE,
        ColumnType::Time => names::TIME,
        ColumnType::Bool => names::BOOL,
        ColumnType::Role => names::ROLE,
    }
}
