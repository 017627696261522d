//! What was found, under the headings of the text: each with its place, which can be changed.

use super::Bench;
use super::place::{heading_options, heading_value, offered, place_name, sureness};
use crate::ui::pages::check::judge;
use crate::ui::state::words;
use crate::ui::widgets::Stamps;
use leptos::prelude::*;
use ops_charter::catalogue::{self, ids::smart_goals, ui};
use ops_charter::import::{Content, Draft, Piece, Place};

/// All headings and pieces.
#[component]
pub(crate) fn Found() -> impl IntoView {
    let words = words();
    let bench = expect_context::<Bench>();
    let says = move || {
        let tray = |piece: &&Piece| piece.place == Place::Tray;
        let (all, tray) = bench
            .plan
            .with(|plan| (plan.pieces.len(), plan.pieces.iter().filter(tray).count()));
        let values = [(all - tray).to_string(), tray.to_string()];
        words.fill(
            ui::paste::FOUND_SAYS,
            &[("rows", &values[0]), ("tray", &values[1])],
        )
    };
    // Named by its place in the text, so that a choice leaves the list and the focus alone.
    let groups = Memo::new(move |_| {
        bench.plan.with(|plan| {
            let loose = plan.pieces.iter().any(|piece| piece.under.is_none());
            let first = loose.then_some(None);
            let headings = (0..plan.headings.len()).map(Some);
            first.into_iter().chain(headings).collect::<Vec<_>>()
        })
    });
    view! {
        <section class="found" aria-labelledby="found">
            <div class="block-head">
                <h2 id="found">{words.text(ui::paste::FOUND)}</h2>
                <p role="status">{says}</p>
            </div>
            <For
                each=move || groups.get()
                key=|group| *group
                children=|group| view! { <Group group /> }
            />
        </section>
    }
}

/// A heading and what stands under it.
#[component]
fn Group(group: Option<usize>) -> impl IntoView {
    let bench = expect_context::<Bench>();
    let words = words();
    let pieces = Memo::new(move |_| {
        bench.plan.with(|plan| {
            let all = plan.pieces.iter().enumerate();
            all.filter(|(_, piece)| piece.under == group)
                .map(|(at, _)| at)
                .collect::<Vec<_>>()
        })
    });
    let head = match group {
        Some(at) => view! { <Head at /> }.into_any(),
        None => view! {
            <div class="found-head">
                <h3>{words.text(ui::paste::NO_HEADING)}</h3>
            </div>
        }
        .into_any(),
    };
    view! {
        <div class="found-group">
            {head} <ul class="pieces">
                <For
                    each=move || pieces.get()
                    key=|at| *at
                    children=|at| view! { <PieceRow at /> }
                />
            </ul>
        </div>
    }
}

/// A heading with the section that it stands for.
#[component]
fn Head(at: usize) -> impl IntoView {
    let bench = expect_context::<Bench>();
    let words = words();
    let heading = Memo::new(move |_| bench.plan.with(|plan| plan.headings.get(at).cloned()));
    let text = move || heading.with(|h| h.as_ref().map(|h| h.text.clone()).unwrap_or_default());
    let label = move || words.fill(ui::paste::SECTION_OF, &[("text", &text())]);
    let options = move || {
        let heading = heading.get()?;
        let value = heading_value(&heading);
        let all = heading_options(&heading, words);
        let option = |(id, name): (&'static str, String)| {
            view! {
                <option value=id selected=id == value>
                    {name}
                </option>
            }
        };
        Some(all.into_iter().map(option).collect_view())
    };
    let choose = move |event| {
        let id = event_target_value(&event);
        bench.choices.update(|choices| {
            match catalogue::section(&id) {
                Some(def) => choices.headings.insert(at, Some(def.id)),
                None if id.is_empty() => choices.headings.insert(at, None),
                // What the reader took it for.
                None => choices.headings.remove(&at),
            };
        });
    };
    let sure = move || heading.with(|h| h.as_ref().map(|h| (h.confidence, h.chosen)));
    view! {
        <div class="found-head">
            <h3>{text}</h3>
            <select class="input" aria-label=label on:change=choose>
                {options}
            </select>
            <Sure value=Signal::derive(sure) />
        </div>
    }
}

