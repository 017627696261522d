//! What follows a figure: per cent, points, 成, 折, 倍, money, measure words; and what makes it a label.

use super::*;

/// Percent signs, points, 成, 折, 倍, money, measure words.
pub(super) fn unit(c: &[char], q: &mut Qty, lang: Lang) {
    let mut k = skip(c, q.end);
    // 5000多元, 300余家
    if matches!(at(c, k), '多' | '余') && unit_at(c, k + 1).is_some() && q.cmp == Cmp::Eq {
        k += 1;
        q.cmp = Cmp::About;
    }
    if share(c, q, k) || money(c, q, k) {
        return;
    }
    if let Some((kind, e)) = unit_at(c, k) {
        let kind = match kind {
            UnitKind::Money => Kind::Money,
            UnitKind::Time => Kind::Time,
            UnitKind::Dim => Kind::Dim,
            UnitKind::Count => Kind::Count,
        };
        return found(q, kind, &slice(c, k, e), e);
    }
    if lang == Lang::En || at(c, k).is_ascii_alphabetic() {
        noun(c, q, k);
    }
}

fn found(q: &mut Qty, kind: Kind, unit: &str, e: usize) {
    q.kind = kind;
    q.unit = Some(unit.to_string());
    q.end = e;
    q.unit_end = e;
}

/// Points, per cent, 成, 折, 倍.
fn share(c: &[char], q: &mut Qty, k: usize) -> bool {
    let (kind, unit, f, e) = if let Some((f, e)) = find(c, k, Tag::Points) {
        (Kind::Points, "pp", f, e)
    } else if let Some((f, e)) = find(c, k, Tag::Percent) {
        (Kind::Percent, "%", f, e)
    } else if let Some((_, e)) = any_word(c, k, &["倍", "x", "×", "times"])
        && !(at(c, k) == '倍' && at(c, k + 1) == '速')
    {
        (Kind::Times, "x", 1.0, e)
    } else if matches!(at(c, k), '成' | '折') && find(c, k, Tag::Fixed).is_none() {
        return tenths(c, q, k);
    } else {
        return false;
    };
    if (f - 1.0).abs() > f64::EPSILON {
        scale(q, f);
    }
    found(q, kind, unit, e);
    true
}

/// 三成五, 两成半, 八五折.
fn tenths(c: &[char], q: &mut Qty, k: usize) -> bool {
    if at(c, k) == '折' {
        if q.value <= 100.0 {
            scale(q, if q.value > 10.0 { 1.0 } else { 10.0 });
            found(q, Kind::Percent, "%", k + 1);
        }
        return q.value <= 100.0;
    }
    if q.label || q.value > 10.0 {
        return false;
    }
    scale(q, 10.0);
    found(q, Kind::Percent, "%", k + 1);
    let s = skip(c, k + 1);
    let digit = crate::smart::quantity::zh_digit(at(c, s))
        .filter(|_| crate::smart::quantity::not_number(c, s).is_none() && !unit_follows(c, s + 1));
    let more = digit
        .map(f64::from)
        .or_else(|| (at(c, s) == '半').then_some(5.0));
    if let Some(more) = more {
        q.value += more;
        q.end = s + 1;
        q.unit_end = s + 1;
    }
    true
}

/// 元, $ behind, dollars; with what follows of small change.
fn money(c: &[char], q: &mut Qty, k: usize) -> bool {
    if q.kind == Kind::Money {
        // '$10 dollars' says it twice.
        let twice = lit(c, k, "dollar").is_some();
        if let Some((UnitKind::Money, e)) = unit_at(c, k).filter(|_| !twice) {
            q.end = e;
            q.unit_end = e;
        }
        return true;
    }
    if matches!(at(c, k), '$' | '€' | '£' | '¥' | '₡' | '₭' | '₽' | '₹')
        && !at(c, skip(c, k + 1)).is_ascii_digit()
    {
        found(q, Kind::Money, &at(c, k).to_string(), k + 1);
        return true;
    }
    let s = match (at(c, q.end), at(c, k)) {
        ('-', _) => q.end + 1,
        (_, '个') => k + 1,
        _ => k,
    };
    let Some((UnitKind::Money, e)) = unit_at(c, s) else {
        return false;
    };
    found(q, Kind::Money, &slice(c, s, e), e);
    if at(c, k) != '个' {
        small_change(c, q);
    }
    true
}

