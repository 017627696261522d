//! Every activity of the matrix: exactly one accountable, at least one who does it.

use super::{Context, Group, Report, Rule, Severity};
use crate::catalogue::ids::raci_matrix::{self, activities};
use crate::catalogue::ui::checks::{raci_accountable, raci_responsible};
use crate::model::Value;

pub(super) const ONE_ACCOUNTABLE: Rule = Rule {
    id: "X-RACI-01",
    aliases: &["raci.one_a"],
    severity: Severity::Error,
    title: raci_accountable::TITLE,
    doc: raci_accountable::DOC,
    message: raci_accountable::MESSAGE,
    fix: raci_accountable::FIX,
    run: one_accountable,
};

pub(super) const SOMEONE_DOES: Rule = Rule {
    id: "X-RACI-02",
    aliases: &["raci.has_r"],
    severity: Severity::Error,
    title: raci_responsible::TITLE,
    doc: raci_responsible::DOC,
    message: raci_responsible::MESSAGE,
    fix: raci_responsible::FIX,
    run: someone_does,
};

fn one_accountable(context: &Context<'_>, report: &mut Report<'_>) {
    for (group, letters) in lettered(context) {
        let count = count(&letters, 'A');
        if count != 1 {
            report.add(
                group.place(Some(activities::CELLS)),
                &[
                    ("row", &context.name(&group)),
                    ("count", &count.to_string()),
                ],
            );
        }
    }
}

fn someone_does(context: &Context<'_>, report: &mut Report<'_>) {
    for (group, letters) in lettered(context) {
        if count(&letters, 'R') == 0 {
            report.add(
                group.place(Some(activities::CELLS)),
                &[("row", &context.name(&group))],
            );
        }
    }
}

/// Activities with at least one letter; without any, the row is missing its letters, which
/// `completeness` says.
fn lettered<'a>(context: &Context<'a>) -> Vec<(Group<'a>, Vec<&'a str>)> {
    context
        .rows(raci_matrix::ID, activities::TABLE)
        .into_iter()
        .filter_map(|group| {
            let Some(Value::Letters(map)) = group.values.get(activities::CELLS) else {
                return None;
            };
            let letters: Vec<&str> = map.values().map(String::as_str).collect();
            letters
                .iter()
                .any(|letters| !letters.is_empty())
                .then_some((group, letters))
        })
        .collect()
}

fn count(letters: &[&str], wanted: char) -> usize {
    letters
        .iter()
        .filter(|letters| letters.contains(wanted))
        .count()
}
