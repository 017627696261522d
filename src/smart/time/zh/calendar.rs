//! Days, months, quarters and years in Chinese.

use super::*;
use crate::smart::time::resolve::iso_week;

/// Calendar units: absolute and relative.
pub(super) fn calendar(c: &[char], i: usize, today: NaiveDate, wide: bool) -> Option<Time> {
    let near = relative(c, i, today).or_else(|| iso(c, i, today, wide));
    let near_year = near.filter(|n| n.0.unit == Unit::Year && tail_free(c, n.1));
    if let Some((s, e)) = near.filter(|_| near_year.is_none()) {
        return Some(Time::period(i, e, s));
    }
    if let Some(t) = era(c, i, wide).or_else(|| week_number(c, i, today)) {
        return Some(t);
    }
    let near_year = near_year.map(|n| (n.0.from.year(), n.1));
    let (y, k, given) = match near_year.or_else(|| year_at(c, i, today)) {
        Some((y, e)) => (y, skip(c, lit(c, skip(c, e), "的").unwrap_or(e)), Some(e)),
        None => (today.year(), i, None),
    };
    if let Some((q, e)) = quarter_no(c, k) {
        let t = quarter_range(c, e);
        let s = quarter(y, q)?;
        let s = t.and_then(|(b, _)| quarter(y, b)).map_or(s, |b| Span {
            from: s.from,
            to: b.to,
            unit: Unit::Quarter,
        });
        return Some(Time {
            floating: given.is_none(),
            ..Time::period(i, t.map_or(e, |t| t.1), s)
        });
    }
    if let Some((h, e)) = half_no(c, k) {
        return Some(Time {
            floating: false,
            ..Time::period(i, e, half(y, h)?)
        });
    }
    if let Some(t) = month_day(c, i, k, y, given.is_some()) {
        return Some(t);
    }
    if let Some((e, h)) = holidays::at(c, k)
        && (given.is_some() || !not_holiday(c, k, e))
    {
        let s = if given.is_some() {
            h.on(y)
        } else {
            h.next(today)
        }?;
        return Some(Time::period(i, e, s));
    }
    // 明年年底: the second 年 says nothing new.
    let e = given?;
    let again = at(c, k) == '年' && matches!(at(c, k + 1), '底' | '末' | '初' | '终' | '中' | '内');
    Some(Time::period(i, if again { k + 1 } else { e }, year(y)?))
}

/// Whether an expression like 全年, 年底 does not end here: only a plain year goes on to its months.
fn tail_free(c: &[char], e: usize) -> bool {
    matches!(at(c, e - 1), '年' | '度')
}

/// 第20周; the first weeks are more often those of a project.
fn week_number(c: &[char], i: usize, today: NaiveDate) -> Option<Time> {
    let (n, e) = small(c, lit(c, i, "第")?).filter(|n| n.0 >= 10)?;
    let e = lit(c, e, "周")?;
    Some(Time::period(i, e, iso_week(today.year(), n)?))
}

/// 80年代, 上世纪90年代: ten years, when a text is searched.
fn era(c: &[char], i: usize, wide: bool) -> Option<Time> {
    let k = any(c, i, &["上世纪", "上个世纪", "20世纪", "二十世纪"]).map_or(i, |x| x.1);
    let k = lit(c, k, "的").unwrap_or(k);
    let (n, e) = small(c, k).filter(|n| wide && n.0 % 10 == 0)?;
    let e = lit(c, e, "年代")?;
    let y = i32::try_from(n).ok().filter(|y| *y < 100)? + 1900;
    let to = year(y.checked_add(9)?)?.to;
    Some(Time::period(i, e, Span { to, ..year(y)? }))
}

/// 十一 is a holiday only before 前, 期间, 假期; 618 only as a word of its own.
pub(super) fn not_holiday(c: &[char], i: usize, e: usize) -> bool {
    let prev = if i > 0 { at(c, i - 1) } else { ' ' };
    if at(c, i) == '6' {
        return at(c, e).is_ascii_digit()
            || matches!(
                at(c, e),
                '.' | '%' | '元' | '个' | '万' | '家' | '人' | '单' | '件'
            )
            || prev.is_ascii_digit()
            || prev == '.';
    }
    if lit(c, i, "十一") == Some(e) || lit(c, i, "五一") == Some(e) || lit(c, i, "六一") == Some(e)
    {
        return zh_digit(prev).is_some()
            || prev == '第'
            || any(
                c,
                e,
                &[
                    "前",
                    "期间",
                    "假期",
                    "黄金周",
                    "节",
                    "长假",
                    "大促",
                    "之前",
                    "后",
                ],
            )
            .is_none();
    }
    false
}

/// Q1-Q3, Q1到Q3: the number and end of the second.
pub(super) fn quarter_range(c: &[char], e: usize) -> Option<(u32, usize)> {
    let (_, k) = any(c, skip(c, e), &["-", "~", "到", "至"])?;
    quarter_no(c, skip(c, k)).filter(|q| q.1 > k)
}

