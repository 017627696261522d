//! English time expressions: by end of Q2 2026, within 90 days, every Friday, next month.

use chrono::{Datelike, NaiveDate};

use crate::smart::quantity::{plain_word_number, word_number};
use crate::smart::text::{
    any_word, at, back, digits, ends, lit, same, skip, slice, word_end, word_start,
};

use super::holidays;
use super::resolve::{
    Span, Unit, around, day, half, month, quarter, shift_days, weekday, year, ymd,
};
use super::{Mark, Time, word};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// First words of English expressions; months, days and number words are added below.
const STARTERS: &[&str] = &[
    "from",
    "throughout",
    "the",
    "this",
    "next",
    "last",
    "current",
    "coming",
    "upcoming",
    "following",
    "previous",
    "past",
    "trailing",
    "rolling",
    "first",
    "second",
    "third",
    "fourth",
    "today",
    "tomorrow",
    "yesterday",
    "tonight",
    "end",
    "close",
    "mid",
    "middle",
    "midway",
    "early",
    "beginning",
    "start",
    "late",
    "eod",
    "eow",
    "eom",
    "eoq",
    "eoy",
    "eofy",
    "year",
    "yearend",
    "quarter",
    "month",
    "calendar",
    "every",
    "each",
    "per",
    "a",
    "an",
    "any",
    "daily",
    "weekly",
    "biweekly",
    "bi",
    "fortnightly",
    "monthly",
    "quarterly",
    "annually",
    "annual",
    "yearly",
    "everyday",
    "semi",
    "hourly",
    "nightly",
    "on",
    "at",
    "half",
    "couple",
    "fy",
    "cy",
    "christmas",
    "xmas",
    "new",
    "halloween",
    "valentine's",
    "independence",
    "international",
    "singles",
    "singles'",
    "chinese",
    "lunar",
    "spring",
    "black",
    "thanksgiving",
    "cyber",
    "easter",
    "labor",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "eighteen",
    "twenty",
    "thirty",
    "forty",
    "sixty",
    "ninety",
    "hundred",
    "in",
];

/// Whether an expression may begin at `i`.
pub(crate) fn may_begin(c: &[char], i: usize) -> bool {
    let ch = at(c, i);
    if !ch.is_ascii_alphabetic() {
        return ch.is_ascii_digit() || ch == '\'';
    }
    if ch == 'q'
        || (matches!(ch, 'h' | 'f' | 'c')
            && at(c, i + 1) != 'o'
            && (at(c, i + 1).is_ascii_digit() || at(c, i + 1) == 'y'))
    {
        return true;
    }
    let e = word_end(c, i);
    let begins = |names: &[&str]| {
        names.iter().any(|m| {
            m.starts_with(ch) && e - i <= m.len() && m.chars().zip(i..e).all(|(a, k)| a == at(c, k))
        })
    };
    any_word(c, i, STARTERS).is_some()
        || e - i >= 3 && (begins(&MONTHS) || begins(&DAYS) || same(c, i, e, "sept"))
}

/// The expression at `i`.
pub(crate) fn at_pos(c: &[char], orig: &[char], i: usize, today: NaiveDate) -> Option<Time> {
    if !word_start(c, i) && at(c, i) != 'q' {
        return None;
    }
    let t = [
        set(c, i),
        end_of(c, orig, i, today),
        length(c, i, today),
        calendar(c, orig, i, today),
        whole(c, i, today),
    ]
    .into_iter()
    .flatten()
    .max_by_key(|t| t.end)?;
    Some(t)
}

/// from start of year to end, from the beginning to the end of the quarter.
fn whole(c: &[char], i: usize, today: NaiveDate) -> Option<Time> {
    let the = |k: usize| any_word(c, k, &["the", "this"]).map_or(k, |x| skip(c, x.1));
    let unit = |k: usize| {
        let k = any_word(c, k, &["of"]).map(|x| the(skip(c, x.1)))?;
        let (n, e) = any_word(c, k, &["year", "quarter", "month"])?;
        [Unit::Year, Unit::Quarter, Unit::Month]
            .get(n)
            .map(|u| (*u, e))
    };
    let k = the(skip(c, any_word(c, i, &["from"])?.1));
    let k = skip(c, any_word(c, k, &["start", "beginning"])?.1);
    let first = unit(k);
    let k = skip(c, first.map_or(k, |u| u.1));
    let k = the(skip(
        c,
        any_word(c, k, &["to", "until", "till", "through"])?.1,
    ));
    let e = any_word(c, k, &["end"])?.1;
    let second = unit(skip(c, e));
    let (u, _) = first.or(second)?;
    let mut t = Time::period(i, second.map_or(e, |s| s.1), around(today, u, 0)?);
    t.mark = Mark::Until;
    Some(t)
}

