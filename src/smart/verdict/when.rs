//! The time that decides T.

use super::*;

pub(crate) fn when(r: &Reading) -> When {
    let usable = |t: &&Time| t.class == Some(TimeClass::Deadline) && !r.in_purpose(t.start);
    let dated: Vec<&Time> = r.times.iter().filter(usable).collect();
    let fiscal =
        |t: &Time| slice(&r.c, t.start, t.end).contains("fiscal") && t.form == Form::Length;
    if let Some(t) = dated.iter().find(|t| fiscal(t)) {
        return When::Undated((*t).clone());
    }
    // The first that is not over; else the first.
    let pick = dated
        .iter()
        .find(|t| t.deadline.is_some_and(|d| d >= r.today))
        .or(dated.first());
    if let Some(t) = pick
        && let Some(d) = t.deadline
    {
        return if d < r.today {
            When::Past((*t).clone(), d)
        } else {
            When::Date((*t).clone(), d)
        };
    }
    if let Some(t) = r.cadence().filter(|_| quota(r)) {
        return When::Cadence(t.clone());
    }
    if let Some(p) = event(r) {
        return When::Event(p);
    }
    When::None
}

/// 上线前, after joining: an anchor without a date.
pub(super) fn event(r: &Reading) -> Option<Place> {
    if let Some(t) = r.timed(TimeClass::Event).next() {
        return Some((t.start, t.end));
    }
    let c = &r.c;
    for t in r
        .tokens
        .iter()
        .filter(|t| t.is(class::EVENT) && !r.in_purpose(t.start))
    {
        if let Some((_, e)) =
            crate::smart::text::any(c, t.end, &["之前", "之后", "以前", "以后", "前", "后"])
            && crate::smart::text::any(
                c,
                t.end,
                &[
                    "前端", "后台", "后端", "前台", "前期", "后续", "后期", "前三", "前十",
                ],
            )
            .is_none()
        {
            return Some((t.start, e));
        }
        let k = crate::smart::text::back(c, t.start);
        let k = crate::smart::text::ends(
            c,
            k,
            &[
                "the",
                "their",
                "our",
                "its",
                "a",
                "product",
                "the first",
                "their first",
            ],
        )
        .map_or(k, |s| crate::smart::text::back(c, s));
        if let Some(s) = crate::smart::text::ends(
            c,
            k,
            &[
                "before",
                "after",
                "prior to",
                "upon",
                "ahead of",
                "by the time of",
                "following",
            ],
        ) {
            return Some((s, t.end));
        }
    }
    for i in 0..c.len() {
        if crate::smart::text::word_start(c, i)
            && crate::smart::text::any_word(
                c,
                i,
                &[
                    "after their first",
                    "after joining",
                    "after launch",
                    "before launch",
                    "before go-live",
                    "after go-live",
                ],
            )
            .is_some()
        {
            return Some((i, (i + 20).min(c.len())));
        }
    }
    None
}
