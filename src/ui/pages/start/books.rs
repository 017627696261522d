//! My files: open, rename, duplicate, delete with undo.

use crate::ui::platform::{clock, files, ids, moment};
use crate::ui::route::Route;
use crate::ui::state::{Desk, Toasts, words};
use crate::ui::text;
use crate::ui::widgets::{Dialog, Icon, Menu, MenuItem};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::{self, ui};
use ops_charter::drafts::{DraftMeta, Listing};
use ops_charter::model::RowId;
use ops_charter::schema;

/// All files of this device.
#[component]
pub(crate) fn Books() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = words();
    let drafts = Memo::new(move |_| {
        desk.listing
            .with(|l| l.as_ref().map(|l| l.drafts.clone()).unwrap_or_default())
    });
    let count = move || {
        let bytes = drafts.with(|drafts| drafts.iter().map(|draft| draft.bytes).sum());
        let n = drafts.with(Vec::len).to_string();
        words.fill(ui::start::COUNT, &[("n", &n), ("size", &text::size(bytes))])
    };
    let renaming = RwSignal::new(None::<DraftMeta>);
    view! {
        <Show when=move || !drafts.with(Vec::is_empty)>
            <section class="block" aria-labelledby="mine">
                <div class="block-head">
                    <h2 id="mine">{words.text(ui::start::MINE)}</h2>
                    <p>{count}</p>
                </div>
                <ul class="books">
                    <For
                        each=move || drafts.get()
                        key=|meta| (meta.id.clone(), meta.generation)
                        children=move |meta| view! { <Book meta renaming /> }
                    />
                    <li class="book book-new">
                        <a href="#new" on:click=to_new>
                            <Icon name="plus" />
                            <span>{words.text(ui::start::NEW)}</span>
                            <small>{words.text(ui::start::NEW_HINT)}</small>
                        </a>
                    </li>
                </ul>
            </section>
        </Show>
        <Trouble />
        <Rename renaming />
    }
}

fn to_new(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    crate::ui::platform::dom::reveal("new");
}

/// One file as a notebook.
#[component]
fn Book(meta: DraftMeta, renaming: RwSignal<Option<DraftMeta>>) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let toasts = expect_context::<Toasts>();
    let words = words();
    let label = StoredValue::new(meta.label().to_owned());
    let name = move || match label.get_value() {
        label if label.is_empty() => words.get(ui::start::UNTITLED),
        label => label,
    };
    let section = meta.cursor.as_ref().map(|cursor| cursor.section.clone());
    let section = section.filter(|id| !id.as_str().is_empty());
    let href = Route::Draft {
        id: meta.id.clone(),
        section,
    }
    .hash();
    let kind = catalogue::kind(&meta.kind).map(|kind| kind.name);
    let spine = match meta.kind.as_str() {
        "duties" => "book spine-1",
        "rules" => "book spine-2",
        _ => "book spine-3",
    };
    let when = moment::day_and_time(meta.updated_ms);
    let id = StoredValue::new(meta.id.clone());
    let meta = StoredValue::new(meta);
    let items = move || {
        vec![
            MenuItem::new(words.get(ui::start::RENAME), move || {
                renaming.set(Some(meta.get_value()));
            }),
            MenuItem::new(words.get(ui::start::DUPLICATE), move || {
                let copy = words.fill(ui::start::COPY_OF, &[("name", &name())]);
                duplicate(desk, id.get_value(), copy);
            }),
            MenuItem::new(words.get(ui::start::DOWNLOAD), move || {
                download(
                    desk,
                    toasts,
                    words.get(ui::start::file::DAMAGED),
                    id.get_value(),
                );
            }),
            MenuItem::new(words.get(ui::form::DELETE), move || {
                let gone = words.fill(ui::form::DELETED, &[("name", &name())]);
                let undo = words.get(ui::form::UNDO);
                delete(desk, toasts, id.get_value(), gone, undo);
            })
            .danger(),
        ]
    };
    let menu = move || words.fill(ui::form::MENU_OF, &[("name", &name())]);
    view! {
        <li class=spine>
            <div class="book-main">
                <p class="book-kind">
                    <span>{move || kind.map(|kind| words.get(kind))}</span>
                </p>
                <h3>
                    <a href=href>{name}</a>
                </h3>
            </div>
            <div class="book-foot">
                <Icon name="clock" class="ico-s" />
                <span>{when}</span>
                <span class="push">
                    <Menu label=Signal::derive(menu) items />
                </span>
            </div>
        </li>
    }
}

