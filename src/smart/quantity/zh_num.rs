//! Chinese numerals, alone or mixed with digits: 两千四百五, 1.5万, 三分之一, 二十几亿.

use crate::smart::text::{at, lit, skip};
use crate::smart::words::{Tag, find};

use super::{Num, digit_num};

/// The end of a word at `i` that only looks like a number.
pub(crate) fn not_number(c: &[char], i: usize) -> Option<usize> {
    if at(c, i).is_ascii() {
        return None;
    }
    find(c, i, Tag::Not).map(|(_, e)| e)
}

pub(crate) fn digit(ch: char) -> Option<u32> {
    Some(match ch {
        '零' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '两' | '俩' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn unit(ch: char) -> Option<f64> {
    Some(match ch {
        '十' | '拾' => 10.0,
        '百' | '佰' => 100.0,
        '千' | '仟' => 1000.0,
        '万' => 1e4,
        '亿' => 1e8,
        '兆' => 1e12,
        _ => return None,
    })
}

#[derive(Default)]
struct Acc {
    parts: Vec<f64>,
    section: f64,
    current: Option<f64>,
    tail: f64,
    digits: usize,
    seen: bool,
}

impl Acc {
    fn digit(&mut self, d: u32) {
        self.seen = true;
        self.digits += 1;
        self.current = Some(match self.current {
            Some(v) if self.digits > 1 => v * 10.0 + f64::from(d),
            _ => f64::from(d),
        });
        if d == 0 && self.digits == 1 {
            self.tail = 0.0;
            self.digits = 0;
            self.current = None;
        }
    }
    fn small(&mut self, u: f64) {
        self.section += self.current.unwrap_or(1.0) * u;
        self.end_digit(u);
    }
    fn big(&mut self, u: f64) {
        let mut v = self.section + self.current.unwrap_or(0.0);
        if v == 0.0
            && let Some(last) = self.parts.pop()
        {
            v = last;
        }
        while let Some(&p) = self.parts.last() {
            if p >= u {
                break;
            }
            v += p;
            self.parts.pop();
        }
        self.parts.push(v * u);
        self.section = 0.0;
        self.end_digit(u);
    }
    fn end_digit(&mut self, u: f64) {
        self.current = None;
        self.digits = 0;
        self.tail = u;
        self.seen = true;
    }
    fn value(&self) -> f64 {
        let last = match self.current {
            Some(v) if self.digits == 1 && self.tail >= 100.0 => v * self.tail / 10.0,
            Some(v) => v,
            None => 0.0,
        };
        self.parts.iter().sum::<f64>() + self.section + last
    }
}

/// A number at `i` in Chinese numerals or digits, with 万/亿, 点, 分之 and 又; no sign, no unit.
pub(crate) fn number(c: &[char], i: usize) -> Option<Num> {
    if not_number(c, i).is_some() {
        return None;
    }
    let first = integer(c, i)?;
    let n = decimals(c, first);
    fraction(c, i, n)
}

/// Numbers in Chinese numerals are shorter than this.
const LONGEST: usize = 60;

fn integer(c: &[char], i: usize) -> Option<Num> {
    let mut r = Reading {
        i,
        k: i,
        end: i,
        approx: false,
        zh: false,
        acc: Acc::default(),
    };
    while r.k < i + LONGEST && r.step(c)? {}
    let (a, end) = (&r.acc, r.end);
    if end == i || !a.seen {
        return None;
    }
    let k = skip(c, end);
    let dozen = at(c, k) == '打' && find(c, k, Tag::Fixed).is_none();
    Some(Num {
        end: if dozen { k + 1 } else { end },
        value: a.value() * if dozen { 12.0 } else { 1.0 },
        zh: true,
        approx: r.approx && !dozen,
        digits: if dozen { 0 } else { a.digits },
    })
}

/// A number on the way from its first character at `i`.
struct Reading {
    i: usize,
    k: usize,
    end: usize,
    approx: bool,
    zh: bool,
    acc: Acc,
}

impl Reading {
    /// Takes one numeral; false at the end of the number, nothing when there is none.
    fn step(&mut self, c: &[char]) -> Option<bool> {
        let s = if self.zh || self.k > self.i {
            skip(c, self.k)
        } else {
            self.k
        };
        let ch = at(c, s);
        if self.cut(c, s, ch) {
            return Some(false);
        }
        let more = matches!(ch, '余' | '多' | '几');
        if matches!(ch, '廿' | '卅') && self.k == self.i {
            self.acc.digit(if ch == '廿' { 2 } else { 3 });
            self.acc.small(10.0);
        } else if let Some(d) = digit(ch) {
            if self.acc.digits > 0 && !self.zh {
                return Some(false);
            }
            self.acc.seen |= ch == '零';
            self.acc.digit(d);
        } else if let Some(u) = unit(ch) {
            if self.k == self.i && u >= 1e4 {
                return None;
            }
            let alone = self.k == self.i && u > 10.0 && digit(at(c, s + 1)).is_none();
            if alone || at(c, s + 1) == '克' {
                return Some(false);
            }
            // 三四百: some three hundred
            if self.zh && self.acc.digits == 2 && self.acc.current.is_some_and(|v| v % 11.0 == 1.0)
            {
                self.acc.current = self.acc.current.map(|v| (v / 10.0).floor());
                self.approx = true;
            }
            if u >= 1e4 {
                self.acc.big(u);
            } else {
                self.acc.small(u);
            }
        } else if ch.is_ascii_digit() && self.acc.current.is_none() {
            return self.figures(c, s);
        } else if more && self.acc.seen && unit(at(c, skip(c, s + 1))).is_some() {
            self.approx = true;
            self.k = s + 1;
            return Some(true);
        } else {
            return Some(false);
        }
        self.zh = true;
        self.k = s + 1;
        self.end = self.k;
        Some(true)
    }

    /// Whether the number ends before `s`: at a gap that no numeral follows, or at a word of its own.
    fn cut(&self, c: &[char], s: usize, ch: char) -> bool {
        let gap = s > self.k;
        let numeral = digit(ch).is_some() || unit(ch).is_some() || matches!(ch, '余' | '多' | '几');
        let grown = unit(ch).is_some() && self.acc.seen;
        gap && !numeral && !(self.zh && ch.is_ascii_digit())
            || s > self.i && (!grown && not_number(c, s).is_some() || gap && zh_word_after(c, s))
    }

    /// ASCII digits inside: 3千5, 1.5万.
    fn figures(&mut self, c: &[char], s: usize) -> Option<bool> {
        if self.acc.seen && !self.zh {
            return Some(false);
        }
        let d = digit_num(c, s)?;
        let after = at(c, skip(c, d.end));
        if self.acc.seen && unit(after).is_none() && self.acc.tail < 10.0 {
            return Some(false);
        }
        self.acc.current = Some(d.value);
        // 2万3 is 23,000
        let short = d.end == s + 1 && self.acc.tail >= 1e4 && unit(after).is_none();
        self.acc.digits = if short { 1 } else { 2 };
        self.acc.seen = true;
        self.k = d.end;
        self.end = d.end;
        self.zh = false;
        Some(unit(after).is_some() || matches!(after, '余' | '多' | '几'))
    }
}

/// A numeral after a gap that opens a word of its own (两 个, 一 家): the gap ends the number.
fn zh_word_after(c: &[char], s: usize) -> bool {
    matches!(at(c, s + 1), '个' | '家' | '场' | '名' | '次')
}

fn decimals(c: &[char], n: Num) -> Num {
    let p = skip(c, n.end);
    if at(c, p) != '点' {
        return n;
    }
    let (mut k, mut end, mut scale, mut v) = (skip(c, p + 1), n.end, 0.1, n.value);
    while let Some(d) = digit(at(c, k)).filter(|_| at(c, k) != '两') {
        v += f64::from(d) * scale;
        scale /= 10.0;
        end = k + 1;
        k = end;
    }
    if end == n.end {
        return n;
    }
    let out = Num {
        end,
        value: (v * 1e9).round() / 1e9,
        zh: true,
        approx: n.approx,
        digits: 0,
    };
    // 三点五万亿
    let mut out = out;
    while let Some(u) = unit(at(c, out.end)).filter(|u| *u >= 1e4) {
        out.value = (out.value * u * 1e6).round() / 1e6;
        out.end += 1;
    }
    out
}

/// `A 分之 B` and `X 又 A 分之 B`.
fn fraction(c: &[char], i: usize, n: Num) -> Option<Num> {
    if let Some(f) = over(c, n) {
        return Some(f);
    }
    let p = skip(c, n.end);
    if at(c, p) == '又'
        && let Some(den) = integer(c, skip(c, p + 1))
        && let Some(f) = over(c, den)
    {
        return Some(Num {
            value: n.value + f.value,
            ..f
        });
    }
    // 百分之 is a share, not a number: only 一百分之 and other denominators come here.
    let _ = i;
    Some(n)
}

fn over(c: &[char], den: Num) -> Option<Num> {
    let mut k = skip(c, den.end);
    k = lit(c, k, "分")?;
    k = lit(c, skip(c, k), "之")?;
    k = skip(c, k);
    let minus = at(c, k) == '负';
    let top = integer(c, if minus { k + 1 } else { k })?;
    let top = decimals(c, top);
    let v = if minus { -top.value } else { top.value };
    (den.value != 0.0).then(|| Num {
        end: top.end,
        value: v / den.value,
        zh: true,
        approx: false,
        digits: 0,
    })
}
