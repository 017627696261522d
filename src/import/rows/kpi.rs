//! KPIs: "指标：公式，目标…", "指标 从 a 到 b".

use super::Draft;
use super::clauses::{between, clauses, figures};
use super::cues::split_name;
use super::times::often;
use crate::catalogue::TableDef;
use crate::catalogue::ids::kpi_dictionary::kpis;

/// Words between the name of a KPI and its figures.
const VERBS: [&str; 34] = [
    "从",
    "由",
    "≥",
    "≤",
    ">=",
    "<=",
    ">",
    "<",
    "＞",
    "＜",
    "不低于",
    "不少于",
    "不超过",
    "不高于",
    "达到",
    "达",
    "控制在",
    "保持在",
    "提升",
    "提高",
    "降低",
    "降至",
    "降到",
    "升至",
    "增长",
    "目标",
    " from ",
    " at least ",
    " at most ",
    " above ",
    " below ",
    " under ",
    " target",
    " to ",
];

pub(super) fn read(table: &TableDef, head: &str, draft: &mut Draft) {
    let (name, rest) = match split_name(head) {
        Some((name, rest)) => (name, rest),
        None => cut_name(head),
    };
    draft.put(table, kpis::NAME, name, name);
    for part in clauses(rest) {
        clause(table, part, draft);
    }
}

/// The name of a KPI before the first word that measures it.
fn cut_name(head: &str) -> (&str, &str) {
    let cuts = VERBS.iter().filter_map(|verb| head.find(verb));
    let first_figure = figures(head).first().map(|figure| figure.start);
    let at = cuts.chain(first_figure).filter(|at| *at > 0).min();
    let comma = head.find(['，', ',', '；']);
    match at.into_iter().chain(comma).min() {
        Some(at)
            if head
                .get(..at)
                .is_some_and(|name| name.chars().count() <= 24) =>
        {
            let (name, rest) = head.split_at_checked(at).unwrap_or((head, ""));
            (
                name.trim(),
                rest.trim().trim_start_matches(['，', ',', '；']),
            )
        }
        _ => (head, ""),
    }
}

fn clause(table: &TableDef, part: &str, draft: &mut Draft) {
    let formula = ["公式", "计算公式", "计算方式", "=", "＝", "等于"]
        .iter()
        .find_map(|cue| between(part, cue, ""));
    if let Some(formula) = formula {
        return draft.put(table, kpis::FORMULA, formula, part);
    }
    if part.contains('÷') || part.contains('/') && !part.contains(char::is_numeric) {
        return draft.put(table, kpis::FORMULA, part, part);
    }
    let owner = between(part, "由", "负责")
        .or_else(|| between(part, "责任人", ""))
        .or_else(|| {
            part.strip_suffix("负责")
                .filter(|name| super::is_role(name))
        })
        .or_else(|| between(part, "owned by ", ""));
    if let Some(owner) = owner {
        return draft.put(table, kpis::OWNER, owner, part);
    }
    let source = between(part, "取自", "")
        .or_else(|| between(part, "来源", ""))
        .or_else(|| between(part, "数据来自", ""));
    if let Some(source) = source {
        return draft.put(table, kpis::DATA_SOURCE, source, part);
    }
    let updated = ["更新", "统计", "updated", "measured"]
        .iter()
        .any(|cue| part.contains(cue));
    if let Some(often) = often(part).filter(|_| updated && part.chars().count() <= 14) {
        return draft.put(table, kpis::FREQUENCY, often, part);
    }
    values(table, part, draft);
}

/// From–to, a target, a present value; anything else defines the KPI.
fn values(table: &TableDef, part: &str, draft: &mut Draft) {
    let found = figures(part);
    let now = [
        "基线",
        "现状",
        "当前",
        "目前",
        "现在",
        "baseline",
        "currently",
        "today",
    ];
    let now = now.iter().any(|cue| part.contains(cue));
    match found.as_slice() {
        [from, to]
            if is_change(part, from.start, to.start)
                && rest_is_short(part, &[from.text, to.text]) =>
        {
            let cut = from.end.max(to.start).min(part.len());
            let (before, after) = part.split_at_checked(cut).unwrap_or((part, ""));
            draft.put(table, kpis::BASELINE, from.text, before);
            draft.put(table, kpis::TARGET, to.text, after);
        }
        [one] if rest_is_short(part, &[one.text]) => {
            let column = if now { kpis::BASELINE } else { kpis::TARGET };
            draft.put(table, column, one.text, part);
        }
        _ => draft.put(table, kpis::DEFINITION, part, part),
    }
}

fn is_change(part: &str, from: usize, to: usize) -> bool {
    let between = part.get(from..to).unwrap_or_default();
    ["到", "至", "→", "->", " to "]
        .iter()
        .any(|word| between.contains(word))
}

/// Whether the words around the figures are only those that join them; else they must stay.
fn rest_is_short(part: &str, figures: &[&str]) -> bool {
    let mut rest = part.to_owned();
    for figure in figures {
        rest = rest.replacen(figure, " ", 1);
    }
    for cue in CUES {
        rest = rest.replace(cue, " ");
    }
    rest.trim_matches(|c: char| !c.is_alphanumeric()).is_empty()
}

/// What may stand around a figure and say nothing that the column does not say.
pub(super) const CUES: [&str; 38] = [
    "目标值",
    "目标",
    "基线",
    "现状值",
    "现状",
    "当前值",
    "当前",
    "目前",
    "现在",
    "提升到",
    "提升至",
    "提高到",
    "提高至",
    "降低到",
    "降低至",
    "降至",
    "降到",
    "缩短到",
    "缩短至",
    "增长到",
    "升至",
    "从",
    "由",
    "提",
    "到",
    "至",
    "为",
    "→",
    "->",
    "from",
    "to",
    "target",
    "baseline",
    "currently",
    "today",
    "is",
    "of",
    "达到",
];