/// M月, M月D日 (after an optional year that began at `i`).
pub(super) fn month_day(c: &[char], i: usize, k: usize, y: i32, given: bool) -> Option<Time> {
    let (m, e) = small(c, k)?;
    let e = skip(c, e);
    let lunar = k > 0 && matches!(at(c, k - 1), '历' | '闰');
    if lunar
        || !(1..=12).contains(&m)
        || at(c, e) != '月'
        || matches!(at(c, e + 1), '均' | '活' | '销' | '流')
    {
        return None;
    }
    let e = lit(c, e, "月份").unwrap_or(e + 1);
    let d0 = skip(c, e);
    if let Some((d, de)) = small(c, d0)
        && matches!(at(c, skip(c, de)), '日' | '号')
    {
        let de = skip(c, de);
        let s = if given {
            ymd(y, m, d)
        } else {
            day_of_month(y, m, d)
        }?;
        return Some(Time {
            floating: !given,
            ..Time::period(i, with_week_day(c, de + 1), s)
        });
    }
    let s = month(y, m)?;
    if let Some((span, pe)) = super::part::ten_days(c, e, s) {
        return Some(Time {
            floating: !given,
            ..Time::period(i, pe, span)
        });
    }
    Some(Time {
        floating: !given,
        ..Time::period(i, e, s)
    })
}

/// 2026-06-30, 2026/6/30, 2026.6.30; 6.30 and 6/30 only before 前 or 之前; 15号 before 前.
pub(super) fn iso(c: &[char], i: usize, today: NaiveDate, wide: bool) -> Option<(Span, usize)> {
    let (a, e) = digits(c, i)?;
    let sep = at(c, e);
    if matches!(sep, '-' | '/' | '.') {
        let (b, f) = digits(c, e + 1)?;
        return match digits(c, f + 1).filter(|_| at(c, f) == sep) {
            Some((d, g)) => three(a, b, d, (e - i, g - f - 1), wide && sep != '.').map(|s| (s, g)),
            None => two(c, (i, e, f), a, b, today),
        };
    }
    if e - i == 8 && (1900..2300).contains(&(a / 10_000)) {
        return ymd(i32::try_from(a / 10_000).ok()?, a / 100 % 100, a % 100).map(|s| (s, e));
    }
    let noun = any(c, e, &["号楼", "号线", "号店", "号位", "号机"]).is_some();
    let length = matches!(
        at(c, e + 1),
        '内' | '后' | '的' | '留' | '均' | '活' | '游' | '元' | '以'
    );
    let alone = match sep {
        '号' => !noun || before_mark(c, e + 1).is_some(),
        '日' => before_mark(c, e + 1).is_some() || wide && !length,
        _ => false,
    };
    if !(alone && (1..=31).contains(&a)) {
        return None;
    }
    let this = ymd(today.year(), today.month(), a);
    let s = this.filter(|s| s.to >= today).or_else(|| {
        let n = around(today, Unit::Month, 1)?;
        ymd(n.from.year(), n.from.month(), a)
    })?;
    Some((s, e + 1))
}

/// Three figures of those lengths: the year first, or last when a text is searched.
fn three(a: u32, b: u32, d: u32, lengths: (usize, usize), wide: bool) -> Option<Span> {
    let (first, last) = (i32::try_from(a).ok()?, i32::try_from(d).ok()?);
    match lengths {
        (4, _) => ymd(first, b, d),
        (_, 4) if wide => ymd(last, b, a).or_else(|| ymd(last, a, b)),
        (2, 2) if wide => ymd(2000 + first, b, d),
        _ => None,
    }
}

/// Two figures: 6.30 before 前 or an end, 2026.6.
fn two(
    c: &[char],
    (i, e, f): (usize, usize, usize),
    a: u32,
    b: u32,
    today: NaiveDate,
) -> Option<(Span, usize)> {
    let day = matches!(at(c, f), '日' | '号');
    let ends = any(c, skip(c, f), &["止", "截止", "上线", "交付", "完成"]).is_some();
    let before = before_mark(c, skip(c, f)).is_some() || day || ends && at(c, e) != '-';
    if e - i <= 2 && f - e - 1 <= 2 && before && at(c, f) != '%' {
        return ymd(today.year(), a, b).map(|s| (s, f + usize::from(day)));
    }
    let month_of = e - i == 4
        && (1900..2300).contains(&a)
        && (1..=12).contains(&b)
        && f - e == 3
        && !at(c, f).is_ascii_alphanumeric();
    month_of
        .then(|| month(i32::try_from(a).ok()?, b))
        .flatten()
        .map(|s| (s, f))
}

