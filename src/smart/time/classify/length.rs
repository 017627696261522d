//! The class of a length of time: span from today, service level, event.

use super::*;

pub(super) fn length(c: &[char], t: &Time, tokens: &[Token], lang: Lang) -> Option<TimeClass> {
    let a = back(c, t.core.0);
    let b = skip(c, t.end);
    let unit = t.length.map_or(Unit::Day, |l| l.1);
    if t.mark == Mark::Past {
        return Some(TimeClass::Window);
    }
    if event_after(c, t, b, tokens) {
        return Some(TimeClass::Event);
    }
    if of_each(c, b, t.start, tokens) {
        return Some(TimeClass::Window);
    }
    let led = t.core.0 > t.start
        || ["未", "接", "今", "往", "此", "自", "从"]
            .iter()
            .any(|w| at(c, t.core.0) == w.chars().next().unwrap_or(' '));
    let value = before(c, a, Tag::Value).is_some()
        && !(t.mark == Mark::Within && lang == Lang::En && t.start < t.core.0);
    if unit <= Unit::Hour || (value && !led) {
        return Some(TimeClass::Window);
    }
    if lang == Lang::En && at(c, t.core.0).is_ascii() {
        return english_length(c, t, tokens);
    }
    if t.mark == Mark::Within {
        let next = next_token(c, tokens, t.end);
        let service = next.is_some_and(|n| {
            n.is(class::SERVICE) && (at(c, n.end) == '率' || !followed_by_object(c, n.end))
        });
        if service && !led {
            return Some(TimeClass::Window);
        }
        if metric_suffix(c, b) {
            return Some(TimeClass::Window);
        }
        return Some(TimeClass::Deadline);
    }
    // bare length: part of a name (90天复购率), or at the border of a clause a span from today
    if ends(c, a, &["坚持", "持续", "为期", "连续", "历时"]).is_some() {
        let sure = ends(c, a, &["坚持", "持续"]).is_some();
        return (sure && (stop(at(c, b)) || b >= c.len())).then_some(TimeClass::Deadline);
    }
    let next = at(c, b);
    if next == '的' {
        return Some(TimeClass::Window);
    }
    let border = stop(next)
        || b >= c.len()
        || token_at(tokens, b).is_some_and(|n| {
            n.is(class::CHANGE | class::DONE | class::REACH) && !n.is(class::METRIC | class::EVENT)
        })
        || matches!(next, '把' | '将');
    let open = a == 0 || stop(at(c, a - 1));
    (border && open || led)
        .then_some(TimeClass::Deadline)
        .or(Some(TimeClass::Window))
}

pub(super) fn followed_by_object(c: &[char], i: usize) -> bool {
    han(at(c, i)) && !matches!(at(c, i), '率' | '时' | '量' | '完' | '的')
}

/// 内转化率, 内复购: the span belongs to a rate.
pub(super) fn metric_suffix(c: &[char], i: usize) -> bool {
    (i..i + 7)
        .take_while(|k| han(at(c, *k)))
        .any(|k| at(c, k) == '率')
        && any(c, i, &["将", "把", "使", "让"]).is_none()
        && ends(c, i, &["小时内", "天内", "日内"]).is_some()
        && any(c, i, &["付费", "注册", "毛利"]).is_none()
}

/// 上线后30天, within 30 days of launch, the first week: counted from an event.
pub(super) fn event_after(c: &[char], t: &Time, b: usize, tokens: &[Token]) -> bool {
    let e = back(c, t.core.0);
    if before(c, e, Tag::Happening).is_some() {
        return true;
    }
    let k = e - usize::from(e > 0 && at(c, e - 1) == '后');
    let named = |x: &Token| x.is(class::EVENT) && x.end == k && han(at(c, x.start));
    if t.mark == Mark::Within && tokens.iter().any(named) {
        return true;
    }
    if let Some(event) = event_behind(c, b, tokens) {
        return !many(c, event, t.start);
    }
    let first = any_word(c, t.start, &["within", "in"]).map_or(t.start, |x| skip(c, x.1));
    let first = any_word(c, first, &["the", "their"]).map_or(first, |x| skip(c, x.1));
    any_word(c, first, &["first"]).is_some() || any_word(c, t.core.0, &["first"]).is_some()
}

