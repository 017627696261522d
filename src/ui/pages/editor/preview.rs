//! The document as it stands, on paper; a click on a passage goes to its form.

use super::opened::View;
use crate::ui::state::words;
use leptos::prelude::*;
use ops_charter::catalogue::ui;
use ops_charter::model::Lang;
use ops_charter::outline::{Anchor, Block, Content, Document, ListItem, Span, TableLine};

/// The right pane.
#[component]
pub(crate) fn Preview() -> impl IntoView {
    let view = expect_context::<View>();
    let words = words();
    view! {
        <div class="pv-bar">
            <span>{words.text(ui::draft::PREVIEW)}</span>
        </div>
        <div class="desk" id="preview">
            <Sheet document=view.sheet />
        </div>
    }
}

/// The paper. Blocks that did not change keep their place on the page.
#[component]
pub(crate) fn Sheet(document: Memo<Document>) -> impl IntoView {
    let lang = move || match document.with(|d| d.lang) {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let title = Memo::new(move |_| document.with(|d| d.title.clone()));
    let mark = Memo::new(move |_| document.with(|d| d.draft_mark.clone()));
    let cover = Memo::new(move |_| document.with(|d| d.cover.clone()));
    let heading_of = move || {
        let pieces = cover.with(|cover| pieces(&title.get(), cover));
        pieces
            .into_iter()
            .map(|piece| {
                view! {
                    {piece}
                    <wbr />
                }
            })
            .collect_view()
    };
    let count = Memo::new(move |_| document.with(|d| d.blocks.len()));
    let blocks = move || {
        (0..count.get())
            .map(|index| {
                let block = Memo::new(move |_| document.with(|d| d.blocks.get(index).cloned()));
                move || block.get().map(draw)
            })
            .collect_view()
    };
    view! {
        <article
            class="sheet"
            class:is-draft=move || mark.with(Option::is_some)
            class:is-compact=move || document.with(|d| d.compact)
            lang=lang
        >
            <header>
                <span>{move || title.get()}</span>
                <span class="sheet-mark">{move || mark.get()}</span>
            </header>
            <h1 class="cover-title">{heading_of}</h1>
            <dl class="cover-facts">
                {move || {
                    cover
                        .get()
                        .into_iter()
                        .map(|(name, spans)| {
                            view! {
                                <dt>{name}</dt>
                                <dd>{words_of(spans)}</dd>
                            }
                        })
                        .collect_view()
                }}
            </dl>
            {blocks}
        </article>
    }
}

/// A title cut after the names on the cover that it holds: that is where a line may end, and not
/// in the middle of a department.
fn pieces(title: &str, cover: &[(String, Vec<Span>)]) -> Vec<String> {
    let mut ends: Vec<usize> = cover
        .iter()
        .flat_map(|(_, spans)| spans)
        .filter_map(|span| match span {
            Span::Text(name) | Span::Strong(name) => Some(name.trim()),
            Span::Missing(_) => None,
        })
        .filter(|name| !name.is_empty())
        .filter_map(|name| Some(title.find(name)? + name.len()))
        .chain([title.len()])
        .collect();
    ends.sort_unstable();
    ends.dedup();
    let mut from = 0;
    ends.into_iter()
        .filter_map(|end| {
            let piece = title.get(from..end)?.to_owned();
            from = end;
            Some(piece)
        })
        .collect()
}

fn draw(block: Block) -> AnyView {
    let at = block.at;
    match block.content {
        Content::Heading {
            level,
            number,
            text,
        } => heading(level, &number, text, at),
        Content::Paragraph(spans) => {
            view! { <p on:click=move |_| go(at.clone())>{words_of(spans)}</p> }.into_any()
        }
        Content::List { items, .. } => list(items),
        Content::Table {
            caption,
            head,
            rows,
        } => table(caption, head, rows),
        Content::KeyValues(pairs) => {
            let rows = pairs
                .into_iter()
                .map(|(name, spans)| {
                    view! {
                        <tr>
                            <th scope="row">{name}</th>
                            <td>{words_of(spans)}</td>
                        </tr>
                    }
                })
                .collect_view();
            view! { <table on:click=move |_| go(at.clone())>{rows}</table> }.into_any()
        }
        Content::PageBreak => view! { <hr class="sheet-break" /> }.into_any(),
    }
}

fn heading(level: u8, number: &str, text: String, at: Option<Anchor>) -> AnyView {
    let words = match number.chars().last() {
        None => text,
        Some(last) if last.is_ascii() => format!("{number} {text}"),
        Some(_) => format!("{number}{text}"),
    };
    let click = move |_| go(at.clone());
    match level {
        1 => view! { <h2 on:click=click>{words}</h2> }.into_any(),
        2 => view! { <h3 on:click=click>{words}</h3> }.into_any(),
        _ => view! { <h4 on:click=click>{words}</h4> }.into_any(),
    }
}

fn list(items: Vec<ListItem>) -> AnyView {
    let items = items
        .into_iter()
        .map(|item| {
            let at = item.at;
            let inner = (!item.children.is_empty()).then(|| list(item.children));
            let number = if item.number.is_empty() {
                "•".to_owned()
            } else {
                item.number
            };
            view! {
                <li>
                    <span class="item-no">{number}</span>
                    <div>
                        <span on:click=move |_| go(at.clone())>{words_of(item.spans)}</span>
                        {inner}
                    </div>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="sheet-list">{items}</ol> }.into_any()
}

fn table(caption: String, head: Vec<String>, rows: Vec<TableLine>) -> AnyView {
    let heads = head
        .into_iter()
        .map(|name| view! { <th scope="col">{name}</th> })
        .collect_view();
    let rows = rows
        .into_iter()
        .map(|row| {
            let cells = row
                .cells
                .into_iter()
                .map(|cell| view! { <td>{words_of(cell)}</td> })
                .collect_view();
            let at = row.at;
            view! { <tr on:click=move |_| go(at.clone())>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="sheet-table">
            <table>
                {(!caption.is_empty()).then(|| view! { <caption>{caption}</caption> })} <thead>
                    <tr>{heads}</tr>
                </thead> <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn words_of(spans: Vec<Span>) -> impl IntoView {
    spans
        .into_iter()
        .map(|span| match span {
            Span::Text(text) => text.into_any(),
            Span::Strong(text) => view! { <strong>{text}</strong> }.into_any(),
            Span::Missing(text) => view! { <span class="todo">{text}</span> }.into_any(),
        })
        .collect_view()
}

/// To the form of a passage. A mouse's shortcut: the outline does the same for the keyboard.
fn go(at: Option<Anchor>) {
    let (Some(at), Some(view)) = (at, use_context::<View>()) else {
        return;
    };
    view.go(at.section, at.row);
}
