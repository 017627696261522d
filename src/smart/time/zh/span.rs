//! Lengths, repetitions and what follows an expression (前, 底, 内, 起) in Chinese.

use super::*;

/// A length: 90天, 六个月, 半年, 一年半, 两个半月.
pub(super) fn length(c: &[char], i: usize) -> Option<(f64, Unit, usize)> {
    const HALVES: [(&str, f64, Unit); 7] = [
        ("半年", 1.0, Unit::Half),
        ("半个月", 15.0, Unit::Day),
        ("半月", 15.0, Unit::Day),
        ("半个季度", 45.0, Unit::Day),
        ("半个小时", 0.5, Unit::Hour),
        ("半小时", 0.5, Unit::Hour),
        ("半天", 0.5, Unit::Day),
    ];
    if at(c, i) == '半' {
        let half = |h: &(&str, f64, Unit)| lit(c, i, h.0).map(|e| (h.1, h.2, e));
        return HALVES.iter().find_map(half);
    }
    let n = zh_number(c, i)?;
    if n.value > 100_000.0
        || at(c, i) == '零'
        || ((1900.0..2200.0).contains(&n.value) && at(c, skip(c, n.end)) == '年')
    {
        return None;
    }
    let k = skip(c, n.end);
    let (half, k) = if let Some(e) = lit(c, k, "个半") {
        (true, e)
    } else {
        (false, k)
    };
    if half {
        let (u, e) = any(c, k, &["月", "小时", "季度"]).map(|(n, e)| {
            (
                [Unit::Month, Unit::Hour, Unit::Quarter]
                    .get(n)
                    .copied()
                    .unwrap_or(Unit::Month),
                e,
            )
        })?;
        return Some((n.value + 0.5, u, e));
    }
    let (u, e) = unit_at(c, k)?;
    if u == Unit::Month && at(c, e) == '半' && at(c, e + 1) != '年' {
        return Some((n.value + 0.5, u, e + 1));
    }
    if matches!(u, Unit::Year | Unit::Day) && at(c, e) == '半' && at(c, e + 1) != '夜' {
        return Some((n.value + 0.5, u, e + 1));
    }
    if u == Unit::Year && at(c, e) == '级'
        || u == Unit::Day && matches!(at(c, e), '元' | '圆' | '币' | '期' | '活')
    {
        return None;
    }
    Some((n.value, u, e))
}

/// A span from today: 六个月内, 未来90天, 3 周后; or a bare length.
pub(super) fn span(c: &[char], i: usize, today: NaiveDate) -> Option<Time> {
    let lead = any(
        c,
        i,
        &[
            "未来",
            "接下来",
            "接下来的",
            "今后",
            "往后",
            "过去",
            "最近",
            "近",
            "前",
            "此后",
            "自即日起",
            "从现在起",
            "往后的",
            "下",
            "后",
            "之前的",
            "上",
            "过去的",
            "最近的",
        ],
    );
    let k = lead.map_or(i, |(_, e)| skip(c, e));
    if i > 0 && at(c, i - 1) == '第' {
        return None;
    }
    let months = || {
        // 近三月
        let (n, e) = small(c, k).filter(|_| lead.is_some_and(|l| l.0 != 8))?;
        (at(c, e) == '月').then_some((f64::from(n), Unit::Month, e + 1))
    };
    let (n, unit, e) = length(c, k).or_else(months)?;
    // 前三个工作日 may be a rank; 上两小时 is rare
    if lead.is_some_and(|(n, _)| n == 8 || n > 12)
        && !matches!(unit, Unit::Week | Unit::Day | Unit::Month | Unit::Year)
    {
        return None;
    }
    let mut t = Time::length(i, e, n, unit, today);
    compound(c, &mut t);
    match lead {
        Some((5..=8 | 15.., _)) => t.mark = Mark::Past,
        Some(_) => t.mark = Mark::Within,
        None => {}
    }
    Some(t)
}

/// 8天20小时, 一年又一个月21天: ever smaller units add up.
fn compound(c: &[char], t: &mut Time) {
    let mut last = t.length.map_or(Unit::Second, |l| l.1);
    for _ in 0..5 {
        let k = skip(c, t.end);
        let k = any(c, k, &["又", "零", "加", "和"]).map_or(k, |x| skip(c, x.1));
        let found = length(c, k).or_else(|| {
            let (n, e) = small(c, k)?;
            let (u, e) = any(c, e, &["时", "分", "秒"])?;
            let unit = [Unit::Hour, Unit::Minute, Unit::Second].get(u)?;
            Some((f64::from(n), *unit, e))
        });
        let Some((n, unit, e)) = found.filter(|f| f.1 < last && f.1 != Unit::Workday) else {
            return;
        };
        #[expect(clippy::cast_possible_truncation, reason = "bounded by `length`")]
        let more = (n * unit.seconds() as f64) as i64;
        t.seconds = t.seconds.map(|s| s + more);
        t.end = e;
        t.core.1 = e;
        last = unit;
    }
}

