//! Asking a colleague: the open questions as a text to send, and the place for the reply.

use crate::ui::platform::{clipboard, clock, dom};
use crate::ui::state::{Editor, Toasts, words};
use crate::ui::widgets::{Dialog, Icon, Typing};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::ask::{self, Request};
use ops_charter::catalogue::ui;
use ops_charter::edit;
use ops_charter::model::RowId;

/// Id of the text to send.
const TEXT: &str = "ask-text";
/// Id of the box for the reply.
const PASTED: &str = "ask-pasted";

/// The window.
#[component]
pub(crate) fn Ask(section: RowId, open: RwSignal<bool>) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let section = StoredValue::new(section);
    let sent = Memo::new(move |_| {
        if !open.get() {
            return Request::default();
        }
        editor.with(|charter| {
            let texts = words.texts_of(charter.language);
            section.with_value(|id| ask::request(charter, id, &texts, clock::today()))
        })
    });
    let title = Signal::derive(move || {
        let texts = words.texts();
        let name = editor.with(|charter| {
            section.with_value(|id| edit::row_label(charter, id, &texts).unwrap_or_default())
        });
        words.fill(ui::ask::dialog::TITLE, &[("section", &name)])
    });
    view! {
        <Dialog open title class="dialog-m">
            <div class="dialog-body stack">
                <Outgoing section sent />
                <Incoming section open />
            </div>
        </Dialog>
    }
}

/// The text to send, with a button that copies it.
#[component]
fn Outgoing(section: StoredValue<RowId>, sent: Memo<Request>) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let by_hand = RwSignal::new(false);
    let says = RwSignal::new(String::new());
    let copy = move |_| {
        let sent = sent.get_untracked();
        // The numbers go out: from now on an answer finds its question by them.
        editor.edit(None, |charter, _| {
            section.with_value(|id| ask::remember(charter, id, &sent));
        });
        spawn_local(async move {
            let copied = clipboard::copy(&sent.text, None).await;
            by_hand.try_set(!copied);
            if copied {
                says.try_set(untrack(|| words.get(ui::ask::dialog::COPIED)));
            } else {
                dom::select(TEXT);
            }
        });
    };
    let none = move || sent.with(|sent| sent.questions.is_empty());
    view! {
        <Show
            when=move || !none()
            fallback=move || view! { <p class="hint">{words.text(ui::ask::dialog::NONE)}</p> }
        >
            <p class="hint">{words.text(ui::ask::dialog::LEAD)}</p>
            <div class="field">
                <label class="label" for=TEXT>
                    {words.text(ui::ask::dialog::TEXT)}
                </label>
                <textarea
                    class="input"
                    id=TEXT
                    rows="9"
                    readonly=true
                    prop:value=move || sent.with(|sent| sent.text.clone())
                ></textarea>
            </div>
            <div class="row">
                <button class="btn btn-main" type="button" on:click=copy>
                    <Icon name="copy" class="ico-s" />
                    {words.text(ui::ask::dialog::COPY)}
                </button>
                <span class="hint" role="status">
                    {move || {
                        if by_hand.get() { words.get(ui::ask::dialog::BY_HAND) } else { says.get() }
                    }}
                </span>
            </div>
        </Show>
    }
}

/// The reply as it came, taken in with one press.
#[component]
fn Incoming(section: StoredValue<RowId>, open: RwSignal<bool>) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let toasts = expect_context::<Toasts>();
    let words = words();
    let pasted = RwSignal::new(String::new());
    let typing = Typing::new(move |text| pasted.set(text));
    let empty = move || pasted.with(|text| text.trim().is_empty());
    let take = move |_| {
        let text = pasted.get_untracked();
        let count = editor.edit(None, |charter, ids| {
            let texts = untrack(|| words.texts_of(charter.language));
            let today = clock::today();
            section.with_value(|id| ask::receive(charter, id, &text, &texts, today, ids))
        });
        open.set(false);
        pasted.set(String::new());
        let n = count.to_string();
        let says = untrack(|| words.fill(ui::ask::dialog::RECEIVED, &[("n", &n)]));
        let label = untrack(|| words.get(ui::form::UNDO));
        toasts.offer(says, label, move || editor.undo());
        dom::focus_soon("sec-title");
    };
    view! {
        <div class="field">
            <label class="label" for=PASTED>
                {words.text(ui::ask::dialog::PASTED)}
            </label>
            <textarea
                class="input"
                id=PASTED
                rows="6"
                prop:value=move || pasted.get()
                on:input=move |event| typing.input(&event)
                on:compositionstart=move |_| typing.start()
                on:compositionend=move |event| typing.end(&event)
                on:blur=move |event| typing.leave(event_target_value(&event))
            ></textarea>
            <p class="hint">{words.text(ui::ask::dialog::PASTED_HINT)}</p>
        </div>
        <div class="row">
            <button class="btn" type="button" disabled=empty on:click=take>
                {words.text(ui::ask::dialog::RECEIVE)}
            </button>
        </div>
    }
}
