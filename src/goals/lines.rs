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
    find_goals(&without_bold(text), None, today)
        .into_iter()
        .map(|goal| goal.text)
        .collect()
}

/// The text with one of its goals, as [`goal_lines`] gives it, written anew. Only the line that
/// holds it changes; bold marks inside that line go when the goal was read across them.
pub fn replace_goal(text: &str, old: &str, new: &str) -> String {
    if text.contains(old) {
        return text.replacen(old, new, 1);
    }
    let mut done = false;
    let lines = text.split('\n').map(|line| {
        let plain = without_bold(line);
        if done || !plain.contains(old) {
            return line.to_owned();
        }
        done = true;
        plain.replacen(old, new, 1)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Bold marks may stand in the middle of a goal: `**Response**: from 12 to 3 minutes`.
fn without_bold(text: &str) -> String {
    text.replace("**", "")
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn bold_marks_are_no_part_of_a_goal_and_can_be_written_over() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
        let text = "# 目标\n1. **复购**：2027 年底前把复购率从 18% 提升到 25%\n2. **其他**：见下";
        let goals = goal_lines(text, today);
        assert_eq!(goals, ["复购：2027 年底前把复购率从 18% 提升到 25%"]);
        let mended = replace_goal(text, &goals[0], "新目标");
        assert_eq!(mended, "# 目标\n1. 新目标\n2. **其他**：见下");
        assert_eq!(replace_goal("甲\n乙\n甲", "甲", "丙"), "丙\n乙\n甲");
    }
}
