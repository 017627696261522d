//! Days, months, quarters and years in English.

use super::*;

pub(super) fn calendar(c: &[char], orig: &[char], i: usize, today: NaiveDate) -> Option<Time> {
    let k = word(c, i, "the").map_or(i, |e| skip(c, e));
    let (s, e) = named(c, orig, k, today)?;
    let year = (k..e).filter(|n| at(c, *n).is_ascii_digit()).count() >= 4
        || any_word(
            c,
            k,
            &[
                "this",
                "next",
                "last",
                "current",
                "previous",
                "coming",
                "upcoming",
                "following",
                "eoy",
                "eoq",
                "eom",
                "year",
                "fy",
                "cy",
            ],
        )
        .is_some();
    Some(Time {
        floating: !year && s.unit <= Unit::Quarter && s.unit != Unit::Week,
        ..Time::period(i, e, s)
    })
}

/// A named calendar unit: month, quarter, half, year, day, holiday, this/next.
pub(super) fn named(
    c: &[char],
    orig: &[char],
    i: usize,
    today: NaiveDate,
) -> Option<(Span, usize)> {
    relative(c, orig, i, today)
        .or_else(|| quarter_half(c, i, today))
        .or_else(|| month_day(c, orig, i, today))
        .or_else(|| numeric(c, i, today.year()))
        .or_else(|| {
            let (e, h) = holidays::at(c, i).filter(|_| at(c, i).is_ascii_alphabetic())?;
            match year_at(c, e) {
                Some((y, e)) => h.on(y).map(|s| (s, e)),
                None => h.next(today).map(|s| (s, e)),
            }
        })
        .or_else(|| {
            // A bare year after a preposition, or FY26
            let fy = lit(c, i, "fy").or_else(|| lit(c, i, "cy"));
            let (y, e) = year_at(c, i).filter(|x| x.1 - i <= 6)?;
            let led = ends(
                c,
                back(c, i),
                &[
                    "by",
                    "in",
                    "of",
                    "through",
                    "throughout",
                    "during",
                    "before",
                    "after",
                    "since",
                    "until",
                    "till",
                    "for",
                    "to",
                    "year",
                    "from",
                    "end",
                    "mid",
                    "early",
                    "late",
                    "between",
                    "and",
                ],
            )
            .is_some();
            let (k, next) = (skip(c, e), at(c, skip(c, e)));
            let alone = !next.is_ascii_alphabetic()
                || any_word(
                    c,
                    k,
                    &[
                        "and", "to", "through", "with", "by", "we", "at", "in", "goal", "goals",
                        "or",
                    ],
                )
                .is_some();
            ((led && (alone || fy.is_some())) || fy.is_some()).then_some(())?;
            year(y).map(|s| (s, e))
        })
}

