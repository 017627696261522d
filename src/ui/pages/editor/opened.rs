//! The three panes of an open draft.

use super::bar::{Bar, BottomNav};
use super::export::ExportDialog;
use super::findings::Findings;
use super::focus::{follow_cursor, restore_cursor, shortcuts};
use super::outline::Outline;
use super::preview::Preview;
use super::tray::Tray;
use super::trouble::Notices;
use crate::ui::app::Navigate;
use crate::ui::platform::{boot, clock, dom, page};
use crate::ui::route::Route;
use crate::ui::sections::SectionForm;
use crate::ui::state::{KnownNames, OpenDraft, Toasts, Words, words};
use crate::ui::widgets::{Icon, NameLists};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::{self, ui};
use ops_charter::checks::{self, Completeness, Finding};
use ops_charter::digest::brief;
use ops_charter::edit::{self, Group, GroupPlace};
use ops_charter::goals::goal_findings;
use ops_charter::model::RowId;
use ops_charter::outline::{self, Document};

/// The panes of a narrow window, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pane {
    /// Table of contents.
    Outline,
    /// The form.
    Form,
    /// The document.
    Preview,
}

/// What the parts of the editor share, all derived from the draft.
#[derive(Clone, Copy)]
pub(crate) struct View {
    pub(crate) draft: OpenDraft,
    /// The section in the form.
    pub(crate) current: Memo<Option<RowId>>,
    /// Sections by group, in document order.
    pub(crate) groups: Memo<Vec<Group>>,
    /// What is filled and what is missing.
    pub(crate) progress: Memo<Completeness>,
    /// Everything that is the matter, goals included.
    pub(crate) findings: Memo<Vec<Finding>>,
    /// The document as it stands.
    pub(crate) document: Memo<Document>,
    /// Whether its one-page summary is on the paper and goes out.
    pub(crate) summary: RwSignal<bool>,
    /// What is on the paper and goes out.
    pub(crate) sheet: Memo<Document>,
    /// The pane of a narrow window.
    pub(crate) pane: RwSignal<Pane>,
    /// Whether the middle-sized window shows the preview in place of the outline.
    pub(crate) preview: RwSignal<bool>,
    /// Windows on top.
    pub(crate) exporting: RwSignal<bool>,
    pub(crate) checking: RwSignal<bool>,
    pub(crate) adding: RwSignal<bool>,
    pub(crate) changing: RwSignal<bool>,
    /// The chapter that gets a name: none for a new one.
    pub(crate) naming: RwSignal<Option<Option<String>>>,
    /// Whether the outline shows how to move things.
    pub(crate) arranging: RwSignal<bool>,
    /// Where something has been moved, for those who cannot see it.
    pub(crate) moved: RwSignal<String>,
    pub(crate) pasting: RwSignal<bool>,
    /// Whether the form shows the texts without a place instead of a section.
    pub(crate) tray: RwSignal<bool>,
}

impl View {
    fn new(draft: OpenDraft, section: Memo<Option<RowId>>, words: Words) -> View {
        let editor = draft.editor;
        let groups = Memo::new(move |_| editor.with(edit::groups));
        let progress = Memo::new(move |_| {
            editor.with(|charter| match catalogue::profile(&charter.profile) {
                Some((_, profile)) => checks::completeness(charter, profile),
                None => Completeness::default(),
            })
        });
        let findings = Memo::new(move |_| {
            let texts = words.texts();
            let today = clock::today();
            editor.with(|charter| {
                let mut all = goal_findings(charter, &texts, today);
                all.append(&mut checks::findings(charter, &texts, today));
                all
            })
        });
        let document = Memo::new(move |_| {
            editor.with(|charter| {
                let texts = words.texts_of(charter.language);
                let options = outline::Options::of(charter, clock::today());
                outline::build(charter, &texts, &options)
            })
        });
        let summary = RwSignal::new(false);
        let sheet = Memo::new(move |_| {
            if !summary.get() {
                return document.get();
            }
            editor.with(|charter| {
                let texts = words.texts_of(charter.language);
                brief(
                    charter,
                    &texts,
                    &outline::Options::of(charter, clock::today()),
                )
            })
        });
        let first = move || groups.with(|groups| groups.first()?.sections.first().cloned());
        let current = Memo::new(move |_| {
            let wanted = section.get().or_else(|| {
                let at = draft.cursor.get_untracked().section;
                (!at.as_str().is_empty()).then_some(at)
            });
            let there = |id: &RowId| groups.with(|g| g.iter().any(|g| g.sections.contains(id)));
            wanted.filter(there).or_else(first)
        });
        View {
            draft,
            current,
            groups,
            progress,
            findings,
            document,
            summary,
            sheet,
            pane: RwSignal::new(Pane::Form),
            preview: RwSignal::new(false),
            exporting: RwSignal::new(false),
            checking: RwSignal::new(false),
            adding: RwSignal::new(false),
            changing: RwSignal::new(false),
            naming: RwSignal::new(None),
            arranging: RwSignal::new(false),
            moved: RwSignal::new(String::new()),
            pasting: RwSignal::new(false),
            tray: RwSignal::new(false),
        }
    }

