//! The RACI matrix: activities by roles. Letters are typed, arrows move, space clears; a cell can
//! hold several letters.

use super::paste::PasteRows;
use super::row::RowActions;
use super::{row_ids, row_number};
use crate::ui::platform::dom;
use crate::ui::state::{Editor, Target, words};
use crate::ui::widgets::{Icon, Menu, Typing, is_composing};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use ops_charter::catalogue::{TableDef, TextId, ids, ui};
use ops_charter::edit;
use ops_charter::model::{RowId, Value};
use std::collections::BTreeMap;

use ids::raci_matrix::activities;
use ids::roles_duties::{self, roles};

/// The letters in the order in which they are shown, with their meaning.
const LETTERS: [(char, TextId); 4] = [
    ('A', ui::raci::A),
    ('R', ui::raci::R),
    ('C', ui::raci::C),
    ('I', ui::raci::I),
];

/// A role as a column.
type Column = (RowId, String);

/// The matrix.
#[component]
pub(crate) fn Raci(section: RowId, def: &'static TableDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let rows = row_ids(editor, section.clone(), def.id);
    let columns = Memo::new(move |_| {
        editor.with(|charter| {
            let roles = charter.rows(roles_duties::ID, roles::TABLE);
            let named = roles
                .iter()
                .filter(|role| !role.text(roles::NAME).is_empty());
            named
                .map(|role| (role.id.clone(), role.text(roles::NAME).to_owned()))
                .collect()
        })
    });
    let columns: Memo<Vec<Column>> = columns;
    let of = StoredValue::new(section);
    let pasting = RwSignal::new(false);
    let heads = move || {
        let head = |(id, name): Column| {
            view! { <th scope="col">{name} <Load section=of.get_value() role=id /></th> }
        };
        columns.get().into_iter().map(head).collect_view()
    };
    let row = move |id: RowId| {
        let number = row_number(rows, &id);
        view! { <Activity section=of.get_value() def id number columns /> }
    };
    view! {
        <Show when=move || columns.with(Vec::is_empty)>
            <p class="hint">{words.text(ui::raci::NO_ROLES)}</p>
        </Show>
        <Legend />
        <div class="raci-wrap" tabindex="0" role="region" aria-label=words.text(ui::raci::REGION)>
            <table class="raci">
                <thead>
                    <tr>
                        <th scope="col">{words.text(def.name)}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=RowId::clone children=row />
                </tbody>
            </table>
        </div>
        <div class="row table-foot">
            <button class="btn" type="button" on:click=move |_| add(editor, &of.get_value(), def)>
                <Icon name="plus" class="ico-s" />
                {move || words.fill(ui::form::ADD_ROW, &[("item", &words.get(def.item))])}
            </button>
            <button
                class="btn"
                type="button"
                on:click=move |_| from_duties(editor, &of.get_value())
            >
                {words.text(ui::raci::FROM_DUTIES)}
            </button>
            <button class="btn btn-quiet" type="button" on:click=move |_| pasting.set(true)>
                {words.text(ui::form::PASTE_ROWS)}
            </button>
        </div>
        <PasteRows section=of.get_value() def open=pasting />
    }
}

fn add(editor: Editor, section: &RowId, def: &'static TableDef) {
    let id = editor.edit(None, |charter, ids| {
        edit::add_row(charter, section, def.id, ids)
    });
    dom::focus_soon(&format!("f-{id}-{}", activities::ACTIVITY));
}

/// Adds a line for every duty that has none yet, its role marked A and R.
fn from_duties(editor: Editor, section: &RowId) {
    editor.edit(None, |charter, ids| {
        edit::raci_from_duties(charter, section, ids)
    });
}

/// What the letters mean and how they are set.
#[component]
fn Legend() -> impl IntoView {
    let words = words();
    let letters = LETTERS
        .map(|(letter, meaning)| {
            view! {
                <span>
                    <span class="mk">
                        <span class=format!("mk-{letter}")>{letter}</span>
                    </span>
                    {words.text(meaning)}
                </span>
            }
        })
        .collect_view();
    view! { <p class="legend">{letters} <span class="keys">{words.text(ui::raci::KEYS)}</span></p> }
}

/// How much of A and R a role carries.
#[component]
fn Load(section: RowId, role: RowId) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let counts = Memo::new(move |_| {
        editor.with(|charter| {
            let rows = charter
                .section_by_id(&section)
                .map_or(&[][..], |s| s.rows(activities::TABLE));
            let count = |letter: char| {
                rows.iter()
                    .filter(|row| match row.cell(activities::CELLS) {
                        Some(Value::Letters(map)) => {
                            map.get(&role).is_some_and(|set| set.contains(letter))
                        }
                        _ => false,
                    })
                    .count()
            };
            (count('A'), count('R'))
        })
    });
    view! {
        <span class="load">
            <span class="load-num">
                {move || {
                    let (a, r) = counts.get();
                    format!("A {a}\u{2002}R {r}")
                }}
            </span>
        </span>
    }
}

