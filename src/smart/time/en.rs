//! English time expressions: by end of Q2 2026, within 90 days, every Friday, next month.

mod calendar;
mod span;

use calendar::{calendar, named};
use span::{end_of, length, set, whole};

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
