//! English number words: twenty-one, two hundred and six, half a million, three quarters.

use crate::smart::text::{any_word, at, lit, skip, word_end};
use crate::smart::words::{Tag, find};

use super::Num;

/// A numeral of a number in words.
#[derive(Clone, Copy)]
struct Word {
    value: f64,
    scale: bool,
    /// `and` stands before it.
    and: bool,
    /// A hyphen joins it to the one before.
    hyphen: bool,
    end: usize,
}

fn num(end: usize, value: f64) -> Num {
    Num {
        end,
        value,
        zh: false,
        approx: false,
        digits: 0,
    }
}

/// A scale word: hundred, lakh, million.
pub(crate) fn scale_at(c: &[char], i: usize) -> Option<(f64, usize)> {
    find(c, i, Tag::Scale)
}

/// After spaces or one hyphen.
fn gap(c: &[char], i: usize) -> usize {
    let k = skip(c, i);
    if at(c, k) == '-' { skip(c, k + 1) } else { k }
}

/// The numerals from `i` on, as far as they may belong to one number.
fn numerals(c: &[char], i: usize) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut k = i;
    while out.len() < 24 {
        let first = out.is_empty();
        let at_word = if first { k } else { gap(c, k) };
        let and = any_word(c, at_word, &["and"]).filter(|_| !first);
        let place = and.map_or(at_word, |x| gap(c, x.1));
        let low = find(c, place, Tag::Low);
        let big = scale_at(c, place).filter(|_| and.is_none());
        let Some((value, end)) = low.or(big) else {
            break;
        };
        out.push(Word {
            value,
            scale: low.is_none(),
            and: and.is_some(),
            hyphen: !first && at(c, k) == '-',
            end,
        });
        k = end;
    }
    out
}

/// The value of the first numerals that make one number, and how many they are.
fn value(words: &[Word]) -> (f64, usize) {
    let (mut total, mut section, mut group, mut low) = (0.0, 0.0, 0.0, f64::INFINITY);
    for (n, w) in words.iter().enumerate() {
        let v = w.value;
        if !w.scale {
            // 'fifty two' joins, 'three four' does not.
            let joins = low >= 100.0 || (low >= 20.0 && v < 10.0 && v > 0.0);
            if v >= low || !joins || w.and && low < 100.0 {
                return (total + section, n);
            }
            section += v;
            low = if v >= 20.0 { 20.0 } else { 1.0 };
            continue;
        }
        let after_scale = n > 0 && words.get(n - 1).is_some_and(|p| p.scale);
        if n == 0 && !matches!(v, 100.0 | 1000.0) {
            return (0.0, 0);
        }
        if v < 1000.0 {
            section = f64::max(section, 1.0) * v;
        } else if section == 0.0 && after_scale {
            // three lakh crore
            total += group * v - group;
            group *= v;
        } else {
            group = f64::max(section, 1.0) * v;
            total += group;
            section = 0.0;
        }
        low = v;
    }
    (total + section, words.len())
}

/// A number in words without fractions: the `two` of `two quarters`.
pub(crate) fn plain(c: &[char], i: usize) -> Option<Num> {
    let words = numerals(c, i);
    let (v, used) = value(&words);
    let end = words.get(used.checked_sub(1)?)?.end;
    Some(point(c, end, v))
}

/// `nine point nought four`, `point seventy-one`.
fn point(c: &[char], end: usize, v: f64) -> Num {
    let Some((_, mut k)) = any_word(c, gap(c, end), &["point"]) else {
        return num(end, v);
    };
    let (mut v, mut step, mut last) = (v, 1.0, end);
    while let Some((d, e)) = find(c, gap(c, k), Tag::Low) {
        let (mut d, mut e) = (d, e);
        if d >= 20.0
            && let Some((one, f)) = find(c, gap(c, e), Tag::Low).filter(|o| o.0 < 10.0)
        {
            d += one;
            e = f;
        }
        step /= if d >= 10.0 { 100.0 } else { 10.0 };
        v += d * step;
        (k, last) = (e, e);
    }
    num(last, (v * 1e9).round() / 1e9)
}

/// A denominator at `i`: its value, whether in the plural, its end. `second` is none.
fn part(c: &[char], i: usize) -> Option<(f64, bool, usize)> {
    let (d, e) = find(c, i, Tag::Ordinal)?;
    let halves = d == 2.0 && at(c, i) == 'h';
    (d != 2.0 || halves).then(|| (d, at(c, e - 1) == 's', e))
}

/// A number in words at `i`. `one` alone is a number only when it counts something.
pub(crate) fn number(c: &[char], i: usize) -> Option<Num> {
    if let Some(f) = share(c, i) {
        return Some(f);
    }
    let words = numerals(c, i);
    let (v, used) = value(&words);
    let words = words.get(..used)?;
    let end = words.last()?.end;
    if let Some((d, many, e)) = part(c, gap(c, end)) {
        return fraction(words, v, d, many)
            .map(|f| num(e, f.0 + f.1))
            .map(|n| by_scale(c, n, words, d, many));
    }
    // three twenty-firsts
    let tens = find(c, gap(c, end), Tag::Low).filter(|t| t.0 >= 20.0);
    if let Some((t, e)) = tens
        && let Some((d, many, e)) =
            find(c, gap(c, e), Tag::Ordinal).map(|(d, e)| (d, at(c, e - 1) == 's', e))
        && d < 10.0
        && (many || v == 1.0)
    {
        return Some(num(e, v / (t + d)));
    }
    let n = point(c, end, v);
    Some(with_fraction(c, n))
}

