//! Chinese time expressions: 2026年Q3前, 下季度末, 六个月内, 每周五, 双十一.

mod calendar;
mod part;
mod span;

use calendar::{calendar, week_day};
use span::{before_mark, every, span, suffix};

use chrono::{Datelike, NaiveDate};

use crate::smart::quantity::{not_number, zh_digit, zh_number};
use crate::smart::text::{any, at, digits, lit, skip};
use crate::smart::words::{Tag, number};

use super::holidays;
use super::resolve::{
    Span, Unit, around, day, half, month, month_day as day_of_month, quarter, shift, shift_days,
    weekday, year, ymd,
};
use super::{Form, Mark, Time};

/// Characters a Chinese expression may begin with.
pub(crate) fn may_begin(ch: char) -> bool {
    ch.is_ascii_digit() || matches!(ch, 'q' | 'h' | 'f') || "零一二三四五六七八九十两俩廿壹贰叁肆伍陆柒捌玖拾百千半今明后去前上下本这当年月季周星礼昨大首第每逐隔双全岁财未接往过最近此自从来春农除元劳妇儿教国圣清端中冬母感黑情平五六植青建愚万复父翌次最头".contains(ch)
}

/// The expression at `i`, suffix (前, 底, 内, 起 …) included.
pub(crate) fn at_pos(c: &[char], i: usize, today: NaiveDate, wide: bool) -> Option<Time> {
    let found = [every(c, i), span(c, i, today), calendar(c, i, today, wide)]
        .into_iter()
        .flatten()
        .max_by_key(|t| t.end)?;
    let found = part::of(c, found, today, wide);
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

/// The day of `8日` or `十二号`, when nothing else stands there.
pub(super) fn bare_day(c: &[char], core: (usize, usize)) -> Option<u32> {
    let (d, e) = small(c, core.0)?;
    (matches!(at(c, e), '日' | '号') && e + 1 == core.1 && (1..=31).contains(&d)).then_some(d)
}

/// A year: 2026年, 26年, 二零二六年, 今年, FY2026, or 2026 in front of a quarter or half.
fn year_at(c: &[char], i: usize, today: NaiveDate) -> Option<(i32, usize)> {
    if let Some((n, e)) = number(c, i, Tag::Year) {
        return Some((today.year().checked_add(n)?, e));
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
        if let Some((_, e)) = any(c, k, &["财年", "财政年度"]).filter(|_| four || two) {
            return Some((y, e));
        }
        if (four || two) && at(c, k) == '年' {
            if at(c, k + 1) == '代' {
                return None;
            }
            let f = lit(c, k, "年度")
                .filter(|f| !matches!(at(c, *f), '日'))
                .unwrap_or(k + 1);
            return Some((y, f));
        }
        // 2015到2018年
        let range = number(c, k, Tag::Between)
            .and_then(|b| digits(c, skip(c, b.1)))
            .filter(|b| four && (1900..2300).contains(&b.0))
            .is_some_and(|b| at(c, skip(c, b.1)) == '年');
        if range || (four || (two && s > i)) && (s > i || sub_unit(c, k)) {
            return Some((y, e));
        }
        return None;
    }
    // 零六年, 九八年; not 三四年
    if let (Some(a), Some(b)) = (zh_digit(at(c, i)), zh_digit(at(c, i + 1)))
        && at(c, i + 2) == '年'
        && (b != a + 1 || a == 0)
        && (i == 0 || zh_digit(at(c, i - 1)).is_none())
        && at(c, i) != '两'
    {
        let y = i32::try_from(a * 10 + b).ok()?;
        return Some((if y < 60 { 2000 + y } else { 1900 + y }, i + 3));
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
    let (h, e) =
        number(c, i, Tag::Half).filter(|x| !at(c, i).is_ascii_digit() || at(c, x.1) != 'h')?;
    u32::try_from(h).ok().map(|h| (h, e))
}

fn unit_at(c: &[char], k: usize) -> Option<(Unit, usize)> {
    let (code, e) = number(c, k, Tag::Length)?;
    // 18 周岁, 三周年
    let other =
        at(c, e - 1) == '周' && matches!(at(c, e), '岁' | '年' | '转' | '边' | '报' | '会' | '末');
    (!other).then(|| Unit::from_code(code).map(|u| (u, e)))?
}
