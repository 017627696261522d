//! A duty that no role has.

use super::{Context, Report, Rule, Severity};
use crate::catalogue::ids::roles_duties::{self, duties};
use crate::catalogue::ui::checks::duty_without_role as words;

pub(super) const WITHOUT_ROLE: Rule = Rule {
    id: "duty.no_role",
    aliases: &[],
    severity: Severity::Warn,
    title: words::TITLE,
    doc: words::DOC,
    message: words::MESSAGE,
    fix: words::FIX,
    run,
};

fn run(context: &Context<'_>, report: &mut Report<'_>) {
    for group in context.rows(roles_duties::ID, duties::TABLE) {
        if group.value(duties::ROLE).is_none() {
            report.add(
                group.place(Some(duties::ROLE)),
                &[("row", &context.name(&group))],
            );
        }
    }
}
