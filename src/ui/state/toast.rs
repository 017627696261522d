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
pub(crate) struct Toasts {
    shown: RwSignal<Option<Toast>>,
    /// Keeps what a button does: the menu or row that offered it may be gone by then.
    owner: StoredValue<Option<Owner>>,
}

impl Toasts {
    /// None shown.
    pub(crate) fn new() -> Toasts {
        Toasts {
            shown: RwSignal::new(None),
            owner: StoredValue::new(Owner::current()),
        }
    }

    /// Shows a notice.
    pub(crate) fn say(self, text: String) {
        self.shown.set(Some(Toast { text, action: None }));
    }

    /// Shows a notice with a button.
    pub(crate) fn offer(self, text: String, label: String, act: impl Fn() + Send + Sync + 'static) {
        let make = || Callback::new(move |()| act());
        let act = match self.owner.get_value() {
            Some(owner) => owner.with(make),
            None => make(),
        };
        self.shown.set(Some(Toast {
            text,
            action: Some((label, act)),
        }));
    }

    /// Takes the notice away.
    pub(crate) fn clear(self) {
        self.shown.set(None);
    }

    /// The notice shown (tracked).
    pub(crate) fn current(self) -> Option<Toast> {
        self.shown.get()
    }
}
