//! Goals without a charter: paste lines or a whole answer from a chat bot, see the verdicts, take
//! the good ones into a charter.

use super::frame::Frame;
use super::start::keep_and_open;
use crate::ui::app::Navigate;
use crate::ui::goal::{EvidenceKey, Marked};
use crate::ui::platform::{clipboard, clock, ids};
use crate::ui::state::{Desk, Toasts, Words, words};
use crate::ui::widgets::{Icon, LETTER_NAMES, Stamps, Typing, verdict_class, verdict_word};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::{ids::smart_goals, ui};
use ops_charter::edit;
use ops_charter::goals::{fill_from_sentence, goal_lines, replace_goal};
use ops_charter::model::{Lang, Value};
use ops_charter::smart::{Assessment, Context, Fix, Input, Letter, Severity, Verdict, assess};

/// What was typed on the start page goes on here.
#[derive(Clone, Copy)]
pub(crate) struct CheckText(pub(crate) RwSignal<String>);

/// Judges one sentence by itself.
pub(crate) fn judge(text: &str, lang: Lang) -> Assessment {
    let context = Context::default();
    let messages = lang;
    assess(&Input {
        text,
        lang: None,
        messages,
        today: clock::today(),
        context: &context,
    })
}

/// The page.
#[component]
pub(crate) fn CheckPage() -> impl IntoView {
    let words = words();
    let text = expect_context::<CheckText>().0;
    let typing = Typing::new(move |typed| text.set(typed));
    let lines = Memo::new(move |_| text.with(|text| goal_lines(text, clock::today())));
    let count = move || {
        words.fill(
            ui::check::LINES,
            &[("n", &lines.with(Vec::len).to_string())],
        )
    };
    let today = move || words.fill(ui::check::LEAD, &[("today", &clock::today().to_string())]);
    view! {
        <Frame>
            <main class="page" id="main" tabindex="-1">
                <header class="sec-head">
                    <h1>{words.text(ui::check::TITLE)}</h1>
                    <p class="lead">{today}</p>
                </header>
                <div class="stack">
                    <div class="field">
                        <label class="label" for="check-text">
                            {words.text(ui::check::LABEL)}
                            <span class="req">{count}</span>
                        </label>
                        <textarea
                            class="input paper"
                            id="check-text"
                            rows="5"
                            placeholder=words.text(ui::check::PLACEHOLDER)
                            prop:value=move || text.get()
                            on:input=move |event| typing.input(&event)
                            on:compositionstart=move |_| typing.start()
                            on:compositionend=move |event| typing.end(&event)
                            on:blur=move |event| typing.leave(event_target_value(&event))
                        ></textarea>
                        <p class="hint">{words.text(ui::check::HINT)}</p>
                    </div>
                    <Legend lines />
                    <Show when=move || !lines.with(Vec::is_empty)>
                        <Verdicts lines text />
                        <IntoCharter lines />
                    </Show>
                </div>
            </main>
        </Frame>
    }
}

/// What the seals and lines mean.
#[component]
fn Legend(lines: Memo<Vec<String>>) -> impl IntoView {
    let words = words();
    let seals = [
        ('S', Verdict::Pass),
        ('M', Verdict::Fail),
        ('A', Verdict::Unknown),
    ]
    .map(|(letter, verdict)| {
        let class = format!("stamp {}", verdict_class(verdict));
        view! {
            <span>
                <span class=class aria-hidden="true">
                    {letter}
                </span>
                {words.text(verdict_word(verdict))}
            </span>
        }
    })
    .collect_view();
    let keys = [Letter::S, Letter::M, Letter::A, Letter::R, Letter::T]
        .into_iter()
        .zip(LETTER_NAMES)
        .map(|(letter, name)| {
            view! {
                <span>
                    <EvidenceKey letter />
                    {words.text(name)}
                </span>
            }
        })
        .collect_view();
    view! {
        <div class="row">
            <p class="legend">{seals} {keys}</p>
            <Show when=move || !lines.with(Vec::is_empty)>
                <button
                    class="btn push"
                    type="button"
                    on:click=move |_| copy(words, lines.get_untracked())
                >
                    <Icon name="copy" class="ico-s" />
                    {words.text(ui::check::COPY)}
                </button>
            </Show>
        </div>
    }
}

/// One row per goal.
#[component]
fn Verdicts(lines: Memo<Vec<String>>, text: RwSignal<String>) -> impl IntoView {
    let words = words();
    let row = move |(index, line): (usize, String)| view! { <VerdictRow index line text /> };
    let head = [
        ui::check::head::GOAL,
        ui::check::head::VERDICT,
        ui::check::head::DEADLINE,
        ui::check::head::NEXT,
    ]
    .map(|name| view! { <th scope="col">{words.text(name)}</th> })
    .collect_view();
    view! {
        <table class="ruled verdicts">
            <caption class="vh">{words.text(ui::check::CAPTION)}</caption>
            <thead>
                <tr>
                    <th scope="col">"#"</th>
                    {head}
                </tr>
            </thead>
            <tbody>
                <For
                    each=move || lines.get().into_iter().enumerate()
                    key=|(index, line)| (*index, line.clone())
                    children=row
                />
            </tbody>
        </table>
    }
}

