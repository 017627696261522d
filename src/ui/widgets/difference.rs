//! The difference of two texts, for the eye and for those who listen.

use crate::ui::state::words;
use leptos::prelude::*;
use ops_charter::catalogue::ui;
use ops_charter::digest::{Change, difference};

/// What would go and what would come.
#[component]
pub(crate) fn Difference(
    /// What stands there.
    #[prop(into)]
    before: Signal<String>,
    /// What would stand there.
    #[prop(into)]
    after: Signal<String>,
) -> impl IntoView {
    let words = words();
    // Screen readers say neither `ins` nor `del` by themselves.
    let said = move |id| view! { <span class="vh">{words.text(id)}</span> };
    let pieces = move || {
        let pieces = before.with(|before| after.with(|after| difference(before, after)));
        pieces
            .into_iter()
            .map(|piece| match piece.change {
                Change::Same => view! { <span>{piece.text}</span> }.into_any(),
                Change::Removed => view! { <del>{said(ui::digest::REMOVED)} {piece.text} {said(ui::digest::REMOVED_END)}</del> }
                .into_any(),
                Change::Added => view! { <ins>{said(ui::digest::ADDED)} {piece.text} {said(ui::digest::ADDED_END)}</ins> }
                .into_any(),
            })
            .collect_view()
    };
    view! { <p class="difference">{pieces}</p> }
}
