//! 翻番, by half, 百分之…: quantities written in words.

use super::*;

/// 24/7, 7×24: a label, no amount.
pub(super) fn round_the_clock(c: &[char], i: usize) -> Option<Qty> {
    let (_, e) = any_word(
        c,
        i,
        &[
            "24/7",
            "7x24",
            "7×24",
            "7*24",
            "24x7",
            "24×7",
            "24*7",
            "7/24",
            "7*24小时",
            "7×24小时",
            "7x24小时",
        ],
    )?;
    (i == 0 || !at(c, i - 1).is_ascii_digit()).then(|| plain(i, e, 24.0, true))
}

/// 破万, 过亿: past a round number.
pub(super) fn past_round(c: &[char], i: usize) -> Option<Qty> {
    if !matches!(at(c, i), '破' | '过') {
        return None;
    }
    let v = match at(c, i + 1) {
        '百' => 1e2,
        '千' => 1e3,
        '万' => 1e4,
        '亿' => 1e8,
        _ => return None,
    };
    let free = crate::smart::quantity::not_number(c, i + 1).is_none()
        && !matches!(at(c, i + 2), '分' | '一');
    free.then(|| Qty {
        cmp: Cmp::Gt,
        ..plain(i, i + 2, v, false)
    })
}

/// 翻番, double, halve and their kind.
pub(super) fn change_word(c: &[char], i: usize) -> Option<Qty> {
    let (value, kind, e) = if at(c, i).is_ascii_alphabetic() {
        english_change(c, i).map(|(v, e)| (v, Kind::Change, e))
    } else if let Some((v, e)) = find(c, i, Tag::Change) {
        Some((v, Kind::Change, e))
    } else if at(c, i) == '翻' {
        turned(c, i).map(|(v, e)| (v, Kind::Change, e))
    } else {
        any(c, i, &["归零", "清零", "对折", "一半", "半成"]).and_then(|(n, e)| {
            let (v, kind) = [
                (0.0, Kind::Count),
                (0.0, Kind::Count),
                (50.0, Kind::Percent),
                (50.0, Kind::Percent),
                (5.0, Kind::Percent),
            ]
            .get(n)?;
            Some((*v, *kind, e))
        })
    }?;
    let unit = (kind != Kind::Count).then(|| "%".to_string());
    Some(Qty {
        kind,
        unit,
        ..plain(i, e, value, false)
    })
}

/// 翻两番, 翻三倍.
fn turned(c: &[char], i: usize) -> Option<(f64, usize)> {
    let n = zh_number(c, i + 1)?;
    let value = match at(c, n.end) {
        '番' => (2f64.powf(n.value.min(20.0)) - 1.0) * 100.0,
        '倍' => (n.value - 1.0).max(1.0) * 100.0,
        _ => return None,
    };
    Some((value, n.end + 1))
}

/// double, halve; not double-check.
fn english_change(c: &[char], i: usize) -> Option<(f64, usize)> {
    if !word_start(c, i) {
        return None;
    }
    let e = word_end(c, i);
    let v = match find(c, i, Tag::Change).filter(|x| x.1 == e) {
        Some((v, _)) => v,
        None if lit(c, i, "half") == Some(e) && halved(c, i, e) => 50.0,
        None => return None,
    };
    let other = any_word(
        c,
        skip(c, e),
        &["down", "check", "opt", "click", "room", "sided"],
    );
    (at(c, e) != '-' && other.is_none()).then_some((v, e))
}

/// `by half`, `in half`; not `in half a year`, `half of the stores`.
pub(super) fn halved(c: &[char], i: usize, e: usize) -> bool {
    let next = skip(c, e);
    ends(c, back(c, i), &["by", "in"]).is_some()
        && at(c, e) != '-'
        && any_word(
            c,
            next,
            &[
                "a", "an", "of", "the", "year", "day", "hour", "month", "past",
            ],
        )
        .is_none()
}

/// 百分之N, 千分之N, 对折.
pub(super) fn percent_word(c: &[char], i: usize) -> Option<Qty> {
    let mut k = i;
    let per = match at(c, k) {
        '百' | '佰' => 1.0,
        '千' => 0.1,
        '万' => 0.01,
        _ => 0.0,
    };
    let wide = lit(c, k, "百万")
        .map(|_| 1e-4)
        .or_else(|| lit(c, k, "万万").map(|_| 1e-6));
    let (per, step) = wide.map_or((per, 1), |w| (w, 2));
    if per == 0.0
        || (i > 0
            && (crate::smart::quantity::zh_digit(at(c, i - 1)).is_some()
                || at(c, i - 1).is_ascii_digit()))
    {
        return None;
    }
    k = skip(c, k + step);
    k = lit(c, k, "分")?;
    k = lit(c, skip(c, k), "之")?;
    k = skip(c, k);
    let neg = at(c, k) == '负';
    let (value, mut e) =
        if at(c, k) == '百' && crate::smart::quantity::zh_digit(at(c, k + 1)).is_none() {
            (100.0, k + 1)
        } else {
            let s = if neg { k + 1 } else { k };
            let (n, _) = any_number(c, c, s, false)?;
            (n.value, n.end)
        };
    let value = (value * per * 1e9).round() / 1e9 * if neg { -1.0 } else { 1.0 };
    let mut q = Qty {
        start: i,
        end: e,
        num: i,
        unit_end: e,
        value,
        max: None,
        kind: Kind::Percent,
        unit: Some("%".into()),
        cmp: Cmp::Eq,
        words: false,
        label: false,
    };
    if let Some(s) = any(c, e, &["到", "至", "-", "~"]).map(|x| x.1) {
        let s2 = lit(c, s, "百分之").unwrap_or(s);
        if let Some((n, _)) = any_number(c, c, s2, false).filter(|_| s2 > s || per == 1.0) {
            q.max = Some(n.value);
            q.cmp = Cmp::Range;
            e = n.end;
            q.end = e;
            q.unit_end = e;
        }
    }
    compare(c, &mut q);
    Some(q)
}
