//! Holidays and sales festivals by their date. Lunar ones by a table for the years around.

use chrono::{Datelike, NaiveDate};

use super::resolve::{Span, Unit, day, shift_days, ymd};

/// Fixed days: month and day.
const FIXED: &[(&str, u32, u32)] = &[
    ("双十一", 11, 11),
    ("双11", 11, 11),
    ("双十二", 12, 12),
    ("双12", 12, 12),
    ("618", 6, 18),
    ("元旦", 1, 1),
    ("情人节", 2, 14),
    ("妇女节", 3, 8),
    ("三八节", 3, 8),
    ("劳动节", 5, 1),
    ("五一", 5, 1),
    ("儿童节", 6, 1),
    ("六一", 6, 1),
    ("教师节", 9, 10),
    ("国庆节", 10, 1),
    ("国庆", 10, 1),
    ("十一", 10, 1),
    ("平安夜", 12, 24),
    ("圣诞节", 12, 25),
    ("圣诞", 12, 25),
    ("清明", 4, 5),
    ("清明节", 4, 5),
    ("冬至", 12, 22),
    ("christmas eve", 12, 24),
    ("christmas day", 12, 25),
    ("christmas", 12, 25),
    ("xmas", 12, 25),
    ("new year's eve", 12, 31),
    ("new year's day", 1, 1),
    ("new year", 1, 1),
    ("halloween", 10, 31),
    ("valentine's day", 2, 14),
    ("independence day", 7, 4),
    ("international workers' day", 5, 1),
    ("singles' day", 11, 11),
    ("singles day", 11, 11),
];

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

/// Longest holiday name at `i`: its end and a function of the year.
pub(crate) fn at(c: &[char], i: usize) -> Option<(usize, Holiday)> {
    use crate::smart::text::{any, any_word, han};
    // A letter may follow a Chinese name: 双11GMV.
    let chinese = c.get(i).copied().is_some_and(han);
    let find = |words: &[&str]| {
        if chinese {
            any(c, i, words)
        } else {
            any_word(c, i, words)
        }
    };
    const LUNAR_NAMES: &[(&str, u8)] = &[
        ("春节", 0),
        ("农历新年", 0),
        ("过年", 0),
        ("chinese new year", 0),
        ("lunar new year", 0),
        ("spring festival", 0),
        ("端午节", 1),
        ("端午", 1),
        ("中秋节", 2),
        ("中秋", 2),
        ("除夕", 3),
        ("元宵节", 4),
        ("元宵", 4),
    ];
    const MOVING: &[(&str, u8)] = &[
        ("黑色星期五", 0),
        ("黑五", 0),
        ("black friday", 0),
        ("thanksgiving", 1),
        ("感恩节", 1),
        ("cyber monday", 2),
        ("母亲节", 3),
        ("easter", 4),
        ("labor day", 5),
    ];
    let fixed: Vec<&str> = FIXED.iter().map(|f| f.0).collect();
    let lunar: Vec<&str> = LUNAR_NAMES.iter().map(|f| f.0).collect();
    let moving: Vec<&str> = MOVING.iter().map(|f| f.0).collect();
    let mut best: Option<(usize, Holiday)> = None;
    let mut take = |e: usize, h: Holiday| {
        if best.is_none_or(|b| e > b.0) {
            best = Some((e, h));
        }
    };
    if let Some((n, e)) = find(&fixed)
        && let Some(f) = FIXED.get(n)
    {
        take(e, Holiday::Fixed(f.1, f.2));
    }
    if let Some((n, e)) = find(&lunar)
        && let Some(f) = LUNAR_NAMES.get(n)
    {
        take(e, Holiday::Lunar(f.1));
    }
    if let Some((n, e)) = find(&moving)
        && let Some(f) = MOVING.get(n)
    {
        take(e, Holiday::Moving(f.1));
    }
    best
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
    let nth = |m, wd, n| NaiveDate::from_weekday_of_month_opt(year, m, wd, n);
    let d = match kind {
        0 => shift_days(nth(11, chrono::Weekday::Thu, 4)?, 1)?,
        1 => nth(11, chrono::Weekday::Thu, 4)?,
        2 => shift_days(nth(11, chrono::Weekday::Thu, 4)?, 4)?,
        3 => nth(5, chrono::Weekday::Sun, 2)?,
        5 => nth(9, chrono::Weekday::Mon, 1)?,
        _ => easter(year)?,
    };
    Some(Span {
        from: d,
        to: d,
        unit: Unit::Day,
    })
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
