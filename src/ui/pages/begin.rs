//! The ways to begin a charter of one kind: a structure, or a sample after a look inside.

use super::frame::Frame;
use crate::ui::platform::samples;
use crate::ui::route::Route;
use crate::ui::state::{Words, words};
use crate::ui::widgets::{Dialog, Icon};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::{self, KindDef, ProfileDef, ui};
use ops_charter::model::Charter;
use ops_charter::outline::{self, Content};
use ops_charter::samples::{SAMPLES, SampleDef};

/// Letters of a first line that are shown.
const FIRST_LINE: usize = 70;

/// The page of a kind; an unknown one leads back to the list.
#[component]
pub(crate) fn BeginPage(kind: String) -> impl IntoView {
    let words = words();
    let known = catalogue::kind(&kind);
    let page = match known {
        Some(def) => view! { <Ways def /> }.into_any(),
        None => view! { <p class="hint">{words.text(ui::start::way::UNKNOWN)}</p> }.into_any(),
    };
    view! {
        <Frame>
            <main class="page begin" id="main" tabindex="-1">
                {page}
                <p class="begin-back">
                    <a href="#/">{words.text(ui::structure::begin::BACK)}</a>
                </p>
            </main>
        </Frame>
    }
}

#[component]
fn Ways(def: &'static KindDef) -> impl IntoView {
    let words = words();
    let title = move || {
        words.fill(
            ui::structure::begin::TITLE,
            &[("kind", &words.get(def.name))],
        )
    };
    let structures = |shown: bool| {
        let some = def.profiles.iter().filter(move |p| p.shown == shown);
        some.map(|profile| view! { <Structure profile /> })
            .collect_view()
    };
    let looking = RwSignal::new(None::<&'static SampleDef>);
    let of_kind: Vec<&'static SampleDef> = SAMPLES.iter().filter(|s| s.kind == def.id).collect();
    let none = of_kind.is_empty();
    let samples = of_kind
        .into_iter()
        .map(|sample| view! { <Sample sample looking /> })
        .collect_view();
    view! {
        <header class="block-head begin-head">
            <h1>{title}</h1>
            <p>{words.text(def.purpose)}</p>
        </header>
        <section aria-labelledby="structures">
            <h2 id="structures">{words.text(ui::structure::begin::STRUCTURE)}</h2>
            <div class="ways">{structures(true)}</div>
            <details class="more">
                <summary>
                    <Icon name="right" class="ico-s" />
                    {words.text(ui::structure::begin::MORE)}
                </summary>
                <div class="ways">{structures(false)}</div>
            </details>
        </section>
        <section aria-labelledby="samples">
            <h2 id="samples">{words.text(ui::structure::begin::SAMPLES)}</h2>
            <Show when=move || none>
                <p class="hint">{words.text(ui::structure::begin::SAMPLES_NONE)}</p>
            </Show>
            <div class="ways">{samples}</div>
        </section>
        <Preview looking />
    }
}

/// One structure with the chapters that it brings.
#[component]
fn Structure(profile: &'static ProfileDef) -> impl IntoView {
    let words = words();
    let count = profile.chapters.len().to_string();
    let chapters = profile
        .chapters
        .iter()
        .map(|chapter| view! { <li>{words.text(chapter.heading)}</li> })
        .collect_view();
    let start = move || {
        let name = words.get(profile.name);
        words.fill(ui::structure::begin::START_OF, &[("name", &name)])
    };
    view! {
        <article class="way">
            <h3>{words.text(profile.name)}</h3>
            <span>{move || words.fill(ui::structure::begin::CHAPTERS, &[("n", &count)])}</span>
            <ol class="way-chapters">{chapters}</ol>
            <a
                class=if profile.shown { "btn btn-main" } else { "btn" }
                href=Route::New(profile.id.to_owned()).hash()
            >
                {start}
            </a>
        </article>
    }
}

#[component]
fn Sample(
    sample: &'static SampleDef,
    looking: RwSignal<Option<&'static SampleDef>>,
) -> impl IntoView {
    let words = words();
    view! {
        <article class="way">
            <h3>
                <Icon name="page" class="ico-s" />
                {words.text(sample.title)}
            </h3>
            <span>{words.text(sample.note)}</span>
            <div class="row">
                <a class="btn" href=Route::Sample(sample.id.to_owned()).hash()>
                    <strong class="vh">{words.text(sample.title)}</strong>
                    <span aria-hidden="true">{words.text(ui::structure::begin::TAKE)}</span>
                </a>
                <button
                    class="btn btn-quiet"
                    type="button"
                    on:click=move |_| looking.set(Some(sample))
                >
                    {words.text(ui::structure::begin::PREVIEW)}
                </button>
            </div>
        </article>
    }
}

/// What has come of fetching a sample.
#[derive(Clone, PartialEq, Eq)]
enum Look {
    Fetching,
    Failed,
    /// Chapters with their first lines.
    Chapters(Vec<(String, String)>),
}

/// A look into a sample: chapters and first lines. Fetched when it is asked for; nothing is made.
#[component]
fn Preview(looking: RwSignal<Option<&'static SampleDef>>) -> impl IntoView {
    let words = words();
    let open = RwSignal::new(false);
    let look = RwSignal::new(Look::Fetching);
    Effect::new(move |_| {
        let Some(sample) = looking.get() else { return };
        look.set(Look::Fetching);
        open.set(true);
        let lang = untrack(|| words.lang());
        spawn_local(async move {
            let charter = samples::load(sample, lang).await;
            // Another one may have been asked for in the meantime.
            if looking.try_get_untracked().flatten().map(|s| s.id) != Some(sample.id) {
                return;
            }
            look.try_set(match charter {
                Some(charter) => Look::Chapters(chapters(&charter, words)),
                None => Look::Failed,
            });
        });
    });
    Effect::new(move |_| {
        if !open.get() {
            looking.set(None);
        }
    });
    let title = move || {
        let name = looking.get().map(|sample| words.get(sample.title));
        words.fill(
            ui::structure::begin::PREVIEW_OF,
            &[("name", &name.unwrap_or_default())],
        )
    };
    let line = |(heading, first): (String, String)| {
        view! {
            <li>
                <strong>{heading}</strong>
                <span>{first}</span>
            </li>
        }
    };
    let shown = move || match look.get() {
        Look::Fetching => view! { <p class="hint">{words.text(ui::draft::OPENING)}</p> }.into_any(),
        Look::Failed => {
            view! { <p class="hint">{words.text(ui::structure::begin::PREVIEW_FAILED)}</p> }
                .into_any()
        }
        Look::Chapters(chapters) => {
            let lines = chapters.into_iter().map(line).collect_view();
            view! { <ol class="look">{lines}</ol> }.into_any()
        }
    };
    let href = move || {
        let sample = looking.get();
        sample.map(|sample| Route::Sample(sample.id.to_owned()).hash())
    };
    view! {
        <Dialog open title=Signal::derive(title) class="dialog-m">
            <div class="dialog-body" aria-live="polite" tabindex="0">
                {shown}
            </div>
            <footer class="dialog-foot">
                <p class="hint">{words.text(ui::structure::begin::TAKE_SAYS)}</p>
                <a class="btn btn-main" href=href>
                    {words.text(ui::structure::begin::TAKE)}
                </a>
            </footer>
        </Dialog>
    }
}

/// The chapters of a document with the first words under each.
fn chapters(charter: &Charter, words: Words) -> Vec<(String, String)> {
    let texts = untrack(|| words.texts_of(charter.language));
    let options = outline::Options::of(charter, crate::ui::platform::clock::today());
    let document = outline::build(charter, &texts, &options);
    let mut chapters: Vec<(String, String)> = Vec::new();
    for block in document.blocks {
        match block.content {
            Content::Heading {
                level: 1,
                number,
                text,
            } => chapters.push((number + &text, String::new())),
            other => {
                if let Some((_, first)) = chapters.last_mut()
                    && first.is_empty()
                {
                    *first = first_line(&other);
                }
            }
        }
    }
    chapters
}

fn first_line(content: &Content) -> String {
    let spans = match content {
        Content::Paragraph(spans) => spans.clone(),
        Content::List { items, .. } => items.first().map(|i| i.spans.clone()).unwrap_or_default(),
        Content::Table { rows, .. } => rows.first().map(|r| r.said.clone()).unwrap_or_default(),
        Content::KeyValues(pairs) => pairs.first().map(|(_, v)| v.clone()).unwrap_or_default(),
        Content::Heading { .. } | Content::PageBreak => Vec::new(),
    };
    let text: String = spans.iter().map(outline::Span::text).collect();
    if text.chars().count() <= FIRST_LINE {
        return text;
    }
    text.chars().take(FIRST_LINE).chain(['…']).collect()
}
