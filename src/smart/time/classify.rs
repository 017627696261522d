//! What each time expression does in its sentence. This class decides most verdicts on T.

mod length;
mod set;

use length::length;
use set::set;

use crate::smart::lexicon::{Token, class};
use crate::smart::text::{any, any_word, at, back, ends, han, skip, stop};
use crate::smart::types::{Lang, TimeClass};

use super::{Form, Mark, Time, Unit};

/// Sets the class of each expression.
pub(crate) fn classify(c: &[char], times: &mut [Time], tokens: &[Token], lang: Lang) {
    for n in 0..times.len() {
        let Some(t) = times.get(n) else { continue };
        let class = match t.form {
            Form::Period => period(c, t, tokens),
            Form::Length => length(c, t, tokens, lang),
            Form::Set => set(c, t, tokens, lang),
        };
        if let Some(t) = times.get_mut(n) {
            t.class = class;
        }
    }
}

fn token_at(tokens: &[Token], i: usize) -> Option<&Token> {
    tokens.iter().find(|t| t.start == i)
}

fn token_before(tokens: &[Token], i: usize) -> Option<&Token> {
    tokens.iter().rev().find(|t| t.end <= i)
}

fn inside_clause(c: &[char], from: usize, to: usize) -> bool {
    (from..to).all(|k| !stop(at(c, k)))
}

/// The first token after `i`, skipping spaces and 的.
fn next_token<'a>(c: &[char], tokens: &'a [Token], i: usize) -> Option<&'a Token> {
    let mut k = skip(c, i);
    if matches!(at(c, k), '的' | '度') {
        k = skip(c, k + 1);
    }
    token_at(tokens, k)
}

fn period(c: &[char], t: &Time, tokens: &[Token]) -> Option<TimeClass> {
    let (a, b) = (back(c, t.start), skip(c, t.end));
    let compared = ends(
        c,
        a,
        &[
            "较",
            "比",
            "相比",
            "相比于",
            "对比",
            "较之",
            "同比",
            "于去年的",
            "than in",
            "than",
            "vs",
            "vs.",
            "versus",
            "compared to",
            "compared with",
            "from",
            "over",
        ],
    )
    .is_some()
        || any(
            c,
            b,
            &["同期", "相比", "的基础上", "基础上", "水平", "基线"],
        )
        .is_some();
    let past_ref = t.mark == Mark::None && any(c, b, &["的基础上", "同期", "基数"]).is_some();
    if compared || past_ref {
        return Some(TimeClass::Baseline);
    }
    if ends(
        c,
        a,
        &[
            "as of",
            "reforecast on",
            "dated",
            "as reforecast on",
            "截至",
            "数据截至",
        ],
    )
    .is_some()
        && in_brackets(c, t.start)
    {
        return Some(TimeClass::Baseline);
    }
    if in_brackets(c, t.start) && ends(c, a, &["on", "于"]).is_some() {
        return Some(TimeClass::Baseline);
    }
    if t.mark == Mark::Since
        || ends(
            c,
            a,
            &[
                "starting",
                "starting on",
                "beginning",
                "beginning on",
                "since",
                "from",
                "自",
                "starting in",
                "effective",
                "after",
            ],
        )
        .is_some()
    {
        return None;
    }
    // 从去年的 5% 提升到: the date of the baseline
    if ends(c, a, &["从", "由"]).is_some() {
        return Some(TimeClass::Baseline);
    }
    if t.mark == Mark::None || (t.mark == Mark::Until && t.start == t.core.0) {
        let next = next_token(c, tokens, t.end);
        let doc = next.is_some_and(|n| n.is(class::DOC) && !doc_metric(c, tokens, n));
        if doc && !matches!(at(c, t.end), ',') && at(c, t.end) != '\n' {
            let adjacent = next.is_some_and(|n| n.start <= skip(c, t.end) + 1);
            if adjacent {
                return Some(TimeClass::Name);
            }
        }
        if any_word(c, b, &["年度营收", "版", "级", "财报"]).is_some() {
            return Some(TimeClass::Name);
        }
    }
    if t.span.is_some_and(|s| s.unit <= Unit::Hour) {
        return Some(TimeClass::Window);
    }
    Some(TimeClass::Deadline)
}

fn in_brackets(c: &[char], i: usize) -> bool {
    let mut k = i;
    while k > i.saturating_sub(120) {
        k -= 1;
        match at(c, k) {
            '(' => return true,
            ')' => return false,
            _ => {}
        }
    }
    false
}

/// 预算执行率 is a metric, 预算 a document.
fn doc_metric(c: &[char], tokens: &[Token], n: &Token) -> bool {
    let k = n.end;
    at(c, k) == '率'
        || at(c, k) == '额'
        || token_at(tokens, skip(c, k)).is_some_and(|m| m.is(class::METRIC))
        || any(c, k, &["执行率", "完成率", "达成率", "偏差"]).is_some()
}

pub(crate) fn clause_start(c: &[char], i: usize) -> usize {
    let mut k = i;
    while k > 0
        && !(stop(at(c, k - 1))
            && !(matches!(at(c, k - 1), '.' | ',' | ':') && at(c, k).is_ascii_digit()))
    {
        k -= 1;
    }
    k
}
