//! Below the outline: what the header recommends, what is kept but not shown, and the ways to
//! change the structure.

use super::opened::View;
use crate::ui::state::{KnownNames, Toasts, words};
use crate::ui::widgets::Icon;
use leptos::prelude::*;
use ops_charter::catalogue::{self, ui};
use ops_charter::edit;
use ops_charter::guide::{self, Recommendation};
use ops_charter::model::RowId;

/// Recommendations that the outline shows at a time; the window for adding has them all.
const SHOWN: usize = 2;

/// Sections that follow from the header, each with its reason.
#[component]
pub(super) fn Recommended() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let found = Memo::new(move |_| {
        let mut all = view.draft.editor.with(guide::recommendations);
        all.truncate(SHOWN);
        all
    });
    view! {
        <Show when=move || found.with(|found| !found.is_empty())>
            <li class="ol-more">
                <p class="ol-ch">{words.text(ui::structure::RECOMMENDED)}</p>
                <ul class="recs">
                    {move || {
                        found
                            .get()
                            .into_iter()
                            .map(|found| view! { <Recommend found /> })
                            .collect_view()
                    }}
                </ul>
            </li>
        </Show>
    }
}

/// One recommendation: why, add it, put it away.
#[component]
pub(super) fn Recommend(found: Recommendation) -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let toasts = expect_context::<Toasts>();
    let editor = view.draft.editor;
    let kind = found.section;
    let name = move || {
        let def = catalogue::section(kind);
        def.map(|def| words.get(def.name)).unwrap_or_default()
    };
    let why = move || guide::reason(&found, &words.texts());
    let add = move |_| add_section(view, kind);
    let decline = move |_| {
        editor.edit(None, |charter, _| guide::decline(charter, kind));
        let says = ui::structure::PUT_AWAY_DONE;
        let text = untrack(|| words.fill(says, &[("name", &name())]));
        let undo = untrack(|| words.get(ui::form::UNDO));
        toasts.offer(text, undo, move || editor.undo());
    };
    view! {
        <li class="rec">
            <strong>{name}</strong>
            <span>{why}</span>
            <div class="row">
                <button
                    class="btn-text"
                    type="button"
                    aria-label=move || format!("{} {}", words.get(ui::structure::ADD), name())
                    on:click=add
                >
                    {words.text(ui::structure::ADD)}
                </button>
                <button
                    class="btn-text"
                    type="button"
                    aria-label=move || format!("{} {}", words.get(ui::structure::PUT_AWAY), name())
                    on:click=decline
                >
                    {words.text(ui::structure::PUT_AWAY)}
                </button>
            </div>
        </li>
    }
}

/// Adds a section and goes there.
pub(super) fn add_section(view: View, kind: &'static str) {
    let id = view
        .draft
        .editor
        .edit(None, |charter, ids| edit::add_section(charter, kind, ids));
    view.adding.set(false);
    view.go(id, None);
}

/// What holds something and is not shown.
#[component]
pub(super) fn Kept() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let kept = Memo::new(move |_| view.draft.editor.with(edit::kept));
    let item = move |id: RowId| {
        let texts = words.texts();
        let name = view
            .draft
            .editor
            .with(|charter| edit::row_label(charter, &id, &texts))
            .unwrap_or_default();
        let says = format!("{} {name}", words.get(ui::structure::SHOW_AGAIN));
        let show = move |_| {
            view.draft
                .editor
                .edit(None, |charter, _| edit::show_section(charter, &id));
            view.go(id.clone(), None);
        };
        view! {
            <li class="kept">
                <span>{name}</span>
                <button class="btn-text" type="button" aria-label=says on:click=show>
                    {words.text(ui::structure::SHOW_AGAIN)}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || kept.with(|kept| !kept.is_empty())>
            <li class="ol-more">
                <details class="ol-kept">
                    <summary class="ol-ch">
                        <Icon name="box" class="ico-s" />
                        <span>{words.text(ui::structure::KEPT)}</span>
                        <span class="count count-plain">{move || kept.with(Vec::len)}</span>
                    </summary>
                    <p class="ol-none">{words.text(ui::structure::KEPT_SAYS)}</p>
                    <ul>{move || kept.get().into_iter().map(item).collect_view()}</ul>
                </details>
            </li>
        </Show>
    }
}

/// Add, arrange, change.
#[component]
pub(super) fn Foot() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let names = expect_context::<KnownNames>();
    let toasts = expect_context::<Toasts>();
    let own_order = Memo::new(move |_| view.draft.editor.with(|c| edit::layout(c).is_some()));
    let reset = move |_| {
        let editor = view.draft.editor;
        editor.edit(None, |charter, _| edit::reset_layout(charter));
    };
    let forget = move |_| {
        names.clear();
        toasts.say(untrack(|| words.get(ui::structure::NAMES_CLEARED)));
    };
    view! {
        <li class="ol-add">
            <button class="btn btn-quiet" type="button" on:click=move |_| view.adding.set(true)>
                <Icon name="plus" class="ico-s" />
                {words.text(ui::draft::ADD_SECTION)}
            </button>
            <button class="btn btn-quiet" type="button" on:click=move |_| view.pasting.set(true)>
                <Icon name="copy" class="ico-s" />
                {words.text(ui::paste::INTO)}
            </button>
            <button
                class="btn btn-quiet"
                type="button"
                aria-pressed=move || view.arranging.get().to_string()
                on:click=move |_| view.arranging.update(|on| *on = !*on)
            >
                <Icon name="outline" class="ico-s" />
                {words.text(ui::structure::ARRANGE)}
            </button>
            <button class="btn btn-quiet" type="button" on:click=move |_| view.changing.set(true)>
                <Icon name="page" class="ico-s" />
                {words.text(ui::structure::CHANGE_STRUCTURE)}
            </button>
            <Show when=move || view.arranging.get()>
                <p class="ol-none">{words.text(ui::structure::ARRANGE_SAYS)}</p>
                <button
                    class="btn-text"
                    type="button"
                    on:click=move |_| view.naming.set(Some(None))
                >
                    {words.text(ui::structure::chapter::ADD)}
                </button>
                <Show when=move || own_order.get()>
                    <button class="btn-text" type="button" on:click=reset>
                        {words.text(ui::structure::chapter::RESET)}
                    </button>
                </Show>
            </Show>
            <Show when=move || names.any()>
                <button class="btn-text" type="button" on:click=forget>
                    {words.text(ui::structure::NAMES_CLEAR)}
                </button>
            </Show>
        </li>
    }
}
