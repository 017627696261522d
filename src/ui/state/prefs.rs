//! Choices of this device: colours. The language lives with the words.

use crate::ui::platform::settings::Theme;
use leptos::prelude::*;

/// The device's choices.
#[derive(Clone, Copy)]
pub(crate) struct Prefs {
    /// Colours; none follows the system.
    pub(crate) theme: RwSignal<Option<Theme>>,
}
