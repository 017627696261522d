//! Goals: each row is a sentence that is judged as it is typed.

use super::form::{FieldOf, Fields};
use super::replies::Beside;
use super::row::{Open, RowActions, unfold};
use super::table::{EmptyTable, TableFoot};
use super::{row_ids, row_number};
use crate::ui::goal::{Reasons, SentenceBox};
use crate::ui::platform::{clock, dom};
use crate::ui::state::{Editor, Target, words};
use crate::ui::widgets::{Icon, Menu, Stamps};
use leptos::html;
use leptos::prelude::*;
use ops_charter::catalogue::{TableDef, ids, ui};
use ops_charter::edit::{input_text, parse_input};
use ops_charter::goals::assess_row;
use ops_charter::model::RowId;
use ops_charter::smart::{Assessment, Fix};

use ids::smart_goals::goals;

/// The table of goals.
#[component]
pub(crate) fn Goals(section: RowId, def: &'static TableDef) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let rows = row_ids(editor, section.clone(), def.id);
    let of = StoredValue::new(section);
    let row = move |id: RowId| {
        let section = of.get_value();
        let number = row_number(rows, &id);
        view! { <GoalItem section def id number /> }
    };
    view! {
        <div class="goals rows">
            <For each=move || rows.get() key=RowId::clone children=row />
        </div>
        <Show when=move || rows.with(Vec::is_empty)>
            <EmptyTable section=of.get_value() def />
        </Show>
        <Show when=move || !rows.with(Vec::is_empty)>
            <TableFoot section=of.get_value() def />
        </Show>
    }
}

/// The assessment of a row, made anew when the draft changes in a way that it rests on.
fn assessment(editor: Editor, section: RowId, id: RowId) -> Memo<Option<Assessment>> {
    let words = words();
    Memo::new(move |_| {
        let lang = words.lang();
        editor.with(|charter| {
            let rows = charter.section_by_id(&section)?.rows(goals::TABLE);
            let row = rows.iter().find(|row| row.id == id)?;
            assess_row(charter, row, lang, clock::today())
        })
    })
}

#[component]
fn GoalItem(
    section: RowId,
    def: &'static TableDef,
    id: RowId,
    number: Memo<usize>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let actions = RowActions::new(section.clone(), def, id.clone());
    let judged = assessment(editor, section.clone(), id.clone());
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| editor.open_row.with(|open| open.as_ref() == Some(&id)))
    };
    let actions = StoredValue::new(actions);
    let place = StoredValue::new((section, id));
    view! {
        <Show
            when=move || is_open.get()
            fallback=move || view! { <Closed actions=actions.get_value() number judged /> }
        >
            <Open actions=actions.get_value() number>
                {place
                    .with_value(|(section, id)| {
                        view! { <Coach section=section.clone() def id=id.clone() judged /> }
                    })}
            </Open>
        </Show>
    }
}

#[component]
fn Closed(
    actions: RowActions,
    number: Memo<usize>,
    judged: Memo<Option<Assessment>>,
) -> impl IntoView {
    let editor = actions.editor;
    let words = actions.words;
    let id = actions.id.clone();
    let dom_id = format!("row-{id}");
    let named = actions.clone();
    let keyed = actions.clone();
    let menu = actions.clone();
    let label = actions.clone();
    let letters = Signal::derive(move || judged.get().map(|a| a.letters).unwrap_or_default());
    view! {
        <div class="goal row-closed">
            <button
                class="row-line"
                type="button"
                id=dom_id
                aria-expanded="false"
                on:click=move |_| unfold(editor, &id)
                on:keydown=move |event| keyed.keys(&event)
            >
                <span class="goal-no">{move || number.get()}</span>
                <span class="goal-line">{move || named.name()}</span>
                <Show when=move || judged.with(Option::is_some)>
                    <Stamps letters small=true />
                </Show>
                <Icon name="down" />
            </button>
            <Menu
                label=Signal::derive(move || {
                    words.fill(ui::form::MENU_OF, &[("name", &label.name())])
                })
                items=move || menu.menu()
            />
        </div>
    }
}

/// The open goal: sentence, letters, fields.
#[component]
fn Coach(
    section: RowId,
    def: &'static TableDef,
    id: RowId,
    judged: Memo<Option<Assessment>>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = words();
    let Some(column) = def.column(goals::STATEMENT) else {
        return ().into_any();
    };
    let target = Target::cell(&section, def.id, &id, column);
    let value = target.value(editor);
    let text = Signal::derive(move || {
        value.with(|value| value.as_ref().map(input_text).unwrap_or_default())
    });
    let box_id = target.dom_id();
    let why_id = format!("{box_id}-why");
    let node = NodeRef::<html::Textarea>::new();
    let target = StoredValue::new(target);
    let write = move |text: String| {
        target.with_value(|target| target.set(editor, parse_input(column, &text, None)));
    };
    let apply = Callback::new(move |fix: Fix| {
        editor.edit(None, |charter, _| {
            target.with_value(|t| t.write(charter, parse_input(column, &fix.text, None)));
        });
        if fix.slot {
            dom::select_slot_soon(node);
        }
    });
    let letters = Signal::derive(move || judged.get().map(|a| a.letters).unwrap_or_default());
    let score = move || {
        judged
            .get()
            .map(|a| words.fill(ui::goal::SCORE, &[("n", &a.score.to_string())]))
    };
    let fields = FieldOf::Row(section.clone(), def.id, id.clone());
    view! {
        <div class="say">
            <div class="say-top">
                <label class="label" for=box_id.clone()>
                    {words.text(column.name)}
                </label>
                <Show when=move || judged.with(Option::is_some)>
                    <span class="say-score num">{score}</span>
                    <Stamps letters />
                </Show>
            </div>
            <SentenceBox
                id=box_id
                described_by=why_id.clone()
                text
                assessment=judged
                commit=Callback::new(write)
                placeholder=Signal::derive(words.text(column.example))
                node
            />
        </div>
        <Beside target=target.get_value() def=column />
        <div aria-live="polite">
            <Reasons id=why_id assessment=judged apply />
        </div>
        <super::goal_parts::Parts section=section.clone() def id=id.clone() />
        <Fields fields=def.columns target=fields without=&[goals::STATEMENT] />
    }
    .into_any()
}