    /// All shown sections in document order (tracked).
    fn order(self) -> Vec<RowId> {
        self.groups
            .with(|groups| groups.iter().flat_map(|g| g.sections.clone()).collect())
    }

    /// Goes to the texts without a place.
    pub(crate) fn go_tray(self) {
        self.pane.set(Pane::Form);
        self.tray.set(true);
        dom::focus_soon("sec-title");
    }

    /// Goes to a section, and to a row of it.
    pub(crate) fn go(self, section: RowId, row: Option<RowId>) {
        let navigate = expect_navigate();
        self.pane.set(Pane::Form);
        self.tray.set(false);
        let id = self.draft.editor.peek(|charter| charter.id.clone());
        self.draft.editor.open_row.set(row.clone());
        navigate.to(Route::Draft {
            id,
            section: Some(section),
        });
        let target = row.map_or_else(|| "sec-title".to_owned(), |row| format!("row-{row}"));
        request_animation_frame(move || {
            dom::focus(&target);
            dom::reveal(&target);
        });
    }
}

fn expect_navigate() -> Navigate {
    expect_context()
}

/// The open draft.
#[component]
pub(crate) fn Opened(draft: OpenDraft, section: Memo<Option<RowId>>) -> impl IntoView {
    let words = words();
    draft.keep_saving();
    fetch_document_language(draft, words);
    restore_cursor(draft);
    provide_context(draft.editor);
    provide_context(KnownNames::new(draft.editor));
    provide_context(draft);
    let view = View::new(draft, section, words);
    provide_context(view);
    follow_cursor(view);
    let keys = page::on_keydown(move |event| shortcuts(view, &event));
    StoredValue::new_local(keys);
    let is = move |pane: Pane| view.pane.get() == pane;
    let wide = move || {
        let current = view.current.get().filter(|_| !view.tray.get());
        let raci = |kind: &str| kind == catalogue::ids::raci_matrix::ID;
        current.is_some_and(|id| {
            draft.editor.with(|c| {
                c.section_by_id(&id)
                    .is_some_and(|section| raci(&section.kind))
            })
        })
    };
    view! {
        <div class="app" class:is-preview=move || view.preview.get()>
            <a class="skip" href="#main" on:click=skip>
                {words.text(ui::draft::SKIP)}
            </a>
            <Bar />
            <div class="panes" class:panes-wide=wide>
                <nav
                    class="pane pane-outline"
                    class:is-current=move || is(Pane::Outline)
                    aria-label=words.text(ui::draft::OUTLINE)
                >
                    <Outline />
                </nav>
                <main
                    class="pane pane-form"
                    class:is-current=move || is(Pane::Form)
                    id="main"
                    tabindex="-1"
                >
                    <Notices />
                    <div class="form-in" class:form-wide=wide>
                        <CurrentSection />
                    </div>
                </main>
                <aside
                    class="pane pane-preview"
                    class:is-current=move || is(Pane::Preview)
                    aria-label=words.text(ui::draft::PREVIEW)
                    tabindex="0"
                >
                    <Preview />
                </aside>
            </div>
            <BottomNav />
        </div>
        <ExportDialog />
        <Findings />
        <super::add::AddSection />
        <super::change::ChangeStructure />
        <NameLists />
        <super::paste::PasteInto />
    }
}

/// The address is the route's: a plain jump would leave the page.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    dom::focus("main");
}

