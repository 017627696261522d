//! What the parts of the paste page share: the text, what the user said, and all that follows.

use crate::ui::platform::{boot, clock};
use crate::ui::state::Words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::{self, KindDef};
use ops_charter::import::{Choices, Format, Plan, Reader, Report, read, report, suggested_kind};
use ops_charter::model::Lang;
use std::sync::Arc;

/// A text being looked at.
#[derive(Clone, Copy)]
pub(crate) struct Bench {
    /// As it was pasted or typed.
    pub(crate) text: RwSignal<String>,
    /// What the user says otherwise.
    pub(crate) choices: RwSignal<Choices>,
    /// The kind that the user chose.
    pub(crate) chosen_kind: RwSignal<Option<&'static str>>,
    /// The kind that the text looks like.
    pub(crate) suggested: Memo<&'static str>,
    /// Knows the catalogue's words in the languages that are there.
    pub(crate) reader: Memo<Arc<Reader>>,
    /// What the text would become.
    pub(crate) plan: Memo<Plan>,
    /// What there is to say about it.
    pub(crate) report: Memo<Report>,
}

impl Bench {
    /// An empty one.
    pub(crate) fn new(words: Words) -> Bench {
        let text = RwSignal::new(String::new());
        let choices = RwSignal::new(Choices::default());
        let chosen_kind = RwSignal::new(None);
        let make = move |_: Option<&Arc<Reader>>| {
            let texts = Lang::ALL.map(|lang| words.texts_of(lang));
            Arc::new(Reader::new(&texts.each_ref(), clock::today()))
        };
        // A new reader is always another one.
        let reader = Memo::new_with_compare(make, |_, _| true);
        let blocks = Memo::new(move |_| text.with(|text| read(text, Format::Auto)));
        let plan = Memo::new(move |_| {
            let reader = reader.get();
            blocks.with(|blocks| choices.with(|choices| reader.plan(blocks, choices)))
        });
        let suggested =
            Memo::new(move |_| plan.with(|plan| suggested_kind(plan, &words.texts_of(plan.lang))));
        let report = Memo::new(move |_| {
            let kind = chosen_kind.get().unwrap_or_else(|| suggested.get());
            let reader = reader.get();
            plan.with(|plan| report(plan, &reader, kind, words.lang()))
        });
        // Headings and options are best known in the language of the text.
        Effect::new(move |_| {
            let lang = plan.with(|plan| plan.lang);
            if plan.with(Plan::is_empty) || words.has(lang) {
                return;
            }
            spawn_local(async move {
                if let Some(texts) = boot::load_texts(lang).await {
                    words.keep(texts);
                }
            });
        });
        Bench {
            text,
            choices,
            chosen_kind,
            suggested,
            reader,
            plan,
            report,
        }
    }

    /// Takes another text; what was said about the one before does not hold any more.
    pub(crate) fn put(self, text: String) {
        if self.text.with_untracked(|before| *before == text) {
            return;
        }
        self.choices.set(Choices::default());
        self.text.set(text);
    }

    /// Measures by this kind, where the catalogue has it.
    pub(crate) fn choose_kind(self, id: &str) {
        self.chosen_kind
            .set(catalogue::kind(id).map(|kind| kind.id));
    }

    /// The kind that counts (tracked).
    pub(crate) fn kind(self) -> &'static str {
        self.chosen_kind
            .get()
            .unwrap_or_else(|| self.suggested.get())
    }

    /// Its definition (tracked).
    pub(crate) fn kind_def(self) -> Option<&'static KindDef> {
        catalogue::kind(self.kind())
    }
}
