//! The phrase that is measured, and the concrete object without a figure.

use super::*;

pub(super) fn direction(r: &Reading) -> Option<Direction> {
    let first = r.targets().next();
    if let Some(q) = first {
        let v = verb_before(r, q).copied();
        if r.tokens
            .iter()
            .any(|t| t.is(class::CHANGE) && v.is_some_and(|v| v.start == t.start))
        {
            let up = v.is_some_and(|v| v.is(class::UP));
            if slice(&r.c, 0, q.start).contains("don't let") {
                return Some(Direction::Keep);
            }
            return Some(if up { Direction::Up } else { Direction::Down });
        }
        if q.kind == Kind::Change {
            return Some(if matches!(at(&r.c, q.num), '减' | 'h') {
                Direction::Down
            } else {
                Direction::Up
            });
        }
        if crate::smart::roles::noun_change(r, q) {
            let t = r
                .tokens
                .iter()
                .find(|t| t.start >= q.end && t.is(class::CHANGE));
            return Some(if t.is_some_and(|t| t.is(class::DOWN)) {
                Direction::Down
            } else {
                Direction::Up
            });
        }
        if v.is_some_and(|v| v.is(class::KEEP)) || matches!(q.cmp, Cmp::Le | Cmp::Lt) && v.is_none()
        {
            return Some(Direction::Keep);
        }
        if q.kind == Kind::Count && (v.is_some_and(|v| v.is(class::DONE)) || r.cadence().is_some())
        {
            return Some(Direction::Do);
        }
        return Some(Direction::Reach);
    }
    if let Some(v) = r.verb.filter(|v| v.is(class::CHANGE)) {
        return Some(if v.is(class::UP) {
            Direction::Up
        } else {
            Direction::Down
        });
    }
    (r.binary.is_some()
        || r.universal.is_some()
        || r.cadence().is_some()
        || r.verb.is_some_and(|v| v.is(class::ACT | class::EXPLORE)))
    .then_some(Direction::Do)
}

/// The phrase that is measured: before the verb (将 X 提升), or between verb and figure (降低 X 15%), or around the figure.
pub(super) fn metric(r: &Reading) -> Option<Place> {
    let c = &r.c;
    let q = r.targets().next()?;
    let cl = *r
        .clauses
        .iter()
        .find(|x| q.num >= x.start && q.num < x.end)?;
    let base = r
        .quantities
        .iter()
        .find(|b| b.1 == Role::Baseline && b.0.start >= cl.start && b.0.end <= q.start)
        .map(|b| &b.0);
    let verb = verb_before(r, q).copied().filter(|v| v.start >= cl.start);
    let stop = base.map_or(q.start, |b| b.start);
    let clean = |p: Place| {
        let p = trim_before(r, p.0, p.1);
        let mut e = p.1;
        while let Some(s) = ends(
            c,
            e,
            &[
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
                "from",
                "to",
                "by",
                "is",
                "are",
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
                "约",
                "average",
                "总",
                "保持",
                "同比",
                "环比",
                "than",
                "且",
                "并",
            ],
        ) {
            if s < p.0 || s == e {
                break;
            }
            e = back(c, s);
        }
        (p.0, e.max(p.0))
    };
    let mut places = Vec::new();
    if let Some(v) = verb {
        let s = v.start.min(stop);
        places.push(clean((cl.start, s)));
        places.push(clean((v.end.min(stop), stop)));
    } else {
        places.push(clean((cl.start, stop)));
    }
    let after = if r.lang == Lang::En {
        noun_phrase(
            r,
            any_word(c, skip(c, q.unit_end), &["of", "of all", "more", "or more"])
                .map_or(q.num_end(), |x| x.1),
            cl.end,
        )
    } else {
        trim_object(r, q.end, cl.end)
    };
    let en_verb_first =
        verb.is_some_and(|v| only_filler(c, cl.start, v.start)) && r.lang == Lang::En;
    if en_verb_first {
        places.reverse();
    }
    places.push(after);
    let meaningful = |p: &Place| {
        let s = slice(c, p.0, p.1);
        let s = s.trim();
        p.1 > p.0
            && s.chars().any(char::is_alphabetic)
            && (s.chars().count() > 1)
            && !s.split(' ').all(|w| {
                matches!(
                    w,
                    "we" | "we've"
                        | "our"
                        | "goal"
                        | "is"
                        | "to"
                        | "the"
                        | "team"
                        | "will"
                        | "at"
                        | "least"
                        | "and"
                        | "of"
                )
            })
    };
    places.into_iter().find(meaningful).or_else(|| {
        r.clauses
            .iter()
            .rev()
            .find(|x| x.end <= cl.start)
            .map(|x| clean((x.start, x.end)))
            .filter(meaningful)
    })
}

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
