//! Sections that can still be added: what the header recommends, what the kind offers, what other
//! kinds have, and sections of the user's own.

use super::kept::{Recommend, add_section};
use super::opened::View;
use crate::ui::state::words;
use crate::ui::widgets::{Dialog, Icon, Typing};
use leptos::prelude::*;
use ops_charter::catalogue::{self, GROUPS, SECTIONS, SectionDef, TextId, ui};
use ops_charter::edit;
use ops_charter::guide;
use ops_charter::model::CustomForm;

/// The window with all section types that the draft does not show.
#[component]
pub(crate) fn AddSection() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let title = Signal::derive(move || words.get(ui::draft::ADD_SECTION));
    view! {
        <Dialog open=view.adding title class="dialog-m">
            <Offers />
        </Dialog>
    }
}

/// Made anew each time the window opens, so that it begins without a search.
#[component]
fn Offers() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let search = RwSignal::new(String::new());
    let typing = Typing::new(move |text| search.set(text));
    let recommended = move || {
        let found = view.draft.editor.with(guide::recommendations);
        let searching = !search.with(|search| search.trim().is_empty());
        (!found.is_empty() && !searching).then(|| {
            let items = found
                .into_iter()
                .map(|found| view! { <Recommend found /> })
                .collect_view();
            view! {
                <h3 class="find-group">{words.text(ui::structure::RECOMMENDED)}</h3>
                <ul class="recs">{items}</ul>
            }
        })
    };
    let groups = move |in_kind: bool| {
        let open = offered(view, in_kind, &search.get(), |id| words.get(id));
        GROUPS
            .iter()
            .filter_map(|group| {
                let of_group = open.iter().filter(|section| section.group == group.id);
                let items: Vec<_> = of_group.map(|def| view! { <Offer def=*def /> }).collect();
                (!items.is_empty()).then(|| {
                    view! {
                        <h3 class="find-group">{words.text(group.label)}</h3>
                        <ul class="offers">{items}</ul>
                    }
                })
            })
            .collect_view()
    };
    let none = move || {
        let search = search.get();
        let found = |in_kind| !offered(view, in_kind, &search, |id| words.get(id)).is_empty();
        !found(true) && !found(false)
    };
    view! {
        <div class="finds">
            <div class="field find-search">
                <label class="label" for="find-section">
                    {words.text(ui::structure::SEARCH)}
                </label>
                <input
                    class="input"
                    id="find-section"
                    type="search"
                    autocomplete="off"
                    autofocus=true
                    prop:value=move || search.get()
                    on:input=move |event| typing.input(&event)
                    on:compositionstart=move |_| typing.start()
                    on:compositionend=move |event| typing.end(&event)
                />
            </div>
            {recommended}
            {move || groups(true)}
            <Show when=none>
                <p class="find-none" role="status">
                    {words.text(ui::structure::SEARCH_NONE)}
                </p>
            </Show>
            <Own />
            <details class="more" open=move || !search.with(|search| search.trim().is_empty())>
                <summary>
                    <Icon name="right" class="ico-s" />
                    {words.text(ui::structure::OTHER_KINDS)}
                </summary>
                {move || groups(false)}
            </details>
        </div>
    }
}

/// Section types not shown in the draft that the kind offers, or does not, by words.
fn offered(
    view: View,
    in_kind: bool,
    search: &str,
    word: impl Fn(TextId) -> String,
) -> Vec<&'static SectionDef> {
    let wanted = search.trim().to_lowercase();
    view.draft.editor.with(|charter| {
        let kind = catalogue::kind(&charter.kind);
        let shown = |id: &str| charter.sections.iter().any(|s| s.kind == id && !s.hidden);
        let offers = |id: &str| kind.is_none_or(|kind| kind.sections.iter().any(|s| s.id == id));
        let says = |def: &SectionDef| {
            let all = format!("{} {}", word(def.name), word(def.purpose));
            wanted.is_empty() || all.to_lowercase().contains(&wanted)
        };
        SECTIONS
            .iter()
            .filter(|s| !shown(s.id) && offers(s.id) == in_kind && says(s))
            .collect()
    })
}

#[component]
fn Offer(def: &'static SectionDef) -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let need = move || {
        let need = view.draft.editor.with(|c| guide::need(c, def.id))?;
        Some(words.get(match need {
            "required" => ui::structure::NEED_REQUIRED,
            "recommended" => ui::structure::NEED_RECOMMENDED,
            _ => ui::structure::NEED_OPTIONAL,
        }))
    };
    view! {
        <li>
            <button class="offer" type="button" on:click=move |_| add_section(view, def.id)>
                <strong>{words.text(def.name)}</strong>
                <small class="need">{need}</small>
                <span>{words.text(def.purpose)}</span>
            </button>
        </li>
    }
}

/// A section of the user's own: a heading, then text or a table.
#[component]
fn Own() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let title = RwSignal::new(String::new());
    let typing = Typing::new(move |text| title.set(text));
    let make = move |form: CustomForm| {
        let name = title.get_untracked();
        let first = untrack(|| words.get(ui::structure::custom::COLUMN_FIRST));
        let second = untrack(|| words.get(ui::structure::custom::COLUMN_SECOND));
        let columns = match form {
            CustomForm::Text => &[][..],
            CustomForm::Table => &[first.as_str(), second.as_str()][..],
        };
        let id = view.draft.editor.edit(None, |charter, ids| {
            edit::add_custom(charter, &name, form, columns, ids)
        });
        view.adding.set(false);
        view.go(id, None);
    };
    view! {
        <h3 class="find-group">{words.text(ui::structure::custom::FREE)}</h3>
        <div class="stack own">
            <p class="hint">{words.text(ui::structure::custom::FREE_SAYS)}</p>
            <div class="field">
                <label class="label" for="own-title">
                    {words.text(ui::structure::custom::TITLE)}
                </label>
                <input
                    class="input"
                    id="own-title"
                    type="text"
                    autocomplete="off"
                    prop:value=move || title.get()
                    on:input=move |event| typing.input(&event)
                    on:compositionstart=move |_| typing.start()
                    on:compositionend=move |event| typing.end(&event)
                />
            </div>
            <div class="row">
                <button class="btn" type="button" on:click=move |_| make(CustomForm::Text)>
                    {words.text(ui::structure::custom::MAKE_TEXT)}
                </button>
                <button class="btn" type="button" on:click=move |_| make(CustomForm::Table)>
                    {words.text(ui::structure::custom::MAKE_TABLE)}
                </button>
            </div>
        </div>
    }
}
