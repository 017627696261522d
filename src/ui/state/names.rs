//! Names that have been used on this device, and those of the open draft.

use super::Editor;
use crate::ui::platform::{events, settings};
use leptos::prelude::*;
use ops_charter::edit::{NameSort, Names};

/// What is suggested where a name is typed. Copies share it.
#[derive(Clone, Copy)]
pub(crate) struct KnownNames {
    /// Remembered from earlier drafts.
    device: RwSignal<Names>,
    /// Of the open draft.
    here: Memo<Names>,
}

impl KnownNames {
    /// For an open draft: its names are remembered when it is left, not while they are typed, so
    /// that no half-typed one is.
    pub(crate) fn new(editor: Editor) -> KnownNames {
        let known = KnownNames {
            device: RwSignal::new(settings::names()),
            here: Memo::new(move |_| editor.with(Names::of)),
        };
        let remember = move || {
            let here = editor.peek(Names::of);
            // Another tab may have written in the meantime.
            let mut names = settings::names();
            names.used(&here);
            settings::set_names(&names);
        };
        StoredValue::new_local(events::on_hide(remember));
        on_cleanup(remember);
        known
    }

    /// The names of a sort, the last used first (tracked).
    pub(crate) fn list(self, sort: NameSort) -> Vec<String> {
        let mut names = self.here.with(|here| here.list(sort).to_vec());
        self.device.with(|device| {
            for name in device.list(sort) {
                if !names.contains(name) {
                    names.push(name.clone());
                }
            }
        });
        names
    }

    /// Whether anything is remembered (tracked).
    pub(crate) fn any(self) -> bool {
        self.device.with(|device| !device.is_empty())
    }

    /// Forgets what is remembered; the drafts keep theirs.
    pub(crate) fn clear(self) {
        self.device.set(Names::default());
        settings::set_names(&Names::default());
    }
}
