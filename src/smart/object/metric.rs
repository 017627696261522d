//! The phrase that is measured.

use super::*;
use crate::smart::quantity::Qty;

/// Words that lead from a metric to its figure; no part of the metric.
const TAILS: &[&str] = &[
    "从",
    "由",
    "目前",
    "至",
    "到",
    "要",
    "能",
    "应",
    "的",
    "从去年的",
    "为",
    "在",
    "数量",
    "约",
    "总",
    "保持",
    "同比",
    "环比",
    "且",
    "并",
    "均",
    "须",
    "需",
    "控制",
    "from",
    "to",
    "by",
    "is",
    "are",
    "was",
    "were",
    "be",
    "at",
    "of",
    "has",
    "have",
    "an",
    "a",
    "the",
    ",",
    "(",
    "=",
    "will",
    "average",
    "than",
    "takes",
    "take",
    "within",
    "reports",
    "report",
    "says",
    "say",
    "that",
    "drives",
    "drive",
    "stays",
    "stay",
    "stands",
    "ends up",
    "lands",
    "gets",
    "get",
    "hits",
    "+/",
    "+",
    "only",
    "about",
];

/// Words that are no metric by themselves.
const NO_METRIC: &[&str] = &[
    "we",
    "we've",
    "our",
    "goal",
    "is",
    "to",
    "the",
    "team",
    "will",
    "at",
    "least",
    "and",
    "of",
    "make",
    "made",
    "do",
    "try",
    "in",
    "completed",
    "done",
    "complete",
    "get",
    "have",
    "each",
    "every",
    "all",
    "it",
    "they",
    "reach",
    "achieve",
    "more",
    "than",
];

/// The phrase that is measured: before the verb (将 X 提升), between verb and figure (降低 X 15%),
/// or around the figure.
pub(super) fn metric(r: &Reading) -> Option<Place> {
    let q = r.targets().next()?;
    let cl = *r
        .clauses
        .iter()
        .find(|x| q.num >= x.start && q.num < x.end)?;
    let meaningful = |p: &Place| is_metric(r, *p);
    candidates(r, q, cl)
        .into_iter()
        .find(meaningful)
        .or_else(|| {
            // The figure's clause names nothing: 客诉结案率，三季度达到 95%.
            r.clauses
                .iter()
                .rev()
                .find(|x| x.end <= cl.start)
                .map(|x| without_tail(r, (x.start, x.end)))
                .filter(meaningful)
        })
}

/// Where the metric may stand, the likeliest place first.
fn candidates(r: &Reading, q: &Qty, cl: Clause) -> Vec<Place> {
    let c = &r.c;
    let base = r
        .quantities
        .iter()
        .find(|b| b.1 == Role::Baseline && b.0.start >= cl.start && b.0.end <= q.start);
    let stop = base.map_or(q.start, |b| b.0.start);
    let verb = verb_before(r, q).copied().filter(|v| v.start >= cl.start);
    let after = match r.lang {
        Lang::En => {
            let of = any_word(c, skip(c, q.unit_end), &["of", "of all", "more", "or more"]);
            noun_phrase(r, of.map_or(q.num_end(), |x| x.1), cl.end)
        }
        Lang::Zh => trim_object(r, q.end, cl.end),
    };
    let Some(v) = verb else {
        let before = without_tail(r, (cl.start, stop));
        // 拜访 50 个客户: what is counted stands behind its figure.
        return if counts_what_follows(r, q, after) {
            vec![after, before]
        } else {
            vec![before, after]
        };
    };
    let before = without_tail(r, (cl.start, v.start.min(stop)));
    let between = without_tail(r, (v.end.min(stop), stop));
    if r.lang == Lang::En && only_filler(c, cl.start, v.start) {
        vec![between, before, after]
    } else {
        vec![before, between, after]
    }
}

/// A count with its measure word and a noun behind it.
pub(super) fn counts_what_follows(r: &Reading, q: &Qty, after: Place) -> bool {
    let noun = (after.0..after.1).any(|i| at(&r.c, i).is_alphabetic());
    let touching = after.0 <= skip(&r.c, q.unit_end) + 1;
    r.lang == Lang::Zh && q.kind == Kind::Count && q.unit_end > q.num + 1 && noun && touching
}

fn without_tail(r: &Reading, p: Place) -> Place {
    let c = &r.c;
    let p = trim_before(r, p.0, p.1);
    let mut e = p.1;
    while let Some(s) = ends(c, e, TAILS) {
        // A tail in Latin letters is a whole word.
        let inside = at(c, s).is_ascii_alphabetic() && s > 0 && at(c, s - 1).is_ascii_alphabetic();
        if s < p.0 || s == e || inside {
            break;
        }
        e = back(c, s);
    }
    (p.0, e.max(p.0))
}

fn is_metric(r: &Reading, p: Place) -> bool {
    let words = slice(&r.c, p.0, p.1);
    let words = words.trim();
    p.1 > p.0
        && words.chars().any(char::is_alphabetic)
        && words.chars().count() > 1
        && !words.split(' ').all(|w| NO_METRIC.contains(&w))
}
