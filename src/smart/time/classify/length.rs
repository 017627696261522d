//! The class of a length of time: span from today, service level, event.

use super::*;

pub(super) const VALUE_BEFORE: &[&str] = &[
    "到",
    "至",
    "为",
    "≤",
    "≥",
    "<",
    ">",
    "=",
    "<=",
    ">=",
    "不超过",
    "低于",
    "少于",
    "小于",
    "超过",
    "控制在",
    "从",
    "由",
    "约",
    "缩短",
    "减少",
    "降低",
    "压缩",
    "降",
    "达",
    "达到",
    "不低于",
    "不少于",
    "大于",
    "高于",
    "是",
    "延长",
    "增加",
    "to",
    "from",
    "under",
    "below",
    "than",
    "is",
    "takes",
    "take",
    "by",
    "of",
    "above",
    "over",
    "exceed",
    "at least",
    "at most",
    "less than",
];

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
    let value = ends(c, a, VALUE_BEFORE).is_some()
        && !(t.mark == Mark::Within && lang == Lang::En && t.start < t.core.0);
    if unit <= Unit::Hour || (value && !led) {
        return Some(TimeClass::Window);
    }
    if lang == Lang::En && at(c, t.core.0).is_ascii() {
        return english_length(c, t, tokens, b);
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

pub(super) fn event_after(c: &[char], t: &Time, b: usize, tokens: &[Token]) -> bool {
    let e = t.core.0;
    if ends(
        c,
        back(c, e),
        &[
            "入职",
            "入职后",
            "上线后",
            "上线",
            "开业后",
            "签约后",
            "验收后",
            "发布后",
            "到岗后",
            "转正后",
            "下单后",
            "交付后",
            "注册后",
            "立项后",
            "开学后",
            "竣工后",
            "投产后",
            "实施后",
        ],
    )
    .is_some()
    {
        return true;
    }
    let k = back(c, e);
    let k = if k > 0 && at(c, k - 1) == '后' {
        k - 1
    } else {
        k
    };
    let named = |x: &Token| x.is(class::EVENT) && x.end == k && han(at(c, x.start));
    if t.mark == Mark::Within && tokens.iter().any(named) {
        return true;
    }
    let near = any_word(
        c,
        b,
        &["of", "after", "from", "following", "before", "prior to"],
    )
    .map(|x| skip(c, x.1));
    if let Some(k) = near
        && any_word(c, b, &["from now", "from today"]).is_none()
        && !(at(c, k).is_ascii_digit())
    {
        let mut k = k;
        for _ in 0..5 {
            if let Some(x) = token_at(tokens, k).filter(|x| x.is(class::EVENT)) {
                return !many(c, x, t.start);
            }
            let e = crate::smart::text::word_end(c, k);
            if e == k {
                break;
            }
            k = skip(c, e);
        }
    }
    any_word(
        c,
        t.start,
        &[
            "first",
            "their first",
            "the first",
            "within first",
            "within the first",
            "within their first",
            "in the first",
            "in their first",
            "in first",
        ],
    )
    .is_some()
        || any_word(c, t.core.0, &["first"]).is_some()
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

pub(super) fn english_length(
    c: &[char],
    t: &Time,
    tokens: &[Token],
    b: usize,
) -> Option<TimeClass> {
    let unit = t.length.map_or(Unit::Day, |l| l.1);
    if t.mark != Mark::Within {
        return Some(TimeClass::Window);
    }
    let next_words = any_word(
        c,
        t.core.0,
        &[
            "next",
            "the next",
            "coming",
            "the coming",
            "following",
            "the following",
        ],
    )
    .is_some();
    if next_words {
        return Some(TimeClass::Deadline);
    }
    let open = back(c, t.start) == 0 || stop(at(c, back(c, t.start).saturating_sub(1)));
    if open {
        return Some(TimeClass::Deadline);
    }
    let from = clause_start(c, t.start);
    let before: Vec<&Token> = tokens
        .iter()
        .filter(|x| x.start >= from && x.end <= t.start)
        .collect();
    let value = (from..t.start).any(|k| at(c, k).is_ascii_digit());
    let change = before
        .iter()
        .any(|x| x.is(class::CHANGE | class::REACH) && !x.past);
    if unit == Unit::Workday && !(change && value) {
        return Some(TimeClass::Window);
    }
    let service = before.iter().any(|x| {
        x.is(class::SERVICE)
            && (x.past
                || x.start == skip(c, from)
                || token_before(tokens, t.start).is_some_and(|l| l.start == x.start))
    }) || before.iter().any(|x| x.is(class::SERVICE)) && !change;
    let repeated = before.iter().any(|x| x.is(class::UNIV))
        || any_of(
            c,
            from,
            t.start,
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
        );
    if service && !(change && value) || (repeated && !change && !next_words) {
        return Some(TimeClass::Window);
    }
    let _ = b;
    Some(TimeClass::Deadline)
}

pub(super) fn any_of(c: &[char], from: usize, to: usize, words: &[&str]) -> bool {
    (from..to).any(|k| {
        words
            .iter()
            .any(|w| crate::smart::text::lit(c, k, w).is_some_and(|e| e <= to))
    })
}
