//! The head of a section: its place, its heading, which can be changed, and what to think of.

use super::ask::Ask;
use crate::ui::platform::dom;
use crate::ui::state::{Editor, Words, words};
use crate::ui::widgets::{Icon, Menu, MenuItem, Typing, is_composing, style_name};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use ops_charter::catalogue::{SectionDef, ui};
use ops_charter::edit;
use ops_charter::model::RowId;
use ops_charter::outline::WritingStyle;

/// Id of the heading, which gets the focus when a section is opened.
const HEADING: &str = "sec-title";

/// Kicker, heading with its menu, purpose, questions.
#[component]
pub(crate) fn Head(
    /// Which section.
    id: RowId,
    /// Its type; none for one that the user has made up.
    def: Option<&'static SectionDef>,
    /// Words above the heading.
    kicker: Signal<String>,
    /// Takes the section out of the document.
    hide: Callback<RowId>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let section = editor.section(id.clone());
    let renaming = RwSignal::new(false);
    let asking = RwSignal::new(false);
    let key = StoredValue::new(id);
    let title = move || {
        let texts = words.texts();
        section
            .get()
            .map(|section| edit::section_title(&section, &texts))
            .unwrap_or_default()
    };
    let items = move || {
        let mut items = vec![MenuItem::new(
            words.get(ui::draft::RENAME_SECTION),
            move || renaming.set(true),
        )];
        items.push(MenuItem::new(words.get(ui::ask::dialog::MENU), move || {
            asking.set(true)
        }));
        items.extend(style_items(editor, words, key));
        items.push(MenuItem::new(
            words.get(ui::draft::HIDE_SECTION),
            move || {
                hide.run(key.get_value());
            },
        ));
        items
    };
    let heading = move || {
        view! {
            <h1 tabindex="-1" id=HEADING>
                {title}
            </h1>
        }
    };
    view! {
        <header class="sec-head">
            <div class="sec-kicker">
                <p>{move || kicker.get()}</p>
                <Menu label=Signal::derive(move || words.get(ui::draft::SECTION_MENU)) items />
            </div>
            <Show when=move || renaming.get() fallback=heading>
                <Rename id=key.get_value() title=untrack(title) renaming />
            </Show>
            {def
                .map(|def| {
                    view! {
                        <p class="lead">{words.text(def.purpose)}</p>
                        <Questions def />
                    }
                })}
        </header>
        <Ask section=key.get_value() open=asking />
    }
}

/// The styles that the section can be written in; none for one that always has the same form.
fn style_items(editor: Editor, words: Words, key: StoredValue<RowId>) -> Vec<MenuItem> {
    let section = editor.peek(|charter| charter.section_by_id(&key.get_value()).cloned());
    let Some(section) = section.filter(|section| WritingStyle::applies_to(&section.kind)) else {
        return Vec::new();
    };
    let own = WritingStyle::of_section(&section);
    let item = move |text, style: WritingStyle, chosen: Option<WritingStyle>| {
        let name = words.get(style_name(style));
        let mut label = words.fill(text, &[("style", &name)]);
        if own == chosen {
            label = words.fill(ui::writing::CURRENT, &[("name", &label)]);
        }
        MenuItem::new(label, move || {
            editor.edit(None, |charter, _| {
                edit::set_section_style(charter, &key.get_value(), chosen.map(WritingStyle::id));
            });
        })
    };
    let document = editor.peek(WritingStyle::of_charter);
    let mut items = vec![item(ui::writing::AS_DOCUMENT, document, None)];
    items.extend(
        WritingStyle::ALL
            .into_iter()
            .map(|style| item(ui::writing::OF_SECTION, style, Some(style))),
    );
    items
}

/// The heading as an input: Enter or leaving takes it, Escape does not. Emptied, it goes back to
/// the catalogue's.
#[component]
fn Rename(id: RowId, title: String, renaming: RwSignal<bool>) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let typed = RwSignal::new(title.clone());
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = node.get() {
            // After the value is in it.
            request_animation_frame(move || {
                let _ = input.focus();
                input.select();
            });
        }
    });
    let typing = Typing::new(move |text| typed.set(text));
    let done = move |take: bool| {
        // Taking the input off the page takes the focus off it: this runs once more, too late.
        if renaming.try_get_untracked() != Some(true) {
            return;
        }
        renaming.set(false);
        let name = typed.try_get_untracked().unwrap_or_default();
        if take && name != title {
            editor.edit(None, |charter, _| {
                edit::rename_section(charter, &id, &name);
            });
        }
    };
    let leave = done.clone();
    let keys = move |event: KeyboardEvent| {
        if is_composing(&event) {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                done(true);
            }
            "Escape" => {
                event.stop_propagation();
                done(false);
            }
            _ => return,
        }
        dom::focus_soon(HEADING);
    };
    view! {
        <input
            node_ref=node
            class="input sec-rename"
            type="text"
            autocomplete="off"
            aria-label=words.text(ui::draft::NEW_TITLE)
            prop:value=move || typed.get()
            on:input=move |event| typing.input(&event)
            on:compositionstart=move |_| typing.start()
            on:compositionend=move |event| typing.end(&event)
            on:keydown=keys
            on:blur=move |event| {
                typing.leave(event_target_value(&event));
                leave(true);
            }
        />
    }
}

/// What to think of first.
#[component]
fn Questions(def: &'static SectionDef) -> impl IntoView {
    let words = words();
    let count = def.questions.len();
    let questions = def
        .questions
        .iter()
        .map(|question| view! { <li>{words.text(*question)}</li> })
        .collect_view();
    let heading = move || words.fill(ui::form::QUESTIONS, &[("n", &count.to_string())]);
    let example = def.example;
    (count > 0).then(|| {
        view! {
            <details class="ask">
                <summary>
                    <Icon name="why" class="ico-s" />
                    {heading}
                </summary>
                <ol>{questions}</ol>
                <Show when=move || !example.is_none()>
                    <p class="sec-example">
                        <span class="field-eg">{words.text(ui::form::EXAMPLE)}</span>
                        {words.text(example)}
                    </p>
                </Show>
            </details>
        }
    })
}
