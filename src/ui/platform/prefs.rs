//! Language and colours of the page, kept on this device under the keys that boot.js reads.

use crate::ui::state::Theme;
use leptos::prelude::document;
use ops_charter::model::Lang;

const LANG: &str = "ops-charter.lang";
const THEME: &str = "ops-charter.theme";

/// The stored colours.
pub(crate) fn theme() -> Theme {
    super::local::read(THEME).map_or(Theme::Auto, |code| Theme::from_code(&code))
}

/// Sets and keeps the colours.
pub(crate) fn set_theme(theme: Theme) {
    let Some(root) = document().document_element() else { return };
    match theme.code() {
        Some(code) => {
            let _ = root.set_attribute("data-theme", code);
            super::local::write(THEME, code);
        }
        None => {
            let _ = root.remove_attribute("data-theme");
            super::local::write(THEME, "");
        }
    }
}

/// Tells the page its language.
pub(crate) fn apply_lang(lang: Lang) {
    let tag = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Keeps the chosen language.
pub(crate) fn keep_lang(lang: Lang) {
    super::local::write(LANG, lang.code());
}
