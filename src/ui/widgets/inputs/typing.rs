//! Typing that is safe with input methods.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Keeps what is typed and gives it on once no composition is open.
///
/// While a Chinese input method composes, the input shows half-made letters. They are not text
/// yet: they must not reach the draft, and the input's value must not be set under them.
#[derive(Clone, Copy)]
pub(crate) struct Typing {
    composing: StoredValue<bool>,
    commit: Callback<String>,
}

impl Typing {
    /// Gives every finished text to `commit`.
    pub(crate) fn new(commit: impl Fn(String) + Send + Sync + 'static) -> Typing {
        Typing {
            composing: StoredValue::new(false),
            commit: Callback::new(commit),
        }
    }

    /// On `input`.
    pub(crate) fn input(self, event: &leptos::ev::Event) {
        if !self.composing.get_value() {
            self.commit.run(event_target_value(event));
        }
    }

    /// A finished text that did not come through an event of typing.
    pub(crate) fn set(self, text: String) {
        self.commit.run(text);
    }

    /// On `compositionstart`.
    pub(crate) fn start(self) {
        self.composing.set_value(true);
    }

    /// On `compositionend`.
    pub(crate) fn end(self, event: &leptos::ev::CompositionEvent) {
        self.composing.set_value(false);
        self.commit.run(event_target_value(event));
    }

    /// On `blur` and `change`: some input methods leave without an end of composition. An input
    /// that is taken off the page while it has the focus gets here too, after its state is gone.
    pub(crate) fn leave(self, value: String) {
        if self.composing.try_get_value() == Some(true) {
            self.composing.set_value(false);
            self.commit.run(value);
        }
    }
}

/// True for keys that belong to the input method, also in browsers that send the first one
/// before they say that a composition has begun (code 229).
pub(crate) fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}
