//! The concrete object without a figure.

use super::*;

/// A concrete object although no figure and no deliverable was found: a metric with a direction, an activity.
pub(super) fn concrete(r: &Reading) -> Option<Place> {
    let c = &r.c;
    let metric = |t: &&Token| t.is(class::METRIC) && !r.in_purpose(t.start);
    let moved = r
        .tokens
        .iter()
        .any(|t| t.is(class::CHANGE) && !r.in_purpose(t.start))
        || r.tokens
            .iter()
            .any(|t| t.is(class::GENERIC | class::KEEP) && t.is(class::UP))
        || r.placeholder.is_some();
    if moved {
        if let Some(t) = r.tokens.iter().find(metric) {
            return Some((t.start, t.end));
        }
        if let Some(p) = awaited(r) {
            return Some(p);
        }
        // an unknown rate or count: X 率, X 量, X 数, DAU
        for v in r.tokens.iter().filter(|t| t.is(class::CHANGE)) {
            let cl = r
                .clauses
                .iter()
                .find(|x| v.start >= x.start && v.end <= x.end)?;
            for k in cl.start..cl.end {
                if matches!(at(c, k), '率' | '量' | '额')
                    && k > cl.start + 1
                    && han(at(c, k - 1))
                    && !matches!(at(c, k + 1), '化')
                    && !r
                        .tokens
                        .iter()
                        .any(|t| t.is(class::ABSTRACT) && k >= t.start && k < t.end)
                    && !lit_any(c, k - 1, &["质量", "效率", "力量", "能量", "名额"])
                {
                    return Some((k - 1, k + 1));
                }
            }
        }
    }
    if let Some(t) = r
        .tokens
        .iter()
        .find(|t| t.is(class::ACT) && !r.in_purpose(t.start) && (r.lang == Lang::Zh || !t.past))
    {
        let object = trim_object(
            r,
            t.end,
            r.clauses
                .iter()
                .find(|x| t.start >= x.start && t.end <= x.end)
                .map_or(c.len(), |x| x.end),
        );
        if object.1 > object.0 + 1 || t.start > 0 {
            return Some((t.start, object.1.max(t.end)));
        }
    }
    let t = r
        .tokens
        .iter()
        .find(|t| t.is(class::EXPLORE) && !t.past && !r.in_purpose(t.start))?;
    let cl = r
        .clauses
        .iter()
        .find(|x| t.start >= x.start && t.end <= x.end)?;
    let p = if r.lang == Lang::Zh {
        trim_object(r, t.end, cl.end)
    } else {
        noun_phrase(r, t.end, cl.end)
    };
    let hollow = r
        .find(
            (p.0, cl.end),
            class::ABSTRACT | class::VAGUE | class::SLOGAN,
        )
        .is_some();
    let first = only_filler(c, cl.start, t.start) || r.lang == Lang::Zh;
    (p.1 > p.0 + 1 && !hollow && first).then_some(p)
}

/// Achieve X% course completion: the words after the open value.
pub(super) fn awaited(r: &Reading) -> Option<Place> {
    let open = r.placeholder.filter(|_| r.lang == Lang::En)?;
    let cl = r
        .clauses
        .iter()
        .find(|x| open.0 >= x.start && open.1 <= x.end)?;
    let p = noun_phrase(r, open.1, cl.end);
    let hollow = class::ABSTRACT | class::EMPTY | class::SLOGAN;
    (p.1 > p.0 + 3 && r.find(p, hollow).is_none() && at(&r.c, p.0).is_ascii_alphabetic())
        .then_some(p)
}

pub(super) fn lit_any(c: &[char], i: usize, words: &[&str]) -> bool {
    any(c, i, words).is_some()
}
