//! One pass that finds every quantity of a text, left to right, without overlap.

mod change;
mod compare;
mod unit;

use change::{change_word, past_round, percent_word, round_the_clock};
use compare::compare;
use unit::{label, unit};

use super::{Kind, Num, Qty, UnitKind, digit_num, multiplier, unit_at, word_number, zh_number};
use crate::smart::text::{
    any, any_word, at, back, digits, ends, han, lit, skip, slice, word_end, word_start,
};
use crate::smart::types::{Cmp, Lang};
use crate::smart::words::{Tag, before, find, number};

/// All quantities of the folded text `c`; `orig` keeps the case.
pub(crate) fn scan(c: &[char], orig: &[char], lang: Lang) -> Vec<Qty> {
    let mut out: Vec<Qty> = Vec::new();
    let mut i = 0;
    while i < c.len() {
        match quantity(c, orig, i, lang) {
            Some(q) if q.end > i && q.value.is_finite() && q.max.is_none_or(f64::is_finite) => {
                i = q.end.max(i + 1);
                out.push(q);
            }
            _ => i = step(c, i),
        }
    }
    out
}

fn step(c: &[char], i: usize) -> usize {
    if let Some(e) = super::not_number(c, i) {
        return e;
    }
    if at(c, i).is_ascii_alphabetic() {
        word_end(c, i).max(i + 1)
    } else {
        i + 1
    }
}

/// A number in any writing at `i`, with multiplier.
pub(super) fn any_number(c: &[char], orig: &[char], i: usize, money: bool) -> Option<(Num, bool)> {
    let ch = at(c, i);
    let dotted = i > 0 && at(c, i - 1) == '.';
    if ch.is_ascii_digit() || (ch == '.' && at(c, i + 1).is_ascii_digit() && !dotted) {
        let zh = zh_number(c, i);
        let d = digit_num(c, i)?;
        if let Some(z) = zh.filter(|z| z.end > d.end) {
            return Some((z, false));
        }
        return Some((multiplier(c, orig, d, money), false));
    }
    if let Some((_, e)) = any_word(c, i, &["minus", "negative"]).filter(|_| word_start(c, i)) {
        let s = skip(c, e);
        let (n, w) = any_number(c, orig, s, false).filter(|_| s > e)?;
        return Some((
            Num {
                value: -n.value,
                ..n
            },
            w,
        ));
    }
    if ch.is_ascii_alphabetic() {
        return if word_start(c, i) {
            word_number(c, i).map(|n| (n, true))
        } else {
            None
        };
    }
    let Some(n) = "½¼¾".chars().position(|x| x == ch) else {
        return zh_number(c, i).map(|n| (n, true));
    };
    let value = [0.5, 0.25, 0.75].get(n).copied()?;
    Some((
        Num {
            end: i + 1,
            value,
            zh: true,
            approx: false,
            digits: 1,
        },
        false,
    ))
}

/// Characters a quantity may begin with.
fn may_begin(ch: char) -> bool {
    ch.is_ascii_digit()
        || ch.is_ascii_lowercase()
        || matches!(
            ch,
            '$' | '¥'
                | '€'
                | '£'
                | '₹'
                | '₩'
                | '₽'
                | '₫'
                | '₪'
                | '฿'
                | '-'
                | '+'
                | '.'
                | '½'
                | '¼'
                | '¾'
                | '人'
        )
        || "负零一二三四五六七八九十百千万两俩廿卅壹贰叁肆伍陆柒捌玖拾佰仟亿对半翻倍加减归清成破过"
            .contains(ch)
}

fn quantity(c: &[char], orig: &[char], i: usize, lang: Lang) -> Option<Qty> {
    if !may_begin(at(c, i)) {
        return None;
    }
    if let Some(q) = change_word(c, i)
        .or_else(|| round_the_clock(c, i))
        .or_else(|| past_round(c, i))
    {
        return Some(q);
    }
    let money = money_prefix(c, i);
    let mut k = money.as_ref().map_or(i, |m| skip(c, m.1));
    let mut negative = false;
    if matches!(at(c, k), '负') || (matches!(at(c, k), '-' | '+') && !touching(c, k)) {
        negative = at(c, k) != '+';
        k = skip(c, k + 1);
    }
    if let Some(q) = percent_word(c, k).filter(|_| money.is_none()) {
        let sign = if negative { -1.0 } else { 1.0 };
        return Some(Qty {
            num: i,
            start: q.start.min(i),
            value: q.value * sign,
            ..q
        });
    }
    let (n, words) = any_number(c, orig, k, money.is_some())?;
    if at(c, i).is_ascii_digit()
        && i > 0
        && (at(c, i - 1).is_ascii_digit()
            || (at(c, i - 1) == '.' && i > 1 && at(c, i - 2).is_ascii_digit()))
    {
        return None;
    }
    let mut q = Qty {
        start: i,
        end: n.end,
        num: i,
        unit_end: n.end,
        value: if negative { -n.value } else { n.value },
        max: None,
        kind: if money.is_some() {
            Kind::Money
        } else {
            Kind::Count
        },
        unit: money.map(|m| m.0),
        cmp: if n.approx { Cmp::About } else { Cmp::Eq },
        words,
        label: false,
    };
    range(c, orig, &mut q, i);
    unit(c, &mut q, lang);
    repeat_range(c, orig, &mut q, lang);
    compare(c, &mut q);
    q.label = label(c, &q, i);
    Some(q)
}