/// The event of `(30 days) after the launch`, some words on.
fn event_behind<'a>(c: &[char], b: usize, tokens: &'a [Token]) -> Option<&'a Token> {
    const OF: [&str; 6] = ["of", "after", "from", "following", "before", "prior to"];
    let mut k = skip(c, any_word(c, b, &OF)?.1);
    if any_word(c, b, &["from now", "from today"]).is_some() || at(c, k).is_ascii_digit() {
        return None;
    }
    for _ in 0..5 {
        if let Some(x) = token_at(tokens, k).filter(|x| x.is(class::EVENT)) {
            return Some(x);
        }
        let e = crate::smart::text::word_end(c, k);
        if e == k {
            return None;
        }
        k = skip(c, e);
    }
    None
}

/// within 7 days of release, said of releases.
pub(super) fn of_each(c: &[char], b: usize, start: usize, tokens: &[Token]) -> bool {
    any_word(c, b, &["of", "after", "from", "following"])
        .and_then(|x| token_at(tokens, skip(c, x.1)))
        .is_some_and(|x| x.is(class::EVENT) && many(c, x, start))
}

/// The event stands before in the plural: each has its own span, which is a service level.
pub(super) fn many(c: &[char], event: &Token, before: usize) -> bool {
    let Some(name) = c.get(event.start..event.end) else {
        return false;
    };
    (0..before).any(|k| {
        c.get(k..k + name.len()) == Some(name)
            && at(c, k + name.len()) == 's'
            && k + name.len() < before
    })
}

pub(super) fn english_length(c: &[char], t: &Time, tokens: &[Token]) -> Option<TimeClass> {
    if t.mark != Mark::Within {
        return Some(TimeClass::Window);
    }
    let k = any_word(c, t.core.0, &["the"]).map_or(t.core.0, |x| skip(c, x.1));
    let coming = find(c, k, Tag::Shift).is_some_and(|x| x.0 > 0.0);
    let a = back(c, t.start);
    let open = a == 0 || stop(at(c, a - 1));
    if coming || open {
        return Some(TimeClass::Deadline);
    }
    let from = clause_start(c, t.start);
    let said = |test: &dyn Fn(&Token) -> bool| {
        tokens
            .iter()
            .any(|x| x.start >= from && x.end <= t.start && test(x))
    };
    let value = (from..t.start).any(|k| at(c, k).is_ascii_digit());
    let change = said(&|x| x.is(class::CHANGE | class::REACH) && !x.past);
    let last = token_before(tokens, t.start).map(|l| l.start);
    let service = said(&|x| {
        x.is(class::SERVICE)
            && (!change || x.past || x.start == skip(c, from) || last == Some(x.start))
    });
    let workday = t.length.is_some_and(|l| l.1 == Unit::Workday);
    let window = (service || workday) && !(change && value)
        || !change && (said(&|x| x.is(class::UNIV)) || repeated(c, from, t.start));
    Some(if window {
        TimeClass::Window
    } else {
        TimeClass::Deadline
    })
}

/// Many things are spoken of, each with its own span.
fn repeated(c: &[char], from: usize, to: usize) -> bool {
    any_of(
        c,
        from,
        to,
        &[
            " a ",
            " each ",
            " majority ",
            "%",
            "cases",
            "tickets",
            "orders",
            "releases",
            "trials",
            "requests",
            "issues",
        ],
    )
}

pub(super) fn any_of(c: &[char], from: usize, to: usize, words: &[&str]) -> bool {
    (from..to).any(|k| {
        words
            .iter()
            .any(|w| crate::smart::text::lit(c, k, w).is_some_and(|e| e <= to))
    })
}
