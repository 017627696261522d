//! Choices of this device: colours. The language lives with the words.

use leptos::prelude::*;

/// Colours of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the device says.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

impl Theme {
    /// The value stored and set on the page; none for `Auto`.
    pub(crate) fn code(self) -> Option<&'static str> {
        match self {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
            Theme::Contrast => Some("contrast"),
        }
    }

    /// The theme stored under this value.
    pub(crate) fn from_code(code: &str) -> Theme {
        match code.trim_matches('"') {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            "contrast" => Theme::Contrast,
            _ => Theme::Auto,
        }
    }
}

/// The device's choices.
#[derive(Clone, Copy)]
pub(crate) struct Prefs {
    /// Colours.
    pub(crate) theme: RwSignal<Theme>,
}