pub(super) fn relative(
    c: &[char],
    orig: &[char],
    i: usize,
    today: NaiveDate,
) -> Option<(Span, usize)> {
    if let Some((n, e)) = any_word(
        c,
        i,
        &[
            "today",
            "tomorrow",
            "yesterday",
            "eod",
            "eow",
            "eom",
            "eoq",
            "eoy",
            "eofy",
            "year end",
            "year-end",
            "yearend",
            "quarter end",
            "quarter-end",
            "month end",
            "month-end",
            "tonight",
        ],
    ) {
        let s = match n {
            0 | 3 | 16 => day(today),
            1 => day(today.succ_opt()?),
            2 => day(today.pred_opt()?),
            4 => around(today, Unit::Week, 0)?,
            5 | 14 | 15 => around(today, Unit::Month, 0)?,
            6 | 12 | 13 => around(today, Unit::Quarter, 0)?,
            _ => around(today, Unit::Year, 0)?,
        };
        let tail = matches!(n, 4..=15).then(|| day(s.to));
        if let Some((y, e2)) = year_at(c, e).filter(|_| matches!(n, 7..=11)) {
            return year(y).map(|s| (day(s.to), e2));
        }
        return Some((tail.unwrap_or(s), e));
    }
    let (n, k) = any_word(
        c,
        i,
        &[
            "this",
            "the current",
            "current",
            "next",
            "the next",
            "the coming",
            "coming",
            "upcoming",
            "following",
            "the following",
            "last",
            "previous",
            "the previous",
            "calendar",
            "throughout the",
        ],
    )?;
    let shift = match n {
        0..=2 | 13 | 14 => 0,
        3..=9 => 1,
        _ => -1,
    };
    let k = skip(c, k);
    let k = any_word(
        c,
        k,
        &["fiscal", "calendar", "coming", "upcoming", "current"],
    )
    .map_or(k, |x| skip(c, x.1));
    if let Some((u, e)) = unit_at(c, k).filter(|u| u.0 > Unit::Workday && !at(c, u.1 - 1).eq(&'s'))
    {
        let w = skip(c, e);
        let w = any_word(c, w, &["on"]).map_or(w, |x| skip(c, x.1));
        if u == Unit::Week
            && let Some((d, we)) = weekday_at(c, orig, w)
        {
            return weekday(today, i64::from(shift), d).map(|s| (s, we));
        }
        return around(today, u, shift).map(|s| (s, e));
    }
    if let Some((h, e)) = half_word(c, k) {
        return half(today.year(), h).map(|s| (s, e));
    }
    if let Some((d, e)) = weekday_at(c, orig, k) {
        let this = weekday(today, 0, d)?;
        let s = match shift {
            0 => this,
            1 => weekday(today, 1, d)?,
            _ => weekday(today, -1, d)?,
        };
        return Some((s, e));
    }
    let (m, e) = month_at(c, orig, k)?;
    let y = today.year() + i32::from(shift > 0 && m <= today.month())
        - i32::from(shift < 0 && m >= today.month());
    month(y, m).map(|s| (s, e))
}

pub(super) fn weekday_at(c: &[char], orig: &[char], i: usize) -> Option<(u32, usize)> {
    let e = word_end(c, i);
    let w = slice(c, i, e);
    let n = DAYS
        .iter()
        .position(|d| *d == w || (w.len() >= 3 && w.len() <= 5 && d.starts_with(&w)))?;
    if w.len() == 3 && matches!(w.as_str(), "sat" | "sun" | "wed") && !at(orig, i).is_uppercase() {
        return None;
    }
    u32::try_from(n).ok().map(|n| (n, e))
}

pub(super) fn half_word(c: &[char], i: usize) -> Option<(u32, usize)> {
    any_word(
        c,
        i,
        &[
            "h1",
            "first half",
            "1st half",
            "h2",
            "second half",
            "2nd half",
        ],
    )
    .map(|(n, e)| (if n < 3 { 1 } else { 2 }, e))
}

pub(super) fn quarter_half(c: &[char], i: usize, today: NaiveDate) -> Option<(Span, usize)> {
    // 2026 Q3, FY26 Q3
    if let Some((y, e)) = year_at(c, i).filter(|y| {
        at(c, i) != ',' && y.1 - i <= 6 && word_start(c, i) && !matches!(at(c, i), 'o' | 'i')
    }) {
        let k = skip(c, e);
        let k = if at(c, k) == '-' { k + 1 } else { k };
        if let Some((q, e)) = quarter_word(c, k) {
            return quarter(y, q).map(|s| (s, e));
        }
        if let Some((h, e)) = half_word(c, k) {
            return half(y, h).map(|s| (s, e));
        }
    }
    let (q, e, is_half) = match quarter_word(c, i) {
        Some((q, e)) => (q, e, false),
        None => half_word(c, i).map(|(h, e)| (h, e, true))?,
    };
    let (y, e) = year_at(c, e)
        .or_else(|| {
            let k = skip(c, e);
            let (n, e) = any_word(
                c,
                k,
                &[
                    "of the year",
                    "of this year",
                    "this year",
                    "of next year",
                    "next year",
                ],
            )?;
            Some((today.year() + i32::from(n > 2), e))
        })
        .unwrap_or((today.year(), e));
    let s = if is_half { half(y, q)? } else { quarter(y, q)? };
    Some((s, e))
}

