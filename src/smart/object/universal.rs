//! 所有, each, 不新增: all of them or none of them.

use super::*;

/// The things that 所有, each, every week or 不新增 speak of.
pub(super) fn counted(r: &Reading) -> Option<Place> {
    let cadence = r.cadence().map(|t| (t.start, t.end));
    let p = r.universal.map(|u| u.0).or(cadence)?;
    let cl = r.clauses.iter().find(|x| p.0 >= x.start && p.0 < x.end)?;
    let after = if r.lang == Lang::Zh {
        trim_object(r, p.1, cl.end)
    } else {
        noun_phrase(r, p.1, cl.end)
    };
    if after.1 > after.0 + 1 {
        return Some(after);
    }
    let start = r
        .tokens
        .iter()
        .find(|t| t.start >= cl.start && t.end <= p.0 && t.is(class::VERB))
        .map_or(cl.start, |t| t.end);
    let before = if r.lang == Lang::Zh {
        trim_before(r, cl.start, p.0)
    } else {
        noun_phrase(r, start, p.0)
    };
    (before.1 > before.0 + 1).then_some(before)
}

/// 所有 …, each …: 100 per cent of them; 不新增任何 …: zero.
pub(super) fn universal(r: &Reading) -> Option<(Place, f64)> {
    let c = &r.c;
    for t in r
        .tokens
        .iter()
        .filter(|t| t.is(class::ZERO) && !r.in_purpose(t.start))
    {
        if han(at(c, t.start))
            || any_word(
                c,
                skip(c, t.end),
                &[
                    "defects",
                    "incidents",
                    "accidents",
                    "complaints",
                    "errors",
                    "new",
                    "outages",
                    "downtime",
                    "injuries",
                ],
            )
            .is_some()
        {
            return Some(((t.start, t.end), 0.0));
        }
    }
    for i in 0..c.len() {
        if any(
            c,
            i,
            &[
                "不得有",
                "不能有",
                "没有任何",
                "无任何",
                "不漏",
                "不出",
                "不超期",
                "不留",
            ],
        )
        .is_some()
            && han(at(c, i))
        {
            return Some(((i, i + 2), 0.0));
        }
        if at(c, i) == '零'
            && han(at(c, i + 1))
            && crate::smart::quantity::not_number(c, i).is_none()
            && crate::smart::quantity::zh_digit(at(c, i + 1)).is_none()
            && (i == 0
                || crate::smart::quantity::zh_digit(at(c, i - 1)).is_none()
                    && !matches!(at(c, i - 1), '十' | '百' | '千' | '万' | '亿' | '从'))
            && any(c, i + 1, &["点", "门", "星"]).is_none()
        {
            return Some(((i, i + 1), 0.0));
        }
        if word_start(c, i)
            && any_word(
                c,
                i,
                &[
                    "no customer",
                    "no order",
                    "no ticket",
                    "no employee",
                    "no invoice",
                    "no open",
                    "no outstanding",
                    "no more than zero",
                ],
            )
            .is_some()
        {
            return Some(((i, i + 2), 0.0));
        }
    }
    let t = r.tokens.iter().find(|t| {
        t.is(class::UNIV)
            && !r.in_purpose(t.start)
            && !r
                .times
                .iter()
                .any(|x| t.start >= x.start && t.start < x.end)
    })?;
    let cl = r
        .clauses
        .iter()
        .find(|x| t.start >= x.start && t.end <= x.end)?;
    if r.lang == Lang::Zh {
        let word = slice(c, t.start, t.end);
        if word == "各" || word == "任何" {
            return None;
        }
        let predicate = r.tokens.iter().any(|v| {
            v.start >= t.end && v.end <= cl.end && v.is(class::DONE | class::REACH | class::SERVICE)
        }) || any(c, t.start, &["百分百"]).is_some();
        let before = r.tokens.iter().any(|v| {
            v.end <= t.start && v.start >= cl.start && v.is(class::DONE) && !v.is(class::GENERIC)
        });
        let hollow = r
            .tokens
            .iter()
            .any(|v| v.start >= t.end && v.end <= cl.end && v.is(class::EMPTY));
        return ((predicate || before) && !hollow).then_some(((t.start, t.end), 100.0));
    }
    let done_before = r
        .tokens
        .iter()
        .any(|v| v.end <= t.start && v.start >= cl.start && v.is(class::DONE | class::SERVICE));
    let open = skip(c, cl.start) == t.start
        || ends(c, back(c, t.start), &["]", "that", "ensure", "ensure that"]).is_some();
    let hollow = r
        .tokens
        .iter()
        .any(|v| v.start >= t.end && v.is(class::EMPTY));
    ((open || done_before) && !hollow && cl.end > t.end + 4).then_some(((t.start, t.end), 100.0))
}