fn duplicate(desk: Desk, id: RowId, name: String) {
    spawn_local(async move {
        // A failure leaves the list as it was, which shows it.
        let now = clock::now_ms();
        drop(
            desk.library()
                .duplicate(&id, ids::new_id(), &name, now)
                .await,
        );
        desk.refresh();
    });
}

fn delete(desk: Desk, toasts: Toasts, id: RowId, gone: String, undo: String) {
    spawn_local(async move {
        if desk.library().delete(&id, clock::now_ms()).await.is_ok() {
            toasts.offer(gone, undo, move || restore(desk, id.clone()));
        }
        desk.refresh();
    });
}

fn restore(desk: Desk, id: RowId) {
    spawn_local(async move {
        drop(desk.library().restore(&id).await);
        desk.refresh();
    });
}

fn download(desk: Desk, toasts: Toasts, failed: String, id: RowId) {
    spawn_local(async move {
        match desk.library().open(&id).await {
            Ok(opened) => {
                let saved = schema::timestamp(clock::now_ms());
                let text = schema::save(&opened.record.charter, &saved);
                let label = opened.record.meta.label();
                let stem = if label.is_empty() {
                    "ops-charter"
                } else {
                    label
                };
                let name = format!("{stem}.json");
                if files::download(&name, "application/json", text.as_bytes()).is_err() {
                    toasts.say(failed);
                }
            }
            Err(_) => toasts.say(failed),
        }
    });
}

/// Files that cannot be read, and deleted ones that can be taken back.
#[component]
fn Trouble() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = words();
    let of = move |read: fn(&Listing) -> Vec<RowId>| {
        desk.listing
            .with(|listing| listing.as_ref().map(read).unwrap_or_default())
    };
    let damaged = move || {
        of(|listing| listing.damaged.clone())
            .into_iter()
            .map(|id| {
                let href = Route::Draft { id, section: None }.hash();
                view! {
                    <p class="banner banner-warn">
                        <Icon name="warn" />
                        <span>{words.text(ui::start::DAMAGED)}</span>
                        <a class="btn" href=href>
                            {words.text(ui::draft::findings::GO)}
                        </a>
                    </p>
                }
            })
            .collect_view()
    };
    let trash = Memo::new(move |_| {
        desk.listing
            .with(|l| l.as_ref().map(|l| l.trash.clone()).unwrap_or_default())
    });
    let deleted = move |meta: DraftMeta| {
        let id = meta.id.clone();
        let label = meta.label().to_owned();
        let name = move || {
            if label.is_empty() {
                words.get(ui::start::UNTITLED)
            } else {
                label.clone()
            }
        };
        view! {
            <li>
                <span>{name}</span>
                <button class="btn-text" type="button" on:click=move |_| restore(desk, id.clone())>
                    {words.text(ui::start::RESTORE)}
                </button>
            </li>
        }
    };
    view! {
        {damaged}
        <Show when=move || !trash.with(Vec::is_empty)>
            <details class="more trash">
                <summary>
                    <Icon name="right" class="ico-s" />
                    {move || {
                        words.fill(ui::start::TRASH, &[("n", &trash.with(Vec::len).to_string())])
                    }}
                </summary>
                <ul>{move || trash.get().into_iter().map(deleted).collect_view()}</ul>
            </details>
        </Show>
    }
}

/// A new name; an empty one goes back to the document's title.
#[component]
fn Rename(renaming: RwSignal<Option<DraftMeta>>) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = words();
    let open = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(meta) = renaming.get() {
            name.set(meta.label().to_owned());
            open.set(true);
        }
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        open.set(false);
        let Some(meta) = renaming.get_untracked() else {
            return;
        };
        let name = name.get_untracked();
        renaming.set(None);
        spawn_local(async move {
            drop(desk.library().rename(&meta.id, &name).await);
            desk.refresh();
        });
    };
    let title = Signal::derive(move || words.get(ui::start::RENAME));
    view! {
        <Dialog open title class="dialog-s">
            <form on:submit=save>
                <div class="dialog-body field">
                    <label class="label" for="rename">
                        {words.text(ui::start::NAME)}
                    </label>
                    <input
                        class="input"
                        id="rename"
                        type="text"
                        prop:value=move || name.get()
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                </div>
                <footer class="dialog-foot">
                    <button class="btn btn-main">{words.text(ui::form::TAKE_NAME)}</button>
                </footer>
            </form>
        </Dialog>
    }
}
