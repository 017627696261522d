//! The bar above the panes, and the navigation below them in narrow windows.

use super::opened::{Pane, View};
use crate::ui::platform::moment;
use crate::ui::state::words;
use crate::ui::widgets::{Icon, Menu, MenuItem};
use leptos::prelude::*;
use ops_charter::catalogue::ui;
use ops_charter::checks::Severity;
use ops_charter::drafts::SaveState;

/// Title, saving, undo, checks, export.
#[component]
pub(crate) fn Bar() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let editor = view.draft.editor;
    let title = move || view.document.with(|document| document.title.clone());
    let more = move || {
        vec![
            MenuItem::new(words.get(ui::draft::UNDO), move || editor.undo()),
            MenuItem::new(words.get(ui::draft::REDO), move || editor.redo()),
            MenuItem::new(words.get(ui::draft::EXPORT), move || {
                view.exporting.set(true)
            }),
        ]
    };
    view! {
        <header class="bar">
            <a class="brand" href="#/" aria-label=words.text(ui::draft::HOME)>
                <span class="brand-seal" aria-hidden="true">
                    "章"
                </span>
                <span class="brand-name">{words.text(ui::app::NAME)}</span>
            </a>
            <div class="crumb">
                <span class="crumb-title">{title}</span>
            </div>
            <div class="bar-end">
                <SaveStatus />
                <button
                    class="btn btn-quiet btn-icon wide"
                    type="button"
                    aria-label=words.text(ui::draft::UNDO)
                    title=words.text(ui::draft::UNDO_KEY)
                    disabled=move || !editor.can_undo()
                    on:click=move |_| editor.undo()
                >
                    <Icon name="undo" />
                </button>
                <button
                    class="btn btn-quiet btn-icon wide"
                    type="button"
                    aria-label=words.text(ui::draft::REDO)
                    title=words.text(ui::draft::REDO_KEY)
                    disabled=move || !editor.can_redo()
                    on:click=move |_| editor.redo()
                >
                    <Icon name="redo" />
                </button>
                <button
                    class="btn btn-quiet mid wide"
                    type="button"
                    aria-pressed=move || view.preview.get().to_string()
                    on:click=move |_| view.preview.update(|on| *on = !*on)
                >
                    <Icon name="page" />
                    {words.text(ui::draft::PREVIEW)}
                </button>
                <button
                    class="btn btn-quiet wide"
                    type="button"
                    on:click=move |_| view.checking.set(true)
                >
                    <Icon name="audit" />
                    {words.text(ui::draft::CHECK)}
                    <ErrorCount />
                </button>
                <button
                    class="btn btn-main wide"
                    type="button"
                    on:click=move |_| view.exporting.set(true)
                >
                    {words.text(ui::draft::EXPORT)}
                </button>
                <span class="narrow">
                    <Menu label=Signal::derive(move || words.get(ui::draft::MORE)) items=more />
                </span>
            </div>
        </header>
    }
}

/// How many things are wrong; nothing when none is.
#[component]
fn ErrorCount() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let errors = Memo::new(move |_| {
        view.findings
            .with(|f| f.iter().filter(|f| f.severity == Severity::Error).count())
    });
    view! {
        <Show when=move || errors.get() != 0>
            <span class="count count-seal">
                {move || errors.get()} <span class="vh">{words.text(ui::draft::TO_FIX)}</span>
            </span>
        </Show>
    }
}

/// Whether the work is kept. "Saved" stands only after the write has been read back.
#[component]
fn SaveStatus() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let state = view.draft.state;
    let says = move || match state.get() {
        SaveState::New => words.get(ui::draft::save::NEW),
        SaveState::Saved { at_ms } => words.fill(
            ui::draft::save::SAVED,
            &[("time", &moment::time_of_day(at_ms))],
        ),
        SaveState::Fallback { at_ms } => words.fill(
            ui::draft::save::FALLBACK,
            &[("time", &moment::time_of_day(at_ms))],
        ),
        SaveState::Dirty | SaveState::Saving => words.get(ui::draft::save::SAVING),
        SaveState::Failed { .. } => words.get(ui::draft::save::FAILED),
    };
    let failed = move || matches!(state.get(), SaveState::Failed { .. });
    let done = move || {
        matches!(
            state.get(),
            SaveState::Saved { .. } | SaveState::Fallback { .. }
        )
    };
    view! {
        <span
            class="save"
            class:save-bad=failed
            role="status"
            id="save-status"
            data-state=move || save_code(&state.get())
        >
            <Show when=done>
                <Icon name="check" class="ico-s" />
            </Show>
            <Show when=failed>
                <Icon name="error" class="ico-s" />
            </Show>
            <span>{says}</span>
        </span>
    }
}

/// The state in one word, for styles and tests.
fn save_code(state: &SaveState) -> &'static str {
    match state {
        SaveState::New => "new",
        SaveState::Saved { .. } => "saved",
        SaveState::Fallback { .. } => "fallback",
        SaveState::Dirty => "dirty",
        SaveState::Saving => "saving",
        SaveState::Failed { .. } => "failed",
    }
}

/// One pane at a time in narrow windows.
#[component]
pub(crate) fn BottomNav() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let tab = move |pane: Pane, icon: &'static str, text| {
        let current = move || (view.pane.get() == pane).then_some("page");
        view! {
            <button type="button" aria-current=current on:click=move |_| view.pane.set(pane)>
                <Icon name=icon />
                {words.text(text)}
            </button>
        }
    };
    view! {
        <nav class="nav-bottom" aria-label=words.text(ui::draft::PANES)>
            {tab(Pane::Outline, "outline", ui::draft::OUTLINE)}
            {tab(Pane::Form, "pen", ui::draft::FILL)}
            {tab(Pane::Preview, "page", ui::draft::PREVIEW)}
            <button type="button" on:click=move |_| view.checking.set(true)>
                <Icon name="audit" />
                {words.text(ui::draft::CHECK)}
                <ErrorCount />
            </button>
        </nav>
    }
}
