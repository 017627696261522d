//! Lengths, repetitions and ends of units in English.

use super::*;

/// from start of year to end, from the beginning to the end of the quarter.
pub(super) fn whole(c: &[char], i: usize, today: NaiveDate) -> Option<Time> {
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

/// `end of Q2 2026`, `the end of next month`, `end of year`, `mid-2026`, `early June`.
pub(super) fn end_of(c: &[char], orig: &[char], i: usize, today: NaiveDate) -> Option<Time> {
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
pub(super) fn length(c: &[char], i: usize, today: NaiveDate) -> Option<Time> {
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

pub(super) fn within_before(c: &[char], i: usize) -> bool {
    ends(
        c,
        back(c, i),
        &["within", "in", "over", "for", "under", "less than", "than"],
    )
    .is_some()
}

/// `weekly`, `every Friday`, `per week`, `a quarter`, `on a monthly basis`, `twice a month`.
pub(super) fn set(c: &[char], i: usize) -> Option<Time> {
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
