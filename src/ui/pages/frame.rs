//! The frame of pages that scroll as a whole: bar, language, colours.

use crate::ui::platform::settings::{self, Theme};
use crate::ui::platform::{boot, dom, page};
use crate::ui::state::{Prefs, words};
use crate::ui::widgets::Icon;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::ui;
use ops_charter::model::Lang;

/// A page under the common bar.
#[component]
pub(crate) fn Frame(
    /// More for the end of the bar.
    #[prop(optional, into)]
    tools: ViewFn,
    /// The page.
    children: Children,
) -> impl IntoView {
    let words = words();
    let skip = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        dom::focus("main");
    };
    view! {
        <a class="skip" href="#main" on:click=skip>
            {words.text(ui::start::SKIP)}
        </a>
        <header class="bar static-bar">
            <a class="brand" href="#/">
                <span class="brand-seal" aria-hidden="true">
                    "章"
                </span>
                <span>{words.text(ui::app::NAME)}</span>
            </a>
            <div class="bar-end">{tools.run()} <LangSwitch /> <ThemeSwitch /></div>
        </header>
        {children()}
    }
}

/// Changes the interface's language; documents keep theirs.
#[component]
pub(crate) fn LangSwitch() -> impl IntoView {
    let words = words();
    let other = move || match words.lang() {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    let switch = move |_| {
        let wanted = untrack(other);
        settings::set_lang(wanted);
        if untrack(|| words.has(wanted)) {
            let texts = untrack(|| words.texts_of(wanted));
            return words.switch_to(texts);
        }
        spawn_local(async move {
            if let Some(texts) = boot::load_texts(wanted).await {
                words.switch_to(texts);
            }
        });
    };
    // Each language is offered in its own words.
    let (tag, name) = (
        move || if other() == Lang::Zh { "zh-CN" } else { "en" },
        move || {
            if other() == Lang::Zh {
                "中文"
            } else {
                "English"
            }
        },
    );
    view! {
        <button class="btn btn-quiet" type="button" lang=tag on:click=switch>
            {name}
        </button>
    }
}

/// Goes round: as the device says, light, dark, high contrast.
#[component]
pub(crate) fn ThemeSwitch() -> impl IntoView {
    let words = words();
    let theme = expect_context::<Prefs>().theme;
    let name = move || {
        words.get(match theme.get() {
            None => ui::start::theme::AUTO,
            Some(Theme::Light) => ui::start::theme::LIGHT,
            Some(Theme::Dark) => ui::start::theme::DARK,
            Some(Theme::Contrast) => ui::start::theme::CONTRAST,
        })
    };
    let label = move || words.fill(ui::start::theme::LABEL, &[("theme", &name())]);
    let next = move |_| {
        let next = match theme.get_untracked() {
            None => Some(Theme::Light),
            Some(Theme::Light) => Some(Theme::Dark),
            Some(Theme::Dark) => Some(Theme::Contrast),
            Some(Theme::Contrast) => None,
        };
        theme.set(next);
        page::set_theme(next);
    };
    view! {
        <button
            class="btn btn-quiet btn-icon"
            type="button"
            aria-label=label
            title=label
            on:click=next
        >
            <Icon name="theme" />
        </button>
    }
}
