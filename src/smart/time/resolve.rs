//! Calendar arithmetic: units, their first and last days, spans. All functions give nothing outside chrono's years.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// A calendar unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Workday,
    Week,
    Month,
    Quarter,
    Half,
    Year,
}

impl Unit {
    /// From the number in the word list: the unit * 100 + how many of it.
    pub(crate) fn from_code(code: i32) -> Option<Self> {
        const ALL: [Unit; 10] = [
            Unit::Second,
            Unit::Minute,
            Unit::Hour,
            Unit::Day,
            Unit::Workday,
            Unit::Week,
            Unit::Month,
            Unit::Quarter,
            Unit::Half,
            Unit::Year,
        ];
        ALL.get(usize::try_from(code / 100).ok()?).copied()
    }

    /// Seconds, with months of 30 and years of 365 days.
    pub(crate) const fn seconds(self) -> i64 {
        match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3600,
            Self::Day | Self::Workday => 86_400,
            Self::Week => 604_800,
            Self::Month => 2_592_000,
            Self::Quarter => 7_776_000,
            Self::Half => 15_552_000,
            Self::Year => 31_536_000,
        }
    }
}

/// First and last day of a calendar unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
    pub(crate) unit: Unit,
}

pub(crate) fn day(d: NaiveDate) -> Span {
    Span {
        from: d,
        to: d,
        unit: Unit::Day,
    }
}

pub(crate) fn ymd(y: i32, m: u32, d: u32) -> Option<Span> {
    NaiveDate::from_ymd_opt(y, m, d).map(day)
}

/// `n` months from the month that begins at `from`, less a day.
fn block(from: NaiveDate, n: u32, unit: Unit) -> Option<Span> {
    let to = from.checked_add_months(Months::new(n))?.pred_opt()?;
    Some(Span { from, to, unit })
}

pub(crate) fn month(y: i32, m: u32) -> Option<Span> {
    block(NaiveDate::from_ymd_opt(y, m, 1)?, 1, Unit::Month)
}

pub(crate) fn quarter(y: i32, q: u32) -> Option<Span> {
    block(
        NaiveDate::from_ymd_opt(y, q.checked_mul(3)?.checked_sub(2)?, 1)?,
        3,
        Unit::Quarter,
    )
}

pub(crate) fn half(y: i32, h: u32) -> Option<Span> {
    block(
        NaiveDate::from_ymd_opt(y, if h == 1 { 1 } else { 7 }, 1)?,
        6,
        Unit::Half,
    )
}

pub(crate) fn year(y: i32) -> Option<Span> {
    block(NaiveDate::from_ymd_opt(y, 1, 1)?, 12, Unit::Year)
}

/// The Monday-based week `shift` weeks after the one of `today`.
pub(crate) fn week(today: NaiveDate, shift: i64) -> Option<Span> {
    let monday = shift_days(
        today,
        -i64::from(today.weekday().num_days_from_monday()) + shift * 7,
    )?;
    Some(Span {
        from: monday,
        to: monday.checked_add_days(Days::new(6))?,
        unit: Unit::Week,
    })
}

/// A week day (0 = Monday) in the week `shift` weeks on.
pub(crate) fn weekday(today: NaiveDate, shift: i64, n: u32) -> Option<Span> {
    shift_days(week(today, shift)?.from, i64::from(n)).map(day)
}

/// The unit of `today`, `shift` units on.
pub(crate) fn around(today: NaiveDate, unit: Unit, shift: i32) -> Option<Span> {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Workday => {
            shift_days(today, i64::from(shift)).map(day)
        }
        Unit::Week => week(today, i64::from(shift)),
        Unit::Month => {
            let n = today
                .year()
                .checked_mul(12)?
                .checked_add(i32::try_from(today.month0()).ok()?)?
                .checked_add(shift)?;
            month(n.div_euclid(12), u32::try_from(n.rem_euclid(12)).ok()? + 1)
        }
        Unit::Quarter => {
            let n = today
                .year()
                .checked_mul(4)?
                .checked_add(i32::try_from(today.month0() / 3).ok()?)?
                .checked_add(shift)?;
            quarter(n.div_euclid(4), u32::try_from(n.rem_euclid(4)).ok()? + 1)
        }
        Unit::Half => {
            let n = today
                .year()
                .checked_mul(2)?
                .checked_add(i32::try_from(today.month0() / 6).ok()?)?
                .checked_add(shift)?;
            half(n.div_euclid(2), u32::try_from(n.rem_euclid(2)).ok()? + 1)
        }
        Unit::Year => year(today.year().checked_add(shift)?),
    }
}

