//! What each time expression does in its sentence. This class decides most verdicts on T.

mod length;
mod set;

use length::length;
use set::set;

use crate::smart::lexicon::{Token, class};
use crate::smart::text::{any, any_word, at, back, ends, han, skip, stop};
use crate::smart::types::{Lang, TimeClass};
use crate::smart::words::{Tag, before, find};

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
    let reference = find(c, b, Tag::Reference);
    if before(c, a, Tag::Compared).is_some()
        || reference.is_some_and(|r| r.0 < 2.0 || t.mark == Mark::None)
    {
        return Some(TimeClass::Baseline);
    }
    let dated = before(c, a, Tag::Dated).is_some() || ends(c, a, &["on", "于"]).is_some();
    if dated && in_brackets(c, t.start) {
        return Some(TimeClass::Baseline);
    }
    if t.mark == Mark::Since || before(c, a, Tag::Opening).is_some() {
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
