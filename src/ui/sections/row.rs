//! One row: a line while closed, a form while open. Moving, copying and deleting work by keyboard
//! too, and a deleted row can be taken back.

use super::form::{FieldOf, Fields};
use super::table::add_button;
use crate::ui::platform::dom;
use crate::ui::state::{Editor, Toasts, Words, words};
use crate::ui::widgets::{Icon, Menu, MenuItem};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use ops_charter::catalogue::{
    FieldDef, FieldType, TableDef, Texts, ids::raci_matrix::activities, ui,
};
use ops_charter::edit;
use ops_charter::model::{Charter, Row, RowId, Value};

/// What can be done with a row.
#[derive(Clone)]
pub(crate) struct RowActions {
    pub(crate) editor: Editor,
    pub(crate) words: Words,
    pub(crate) toasts: Toasts,
    pub(crate) section: RowId,
    pub(crate) def: &'static TableDef,
    pub(crate) id: RowId,
}

impl RowActions {
    /// For a row, with the contexts of the component that asks.
    pub(crate) fn new(section: RowId, def: &'static TableDef, id: RowId) -> RowActions {
        RowActions {
            editor: expect_context(),
            words: words(),
            toasts: expect_context(),
            section,
            def,
            id,
        }
    }

    /// The row's name, or what stands for it (tracked).
    pub(crate) fn name(&self) -> String {
        let texts = self.words.texts();
        let name = self.editor.with(|charter| {
            let rows = charter.section_by_id(&self.section)?.rows(self.def.id);
            let row = rows.iter().find(|row| row.id == self.id)?;
            says(charter, row, self.def.column(self.def.title)?, &texts)
        });
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| {
            let item = self.words.get(self.def.item);
            self.words.fill(ui::form::UNNAMED_ITEM, &[("item", &item)])
        })
    }

    /// Moves the row; the focus stays where it was in it.
    pub(crate) fn shift(&self, by: isize) {
        let had = document().active_element().map(|element| element.id());
        self.editor.edit(None, |c, _| {
            edit::move_row(c, &self.section, self.def.id, &self.id, by)
        });
        let back = had.filter(|id| id.contains(self.id.as_str()));
        dom::focus_soon(&back.unwrap_or_else(|| self.handle(&self.id)));
    }

    /// The id of what stands for a row: its head, or its name in the matrix.
    fn handle(&self, id: &RowId) -> String {
        if self.def.id == activities::TABLE {
            format!("f-{id}-{}", activities::ACTIVITY)
        } else {
            format!("row-{id}")
        }
    }

    /// What stands for the row after this one, the one before it, or the way to add one.
    fn neighbour(&self) -> String {
        let next = self.editor.peek(|charter| {
            let rows = charter.section_by_id(&self.section)?.rows(self.def.id);
            let at = rows.iter().position(|row| row.id == self.id)?;
            let next = rows.get(at + 1).or_else(|| rows.get(at.checked_sub(1)?))?;
            Some(self.handle(&next.id))
        });
        next.unwrap_or_else(|| add_button(self.def))
    }

    /// Copies the row to below itself and opens the copy.
    pub(crate) fn duplicate(&self) {
        let copy = self.editor.edit(None, |charter, ids| {
            edit::duplicate_row(charter, &self.section, self.def.id, &self.id, ids)
        });
        if let Some(copy) = copy {
            dom::focus_soon(&self.handle(&copy));
            self.editor.open_row.set(Some(copy));
        }
    }

    /// Deletes the row; says what hung on it and offers it back.
    pub(crate) fn delete(&self) {
        let name = short(&untrack(|| self.name()));
        let hanging = self
            .editor
            .peek(|charter| edit::dependents(charter, &self.id).len());
        let next = self.neighbour();
        self.editor.edit(None, |charter, _| {
            edit::remove_row(charter, &self.section, self.def.id, &self.id)
        });
        dom::focus_soon(&next);
        let count = hanging.to_string();
        let text = if hanging > 0 {
            self.words
                .fill(ui::form::DELETED_USED, &[("name", &name), ("n", &count)])
        } else {
            self.words.fill(ui::form::DELETED, &[("name", &name)])
        };
        let editor = self.editor;
        self.toasts
            .offer(text, self.words.get(ui::form::UNDO), move || editor.undo());
    }

    /// The lines of the row's menu.
    pub(crate) fn menu(&self) -> Vec<MenuItem> {
        let line = |text, act: fn(&RowActions)| {
            let row = self.clone();
            MenuItem::new(self.words.get(text), move || act(&row))
        };
        vec![
            line(ui::form::MOVE_UP, |row| row.shift(-1)),
            line(ui::form::MOVE_DOWN, |row| row.shift(1)),
            line(ui::form::DUPLICATE, RowActions::duplicate),
            line(ui::form::DELETE, RowActions::delete).danger(),
        ]
    }

    /// Alt with an arrow moves the row; other keys are left alone.
    pub(crate) fn keys(&self, event: &KeyboardEvent) {
        if !event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowUp" => self.shift(-1),
            "ArrowDown" => self.shift(1),
            _ => return,
        }
        event.prevent_default();
    }
}

