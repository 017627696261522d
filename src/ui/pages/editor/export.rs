//! Handing the document in: format, what becomes of missing parts, download, copy, print.

use super::opened::View;
use super::writing::StyleChoice;
use crate::ui::platform::worker::{self, Task};
use crate::ui::platform::{clipboard, clock, embed, files};
use crate::ui::state::{Toasts, Words, words};
use crate::ui::widgets::{Dialog, Icon};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::{TextId, ui};
use ops_charter::export::{self, Writer};
use ops_charter::outline::Document;
use ops_charter::schema;

/// The draft file is the charter itself, not a format of the document.
const DRAFT: &str = "json";

/// What becomes of missing parts, with the value stored in the charter.
const MISSING: [(&str, TextId, TextId); 3] = [
    (
        "mark",
        ui::exporting::parts::MARK,
        ui::exporting::parts::MARK_SAYS,
    ),
    (
        "blank",
        ui::exporting::parts::BLANK,
        ui::exporting::parts::BLANK_SAYS,
    ),
    (
        "omit",
        ui::exporting::parts::OMIT,
        ui::exporting::parts::OMIT_SAYS,
    ),
];

/// The export window.
#[component]
pub(crate) fn ExportDialog() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let chosen = RwSignal::new("docx".to_owned());
    let busy = RwSignal::new(false);
    let title = Signal::derive(move || words.get(ui::draft::EXPORT));
    let printing = StoredValue::new(false);
    // The paper goes back to the whole document with the window, but not before it is printed.
    Effect::new(move |_| {
        if view.exporting.get() {
            printing.set_value(false);
        } else if !printing.get_value() {
            view.summary.set(false);
        }
    });
    let printed = window_event_listener(ev::afterprint, move |_| {
        if printing.try_get_value() == Some(true) {
            printing.set_value(false);
            view.summary.set(false);
        }
    });
    on_cleanup(move || printed.remove());
    view! {
        <Dialog open=view.exporting title class="dialog-m">
            <div class="dialog-body stack">
                <What />
                <Formats chosen />
                <StyleChoice />
                <MissingChoice />
                <DraftMark />
                <Show when=move || embed::current().is_some()>
                    <p class="hint">{words.text(ui::exporting::IN_APP)}</p>
                </Show>
            </div>
            <footer class="dialog-foot">
                <button
                    class="btn btn-main"
                    type="button"
                    disabled=move || busy.get()
                    on:click=move |_| download(view, words, chosen.get_untracked(), busy)
                >
                    <Icon name="download" class="ico-s" />
                    {move || {
                        words
                            .get(
                                if busy.get() {
                                    ui::exporting::BUSY
                                } else {
                                    ui::exporting::DOWNLOAD
                                },
                            )
                    }}
                </button>
                <button class="btn" type="button" on:click=move |_| copy(view, words, true)>
                    <Icon name="copy" class="ico-s" />
                    {words.text(ui::exporting::COPY)}
                </button>
                <button
                    class="btn btn-quiet"
                    type="button"
                    on:click=move |_| copy(view, words, false)
                >
                    {words.text(ui::exporting::COPY_PLAIN)}
                </button>
                <button class="btn" type="button" on:click=move |_| print(view, printing)>
                    <Icon name="print" class="ico-s" />
                    {words.text(ui::exporting::PRINT)}
                </button>
            </footer>
        </Dialog>
    }
}

/// The whole document, or one page of it. The draft file is always whole.
#[component]
fn What() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let line = move |summary: bool, id: &'static str, name: TextId, says: TextId| {
        view! {
            <label>
                <input
                    type="radio"
                    name="export-what"
                    value=id
                    prop:checked=move || view.summary.get() == summary
                    on:change=move |_| view.summary.set(summary)
                />
                <span>{words.text(name)}</span>
                <small>{words.text(says)}</small>
            </label>
        }
    };
    let whole = ui::digest::export::FULL;
    let brief = ui::digest::export::BRIEF;
    view! {
        <fieldset>
            <legend class="label">{words.text(ui::digest::export::WHAT)}</legend>
            <div class="choice">
                {line(false, "full", whole, ui::digest::export::FULL_SAYS)}
                {line(true, "brief", brief, ui::digest::export::BRIEF_SAYS)}
            </div>
        </fieldset>
    }
}

