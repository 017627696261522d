//! What the linked KPI already says, offered for the empty fields of a goal.

use super::goal_parts::{facts, read};
use crate::ui::state::{Editor, words};
use leptos::prelude::*;
use ops_charter::catalogue::{TableDef, ui};
use ops_charter::edit;
use ops_charter::goals::kpi_figures;
use ops_charter::model::RowId;

/// The offer; nothing while the goal has no KPI or needs nothing from it.
#[component]
pub(crate) fn FromKpi(
    /// The section of goals.
    section: RowId,
    /// The table of goals.
    def: &'static TableDef,
    /// The goal.
    id: RowId,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let place = StoredValue::new((section, id));
    let found = Memo::new(move |_| {
        let (section, id) = place.get_value();
        read(editor, &section, def.id, &id, |charter, row| {
            kpi_figures(charter, row, &words.texts_of(charter.language))
        })
        .flatten()
    });
    let name =
        move || found.with(|found| found.as_ref().map(|f| f.name.clone()).unwrap_or_default());
    let values = move || {
        let texts = words.texts();
        found.with(|found| {
            found
                .as_ref()
                .map(|found| facts(def, &found.values, &texts))
        })
    };
    let take = move |_| {
        let Some(found) = found.get_untracked() else {
            return;
        };
        let (section, id) = place.get_value();
        editor.edit(None, |charter, _| {
            for (column, value) in found.values {
                edit::set_cell(charter, &section, def.id, &id, column, Some(value));
            }
        });
    };
    view! {
        <Show when=move || found.with(Option::is_some)>
            <div class="from-sentence">
                <span class="label">
                    {move || words.fill(ui::goal::KPI_TITLE, &[("name", &name())])}
                </span>
                <p class="facts">{values}</p>
                <button class="chip" type="button" on:click=take>
                    {move || words.fill(ui::goal::USE_KPI, &[("name", &name())])}
                </button>
            </div>
        </Show>
    }
}