/// 本季度, 下个月, 下周五, 年底, 月内, 明天.
pub(super) fn relative(c: &[char], i: usize, today: NaiveDate) -> Option<(Span, usize)> {
    if let Some((n, e)) = number(c, i, Tag::Day) {
        return shift_days(today, i64::from(n)).map(|d| (day(d), e));
    }
    // 年底, 月末, 季末, 年内 …: the unit of today
    let prev = if i > 0 { at(c, i - 1) } else { ' ' };
    if let Some((code, e)) = number(c, i, Tag::Tail)
        && !prev.is_ascii_digit()
        && zh_digit(prev).is_none()
        && !matches!(prev, '每' | '个' | '半' | '上' | '下')
    {
        return around(today, Unit::from_code(code)?, 0).map(|s| (s, e));
    }
    if let Some((n, e)) = any(c, i, &["年初", "季初", "月初", "上旬", "中旬", "下旬"])
        && !prev.is_ascii_digit()
        && zh_digit(prev).is_none()
    {
        let unit = [Unit::Year, Unit::Quarter]
            .get(n)
            .copied()
            .unwrap_or(Unit::Month);
        let whole = around(today, unit, 0)?;
        return if unit == Unit::Month {
            super::part::ten_days(c, if n == 2 { i + 1 } else { i }, whole)
        } else {
            around(whole.from, Unit::Month, 0).map(|s| (s, e))
        };
    }
    if let Some(e) = lit(c, i, "年中").filter(|_| !prev.is_ascii_digit()) {
        return half(today.year(), 1).map(|s| (s, e));
    }
    if let Some((code, n, e)) = number(c, i, Tag::Shift).and_then(|(n, k)| {
        let (code, e) = number(c, k, Tag::Calendar)?;
        Some((code, n, e))
    }) {
        return shifted(c, Unit::from_code(code)?, n, e, today);
    }
    let this = around(today, Unit::Month, 0)?;
    if let Some(found) = super::part::half_month(c, i, this).filter(|_| prev != '月') {
        return Some(found);
    }
    let (_, e) = any(c, i, &["周", "星期", "礼拜"])?;
    if prev == '每' || prev == '个' || prev.is_ascii_digit() || zh_digit(prev).is_some() {
        return None;
    }
    if at(c, e) == '末' {
        return weekend(today, 0).map(|s| (s, e + 1));
    }
    let (d, we) = week_day(c, e)?;
    let s = weekday(today, 0, d)?;
    let s = if s.to < today {
        weekday(today, 1, d)?
    } else {
        s
    };
    Some((s, we))
}

/// What follows 下个月, 上周, 本季度.
fn shifted(c: &[char], unit: Unit, n: i32, e: usize, today: NaiveDate) -> Option<(Span, usize)> {
    if matches!(at(c, e), '活' | '均') || unit == Unit::Half && n != 0 && at(c, e - 3) != '个' {
        return None;
    }
    if unit == Unit::Week {
        if at(c, e) == '末' {
            return weekend(today, n).map(|s| (s, e + 1));
        }
        let again = lit(c, e, "的").unwrap_or(e);
        let again = any(c, again, &["周", "星期", "礼拜"]).map_or(e, |x| x.1);
        if let Some((d, we)) = week_day(c, again) {
            return weekday(today, i64::from(n), d).map(|s| (s, we));
        }
    }
    let span = around(today, unit, n)?;
    if unit == Unit::Month
        && let Some((d, de)) = small(c, e)
        && matches!(at(c, de), '日' | '号')
    {
        return ymd(span.from.year(), span.from.month(), d).map(|s| (s, de + 1));
    }
    Some((span, e))
}

fn weekend(today: NaiveDate, shift: i32) -> Option<Span> {
    let week = around(today, Unit::Week, shift)?;
    Some(Span {
        from: week.to.pred_opt()?,
        to: week.to,
        unit: Unit::Day,
    })
}

/// 10月12号，星期一; 10月12号（周一）: the week day belongs to the date.
fn with_week_day(c: &[char], e: usize) -> usize {
    let k = skip(c, e);
    let open = matches!(at(c, k), ',' | '(');
    let k = if open { skip(c, k + 1) } else { k };
    let Some((_, w)) = any(c, k, &["周", "星期", "礼拜"]).and_then(|x| week_day(c, x.1))
    else {
        return e;
    };
    match at(c, w) {
        ')' if open => w + 1,
        _ => w,
    }
}

pub(super) fn week_day(c: &[char], i: usize) -> Option<(u32, usize)> {
    let n = match at(c, i) {
        '日' | '天' => 6,
        '末' => 6,
        ch => {
            zh_digit(ch)
                .or_else(|| ch.to_digit(10))
                .filter(|d| (1..=6).contains(d))?
                - 1
        }
    };
    (!matches!(at(c, i + 1), '个' | '次' | '期' | '条')).then_some((n, i + 1))
}
