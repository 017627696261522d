//! Chinese numerals, alone or mixed with digits: 两千四百五, 1.5万, 三分之一, 二十几亿.

mod not;

pub(crate) use not::not_number;

use crate::smart::text::{any, at, lit, skip};

use super::{Num, digit_num};

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

fn integer(c: &[char], i: usize) -> Option<Num> {
    let mut a = Acc::default();
    let (mut k, mut end, mut approx, mut zh) = (i, i, false, false);
    loop {
        let s = if zh || k > i { skip(c, k) } else { k };
        let ch = at(c, s);
        if s > k
            && !(digit(ch).is_some() || unit(ch).is_some() || matches!(ch, '余' | '多' | '几'))
            && !(zh && ch.is_ascii_digit())
        {
            break;
        }
        let grown = unit(ch).is_some() && a.seen;
        if s > i && ((!grown && not_number(c, s).is_some()) || (s > k && zh_word_after(c, s))) {
            break;
        }
        if let Some(tens) = "廿卅".chars().position(|x| x == ch).filter(|_| k == i) {
            a.digit(if tens == 0 { 2 } else { 3 });
            a.small(10.0);
            zh = true;
            k = s + 1;
            end = k;
        } else if let Some(d) = digit(ch) {
            if a.digits > 0 && !zh {
                break;
            }
            if ch == '零' && !a.seen {
                a.seen = true;
            }
            a.digit(d);
            zh = true;
            k = s + 1;
            end = k;
        } else if let Some(u) = unit(ch) {
            if k == i && u >= 1e4 {
                return None;
            }
            if (k == i && u > 10.0 && digit(at(c, s + 1)).is_none()) || at(c, s + 1) == '克' {
                break;
            }
            if u >= 1e4 {
                a.big(u)
            } else {
                a.small(u)
            }
            zh = true;
            k = s + 1;
            end = k;
        } else if ch.is_ascii_digit() && a.current.is_none() {
            if a.seen && !zh {
                break;
            }
            let d = digit_num(c, s)?;
            let after = skip(c, d.end);
            if a.seen && unit(at(c, after)).is_none() && a.tail < 10.0 {
                break;
            }
            a.current = Some(d.value);
            a.digits = 2;
            a.seen = true;
            k = d.end;
            end = k;
            zh = false;
            if unit(at(c, after)).is_none() && !matches!(at(c, after), '余' | '多' | '几') {
                break;
            }
        } else if matches!(ch, '余' | '多' | '几')
            && a.seen
            && unit(at(c, skip(c, s + 1))).is_some()
        {
            approx = true;
            k = s + 1;
        } else {
            break;
        }
    }
    let dozen = a.seen
        && at(c, end) == '打'
        && any(
            c,
            end,
            &[
                "打开", "打造", "打通", "打破", "打印", "打包", "打卡", "打折", "打款", "打样",
                "打击", "打赏", "打分", "打磨",
            ],
        )
        .is_none();
    if dozen {
        return Some(Num {
            end: end + 1,
            value: a.value() * 12.0,
            zh: true,
            approx: false,
            digits: 0,
        });
    }
    (end > i && a.seen).then(|| Num {
        end,
        value: a.value(),
        zh: zh || end > i,
        approx,
        digits: a.digits,
    })
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
        out.value *= u;
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
