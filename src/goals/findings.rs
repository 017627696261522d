//! The findings of all goals, in the form of the charter's other findings.

use super::context::assess_row;
use crate::catalogue::{Texts, ids::smart_goals};
use crate::checks::{Finding, Place, Severity};
use crate::model::Charter;
use crate::smart;
use chrono::NaiveDate;

/// What is the matter with the goals: errors, warnings and questions. Remarks stay with the goal,
/// where they are read beside the sentence.
pub fn goal_findings(charter: &Charter, texts: &Texts, today: NaiveDate) -> Vec<Finding> {
    let messages = texts.lang();
    let mut found = Vec::new();
    for row in charter.rows(smart_goals::ID, smart_goals::goals::TABLE) {
        let Some(judged) = assess_row(charter, row, messages, today) else {
            continue;
        };
        for finding in judged.findings {
            let severity = match finding.severity {
                smart::Severity::Error => Severity::Error,
                smart::Severity::Warn => Severity::Warn,
                smart::Severity::Ask => Severity::Ask,
                smart::Severity::Info => continue,
            };
            let muted = charter.settings.muted.iter().any(|muted| {
                muted.rule == finding.rule && muted.row.as_ref().is_none_or(|id| *id == row.id)
            });
            if muted {
                continue;
            }
            found.push(Finding {
                rule: finding.rule,
                severity,
                message: finding.message,
                place: Place {
                    section: smart_goals::ID.to_owned(),
                    table: Some(smart_goals::goals::TABLE),
                    row: Some(row.id.clone()),
                    field: Some(smart_goals::goals::STATEMENT),
                },
                fixes: finding.fixes.into_iter().map(|fix| fix.label).collect(),
            });
        }
    }
    found
}