/// 每天, 每两周, 每个月, 每周五, 逐月.
pub(super) fn every(c: &[char], i: usize) -> Option<Time> {
    if let Some((code, e)) = number(c, i, Tag::Every) {
        return Some(Time::set(i, e, Unit::from_code(code)?));
    }
    let mut k = lit(c, i, "每")?;
    k = lit(c, k, "隔").unwrap_or(k);
    k = skip(c, k);
    if let Some((_, e)) = small(c, k).filter(|s| s.0 < 1000) {
        k = skip(c, e);
    }
    k = lit(c, k, "半").filter(|e| at(c, *e) == '个').unwrap_or(k);
    k = lit(c, k, "个").unwrap_or(k);
    let (code, e) = number(c, k, Tag::Each)?;
    let unit = Unit::from_code(code)?;
    let e = if unit == Unit::Week {
        week_day(c, e).map_or(e, |w| w.1)
    } else {
        e
    };
    let e = if unit == Unit::Month {
        lit(c, e, "底").or_else(|| lit(c, e, "末")).unwrap_or(e)
    } else {
        e
    };
    // 每月5号, 每年3月
    let on = match unit {
        Unit::Month => small(c, e).filter(|d| matches!(at(c, d.1), '日' | '号')),
        Unit::Year => small(c, e).filter(|m| at(c, m.1) == '月' && m.0 <= 12),
        _ => None,
    };
    let e = on.map_or(e, |o| o.1 + 1);
    let day = small(c, e).filter(|d| on.is_some() && matches!(at(c, d.1), '日' | '号'));
    Some(Time::set(i, day.map_or(e, |d| d.1 + 1), unit))
}

/// 前 as 'before', not of 前端, 前三, 前期.
pub(super) fn before_mark(c: &[char], i: usize) -> Option<usize> {
    if let Some((_, e)) = any(
        c,
        i,
        &["之前", "以前", "或之前", "或以前", "及之前", "及以前"],
    ) {
        return Some(e);
    }
    let e = lit(c, i, "前")?;
    let next = at(c, e);
    let noun = matches!(
        next,
        '端' | '台'
            | '期'
            | '沿'
            | '线'
            | '置'
            | '提'
            | '景'
            | '后'
            | '往'
            | '身'
            | '列'
            | '瞻'
            | '任'
            | '厅'
            | '几'
            | '%'
    );
    (!noun && !next.is_ascii_digit() && zh_digit(next).is_none() && next != '十').then_some(e)
}

/// Takes 前, 底, 内, 起 and their kind into the expression.
pub(super) fn suffix(c: &[char], t: Time, today: NaiveDate) -> Time {
    match t.form {
        Form::Set => t,
        Form::Length => after_length(c, t, today),
        Form::Period => after_period(c, t),
    }
}

fn after_length(c: &[char], mut t: Time, today: NaiveDate) -> Time {
    let k = skip(c, t.end);
    match number(c, k, Tag::Suffix) {
        Some((5 | 6, e)) => {
            t.end = e;
            t.mark = Mark::Within;
        }
        _ if any(c, k, &["之前", "以前", "前"]).is_some() => {
            if let Some(e) = before_mark(c, k) {
                t.end = e;
                t.mark = Mark::Past;
                let d = t.length.and_then(|(n, unit)| shift(today, -n, unit));
                t.span = d.map(day).or(t.span);
            }
        }
        _ => {}
    }
    t
}

fn after_period(c: &[char], mut t: Time) -> Time {
    let Some(s) = t.span else { return t };
    let mut ended = s.unit <= Unit::Workday || ends_unit(c, &t);
    let mut k = skip(c, t.end);
    match number(c, k, Tag::Suffix) {
        Some((1, e)) if !ended => {
            ended = true;
            t.end = e;
            t.mark = Mark::Until;
            k = skip(c, e);
        }
        Some((n @ (2 | 3), e)) if s.unit >= Unit::Month => {
            ended = true;
            t.end = e;
            t.core.1 = e;
            let to = match (n, s.unit) {
                (2, Unit::Year) => month(s.from.year(), 1).map(|m| m.to),
                (2, _) => shift_days(s.from, 9),
                _ => shift_days(s.from, 14),
            };
            if let Some(to) = to {
                let unit = Unit::Day;
                t.span = Some(Span { to, unit, ..s });
                t.deadline = Some(to);
            }
            k = skip(c, e);
        }
        _ => {}
    }
    if let Some(e) = before_mark(c, k) {
        t.end = e;
        t.mark = Mark::Before;
        if !ended {
            t.deadline = s.from.pred_opt();
        }
    } else if let Some((n, e)) = number(c, k, Tag::Suffix).filter(|x| x.0 >= 5) {
        t.end = e;
        t.mark = if n == 5 { Mark::Until } else { Mark::Since };
    }
    t
}

/// 年底, 月末, 季内 carry their end already.
pub(super) fn ends_unit(c: &[char], t: &Time) -> bool {
    matches!(
        at(c, t.end.saturating_sub(1)),
        '底' | '末' | '内' | '终' | '中'
    )
}
