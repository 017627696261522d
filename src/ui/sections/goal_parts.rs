//! Between the sentence and the fields: offers, none of them taken by itself.

use super::kpi::FromKpi;
use crate::ui::platform::clock;
use crate::ui::state::{Editor, Target, words};
use crate::ui::widgets::Stamps;
use leptos::prelude::*;
use ops_charter::catalogue::{TableDef, Texts, ids::smart_goals::goals, ui};
use ops_charter::edit::input_text;
use ops_charter::goals as bridge;
use ops_charter::model::{Row, RowId, Value};
use ops_charter::smart::{Assessment, Context, Input, assess};

/// The offers of one goal.
#[component]
pub(crate) fn Parts(section: RowId, def: &'static TableDef, id: RowId) -> impl IntoView {
    view! {
        <FillFields section=section.clone() def id=id.clone() />
        <FromKpi section=section.clone() def id=id.clone() />
        <Composed section def id />
    }
}

pub(super) fn read<T>(
    editor: Editor,
    section: &RowId,
    table: &'static str,
    id: &RowId,
    read: impl FnOnce(&ops_charter::model::Charter, &Row) -> T,
) -> Option<T> {
    editor.with(|charter| {
        let rows = charter.section_by_id(section)?.rows(table);
        Some(read(charter, rows.iter().find(|row| row.id == *id)?))
    })
}

/// What the sentence says that the fields do not hold yet.
#[component]
fn FillFields(section: RowId, def: &'static TableDef, id: RowId) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let place = StoredValue::new((section, id));
    let found = Memo::new(move |_| {
        let (section, id) = place.get_value();
        let today = clock::today();
        read(editor, &section, def.id, &id, |_, row| {
            let owner = bridge::unfilled_owner(row, today).map(Value::Text);
            let owner = owner.map(|owner| (goals::OWNER, owner));
            bridge::unfilled(row, today)
                .into_iter()
                .chain(owner)
                .collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let facts = move || found.with(|found| facts(def, found, &words.texts()));
    let fill = move |_| {
        let (section, id) = place.get_value();
        editor.edit(None, |charter, ids| {
            bridge::fill_from_sentence(charter, &section, &id, clock::today(), ids);
        });
    };
    view! {
        <Show when=move || !found.with(Vec::is_empty)>
            <div class="from-sentence">
                <span class="label">{words.text(ui::goal::FILL_TITLE)}</span>
                <p class="facts">{facts}</p>
                <button class="chip" type="button" on:click=fill>
                    {words.text(ui::goal::FILL_FIELDS)}
                </button>
            </div>
        </Show>
    }
}

/// Values with the names of their columns.
pub(super) fn facts(
    def: &'static TableDef,
    found: &[(&'static str, Value)],
    texts: &Texts,
) -> impl IntoView + use<> {
    let fact = |(column, value): &(&'static str, Value)| {
        let column = def.column(column)?;
        let says = match value {
            Value::Enum(id) => {
                let option = column.options.iter().find(|option| option.id == id)?;
                texts.get(option.label).to_owned()
            }
            other => input_text(other),
        };
        Some(view! {
            <span class="fact">
                <small>{texts.get(column.name).to_owned()}</small>
                {says}
            </span>
        })
    };
    found.iter().filter_map(fact).collect_view()
}

/// One sentence written from the fields, where it says something else than the one above.
#[component]
fn Composed(section: RowId, def: &'static TableDef, id: RowId) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let declined = RwSignal::new(None::<String>);
    let place = StoredValue::new((section, id));
    let sentence = Memo::new(move |_| {
        let (section, id) = place.get_value();
        read(editor, &section, def.id, &id, |charter, row| {
            bridge::composed(charter, row, clock::today())
        })
        .flatten()
        .filter(|sentence| declined.get().as_ref() != Some(sentence))
    });
    let letters = Signal::derive(move || {
        let (section, id) = place.get_value();
        let judged: Option<Assessment> = read(editor, &section, def.id, &id, |charter, row| {
            let context: Context = bridge::goal_context(charter, row);
            let text = sentence.get()?;
            let messages = words.lang();
            let today = clock::today();
            Some(assess(&Input {
                text: &text,
                lang: None,
                messages,
                today,
                context: &context,
            }))
        })
        .flatten();
        judged.map(|judged| judged.letters).unwrap_or_default()
    });
    let take = move |_| {
        let (section, id) = place.get_value();
        let target = Target {
            section,
            row: Some((def.id, id)),
            field: goals::STATEMENT.into(),
        };
        let text = sentence.get_untracked().map(Value::Text);
        if text.is_some() {
            editor.edit(None, |charter, _| target.write(charter, text));
        }
    };
    view! {
        <Show when=move || sentence.with(Option::is_some)>
            <div class="rewrite">
                <div class="rewrite-top">
                    <span>{words.text(ui::goal::COMPOSE_TITLE)}</span>
                    <Stamps letters />
                </div>
                <blockquote>{move || sentence.get()}</blockquote>
                <div class="row">
                    <button class="btn" type="button" on:click=take>
                        {words.text(ui::goal::USE_SENTENCE)}
                    </button>
                    <button
                        class="btn btn-quiet"
                        type="button"
                        on:click=move |_| declined.set(sentence.get_untracked())
                    >
                        {words.text(ui::goal::KEEP_SENTENCE)}
                    </button>
                </div>
            </div>
        </Show>
    }
}
