//! Icons: strokes of one weight on a 24-unit grid, drawn once and used by name.

use leptos::prelude::*;

/// All drawings by name.
const PATHS: &[(&str, &str)] = &[
    ("check", "M5 12.5l4.5 4.5L19 7.5"),
    ("undo", "M4.5 9.5h9.5a5 5 0 0 1 0 10H9 M8.5 5.5l-4 4 4 4"),
    ("redo", "M19.5 9.5H10a5 5 0 0 0 0 10h5 M15.5 5.5l4 4-4 4"),
    (
        "page",
        "M6 3.5h8.5L19 8v12.5H6z M14 3.5V8.5h5 M9 12.5h7 M9 16h5",
    ),
    ("audit", "M11 4.5H5.5v15h13V13 M9 11l3 3 7.5-8.5"),
    ("arrow", "M5 12h14 M13.5 6.5L19 12l-5.5 5.5"),
    (
        "why",
        "M9 17.5h6 M10 20.5h4 M8.6 14.5a5.5 5.5 0 1 1 6.8 0c-.5.4-.7.8-.7 1.4v1.6H9.3v-1.6c0-.6-.2-1-.7-1.4z",
    ),
    ("down", "M6.5 9.5l5.5 5.5 5.5-5.5"),
    ("up", "M6.5 14.5l5.5-5.5 5.5 5.5"),
    ("right", "M9.5 6.5l5.5 5.5-5.5 5.5"),
    ("left", "M14.5 6.5L9 12l5.5 5.5"),
    (
        "calendar",
        "M4.5 6h15v13.5h-15z M4.5 10h15 M8.5 3.5V7 M15.5 3.5V7",
    ),
    ("warn", "M12 4.5l8.5 15h-17z M12 10v4.5 M12 17h.01"),
    (
        "error",
        "M8 3.5h8l4.5 4.5v8L16 20.5H8L3.5 16V8z M12 7.5v5.5 M12 16h.01",
    ),
    (
        "info",
        "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z M12 11v5.5 M12 7.8h.01",
    ),
    (
        "ask",
        "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8 M12 16.5h.01",
    ),
    ("plus", "M12 5v14 M5 12h14"),
    ("close", "M6 6l12 12 M18 6L6 18"),
    (
        "outline",
        "M5 6h.01M5 12h.01M5 18h.01M9 6h10M9 12h10M9 18h7",
    ),
    (
        "pen",
        "M4 20l1-4.5L16.2 4.3a1.8 1.8 0 0 1 2.5 0l1 1a1.8 1.8 0 0 1 0 2.5L8.5 19z M14 6.5l3.5 3.5",
    ),
    ("download", "M12 4v11 M7 10.5l5 5 5-5 M5 19.5h14"),
    ("copy", "M8.5 8.5h11v11h-11z M15.5 8.5v-4h-11v11h4"),
    ("print", "M7 9V4h10v5 M7 17H4.5V9h15v8H17 M7 14h10v6H7z"),
    ("lock", "M6 10.5h12v9H6z M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"),
    (
        "clock",
        "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z M12 8v4.2l2.8 1.8",
    ),
    ("theme", "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"),
    (
        "trash",
        "M5 7h14 M9.5 7V4.5h5V7 M7 7l.8 12.5h8.4L17 7 M10.5 10.5v5.5 M13.5 10.5v5.5",
    ),
    ("box", "M4 8l8-4 8 4v8l-8 4-8-4z M4 8l8 4 8-4 M12 12v8"),
    (
        "search",
        "M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12z M15 15l5 5",
    ),
];

/// The drawings, once per page.
#[component]
pub(crate) fn IconSheet() -> impl IntoView {
    let symbols = PATHS
        .iter()
        .map(|(name, path)| {
            view! {
                <symbol id=format!("i-{name}") viewBox="0 0 24 24">
                    <path d=*path />
                </symbol>
            }
        })
        .collect_view();
    view! {
        <svg hidden aria-hidden="true">
            {symbols}
            <symbol id="i-more" viewBox="0 0 24 24">
                <path d="M6 12h.01 M12 12h.01 M18 12h.01" stroke-width="2.6" />
            </symbol>
            <symbol id="i-st-done" viewBox="0 0 24 24">
                <circle cx="12" cy="12" r="8.5" fill="currentColor" stroke="none" />
                <path d="M8 12.3l2.8 2.8L16 9.6" stroke="var(--desk)" stroke-width="2" />
            </symbol>
            <symbol id="i-st-half" viewBox="0 0 24 24">
                <circle cx="12" cy="12" r="7.5" />
                <path d="M12 4.5a7.5 7.5 0 0 1 0 15z" fill="currentColor" stroke="none" />
            </symbol>
            <symbol id="i-st-empty" viewBox="0 0 24 24">
                <circle cx="12" cy="12" r="7.5" />
            </symbol>
        </svg>
    }
}

/// An icon by name; the words stand beside it or in the label of its control.
#[component]
pub(crate) fn Icon(
    /// Name of the drawing.
    name: &'static str,
    /// More classes (`ico-s`, `state state-done`).
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! {
        <svg class=format!("ico {class}") aria-hidden="true">
            <use_ href=format!("#i-{name}") />
        </svg>
    }
}