pub(crate) fn shift_days(d: NaiveDate, n: i64) -> Option<NaiveDate> {
    let days = Days::new(n.unsigned_abs());
    if n < 0 {
        d.checked_sub_days(days)
    } else {
        d.checked_add_days(days)
    }
}

/// `n` units (halves allowed for years and months) after `d`; 工作日 skip Saturdays and Sundays.
pub(crate) fn after(d: NaiveDate, n: f64, unit: Unit) -> Option<NaiveDate> {
    if !(0.0..=100_000.0).contains(&n) {
        return None;
    }
    let whole = n.floor();
    let rest = n - whole;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked above"
    )]
    let count = whole as u32;
    let months = |k: u32| d.checked_add_months(Months::new(count.checked_mul(k)?));
    match unit {
        Unit::Second | Unit::Minute => Some(d),
        Unit::Hour => shift_days(d, i64::from(count / 24)),
        Unit::Day => shift_days(d, i64::from(count)),
        Unit::Week => shift_days(d, i64::from(count) * 7),
        Unit::Workday => workdays(d, count, true),
        Unit::Month => shift_days(months(1)?, if rest > 0.0 { 15 } else { 0 }),
        Unit::Quarter => months(3),
        Unit::Half => months(6),
        Unit::Year => months(12)?.checked_add_months(Months::new(if rest > 0.0 { 6 } else { 0 })),
    }
}

fn workdays(mut d: NaiveDate, n: u32, forward: bool) -> Option<NaiveDate> {
    let mut left = n.min(5000);
    while left > 0 {
        d = if forward { d.succ_opt() } else { d.pred_opt() }?;
        if !matches!(d.weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    Some(d)
}

/// [`after`], or back for a negative number.
pub(crate) fn shift(d: NaiveDate, n: f64, unit: Unit) -> Option<NaiveDate> {
    if n >= 0.0 {
        return after(d, n, unit);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "lengths are bounded by the scanners"
    )]
    let k = (-n).floor().min(100_000.0) as u32;
    let months = |each: u32| d.checked_sub_months(Months::new(k.checked_mul(each)?));
    match unit {
        Unit::Second | Unit::Minute => Some(d),
        Unit::Hour => shift_days(d, -i64::from(k / 24)),
        Unit::Day => shift_days(d, -i64::from(k)),
        Unit::Workday => workdays(d, k, false),
        Unit::Week => shift_days(d, -i64::from(k) * 7),
        Unit::Month => months(1),
        Unit::Quarter => months(3),
        Unit::Half => months(6),
        Unit::Year => months(12),
    }
}

/// The days of the coming (or past, when negative) `n` units, today left out; whole quarters by the calendar.
pub(crate) fn around_today(today: NaiveDate, n: f64, unit: Unit) -> Option<Span> {
    if unit == Unit::Quarter {
        #[expect(clippy::cast_possible_truncation, reason = "bounded by the scanners")]
        let k = n.clamp(-9999.0, 9999.0) as i32;
        let (a, b) = if k > 0 { (1, k) } else { (k, -1) };
        return Some(Span {
            from: around(today, unit, a)?.from,
            ..around(today, unit, b)?
        });
    }
    let other = shift(today, n, unit)?;
    let (from, to) = if n < 0.0 {
        (other, today.pred_opt()?)
    } else {
        (today.succ_opt()?, other)
    };
    (from <= to).then_some(Span {
        from,
        to,
        unit: Unit::Day,
    })
}

/// A day of a year; 29 February in the next leap year.
pub(crate) fn month_day(y: i32, m: u32, d: u32) -> Option<Span> {
    let years = if (m, d) == (2, 29) { 9 } else { 1 };
    (0..years).find_map(|n| ymd(y.checked_add(n)?, m, d))
}

/// The week of that number by ISO 8601.
pub(crate) fn iso_week(y: i32, w: u32) -> Option<Span> {
    week(NaiveDate::from_isoywd_opt(y, w, Weekday::Mon)?, 0)
}

/// The week that has most of its days in a span, the first or last one.
fn edge_week(s: Span, first: bool) -> Option<Span> {
    let w = week(if first { s.from } else { s.to }, 0)?;
    let thursday = shift_days(w.from, 3)?;
    match (first, thursday < s.from, thursday > s.to) {
        (true, true, _) => week(w.from, 1),
        (false, _, true) => week(w.from, -1),
        _ => Some(w),
    }
}

/// `count` units of a span from the `n`th on; from its end when `n` is negative.
pub(crate) fn nth(s: Span, n: i32, count: f64, unit: Unit) -> Option<Span> {
    if n == 0 || !(1.0..=4000.0).contains(&count) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "checked above")]
    let count = count as i32;
    let (first, steps) = if n > 0 {
        (true, (n - 1, n - 1 + count - 1))
    } else {
        (false, (n + 1 - (count - 1), n + 1))
    };
    let edge = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day | Unit::Workday => day(if first { s.from } else { s.to }),
        Unit::Week => edge_week(s, first)?,
        _ => around(if first { s.from } else { s.to }, unit, 0)?,
    };
    let from = around(edge.from, unit, steps.0)?;
    let to = around(edge.from, unit, steps.1)?;
    (from.to >= s.from && to.from <= s.to).then_some(Span {
        from: from.from,
        ..to
    })
}

