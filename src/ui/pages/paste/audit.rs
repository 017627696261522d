//! The report beside the text: what is missing, the goals, duties without a role or twice, vague
//! words, figures without a baseline.

use super::Bench;
use crate::ui::platform::clipboard;
use crate::ui::state::{Toasts, Words, words};
use crate::ui::widgets::{Icon, Stamps, in_order, verdict_word};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ops_charter::catalogue::{self, TextId, ui};
use ops_charter::import::{JudgedGoal, Report};

/// The report.
#[component]
pub(crate) fn Audit() -> impl IntoView {
    let words = words();
    let bench = expect_context::<Bench>();
    let toasts = expect_context::<Toasts>();
    let kind = move || {
        let name = bench.kind_def().map(|kind| words.get(kind.name));
        words.fill(ui::audit::LEAD, &[("kind", &name.unwrap_or_default())])
    };
    let copy = move |_| {
        let text = untrack(|| bench.report.with(|report| as_text(report, words)));
        spawn_local(async move {
            let says = match clipboard::copy(&text, None).await {
                true => ui::audit::COPIED,
                false => ui::exporting::COPY_FAILED,
            };
            toasts.say(untrack(|| words.get(says)));
        });
    };
    let lists = move || {
        let lists = bench.report.with(|report| lists(report, words));
        lists
            .into_iter()
            .map(|(name, lines)| {
                let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
                view! {
                    <h3>{words.text(name)}</h3>
                    <ul>{lines.collect_view()}</ul>
                }
            })
            .collect_view()
    };
    view! {
        <aside class="audit" aria-labelledby="audit">
            <div class="audit-head">
                <h2 id="audit">{words.text(ui::audit::TITLE)}</h2>
                <button class="btn btn-quiet" type="button" on:click=copy>
                    <Icon name="copy" class="ico-s" />
                    {words.text(ui::audit::COPY)}
                </button>
            </div>
            <p class="hint">{kind}</p>
            <Goals />
            {lists}
        </aside>
    }
}

/// The goals with their verdicts.
#[component]
fn Goals() -> impl IntoView {
    let words = words();
    let bench = expect_context::<Bench>();
    let one = move |goal: JudgedGoal| {
        let letters = goal.letters;
        let says = goal.says.join(&words.get(ui::audit::SAYS_JOIN));
        let says = match says.is_empty() {
            true => words.get(ui::audit::GOAL_GOOD),
            false => says,
        };
        view! {
            <li>
                <p>{goal.text}</p>
                <Stamps letters=Signal::derive(move || letters) small=true />
                <small>{says}</small>
            </li>
        }
    };
    let goals = move || {
        let goals = bench.report.with(|report| report.goals.clone());
        if goals.is_empty() {
            return view! { <p class="hint">{words.text(ui::audit::GOALS_NONE)}</p> }.into_any();
        }
        let goals = goals.into_iter().map(one).collect_view();
        view! { <ul class="audit-goals">{goals}</ul> }.into_any()
    };
    view! {
        <h3>{words.text(ui::audit::GOALS)}</h3>
        {goals}
    }
}

/// Everything but the goals, as headings and lines; what there is nothing of is left out (tracked).
fn lists(report: &Report, words: Words) -> Vec<(TextId, Vec<String>)> {
    // Names of sections read best in one line.
    let named = |ids: Vec<&str>| -> Vec<String> {
        let names = ids.iter().filter_map(|id| catalogue::section(id));
        let names: Vec<String> = names.map(|def| words.get(def.name)).collect();
        let line = names.join(&words.get(ui::audit::JOIN));
        Some(line)
            .filter(|line| !line.is_empty())
            .into_iter()
            .collect()
    };
    let coverage = &report.coverage;
    let recommended = coverage
        .missing
        .iter()
        .filter(|id| !coverage.required.contains(id))
        .copied();
    let twice = report.duties_twice.iter().map(|pair| {
        let values = [
            ("first", pair.first.as_str()),
            ("second", pair.second.as_str()),
        ];
        words.fill(ui::audit::TWICE_PAIR, &values)
    });
    let vague = report.vague.iter().map(|line| {
        let found: Vec<&str> = line.words.iter().map(|word| word.text.as_str()).collect();
        let found = found.join(&words.get(ui::audit::JOIN));
        words.fill(
            ui::audit::VAGUE_LINE,
            &[("words", &found), ("text", &line.text)],
        )
    });
    let all = [
        (ui::audit::REQUIRED, named(coverage.required.clone())),
        (ui::audit::RECOMMENDED, named(recommended.collect())),
        (ui::audit::NO_OWNER, report.duties_without_owner.clone()),
        (ui::audit::TWICE, twice.collect()),
        (ui::audit::NO_BASELINE, report.no_baseline.clone()),
        (ui::audit::VAGUE, vague.collect()),
        (ui::audit::PRESENT, named(coverage.present.clone())),
    ];
    let said = all
        .into_iter()
        .filter(|(_, lines): &(TextId, Vec<String>)| !lines.is_empty());
    said.collect()
}

/// The report for the clipboard (tracked).
fn as_text(report: &Report, words: Words) -> String {
    let goal = |goal: &JudgedGoal| {
        let letters = in_order(&goal.letters)
            .map(|(letter, verdict)| format!("{letter} {}", words.get(verdict_word(verdict))));
        format!(
            "- {}\n  {}\n  {}",
            goal.text,
            letters.join(" "),
            goal.says.join(&words.get(ui::audit::SAYS_JOIN))
        )
    };
    let mut out = format!("# {}\n", words.get(ui::audit::TITLE));
    if !report.goals.is_empty() {
        let goals: Vec<String> = report.goals.iter().map(goal).collect();
        out.push_str(&format!(
            "\n## {}\n{}\n",
            words.get(ui::audit::GOALS),
            goals.join("\n")
        ));
    }
    for (name, lines) in lists(report, words) {
        out.push_str(&format!("\n## {}\n", words.get(name)));
        for line in lines {
            out.push_str(&format!("- {line}\n"));
        }
    }
    out
}
