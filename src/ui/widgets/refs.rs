//! References to other rows: chosen from a list, or made on the spot from a name.

use super::inputs::{Typing, is_composing};
use super::names::list_of_entity;
use crate::ui::state::{Editor, Target, words};
use crate::ui::widgets::Icon;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use ops_charter::catalogue::{self, FieldDef, FieldType, ui};
use ops_charter::edit;
use ops_charter::model::{RowId, Value};

/// Value of the list's last line.
const NEW: &str = "+";

/// One or several references.
#[component]
pub(crate) fn RefInput(target: Target, def: &'static FieldDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let many = def.kind == FieldType::Refs;
    let value = target.value(editor);
    let chosen = Memo::new(move |_| value.get().map(|v| v.refs().to_vec()).unwrap_or_default());
    let candidates = Memo::new(move |_| {
        let texts = words.texts();
        editor.with(|charter| edit::candidates(charter, def, &texts))
    });
    let naming = RwSignal::new(false);
    let id = target.dom_id();
    let target = StoredValue::new(target);
    let put = move |ids: Vec<RowId>| {
        let next = (!ids.is_empty()).then_some(Value::Refs(ids));
        target.with_value(|target| target.set(editor, next));
    };
    let take = move |id: RowId| {
        let mut ids = if many {
            chosen.get_untracked()
        } else {
            Vec::new()
        };
        if !ids.contains(&id) {
            ids.push(id);
        }
        put(ids);
    };
    let choose = move |event| match event_target_value(&event).as_str() {
        NEW => naming.set(true),
        "" if !many => put(Vec::new()),
        "" => {}
        id => take(RowId::from(id)),
    };
    let options = move || {
        let taken = if many { chosen.get() } else { Vec::new() };
        candidates
            .get()
            .into_iter()
            .filter(|candidate| !taken.contains(&candidate.id))
            .map(|candidate| {
                let id = candidate.id.clone();
                let selected = move || !many && chosen.with(|chosen| chosen.first() == Some(&id));
                view! {
                    <option value=candidate.id.0.clone() prop:selected=selected>
                        {candidate.label}
                    </option>
                }
            })
            .collect_view()
    };
    let entity = creatable(def);
    let describe = format!("{id}-h");
    let select = move || {
        view! {
            <select class="input" id=id.clone() aria-describedby=describe.clone() on:change=choose>
                <option value="" prop:selected=move || many || chosen.with(Vec::is_empty)>
                    {words.text(if many { ui::form::ADD_ONE } else { ui::form::CHOOSE })}
                </option>
                {options}
                {gone(chosen, many)}
                {entity
                    .map(|entity| {
                        view! { <option value=NEW>{move || new_label(words, entity)}</option> }
                    })}
            </select>
        }
    };
    let finish = move |name: Option<String>| {
        naming.set(false);
        let (Some(name), Some(entity)) = (name, entity) else {
            return;
        };
        let created = editor.edit(None, |charter, new_id| {
            let id = edit::create_by_name(charter, entity, &name, new_id)?;
            let mut ids = if many {
                chosen.get_untracked()
            } else {
                Vec::new()
            };
            if !ids.contains(&id) {
                ids.push(id.clone());
            }
            target.with_value(|target| target.write(charter, Some(Value::Refs(ids))));
            Some(id)
        });
        let _ = created;
    };
    view! {
        <Show when=move || many>
            <Chosen chosen def put=Callback::new(put) />
        </Show>
        <Show when=move || naming.get() fallback=select>
            <NameInput entity=entity.unwrap_or_default() finish=Callback::new(finish) />
        </Show>
    }
}

/// A reference whose row is gone still shows, so that it is not taken for empty.
fn gone(chosen: Memo<Vec<RowId>>, many: bool) -> impl IntoView + Clone {
    let editor = expect_context::<Editor>();
    let words = words();
    move || {
        let first = chosen.with(|ids| ids.first().cloned()).filter(|_| !many)?;
        let texts = words.texts();
        let label = editor.with(|charter| edit::row_label(charter, &first, &texts));
        let unnamed = match label {
            None => ui::form::GONE,
            Some(label) if label.is_empty() => ui::form::UNNAMED,
            Some(_) => return None,
        };
        Some(view! {
            <option value=first.0.clone() prop:selected=true>
                {words.text(unnamed)}
            </option>
        })
    }
}

/// The first entity kind that can be made from a name alone.
fn creatable(def: &'static FieldDef) -> Option<&'static str> {
    def.to
        .iter()
        .copied()
        .find(|id| catalogue::entity(id).is_some_and(|entity| entity.section != "*"))
}

fn new_label(words: crate::ui::state::Words, entity: &'static str) -> String {
    let item = catalogue::entity(entity)
        .and_then(|entity| catalogue::section(entity.section)?.table(entity.table))
        .map(|table| words.get(table.item))
        .unwrap_or_default();
    words.fill(ui::form::NEW_ITEM, &[("item", &item)])
}

/// The chosen rows as removable tags.
#[component]
fn Chosen(
    chosen: Memo<Vec<RowId>>,
    def: &'static FieldDef,
    put: Callback<Vec<RowId>>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let label = move |id: &RowId| {
        let texts = words.texts();
        let found = editor.with(|charter| edit::row_label(charter, id, &texts));
        match found {
            None => words.get(ui::form::GONE),
            Some(label) if label.is_empty() => words.get(ui::form::UNNAMED),
            Some(label) => label,
        }
    };
    let tag = move |id: RowId| {
        let name = label(&id);
        let says = words.fill(ui::form::REMOVE_ITEM, &[("item", &name)]);
        let remove = move |_| {
            let rest = chosen
                .get_untracked()
                .into_iter()
                .filter(|other| *other != id)
                .collect();
            put.run(rest);
        };
        view! {
            <li class="tag">
                <span>{name}</span>
                <button type="button" aria-label=says on:click=remove>
                    <Icon name="close" class="ico-s" />
                </button>
            </li>
        }
    };
    view! {
        <ul class="tags" aria-label=words.text(def.name)>
            {move || chosen.get().into_iter().map(tag).collect_view()}
        </ul>
    }
}

/// A name for a new row: Enter takes it, Escape does not.
#[component]
fn NameInput(entity: &'static str, finish: Callback<Option<String>>) -> impl IntoView {
    let words = words();
    let name = RwSignal::new(String::new());
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = node.get() {
            let _ = input.focus();
        }
    });
    let typing = Typing::new(move |text| name.set(text));
    let done = move || {
        let typed = name.get_untracked();
        finish.run((!typed.trim().is_empty()).then_some(typed));
    };
    let keys = move |event: KeyboardEvent| {
        if is_composing(&event) {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                done();
            }
            "Escape" => {
                event.stop_propagation();
                finish.run(None);
            }
            _ => {}
        }
    };
    view! {
        <div class="name-new">
            <input
                node_ref=node
                class="input"
                type="text"
                autocomplete="off"
                list=list_of_entity(entity)
                aria-label=words.text(ui::form::NAME)
                placeholder=words.text(ui::form::NAME)
                prop:value=move || name.get()
                on:input=move |event| typing.input(&event)
                on:compositionstart=move |_| typing.start()
                on:compositionend=move |event| typing.end(&event)
                on:keydown=keys
            />
            <button class="btn" type="button" on:click=move |_| done()>
                {words.text(ui::form::TAKE_NAME)}
            </button>
            <button class="btn btn-quiet" type="button" on:click=move |_| finish.run(None)>
                {words.text(ui::form::CANCEL)}
            </button>
        </div>
    }
}
