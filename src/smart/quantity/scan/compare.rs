//! Words of comparison before and after a figure.

use super::*;

pub(super) const BEFORE: &[(&str, Cmp)] = &[
    ("不少于", Cmp::Ge),
    ("不低于", Cmp::Ge),
    ("不小于", Cmp::Ge),
    ("至少", Cmp::Ge),
    ("最少", Cmp::Ge),
    ("起码", Cmp::Ge),
    (">=", Cmp::Ge),
    ("≥", Cmp::Ge),
    ("> =", Cmp::Ge),
    ("大于等于", Cmp::Ge),
    ("at least", Cmp::Ge),
    ("no less than", Cmp::Ge),
    ("no fewer than", Cmp::Ge),
    ("not less than", Cmp::Ge),
    ("a minimum of", Cmp::Ge),
    ("minimum", Cmp::Ge),
    ("超过", Cmp::Gt),
    ("超", Cmp::Gt),
    ("突破", Cmp::Gt),
    ("大于", Cmp::Gt),
    ("高于", Cmp::Gt),
    ("多于", Cmp::Gt),
    ("逾", Cmp::Gt),
    (">", Cmp::Gt),
    ("more than", Cmp::Gt),
    ("over", Cmp::Gt),
    ("above", Cmp::Gt),
    ("greater than", Cmp::Gt),
    ("exceeding", Cmp::Gt),
    ("exceeds", Cmp::Gt),
    ("exceed", Cmp::Gt),
    ("higher than", Cmp::Gt),
    ("不超过", Cmp::Le),
    ("不高于", Cmp::Le),
    ("不大于", Cmp::Le),
    ("不多于", Cmp::Le),
    ("不超出", Cmp::Le),
    ("至多", Cmp::Le),
    ("最多", Cmp::Le),
    ("小于等于", Cmp::Le),
    ("<=", Cmp::Le),
    ("≤", Cmp::Le),
    ("up to", Cmp::Le),
    ("at most", Cmp::Le),
    ("no more than", Cmp::Le),
    ("not more than", Cmp::Le),
    ("no longer than", Cmp::Le),
    ("a maximum of", Cmp::Le),
    ("maximum", Cmp::Le),
    ("小于", Cmp::Lt),
    ("低于", Cmp::Lt),
    ("少于", Cmp::Lt),
    ("<", Cmp::Lt),
    ("less than", Cmp::Lt),
    ("under", Cmp::Lt),
    ("below", Cmp::Lt),
    ("fewer than", Cmp::Lt),
    ("lower than", Cmp::Lt),
    ("约", Cmp::About),
    ("大约", Cmp::About),
    ("近", Cmp::About),
    ("about", Cmp::About),
    ("around", Cmp::About),
    ("roughly", Cmp::About),
    ("approximately", Cmp::About),
    ("nearly", Cmp::About),
    ("~", Cmp::About),
    ("≈", Cmp::About),
];

pub(super) const AFTER: &[(&str, Cmp)] = &[
    ("及以上", Cmp::Ge),
    ("以上", Cmp::Ge),
    ("或以上", Cmp::Ge),
    ("或更高", Cmp::Ge),
    ("or more", Cmp::Ge),
    ("or higher", Cmp::Ge),
    ("or above", Cmp::Ge),
    ("or better", Cmp::Ge),
    ("or greater", Cmp::Ge),
    ("及以下", Cmp::Le),
    ("以下", Cmp::Le),
    ("以内", Cmp::Le),
    ("之内", Cmp::Le),
    ("内", Cmp::Le),
    ("or less", Cmp::Le),
    ("or fewer", Cmp::Le),
    ("or lower", Cmp::Le),
    ("or below", Cmp::Le),
    ("or under", Cmp::Le),
    ("total or less", Cmp::Le),
    ("左右", Cmp::About),
    ("上下", Cmp::About),
    ("+", Cmp::Ge),
];

/// The words of a table, to search for them.
pub(super) const fn names<T, const N: usize>(table: &[(&'static str, T)]) -> [&'static str; N] {
    let mut out = [""; N];
    let mut n = 0;
    while n < N {
        out[n] = table[n].0;
        n += 1;
    }
    out
}

pub(super) fn compare(c: &[char], q: &mut Qty) {
    const LEADS: [&str; BEFORE.len()] = names(BEFORE);
    const TAILS: [&str; AFTER.len()] = names(AFTER);
    let k = back(c, q.num);
    if let Some(s) = ends(c, k, &LEADS)
        && let Some(b) = BEFORE.iter().find(|b| same(c, s, k, b.0))
        && q.cmp != Cmp::Range
    {
        q.cmp = b.1;
        q.start = s;
    }
    let k = skip(c, q.end);
    if let Some((n, e)) = any(c, k, &TAILS) {
        let tight = AFTER.get(n).is_some_and(|a| a.0 == "+");
        let inner = AFTER.get(n).is_some_and(|a| a.0 == "内")
            && any(
                c,
                k,
                &["内容", "内部", "内测", "内控", "内训", "内外", "内审"],
            )
            .is_some();
        if let Some(a) = AFTER.get(n)
            && !(tight && (k != q.end || at(c, e).is_ascii_alphanumeric()))
            && !inner
        {
            if q.cmp == Cmp::Eq {
                q.cmp = a.1;
            }
            q.end = e;
        }
    }
}
