//! Quantities: numbers with sign, multiplier, unit, comparison and range, each with its place in the text.

mod en_num;
mod scan;
mod unit;
mod zh_num;

pub(crate) use en_num::{
    number as word_number, ordinal, plain as plain_word_number, scale_at as word_scale,
};
pub(crate) use scan::scan;
pub(crate) use unit::{UnitKind, time_factor, unit_at};
pub(crate) use zh_num::{digit as zh_digit, not_number, number as zh_number};

use super::text::{at, skip};
use super::types::Cmp;

/// A number as read; `end` is exclusive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Num {
    pub(crate) end: usize,
    pub(crate) value: f64,
    /// Written (partly) in Chinese numerals or words.
    pub(crate) zh: bool,
    pub(crate) approx: bool,
    /// Digits in the last run, to tell 三 from 二零二六.
    pub(crate) digits: usize,
}

/// What a quantity counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A bare number or one with a measure word.
    Count,
    /// Per cent.
    Percent,
    /// Percentage points.
    Points,
    /// Money.
    Money,
    /// A length of time.
    Time,
    /// Another physical unit.
    Dim,
    /// N 倍, N times, 3x.
    Times,
    /// 翻番, double, halve: a relative change in per cent.
    Change,
}

/// A quantity in the text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Qty {
    /// First character, comparison words included.
    pub(crate) start: usize,
    /// After the last, comparison words included.
    pub(crate) end: usize,
    /// First character of the figure.
    pub(crate) num: usize,
    /// After the unit.
    pub(crate) unit_end: usize,
    pub(crate) value: f64,
    /// Upper end when a range.
    pub(crate) max: Option<f64>,
    pub(crate) kind: Kind,
    pub(crate) unit: Option<String>,
    pub(crate) cmp: Cmp,
    /// Written as 一/two: an article when nothing else speaks for a target.
    pub(crate) words: bool,
    /// Letters touch the figure (P0, V2, 5g) or it is an ordinal: a label, no amount.
    pub(crate) label: bool,
}

/// A number in ASCII digits at `i`: `1,234.5`, `.5`, `2e5`; no multiplier.
pub(crate) fn digit_num(c: &[char], i: usize) -> Option<Num> {
    let mut k = i;
    let mut text = String::new();
    while at(c, k).is_ascii_digit() && text.len() < 30 {
        text.push(at(c, k));
        k += 1;
    }
    let whole = k - i;
    if (1..=3).contains(&whole) {
        while at(c, k) == ','
            && (k + 1..k + 4).all(|n| at(c, n).is_ascii_digit())
            && !at(c, k + 4).is_ascii_digit()
        {
            text.extend((k + 1..k + 4).map(|n| at(c, n)));
            k += 4;
        }
    }
    if at(c, k) == '.' && at(c, k + 1).is_ascii_digit() {
        text.push('.');
        k += 1;
        while at(c, k).is_ascii_digit() && text.len() < 60 {
            text.push(at(c, k));
            k += 1;
        }
    }
    if k == i {
        return None;
    }
    if at(c, k) == 'e' {
        let sign = usize::from(matches!(at(c, k + 1), '+' | '-'));
        let mut e = k + 1 + sign;
        if at(c, e).is_ascii_digit() {
            while at(c, e).is_ascii_digit() && e < k + 5 {
                e += 1;
            }
            text.extend(c.get(k..e).unwrap_or_default());
            k = e;
        }
    }
    let value = text.parse().ok().filter(|v: &f64| v.is_finite())?;
    Some(Num {
        end: k,
        value,
        zh: false,
        approx: false,
        digits: whole,
    })
}

/// `k`, `w`, `m`, `b` or a scale word after digits; `orig` tells M from m, `money` lets m count.
pub(crate) fn multiplier(c: &[char], orig: &[char], n: Num, money: bool) -> Num {
    let mut k = n.end;
    let gap = skip(c, k);
    let spaced = gap > k;
    if spaced {
        k = gap;
    }
    let last = !at(c, k + 1).is_ascii_alphanumeric();
    let f = match at(c, k) {
        'k' if last => Some(1e3),
        'w' if last && !spaced => Some(1e4),
        'm' if last && (money || at(orig, k) == 'M' || money_after(c, k + 1)) => Some(1e6),
        'b' if last && !(spaced && at(orig, k) == 'b') => Some(1e9),
        'g' if last && !spaced && at(orig, k) == 'G' => Some(1e9),
        _ => None,
    };
    if let Some(f) = f {
        return Num {
            end: k + 1,
            value: n.value * f,
            ..n
        };
    }
    let Some((f, e)) = word_scale(c, k) else {
        return n;
    };
    let out = Num {
        end: e,
        value: ((n.value * f) * 1e6).round() / 1e6,
        ..n
    };
    rest_of(c, orig, out, f)
}

