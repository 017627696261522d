//! Sections that can still be added, those of the kind first.

use super::opened::View;
use crate::ui::state::words;
use crate::ui::widgets::Dialog;
use leptos::prelude::*;
use ops_charter::catalogue::{self, GROUPS, SECTIONS, SectionDef, ui};
use ops_charter::edit;

/// The window with all section types that the draft does not show.
#[component]
pub(crate) fn AddSection() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let title = Signal::derive(move || words.get(ui::draft::ADD_SECTION));
    let groups = move || {
        GROUPS
            .iter()
            .map(|group| {
                let open = offered(view)
                    .into_iter()
                    .filter(|section| section.group == group.id);
                let items = open.map(|def| view! { <Offer def /> }).collect::<Vec<_>>();
                (!items.is_empty()).then(|| {
                    view! {
                        <h3 class="find-group">{words.text(group.label)}</h3>
                        <ul class="offers">{items}</ul>
                    }
                })
            })
            .collect_view()
    };
    view! {
        <Dialog open=view.adding title class="dialog-m">
            <div class="finds">{groups}</div>
        </Dialog>
    }
}

/// Section types not shown in the draft; what the kind does not offer is left out.
fn offered(view: View) -> Vec<&'static SectionDef> {
    view.draft.editor.with(|charter| {
        let kind = catalogue::kind(&charter.kind);
        let shown = |id: &str| charter.sections.iter().any(|s| s.kind == id && !s.hidden);
        let in_kind = |id: &str| kind.is_none_or(|kind| kind.sections.iter().any(|s| s.id == id));
        SECTIONS
            .iter()
            .filter(|s| !shown(s.id) && in_kind(s.id))
            .collect()
    })
}

#[component]
fn Offer(def: &'static SectionDef) -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let add = move |_| {
        let id = view
            .draft
            .editor
            .edit(None, |c, ids| edit::add_section(c, def.id, ids));
        view.adding.set(false);
        view.go(id, None);
    };
    view! {
        <li>
            <button class="offer" type="button" on:click=add>
                <strong>{words.text(def.name)}</strong>
                <span>{words.text(def.purpose)}</span>
            </button>
        </li>
    }
}