/// The form of the current section, with the ways to the one before and the one after.
#[component]
fn CurrentSection() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let toasts = expect_context::<Toasts>();
    let kicker = move || kicker(view, words);
    let hide = Callback::new(move |id| hide(view, words, toasts, &id));
    let form = move || {
        view.current.get().map(|id| {
            view! {
                <SectionForm id=id kicker=Signal::derive(kicker) hide />
                <Neighbours />
            }
        })
    };
    view! {
        <Show when=move || view.tray.get() fallback=form>
            <Tray />
        </Show>
    }
}

/// Takes a section out, goes to its neighbour and offers the way back.
fn hide(view: View, words: Words, toasts: Toasts, id: &RowId) {
    let editor = view.draft.editor;
    let texts = untrack(|| words.texts());
    let name = editor
        .peek(|charter| edit::row_label(charter, id, &texts))
        .unwrap_or_default();
    let order = untrack(|| view.order());
    let at = order.iter().position(|other| other == id);
    let next = at.and_then(|at| order.get(at + 1).or_else(|| order.get(at.checked_sub(1)?)));
    editor.edit(None, |charter, _| edit::hide_section(charter, id));
    if let Some(next) = next {
        view.go(next.clone(), None);
    }
    let back = id.clone();
    toasts.offer(
        untrack(|| words.fill(ui::draft::HIDDEN, &[("name", &name)])),
        untrack(|| words.get(ui::form::UNDO)),
        move || {
            editor.undo();
            view.go(back.clone(), None);
        },
    );
}

/// Chapter and place of the current section.
fn kicker(view: View, words: Words) -> String {
    let Some(id) = view.current.get() else {
        return String::new();
    };
    view.groups.with(|groups| {
        let group = groups.iter().find(|group| group.sections.contains(&id));
        group
            .map(|group| group_title(group, words))
            .unwrap_or_default()
    })
}

/// The heading of a group.
pub(crate) fn group_title(group: &Group, words: Words) -> String {
    match group.place {
        GroupPlace::Front => words.get(ui::draft::FRONT),
        GroupPlace::Back => words.get(ui::draft::BACK),
        GroupPlace::Backing => words.get(ui::draft::BACKING),
        GroupPlace::Added => words.get(ui::draft::ADDED),
        GroupPlace::Chapter(number, heading) => {
            let number = crate::ui::text::chapter_number(number, words.lang());
            let own = group.title.clone();
            let heading = own.unwrap_or_else(|| words.get(heading));
            words.fill(ui::draft::CHAPTER, &[("n", &number), ("heading", &heading)])
        }
    }
}

#[component]
fn Neighbours() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let neighbours = move || {
        let order = view.order();
        let at = order
            .iter()
            .position(|id| Some(id) == view.current.get().as_ref())?;
        let before = at.checked_sub(1).and_then(|at| order.get(at).cloned());
        Some((before, order.get(at + 1).cloned()))
    };
    let title = move |id: &RowId| {
        let texts = words.texts();
        view.draft
            .editor
            .with(|c| edit::row_label(c, id, &texts))
            .unwrap_or_default()
    };
    let link = move |id: RowId, forward: bool| {
        let name = title(&id);
        view! {
            <button
                class=if forward { "btn push" } else { "btn btn-quiet" }
                type="button"
                on:click=move |_| view.go(id.clone(), None)
            >
                {(!forward).then(|| view! { <Icon name="left" class="ico-s" /> })}
                {name}
                {forward.then(|| view! { <Icon name="right" class="ico-s" /> })}
            </button>
        }
    };
    view! {
        <nav class="row neighbours" aria-label=words.text(ui::draft::NEIGHBOURS)>
            {move || {
                let (before, after) = neighbours()?;
                Some((before.map(|id| link(id, false)), after.map(|id| link(id, true))))
            }}
        </nav>
    }
}

/// The document's language may not be the interface's.
fn fetch_document_language(draft: OpenDraft, words: Words) {
    Effect::new(move |_| {
        let lang = draft.editor.with(|charter| charter.language);
        if !words.has(lang) {
            spawn_local(async move {
                if let Some(texts) = boot::load_texts(lang).await {
                    words.keep(texts);
                }
            });
        }
    });
}