/// All formats, Word first: that is what gets handed in.
#[component]
fn Formats(chosen: RwSignal<String>) -> impl IntoView {
    let words = words();
    let line = move |id: &'static str, name: TextId, says: TextId| {
        view! {
            <label>
                <input
                    type="radio"
                    name="export-format"
                    value=id
                    prop:checked=move || chosen.get() == id
                    on:change=move |_| chosen.set(id.to_owned())
                />
                <span>{words.text(name)}</span>
                <small>{words.text(says)}</small>
            </label>
        }
    };
    let says = |id: &str| match id {
        "docx" => ui::exporting::says::DOCX,
        "html" => ui::exporting::says::HTML,
        "md" => ui::exporting::says::MD,
        _ => ui::exporting::says::TXT,
    };
    let from_text = export::FORMATS
        .iter()
        .map(|format| line(format.id, format.name, says(format.id)))
        .collect_view();
    view! {
        <fieldset>
            <legend class="label">{words.text(ui::exporting::FORMAT)}</legend>
            <div class="choice">
                {from_text} {line(DRAFT, ui::exporting::DRAFT_FILE, ui::exporting::says::JSON)}
            </div>
        </fieldset>
    }
}

/// Marked, left blank, or left out; kept with the document.
#[component]
fn MissingChoice() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let editor = view.draft.editor;
    let current = Memo::new(move |_| {
        editor
            .with(|c| c.settings.missing.clone())
            .unwrap_or_else(|| "mark".to_owned())
    });
    let lines = MISSING
        .map(|(id, name, says)| {
            let choose = move |_| {
                editor.edit(None, |charter, _| {
                    charter.settings.missing = Some(id.to_owned())
                });
            };
            view! {
                <label>
                    <input
                        type="radio"
                        name="export-missing"
                        value=id
                        prop:checked=move || current.get() == id
                        on:change=choose
                    />
                    <span>{words.text(name)}</span>
                    <small>{words.text(says)}</small>
                </label>
            }
        })
        .collect_view();
    let open = move || view.progress.with(|p| p.total - p.filled.min(p.total));
    let heading = move || words.fill(ui::exporting::MISSING, &[("n", &open().to_string())]);
    view! {
        <fieldset>
            <legend class="label">{heading}</legend>
            <div class="choice">{lines}</div>
        </fieldset>
    }
}

/// An unfinished document says so unless the user takes the mark off.
#[component]
fn DraftMark() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let editor = view.draft.editor;
    let is_on = move || editor.with(|charter| charter.settings.draft_mark != Some(false));
    let toggle = move |event| {
        let on = event_target_checked(&event);
        editor.edit(None, |charter, _| {
            charter.settings.draft_mark = (!on).then_some(false)
        });
    };
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=is_on on:change=toggle />
            <span>{words.text(ui::exporting::DRAFT_MARK)}</span>
        </label>
    }
}

fn download(view: View, words: Words, format: String, busy: RwSignal<bool>) {
    let document = match format.as_str() {
        DRAFT => view.document.get_untracked(),
        _ => view.sheet.get_untracked(),
    };
    let stem = export::file_stem(&document);
    let toasts = expect_context::<Toasts>();
    let save = move |name: &str, mime: &str, bytes: &[u8]| {
        let says = match files::download(name, mime, bytes) {
            Ok(()) => ui::exporting::DONE,
            Err(_) => ui::exporting::DOWNLOAD_FAILED,
        };
        toasts.say(untrack(|| words.fill(says, &[("name", name)])));
    };
    if format == DRAFT {
        let charter = view.draft.editor.peek(Clone::clone);
        let text = schema::save(&charter, &schema::timestamp(clock::now_ms()));
        let name = format!("{stem}.json");
        return save(&name, "application/json", text.as_bytes());
    }
    let Some(format) = export::format(&format) else {
        return;
    };
    let name = format!("{stem}.{}", format.extension);
    match format.writer {
        Writer::Text(write) => save(&name, format.mime, write(&document).as_bytes()),
        Writer::Docx => {
            busy.set(true);
            spawn_local(async move {
                let result = word(&document).await;
                busy.set(false);
                match result {
                    Ok(bytes) => save(&name, format.mime, &bytes),
                    Err(_) => toasts.say(untrack(|| words.get(ui::exporting::WORD_FAILED))),
                }
            });
        }
    }
}

async fn word(document: &Document) -> Result<Vec<u8>, worker::WorkerError> {
    let json = serde_json::to_string(document)
        .map_err(|error| worker::WorkerError::Task(error.to_string()))?;
    worker::call(Task::Docx, &json).await
}

/// To the clipboard: with its looks, or as plain text.
fn copy(view: View, words: Words, rich: bool) {
    let document = view.sheet.get_untracked();
    let plain = export::plain(&document);
    let html = rich.then(|| export::fragment(&document));
    let toasts = expect_context::<Toasts>();
    spawn_local(async move {
        let copied = clipboard::copy(&plain, html.as_deref()).await;
        let says = if copied {
            ui::exporting::COPIED
        } else {
            ui::exporting::COPY_FAILED
        };
        toasts.say(untrack(|| words.get(says)));
    });
}

/// The preview is what gets printed; the print style sheet leaves the app out.
fn print(view: View, printing: StoredValue<bool>) {
    printing.set_value(true);
    view.exporting.set(false);
    request_animation_frame(|| drop(files::print()));
}
