//! Words of time: how often, and whether a part of a sentence only says when.

use crate::text::fold;

const OFTEN: [(&str, &str); 24] = [
    ("每日", "daily"),
    ("每天", "daily"),
    ("日常", "daily"),
    ("每周", "weekly"),
    ("每双周", "biweekly"),
    ("双周", "biweekly"),
    ("每两周", "biweekly"),
    ("隔周", "biweekly"),
    ("每月", "monthly"),
    ("月度", "monthly"),
    ("每季", "quarterly"),
    ("季度", "quarterly"),
    ("每半年", "half_year"),
    ("每年", "yearly"),
    ("年度", "yearly"),
    ("实时", "realtime"),
    ("每小时", "hourly"),
    ("daily", "daily"),
    ("every day", "daily"),
    ("weekly", "weekly"),
    ("biweekly", "biweekly"),
    ("monthly", "monthly"),
    ("quarterly", "quarterly"),
    ("every week", "weekly"),
];

/// How often, as the id that the catalogue's options have.
pub(super) fn often(text: &str) -> Option<&'static str> {
    let lower = fold(text);
    OFTEN
        .iter()
        .filter(|(word, _)| lower.contains(word))
        .max_by_key(|(word, _)| word.len())
        .map(|(_, id)| *id)
}

/// Whether a text says how often.
pub(crate) fn has_cadence(text: &str) -> bool {
    let lower = fold(text);
    often(&lower).is_some()
        || ["every ", "each ", "周一", "周五", "按需"]
            .iter()
            .any(|cue| lower.contains(cue))
}

const STARTS_EN: [&str; 12] = [
    "by ",
    "every ",
    "each ",
    "within ",
    "before ",
    "daily",
    "weekly",
    "monthly",
    "quarterly",
    "on the ",
    "at ",
    "no later",
];
const STARTS: [&str; 15] = [
    "每",
    "当日",
    "当天",
    "次日",
    "月底",
    "月初",
    "季末",
    "年底",
    "周",
    "月度",
    "季度",
    "实时",
    "随时",
    "t+",
    "工作日",
];
const TIMED: [&str; 13] = [
    "前",
    "点",
    ":",
    "：",
    "小时",
    "分钟",
    "工作日",
    "月",
    "周",
    "日",
    "天",
    "季",
    "年",
];
/// Characters of which a time is made.
const TIME: &str = "每日天周月季年度一二三四五六七八九十上下午早晚前后内之以点时分半号第底初末当次个实随小钟工作旬最起至到间隔双两约左右更新t+：:-–~/、. ";

/// Whether a part of a sentence only says when.
pub(crate) fn is_timing(clause: &str) -> bool {
    let clause = fold(clause);
    let clause = clause.trim();
    let count = clause.chars().count();
    if clause.is_ascii() {
        return count <= 40 && STARTS_EN.iter().any(|start| clause.starts_with(start));
    }
    // Only words of time, and a figure or a rhythm among them.
    let others = clause
        .chars()
        .filter(|c| !c.is_ascii_digit() && !TIME.contains(*c))
        .count();
    let figure = clause
        .chars()
        .any(|c| c.is_numeric() || "一二三四五六七八九十".contains(c));
    count <= 18
        && others <= 1
        && (STARTS.iter().any(|start| clause.starts_with(start))
            || figure && TIMED.iter().any(|word| clause.contains(word)))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn times_are_known() {
        for clause in [
            "每日 10:00 前",
            "每周一",
            "24 小时内",
            "2027-06-30 前",
            "by Friday",
            "每月 5 日",
        ] {
            assert!(is_timing(clause), "{clause}");
        }
        for clause in [
            "分层名单",
            "跟进处理",
            "weekly report to the board of directors and others here",
        ] {
            assert!(!is_timing(clause), "{clause}");
        }
    }
}