pub(super) fn quarter_word(c: &[char], i: usize) -> Option<(u32, usize)> {
    let q = any_word(
        c,
        i,
        &[
            "q1",
            "q2",
            "q3",
            "q4",
            "first quarter",
            "second quarter",
            "third quarter",
            "fourth quarter",
            "1st quarter",
            "2nd quarter",
            "3rd quarter",
            "4th quarter",
            "1q",
            "2q",
            "3q",
            "4q",
        ],
    )?;
    u32::try_from(q.0 % 4).ok().map(|n| (n + 1, q.1))
}

pub(super) fn month_day(
    c: &[char],
    orig: &[char],
    i: usize,
    today: NaiveDate,
) -> Option<(Span, usize)> {
    if let Some((m, e)) = month_at(c, orig, i) {
        let k = skip(c, e);
        let k = word(c, k, "the").map_or(k, |e| skip(c, e));
        if let Some((d, e)) = day_no(c, k).filter(|_| k > e || at(c, e) == '-') {
            let (y, e) = year_at(c, e).unwrap_or((today.year(), e));
            return ymd(y, m, d).map(|s| (s, e));
        }
        let (y, e) = year_at(c, e).unwrap_or((today.year(), e));
        return month(y, m).map(|s| (s, e));
    }
    if let Some((d, e)) = day_no(c, i) {
        let k = skip(c, e);
        let k = any_word(c, k, &["of", "day of"]).map_or(k, |x| skip(c, x.1));
        if let Some((m, e)) = month_at(c, orig, k) {
            let (y, e) = year_at(c, e).unwrap_or((today.year(), e));
            return ymd(y, m, d).map(|s| (s, e));
        }
    }
    let (d, e) = weekday_at(c, orig, i)?;
    if ends(c, back(c, i), &["every", "each", "black", "cyber"]).is_some() || at(c, e) == 's' {
        return None;
    }
    // Tuesday, March 7
    let k = skip(
        c,
        if matches!(at(c, e), ',' | '.') {
            e + 1
        } else {
            e
        },
    );
    let k = any_word(c, k, &["the"]).map_or(k, |x| skip(c, x.1));
    if let Some((s, e)) = month_at(c, orig, k)
        .and_then(|_| month_day(c, orig, k, today))
        .filter(|x| x.0.unit == Unit::Day)
        .or_else(|| numeric(c, k, today.year()))
    {
        return Some((s, e));
    }
    let s = weekday(today, 0, d)?;
    let s = if s.to < today {
        weekday(today, 1, d)?
    } else {
        s
    };
    Some((s, e))
}

/// 12/31/2026, 12/31 (month first); after a preposition when it has no year.
pub(super) fn numeric(c: &[char], i: usize, this_year: i32) -> Option<(Span, usize)> {
    let (a, e) = digits(c, i)?;
    let sep = at(c, e);
    if !matches!(sep, '/' | '-' | '.') {
        return None;
    }
    let (b, f) = digits(c, e + 1)?;
    if at(c, f) == sep
        && let Some((y, g)) = digits(c, f + 1)
        && !at(c, g).is_ascii_alphanumeric()
        && e - i <= 2
    {
        let y = i32::try_from(y).ok()?;
        let y = if y < 100 { 2000 + y } else { y };
        return ymd(y, a, b).or_else(|| ymd(y, b, a)).map(|s| (s, g));
    }
    if at(c, f) == sep
        && e - i == 4
        && let Some((d, g)) = digits(c, f + 1)
    {
        return ymd(i32::try_from(a).ok()?, b, d).map(|s| (s, g));
    }
    // 10/1 after a preposition
    let led = ends(
        c,
        back(c, i),
        &[
            "on", "by", "before", "until", "from", "to", "since", "after", "friday", "next", "this",
        ],
    )
    .is_some();
    (sep == '/' && led && e - i <= 2 && f - e <= 3 && !at(c, f).is_ascii_alphanumeric())
        .then_some(())?;
    ymd(this_year, a, b)
        .or_else(|| ymd(this_year, b, a))
        .map(|s| (s, f))
}
