//! The form of one section: head, fields by tier, tables.

use super::custom::Custom;
use super::drafts::Drafts;
use super::head::Head;
use super::replies::{Beside, Replies};
use super::table_editor;
use crate::ui::state::{Editor, Target, Words, words};
use crate::ui::widgets::{Field, Icon};
use leptos::prelude::*;
use ops_charter::catalogue::{self, FieldDef, FieldType, SectionDef, Tier, ui};
use ops_charter::model::{CUSTOM, RowId};

/// The form of a section.
#[component]
pub(crate) fn SectionForm(
    /// Which one.
    id: RowId,
    /// Words above the heading: chapter and place in it.
    #[prop(into)]
    kicker: Signal<String>,
    /// Takes the section out of the document.
    hide: Callback<RowId>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let kind = editor
        .peek(|c| c.section_by_id(&id).map(|s| s.kind.clone()))
        .unwrap_or_default();
    match catalogue::section(&kind) {
        Some(def) => view! { <Known id def kicker hide /> }.into_any(),
        None if kind == CUSTOM => view! { <Custom id kicker hide /> }.into_any(),
        None => view! { <Unknown kind /> }.into_any(),
    }
}

/// A section of a newer version: kept as it is.
#[component]
fn Unknown(kind: String) -> impl IntoView {
    let words = words();
    view! {
        <div class="banner">
            <Icon name="info" />
            <div>
                <strong>{kind}</strong>
                <p>{words.text(ui::form::UNKNOWN_SECTION)}</p>
            </div>
        </div>
    }
}

#[component]
fn Known(
    id: RowId,
    def: &'static SectionDef,
    kicker: Signal<String>,
    hide: Callback<RowId>,
) -> impl IntoView {
    let words = words();
    let tables = def
        .tables
        .iter()
        .filter(|table| !table.log)
        .map(|table| view! { <TablePart id=id.clone() section=def table /> })
        .collect_view();
    let logs = def
        .tables
        .iter()
        .filter(|table| table.log)
        .collect::<Vec<_>>();
    let log_parts = logs
        .iter()
        .map(|table| view! { <TablePart id=id.clone() section=def table=*table /> })
        .collect_view();
    let log_names = move || join_names(words, logs.iter().map(|table| table.name));
    let has_logs = def.tables.iter().any(|table| table.log);
    view! {
        <Head id=id.clone() def=Some(def) kicker hide />
        <Replies section=id.clone() />
        <Drafts section=id.clone() kind=def.id />
        {(!def.fields.is_empty())
            .then(|| view! { <Fields fields=def.fields target=FieldOf::Section(id) /> })}
        {tables}
        {has_logs
            .then(|| {
                view! {
                    <details class="more">
                        <summary>
                            <Icon name="right" class="ico-s" />
                            <span class="more-name">{words.text(ui::form::LOGS)}</span>
                            <span class="what">{log_names}</span>
                        </summary>
                        {log_parts}
                    </details>
                }
            })}
    }
}

/// A table with its heading, which is not drawn where it would only repeat the section's.
#[component]
fn TablePart(
    id: RowId,
    section: &'static SectionDef,
    table: &'static catalogue::TableDef,
) -> impl IntoView {
    let words = words();
    let alone = section.fields.is_empty() && section.tables.len() == 1;
    view! {
        <section class="table-part" aria-label=words.text(table.name)>
            <div class:sub=!alone class:vh=alone>
                <h2>{words.text(table.name)}</h2>
            </div>
            {table_editor(id.clone(), section.id, table)}
        </section>
    }
}

/// Whose fields are drawn.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum FieldOf {
    /// A section's own.
    Section(RowId),
    /// A row's.
    Row(RowId, &'static str, RowId),
}

impl FieldOf {
    /// The field as a target.
    pub(crate) fn target(&self, def: &'static FieldDef) -> Target {
        match self {
            FieldOf::Section(id) => Target::field(id, def),
            FieldOf::Row(section, table, row) => Target::cell(section, table, row, def),
        }
    }
}

/// Fields by tier: the core ones and the usual ones first, the rest behind 更多.
#[component]
pub(crate) fn Fields(
    fields: &'static [FieldDef],
    target: FieldOf,
    /// Fields that the section draws itself.
    #[prop(optional)]
    without: &'static [&'static str],
) -> impl IntoView {
    let words = words();
    let shown = move |field: &&'static FieldDef| {
        field.kind != FieldType::Letters && !without.contains(&field.id)
    };
    let (first, rest): (Vec<_>, Vec<_>) = fields
        .iter()
        .filter(shown)
        .partition(|field| field.tier == Tier::Core);
    let has_rest = !rest.is_empty();
    let count = rest.len().to_string();
    let names = move || {
        let rest = fields
            .iter()
            .filter(shown)
            .filter(|field| field.tier != Tier::Core);
        join_names(words, rest.map(|field| field.name))
    };
    let draw = move |fields: Vec<&'static FieldDef>, target: &FieldOf| {
        fields
            .into_iter()
            .map(|def| {
                view! {
                    <Field target=target.target(def) def />
                    <Beside target=target.target(def) def />
                }
            })
            .collect_view()
    };
    let open = RwSignal::new(false);
    let rest = StoredValue::new((rest, target.clone()));
    view! {
        <div class="fields">{draw(first, &target)}</div>
        {has_rest
            .then(|| {
                view! {
                    <details class="more" on:toggle=move |_| open.set(true)>
                        <summary>
                            <Icon name="right" class="ico-s" />
                            <span class="more-name">
                                {move || words.fill(ui::form::MORE, &[("n", &count)])}
                            </span>
                            <span class="what">{names}</span>
                        </summary>
                        <Show when=move || open.get()>
                            <div class="fields">
                                {rest.with_value(|(rest, target)| draw(rest.clone(), target))}
                            </div>
                        </Show>
                    </details>
                }
            })}
    }
}

fn join_names(words: Words, names: impl Iterator<Item = catalogue::TextId>) -> String {
    let names: Vec<String> = names.map(|name| words.get(name)).collect();
    names.join(&words.get(ui::form::JOIN))
}
