//! Answers of colleagues: beside their fields, and at the top of the section where they have none
//! in sight.

use crate::ui::platform::dom;
use crate::ui::state::{Editor, Target, Toasts, words};
use crate::ui::widgets::Difference;
use leptos::prelude::*;
use ops_charter::ask;
use ops_charter::catalogue::{self, FieldDef, Tier, ids::raci_matrix::activities, ui};
use ops_charter::edit;
use ops_charter::model::{Charter, Reply, RowId};

/// The answer stands beside its field: one that is always drawn, of the section or of an open row.
fn has_field(charter: &Charter, section: &RowId, reply: &Reply) -> bool {
    let find = || {
        let section = charter.section_by_id(section)?;
        let def = catalogue::section(&section.kind)?;
        let field = reply.at.field.as_ref()?;
        match (&reply.at.table, &reply.at.row) {
            (None, _) => def.field(field),
            (Some(table), Some(row)) => {
                let rows = section.rows(table).iter();
                let there = rows.into_iter().any(|known| known.id == *row);
                let column = def.table(table)?.column(field)?;
                (there && table != activities::TABLE).then_some(column)
            }
            _ => None,
        }
    };
    find().is_some_and(|field| field.tier == Tier::Core) && !reply.text.is_empty()
}

/// Ids of the section's answers that pass a test, changing only when answers come or go.
fn waiting(
    editor: Editor,
    section: RowId,
    test: impl Fn(&Charter, &Reply) -> bool + Send + Sync + 'static,
) -> Memo<Vec<RowId>> {
    Memo::new(move |_| {
        editor.with(|charter| {
            let replies = charter
                .section_by_id(&section)
                .map_or(&[][..], |section| &section.replies);
            let found = replies.iter().filter(|reply| test(charter, reply));
            found.map(|reply| reply.id.clone()).collect()
        })
    })
}

/// The answers to one field.
#[component]
pub(crate) fn Beside(target: Target, def: &'static FieldDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let section = target.section.clone();
    let of = section.clone();
    let found = waiting(editor, section.clone(), move |charter, reply| {
        let at = &reply.at;
        let row = match &target.row {
            None => at.table.is_none() && at.row.is_none(),
            Some((table, row)) => {
                at.table.as_deref() == Some(*table) && at.row.as_ref() == Some(row)
            }
        };
        row && at.field.as_deref() == Some(def.id) && has_field(charter, &of, reply)
    });
    let section = StoredValue::new(section);
    view! {
        <Show when=move || !found.with(Vec::is_empty)>
            <div class="full replies">
                <For each=move || found.get() key=RowId::clone let:id>
                    <Card section=section.get_value() id />
                </For>
            </div>
        </Show>
    }
}

/// Answers without a field in sight, and the way to the entries that hold others.
#[component]
pub(crate) fn Replies(section: RowId) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let of = section.clone();
    let loose = waiting(editor, section.clone(), move |charter, reply| {
        !has_field(charter, &of, reply)
    });
    let of = section.clone();
    let placed = waiting(editor, section.clone(), move |charter, reply| {
        reply.at.row.is_some() && has_field(charter, &of, reply)
    });
    let section = StoredValue::new(section);
    let rows = move || rows_of(editor, &section.get_value(), &placed.get());
    let chips = move || {
        let chip = |(row, field): (RowId, String)| {
            let label = editor
                .with(|charter| edit::row_label(charter, &row, &words.texts()).unwrap_or_default());
            let label = match label.is_empty() {
                true => words.get(ui::form::UNNAMED),
                false => label,
            };
            let go = move |_| {
                editor.open_row.set(Some(row.clone()));
                dom::focus_soon(&format!("f-{row}-{field}"));
            };
            view! {
                <button class="chip" type="button" on:click=go>
                    {label}
                </button>
            }
        };
        rows().into_iter().map(chip).collect_view()
    };
    let count = move || {
        let n = placed.with(Vec::len).to_string();
        words.fill(ui::ask::reply::IN_ROWS, &[("n", &n)])
    };
    view! {
        <Show when=move || !loose.with(Vec::is_empty)>
            <div class="replies">
                <For each=move || loose.get() key=RowId::clone let:id>
                    <Card section=section.get_value() id />
                </For>
            </div>
        </Show>
        <Show when=move || !placed.with(Vec::is_empty)>
            <div class="from-sentence replies-in-rows">
                <span class="label">{count}</span>
                {chips}
            </div>
        </Show>
    }
}