fn plain(start: usize, end: usize, value: f64, label: bool) -> Qty {
    Qty {
        start,
        end,
        num: start,
        unit_end: end,
        value,
        max: None,
        kind: Kind::Count,
        unit: None,
        cmp: Cmp::Eq,
        words: false,
        label,
    }
}

fn touching(c: &[char], k: usize) -> bool {
    k > 0
        && (at(c, k - 1).is_ascii_alphanumeric()
            || han(at(c, k - 1))
            || matches!(at(c, k - 1), ')' | '%' | '.'))
}

/// The words of a table, to search for them.
const fn names<const N: usize>(table: &[(&'static str, &str)]) -> [&'static str; N] {
    let mut out = [""; N];
    let mut n = 0;
    while n < N {
        out[n] = table[n].0;
        n += 1;
    }
    out
}

fn money_prefix(c: &[char], i: usize) -> Option<(String, usize)> {
    const SIGNS: &[(&str, &str)] = &[
        ("us$", "USD"),
        ("hk$", "HKD"),
        ("nt$", "TWD"),
        ("a$", "AUD"),
        ("c$", "CAD"),
        ("s$", "SGD"),
        ("$", "USD"),
        ("¥", "元"),
        ("€", "EUR"),
        ("£", "GBP"),
        ("rmb", "元"),
        ("c $", "CAD"),
        ("mxn$", "MXN"),
        ("mex$", "MXN"),
        ("cad$", "CAD"),
        ("aud$", "AUD"),
        ("dollar", "USD"),
        ("sen", "SEN"),
        ("₹", "INR"),
        ("cny", "元"),
        ("usd", "USD"),
        ("eur", "EUR"),
        ("gbp", "GBP"),
        ("人民币", "元"),
        ("r$", "BRL"),
        ("nz$", "NZD"),
        ("₩", "KRW"),
        ("₽", "RUB"),
        ("₫", "VND"),
        ("₪", "ILS"),
        ("฿", "THB"),
        ("rs.", "INR"),
    ];
    const NAMES: [&str; SIGNS.len()] = names(SIGNS);
    let code = || {
        let (kind, e) = unit_at(c, i).filter(|_| at(c, i).is_ascii_lowercase())?;
        (kind == UnitKind::Money).then(|| (slice(c, i, e), e))
    };
    let (name, e) = any(c, i, &NAMES)
        .map(|(n, e)| (SIGNS.get(n).map_or("", |s| s.1).to_string(), e))
        .or_else(code)?;
    let k = skip(c, e);
    let k = if at(c, k) == '-' { k + 1 } else { k };
    let ok = at(c, k).is_ascii_digit() || (at(c, k) == '.' && at(c, k + 1).is_ascii_digit());
    (ok && word_start(c, i)).then_some((name, e))
}

const SEPS: &[&str] = &["-", "~", "到", "至", "—", "to "];

/// `80-100`, `80 到 100`; not after 从/from, where it is a way from here to there.
fn range(c: &[char], orig: &[char], q: &mut Qty, i: usize) {
    let k = skip(c, q.end);
    let Some((n, e)) = any(c, k, SEPS) else {
        return;
    };
    let word = n == 2 || n == 3 || n == 5;
    if word && from_before(c, i)
        || (n == 5 && k == q.end)
        || (n < 2 && q.value >= 1900.0 && q.value < 2200.0 && q.kind == Kind::Count)
    {
        return;
    }
    let s = skip(c, e);
    let s = money_prefix(c, s).map_or(s, |m| skip(c, m.1));
    let Some((m, _)) = any_number(c, orig, s, q.kind == Kind::Money) else {
        return;
    };
    if n < 2 && at(c, m.end) == '-' && at(c, m.end + 1).is_ascii_digit() {
        return;
    }
    // '80-100万': the multiplier of the upper end holds for both.
    let tail = digit_num(c, s);
    let f = tail
        .filter(|d| d.end < m.end && d.value > 0.0)
        .map_or(1.0, |d| m.value / d.value);
    let low = if f >= 1000.0 && q.value < m.value / f {
        q.value * f
    } else {
        q.value
    };
    if low < m.value {
        q.value = low;
        q.max = Some(m.value);
        q.cmp = Cmp::Range;
        q.end = m.end;
        q.unit_end = m.end;
    }
}

fn from_before(c: &[char], i: usize) -> bool {
    let k = back(c, i);
    ends(c, k, &["从", "由", "自", "from"]).is_some()
}

/// `15%-20%`, `800元到1000元`.
fn repeat_range(c: &[char], orig: &[char], q: &mut Qty, lang: Lang) {
    if q.max.is_some()
        || q.unit_end == q.num
        || q.kind == Kind::Count && q.unit.is_none()
        || from_before(c, q.num)
    {
        return;
    }
    let Some((_, e)) = any(c, skip(c, q.end), SEPS) else {
        return;
    };
    let s = skip(c, e);
    let s = money_prefix(c, s).map_or(s, |m| skip(c, m.1));
    let Some((m, words)) = any_number(c, orig, s, q.kind == Kind::Money) else {
        return;
    };
    let mut other = Qty {
        start: s,
        end: m.end,
        num: s,
        unit_end: m.end,
        value: m.value,
        words,
        ..q.clone()
    };
    if q.kind != Kind::Money || money_prefix(c, q.num).is_none() {
        other.kind = Kind::Count;
        other.unit = None;
        unit(c, &mut other, lang);
    }
    if other.kind == q.kind && other.unit == q.unit && q.value < other.value {
        q.max = Some(other.value);
        q.cmp = Cmp::Range;
        q.end = other.end;
        q.unit_end = other.unit_end;
    }
}