fn unit_of(w: &str) -> Option<Unit> {
    Some(match w.strip_suffix('s').unwrap_or(w) {
        "second" | "sec" => Unit::Second,
        "minute" | "min" => Unit::Minute,
        "hour" | "hr" | "h" => Unit::Hour,
        "day" | "night" => Unit::Day,
        "week" | "wk" => Unit::Week,
        "fortnight" => Unit::Week,
        "month" | "mo" => Unit::Month,
        "quarter" => Unit::Quarter,
        "half" => Unit::Half,
        "year" | "yr" => Unit::Year,
        _ => return None,
    })
}

/// `week`, `business days`, `fiscal quarter` at `i`.
fn unit_at(c: &[char], i: usize) -> Option<(Unit, usize)> {
    if let Some((n, e)) = any_word(
        c,
        i,
        &[
            "business days",
            "business day",
            "working days",
            "working day",
            "workdays",
            "workday",
            "calendar days",
            "fiscal quarters",
            "fiscal quarter",
            "fiscal years",
            "fiscal year",
            "calendar year",
            "half year",
            "half-year",
            "full quarter",
            "financial year",
        ],
    ) {
        return Some((
            if n < 6 {
                Unit::Workday
            } else if n == 6 {
                Unit::Day
            } else if n < 9 || n == 14 {
                Unit::Quarter
            } else if n == 12 || n == 13 {
                Unit::Half
            } else {
                Unit::Year
            },
            e,
        ));
    }
    let e = word_end(c, i);
    unit_of(&slice(c, i, e)).map(|u| (u, e))
}

fn month_at(c: &[char], orig: &[char], i: usize) -> Option<(u32, usize)> {
    let e = word_end(c, i);
    let w = slice(c, i, e);
    let n = MONTHS.iter().position(|m| {
        *m == w || (w.len() == 3 && m.starts_with(&w)) || (w == "sept" && *m == "september")
    })?;
    // may and march are verbs, sun and mar names, unless capitalised or after a preposition
    if matches!(w.as_str(), "may" | "march" | "mar" | "dec" | "jan" | "jun")
        && !at(orig, i).is_uppercase()
        && ends(
            c,
            back(c, i),
            &[
                "by", "in", "of", "since", "until", "before", "after", "this", "next", "end", "to",
            ],
        )
        .is_none()
        && digits(c, skip(c, e)).is_none()
    {
        return None;
    }
    let e = if at(c, e) == '.' && w.len() <= 4 && skip(c, e + 1) > e + 1 {
        e + 1
    } else {
        e
    };
    Some((u32::try_from(n).ok()? + 1, e))
}

/// `4`, `4th`, `the 4th`.
fn day_no(c: &[char], i: usize) -> Option<(u32, usize)> {
    let (d, e) = digits(c, i)?;
    let e = any_word(c, e, &["st", "nd", "rd", "th"]).map_or(e, |x| x.1);
    ((1..=31).contains(&d) && !at(c, e).is_ascii_alphanumeric() && at(c, e) != '%')
        .then_some((d, e))
}

/// `2026`, `, 2026`, `of 2026`, `FY26`, `'26`.
fn year_at(c: &[char], i: usize) -> Option<(i32, usize)> {
    let mut k = skip(c, i);
    if at(c, k) == ',' {
        k = skip(c, k + 1);
    }
    k = word(c, k, "of")
        .or_else(|| word(c, k, "in"))
        .map_or(k, |e| skip(c, e));
    let fy = lit(c, k, "fy")
        .or_else(|| lit(c, k, "cy"))
        .or_else(|| lit(c, k, "'"));
    k = fy.map_or(k, |e| skip(c, e));
    if at(c, k) == '\'' || at(c, k) == '-' {
        k += 1;
    }
    let (y, e) = digits(c, k)?;
    let y = i32::try_from(y).ok()?;
    if at(c, e).is_ascii_alphanumeric() || at(c, e) == '%' {
        return None;
    }
    match e - k {
        4 if (1900..2300).contains(&y) => Some((y, e)),
        2 if fy.is_some() => Some((2000 + y, e)),
        _ => None,
    }
}