/// Opens a row. The focus stays on its head, which is what folds it again.
pub(crate) fn unfold(editor: Editor, id: &RowId) {
    editor.open_row.set(Some(id.clone()));
    dom::focus_soon(&format!("row-{id}"));
}

/// One row of the generic table.
#[component]
pub(crate) fn RowItem(
    section: RowId,
    def: &'static TableDef,
    id: RowId,
    /// Place in the table, from 1.
    number: Memo<usize>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let actions = RowActions::new(section.clone(), def, id.clone());
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| editor.open_row.with(|open| open.as_ref() == Some(&id)))
    };
    let fields = StoredValue::new(FieldOf::Row(section, def.id, id));
    let actions = StoredValue::new(actions);
    view! {
        <Show
            when=move || is_open.get()
            fallback=move || view! { <Closed actions=actions.get_value() number /> }
        >
            <Open actions=actions.get_value() number>
                <Fields fields=def.columns target=fields.get_value() />
            </Open>
        </Show>
    }
}

/// The closed row: number, name and a few of its values.
#[component]
fn Closed(actions: RowActions, number: Memo<usize>) -> impl IntoView {
    let (def, editor) = (actions.def, actions.editor);
    let id = actions.id.clone();
    let dom_id = format!("row-{id}");
    let named = actions.clone();
    let summed = actions.clone();
    let keyed = actions.clone();
    let menu = actions.clone();
    let label = actions.clone();
    view! {
        <div class="goal row-closed">
            <button
                class="row-line"
                type="button"
                id=dom_id
                aria-expanded="false"
                on:click=move |_| unfold(editor, &id)
                on:keydown=move |event| keyed.keys(&event)
            >
                <span class="goal-no">{move || number.get()}</span>
                <span class="goal-line">{move || named.name()}</span>
                <span class="goal-meta">{move || summary(&summed, def)}</span>
                <Icon name="down" />
            </button>
            <Menu label=Signal::derive(move || menu_label(&label)) items=move || menu.menu() />
        </div>
    }
}

/// The open row: a slip laid on the page.
#[component]
pub(crate) fn Open(actions: RowActions, number: Memo<usize>, children: Children) -> impl IntoView {
    let editor = actions.editor;
    let words = actions.words;
    let dom_id = format!("row-{}", actions.id);
    let named = actions.clone();
    let keyed = actions.clone();
    let menu = actions.clone();
    let label = actions.clone();
    let head_id = dom_id.clone();
    let close = move || {
        editor.open_row.set(None);
        dom::focus_soon(&dom_id);
    };
    view! {
        <article class="goal goal-open" on:keydown=move |event| keyed.keys(&event)>
            <div class="goal-head row-head">
                <span class="goal-no">{move || number.get()}</span>
                <h3 class="goal-line">{move || named.name()}</h3>
                <Menu label=Signal::derive(move || menu_label(&label)) items=move || menu.menu() />
                <button
                    class="btn btn-quiet btn-icon"
                    type="button"
                    id=head_id
                    aria-expanded="true"
                    aria-label=words.text(ui::form::FOLD)
                    on:click=move |_| close()
                >
                    <Icon name="up" />
                </button>
            </div>
            <div class="goal-body">{children()}</div>
        </article>
    }
}

fn menu_label(actions: &RowActions) -> String {
    actions
        .words
        .fill(ui::form::MENU_OF, &[("name", &actions.name())])
}

/// The first values beside the name, for the closed row.
fn summary(actions: &RowActions, def: &'static TableDef) -> String {
    let texts = actions.words.texts();
    let parts = actions.editor.with(|charter| {
        let rows = charter
            .section_by_id(&actions.section)
            .map_or(&[][..], |s| s.rows(def.id));
        let row = rows.iter().find(|row| row.id == actions.id)?;
        let others = def.columns.iter().filter(|column| column.id != def.title);
        let short = others.filter(|column| {
            matches!(
                column.kind,
                FieldType::Ref | FieldType::Refs | FieldType::Enum
            )
        });
        let shown = short.filter_map(|column| says(charter, row, column, &texts));
        Some(
            shown
                .filter(|text| !text.is_empty())
                .take(2)
                .collect::<Vec<_>>(),
        )
    });
    parts.unwrap_or_default().join("·")
}

/// What a cell says in one line: of several references the first, of options their labels.
fn says(charter: &Charter, row: &Row, column: &FieldDef, texts: &Texts) -> Option<String> {
    let label = |id: &String| {
        let option = column.options.iter().find(|option| option.id == id);
        option.map_or_else(|| id.clone(), |option| texts.get(option.label).to_owned())
    };
    Some(match row.cell(column.id)? {
        Value::Refs(ids) => edit::row_label(charter, ids.first()?, texts)?,
        Value::Enum(id) => label(id),
        Value::Multi(ids) => label(ids.first()?),
        other => edit::input_text(other).trim().to_owned(),
    })
}

/// A name that may be a whole sentence, cut to what a notice can hold.
fn short(name: &str) -> String {
    const MOST: usize = 24;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    name.chars().take(MOST).chain(['…']).collect()
}
