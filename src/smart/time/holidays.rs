//! Holidays and sales festivals by their date. Lunar ones by a table for the years around.

use chrono::{Datelike, NaiveDate};

use super::resolve::{Span, day, shift_days, ymd};
use crate::smart::words::{Tag, number};

/// 春节, 端午, 中秋 of 2016 to 2035 as month * 100 + day.
const LUNAR: [(u16, u16, u16); 20] = [
    (208, 609, 915),
    (128, 530, 1004),
    (216, 618, 924),
    (205, 607, 913),
    (125, 625, 1001),
    (212, 614, 921),
    (201, 603, 910),
    (122, 622, 929),
    (210, 610, 917),
    (129, 531, 1006),
    (217, 619, 925),
    (206, 609, 915),
    (126, 528, 1003),
    (213, 616, 922),
    (203, 605, 912),
    (123, 624, 1001),
    (211, 612, 919),
    (131, 601, 908),
    (219, 620, 927),
    (208, 610, 916),
];

/// Longest holiday name at `i`: its end and how its day is found. A letter may follow a Chinese name: 双11GMV.
pub(crate) fn at(c: &[char], i: usize) -> Option<(usize, Holiday)> {
    let (v, e) = number(c, i, Tag::Holiday)?;
    let v = u32::try_from(v).ok()?;
    let kind = u8::try_from(v % 100).ok()?;
    Some((
        e,
        match v / 1000 {
            2 if v < 2100 => Holiday::Lunar(kind),
            3 if v < 3100 => Holiday::Moving(kind),
            _ => Holiday::Fixed(v / 100, v % 100),
        },
    ))
}

/// How a holiday's day is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    Fixed(u32, u32),
    Lunar(u8),
    Moving(u8),
}

impl Holiday {
    /// Its day in a year.
    pub(crate) fn on(self, year: i32) -> Option<Span> {
        match self {
            Self::Fixed(m, d) => ymd(year, m, d),
            Self::Lunar(kind) => {
                let row = LUNAR.get(usize::try_from(year.checked_sub(2016)?).ok()?)?;
                let v = match kind {
                    1 => row.1,
                    2 => row.2,
                    _ => row.0,
                };
                let d = NaiveDate::from_ymd_opt(year, u32::from(v / 100), u32::from(v % 100))?;
                let shift = match kind {
                    3 => -1,
                    4 => 14,
                    _ => 0,
                };
                shift_days(d, shift).map(day)
            }
            Self::Moving(kind) => moving(year, kind),
        }
    }

    /// Its next day, today included; with no table for the year, nothing.
    pub(crate) fn next(self, today: NaiveDate) -> Option<Span> {
        let this = self.on(today.year())?;
        if this.to >= today {
            Some(this)
        } else {
            self.on(today.year() + 1).or(Some(this))
        }
    }
}

fn moving(year: i32, kind: u8) -> Option<Span> {
    use chrono::Weekday::{Mon, Sun, Thu};
    let nth = |m, wd, n| NaiveDate::from_weekday_of_month_opt(year, m, wd, n);
    let d = match kind {
        0 => shift_days(nth(11, Thu, 4)?, 1)?,
        1 => nth(11, Thu, 4)?,
        2 => shift_days(nth(11, Thu, 4)?, 4)?,
        3 => nth(5, Sun, 2)?,
        5 => nth(9, Mon, 1)?,
        6 => nth(6, Sun, 3)?,
        7 => nth(5, Mon, 5).or_else(|| nth(5, Mon, 4))?,
        8 => shift_days(easter(year)?, -2)?,
        9 => nth(1, Mon, 3)?,
        10 => nth(2, Mon, 3)?,
        _ => easter(year)?,
    };
    Some(day(d))
}

/// Gregorian Easter by the anonymous algorithm.
fn easter(y: i32) -> Option<NaiveDate> {
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(
        y,
        u32::try_from(n / 31).ok()?,
        u32::try_from(n % 31).ok()? + 1,
    )
}