fn calendar(c: &[char], orig: &[char], i: usize, today: NaiveDate) -> Option<Time> {
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
fn named(c: &[char], orig: &[char], i: usize, today: NaiveDate) -> Option<(Span, usize)> {
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

fn relative(c: &[char], orig: &[char], i: usize, today: NaiveDate) -> Option<(Span, usize)> {
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

fn weekday_at(c: &[char], orig: &[char], i: usize) -> Option<(u32, usize)> {
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

fn half_word(c: &[char], i: usize) -> Option<(u32, usize)> {
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

fn quarter_half(c: &[char], i: usize, today: NaiveDate) -> Option<(Span, usize)> {
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

fn quarter_word(c: &[char], i: usize) -> Option<(u32, usize)> {
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

fn month_day(c: &[char], orig: &[char], i: usize, today: NaiveDate) -> Option<(Span, usize)> {
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
fn numeric(c: &[char], i: usize, this_year: i32) -> Option<(Span, usize)> {
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

/// `end of Q2 2026`, `the end of next month`, `end of year`, `mid-2026`, `early June`.
fn end_of(c: &[char], orig: &[char], i: usize, today: NaiveDate) -> Option<Time> {
    let k = word(c, i, "the").map_or(i, |e| skip(c, e));
    let (n, e) = any_word(
        c,
        k,
        &[
            "end of",
            "close of",
            "last day of",
            "end-of",
            "mid",
            "mid-",
            "middle of",
            "midway through",
            "early",
            "beginning of",
            "start of",
            "late",
            "end",
        ],
    )?;
    let mut k = skip(c, e);
    if at(c, k) == '-' {
        k += 1;
    }
    k = word(c, k, "the").map_or(k, |e| skip(c, e));
    let (s, e) = named(c, orig, k, today).or_else(|| {
        if let Some((y, e)) = year_at(c, k) {
            return year(y).map(|s| (s, e));
        }
        let k = word(c, k, "fiscal").map_or(k, |e| skip(c, e));
        let (u, e) = unit_at(c, k).filter(|u| u.0 > Unit::Workday || n == 0)?;
        around(today, u, 0).map(|s| (s, e))
    })?;
    if n == 12 && s.unit <= Unit::Workday {
        return None;
    }
    let mid = shift_days(s.from, (s.to - s.from).num_days() / 2)?;
    let (from, to) = match n {
        0..=3 | 12 => (s.to, s.to),
        4..=7 => (
            mid,
            if s.unit == Unit::Year {
                half(s.from.year(), 1)?.to
            } else {
                mid
            },
        ),
        8..=10 => (s.from, shift_days(s.from, (s.to - s.from).num_days() / 3)?),
        _ => (mid, s.to),
    };
    let mut t = Time::period(
        i,
        e,
        Span {
            from,
            to,
            unit: Unit::Day,
        },
    );
    t.mark = Mark::Until;
    Some(t)
}

/// `six months`, `the next 90 days`, `90-day`, `a week`; `within/in` are taken by the prefix.
fn length(c: &[char], i: usize, today: NaiveDate) -> Option<Time> {
    let lead = any_word(
        c,
        i,
        &[
            "next",
            "the next",
            "coming",
            "the coming",
            "following",
            "the following",
            "last",
            "the last",
            "past",
            "the past",
            "previous",
            "trailing",
            "rolling",
            "first",
            "the first",
        ],
    );
    let mut k = lead.map_or(i, |(_, e)| skip(c, e));
    k = word(c, k, "the")
        .filter(|_| lead.is_none())
        .map_or(k, |e| skip(c, e));
    let (n, e) = if let Some((v, e)) = digits(c, k) {
        let frac = at(c, e) == '.' && at(c, e + 1).is_ascii_digit();
        if frac {
            (
                f64::from(v) + f64::from(at(c, e + 1).to_digit(10)?) / 10.0,
                e + 2,
            )
        } else {
            (f64::from(v), e)
        }
    } else if let Some((m, e)) = any_word(
        c,
        k,
        &["a", "an", "a couple of", "a few", "half a", "couple of"],
    ) {
        (
            [1.0, 1.0, 2.0, 3.0, 0.5, 2.0]
                .get(m)
                .copied()
                .unwrap_or(1.0),
            e,
        )
    } else {
        let w = plain_word_number(c, k)?;
        (w.value, w.end)
    };
    if n > 100_000.0 {
        return None;
    }
    let mut k = skip(c, e);
    if at(c, k) == '-' {
        k = skip(c, k + 1);
    }
    if at(c, k) == '+' {
        k = skip(c, k + 1);
    }
    k = any_word(c, k, &["full", "consecutive"]).map_or(k, |x| skip(c, x.1));
    let (unit, e) = unit_at(c, k)?;
    if unit == Unit::Half || (lead.is_none() && n == 1.0 && at(c, i) == 'a') && !within_before(c, i)
    {
        return None;
    }
    let mut t = Time::length(
        i,
        e,
        if slice(c, k, e).starts_with("fortnight") {
            n * 2.0
        } else {
            n
        },
        unit,
        today,
    );
    match lead {
        Some((0..=5, _)) => t.mark = Mark::Within,
        Some((6..=12, _)) => t.mark = Mark::Past,
        _ => {}
    }
    let after = skip(c, e);
    if let Some((_, e)) = any_word(c, after, &["from now", "from today", "later"]) {
        t.end = e;
        t.mark = Mark::Within;
    } else if let Some((_, e)) = any_word(c, after, &["ago", "earlier"]) {
        t.end = e;
        t.mark = Mark::Past;
    } else if t.mark == Mark::None
        && at(c, skip(c, k)) != ' '
        && at(c, k.saturating_sub(1)) == '-'
        && !within_before(c, i)
    {
        // 90-day retention
        t.mark = Mark::None;
    }
    Some(t)
}

fn within_before(c: &[char], i: usize) -> bool {
    ends(
        c,
        back(c, i),
        &["within", "in", "over", "for", "under", "less than", "than"],
    )
    .is_some()
}

/// `weekly`, `every Friday`, `per week`, `a quarter`, `on a monthly basis`, `twice a month`.
fn set(c: &[char], i: usize) -> Option<Time> {
    const ADVERBS: &[(&str, Unit)] = &[
        ("daily", Unit::Day),
        ("weekly", Unit::Week),
        ("biweekly", Unit::Week),
        ("bi-weekly", Unit::Week),
        ("fortnightly", Unit::Week),
        ("monthly", Unit::Month),
        ("bi-monthly", Unit::Month),
        ("quarterly", Unit::Quarter),
        ("annually", Unit::Year),
        ("annual", Unit::Year),
        ("yearly", Unit::Year),
        ("everyday", Unit::Day),
        ("semi-annually", Unit::Half),
        ("hourly", Unit::Hour),
        ("nightly", Unit::Day),
    ];
    let names: Vec<&str> = ADVERBS.iter().map(|a| a.0).collect();
    let basis = word(c, i, "on a")
        .or_else(|| word(c, i, "at a"))
        .map(|e| skip(c, e));
    if let Some((n, e)) = any_word(c, basis.unwrap_or(i), &names) {
        let unit = ADVERBS.get(n)?.1;
        let end = any_word(c, skip(c, e), &["basis", "cadence", "rhythm", "schedule"]).map(|x| x.1);
        if basis.is_some() && end.is_none() {
            return None;
        }
        return Some(Time::set(i, end.unwrap_or(e), unit));
    }
    let (n, e) = any_word(
        c,
        i,
        &["every", "each", "per", "a", "an", "every other", "any"],
    )?;
    let mut k = skip(c, e);
    if let Some((_, e)) = digits(c, k)
        .filter(|_| n == 0)
        .or_else(|| word_number(c, k).filter(|_| n < 2).map(|w| (0, w.end)))
    {
        k = skip(c, e);
    }
    k = any_word(
        c,
        k,
        &["single", "calendar", "fiscal", "business", "working"],
    )
    .map_or(k, |x| skip(c, x.1));
    if let Some((u, e)) = unit_at(c, k) {
        if n == 3 || n == 4 {
            // 'a week' as a rate needs a count in front: 3 times a week, one post a quarter
            let p = back(c, i);
            let rate = i > 0
                && ends(
                    c,
                    p,
                    &[
                        "in", "for", "within", "of", "to", "than", "is", "be", "over", "have",
                        "with", "takes", "take", "under", "after", "by", "at", "on", "half",
                    ],
                )
                .is_none()
                && at(c, p.saturating_sub(1)).is_ascii_alphanumeric();
            let single = !slice(c, k, e).ends_with('s');
            if !(rate && single && u >= Unit::Day) {
                return None;
            }
        }
        return Some(Time::set(i, e, u));
    }
    if n < 2 || n == 5 {
        let e = word_end(c, k);
        let w = slice(c, k, e);
        let w = w.strip_suffix('s').unwrap_or(&w);
        if DAYS
            .iter()
            .any(|d| *d == w || (w.len() >= 3 && d.starts_with(w)))
            || matches!(
                w,
                "weekday" | "weekend" | "morning" | "night" | "evening" | "sprint" | "half"
            )
        {
            return Some(Time::set(i, e, Unit::Week));
        }
    }
    None
}
