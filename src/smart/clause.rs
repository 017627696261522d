//! Clauses, and what is said beside the goal: purpose, owner, placeholders.

mod purpose;

pub(crate) use purpose::purpose;

use super::lexicon::{class, classes};
use super::parse::{Place, Reading};
use super::text::{any, any_word, at, back, digits, ends, lit, skip, slice, word_end, word_start};
use super::time::Time;
use super::types::Lang;

/// A clause between two stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Splits at commas, semicolons, full stops and line breaks; never inside a figure or a time
/// (December 31, 2027).
pub(crate) fn split(c: &[char], times: &[Time]) -> Vec<Clause> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut ahead = times.iter().peekable();
    for i in 0..=c.len() {
        while ahead.next_if(|t| t.end <= i).is_some() {}
        let timed = ahead
            .peek()
            .is_some_and(|t| t.core.0 < i && i + 1 < t.core.1);
        let ch = at(c, i);
        let inner = matches!(ch, ',' | '.' | ':')
            && at(c, i + 1).is_ascii_digit()
            && i > 0
            && at(c, i - 1).is_ascii_digit();
        let dot = ch == '.' && at(c, i + 1).is_ascii_alphanumeric();
        let ratio = ch == ':' && at(c, i + 1).is_ascii_digit();
        let mark = matches!(ch, ',' | ';' | '。' | '!' | '?' | '\n' | '.' | ':');
        let kept = inner || dot || ratio || timed && ch == ',';
        let cut = i == c.len() || (mark && !kept);
        if cut {
            let s = skip(c, start);
            if s < back(c, i) {
                out.push(Clause {
                    start: s,
                    end: back(c, i),
                });
            }
            start = i + 1;
        }
    }
    out
}

/// A named person, team, bracket, mention or acting organisation.
pub(crate) fn owner(r: &Reading) -> Option<Place> {
    let c = &r.c;
    for i in 0..c.len() {
        match at(c, i) {
            '[' => {
                let e = (i + 1..(i + 40).min(c.len())).find(|k| at(c, *k) == ']')?;
                return Some((i + 1, e));
            }
            '@' => {
                let mut e = i + 1;
                while at(c, e).is_alphanumeric() || matches!(at(c, e), '_' | '-') {
                    e += 1;
                }
                if e > i + 1 {
                    return Some((i + 1, e.min(i + 20)));
                }
            }
            _ => {}
        }
        if let Some((_, e)) = any(
            c,
            i,
            &[
                "负责人:",
                "责任人:",
                "owner:",
                "owned by ",
                "led by ",
                "dri:",
            ],
        ) {
            let s = skip(c, e);
            let mut k = s;
            while k < c.len() && !super::text::stop(at(c, k)) && k < s + 20 {
                k += 1;
            }
            if k > s {
                return Some((s, k));
            }
        }
        if at(c, i) == '由'
            && let Some(e) = (i + 2..(i + 16).min(c.len())).find(|k| {
                any(
                    c,
                    *k,
                    &["负责", "牵头", "主责", "跟进", "完成", "交付", "承担"],
                )
                .is_some()
            })
            && (i + 1..e).all(|k| {
                !super::text::stop(at(c, k))
                    && !at(c, k).is_ascii_digit()
                    && !matches!(at(c, k), '到' | '至' | '提' | '降')
            })
        {
            return Some((i + 1, e));
        }
    }
    acting(r)
}

/// 客服部在…, Customer Support team to…, Sarah will…
fn acting(r: &Reading) -> Option<Place> {
    let c = &r.c;
    let cl = r.clauses.first()?;
    if r.lang == Lang::Zh {
        let e = (cl.start + 1..(cl.start + 10).min(cl.end)).find_map(|k| {
            any(
                c,
                k,
                &["部门", "部", "组", "团队", "中心", "公司", "事业部", "局"],
            )
            .map(|x| x.1)
        })?;
        let next = any(
            c,
            e,
            &[
                "在", "于", "将", "把", "年", "本", "每", "需", "要", "应", "完成", "负责", "力争",
                "争取", "计划", "Q", "q", "1", "2", "3", "6", "9",
            ],
        );
        let noun = (cl.start..e)
            .any(|k| matches!(at(c, k), '的' | '率' | '数' | '额') || at(c, k).is_ascii_digit());
        let verb = classes(&slice(c, cl.start, cl.start + 2)) & class::VERB != 0;
        return (next.is_some() && !noun && !verb).then_some((cl.start, e));
    }
    for (n, e) in (cl.start..(cl.start + 40).min(cl.end))
        .filter(|k| word_start(c, *k))
        .filter_map(|k| {
            any_word(c, k, &["team to", "will", "team will", "leadership will"]).map(|x| (k, x.0))
        })
    {
        let end = if e == 1 { back(c, n) } else { word_end(c, n) };
        let start = cl.start;
        if end > start
            && at(&r.orig, start).is_uppercase()
            && slice(c, start, end).split(' ').count() <= 3
            && !matches!(
                slice(c, start, end).as_str(),
                "we" | "i" | "it" | "this" | "that" | "our goal" | "they"
            )
        {
            return Some((start, end));
        }
    }
    None
}

/// XX%, $N, 【…】, TBD, 若干: a value somebody still has to fill in.
pub(crate) fn placeholder(r: &Reading) -> Option<Place> {
    let c = &r.c;
    if let Some(t) = r.tokens.iter().find(|t| t.is(class::PLACE)) {
        return Some((t.start, t.end));
    }
    for i in 0..c.len() {
        let ch = at(c, i);
        if ch == '【'
            && let Some(e) = (i + 1..(i + 30).min(c.len())).find(|k| at(c, *k) == '】')
        {
            return Some((i, e + 1));
        }
        if ch == '_' && at(c, i + 1) == '_' {
            let e = (i..c.len()).find(|k| at(c, *k) != '_').unwrap_or(c.len());
            return Some((i, e));
        }
        if matches!(ch, 'x' | 'n' | 'y') && !(i > 0 && (at(c, i - 1).is_ascii_alphanumeric())) {
            let mut e = i;
            while at(c, e) == ch {
                e += 1;
            }
            let money = i > 0 && matches!(at(c, i - 1), '$' | '¥' | '€');
            let k = skip(c, e);
            let unit = at(c, k) == '%'
                || any(
                    c,
                    k,
                    &[
                        "万",
                        "亿",
                        "元",
                        "个百分点",
                        "人",
                        "家",
                        "倍",
                        "天",
                        "percent",
                        "million",
                    ],
                )
                .is_some();
            let done = !at(c, e).is_ascii_alphanumeric();
            if done && (money || unit || (e - i >= 2 && ch == 'x')) && digits(c, e).is_none() {
                return Some((
                    if money { i - 1 } else { i },
                    if at(c, k) == '%' { k + 1 } else { e },
                ));
            }
        }
    }
    None
}