fn money_after(c: &[char], i: usize) -> bool {
    matches!(unit_at(c, skip(c, i)), Some((UnitKind::Money, _)))
}

/// `4 thousand 3 hundred and 21`: what follows a hundred or thousand and is smaller.
fn rest_of(c: &[char], orig: &[char], n: Num, scale: f64) -> Num {
    if scale != 1000.0 && scale != 100.0 {
        return n;
    }
    let k = skip(c, n.end);
    let k = super::text::any_word(c, k, &["and"]).map_or(k, |x| skip(c, x.1));
    let low = digit_num(c, k)
        .map(|d| multiplier(c, orig, d, false))
        .or_else(|| plain_word_number(c, k))
        .filter(|l| k > n.end && l.value < scale && at(c, skip(c, l.end)) != '%');
    low.map_or(n, |l| Num {
        end: l.end,
        value: n.value + l.value,
        ..n
    })
}

/// The plain figures inside a quantity: start, value, end.
pub(crate) fn figures(
    c: &[char],
    orig: &[char],
    from: usize,
    to: usize,
) -> Vec<(usize, f64, usize)> {
    let mut out = Vec::new();
    let mut i = from;
    while i < to {
        let neg = matches!(at(c, i), '负' | '-') && (i == from);
        let s = if neg { skip(c, i + 1) } else { i };
        match scan::any_number(c, orig, s, false) {
            Some((n, _)) if n.end > s => {
                let n = power(c, s)
                    .or_else(|| ratio(c, s))
                    .or_else(|| over(c, s))
                    .unwrap_or(n);
                out.push((
                    if neg { i } else { s },
                    if neg { -n.value } else { n.value },
                    n.end,
                ));
                i = n.end;
            }
            _ => i += 1,
        }
    }
    out
}

/// `2^-1`, `1.1^+23`.
fn power(c: &[char], i: usize) -> Option<Num> {
    let base = digit_num(c, i)?;
    let mut k = base.end;
    if at(c, k) != '^' {
        return None;
    }
    k += 1;
    let mut sign = 1.0;
    let mut signs = 0;
    while matches!(at(c, k), '+' | '-') {
        sign = if at(c, k) == '-' && signs == 0 {
            -1.0
        } else {
            1.0
        };
        signs += 1;
        k += 1;
    }
    let e = digit_num(c, k)?;
    let value = base.value.powf(sign * e.value);
    value.is_finite().then_some(Num {
        end: e.end,
        value,
        ..base
    })
}

/// `2000 over 3` at the end of what is said.
fn over(c: &[char], i: usize) -> Option<Num> {
    let top = digit_num(c, i)?;
    let (_, k) = super::text::any_word(c, skip(c, top.end), &["over"])?;
    let k = skip(c, k);
    let low = digit_num(c, k).or_else(|| plain_word_number(c, k))?;
    let ends = skip(c, low.end) >= c.len() || super::text::stop(at(c, low.end));
    (ends && low.value != 0.0).then(|| Num {
        value: top.value / low.value,
        ..low
    })
}

/// `3/4`, `1 4/5`, `1又4/5`.
fn ratio(c: &[char], i: usize) -> Option<Num> {
    let whole = digit_num(c, i)?;
    let over = |k: usize| {
        let top = digit_num(c, k)?;
        let k = skip(c, top.end);
        if at(c, k) != '/' {
            return None;
        }
        let low = digit_num(c, skip(c, k + 1)).filter(|l| l.value != 0.0 && at(c, l.end) != '/')?;
        Some(Num {
            end: low.end,
            value: top.value / low.value,
            ..top
        })
    };
    if let Some(f) = over(i) {
        return Some(f);
    }
    let k = skip(c, whole.end);
    let and = super::text::lit(c, k, "又").map(|e| skip(c, e));
    let f = over(and.unwrap_or(k)).filter(|_| k > whole.end || and.is_some())?;
    Some(Num {
        value: whole.value + f.value,
        ..f
    })
}