/// The `n`th week day (0 = Monday) of a span; the last one when `n` is negative.
pub(crate) fn nth_weekday(s: Span, n: i32, d: u32) -> Option<Span> {
    let anchor = if n > 0 { s.from } else { s.to };
    let mut found = weekday(anchor, 0, d)?;
    if n > 0 && found.from < s.from {
        found = weekday(anchor, 1, d)?;
    } else if n < 0 && found.from > s.to {
        found = weekday(anchor, -1, d)?;
    }
    let steps = if n > 0 { n - 1 } else { n + 1 };
    let found = day(shift_days(found.from, i64::from(steps) * 7)?);
    (found.from >= s.from && found.to <= s.to).then_some(found)
}

/// A part of a unit and the day a goal ends with it: 1 early, 2 middle, 3 end, 4 first half, 5 second half from today on,
/// 6 what is left from today.
pub(crate) fn section(s: Span, part: i32, today: NaiveDate) -> Option<(Span, NaiveDate)> {
    let days = (s.to - s.from).num_days();
    let at = |n: i64| shift_days(s.from, n);
    let half = match s.unit {
        Unit::Year => half(s.from.year(), 1)?.to,
        Unit::Month => at(14)?,
        _ => at(days / 2)?,
    };
    let third = |n: u32| -> Option<NaiveDate> {
        match s.unit {
            Unit::Year => s.from.checked_add_months(Months::new(4 * n)),
            Unit::Quarter => s.from.checked_add_months(Months::new(n)),
            Unit::Month => at(if n == 1 { 15 } else { 20 }),
            _ => at((days + 1) * i64::from(n) / 3),
        }
    };
    let span = |from: NaiveDate, to: NaiveDate| {
        Some(Span {
            from,
            to,
            unit: Unit::Day,
        })
    };
    Some(match part {
        1 => (span(s.from, third(1)?.pred_opt()?)?, at(days / 3)?),
        2 if s.unit == Unit::Month => (span(at(9)?, at(19)?)?, at(days / 2)?),
        2 if s.unit == Unit::Week => (span(at(1)?, at(4)?)?, at(days / 2)?),
        2 => (span(third(1)?, third(2)?.pred_opt()?)?, half),
        3 if s.unit <= Unit::Workday => (s, s.to),
        3 if s.unit == Unit::Month => (span(at(15)?, s.to)?, s.to),
        3 if s.unit == Unit::Week => (span(at(3)?, s.to)?, s.to),
        3 => (span(third(2)?, s.to)?, s.to),
        4 => (span(s.from, half)?, half),
        5 => {
            let from = half.succ_opt()?.max(today.min(s.to));
            (span(from, s.to)?, s.to)
        }
        _ => (span(today.clamp(s.from, s.to), s.to)?, s.to),
    })
}
