//! English number words: twenty-one, two hundred and six, half a million, three quarters.

use crate::smart::text::{at, lit, skip, slice, word_end};

use super::Num;

fn small(w: &str) -> Option<f64> {
    const LOW: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    if let Some(n) = LOW.iter().position(|x| *x == w) {
        return u32::try_from(n).ok().map(f64::from);
    }
    if matches!(w, "nought" | "naught") {
        return Some(0.0);
    }
    TENS.iter()
        .position(|x| *x == w)
        .and_then(|n| u32::try_from(n).ok())
        .map(|n| f64::from(n * 10 + 20))
}

pub(crate) fn scale(w: &str) -> Option<f64> {
    Some(match w {
        "hundred" => 100.0,
        "thousand" => 1e3,
        "lakh" => 1e5,
        "million" | "mil" | "mln" | "mn" => 1e6,
        "crore" => 1e7,
        "billion" | "bln" | "bn" => 1e9,
        "trillion" | "tln" => 1e12,
        "dozen" | "dozens" | "doz" | "dozs" => 12.0,
        _ => return None,
    })
}

fn part(w: &str) -> Option<f64> {
    let w = w.strip_suffix('s').unwrap_or(w);
    Some(match w {
        "half" | "halve" => 2.0,
        "third" => 3.0,
        "quarter" | "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "ninth" => 9.0,
        "tenth" => 10.0,
        "twentieth" => 20.0,
        "hundredth" => 100.0,
        "thousandth" => 1e3,
        "millionth" => 1e6,
        "trillionth" => 1e12,
        _ => return None,
    })
}

/// The word at `i` and its end.
fn word(c: &[char], i: usize) -> (String, usize) {
    let e = word_end(c, i);
    (slice(c, i, e), e)
}

/// The next word after spaces or one hyphen.
fn next(c: &[char], i: usize) -> (String, usize) {
    let mut k = skip(c, i);
    if at(c, k) == '-' {
        k = skip(c, k + 1);
    }
    word(c, k)
}

/// A number in words at `i`. `one` alone is a number only when it counts something.
pub(crate) fn number(c: &[char], i: usize) -> Option<Num> {
    if let Some(f) = share(c, i) {
        return Some(f);
    }
    let n = plain(c, i)?;
    Some(with_fraction(c, n.end, n.value))
}

/// A number in words without fractions: the `two` of `two quarters`.
pub(crate) fn plain(c: &[char], i: usize) -> Option<Num> {
    let (mut end, mut total, mut section, mut seen) = (i, 0.0, 0.0, false);
    let mut low = f64::INFINITY;
    let mut k = i;
    loop {
        let (mut w, mut e) = if seen { next(c, k) } else { word(c, i) };
        if seen && w == "and" {
            let (w2, e2) = next(c, e);
            if small(&w2).is_none() || low < 100.0 {
                break;
            }
            (w, e) = (w2, e2);
        }
        if let Some(v) = small(&w) {
            // 'fifty two' joins, 'three four' does not.
            let joins = low >= 100.0 || (low >= 20.0 && v < 10.0 && v > 0.0);
            if v >= low || !joins {
                break;
            }
            section += v;
            low = if v >= 20.0 { 20.0 } else { 1.0 };
        } else if let Some(u) = scale(&w) {
            let alone = matches!(w.as_str(), "hundred" | "thousand");
            if !seen && !alone {
                break;
            }
            let base = if section == 0.0 { 1.0 } else { section };
            if u >= 1000.0 {
                total += base * u;
                section = 0.0;
            } else {
                section = base * u;
            }
            low = u;
        } else {
            break;
        }
        seen = true;
        k = e;
        end = e;
    }
    if !seen {
        return None;
    }
    let mut v = total + section;
    // nine point nought four
    let (w, e) = next(c, end);
    if w == "point" {
        let (mut k, mut s) = (e, 0.1);
        loop {
            let (w, e) = next(c, k);
            let Some(d) = small(&w).filter(|d| *d < 100.0) else {
                break;
            };
            if d >= 10.0 {
                v += d * s / 10.0;
                s /= 100.0;
            } else {
                v += d * s;
                s /= 10.0;
            }
            k = e;
            end = e;
        }
        v = (v * 1e9).round() / 1e9;
    }
    Some(Num {
        end,
        value: v,
        zh: false,
        approx: false,
        digits: 0,
    })
}

/// `… and a half`, `… and two thirds`, and `three fifths` itself.
fn with_fraction(c: &[char], end: usize, v: f64) -> Num {
    let plain = Num {
        end,
        value: v,
        zh: false,
        approx: false,
        digits: 0,
    };
    let (w, e) = next(c, end);
    if let Some(d) = part(&w).filter(|_| v < 1000.0 && w != "second") {
        return Num {
            end: e,
            value: v / d,
            ..plain
        };
    }
    if w == "and" {
        let (w1, e1) = next(c, e);
        let top = if w1 == "a" || w1 == "an" {
            Some(1.0)
        } else {
            small(&w1)
        };
        let (w2, e2) = next(c, e1);
        if let (Some(t), Some(d)) = (top, part(&w2)) {
            return Num {
                end: e2,
                value: v + t / d,
                ..plain
            };
        }
    }
    if (w == "over" && v <= 12.0) || (w == "out" && lit(c, skip(c, e), "of").is_some()) {
        let e = if w == "out" { skip(c, e) + 2 } else { e };
        let k = skip(c, e);
        let den = super::digit_num(c, k).or_else(|| number(c, k));
        if let Some(d) = den.filter(|d| d.value != 0.0 && d.value >= v) {
            return Num {
                end: d.end,
                value: v / d.value,
                ..plain
            };
        }
    }
    plain
}

/// `half`, `a quarter`, `half a million`, `a third`.
fn share(c: &[char], i: usize) -> Option<Num> {
    let (w, e) = word(c, i);
    let (w, e, art) = if w == "a" || w == "an" {
        let (w2, e2) = next(c, e);
        (w2, e2, true)
    } else {
        (w, e, false)
    };
    if art && let Some(u) = scale(&w) {
        return Some(Num {
            end: e,
            value: u,
            zh: false,
            approx: false,
            digits: 0,
        });
    }
    let d = part(&w)?;
    if w.ends_with('s') {
        return None;
    }
    let (w2, e2) = next(c, e);
    let (w2, e2) = if w2 == "a" { next(c, e2) } else { (w2, e2) };
    if let Some(u) = scale(&w2).filter(|u| *u >= 1000.0) {
        return Some(Num {
            end: e2,
            value: u / d,
            zh: false,
            approx: false,
            digits: 0,
        });
    }
    (art && w != "quarter" || w == "half" && w2 == "of").then_some(Num {
        end: e,
        value: 1.0 / d,
        zh: false,
        approx: false,
        digits: 0,
    })
}
