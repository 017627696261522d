//! The table of contents with the state of each section, and what to fill next.

use super::opened::{View, group_title};
use crate::ui::state::words;
use crate::ui::widgets::Icon;
use leptos::prelude::*;
use ops_charter::catalogue::{TextId, ui};
use ops_charter::checks::{SectionState, Severity};
use ops_charter::edit::{self, Group, GroupPlace};
use ops_charter::model::RowId;

/// The left pane.
#[component]
pub(crate) fn Outline() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let group = move |group: Group| {
        let items = group
            .sections
            .iter()
            .map(|id| view! { <Item id=id.clone() /> })
            .collect_view();
        view! {
            <li>
                <p class="ol-ch">{heading(group.place)}</p>
                <ul>{items}</ul>
            </li>
        }
    };
    view! {
        <div class="ol-head">
            <Progress />
            <Next />
        </div>
        <ul class="ol">
            {move || view.groups.get().into_iter().map(group).collect_view()} <TrayItem />
            <li class="ol-add">
                <button class="btn btn-quiet" type="button" on:click=move |_| view.adding.set(true)>
                    <Icon name="plus" class="ico-s" />
                    {words.text(ui::draft::ADD_SECTION)}
                </button>
                <button
                    class="btn btn-quiet"
                    type="button"
                    on:click=move |_| view.pasting.set(true)
                >
                    <Icon name="copy" class="ico-s" />
                    {words.text(ui::paste::INTO)}
                </button>
            </li>
        </ul>
    }
}

/// The texts that wait for a place, while there are any.
#[component]
fn TrayItem() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let count = Memo::new(move |_| view.draft.editor.with(|charter| charter.tray.len()));
    view! {
        <Show when=move || count.get() != 0>
            <li>
                <button
                    class="ol-it ol-tray"
                    type="button"
                    aria-current=move || view.tray.get().then_some("page")
                    on:click=move |_| view.go_tray()
                >
                    <Icon name="box" class="state" />
                    <span>{words.text(ui::draft::tray::TITLE)}</span>
                    <span class="count count-plain">{move || count.get()}</span>
                </button>
            </li>
        </Show>
    }
}

/// The number of a chapter stands apart from its heading.
fn heading(place: GroupPlace) -> AnyView {
    let words = words();
    match place {
        GroupPlace::Chapter(number, heading) => {
            let number = move || crate::ui::text::chapter_number(number, words.lang());
            view! {
                <b>{number}</b>
                {words.text(heading)}
            }
            .into_any()
        }
        other => (move || group_title(other, words)).into_any(),
    }
}

#[component]
fn Progress() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let counts = Memo::new(move |_| view.progress.with(|p| (p.filled, p.total)));
    let share = move || match counts.get() {
        (_, 0) => 100,
        (filled, total) => filled * 100 / total,
    };
    view! {
        <div class="progress">
            <div class="progress-meta">
                <span>{words.text(ui::draft::REQUIRED_PARTS)}</span>
                <span class="num">
                    {move || {
                        let (filled, total) = counts.get();
                        format!("{filled} / {total}")
                    }}
                </span>
            </div>
            <progress
                class="track"
                max="100"
                value=share
                aria-label=words.text(ui::draft::REQUIRED_PARTS)
            ></progress>
        </div>
    }
}

/// The next most useful thing; skipping is free.
#[component]
fn Next() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let next = Memo::new(move |_| {
        let progress = view.progress.get();
        let open = |kind: &str| {
            progress
                .section(kind)
                .is_some_and(|s| s.required && s.state != SectionState::Complete)
        };
        let current = view.current.get();
        view.draft.editor.with(|charter| {
            edit::next_section(charter, |section| {
                open(&section.kind) && Some(&section.id) != current.as_ref()
            })
        })
    });
    let title = move |id: &RowId| {
        let texts = words.texts();
        view.draft
            .editor
            .with(|c| edit::row_label(c, id, &texts))
            .unwrap_or_default()
    };
    move || match next.get() {
        Some(id) => {
            let name = title(&id);
            view! {
                <button class="ol-next" type="button" on:click=move |_| view.go(id.clone(), None)>
                    <small>{words.text(ui::draft::NEXT)}</small>
                    <span>{name} <Icon name="arrow" class="ico-s" /></span>
                </button>
            }
            .into_any()
        }
        None => view! {
            <button class="ol-next" type="button" on:click=move |_| view.exporting.set(true)>
                <small>{words.text(ui::draft::ALL_FILLED)}</small>
                <span>{words.text(ui::draft::EXPORT)} <Icon name="arrow" class="ico-s" /></span>
            </button>
        }
        .into_any(),
    }
}

/// One section with its state.
#[component]
fn Item(id: RowId) -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    let key = StoredValue::new(id);
    let title = move || {
        let texts = words.texts();
        let id = key.get_value();
        view.draft
            .editor
            .with(|c| edit::row_label(c, &id, &texts))
            .unwrap_or_default()
    };
    let state = Memo::new(move |_| {
        let kind = view.draft.editor.with(|charter| {
            charter
                .section_by_id(&key.get_value())
                .map(|s| (s.kind.clone(), s.is_blank()))
        });
        let Some((kind, blank)) = kind else {
            return SectionState::Empty;
        };
        let known = view
            .progress
            .with(|p| p.section(&kind).map(|section| section.state));
        known.unwrap_or(if blank {
            SectionState::Empty
        } else {
            SectionState::Started
        })
    });
    let errors = Memo::new(move |_| {
        let id = key.get_value();
        let kind = view
            .draft
            .editor
            .with(|c| c.section_by_id(&id).map(|s| s.kind.clone()));
        view.findings.with(|findings| {
            let here = findings
                .iter()
                .filter(|f| Some(&f.place.section) == kind.as_ref());
            here.filter(|f| f.severity == Severity::Error).count()
        })
    });
    let current = move || {
        let here = !view.tray.get() && view.current.get() == Some(key.get_value());
        here.then_some("page")
    };
    view! {
        <li>
            <button
                class="ol-it"
                type="button"
                aria-current=current
                on:click=move |_| view.go(key.get_value(), None)
            >
                {move || {
                    let (icon, class, _) = drawn(state.get());
                    view! { <Icon name=icon class=class /> }
                }}
                <span>
                    {title} <span class="vh">{move || words.get(drawn(state.get()).2)}</span>
                </span>
                <Show when=move || errors.get() != 0>
                    <span class="count count-seal">
                        {move || errors.get()}
                        <span class="vh">{words.text(ui::draft::TO_FIX)}</span>
                    </span>
                </Show>
            </button>
        </li>
    }
}

fn drawn(state: SectionState) -> (&'static str, &'static str, TextId) {
    match state {
        SectionState::Empty => ("st-empty", "state state-empty", ui::draft::state::EMPTY),
        SectionState::Started => ("st-half", "state state-half", ui::draft::state::STARTED),
        SectionState::Complete => ("st-done", "state state-done", ui::draft::state::COMPLETE),
    }
}
