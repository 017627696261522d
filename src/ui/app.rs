//! The whole page: contexts, and the place that the address names.

use crate::ui::pages::{
    BeginPage, CheckPage, CheckText, EditorPage, NewPage, PastePage, SamplePage, StartPage,
};
use crate::ui::platform::{boot, page, settings, storage};
use crate::ui::route::Route;
use crate::ui::state::{Desk, Prefs, Toasts, Words, words};
use crate::ui::widgets::{Icon, IconSheet};
use leptos::prelude::*;
use ops_charter::catalogue::{Texts, ui};
use ops_charter::model::RowId;

/// Goes to places.
#[derive(Clone, Copy)]
pub(crate) struct Navigate(RwSignal<Route>);

impl Navigate {
    /// Goes there; the address follows.
    pub(crate) fn to(self, route: Route) {
        page::set_hash(&route.hash());
        self.0.set(route);
    }

    /// Goes there in place of where we are: "back" skips it.
    pub(crate) fn replace(self, route: Route) {
        page::replace_hash(&route.hash());
        self.0.set(route);
    }

    /// Where we are (tracked).
    pub(crate) fn current(self) -> Route {
        self.0.get()
    }
}

/// The program of the start page.
#[component]
pub(crate) fn StartApp(texts: Texts, library: storage::Browser) -> impl IntoView {
    provide_common(texts, library);
    view! {
        <IconSheet />
        <StartPage />
        <ToastView />
    }
}

/// The program of everything else. While the address names the start page it waits to be taken
/// off the page.
#[component]
pub(crate) fn EditorApp(texts: Texts, library: storage::Browser) -> impl IntoView {
    provide_common(texts, library);
    let navigate = expect_context::<Navigate>();
    let carried = boot::left("checkText").unwrap_or_default();
    boot::hand("checkText", "");
    provide_context(CheckText(RwSignal::new(carried)));
    // Going to another section of the same draft must not open the draft anew.
    let shown = Memo::new(move |_| Page::of(&navigate.current()));
    let section = Memo::new(move |_| match navigate.current() {
        Route::Draft { section, .. } => section,
        _ => None,
    });
    view! {
        <IconSheet />
        {move || match shown.get() {
            Page::Elsewhere => ().into_any(),
            Page::Check => view! { <CheckPage /> }.into_any(),
            Page::Paste => view! { <PastePage /> }.into_any(),
            Page::Begin(kind) => view! { <BeginPage kind /> }.into_any(),
            Page::New(profile) => view! { <NewPage profile /> }.into_any(),
            Page::Sample(id) => view! { <SamplePage id /> }.into_any(),
            Page::Draft(id) => view! { <EditorPage id section /> }.into_any(),
        }}
        <ToastView />
    }
}

/// What both programs share.
fn provide_common(texts: Texts, library: storage::Browser) {
    let words = Words::new(texts);
    provide_context(words);
    let toasts = Toasts::new();
    provide_context(toasts);
    provide_context(Prefs {
        theme: RwSignal::new(settings::theme()),
    });
    let navigate = Navigate(RwSignal::new(Route::parse(&page::hash())));
    provide_context(navigate);
    provide_context(Desk::new(library, words, toasts, navigate));
    let on_hash = page::on_hash_change(move || {
        let route = Route::parse(&page::hash());
        if navigate.0.get_untracked() != route {
            navigate.0.set(route);
        }
    });
    StoredValue::new_local(on_hash);
    Effect::new(move |_| {
        let lang = words.lang();
        page::apply_lang(lang);
        boot::hand("lang", lang.code());
        document().set_title(&words.get(ui::app::NAME));
    });
}

/// A route without its place on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Page {
    Elsewhere,
    Check,
    Paste,
    Begin(String),
    New(String),
    Sample(String),
    Draft(RowId),
}

impl Page {
    fn of(route: &Route) -> Page {
        match route {
            Route::Start => Page::Elsewhere,
            Route::Begin(kind) => Page::Begin(kind.clone()),
            Route::New(profile) => Page::New(profile.clone()),
            Route::Sample(id) => Page::Sample(id.clone()),
            Route::Check => Page::Check,
            Route::Paste => Page::Paste,
            Route::Draft { id, .. } => Page::Draft(id.clone()),
        }
    }
}

/// The notice at the foot of the window.
#[component]
fn ToastView() -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let words = words();
    let shown = move || {
        toasts.current().map(|toast| {
            let action = toast.action.map(|(label, act)| {
                let take = move |_| {
                    toasts.clear();
                    act.run(());
                };
                view! {
                    <button class="btn" type="button" on:click=take>
                        {label}
                    </button>
                }
            });
            view! {
                <div class="toast">
                    <span>{toast.text}</span>
                    {action}
                    <button
                        class="btn btn-icon"
                        type="button"
                        aria-label=words.text(ui::form::CLOSE)
                        on:click=move |_| toasts.clear()
                    >
                        <Icon name="close" class="ico-s" />
                    </button>
                </div>
            }
        })
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {shown}
        </div>
    }
}
