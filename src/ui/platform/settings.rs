//! Choices that belong to the browser, not to a document. A blocked storage only forgets them.

use super::local::LocalStorage;
use ops_charter::drafts::{Cursor, Local, keys};
use ops_charter::model::{Lang, RowId};
use serde::{Deserialize, Serialize};

/// The draft that was open last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LastOpen {
    /// The draft.
    pub(crate) id: RowId,
    /// The place in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) cursor: Option<Cursor>,
}

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

/// Language of the interface, if one was chosen.
pub(crate) fn lang() -> Option<Lang> {
    Lang::from_code(&read(keys::LOCAL_LANG)?)
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

/// The draft that was open last.
pub(crate) fn last_open() -> Option<LastOpen> {
    serde_json::from_str(&read(keys::LOCAL_OPEN)?).ok()
}

/// Keeps which draft is open; none when the library is.
pub(crate) fn set_last_open(open: Option<&LastOpen>) {
    let text = open.and_then(|open| serde_json::to_string(open).ok());
    write(keys::LOCAL_OPEN, text.as_deref());
}
