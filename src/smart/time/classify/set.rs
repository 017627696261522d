//! The class of a repetition.

use super::*;
use crate::smart::text::slice;

pub(super) fn set(c: &[char], t: &Time, tokens: &[Token], lang: Lang) -> Option<TimeClass> {
    let (a, b) = (back(c, t.start), skip(c, t.end));
    // 每月活跃用户, 每日新增: how a metric is counted, unless an amount follows
    if before(c, a, Tag::Measured).is_some() || find(c, b, Tag::Counted).is_some() {
        return Some(TimeClass::Window);
    }
    if lang == Lang::En && at(c, t.core.0).is_ascii_alphabetic() {
        let shown = slice(c, t.core.0, t.end);
        let adjective = shown.ends_with("ly") || shown == "annual";
        let noun = at(c, b).is_ascii_alphanumeric() && find(c, b, Tag::Onward).is_none();
        let counted = adjective && noun && !hosted(c, t, tokens);
        return Some(if counted {
            TimeClass::Window
        } else {
            TimeClass::Cadence
        });
    }
    if any(c, b, &["活跃", "均", "新增率"]).is_some() {
        return Some(TimeClass::Window);
    }
    Some(TimeClass::Cadence)
}

/// `hold monthly reviews`: the adjective says how often something is done, not how a metric is counted.
fn hosted(c: &[char], t: &Time, tokens: &[Token]) -> bool {
    let a = back(c, t.start);
    let verb = token_before(tokens, t.start)
        .filter(|x| inside_clause(c, x.end, t.start) && a <= x.end + 3)
        .is_some_and(|x| x.is(class::DONE | class::GENERIC) && !x.past && !x.is(class::METRIC));
    let metric = next_token(c, tokens, t.end).is_some_and(|n| n.is(class::METRIC))
        || find(c, skip(c, t.end), Tag::Recurring).is_some();
    (verb || before(c, a, Tag::Host).is_some()) && !metric
}