/// A hyphened unit (90-day, 3-inch), or the word that is counted.
fn noun(c: &[char], q: &mut Qty, k: usize) {
    let s = if at(c, q.end) == '-' { q.end + 1 } else { k };
    match unit_at(c, s) {
        Some((UnitKind::Time, e)) => return found(q, Kind::Time, &slice(c, s, e), e),
        Some((UnitKind::Dim, e)) => return found(q, Kind::Dim, &slice(c, s, e), e),
        _ => {}
    }
    let e = word_end(c, k);
    let no_noun =
        find(c, k, Tag::Onward).is_some() || any_word(c, k, &["or", "per", "a", "the"]).is_some();
    if k > q.end && at(c, k).is_ascii_alphabetic() {
        q.unit = Some(slice(c, k, e)).filter(|_| !no_noun);
    }
}

/// 50元6角三分, 15 dollars 50, thirteen dollars and forty-five cents, 75 USD million.
pub(super) fn small_change(c: &[char], q: &mut Qty) {
    let mut k = skip(c, q.end);
    if let Some((f, e)) = crate::smart::quantity::word_scale(c, k).filter(|f| f.0 >= 1000.0) {
        scale(q, f);
        q.end = e;
        q.unit_end = e;
        return;
    }
    let base = q.end;
    k = any_word(c, k, &["and", "又"]).map_or(k, |x| skip(c, x.1));
    for _ in 0..2 {
        let Some((n, _)) = any_number(c, c, k, false) else {
            break;
        };
        let u = skip(c, n.end);
        let (f, e) = match find(c, u, Tag::Coin) {
            // Of 角 a 分 is a tenth.
            Some((f, e)) if matches!(at(c, base - 1), '角' | '毛') => (f * 10.0, e),
            Some(coin) => coin,
            // 五块五
            None if at(c, base.saturating_sub(1)) == '块'
                && k == base
                && n.value < 10.0
                && n.value.fract() == 0.0
                && !at(c, n.end).is_ascii_digit()
                && unit_at(c, n.end).is_none() =>
            {
                (0.1, n.end)
            }
            None if u > n.end || stop_or_end(c, n.end) => {
                let bare = n.value.fract() == 0.0
                    && (10.0..100.0).contains(&n.value)
                    && at(c, base.saturating_sub(1)).is_ascii_alphabetic()
                    && k == skip(c, base)
                    && !at(c, u).is_ascii_alphanumeric();
                if bare { (0.01, n.end) } else { break }
            }
            None => break,
        };
        q.value = ((q.value + n.value * f) * 1e6).round() / 1e6;
        q.end = e;
        q.unit_end = e;
        k = skip(c, e);
    }
}

pub(super) fn stop_or_end(c: &[char], i: usize) -> bool {
    i >= c.len() || matches!(at(c, i), '.' | ',' | ' ' | ';' | '。')
}

pub(super) fn unit_follows(c: &[char], i: usize) -> bool {
    matches!(
        at(c, i),
        '个' | '家' | '场' | '名' | '次' | '月' | '季' | '年' | '天' | '周'
    )
}

pub(super) fn scale(q: &mut Qty, f: f64) {
    q.value = (q.value * f * 1e9).round() / 1e9;
    q.max = q.max.map(|m| (m * f * 1e9).round() / 1e9);
}

/// P0, V2, iPhone15, 5g, 第3, #12: names and ranks.
pub(super) fn label(c: &[char], q: &Qty, i: usize) -> bool {
    if q.words && at(c, i).is_ascii_alphabetic() {
        return false;
    }
    let prev = if i > 0 { at(c, i - 1) } else { ' ' };
    if prev.is_ascii_alphabetic() && q.kind == Kind::Count
        || matches!(prev, '#' | '第' | '_')
        || (prev == '.' && i > 1 && at(c, i - 2).is_ascii_alphanumeric())
    {
        return true;
    }
    if prev == '-'
        && i > 1
        && at(c, i - 2).is_ascii_alphabetic()
        && q.kind == Kind::Count
        && ends(c, i - 1, &["top"]).is_none()
    {
        return true;
    }
    let next = at(c, q.unit_end);
    if q.unit_end == q.end
        && q.unit.is_none()
        && next.is_ascii_alphabetic()
        && ends(c, q.unit_end, &["k", "w"]).is_none()
    {
        return true;
    }
    // A dotted version: 3.0 版本, 2.1.4
    if next == '.' && digits(c, q.unit_end + 1).is_some() {
        return true;
    }
    any_word(
        c,
        skip(c, q.unit_end),
        &[
            "版本",
            "版",
            ".0",
            "号楼",
            "号线",
            "号店",
            "号位",
            "级响应",
            "线城市",
            "线",
            "代",
            "号文",
        ],
    )
    .is_some()
        && q.kind == Kind::Count
        && q.unit.is_none()
}
