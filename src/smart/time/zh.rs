//! Chinese time expressions: 2026年Q3前, 下季度末, 六个月内, 每周五, 双十一.

use chrono::{Datelike, NaiveDate};

use crate::smart::quantity::{not_number, zh_digit, zh_number};
use crate::smart::text::{any, at, digits, lit, skip};

use super::holidays;
use super::resolve::{
    Span, Unit, around, day, half, month, quarter, shift_days, weekday, year, ymd,
};
use super::{Form, Mark, Time};

/// Characters a Chinese expression may begin with.
pub(crate) fn may_begin(ch: char) -> bool {
    ch.is_ascii_digit() || matches!(ch, 'q' | 'h' | 'f') || "零一二三四五六七八九十两廿壹贰叁肆伍陆柒捌玖拾百千半今明后去前上下本这当年月季周星礼昨大首第每逐隔双全岁财未接往过最近此自从来春农除元劳妇儿教国圣清端中冬母感黑情平五六".contains(ch)
}

/// The expression at `i`, suffix (前, 底, 内, 起 …) included.
pub(crate) fn at_pos(c: &[char], i: usize, today: NaiveDate) -> Option<Time> {
    let found = [every(c, i), span(c, i, today), calendar(c, i, today)]
        .into_iter()
        .flatten()
        .max_by_key(|t| t.end)?;
    Some(suffix(c, found, today))
}

/// A small number at `i` in digits or Chinese numerals; not 两 of 两会 and the like.
fn small(c: &[char], i: usize) -> Option<(u32, usize)> {
    if let Some(d) = digits(c, i) {
        return Some(d);
    }
    if not_number(c, i).is_some() {
        return None;
    }
    let (mut v, mut k) = (None::<u32>, i);
    while k < i + 4 {
        let ch = at(c, k);
        if ch == '十' {
            v = Some(v.unwrap_or(1) * 10);
        } else if ch == '廿' {
            v = Some(20);
        } else if let Some(d) = zh_digit(ch) {
            v = Some(match v {
                Some(t) if t % 10 == 0 && t > 0 => t + d,
                Some(_) => return None,
                None => d,
            });
        } else {
            break;
        }
        k += 1;
    }
    v.map(|v| (v, k))
}

/// A year: 2026年, 26年, 二零二六年, 今年, FY2026, or 2026 in front of a quarter or half.
fn year_at(c: &[char], i: usize, today: NaiveDate) -> Option<(i32, usize)> {
    const NEAR: &[(&str, i32)] = &[
        ("本年度", 0),
        ("今年度", 0),
        ("今年", 0),
        ("本年", 0),
        ("当年", 0),
        ("明年度", 1),
        ("下年度", 1),
        ("明年", 1),
        ("来年", 1),
        ("后年", 2),
        ("大后年", 3),
        ("去年", -1),
        ("上年", -1),
        ("上年度", -1),
        ("前年", -2),
    ];
    let names: Vec<&str> = NEAR.iter().map(|n| n.0).collect();
    if let Some((n, e)) = any(c, i, &names) {
        return Some((today.year() + NEAR.get(n).map_or(0, |x| x.1), e));
    }
    let s = lit(c, i, "fy").unwrap_or(i);
    if let Some((v, e)) = digits(c, s) {
        let four = e - s == 4 && (1900..2300).contains(&v);
        let two = e - s == 2;
        let y = i32::try_from(v).ok()?;
        let y = if two && v < 60 {
            2000 + y
        } else if two {
            1900 + y
        } else {
            y
        };
        let k = skip(c, e);
        if (four || two) && at(c, k) == '年' {
            let f = lit(c, k, "年度")
                .filter(|f| !matches!(at(c, *f), '日'))
                .unwrap_or(k + 1);
            return Some((y, f));
        }
        if (four || (two && s > i)) && (s > i || sub_unit(c, k)) {
            return Some((y, e));
        }
        return None;
    }
    // 二零二六年
    let (mut v, mut k) = (0i32, i);
    while let Some(d) = zh_digit(at(c, k)) {
        v = v.checked_mul(10)?.checked_add(i32::try_from(d).ok()?)?;
        k += 1;
        if k > i + 4 {
            return None;
        }
    }
    (k == i + 4 && at(c, k) == '年' && (1900..2300).contains(&v)).then_some((v, k + 1))
}

