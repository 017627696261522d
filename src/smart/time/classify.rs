//! What each time expression does in its sentence. This class decides most verdicts on T.

use crate::smart::lexicon::{Token, class};
use crate::smart::text::{any, any_word, at, back, ends, han, skip, stop};
use crate::smart::types::{Lang, TimeClass};

use super::{Form, Mark, Time, Unit};

const VALUE_BEFORE: &[&str] = &[
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

fn length(c: &[char], t: &Time, tokens: &[Token], lang: Lang) -> Option<TimeClass> {
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

fn followed_by_object(c: &[char], i: usize) -> bool {
    han(at(c, i)) && !matches!(at(c, i), '率' | '时' | '量' | '完' | '的')
}

/// 内转化率, 内复购: the span belongs to a rate.
fn metric_suffix(c: &[char], i: usize) -> bool {
    (i..i + 7)
        .take_while(|k| han(at(c, *k)))
        .any(|k| at(c, k) == '率')
        && any(c, i, &["将", "把", "使", "让"]).is_none()
        && ends(c, i, &["小时内", "天内", "日内"]).is_some()
        && any(c, i, &["付费", "注册", "毛利"]).is_none()
}

fn event_after(c: &[char], t: &Time, b: usize, tokens: &[Token]) -> bool {
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
fn of_each(c: &[char], b: usize, start: usize, tokens: &[Token]) -> bool {
    any_word(c, b, &["of", "after", "from", "following"])
        .and_then(|x| token_at(tokens, skip(c, x.1)))
        .is_some_and(|x| x.is(class::EVENT) && many(c, x, start))
}

/// The event stands before in the plural: each has its own span, which is a service level.
fn many(c: &[char], event: &Token, before: usize) -> bool {
    let Some(name) = c.get(event.start..event.end) else {
        return false;
    };
    (0..before).any(|k| {
        c.get(k..k + name.len()) == Some(name)
            && at(c, k + name.len()) == 's'
            && k + name.len() < before
    })
}

fn english_length(c: &[char], t: &Time, tokens: &[Token], b: usize) -> Option<TimeClass> {
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
    if unit == Unit::Workday {
        return Some(TimeClass::Window);
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

fn any_of(c: &[char], from: usize, to: usize, words: &[&str]) -> bool {
    (from..to).any(|k| {
        words
            .iter()
            .any(|w| crate::smart::text::lit(c, k, w).is_some_and(|e| e <= to))
    })
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

fn set(c: &[char], t: &Time, tokens: &[Token], lang: Lang) -> Option<TimeClass> {
    let (a, b) = (back(c, t.start), skip(c, t.end));
    // 每月活跃用户, 每日新增: how a metric is counted, unless an amount follows
    let measured = ends(
        c,
        a,
        &[
            "measured",
            "reported",
            "tracked",
            "reviewed",
            "checked",
            "updated and measured",
            "复盘",
            "统计",
            "监测",
            "汇报",
            "跟踪",
            "按",
        ],
    )
    .is_some()
        || any(c, b, &["统计", "监测", "汇报进度", "跟踪", "复核一次指标"]).is_some()
        || any_word(
            c,
            b,
            &[
                "measurement",
                "report",
                "reports",
                "active",
                "average",
                "recurring",
            ],
        )
        .is_some();
    if measured {
        return Some(TimeClass::Window);
    }
    if lang == Lang::En && at(c, t.core.0).is_ascii_alphabetic() {
        let adjective = crate::smart::text::slice(c, t.core.0, t.end).ends_with("ly")
            || crate::smart::text::slice(c, t.core.0, t.end) == "annual";
        let noun = at(c, b).is_ascii_alphanumeric()
            && any_word(
                c,
                b,
                &[
                    "by", "and", "with", "to", "for", "in", "at", "until", "through", "on", "as",
                    "of", "from", "starting",
                ],
            )
            .is_none();
        if adjective && noun {
            let verb = token_before(tokens, t.start)
                .filter(|x| inside_clause(c, x.end, t.start) && back(c, t.start) <= x.end + 3);
            let hosted = verb.is_some_and(|x| {
                x.is(class::DONE | class::GENERIC) && !x.past && !x.is(class::METRIC)
            }) || ends(
                c,
                a,
                &[
                    "hold", "run", "host", "have", "do", "conduct", "publish", "send", "schedule",
                    "organize", "lead", "attend",
                ],
            )
            .is_some();
            let metric = next_token(c, tokens, t.end).is_some_and(|n| n.is(class::METRIC))
                || any_word(
                    c,
                    b,
                    &["active", "recurring", "organic", "releases", "focus"],
                )
                .is_some();
            return Some(if hosted && !metric {
                TimeClass::Cadence
            } else {
                TimeClass::Window
            });
        }
        return Some(TimeClass::Cadence);
    }
    if any(c, b, &["活跃", "均", "新增率"]).is_some() {
        return Some(TimeClass::Window);
    }
    Some(TimeClass::Cadence)
}
