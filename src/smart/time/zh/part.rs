//! Parts of a calendar unit in Chinese: 明年第九个月, 8月的最后一个星期一, 上半月, 去年的前10天, 第12周.

use super::calendar::week_day;
use super::*;
use crate::smart::time::resolve::{iso_week, nth, nth_weekday, section};

/// Goes on from a unit to the part of it that is meant.
pub(super) fn of(c: &[char], t: Time, today: NaiveDate, wide: bool) -> Time {
    let Some(s) = t
        .span
        .filter(|s| s.unit >= Unit::Week && t.form == Form::Period)
    else {
        return t;
    };
    let k = skip(c, t.end);
    let k = lit(c, k, "的").map_or(k, |e| skip(c, e));
    let Some((span, end)) = half_month(c, k, s)
        .or_else(|| ten_days(c, k, s).filter(|_| s.unit == Unit::Month))
        .or_else(|| counted(c, k, s))
        .or_else(|| early(c, k, s, today, wide))
    else {
        return t;
    };
    Time {
        floating: t.floating,
        ..Time::period(t.start, end, span)
    }
}

/// 上半月, 下半月.
pub(super) fn half_month(c: &[char], k: usize, s: Span) -> Option<(Span, usize)> {
    let (n, e) = any(c, k, &["上半月", "前半月", "下半月", "后半月"])?;
    let first = s.from.with_day(1)?;
    let month = around(first, Unit::Month, 0).filter(|_| s.unit <= Unit::Month)?;
    let (from, to) = if n < 2 {
        (month.from, month.from.with_day(15)?)
    } else {
        (month.from.with_day(16)?, month.to)
    };
    let unit = Unit::Day;
    Some((Span { from, to, unit }, e))
}

/// 上旬, 中旬, 下旬, 初, 中 of a month.
pub(super) fn ten_days(c: &[char], k: usize, s: Span) -> Option<(Span, usize)> {
    let (n, e) = any(c, k, &["上旬", "中旬", "下旬", "初", "中"])?;
    if matches!(at(c, e), '心' | '步' | '级' | '期' | '始' | '国' | '秋') && n > 2 {
        return None;
    }
    let (from, to) = [(1, 10), (11, 20), (21, 0), (1, 10), (1, 15)].get(n)?;
    Some((
        Span {
            from: s.from.with_day(*from)?,
            to: s.from.with_day(*to).unwrap_or(s.to),
            unit: Unit::Day,
        },
        e,
    ))
}

/// 第九个月, 最后三周, 前10天, 第二个星期五, 第12周.
fn counted(c: &[char], k: usize, s: Span) -> Option<(Span, usize)> {
    let (lead, e) = any(c, k, &["第", "最后的", "最后", "末", "前", "头", "后"])?;
    let e = skip(c, e);
    let (n, e) = small(c, e).map_or((1, e), |(n, e)| (n, skip(c, e)));
    let m = i32::try_from(n).ok()?;
    let ordinal = lead == 0;
    let (first, count) = match lead {
        0 => (m, 1.0),
        4 | 5 => (1, f64::from(n)),
        _ => (-1, f64::from(n)),
    };
    let day = lit(c, e, "个").unwrap_or(e);
    if let Some((_, d)) = any(c, day, &["周", "星期", "礼拜"])
        && let Some((d, end)) = week_day(c, d)
        && (ordinal || lead < 3)
    {
        return nth_weekday(s, first, d).map(|s| (s, end));
    }
    let (unit, end) = unit_at(c, e)?;
    if unit >= s.unit || unit < Unit::Day || ordinal && (unit == Unit::Quarter || end == e) {
        return None;
    }
    if ordinal && unit == Unit::Week && s.unit == Unit::Year {
        return iso_week(s.from.year(), n).map(|s| (s, end));
    }
    nth(s, first, count, unit).map(|s| (s, end))
}

/// 今年早些时候, 本月晚些时候, 后期.
fn early(c: &[char], k: usize, s: Span, today: NaiveDate, wide: bool) -> Option<(Span, usize)> {
    let (n, e) = any(c, k, &["早些时候", "晚些时候", "剩余时间", "剩下的时间"])?;
    let part = [4, 5, 6, 6].get(n)?;
    let (span, _) = section(s, *part, today).filter(|_| wide)?;
    Some((span, e))
}