/// The rows with answers, each with the first field that has one.
fn rows_of(editor: Editor, section: &RowId, replies: &[RowId]) -> Vec<(RowId, String)> {
    editor.with(|charter| {
        let mut rows: Vec<(RowId, String)> = Vec::new();
        let all = charter
            .section_by_id(section)
            .map_or(&[][..], |section| &section.replies);
        for reply in all.iter().filter(|reply| replies.contains(&reply.id)) {
            if let (Some(row), Some(field)) = (&reply.at.row, &reply.at.field)
                && !rows.iter().any(|(known, _)| known == row)
            {
                rows.push((row.clone(), field.clone()));
            }
        }
        rows
    })
}

/// One answer with its question and what can be done with it.
#[component]
fn Card(section: RowId, id: RowId) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let toasts = expect_context::<Toasts>();
    let words = words();
    let place = StoredValue::new((section, id));
    let reply = Memo::new(move |_| {
        editor.with(|charter| {
            place.with_value(|(section, id)| {
                let replies = &charter.section_by_id(section)?.replies;
                replies.iter().find(|reply| reply.id == *id).cloned()
            })
        })
    });
    let change = Memo::new(move |_| {
        editor.with(|charter| {
            let texts = words.texts_of(charter.language);
            place.with_value(|(section, id)| ask::reply_change(charter, section, id, &texts))
        })
    });
    let part = move |read: fn(&Reply) -> &String| {
        reply.with(|reply| {
            reply
                .as_ref()
                .map(|reply| read(reply).clone())
                .unwrap_or_default()
        })
    };
    let question = move || part(|reply| &reply.question);
    let heading = move || match question() {
        none if none.is_empty() => words.get(ui::ask::reply::UNMATCHED),
        question => question,
    };
    let done = move |says: catalogue::TextId| {
        let label = untrack(|| words.get(ui::form::UNDO));
        toasts.offer(untrack(|| words.get(says)), label, move || editor.undo());
        // The card goes; the field that it belongs to takes the focus, else the heading.
        let field = place.with_value(|(section, _)| {
            reply.with_untracked(|reply| {
                let at = &reply.as_ref()?.at;
                let field = at.field.as_ref()?;
                let owner = at.row.as_ref().unwrap_or(section);
                Some(format!("f-{owner}-{field}"))
            })
        });
        dom::focus_soon("sec-title");
        if let Some(field) = field {
            dom::focus_soon(&field);
        }
    };
    let take = move |_| {
        done(ui::ask::reply::USED);
        editor.edit(None, |charter, ids| {
            let texts = untrack(|| words.texts_of(charter.language));
            place.with_value(|(section, id)| ask::use_reply(charter, section, id, &texts, ids));
        });
    };
    let drop = move |_| {
        done(ui::ask::reply::DISMISSED);
        editor.edit(None, |charter, _| {
            place.with_value(|(section, id)| ask::dismiss(charter, section, id));
        });
    };
    let label = move |id| words.fill(id, &[("question", &heading())]);
    let quoted = move || part(|reply| &reply.quoted);
    view! {
        <article class="reply" aria-label=words.text(ui::ask::reply::LABEL)>
            <p class="reply-question">{heading}</p>
            <p class="reply-answer">
                <small>{words.text(ui::ask::reply::ANSWER)}</small>
                {move || part(|reply| &reply.text)}
            </p>
            <Show when=move || !quoted().is_empty()>
                <blockquote class="reply-quoted">
                    <small>{words.text(ui::ask::reply::QUOTED)}</small>
                    {quoted}
                </blockquote>
            </Show>
            <Replaced change />
            <div class="row">
                <Show when=move || change.with(Option::is_some)>
                    <button
                        class="btn"
                        type="button"
                        aria-label=move || label(ui::ask::reply::USE_OF)
                        on:click=take
                    >
                        {words.text(ui::ask::reply::USE)}
                    </button>
                </Show>
                <Show when=move || change.with(Option::is_none) && !question().is_empty()>
                    <span class="hint">{words.text(ui::ask::reply::NO_PLACE)}</span>
                </Show>
                <button
                    class="btn btn-quiet"
                    type="button"
                    aria-label=move || label(ui::ask::reply::DISMISS_OF)
                    on:click=drop
                >
                    {words.text(ui::ask::reply::DISMISS)}
                </button>
            </div>
        </article>
    }
}

/// The difference to what stands in the field, if something does.
#[component]
fn Replaced(change: Memo<Option<(String, String)>>) -> impl IntoView {
    let words = words();
    let side = move |second: bool| {
        change.with(|change| match change {
            Some((before, after)) => if second { after } else { before }.clone(),
            None => String::new(),
        })
    };
    view! {
        <Show when=move || !side(false).is_empty() && side(false) != side(true)>
            <div class="reply-change">
                <small>{words.text(ui::ask::reply::REPLACES)}</small>
                <Difference
                    before=Signal::derive(move || side(false))
                    after=Signal::derive(move || side(true))
                />
            </div>
        </Show>
    }
}
