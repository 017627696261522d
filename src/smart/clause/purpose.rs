//! The purpose a goal names.

use super::*;
use crate::smart::types::TimeClass;

pub(super) const ZH_PURPOSE: &[&str] = &[
    "以便",
    "为了",
    "从而",
    "以期",
    "用以",
    "用于支撑",
    "用于支持",
    "服务于",
    "助力",
    "进而",
    "以此",
    "目的是",
];

pub(super) const ZH_AIMS: &[&str] = &[
    "支撑", "支持", "应对", "提升", "提高", "降低", "减少", "满足", "确保", "保障", "实现", "缩小",
    "推动", "促进", "增强", "达成", "匹配", "配合", "避免", "带动", "改善", "扩大", "加快", "释放",
    "腾出", "承接", "覆盖", "保证", "拉动", "维持", "巩固",
];

pub(super) const EN_AIMS: &[&str] = &[
    "support",
    "drive",
    "enable",
    "facilitate",
    "improve",
    "increase",
    "reduce",
    "ensure",
    "help",
    "meet",
    "beat",
    "confirm",
    "protect",
    "free",
    "free up",
    "prepare",
    "fund",
    "impact",
    "boost",
    "grow",
    "raise",
    "cut",
    "lower",
    "make",
    "allow",
    "accelerate",
    "strengthen",
    "serve",
    "achieve",
    "prevent",
    "avoid",
    "keep",
    "deliver",
    "speed",
    "build",
    "unlock",
    "win",
    "attract",
    "retain",
    "validate",
    "better",
    "understand",
    "gain",
    "save",
    "stay",
    "create",
    "sustain",
    "close",
    "secure",
    "comply",
];

/// The clause or tail that names what the goal serves, marker included.
pub(crate) fn purpose(r: &Reading) -> Option<Place> {
    let c = &r.c;
    let many = r.clauses.len() > 1;
    for cl in &r.clauses {
        for i in cl.start..cl.end {
            let found = if r.lang == Lang::Zh || !at(c, i).is_ascii() {
                zh_purpose(r, cl, i, many)
            } else {
                en_purpose(r, cl, i)
            };
            if found {
                return Some((i, before_deadline(r, i, cl.end)));
            }
        }
    }
    None
}

/// Where a purpose ends when the goal's own deadline closes the sentence behind it: `to support
/// hiring by June 30` names hiring, not the day.
fn before_deadline(r: &Reading, start: usize, end: usize) -> usize {
    let last = |t: &Time| skip(&r.c, t.end) >= end || at(&r.c, skip(&r.c, t.end)) == '(';
    let closing = |t: &&Time| t.start > start + 2 && t.start < end && last(t);
    let alone = |t: &Time| {
        !r.times
            .iter()
            .any(|o| o.class == Some(TimeClass::Deadline) && o.start < start && o.end <= t.start)
    };
    r.timed(TimeClass::Deadline)
        .find(closing)
        .filter(|t| r.lang == Lang::En && alone(t))
        .map_or(end, |t| back(&r.c, t.start))
}

pub(super) fn zh_purpose(r: &Reading, cl: &Clause, i: usize, many: bool) -> bool {
    let c = &r.c;
    if any(c, i, ZH_PURPOSE).is_some() && (i > cl.start || many || i > 0) {
        return true;
    }
    if at(c, i) == '来'
        && i > cl.start
        && any(c, i + 1, ZH_AIMS).is_some()
        && ends(c, i, &["原", "本", "下", "近", "将", "未", "以"]).is_none()
    {
        return true;
    }
    let open = i == cl.start;
    if at(c, i) == '以' && any(c, i + 1, ZH_AIMS).is_some() && (open || i > cl.start + 1) {
        return true;
    }
    if at(c, i) == '为'
        && open
        && many
        && lit(c, i, "为了").is_none()
        && cl.start == r.clauses.first().map_or(0, |f| f.start)
        && any(c, i + 1, ZH_AIMS).is_some()
    {
        return true;
    }
    // 支撑 + parent aim as the last clause, without a figure of its own
    let last = r.clauses.last() == Some(cl) && many;
    open && last
        && any(c, i, &["支撑", "支持", "保障"]).is_some()
        && !(cl.start..cl.end).any(|k| at(c, k).is_ascii_digit())
        && r.clauses
            .iter()
            .any(|o| (o.start..o.end).any(|k| at(c, k).is_ascii_digit()))
}

pub(super) fn en_purpose(r: &Reading, cl: &Clause, i: usize) -> bool {
    let c = &r.c;
    if !word_start(c, i)
        || i <= cl.start && r.clauses.first() == Some(cl) && lit(c, i, "in order to").is_none()
    {
        return false;
    }
    if any_word(
        c,
        i,
        &[
            "in order to",
            "so that",
            "so we can",
            "so as to",
            "thereby",
            "for the purpose of",
            "with the aim of",
        ],
    )
    .is_some()
    {
        return true;
    }
    let Some(e) = lit(c, i, "to ") else {
        return false;
    };
    let k = skip(c, e);
    if any_word(c, k, EN_AIMS).is_none() {
        return false;
    }
    let before = slice(c, cl.start, back(c, i));
    let last = before.rsplit(' ').next().unwrap_or_default().to_string();
    const NEEDS: &[&str] = &[
        "need",
        "needs",
        "ready",
        "able",
        "plan",
        "plans",
        "aim",
        "want",
        "goal",
        "is",
        "are",
        "be",
        "due",
        "going",
        "ways",
        "way",
        "required",
        "committed",
        "how",
        "foundation",
        "ability",
        "effort",
        "efforts",
        "team",
        "continue",
        "continues",
        "begin",
        "seek",
        "try",
        "strive",
        "helps",
        "not",
        "hope",
        "intend",
        "aims",
        "objective",
        "work",
        "opportunity",
        "capacity",
        "want",
        "begin",
        "start",
        "starts",
        "us",
        "it",
        "them",
        "up",
        "together",
        "responsive",
    ];
    !NEEDS.contains(&last.as_str()) && before.split(' ').count() > 1
}