/// How sure, in a word; the number is for those who point at it.
#[component]
fn Sure(value: Signal<Option<(f64, bool)>>) -> impl IntoView {
    let words = words();
    move || {
        let (confidence, chosen) = value.get().filter(|(confidence, _)| *confidence > 0.0)?;
        let (name, class) = sureness(confidence, chosen);
        let share = format!("{:.0}%", confidence * 100.0);
        Some(view! {
            <span class=class title=share>
                {words.text(name)}
            </span>
        })
    }
}

/// A piece with what its row would hold, and its place.
#[component]
fn PieceRow(at: usize) -> impl IntoView {
    let bench = expect_context::<Bench>();
    let words = words();
    let piece = Memo::new(move |_| bench.plan.with(|plan| plan.pieces.get(at).cloned()));
    let text = move || piece.with(|p| p.as_ref().map(Piece::text).unwrap_or_default());
    let goal = Signal::derive(move || {
        let goals = Place::Rows {
            section: smart_goals::ID,
            table: smart_goals::goals::TABLE,
        };
        piece.with(|piece| match piece.as_ref()?.content {
            Content::Line(ref line) if piece.as_ref()?.place == goals => Some(line.clone()),
            _ => None,
        })
    });
    let letters = Signal::derive(move || {
        let line = goal.get().unwrap_or_default();
        judge(&line, words.lang()).letters
    });
    view! {
        <li class="piece">
            <div class="piece-say">
                <p>{text}</p>
                <Cells piece />
                <Show when=move || goal.with(Option::is_some)>
                    <Stamps letters small=true />
                </Show>
            </div>
            <Put at piece />
        </li>
    }
}

/// Where a piece goes, to be changed, and how sure that is.
#[component]
fn Put(at: usize, piece: Memo<Option<Piece>>) -> impl IntoView {
    let bench = expect_context::<Bench>();
    let words = words();
    let label = move || {
        let short: String = piece
            .with(|p| p.as_ref().map(Piece::text).unwrap_or_default())
            .chars()
            .take(40)
            .collect();
        words.fill(ui::paste::PLACE_OF, &[("text", &short)])
    };
    let options = move || {
        let piece = piece.get()?;
        let section = bench.plan.with(|plan| plan.heading(&piece)?.section);
        let option = |place: Place| {
            view! {
                <option value=place.id() selected=place == piece.place>
                    {place_name(place, words)}
                </option>
            }
        };
        Some(
            offered(&piece, section)
                .into_iter()
                .map(option)
                .collect_view(),
        )
    };
    let choose = move |event| {
        if let Some(place) = Place::from_id(&event_target_value(&event)) {
            bench.choices.update(|choices| {
                choices.pieces.insert(at, place);
            });
        }
    };
    let sure = move || {
        piece.with(|piece| {
            let piece = piece.as_ref()?;
            (piece.place != Place::Tray || piece.chosen).then_some((piece.confidence, piece.chosen))
        })
    };
    view! {
        <div class="piece-put">
            <select class="input" aria-label=label on:change=choose>
                {options}
            </select>
            <Sure value=Signal::derive(sure) />
        </div>
    }
}

/// The first row that a piece makes, when it has more than one cell.
#[component]
fn Cells(piece: Memo<Option<Piece>>) -> impl IntoView {
    let bench = expect_context::<Bench>();
    let words = words();
    move || {
        let piece = piece.get()?;
        let Place::Rows { section, table } = piece.place else {
            return None;
        };
        let table = catalogue::section(section)?.table(table)?;
        let drafts = bench.reader.get().drafts(&piece);
        let first: &Draft = drafts.first()?;
        if first.cells.len() < 2 && drafts.len() < 2 {
            return None;
        }
        // In the order of the form, whatever the order of the words.
        let cells: Vec<String> = table
            .columns
            .iter()
            .filter_map(|column| {
                let cell = first.cells.iter().find(|cell| cell.column == column.id)?;
                let option = column.options.iter().find(|option| option.id == cell.text);
                let text = option.map_or(cell.text.clone(), |option| words.get(option.label));
                let name = words.get(column.name);
                Some(words.fill(ui::paste::CELL, &[("name", &name), ("text", &text)]))
            })
            .collect();
        let mut line = cells.join(&words.get(ui::paste::CELLS_JOIN));
        if drafts.len() > 1 {
            let more = (drafts.len() - 1).to_string();
            line.push_str(&words.get(ui::paste::CELLS_JOIN));
            line.push_str(&words.fill(ui::paste::MORE_ROWS, &[("n", &more)]));
        }
        Some(view! { <small class="piece-cells">{line}</small> })
    }
}
