//! Everything that is the matter, by weight; a click goes there.

use super::opened::View;
use crate::ui::state::words;
use crate::ui::widgets::{Dialog, Icon};
use leptos::prelude::*;
use ops_charter::catalogue::{self, TextId, ui};
use ops_charter::checks::{Finding, MissingField, Severity};
use ops_charter::edit;

/// The list of findings and of what is still missing.
#[component]
pub(crate) fn Findings() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let title = Signal::derive(move || words.get(ui::draft::findings::TITLE));
    view! {
        <Dialog open=view.checking title class="dialog-m">
            <div class="finds">
                <List />
                <Missing />
            </div>
        </Dialog>
    }
}

#[component]
fn List() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let group = move |severity: Severity, heading: TextId| {
        let found: Vec<Finding> = view.findings.with(|findings| {
            findings
                .iter()
                .filter(|f| f.severity == severity)
                .cloned()
                .collect()
        });
        (!found.is_empty()).then(|| {
            let items = found
                .into_iter()
                .map(|finding| view! { <Item finding /> })
                .collect_view();
            view! {
                <h3 class="find-group">{words.text(heading)}</h3>
                {items}
            }
        })
    };
    let none = move || view.findings.with(Vec::is_empty);
    view! {
        <Show when=none>
            <p class="find-none">{words.text(ui::draft::findings::NONE)}</p>
        </Show>
        {move || group(Severity::Error, ui::draft::findings::ERROR)}
        {move || group(Severity::Warn, ui::draft::findings::WARN)}
        {move || group(Severity::Ask, ui::draft::findings::ASK)}
        {move || group(Severity::Info, ui::draft::findings::INFO)}
    }
}

#[component]
fn Item(finding: Finding) -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let (icon, class) = match finding.severity {
        Severity::Error => ("error", "find find-error"),
        Severity::Warn => ("warn", "find find-warn"),
        Severity::Info => ("info", "find find-info"),
        Severity::Ask => ("ask", "find find-info"),
    };
    let place = finding.place;
    let kind = place.section.clone();
    let name = move || {
        let texts = words.texts();
        view.draft
            .editor
            .with(|c| c.section(&kind).map(|s| edit::section_title(s, &texts)))
    };
    let go = move |_| {
        let section = view
            .draft
            .editor
            .peek(|c| c.section(&place.section).map(|s| s.id.clone()));
        if let Some(section) = section {
            view.checking.set(false);
            view.go(section, place.row.clone());
        }
    };
    view! {
        <article class=class>
            <Icon name=icon />
            <h4>{finding.message}</h4>
            <p>{name}</p>
            <div class="chips">
                <button class="chip" type="button" on:click=go>
                    {words.text(ui::draft::findings::GO)}
                </button>
            </div>
        </article>
    }
}

/// What is still missing, by section.
#[component]
fn Missing() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let sections = move || {
        let progress = view.progress.get();
        let open = progress
            .sections
            .iter()
            .filter(|s| s.required && !s.missing.is_empty());
        open.filter_map(|section| Some((section.section.clone()?, section.missing.clone())))
            .map(|(id, missing)| {
                let texts = words.texts();
                let title = view.draft.editor.with(|c| edit::row_label(c, &id, &texts));
                let mut names: Vec<String> = missing
                    .iter()
                    .map(|field| words.get(field_name(field)))
                    .collect();
                names.dedup();
                let names = names.join(&words.get(ui::form::JOIN));
                let go = move |_| {
                    view.checking.set(false);
                    view.go(id.clone(), None);
                };
                view! {
                    <article class="find find-info">
                        <Icon name="st-half" />
                        <h4>{title}</h4>
                        <p>{names}</p>
                        <div class="chips">
                            <button class="chip" type="button" on:click=go>
                                {words.text(ui::draft::findings::FILL)}
                            </button>
                        </div>
                    </article>
                }
            })
            .collect_view()
    };
    let any = move || view.progress.with(|p| p.filled < p.total);
    view! {
        <Show when=any>
            <h3 class="find-group">{words.text(ui::draft::findings::MISSING)}</h3>
        </Show>
        {sections}
    }
}

/// The name of a missing field, table or section.
fn field_name(missing: &MissingField) -> TextId {
    let Some(section) = catalogue::section(missing.section) else {
        return TextId::NONE;
    };
    let table = missing.table.and_then(|id| section.table(id));
    match (table, missing.field) {
        (Some(table), Some(field)) => table.column(field).map_or(table.name, |column| column.name),
        (Some(table), None) => table.name,
        (None, Some(field)) => section
            .field(field)
            .map_or(section.name, |field| field.name),
        (None, None) => section.name,
    }
}
