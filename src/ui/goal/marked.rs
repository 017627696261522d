//! A sentence with its evidence underlined.

use super::evidence_class;
use leptos::prelude::*;
use ops_charter::goals::{Segment, segments};
use ops_charter::smart::Assessment;

/// The sentence in runs.
#[component]
pub(crate) fn Marked(
    /// The words.
    #[prop(into)]
    text: Signal<String>,
    /// What was found in them; none leaves them plain.
    #[prop(into)]
    assessment: Signal<Option<Assessment>>,
) -> impl IntoView {
    move || {
        let text = text.get();
        assessment.with(|assessment| match assessment {
            Some(assessment) => segments(&text, assessment)
                .into_iter()
                .map(run)
                .collect_view()
                .into_any(),
            None => text.into_any(),
        })
    }
}

fn run(segment: Segment) -> AnyView {
    let class = match (segment.letter, segment.vague) {
        (None, false) => return segment.text.into_any(),
        (None, true) => "vague".to_owned(),
        (Some(letter), false) => evidence_class(letter).to_owned(),
        (Some(letter), true) => format!("{} vague", evidence_class(letter)),
    };
    view! { <mark class=class>{segment.text}</mark> }.into_any()
}