#[component]
fn VerdictRow(index: usize, line: String, text: RwSignal<String>) -> impl IntoView {
    let words = words();
    let line = StoredValue::new(line);
    let judged = Memo::new(move |_| Some(judge(&line.get_value(), words.lang())));
    let letters = Signal::derive(move || judged.get().map(|a| a.letters).unwrap_or_default());
    let deadline = move || {
        let goal = judged.get().and_then(|a| a.goal.deadline);
        match goal {
            Some(deadline) => match deadline.date {
                Some(date) => date.to_string(),
                None => deadline.text,
            },
            None => "—".to_owned(),
        }
    };
    let next = move || {
        judged
            .get()
            .map(|judged| next_steps(&judged))
            .unwrap_or_default()
    };
    let apply = move |fix: Fix| {
        let old = line.get_value();
        text.update(|text| *text = replace_goal(text, &old, &fix.text));
    };
    let says = move || {
        let (says, _) = next();
        if says.is_empty() {
            return view! { <p>{words.text(ui::check::ALL_GOOD)}</p> }.into_any();
        }
        says.into_iter()
            .map(|text| view! { <p>{text}</p> })
            .collect_view()
            .into_any()
    };
    let chips = move || {
        let (_, fixes) = next();
        fixes
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
                        on:click=move |_| apply(fix.clone())
                    >
                        {label}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <tr>
            <td class="num">{index + 1}</td>
            <td>
                <Marked text=Signal::derive(move || line.get_value()) assessment=judged />
            </td>
            <td>
                <Stamps letters />
            </td>
            <td class="nb num">{deadline}</td>
            <td>
                <div class="next">{says} <div class="chips">{chips}</div></div>
            </td>
        </tr>
    }
}

/// The gravest things to say, at most three, and at most four ways out.
fn next_steps(judged: &Assessment) -> (Vec<String>, Vec<Fix>) {
    let weight = |severity: Severity| match severity {
        Severity::Error => 0,
        Severity::Ask => 1,
        Severity::Warn => 2,
        Severity::Info => 3,
    };
    let mut findings: Vec<_> = judged.findings.iter().collect();
    findings.sort_by_key(|finding| weight(finding.severity));
    let says = findings.iter().filter(|f| f.severity != Severity::Info);
    let says = says
        .take(3)
        .map(|finding| finding.message.clone())
        .collect();
    let fixes = findings
        .iter()
        .flat_map(|finding| finding.fixes.clone())
        .take(4)
        .collect();
    (says, fixes)
}

/// A new charter with the goals that are specific, measurable and time-bound.
#[component]
fn IntoCharter(lines: Memo<Vec<String>>) -> impl IntoView {
    let words = words();
    let desk = expect_context::<Desk>();
    let navigate = expect_context::<Navigate>();
    let toasts = expect_context::<Toasts>();
    let good = Memo::new(move |_| {
        let lang = words.lang();
        let holds = |line: &&String| {
            let letters = judge(line, lang).letters;
            [letters.s, letters.m, letters.t]
                .iter()
                .all(|v| *v == Verdict::Pass)
                && letters.a != Verdict::Fail
        };
        lines.with(|lines| lines.iter().filter(holds).cloned().collect::<Vec<_>>())
    });
    let make = move |_| {
        let lang = untrack(|| words.lang());
        let today = clock::today();
        let new_id = &mut ids::new_id;
        let mut charter = edit::new_charter("duties_core", lang, today, new_id);
        let section = edit::add_section(&mut charter, smart_goals::ID, new_id);
        let table = smart_goals::goals::TABLE;
        for line in good.get_untracked() {
            let row = edit::add_row(&mut charter, &section, table, new_id);
            let value = Some(Value::Text(line));
            let column = smart_goals::goals::STATEMENT;
            edit::set_cell(&mut charter, &section, table, &row, column, value);
            fill_from_sentence(&mut charter, &section, &row, today, new_id);
        }
        keep_and_open(desk, navigate, toasts, words, charter);
    };
    let says = move || {
        let (good, all) = (good.with(Vec::len), lines.with(Vec::len));
        let values = [("n", good.to_string()), ("all", all.to_string())];
        let values = values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        words.fill(ui::check::GOOD_ONES, &values)
    };
    view! {
        <div class="row">
            <button
                class="btn btn-main"
                type="button"
                disabled=move || good.with(Vec::is_empty)
                on:click=make
            >
                {words.text(ui::check::MAKE)}
            </button>
            <p class="hint">{says}</p>
        </div>
    }
}

/// The table as lines: goal, letters, deadline, what to do.
fn copy(words: Words, lines: Vec<String>) {
    let lang = untrack(|| words.lang());
    let toasts = expect_context::<Toasts>();
    let text: Vec<String> = lines
        .iter()
        .map(|line| {
            let judged = judge(line, lang);
            let letters = crate::ui::widgets::in_order(&judged.letters);
            let letters = letters.map(|(letter, verdict)| {
                format!("{letter} {}", untrack(|| words.get(verdict_word(verdict))))
            });
            let (says, _) = next_steps(&judged);
            format!("{line}\t{}\t{}", letters.join(" "), says.join(" "))
        })
        .collect();
    spawn_local(async move {
        let done = clipboard::copy(&text.join("\n"), None).await;
        let says = if done {
            ui::exporting::COPIED
        } else {
            ui::exporting::COPY_FAILED
        };
        toasts.say(untrack(|| words.get(says)));
    });
}
