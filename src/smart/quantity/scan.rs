//! One pass that finds every quantity of a text, left to right, without overlap.

use super::{Kind, Num, Qty, UnitKind, digit_num, multiplier, unit_at, word_number, zh_number};
use crate::smart::text::{
    any, any_word, at, back, digits, ends, han, lit, same, skip, slice, word_end, word_start,
};
use crate::smart::types::{Cmp, Lang};

const BEFORE: &[(&str, Cmp)] = &[
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

const AFTER: &[(&str, Cmp)] = &[
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

/// All quantities of the folded text `c`; `orig` keeps the case.
pub(crate) fn scan(c: &[char], orig: &[char], lang: Lang) -> Vec<Qty> {
    let mut out: Vec<Qty> = Vec::new();
    let mut i = 0;
    while i < c.len() {
        match quantity(c, orig, i, lang) {
            Some(q) if q.end > i => {
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
    if ch.is_ascii_digit() || (ch == '.' && at(c, i + 1).is_ascii_digit()) {
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
    match ch {
        '½' => Some((
            Num {
                end: i + 1,
                value: 0.5,
                zh: true,
                approx: false,
                digits: 1,
            },
            false,
        )),
        '¼' => Some((
            Num {
                end: i + 1,
                value: 0.25,
                zh: true,
                approx: false,
                digits: 1,
            },
            false,
        )),
        '¾' => Some((
            Num {
                end: i + 1,
                value: 0.75,
                zh: true,
                approx: false,
                digits: 1,
            },
            false,
        )),
        _ => zh_number(c, i).map(|n| (n, true)),
    }
}

/// Characters a quantity may begin with.
fn may_begin(ch: char) -> bool {
    ch.is_ascii_digit()
        || ch.is_ascii_lowercase()
        || matches!(
            ch,
            '$' | '¥' | '€' | '£' | '₹' | '-' | '+' | '.' | '½' | '¼' | '¾' | '人'
        )
        || "负零一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾佰仟亿对半翻倍加减归清成破过"
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
    if let Some(q) = percent_word(c, i) {
        return Some(q);
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

/// 24/7, 7×24: a label, no amount.
fn round_the_clock(c: &[char], i: usize) -> Option<Qty> {
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
fn past_round(c: &[char], i: usize) -> Option<Qty> {
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
    let free = super::not_number(c, i + 1).is_none() && !matches!(at(c, i + 2), '分' | '一');
    free.then(|| Qty {
        cmp: Cmp::Gt,
        ..plain(i, i + 2, v, false)
    })
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
    ];
    const NAMES: [&str; SIGNS.len()] = names(SIGNS);
    let (n, e) = any(c, i, &NAMES)?;
    let k = skip(c, e);
    let k = if at(c, k) == '-' { k + 1 } else { k };
    let ok = at(c, k).is_ascii_digit() || (at(c, k) == '.' && at(c, k + 1).is_ascii_digit());
    (ok && word_start(c, i)).then(|| (SIGNS.get(n).map_or("", |s| s.1).to_string(), e))
}

/// 翻番, double, halve and their kind.
fn change_word(c: &[char], i: usize) -> Option<Qty> {
    let (value, kind, e) = if at(c, i) == '翻' {
        if let Some(e) = lit(c, i, "翻番").or_else(|| lit(c, i, "翻倍")) {
            (100.0, Kind::Change, e)
        } else {
            let n = zh_number(c, i + 1)?;
            if at(c, n.end) == '番' {
                (
                    (2f64.powf(n.value.min(20.0)) - 1.0) * 100.0,
                    Kind::Change,
                    n.end + 1,
                )
            } else if at(c, n.end) == '倍' {
                ((n.value - 1.0).max(1.0) * 100.0, Kind::Change, n.end + 1)
            } else {
                return None;
            }
        }
    } else if let Some((n, e)) = any(c, i, &["倍增", "加倍", "减半", "归零", "清零", "成倍"])
    {
        match n {
            0 | 1 => (100.0, Kind::Change, e),
            2 => (50.0, Kind::Change, e),
            3 | 4 => (0.0, Kind::Count, e),
            _ => return None,
        }
    } else if let Some((n, e)) = any(c, i, &["对折", "半成"]) {
        (if n == 0 { 50.0 } else { 5.0 }, Kind::Percent, e)
    } else if let Some(e) = lit(c, i, "一半") {
        (50.0, Kind::Percent, e)
    } else if word_start(c, i) && at(c, i).is_ascii_alphabetic() {
        let e = word_end(c, i);
        let v = match slice(c, i, e).as_str() {
            "double" | "doubles" | "doubled" | "doubling" => 100.0,
            "triple" | "triples" | "tripled" | "tripling" => 200.0,
            "quadruple" | "quadrupled" => 300.0,
            "halve" | "halved" | "halves" | "halving" => 50.0,
            "half" if halved(c, i, e) => 50.0,
            "twofold" => 100.0,
            "threefold" => 200.0,
            _ => return None,
        };
        if at(c, e) == '-'
            || any_word(
                c,
                skip(c, e),
                &["down", "check", "opt", "click", "room", "sided"],
            )
            .is_some()
        {
            return None;
        }
        (v, Kind::Change, e)
    } else {
        return None;
    };
    let unit = (kind != Kind::Count).then(|| "%".to_string());
    Some(Qty {
        start: i,
        end: e,
        num: i,
        unit_end: e,
        value,
        max: None,
        kind,
        unit,
        cmp: Cmp::Eq,
        words: false,
        label: false,
    })
}

/// `by half`, `in half`; not `in half a year`, `half of the stores`.
fn halved(c: &[char], i: usize, e: usize) -> bool {
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
fn percent_word(c: &[char], i: usize) -> Option<Qty> {
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
        || (i > 0 && (super::zh_digit(at(c, i - 1)).is_some() || at(c, i - 1).is_ascii_digit()))
    {
        return None;
    }
    k = skip(c, k + step);
    k = lit(c, k, "分")?;
    k = lit(c, skip(c, k), "之")?;
    k = skip(c, k);
    let neg = at(c, k) == '负';
    let (value, mut e) = if at(c, k) == '百' && super::zh_digit(at(c, k + 1)).is_none() {
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

/// The words of a table, to search for them.
const fn names<T, const N: usize>(table: &[(&'static str, T)]) -> [&'static str; N] {
    let mut out = [""; N];
    let mut n = 0;
    while n < N {
        out[n] = table[n].0;
        n += 1;
    }
    out
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
    if q.kind != Kind::Money {
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

/// Percent signs, points, 成, 折, 倍, money, measure words.
fn unit(c: &[char], q: &mut Qty, lang: Lang) {
    let k = skip(c, q.end);
    let found = |q: &mut Qty, kind, unit: &str, e: usize| {
        q.kind = kind;
        q.unit = Some(unit.to_string());
        q.end = e;
        q.unit_end = e;
    };
    let points = [
        "个百分点",
        "百分点",
        "个 百 分 点",
        "个百分 点",
        "个点",
        "percentage points",
        "percentage point",
        "pp",
        "ppt",
        "ppts",
        "pts",
    ];
    if let Some((_, e)) = any_word(c, k, &points) {
        return found(q, Kind::Points, "pp", e);
    }
    if let Some((n, e)) = any_word(c, k, &["bps", "bp", "个基点", "基点"]) {
        let _ = n;
        scale(q, 0.01);
        return found(q, Kind::Points, "pp", e);
    }
    if let Some((_, e)) = any_word(
        c,
        k,
        &["%", "percents", "percentage", "percent", "per cent", "pct"],
    ) {
        // '%' at the end of a figure only; in an address it is an escape.
        return found(q, Kind::Percent, "%", e);
    }
    if let Some(e) = lit(c, k, "‰") {
        scale(q, 0.1);
        return found(q, Kind::Percent, "%", e);
    }
    if at(c, k) == '成'
        && !q.label
        && q.value <= 10.0
        && any(
            c,
            k,
            &[
                "成本", "成交", "成为", "成功", "成果", "成员", "成立", "成长", "成效", "成都",
                "成绩", "成品", "成熟", "成型", "成都",
            ],
        )
        .is_none()
    {
        scale(q, 10.0);
        found(q, Kind::Percent, "%", k + 1);
        let s = skip(c, k + 1);
        if let Some(d) = super::zh_digit(at(c, s))
            .filter(|_| super::not_number(c, s).is_none() && !unit_follows(c, s + 1))
        {
            q.value += f64::from(d);
            q.end = s + 1;
            q.unit_end = s + 1;
        } else if at(c, s) == '半' {
            q.value += 5.0;
            q.end = s + 1;
            q.unit_end = s + 1;
        }
        return;
    }
    if at(c, k) == '折'
        && q.value <= 100.0
        && any(c, k, &["折扣", "折算", "折旧", "折叠"]).is_none()
    {
        let f = if q.value > 10.0 { 1.0 } else { 10.0 };
        scale(q, f);
        return found(q, Kind::Percent, "%", k + 1);
    }
    if let Some((_, e)) = any_word(c, k, &["倍", "x", "×", "times"])
        && !(at(c, k) == '倍' && at(c, k + 1) == '速')
    {
        return found(q, Kind::Times, "x", e);
    }
    if q.kind == Kind::Money {
        if let Some((UnitKind::Money, e)) = unit_at(c, k) {
            q.end = e;
            q.unit_end = e;
        }
        return;
    }
    if matches!(at(c, k), '$' | '€' | '£' | '¥' | '₡' | '₭' | '₽' | '₹')
        && !at(c, skip(c, k + 1)).is_ascii_digit()
    {
        return found(q, Kind::Money, &at(c, k).to_string(), k + 1);
    }
    if at(c, k) == '个'
        && let Some((UnitKind::Money, e)) = unit_at(c, k + 1)
    {
        return found(q, Kind::Money, &slice(c, k + 1, e), e);
    }
    let dash = if at(c, q.end) == '-' { q.end + 1 } else { k };
    if let Some((UnitKind::Money, e)) = unit_at(c, dash)
        .or_else(|| any_word(c, dash, &["cent", "cents"]).map(|x| (UnitKind::Money, x.1)))
    {
        found(q, Kind::Money, &slice(c, dash, e), e);
        return small_change(c, q);
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
        let s = if at(c, q.end) == '-' { q.end + 1 } else { k };
        if let Some((UnitKind::Time, e)) = unit_at(c, s) {
            return found(q, Kind::Time, &slice(c, s, e), e);
        }
        let e = word_end(c, k);
        if e > k && k > q.end && at(c, k).is_ascii_alphabetic() {
            q.unit = Some(slice(c, k, e)).filter(|w| {
                !matches!(
                    w.as_str(),
                    "of" | "in"
                        | "by"
                        | "and"
                        | "or"
                        | "to"
                        | "on"
                        | "per"
                        | "for"
                        | "from"
                        | "at"
                        | "a"
                        | "the"
                        | "with"
                )
            });
        }
    }
}

/// 50元6角三分, 15 dollars 50, thirteen dollars and forty-five cents, 75 USD million.
fn small_change(c: &[char], q: &mut Qty) {
    let mut k = skip(c, q.end);
    let e = word_end(c, k);
    if let Some(f) = super::word_scale(&slice(c, k, e)).filter(|f| *f >= 1000.0) {
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
        let (f, e) = match any_word(c, u, &["cents", "cent", "美分", "分", "角", "毛", "mao"])
        {
            Some((0..=3, e)) => (0.01, e),
            Some((_, e)) => (0.1, e),
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

fn stop_or_end(c: &[char], i: usize) -> bool {
    i >= c.len() || matches!(at(c, i), '.' | ',' | ' ' | ';' | '。')
}

fn unit_follows(c: &[char], i: usize) -> bool {
    matches!(
        at(c, i),
        '个' | '家' | '场' | '名' | '次' | '月' | '季' | '年' | '天' | '周'
    )
}

fn scale(q: &mut Qty, f: f64) {
    q.value = (q.value * f * 1e9).round() / 1e9;
    q.max = q.max.map(|m| (m * f * 1e9).round() / 1e9);
}

fn compare(c: &[char], q: &mut Qty) {
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

/// P0, V2, iPhone15, 5g, 第3, #12: names and ranks.
fn label(c: &[char], q: &Qty, i: usize) -> bool {
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
