//! Which goals a pasted text holds.

use crate::edit::split_lines;
use crate::smart::find_goals;
use chrono::NaiveDate;

/// Longest line that is taken for one goal as it stands.
const LINE: usize = 120;

/// The goals of a text, one by one. Short lines are goals as they stand, each of them; a longer
/// text (a chat bot's answer, a paragraph) is searched for goals.
pub fn goal_lines(text: &str, today: NaiveDate) -> Vec<String> {
    let lines = split_lines(text);
    let prose = text.contains("**")
        || text.lines().any(|line| line.trim_start().starts_with('#'))
        || lines.iter().any(|line| line.chars().count() > LINE);
    if !prose {
        return lines.into_iter().map(str::to_owned).collect();
    }
    find_goals(text, None, today)
        .into_iter()
        .map(|goal| goal.text)
        .collect()
}