fn sub_unit(c: &[char], k: usize) -> bool {
    quarter_no(c, k).is_some() || half_no(c, k).is_some()
}

fn quarter_no(c: &[char], i: usize) -> Option<(u32, usize)> {
    let ok = |q: u32| (1..=4).contains(&q);
    if at(c, i) == 'q' {
        let (q, e) = digits(c, i + 1)?;
        let e = lit(c, e, "季度").unwrap_or(e);
        return (ok(q) && !at(c, e).is_ascii_alphanumeric()).then_some((q, e));
    }
    if let Some(d) = at(c, i).to_digit(10).filter(|d| ok(*d))
        && at(c, i + 1) == 'q'
        && !at(c, i + 2).is_ascii_alphanumeric()
    {
        return Some((d, i + 2));
    }
    if let Some(e) = lit(c, i, "首季度").or_else(|| lit(c, i, "首季")) {
        return Some((1, e));
    }
    let ord = lit(c, i, "第");
    let (q, e) = small_quarter(c, ord.unwrap_or(i))?;
    let e = skip(c, e);
    let e = lit(c, e, "个").filter(|_| ord.is_some()).unwrap_or(e);
    let end = lit(c, e, "季度").or_else(|| {
        lit(c, e, "季").filter(|_| ord.is_some() || !matches!(at(c, e + 1), '节' | '军'))
    })?;
    (ok(q) && end > e).then_some((q, end))
}

fn small_quarter(c: &[char], i: usize) -> Option<(u32, usize)> {
    if let Some(d) = at(c, i).to_digit(10) {
        return (!at(c, i + 1).is_ascii_digit()).then_some((d, i + 1));
    }
    zh_digit(at(c, i))
        .filter(|_| at(c, i) != '两')
        .map(|d| (d, i + 1))
}

fn half_no(c: &[char], i: usize) -> Option<(u32, usize)> {
    if let Some((n, e)) = any(c, i, &["上半年", "前半年", "下半年", "后半年"]) {
        return Some((if n < 2 { 1 } else { 2 }, e));
    }
    let h = match (at(c, i), at(c, i + 1)) {
        ('h', '1') => 1,
        ('h', '2') => 2,
        _ => return None,
    };
    (!at(c, i + 2).is_ascii_alphanumeric()).then_some((h, i + 2))
}

