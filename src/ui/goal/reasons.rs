//! The five letters with their reasons and the ways out.

use crate::ui::state::words;
use crate::ui::widgets::{Icon, LETTER_NAMES, in_order, verdict_class, verdict_word};
use leptos::prelude::*;
use ops_charter::catalogue::{TextId, ui};
use ops_charter::smart::{Assessment, Finding, Fix, Letter, Verdict};

/// The list under a sentence.
#[component]
pub(crate) fn Reasons(
    /// Id of the list.
    #[prop(into)]
    id: String,
    /// The outcome.
    #[prop(into)]
    assessment: Signal<Option<Assessment>>,
    /// Takes the sentence after a fix.
    apply: Callback<Fix>,
) -> impl IntoView {
    let lines = move || {
        assessment.get().map(|assessment| {
            let order = in_order(&assessment.letters);
            let letters = [Letter::S, Letter::M, Letter::A, Letter::R, Letter::T];
            let reasons = &assessment.reasons;
            let says = [&reasons.s, &reasons.m, &reasons.a, &reasons.r, &reasons.t];
            let lines = letters
                .into_iter()
                .zip(order)
                .zip(LETTER_NAMES.into_iter().zip(says))
                .map(|((letter, (_, verdict)), (name, says))| {
                    let of = |f: &&Finding| f.letter == letter && !is_wording(f);
                    let found: Vec<Finding> =
                        assessment.findings.iter().filter(of).cloned().collect();
                    view! { <Line letter verdict name says=says.clone() found apply /> }
                })
                .collect_view();
            let wording: Vec<Finding> = assessment
                .findings
                .iter()
                .filter(|f| is_wording(f))
                .cloned()
                .collect();
            let has_wording = !wording.is_empty();
            view! {
                {lines}
                {has_wording.then(|| view! { <Wording found=wording apply /> })}
            }
        })
    };
    view! {
        <ul class="why" id=id>
            {lines}
        </ul>
    }
}

/// Findings on words that belong to no letter stand in a line of their own.
fn is_wording(finding: &Finding) -> bool {
    finding.rule.starts_with('V')
}

#[component]
fn Line(
    letter: Letter,
    verdict: Verdict,
    name: TextId,
    says: String,
    found: Vec<Finding>,
    apply: Callback<Fix>,
) -> impl IntoView {
    let words = words();
    let class = match verdict {
        Verdict::Pass => "why-pass",
        Verdict::Fail => "why-fail",
        Verdict::Unknown => "why-ask",
    };
    let notes = found
        .iter()
        .filter(|finding| finding.message != says)
        .map(|finding| view! { <p class="why-note">{finding.message.clone()}</p> })
        .collect_view();
    let hints = found
        .iter()
        .filter(|finding| !finding.hint.is_empty())
        .map(|finding| view! { <p class="why-note">{finding.hint.clone()}</p> })
        .collect_view();
    let stamp = format!("stamp {}", verdict_class(verdict));
    view! {
        <li class=class>
            <span class=stamp aria-hidden="true">
                {format!("{letter:?}")}
            </span>
            <span class="why-name">
                {words.text(name)}
                <span class="vh">
                    {move || {
                        words
                            .fill(
                                ui::goal::STATE,
                                &[("verdict", &words.get(verdict_word(verdict)))],
                            )
                    }}
                </span> <EvidenceKey letter />
            </span>
            <div class="why-text">
                <p>{says}</p>
                {notes}
                {hints}
            </div>
            <Chips found apply />
        </li>
    }
}

#[component]
fn Wording(found: Vec<Finding>, apply: Callback<Fix>) -> impl IntoView {
    let words = words();
    // Each word beside its own way out: two buttons with the same label say nothing.
    let lines = found
        .into_iter()
        .map(|finding| {
            let says = finding.message.clone();
            view! {
                <div class="why-word">
                    <p>{says}</p>
                    <Chips found=vec![finding] apply />
                </div>
            }
        })
        .collect_view();
    view! {
        <li class="why-wording">
            <span class="stamp stamp-note" aria-hidden="true">
                <Icon name="warn" />
            </span>
            <span class="why-name">{words.text(ui::goal::WORDING)}</span>
            <div class="why-text">{lines}</div>
        </li>
    }
}

/// The ways out: solid ones take effect, dashed ones put in places to fill.
#[component]
fn Chips(found: Vec<Finding>, apply: Callback<Fix>) -> impl IntoView {
    let fixes: Vec<Fix> = found
        .into_iter()
        .flat_map(|finding| finding.fixes)
        .collect();
    let chips = fixes
        .into_iter()
        .map(|fix| {
            let class = if fix.slot { "chip chip-slot" } else { "chip" };
            let label = fix.label.clone();
            let title = fix.text.clone();
            view! {
                <button
                    class=class
                    type="button"
                    title=title
                    on:click=move |_| apply.run(fix.clone())
                >
                    {label}
                </button>
            }
        })
        .collect::<Vec<_>>();
    let any = !chips.is_empty();
    any.then(|| view! { <div class="chips">{chips}</div> })
}

/// The line style that marks a letter's evidence in the sentence.
#[component]
pub(crate) fn EvidenceKey(letter: Letter) -> impl IntoView {
    let (class, path) = match letter {
        Letter::S => ("ev-key key-s", "M0 6h28"),
        Letter::M => ("ev-key key-m", "M0 4h28M0 8h28"),
        Letter::A => ("ev-key key-a", "M1 6h27"),
        Letter::R => ("ev-key key-r", "M0 6h28"),
        Letter::T => ("ev-key key-t", "M0 6q3.5-5 7 0t7 0t7 0t7 0"),
    };
    view! {
        <svg class=class viewBox="0 0 28 12" aria-hidden="true">
            <path d=path />
        </svg>
    }
}
