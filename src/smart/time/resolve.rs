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
        Unit::Workday => workdays(d, count),
        Unit::Month => shift_days(months(1)?, if rest > 0.0 { 15 } else { 0 }),
        Unit::Quarter => months(3),
        Unit::Half => months(6),
        Unit::Year => months(12)?.checked_add_months(Months::new(if rest > 0.0 { 6 } else { 0 })),
    }
}

fn workdays(mut d: NaiveDate, n: u32) -> Option<NaiveDate> {
    let mut left = n.min(5000);
    while left > 0 {
        d = d.succ_opt()?;
        if !matches!(d.weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    Some(d)
}
