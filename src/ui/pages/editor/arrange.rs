//! Moving sections and chapters in the outline, by buttons, menus and Alt with the arrows.

use super::opened::View;
use crate::ui::platform::dom;
use crate::ui::state::words;
use crate::ui::widgets::{Dialog, Icon, Menu, MenuItem, Typing, is_composing};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use ops_charter::catalogue::ui;
use ops_charter::edit::{self, Group, GroupPlace};
use ops_charter::model::RowId;

/// Moves a section; the focus goes with it, and where it is now is said.
fn shift(view: View, id: &RowId, by: isize) {
    view.draft
        .editor
        .edit(None, |charter, _| edit::move_section(charter, id, by));
    say_place(view, id);
    dom::focus_soon(&format!("ol-{id}"));
}

fn say_place(view: View, id: &RowId) {
    let words = words();
    let texts = untrack(|| words.texts());
    let place = view.draft.editor.peek(|charter| {
        let groups = edit::groups(charter);
        let mut all = groups.iter().flat_map(|group| &group.sections);
        let at = all.position(|other| other == id)?;
        Some((edit::row_label(charter, id, &texts)?, at + 1))
    });
    if let Some((name, at)) = place {
        let at = at.to_string();
        let says = ui::structure::chapter::MOVED;
        view.moved
            .set(untrack(|| words.fill(says, &[("name", &name), ("n", &at)])));
    }
}

/// Alt with an arrow moves the section that has the focus.
pub(super) fn item_keys(view: View, id: &RowId, event: &KeyboardEvent) {
    if !event.alt_key() || event.ctrl_key() || event.meta_key() {
        return;
    }
    match event.key().as_str() {
        "ArrowUp" => shift(view, id, -1),
        "ArrowDown" => shift(view, id, 1),
        _ => return,
    }
    event.prevent_default();
}

/// Ways to move a section, while the outline is being arranged.
#[component]
pub(super) fn ItemTools(id: RowId) -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let key = StoredValue::new(id);
    let name = move || {
        let texts = words.texts();
        let id = key.get_value();
        let label = view.draft.editor.with(|c| edit::row_label(c, &id, &texts));
        label.unwrap_or_default()
    };
    let movable = Memo::new(move |_| {
        let id = key.get_value();
        view.arranging.get() && view.draft.editor.with(|c| edit::can_move(c, &id))
    });
    let items = move || {
        let line =
            |text, by| MenuItem::new(words.get(text), move || shift(view, &key.get_value(), by));
        let mut lines = vec![
            line(ui::structure::chapter::MOVE_UP, -1),
            line(ui::structure::chapter::MOVE_DOWN, 1),
        ];
        for group in view.groups.get_untracked() {
            let (Some(chapter), false) = (
                group.chapter.clone(),
                group.sections.contains(&key.get_value()),
            ) else {
                continue;
            };
            let title = chapter_title(&group);
            let text = words.fill(ui::structure::chapter::MOVE_TO, &[("name", &title)]);
            lines.push(MenuItem::new(text, move || {
                let id = key.get_value();
                view.draft.editor.edit(None, |charter, _| {
                    edit::place_section(charter, &id, &chapter, usize::MAX);
                });
                say_place(view, &id);
                dom::focus_soon(&format!("ol-{id}"));
            }));
        }
        lines
    };
    let label = move || words.fill(ui::structure::chapter::MENU, &[("name", &name())]);
    view! {
        <Show when=move || movable.get()>
            <span class="ol-tools">
                <button
                    class="btn btn-quiet btn-icon"
                    type="button"
                    aria-label=move || {
                        format!("{} {}", name(), words.get(ui::structure::chapter::MOVE_UP))
                    }
                    on:click=move |_| shift(view, &key.get_value(), -1)
                >
                    <Icon name="up" class="ico-s" />
                </button>
                <button
                    class="btn btn-quiet btn-icon"
                    type="button"
                    aria-label=move || {
                        format!("{} {}", name(), words.get(ui::structure::chapter::MOVE_DOWN))
                    }
                    on:click=move |_| shift(view, &key.get_value(), 1)
                >
                    <Icon name="down" class="ico-s" />
                </button>
                <Menu label=Signal::derive(label) items />
            </span>
        </Show>
    }
}