/// Whole and part of numerals with a denominator behind; nothing when they are an ordinal (twenty-third).
fn fraction(words: &[Word], v: f64, d: f64, many: bool) -> Option<(f64, f64)> {
    let (last, before) = words.split_last()?;
    let whole = |w: &[Word]| value(w).0;
    let compound = last.value >= 20.0 && !last.scale && d < 10.0;
    if compound && many && !before.is_empty() && !last.hyphen {
        // one hundred thirty fifths
        return Some((0.0, whole(before) / (last.value + d)));
    }
    let thousand = last.scale && matches!(last.value, 100.0 | 1000.0) && d < last.value && many;
    if thousand && before.len() > 1 {
        let (top, low) = before.split_at(before.len() - 1);
        let den = low.iter().map(|w| w.value).sum::<f64>() * last.value + d;
        return Some((0.0, whole(top) / den));
    }
    if d == 1.0 || !many && (v >= 20.0 || v == 0.0) {
        return None;
    }
    // two hundred and fifty-four hundredths
    if let Some(n) = words.iter().rposition(|w| w.and) {
        let (a, b) = words.split_at(n);
        return Some((whole(a), whole(b) / d));
    }
    Some((0.0, v / d))
}

/// `… and three quarters million`: the fraction counts millions.
fn by_scale(c: &[char], n: Num, words: &[Word], d: f64, many: bool) -> Num {
    let big = scale_at(c, gap(c, n.end)).filter(|u| u.0 >= 1000.0);
    match (big, fraction(words, value(words).0, d, many)) {
        (Some((u, e)), Some((whole, part))) => num(e, whole + part * u),
        _ => n,
    }
}

/// `… and a half`, `… and two thirds`, `one out of three`.
fn with_fraction(c: &[char], n: Num) -> Num {
    let (v, k) = (n.value, gap(c, n.end));
    if let Some((_, e)) = any_word(c, k, &["and"]) {
        let k = gap(c, e);
        let top = any_word(c, k, &["a", "an"])
            .map(|x| (1.0, x.1))
            .or_else(|| find(c, k, Tag::Low));
        let half = |k: usize| any_word(c, k, &["half"]).map(|x| (2.0, false, x.1));
        if let Some((t, e)) = top
            && let Some((d, _, e)) = part(c, gap(c, e)).or_else(|| half(gap(c, e)))
        {
            let big = scale_at(c, gap(c, e)).filter(|u| u.0 >= 1000.0 && u.0 <= v);
            let (u, e) = big.unwrap_or((1.0, e));
            return num(e, v + t / d * u);
        }
    }
    let (w, e) = any_word(c, k, &["over", "out of"]).unwrap_or((9, k));
    if w == 1 || (w == 0 && v <= 12.0) {
        let k = skip(c, e);
        let den = super::digit_num(c, k).or_else(|| number(c, k));
        if let Some(d) = den.filter(|d| d.value != 0.0 && d.value >= v) {
            return num(d.end, v / d.value);
        }
    }
    n
}

/// `half`, `a quarter`, `half a million`, `a third`, `a hundred thousand`.
fn share(c: &[char], i: usize) -> Option<Num> {
    let article = any_word(c, i, &["a", "an"]).map(|x| gap(c, x.1));
    let k = article.unwrap_or(i);
    if article.is_some() && scale_at(c, k).is_some() {
        return many(c, k);
    }
    let (d, e) = match any_word(c, k, &["half", "halve"]) {
        Some((_, e)) => (2.0, e),
        None => {
            let (d, plural, e) = part(c, k)?;
            if plural || d == 1.0 {
                return None;
            }
            (d, e)
        }
    };
    let next = gap(c, e);
    let big = any_word(c, next, &["a"]).map_or(next, |x| gap(c, x.1));
    if let Some((u, e)) = scale_at(c, big).filter(|u| u.0 >= 1000.0 || u.0 == 12.0) {
        return Some(num(e, u / d));
    }
    let quarter = lit(c, k, "quarter").is_some();
    let of = d == 2.0 && any_word(c, next, &["of"]).is_some();
    (article.is_some() && !quarter || of).then(|| num(e, 1.0 / d))
}

/// `(a) hundred thousand`, `(a) million and two`, `(a) hundred thousand trillionths`.
fn many(c: &[char], i: usize) -> Option<Num> {
    let mut words = vec![Word {
        value: 1.0,
        scale: false,
        and: false,
        hyphen: false,
        end: i,
    }];
    words.extend(numerals(c, i));
    let (v, used) = value(&words);
    let end = words.get(used.checked_sub(1)?)?.end;
    Some(match part(c, gap(c, end)) {
        Some((d, true, e)) => num(e, v / d),
        _ => num(end, v),
    })
}

/// An ordinal in figures or words: `21st`, `one hundred twenty-fifth`.
pub(crate) fn ordinal(c: &[char], i: usize) -> Option<Num> {
    if let Some(n) = super::digit_num(c, i) {
        let e = any_word(c, n.end, &["st", "nd", "rd", "th"])?.1;
        return Some(Num { end: e, ..n });
    }
    let words = numerals(c, i);
    let (v, used) = value(&words);
    let k = match used.checked_sub(1).and_then(|n| words.get(n)) {
        Some(w) => gap(
            c,
            any_word(c, gap(c, w.end), &["and"]).map_or(w.end, |x| x.1),
        ),
        None => i,
    };
    let (d, e) = find(c, k, Tag::Ordinal).filter(|x| at(c, x.1 - 1) != 's' && at(c, k) != 'q')?;
    let last = words.get(used.wrapping_sub(1)).map_or(0.0, |w| w.value);
    let fits = used == 0 || last > d || d >= 100.0;
    let v = if d >= 100.0 { v.max(1.0) * d } else { v + d };
    (fits && word_end(c, e) == e).then(|| num(e, v))
}
