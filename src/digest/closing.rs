//! Drafts for summary and outlook.

use super::draft::{Draft, NewRow};
use super::facts::{Aim, Facts, Pen, date, sentence};
use crate::catalogue::ids::{
    charter_header as header, smart_goals, smart_goals::goals, strategy_plan,
    summary_outlook as closing, summary_outlook::commitments,
};
use crate::catalogue::ui::digest::closing as words;
use crate::model::Value;
use chrono::NaiveDate;

/// Goals named in the summary, as the next focus, and as commitments.
const GOALS: usize = 3;

pub(super) fn summary(facts: &Facts<'_>) -> Option<Draft> {
    let all = facts.goals();
    if all.is_empty() {
        return None;
    }
    let mut pen = Pen::new(facts.say.texts());
    let named: Vec<String> = all
        .iter()
        .filter(|goal| !goal.from.is_empty() && !goal.to.is_empty())
        .take(GOALS)
        .map(|goal| change(&mut pen, words::CHANGE, goal))
        .collect();
    let team = facts.team();
    let mut text = match team.is_empty() {
        true => pen.count(words::GOALS, all.len(), &[]),
        false => pen.count(words::GOALS_OF, all.len(), &[("team", &team)]),
    };
    if !named.is_empty() {
        let names = named.join(facts.say.texts().get(words::JOINT));
        let pattern = match named.len() < all.len() {
            true => words::AMONG_THEM,
            false => words::NAMELY,
        };
        text = pen.fill(pattern, &[("goals", &text), ("names", &names)]);
    }
    Draft::text(closing::SUMMARY, sentence(text, facts.lang()), &pen)
}

fn change(pen: &mut Pen<'_>, pattern: crate::catalogue::TextId, goal: &Aim) -> String {
    let values = [
        ("name", goal.name.as_str()),
        ("from", &goal.from),
        ("to", &goal.to),
    ];
    pen.fill(pattern, &values)
}

/// The goals that are due next.
pub(super) fn next_focus(facts: &Facts<'_>, today: NaiveDate) -> Option<Draft> {
    let mut due: Vec<(NaiveDate, Aim)> = facts
        .goals()
        .into_iter()
        .filter_map(|goal| Some((goal.by.filter(|day| *day >= today)?, goal)))
        .collect();
    due.sort_by_key(|(day, _)| *day);
    let mut pen = Pen::new(facts.say.texts());
    let lines: Vec<String> = due
        .iter()
        .take(GOALS)
        .map(
            |(_, goal)| match goal.from.is_empty() || goal.to.is_empty() {
                true => {
                    pen.fact(&goal.name);
                    goal.name.clone()
                }
                false => change(&mut pen, words::FOCUS, goal),
            },
        )
        .collect();
    Draft::list(closing::NEXT_FOCUS, lines, &pen)
}

/// What the charter itself names as a reason to change it.
pub(super) fn revision_triggers(facts: &Facts<'_>) -> Option<Draft> {
    let mut pen = Pen::new(facts.say.texts());
    let charter = facts.say.charter();
    let mut lines = Vec::new();
    for (field, pattern) in [
        (header::NEXT_REVIEW, words::REVIEW),
        (header::EFFECTIVE_TO, words::EXPIRY),
    ] {
        if let Some(day) = date(charter.field(header::ID, field)) {
            let day = facts.say.date(day);
            lines.push(pen.fill(pattern, &[("day", &day)]));
        }
    }
    let own = charter.field(strategy_plan::ID, strategy_plan::ADJUST_TRIGGERS);
    if let Some(Value::List(items)) = own {
        for item in items
            .iter()
            .map(|item| item.trim())
            .filter(|item| !item.is_empty())
        {
            pen.fact(item);
            lines.push(item.to_owned());
        }
    }
    Draft::list(closing::REVISION_TRIGGERS, lines, &pen)
}

/// The goals in their own words.
pub(super) fn commitments(facts: &Facts<'_>) -> Option<Draft> {
    let mut pen = Pen::new(facts.say.texts());
    let rows = facts.say.rows(smart_goals::ID, goals::TABLE);
    let rows = rows
        .into_iter()
        .filter_map(|row| {
            let text = row.text(goals::STATEMENT);
            let line = text.lines().next().unwrap_or_default();
            let line = line.trim().trim_end_matches(['。', '.', '；', ';']);
            if line.is_empty() {
                return None;
            }
            pen.fact(line);
            Some(NewRow {
                key: (commitments::GOAL, row.id.clone()),
                cells: vec![
                    (commitments::TEXT, Value::Text(line.to_owned())),
                    (commitments::GOAL, Value::Refs(vec![row.id.clone()])),
                ],
            })
        })
        .take(GOALS)
        .collect();
    Draft::rows(commitments::TABLE, rows, &pen)
}