/// The heading of a chapter, without its number.
fn chapter_title(group: &Group) -> String {
    let words = words();
    let of_structure = match group.place {
        GroupPlace::Chapter(_, heading) => untrack(|| words.get(heading)),
        _ => String::new(),
    };
    group.title.clone().unwrap_or(of_structure)
}

/// What can be done with a chapter, while the outline is being arranged.
#[component]
pub(super) fn ChapterTools(id: String, group: Group) -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let key = StoredValue::new(id);
    let title = StoredValue::new(chapter_title(&group));
    let editor = view.draft.editor;
    let items = move || {
        let shift = |by| {
            move || {
                let id = key.get_value();
                editor.edit(None, |charter, _| edit::move_chapter(charter, &id, by));
            }
        };
        vec![
            MenuItem::new(words.get(ui::structure::chapter::RENAME), move || {
                view.naming.set(Some(Some(key.get_value())));
            }),
            MenuItem::new(words.get(ui::structure::chapter::UP), shift(-1)),
            MenuItem::new(words.get(ui::structure::chapter::DOWN), shift(1)),
            MenuItem::new(words.get(ui::structure::chapter::REMOVE), move || {
                let id = key.get_value();
                editor.edit(None, |charter, _| edit::remove_chapter(charter, &id));
            }),
        ]
    };
    let label = move || {
        let name = title.get_value();
        words.fill(ui::structure::chapter::MENU, &[("name", &name)])
    };
    view! {
        <Show when=move || view.arranging.get()>
            <span class="ol-tools">
                <Menu label=Signal::derive(label) items />
            </span>
        </Show>
    }
}

/// The window in which a chapter gets its name. An emptied name brings the structure's back.
#[component]
pub(super) fn ChapterName() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let open = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    Effect::new(move |_| {
        let Some(chapter) = view.naming.get() else {
            return;
        };
        let groups = view.groups.get_untracked();
        let known = groups
            .iter()
            .find(|group| group.chapter == chapter && chapter.is_some());
        name.set(known.map(chapter_title).unwrap_or_default());
        open.set(true);
    });
    Effect::new(move |_| {
        if !open.get() {
            view.naming.set(None);
        }
    });
    let take = move || {
        let typed = name.get_untracked();
        let chapter = view.naming.get_untracked().flatten();
        view.draft.editor.edit(None, |charter, ids| match chapter {
            Some(id) => edit::rename_chapter(charter, &id, &typed),
            None if typed.trim().is_empty() => {}
            None => drop(edit::add_chapter(charter, &typed, ids)),
        });
        open.set(false);
    };
    let typing = Typing::new(move |text| name.set(text));
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !is_composing(&event) {
            event.prevent_default();
            take();
        }
    };
    let title = move || {
        words.get(match view.naming.get().flatten() {
            Some(_) => ui::structure::chapter::RENAME,
            None => ui::structure::chapter::NEW,
        })
    };
    view! {
        <Dialog open title=Signal::derive(title) class="dialog-s">
            <div class="dialog-body field">
                <label class="label" for="chapter-name">
                    {words.text(ui::structure::chapter::NAME)}
                </label>
                <input
                    class="input"
                    id="chapter-name"
                    type="text"
                    autocomplete="off"
                    autofocus=true
                    prop:value=move || name.get()
                    on:input=move |event| typing.input(&event)
                    on:compositionstart=move |_| typing.start()
                    on:compositionend=move |event| typing.end(&event)
                    on:keydown=keys
                />
            </div>
            <footer class="dialog-foot">
                <button class="btn btn-main" type="button" on:click=move |_| take()>
                    {words.text(ui::form::TAKE_NAME)}
                </button>
                <button class="btn btn-quiet" type="button" on:click=move |_| open.set(false)>
                    {words.text(ui::form::CANCEL)}
                </button>
            </footer>
        </Dialog>
    }
}