/// One activity: its name, which can be typed over, and a cell per role.
#[component]
fn Activity(
    section: RowId,
    def: &'static TableDef,
    id: RowId,
    number: Memo<usize>,
    columns: Memo<Vec<Column>>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let actions = RowActions::new(section.clone(), def, id.clone());
    let cells = Target {
        section: section.clone(),
        row: Some((def.id, id.clone())),
        field: activities::CELLS.into(),
    };
    let name = Target {
        field: activities::ACTIVITY.into(),
        ..cells.clone()
    };
    let value = cells.value(editor);
    let marks = Memo::new(move |_| match value.get() {
        Some(Value::Letters(map)) => map,
        _ => BTreeMap::new(),
    });
    let named = name.value(editor);
    let text = move || {
        named
            .get()
            .map(|v| edit::input_text(&v))
            .unwrap_or_default()
    };
    let dom_id = name.dom_id();
    let typing = Typing::new(move |text: String| {
        let value = (!text.trim().is_empty()).then_some(Value::Text(text));
        name.set(editor, value);
    });
    // Cells are found by their place, counted from 0.
    let row = Memo::new(move |_| number.get().saturating_sub(1));
    let fault = move || row_fault(&marks.get());
    let cells = StoredValue::new(cells);
    let label = actions.clone();
    let menu = actions.clone();
    let row_name = StoredValue::new(actions);
    let grid = move || {
        columns
            .get()
            .into_iter()
            .enumerate()
            .map(|(column, (role, role_name))| {
                view! { <Cell cells marks role role_name row_name row column /> }
            })
            .collect_view()
    };
    view! {
        <tr class:is-bad=move || fault().is_some()>
            <th scope="row">
                <div class="raci-name">
                    <textarea
                        class="input"
                        rows="1"
                        id=dom_id
                        aria-label=words.text(def.name)
                        prop:value=text
                        on:keydown=one_line
                        on:input=move |event| typing.input(&event)
                        on:compositionstart=move |_| typing.start()
                        on:compositionend=move |event| typing.end(&event)
                        on:blur=move |event| typing.leave(event_target_value(&event))
                    ></textarea>
                    <Menu
                        label=Signal::derive(move || {
                            words.fill(ui::form::MENU_OF, &[("name", &label.name())])
                        })
                        items=move || menu.menu()
                    />
                </div>
                <small class="raci-fault" role="status">
                    {move || fault().map(|text| words.get(text))}
                </small>
            </th>
            {grid}
        </tr>
    }
}

/// The name wraps where it is long, but it is one line of text.
fn one_line(event: KeyboardEvent) {
    if event.key() == "Enter" && !is_composing(&event) {
        event.prevent_default();
    }
}

/// What is wrong with a row that has letters at all.
fn row_fault(marks: &BTreeMap<RowId, String>) -> Option<TextId> {
    let count = |letter: char| marks.values().filter(|set| set.contains(letter)).count();
    if marks.values().all(String::is_empty) {
        return None;
    }
    match (count('A'), count('R')) {
        (0, _) => Some(ui::raci::NO_A),
        (1, 0) => Some(ui::raci::NO_R),
        (1, _) => None,
        _ => Some(ui::raci::MANY_A),
    }
}

/// One cell.
#[component]
fn Cell(
    cells: StoredValue<Target>,
    marks: Memo<BTreeMap<RowId, String>>,
    role: RowId,
    role_name: String,
    row_name: StoredValue<RowActions>,
    row: Memo<usize>,
    column: usize,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let key = role.clone();
    let set = Memo::new(move |_| marks.with(|map| map.get(&key).cloned().unwrap_or_default()));
    let put = move |letters: String| {
        let mut map = marks.get_untracked();
        if letters.is_empty() {
            map.remove(&role);
        } else {
            map.insert(role.clone(), letters);
        }
        let next = (!map.is_empty()).then_some(Value::Letters(map));
        cells.with_value(|target| target.set(editor, next));
    };
    let put = Callback::new(put);
    let at = move || row.get_untracked();
    let keys = move |event: KeyboardEvent| {
        if is_composing(&event) || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let letter = key.chars().next().map(|c| c.to_ascii_uppercase());
        match (key.as_str(), letter) {
            ("ArrowUp", _) => move_to(at().wrapping_sub(1), column),
            ("ArrowDown", _) => move_to(at() + 1, column),
            ("ArrowLeft", _) => move_to(at(), column.wrapping_sub(1)),
            ("ArrowRight", _) => move_to(at(), column + 1),
            (" " | "Delete" | "Backspace", _) => put.run(String::new()),
            (_, Some(letter)) if key.len() == 1 && "RACI".contains(letter) => {
                put.run(edit::toggle_letter(&set.get_untracked(), letter));
            }
            _ => return,
        }
        event.prevent_default();
    };
    // A click goes round the single letters, for those without a keyboard.
    let click = move |_| put.run(edit::next_letter(&set.get_untracked()));
    let label = move || {
        let value = if set.with(String::is_empty) {
            words.get(ui::raci::NONE)
        } else {
            set.get()
        };
        let name = row_name.with_value(RowActions::name);
        words.fill(
            ui::raci::CELL,
            &[
                ("activity", &name),
                ("role", &role_name),
                ("letters", &value),
            ],
        )
    };
    let letters = move || {
        set.get()
            .chars()
            .map(|letter| view! { <span class=format!("mk-{letter}")>{letter}</span> })
            .collect_view()
    };
    view! {
        <td>
            <button
                class="cell"
                type="button"
                id=move || format!("raci-{}-{column}", row.get())
                aria-label=label
                on:click=click
                on:keydown=keys
            >
                <span class="mk" aria-hidden="true">
                    {letters}
                </span>
            </button>
        </td>
    }
}

fn move_to(row: usize, column: usize) {
    dom::focus(&format!("raci-{row}-{column}"));
}
