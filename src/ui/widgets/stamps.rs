//! The five letters as small seals: filled for pass, notched outline for fail, dashed for needs
//! information; never told apart by colour alone.

use crate::ui::state::words;
use leptos::prelude::*;
use ops_charter::catalogue::{TextId, ui};
use ops_charter::smart::{Letters, Verdict};

/// Names of the letters in order, for labels.
pub(crate) const LETTER_NAMES: [TextId; 5] = [
    ui::goal::letter::S,
    ui::goal::letter::M,
    ui::goal::letter::A,
    ui::goal::letter::R,
    ui::goal::letter::T,
];

/// The word for a verdict.
pub(crate) fn verdict_word(verdict: Verdict) -> TextId {
    match verdict {
        Verdict::Pass => ui::goal::verdict::PASS,
        Verdict::Fail => ui::goal::verdict::FAIL,
        Verdict::Unknown => ui::goal::verdict::ASK,
    }
}

/// The class that draws a verdict.
pub(crate) fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "stamp-pass",
        Verdict::Fail => "stamp-fail",
        Verdict::Unknown => "stamp-ask",
    }
}

/// Verdicts in the order S M A R T.
pub(crate) fn in_order(letters: &Letters) -> [(char, Verdict); 5] {
    [
        ('S', letters.s),
        ('M', letters.m),
        ('A', letters.a),
        ('R', letters.r),
        ('T', letters.t),
    ]
}

/// All five in a row, with one label that says them in words.
#[component]
pub(crate) fn Stamps(
    /// The verdicts.
    #[prop(into)]
    letters: Signal<Letters>,
    /// The small size, for lists.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let words = words();
    let label = move || {
        let said: Vec<String> = in_order(&letters.get())
            .iter()
            .zip(LETTER_NAMES)
            .map(|((_, verdict), name)| {
                let word = words.get(verdict_word(*verdict));
                words.fill(
                    ui::goal::LETTER_SAYS,
                    &[("letter", &words.get(name)), ("verdict", &word)],
                )
            })
            .collect();
        said.join(&words.get(ui::goal::LETTER_JOIN))
    };
    let size = if small { "stamp-s" } else { "" };
    let stamps = move || {
        in_order(&letters.get())
            .map(|(letter, verdict)| {
                let class = format!("stamp {} {size}", verdict_class(verdict));
                view! {
                    <span class=class aria-hidden="true">
                        {letter}
                    </span>
                }
            })
            .collect_view()
    };
    view! {
        <span class="stamps" role="img" aria-label=label>
            {stamps}
        </span>
    }
}
