//! The words of the interface and of documents in either language.

use leptos::prelude::*;
use ops_charter::catalogue::{TextId, Texts, fill};
use ops_charter::model::Lang;

/// Access to texts: the interface's language, and the other one once it has been fetched.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    current: RwSignal<Texts>,
    other: RwSignal<Option<Texts>>,
}

/// The texts of the page.
pub(crate) fn words() -> Words {
    expect_context()
}

impl Words {
    /// Starts with the language that the page was opened in.
    pub(crate) fn new(texts: Texts) -> Words {
        Words {
            current: RwSignal::new(texts),
            other: RwSignal::new(None),
        }
    }

    /// A text that follows the interface's language.
    pub(crate) fn text(self, id: TextId) -> impl Fn() -> String + Copy + Send + Sync + 'static {
        move || self.get(id)
    }

    /// A text in the interface's language, now (tracked).
    pub(crate) fn get(self, id: TextId) -> String {
        self.current.with(|texts| texts.get(id).to_owned())
    }

    /// A text with values in its `{name}` places (tracked).
    pub(crate) fn fill(self, id: TextId, values: &[(&str, &str)]) -> String {
        self.current.with(|texts| fill(texts.get(id), values))
    }

    /// The interface's language (tracked).
    pub(crate) fn lang(self) -> Lang {
        self.current.with(Texts::lang)
    }

    /// The interface's texts (tracked).
    pub(crate) fn texts(self) -> Texts {
        self.current.get()
    }

    /// The texts of a language; until that one has arrived, the interface's (tracked).
    pub(crate) fn texts_of(self, lang: Lang) -> Texts {
        let current = self.current.get();
        if current.lang() == lang {
            return current;
        }
        self.other
            .get()
            .filter(|other| other.lang() == lang)
            .unwrap_or(current)
    }

    /// True when the texts of a language are there (tracked).
    pub(crate) fn has(self, lang: Lang) -> bool {
        self.texts_of(lang).lang() == lang
    }

    /// Makes a fetched language the interface's, keeping the former one at hand.
    pub(crate) fn switch_to(self, texts: Texts) {
        let former = self.current.get_untracked();
        if former.lang() != texts.lang() {
            self.other.set(Some(former));
        }
        self.current.set(texts);
    }

    /// Keeps a fetched language at hand for documents.
    pub(crate) fn keep(self, texts: Texts) {
        if self.current.with_untracked(Texts::lang) != texts.lang() {
            self.other.set(Some(texts));
        }
    }
}
