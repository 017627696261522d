//! Short notices at the foot of the window, with an optional way back.

use leptos::prelude::*;

/// One notice.
#[derive(Clone)]
pub(crate) struct Toast {
    /// What happened.
    pub(crate) text: String,
    /// Words of the button and what it does.
    pub(crate) action: Option<(String, Callback<()>)>,
}

/// The notice that is shown; a new one takes the place of the old.
#[derive(Clone, Copy)]
pub(crate) struct Toasts(RwSignal<Option<Toast>>);

impl Toasts {
    /// None shown.
    pub(crate) fn new() -> Toasts {
        Toasts(RwSignal::new(None))
    }

    /// Shows a notice.
    pub(crate) fn say(self, text: String) {
        self.0.set(Some(Toast { text, action: None }));
    }

    /// Shows a notice with a button.
    pub(crate) fn offer(self, text: String, label: String, act: impl Fn() + Send + Sync + 'static) {
        let act = Callback::new(move |()| act());
        self.0.set(Some(Toast {
            text,
            action: Some((label, act)),
        }));
    }

    /// Takes the notice away.
    pub(crate) fn clear(self) {
        self.0.set(None);
    }

    /// The notice shown (tracked).
    pub(crate) fn current(self) -> Option<Toast> {
        self.0.get()
    }
}
