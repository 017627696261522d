//! Choices that belong to the browser, not to a document. A blocked storage only forgets them.

use super::local::LocalStorage;
use ops_charter::drafts::{Local, keys};
use ops_charter::edit::Names;
use ops_charter::model::Lang;

/// Colour scheme; none follows the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// High contrast.
    Contrast,
}

impl Theme {
    const ALL: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Contrast];

    /// As in the attribute `data-theme`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }
}

fn read(key: &str) -> Option<String> {
    LocalStorage.get(key).ok().flatten()
}

fn write(key: &str, value: Option<&str>) {
    // Forgotten where storage is blocked; the document's own storage reports that.
    drop(match value {
        Some(value) => LocalStorage.set(key, value),
        None => LocalStorage.remove(key),
    });
}

/// Keeps the language.
pub(crate) fn set_lang(lang: Lang) {
    write(keys::LOCAL_LANG, Some(lang.code()));
}

/// Colour scheme, if one was chosen.
pub(crate) fn theme() -> Option<Theme> {
    let name = read(keys::LOCAL_THEME)?;
    Theme::ALL.into_iter().find(|theme| theme.name() == name)
}

/// Keeps the colour scheme; none goes back to the system's.
pub(crate) fn set_theme(theme: Option<Theme>) {
    write(keys::LOCAL_THEME, theme.map(Theme::name));
}

/// Names that have been used on this device; none when they cannot be read.
pub(crate) fn names() -> Names {
    let text = read(keys::LOCAL_NAMES).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Keeps the names that have been used.
pub(crate) fn set_names(names: &Names) {
    let text = serde_json::to_string(names).ok();
    let kept = text.as_deref().filter(|_| !names.is_empty());
    write(keys::LOCAL_NAMES, kept);
}