/// Calendar units: absolute and relative.
fn calendar(c: &[char], i: usize, today: NaiveDate) -> Option<Time> {
    if let Some((s, e)) = relative(c, i, today).or_else(|| iso(c, i, today)) {
        return Some(Time::period(i, e, s));
    }
    let (y, k, given) = match year_at(c, i, today) {
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
    if let Some(t) = month_day(c, i, k, y, given.is_some(), today) {
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
    let e = given?;
    Some(Time::period(i, e, year(y)?))
}

/// 十一 is a holiday only before 前, 期间, 假期; 618 only as a word of its own.
fn not_holiday(c: &[char], i: usize, e: usize) -> bool {
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
fn quarter_range(c: &[char], e: usize) -> Option<(u32, usize)> {
    let (_, k) = any(c, skip(c, e), &["-", "~", "到", "至"])?;
    quarter_no(c, skip(c, k)).filter(|q| q.1 > k)
}

/// M月, M月D日 (after an optional year that began at `i`).
fn month_day(
    c: &[char],
    i: usize,
    k: usize,
    y: i32,
    given: bool,
    today: NaiveDate,
) -> Option<Time> {
    let (m, e) = small(c, k)?;
    let e = skip(c, e);
    if !(1..=12).contains(&m)
        || at(c, e) != '月'
        || matches!(at(c, e + 1), '均' | '活' | '销' | '流')
    {
        return None;
    }
    let e = lit(c, e, "月份").unwrap_or(e + 1);
    let d0 = skip(c, e);
    if let Some((d, de)) = small(c, d0)
        && matches!(at(c, de), '日' | '号')
    {
        let _ = today;
        let s = ymd(y, m, d)?;
        return Some(Time {
            floating: !given,
            ..Time::period(i, de + 1, s)
        });
    }
    let s = month(y, m)?;
    if let Some((n, pe)) = any(c, e, &["上旬", "中旬", "下旬", "初", "中"]) {
        let last = [10, 20, 0, 10, 15].get(n).copied().unwrap_or(0);
        if at(c, pe) != '心' && (last == 0 || NaiveDate::from_ymd_opt(y, m, last).is_some()) {
            let to = NaiveDate::from_ymd_opt(y, m, last).unwrap_or(s.to);
            return Some(Time::period(
                i,
                pe,
                Span {
                    from: s.from,
                    to,
                    unit: Unit::Day,
                },
            ));
        }
    }
    Some(Time {
        floating: !given,
        ..Time::period(i, e, s)
    })
}

/// 2026-06-30, 2026/6/30, 2026.6.30; 6.30 and 6/30 only before 前 or 之前; 15号 before 前.
fn iso(c: &[char], i: usize, today: NaiveDate) -> Option<(Span, usize)> {
    let (a, e) = digits(c, i)?;
    let sep = at(c, e);
    if matches!(sep, '-' | '/' | '.') {
        if let Some((b, f)) = digits(c, e + 1) {
            if at(c, f) == sep
                && let Some((d, g)) = digits(c, f + 1)
                && e - i == 4
            {
                return ymd(i32::try_from(a).ok()?, b, d).map(|s| (s, g));
            }
            let before = before_mark(c, skip(c, f)).is_some()
                || at(c, f) == '日'
                || at(c, f) == '号'
                || any(c, skip(c, f), &["止", "截止", "上线", "交付", "完成"]).is_some()
                    && sep != '-';
            if e - i <= 2 && f - e - 1 <= 2 && before && at(c, f) != '%' {
                let f = if matches!(at(c, f), '日' | '号') {
                    f + 1
                } else {
                    f
                };
                return ymd(today.year(), a, b).map(|s| (s, f));
            }
            if e - i == 4
                && (1900..2300).contains(&a)
                && (1..=12).contains(&b)
                && f - e == 3
                && !at(c, f).is_ascii_alphanumeric()
            {
                return month(i32::try_from(a).ok()?, b).map(|s| (s, f));
            }
        }
        return None;
    }
    if e - i == 8 && (1900..2300).contains(&(a / 10_000)) {
        return ymd(i32::try_from(a / 10_000).ok()?, a / 100 % 100, a % 100).map(|s| (s, e));
    }
    if matches!(sep, '号' | '日')
        && (1..=31).contains(&a)
        && (sep == '号' && any(c, e, &["号楼", "号线", "号店", "号位", "号机"]).is_none()
            || before_mark(c, e + 1).is_some())
    {
        let this = ymd(today.year(), today.month(), a);
        let s = this.filter(|s| s.to >= today).or_else(|| {
            let n = around(today, Unit::Month, 1)?;
            ymd(n.from.year(), n.from.month(), a)
        })?;
        return Some((s, e + 1));
    }
    None
}

const UNITS: &[(&str, Unit)] = &[
    ("季度", Unit::Quarter),
    ("季", Unit::Quarter),
    ("个季度", Unit::Quarter),
    ("个月", Unit::Month),
    ("月", Unit::Month),
    ("月份", Unit::Month),
    ("周", Unit::Week),
    ("星期", Unit::Week),
    ("个星期", Unit::Week),
    ("礼拜", Unit::Week),
    ("个礼拜", Unit::Week),
    ("个半年", Unit::Half),
    ("半年", Unit::Half),
    ("年度", Unit::Year),
    ("财年", Unit::Year),
    ("个财年", Unit::Year),
    ("年", Unit::Year),
];

/// 本季度, 下个月, 下周五, 年底, 月内, 明天.
fn relative(c: &[char], i: usize, today: NaiveDate) -> Option<(Span, usize)> {
    const DAYS: &[(&str, i64)] = &[
        ("今天", 0),
        ("今日", 0),
        ("当天", 0),
        ("明天", 1),
        ("明日", 1),
        ("后天", 2),
        ("大后天", 3),
        ("昨天", -1),
        ("昨日", -1),
        ("前天", -2),
    ];
    let names: Vec<&str> = DAYS.iter().map(|d| d.0).collect();
    if let Some((n, e)) = any(c, i, &names) {
        return shift_days(today, DAYS.get(n)?.1).map(|d| (day(d), e));
    }
    // 年底, 月末, 季末, 年内 …: the unit of today
    const TAILS: &[(&str, Unit)] = &[
        ("年底", Unit::Year),
        ("年末", Unit::Year),
        ("年终", Unit::Year),
        ("年内", Unit::Year),
        ("全年", Unit::Year),
        ("全年度", Unit::Year),
        ("岁末", Unit::Year),
        ("月底", Unit::Month),
        ("月末", Unit::Month),
        ("月内", Unit::Month),
        ("季末", Unit::Quarter),
        ("季度末", Unit::Quarter),
        ("季度内", Unit::Quarter),
        ("季内", Unit::Quarter),
        ("季度底", Unit::Quarter),
        ("财年末", Unit::Year),
        ("财年内", Unit::Year),
        ("周内", Unit::Week),
        ("周末", Unit::Week),
    ];
    let prev = if i > 0 { at(c, i - 1) } else { ' ' };
    let names: Vec<&str> = TAILS.iter().map(|d| d.0).collect();
    if let Some((n, e)) = any(c, i, &names)
        && !prev.is_ascii_digit()
        && zh_digit(prev).is_none()
        && !matches!(prev, '每' | '个' | '半' | '上' | '下')
    {
        let s = around(today, TAILS.get(n)?.1, 0)?;
        return Some((s, e));
    }
    if let Some(e) = lit(c, i, "年中").filter(|_| !prev.is_ascii_digit()) {
        return half(today.year(), 1).map(|s| (s, e));
    }
    const SHIFTS: &[(&str, i32)] = &[
        ("本", 0),
        ("这", 0),
        ("这个", 0),
        ("这一", 0),
        ("当", 0),
        ("当前", 0),
        ("下", 1),
        ("下个", 1),
        ("下一", 1),
        ("下一个", 1),
        ("下下", 2),
        ("下下个", 2),
        ("上", -1),
        ("上个", -1),
        ("上一", -1),
        ("上一个", -1),
        ("上上", -2),
        ("上上个", -2),
    ];
    let names: Vec<&str> = SHIFTS.iter().map(|d| d.0).collect();
    let units: Vec<&str> = UNITS.iter().map(|u| u.0).collect();
    if let Some((n, k)) = any(c, i, &names) {
        let shift = SHIFTS.get(n)?.1;
        if let Some((u, e)) = any(c, k, &units) {
            let unit = UNITS.get(u)?.1;
            if matches!(at(c, e), '活' | '均')
                || (unit == Unit::Half && shift != 0 && lit(c, k, "半年").is_some())
            {
                return None;
            }
            if unit == Unit::Week
                && let Some((d, we)) = week_day(c, e)
            {
                return weekday(today, i64::from(shift), d).map(|s| (s, we));
            }
            let span = around(today, unit, shift)?;
            if unit == Unit::Month
                && let Some((d, de)) = small(c, e)
                && matches!(at(c, de), '日' | '号')
            {
                return ymd(span.from.year(), span.from.month(), d).map(|s| (s, de + 1));
            }
            return Some((span, e));
        }
    }
    let (_, e) = any(c, i, &["周", "星期", "礼拜"])?;
    if prev == '每' || prev == '个' || prev.is_ascii_digit() || zh_digit(prev).is_some() {
        return None;
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

fn week_day(c: &[char], i: usize) -> Option<(u32, usize)> {
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

fn unit_at(c: &[char], k: usize) -> Option<(Unit, usize)> {
    const LEN: &[(&str, Unit)] = &[
        ("天", Unit::Day),
        ("日", Unit::Day),
        ("个自然日", Unit::Day),
        ("自然日", Unit::Day),
        ("个工作日", Unit::Workday),
        ("工作日", Unit::Workday),
        ("周", Unit::Week),
        ("个周", Unit::Week),
        ("星期", Unit::Week),
        ("个星期", Unit::Week),
        ("个礼拜", Unit::Week),
        ("个月", Unit::Month),
        ("个季度", Unit::Quarter),
        ("年", Unit::Year),
        ("个半年", Unit::Half),
        ("个财年", Unit::Year),
        ("小时", Unit::Hour),
        ("个小时", Unit::Hour),
        ("个钟头", Unit::Hour),
        ("钟头", Unit::Hour),
        ("h", Unit::Hour),
        ("分钟", Unit::Minute),
        ("秒", Unit::Second),
        ("秒钟", Unit::Second),
    ];
    let names: Vec<&str> = LEN.iter().map(|u| u.0).collect();
    let (n, e) = any(c, k, &names)?;
    if at(c, k) == 'h' && at(c, e).is_ascii_alphanumeric() {
        return None;
    }
    LEN.get(n).map(|u| (u.1, e))
}

/// A length: 90天, 六个月, 半年, 一年半, 两个半月.
fn length(c: &[char], i: usize) -> Option<(f64, Unit, usize)> {
    if let Some((n, e)) = any(
        c,
        i,
        &[
            "半年",
            "半个月",
            "半月",
            "半个季度",
            "半个小时",
            "半小时",
            "半天",
        ],
    ) {
        return Some(match n {
            0 => (1.0, Unit::Half, e),
            1 | 2 => (15.0, Unit::Day, e),
            3 => (45.0, Unit::Day, e),
            4 | 5 => (0.5, Unit::Hour, e),
            _ => (0.5, Unit::Day, e),
        });
    }
    let n = zh_number(c, i)?;
    if n.value > 100_000.0
        || at(c, i) == '零'
        || (n.value > 366.0 && n.digits == 4 && at(c, skip(c, n.end)) == '年')
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
    if u == Unit::Year && at(c, e) == '半' {
        return Some((n.value + 0.5, u, e + 1));
    }
    if u == Unit::Year && at(c, e) == '级'
        || u == Unit::Day && matches!(at(c, e), '元' | '期' | '活')
    {
        return None;
    }
    Some((n.value, u, e))
}

/// A span from today: 六个月内, 未来90天, 3 周后; or a bare length.
fn span(c: &[char], i: usize, today: NaiveDate) -> Option<Time> {
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
        ],
    );
    let k = lead.map_or(i, |(_, e)| skip(c, e));
    let (n, unit, e) = length(c, k)?;
    if lead.is_some_and(|(n, _)| n == 8)
        && !matches!(unit, Unit::Week | Unit::Day | Unit::Month | Unit::Year)
    {
        return None;
    }
    let mut t = Time::length(i, e, n, unit, today);
    match lead {
        Some((5..=8, _)) => t.mark = Mark::Past,
        Some(_) => t.mark = Mark::Within,
        None => {}
    }
    Some(t)
}

/// 每天, 每两周, 每个月, 每周五, 逐月.
fn every(c: &[char], i: usize) -> Option<Time> {
    if let Some((n, e)) = any(
        c,
        i,
        &[
            "逐日", "逐周", "逐月", "逐季", "逐年", "隔天", "隔周", "双周",
        ],
    ) {
        let u = [
            Unit::Day,
            Unit::Week,
            Unit::Month,
            Unit::Quarter,
            Unit::Year,
            Unit::Day,
            Unit::Week,
            Unit::Week,
        ]
        .get(n)
        .copied()
        .unwrap_or(Unit::Day);
        return Some(Time::set(i, e, u));
    }
    let mut k = lit(c, i, "每")?;
    k = lit(c, k, "隔").unwrap_or(k);
    k = skip(c, k);
    if let Some((_, e)) = small(c, k).filter(|s| s.0 < 100) {
        k = skip(c, e);
    }
    k = lit(c, k, "个").unwrap_or(k);
    const SET: &[(&str, Unit)] = &[
        ("天", Unit::Day),
        ("日", Unit::Day),
        ("工作日", Unit::Workday),
        ("交易日", Unit::Day),
        ("晚", Unit::Day),
        ("早", Unit::Day),
        ("周", Unit::Week),
        ("星期", Unit::Week),
        ("礼拜", Unit::Week),
        ("月", Unit::Month),
        ("季度", Unit::Quarter),
        ("季", Unit::Quarter),
        ("半年", Unit::Half),
        ("年度", Unit::Year),
        ("年", Unit::Year),
        ("财年", Unit::Year),
        ("小时", Unit::Hour),
        ("半月", Unit::Week),
        ("自然月", Unit::Month),
        ("学期", Unit::Half),
    ];
    let names: Vec<&str> = SET.iter().map(|u| u.0).collect();
    let (n, e) = any(c, k, &names)?;
    let unit = SET.get(n)?.1;
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
    Some(Time::set(i, e, unit))
}

/// 前 as 'before', not of 前端, 前三, 前期.
fn before_mark(c: &[char], i: usize) -> Option<usize> {
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

fn suffix(c: &[char], mut t: Time, today: NaiveDate) -> Time {
    if t.form == Form::Set {
        return t;
    }
    let k = skip(c, t.end);
    if t.form == Form::Length {
        if let Some((_, e)) = any(c, k, &["之内", "以内", "内", "里"])
            && any(
                c,
                k,
                &["内容", "内部", "内测", "内控", "内训", "内审", "里程"],
            )
            .is_none()
        {
            t.end = e;
            t.mark = Mark::Within;
        } else if let Some((_, e)) = any(c, k, &["之后", "以后", "后"])
            && any(c, k, &["后端", "后台", "后续", "后期"]).is_none()
        {
            t.end = e;
            t.mark = Mark::Within;
        } else if let Some((_, e)) = any(c, k, &["之前", "以前", "前"])
            && before_mark(c, k).is_some()
        {
            t.end = e;
            t.mark = Mark::Past;
            if let Some((n, unit)) = t.length {
                let d = back_from(today, n, unit);
                t.span = d.map(day);
            }
        }
        return t;
    }
    let Some(s) = t.span else { return t };
    let mut ended = s.unit <= Unit::Workday || ends_unit(c, &t);
    let mut k = k;
    if !ended
        && let Some((n, e)) = any(c, k, &["底", "末", "结束", "终", "收官", "最后一天"])
        && any(c, k, &["底层", "末端", "终端", "底部", "结束语", "底薪"]).is_none()
        && n != 3
    {
        ended = true;
        t.end = e;
        t.mark = Mark::Until;
        k = skip(c, e);
    } else if let Some((n, e)) = any(c, k, &["初", "伊始", "年中", "中期"])
        && s.unit >= Unit::Month
        && any(c, k, &["初步", "初始", "初级", "初期"]).is_none()
    {
        t.end = e;
        ended = true;
        let to = if n < 2 {
            if s.unit == Unit::Year {
                month(s.from.year(), 1).map(|m| m.to)
            } else {
                shift_days(s.from, 9)
            }
        } else {
            shift_days(s.from, 14)
        };
        if let Some(to) = to {
            t.span = Some(Span {
                from: s.from,
                to,
                unit: Unit::Day,
            });
            t.deadline = Some(to);
        }
        k = skip(c, e);
    }
    if let Some(e) = before_mark(c, k) {
        t.end = e;
        t.mark = Mark::Before;
        if !ended {
            t.deadline = s.from.pred_opt();
        }
    } else if let Some((_, e)) = any(c, k, &["以内", "之内", "内", "期间", "为止", "止", "截止"])
        && any(
            c,
            k,
            &[
                "内容", "内部", "内测", "内控", "内训", "内审", "止损", "止血",
            ],
        )
        .is_none()
    {
        t.end = e;
        t.mark = Mark::Until;
    } else if let Some((_, e)) = any(c, k, &["起", "开始", "以来", "至今", "之后", "以后", "后"])
        && any(
            c,
            k,
            &[
                "起步",
                "起量",
                "起码",
                "后端",
                "后台",
                "后续",
                "后期",
                "开始前",
            ],
        )
        .is_none()
    {
        t.end = e;
        t.mark = Mark::Since;
    }
    t
}

/// 年底, 月末, 季内 carry their end already.
fn ends_unit(c: &[char], t: &Time) -> bool {
    matches!(
        at(c, t.end.saturating_sub(1)),
        '底' | '末' | '内' | '终' | '中'
    )
}

fn back_from(today: NaiveDate, n: f64, unit: Unit) -> Option<NaiveDate> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "lengths are bounded"
    )]
    let k = n as u32;
    match unit {
        Unit::Month => today.checked_sub_months(chrono::Months::new(k)),
        Unit::Year => today.checked_sub_months(chrono::Months::new(k.checked_mul(12)?)),
        Unit::Week => shift_days(today, -i64::from(k) * 7),
        _ => shift_days(today, -i64::from(k)),
    }
}
