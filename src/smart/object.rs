//! What the goal is about: metric, direction, deliverable; concrete or only an abstract noun.

use super::clause::Clause;
use super::lexicon::{Token, class, classes};
use super::parse::{Place, Reading};
use super::quantity::Kind;
use super::roles::{Role, verb_before};
use super::text::{any, any_word, at, back, ends, han, lit, skip, slice, word_end, word_start};
use super::types::{Cmp, Direction, Lang, TimeClass};

/// Fills metric, direction, binary, universal, concrete, hollow.
pub(crate) fn judge(r: &mut Reading) {
    r.not_goal = not_goal(r);
    r.universal = universal(r);
    r.binary = if r.lang == Lang::Zh {
        r.clauses.iter().find_map(|cl| zh_binary(r, cl))
    } else {
        r.clauses.iter().find_map(|cl| en_binary(r, cl))
    };
    r.verb = main_verb(r);
    r.metric = metric(r);
    r.direction = direction(r);
    r.hollow = r
        .tokens
        .iter()
        .find(|t| t.is(class::ABSTRACT | class::SLOGAN))
        .map(|t| (t.start, t.end));
    r.concrete = concrete(r);
    if r.metric.is_none() {
        r.metric = r.binary.or(r.concrete).or_else(|| counted(r));
    }
}

/// The things that 所有, each, every week or 不新增 speak of.
fn counted(r: &Reading) -> Option<Place> {
    let cadence = r.cadence().map(|t| (t.start, t.end));
    let p = r.universal.map(|u| u.0).or(cadence)?;
    let cl = r.clauses.iter().find(|x| p.0 >= x.start && p.0 < x.end)?;
    let after = if r.lang == Lang::Zh {
        trim_object(r, p.1, cl.end)
    } else {
        noun_phrase(r, p.1, cl.end)
    };
    if after.1 > after.0 + 1 {
        return Some(after);
    }
    let start = r
        .tokens
        .iter()
        .find(|t| t.start >= cl.start && t.end <= p.0 && t.is(class::VERB))
        .map_or(cl.start, |t| t.end);
    let before = if r.lang == Lang::Zh {
        trim_before(r, cl.start, p.0)
    } else {
        noun_phrase(r, start, p.0)
    };
    (before.1 > before.0 + 1).then_some(before)
}

fn not_goal(r: &Reading) -> Option<Place> {
    let hit = r.tokens.iter().find(|t| t.is(class::NOTGOAL))?;
    let word = slice(&r.c, hit.start, hit.end);
    if matches!(word.as_str(), "不以" | "不做" | "暂不" | "放弃") && r.targets().next().is_some()
    {
        return None;
    }
    let level = r
        .targets()
        .any(|q| q.start > hit.end && q.start < hit.end + 12);
    (!level).then_some((hit.start, hit.end))
}

/// 所有 …, each …: 100 per cent of them; 不新增任何 …: zero.
fn universal(r: &Reading) -> Option<(Place, f64)> {
    let c = &r.c;
    for t in r
        .tokens
        .iter()
        .filter(|t| t.is(class::ZERO) && !r.in_purpose(t.start))
    {
        if han(at(c, t.start))
            || any_word(
                c,
                skip(c, t.end),
                &[
                    "defects",
                    "incidents",
                    "accidents",
                    "complaints",
                    "errors",
                    "new",
                    "outages",
                    "downtime",
                    "injuries",
                ],
            )
            .is_some()
        {
            return Some(((t.start, t.end), 0.0));
        }
    }
    for i in 0..c.len() {
        if any(
            c,
            i,
            &[
                "不得有",
                "不能有",
                "没有任何",
                "无任何",
                "不漏",
                "不出",
                "不超期",
                "不留",
            ],
        )
        .is_some()
            && han(at(c, i))
        {
            return Some(((i, i + 2), 0.0));
        }
        if at(c, i) == '零'
            && han(at(c, i + 1))
            && super::quantity::not_number(c, i).is_none()
            && super::quantity::zh_digit(at(c, i + 1)).is_none()
            && (i == 0
                || super::quantity::zh_digit(at(c, i - 1)).is_none()
                    && !matches!(at(c, i - 1), '十' | '百' | '千' | '万' | '亿' | '从'))
            && any(c, i + 1, &["点", "门", "星"]).is_none()
        {
            return Some(((i, i + 1), 0.0));
        }
        if word_start(c, i)
            && any_word(
                c,
                i,
                &[
                    "no customer",
                    "no order",
                    "no ticket",
                    "no employee",
                    "no invoice",
                    "no open",
                    "no outstanding",
                    "no more than zero",
                ],
            )
            .is_some()
        {
            return Some(((i, i + 2), 0.0));
        }
    }
    let t = r.tokens.iter().find(|t| {
        t.is(class::UNIV)
            && !r.in_purpose(t.start)
            && !r
                .times
                .iter()
                .any(|x| t.start >= x.start && t.start < x.end)
    })?;
    let cl = r
        .clauses
        .iter()
        .find(|x| t.start >= x.start && t.end <= x.end)?;
    if r.lang == Lang::Zh {
        let word = slice(c, t.start, t.end);
        if word == "各" || word == "任何" {
            return None;
        }
        let predicate = r.tokens.iter().any(|v| {
            v.start >= t.end && v.end <= cl.end && v.is(class::DONE | class::REACH | class::SERVICE)
        }) || any(c, t.start, &["百分百"]).is_some();
        let before = r.tokens.iter().any(|v| {
            v.end <= t.start && v.start >= cl.start && v.is(class::DONE) && !v.is(class::GENERIC)
        });
        let hollow = r
            .tokens
            .iter()
            .any(|v| v.start >= t.end && v.end <= cl.end && v.is(class::EMPTY));
        return ((predicate || before) && !hollow).then_some(((t.start, t.end), 100.0));
    }
    let done_before = r
        .tokens
        .iter()
        .any(|v| v.end <= t.start && v.start >= cl.start && v.is(class::DONE | class::SERVICE));
    let open = skip(c, cl.start) == t.start
        || ends(c, back(c, t.start), &["]", "that", "ensure", "ensure that"]).is_some();
    let hollow = r
        .tokens
        .iter()
        .any(|v| v.start >= t.end && v.is(class::EMPTY));
    ((open || done_before) && !hollow && cl.end > t.end + 4).then_some(((t.start, t.end), 100.0))
}

fn zh_binary(r: &Reading, cl: &Clause) -> Option<Place> {
    let c = &r.c;
    let done = |t: &&Token| {
        t.is(class::DONE)
            && t.start >= cl.start
            && t.end <= cl.end
            && !r.in_purpose(t.start)
            && !r.times.iter().any(|x| t.start >= x.start && t.end <= x.end)
    };
    for t in r.tokens.iter().filter(done) {
        let word = slice(c, t.start, t.end);
        if word == "通过" && !passes(c, t.end, cl.end)
            || ends(c, t.start, &["不", "未", "没", "待", "已"]).is_some()
            || matches!(at(c, t.end), '率' | '量' | '数' | '额' | '周')
            || explored(r, cl, t)
        {
            continue;
        }
        if r.quantities
            .iter()
            .any(|q| q.0.num < t.end && q.0.end > t.start)
        {
            continue;
        }
        let object = trim_object(r, t.end, cl.end);
        let before = trim_before(r, cl.start, t.start);
        let weak = |p: Place| {
            let empty = r
                .find(p, class::EMPTY)
                .is_some_and(|e| e.end == p.1 || e.start == p.0);
            let hollow = r
                .find(p, class::ABSTRACT | class::SLOGAN | class::CATEGORY)
                .is_some_and(|e| e.end == p.1)
                && r.find(p, class::ARTEFACT | class::METRIC).is_none()
                && p.1 - p.0 <= 6;
            empty || hollow
        };
        let ok = |p: Place| p.1 > p.0 + 1 && !weak(p);
        if ok(object) {
            return Some(object);
        }
        // 新系统上线, 合同签署完成: the object stands in front
        if object.1 <= object.0 + 1 && ok(before) {
            return Some(before);
        }
    }
    if let Some(m) = r.tokens.iter().find(|t| {
        t.is(class::MILESTONE)
            && t.start >= cl.start
            && t.end <= cl.end
            && !r.in_purpose(t.start)
            && !matches!(at(c, t.end), '率' | '能' | '点' | '水')
    }) {
        return Some((m.start, m.end));
    }
    // 建立/搭建/编写 + a named artefact
    for t in r
        .tokens
        .iter()
        .filter(|t| t.start >= cl.start && t.end <= cl.end && !r.in_purpose(t.start))
    {
        let word = slice(c, t.start, t.end);
        if matches!(word.as_str(), "建立" | "搭建" | "构建" | "健全" | "建设") {
            let p = trim_object(r, t.end, cl.end);
            if let Some(a) = r
                .tokens
                .iter()
                .find(|a| a.is(class::ARTEFACT) && a.end == p.1 && a.start > p.0 + 1)
                && !a.is(class::ABSTRACT)
                && !matches!(
                    slice(c, a.start, a.end).as_str(),
                    "系统" | "平台" | "渠道" | "中心" | "制度" | "矩阵" | "项目" | "工程"
                )
            {
                return Some(p);
            }
        }
    }
    // 给出/形成/编写 + a named document
    for i in cl.start..cl.end {
        if let Some((_, e)) = any(
            c,
            i,
            &[
                "给出", "形成", "拿出", "编写", "撰写", "起草", "编印", "绘制", "录制", "拍摄",
                "制作", "设计",
            ],
        ) && !r.in_purpose(i)
        {
            let p = trim_object(r, e, cl.end);
            if r.tokens.iter().any(|a| {
                a.is(class::ARTEFACT) && !a.is(class::CATEGORY) && a.end == p.1 && a.start > p.0
            }) {
                return Some(p);
            }
        }
    }
    None
}

/// 评估引入…的可行性: the verb belongs to what is looked into.
fn explored(r: &Reading, cl: &Clause, done: &Token) -> bool {
    let c = &r.c;
    r.tokens.iter().any(|x| {
        x.is(class::EXPLORE)
            && x.start >= cl.start
            && x.end <= done.start
            && !matches!(at(c, x.end), '院' | '员' | '部' | '中' | '室' | '组' | '会')
            && !(x.end..done.start).any(|k| matches!(at(c, k), '并' | '和' | '后' | '、' | '及'))
    })
}

/// 通过 is a verb of completion before 认证, 验收, 审核, 考试; elsewhere a means.
fn passes(c: &[char], i: usize, end: usize) -> bool {
    (i..end).any(|k| {
        any(
            c,
            k,
            &[
                "认证", "验收", "审核", "审计", "评审", "考试", "考核", "年检", "备案", "检查",
                "等保",
            ],
        )
        .is_some()
    })
}

/// The object after a verb: without times, particles and what follows a stop.
fn trim_object(r: &Reading, from: usize, end: usize) -> Place {
    let c = &r.c;
    let mut s = skip(c, from);
    while let Some((_, e)) = any(
        c,
        s,
        &[
            "了", "对", "的", "一份", "一套", "一个", "一次", "本次", "新版", "相关",
        ],
    ) {
        if e >= end || matches!(at(c, s), '新') {
            break;
        }
        s = skip(c, e);
    }
    let mut e = end;
    for t in &r.times {
        if t.start >= s
            && t.start < e
            && t.class != Some(TimeClass::Name)
            && t.class != Some(TimeClass::Window)
        {
            if t.start == s {
                s = skip(c, t.end);
            } else {
                e = t.start;
            }
        }
    }
    // 复盘报告（负责人：…）: a remark is no part of the object.
    e = (s + 1..e).find(|k| at(c, *k) == '(').unwrap_or(e);
    (s.min(end), back(c, e).max(s.min(end)))
}

fn trim_before(r: &Reading, start: usize, end: usize) -> Place {
    let c = &r.c;
    let mut s = start;
    for t in &r.times {
        if t.end <= end
            && t.end > s
            && t.start >= start
            && !matches!(t.class, Some(TimeClass::Name | TimeClass::Window))
        {
            s = t.end;
        }
    }
    if let Some(o) = r.owner.filter(|o| o.1 <= end && o.1 > s) {
        s = o.1;
    }
    s = skip(c, s);
    while let Some((_, e)) = any(
        c,
        s,
        &[
            "将", "把", "在", "使", "让", "，", ",", "]", "应当", "应", "要", "需", "确保", "力争",
            "争取", "计划", "完成", ":", "：", "-", "*", "·", "全员", "我们", "🚀", "于", "实现",
            "对",
        ],
    ) {
        if e > end {
            break;
        }
        s = skip(c, e);
    }
    (s.min(end), back(c, end).max(s.min(end)))
}

const EN_STOPS: &[&str] = &[
    "by", "in", "on", "to", "with", "within", "at", "for", "across", "before", "through", "from",
    "and", "so", "that", "which", "who", "of", "using", "via", "until", "during", "over", "per",
    "as", "is", "are", "was", "has", "have", "will",
];

fn en_binary(r: &Reading, cl: &Clause) -> Option<Place> {
    let c = &r.c;
    let tokens: Vec<&Token> = r
        .tokens
        .iter()
        .filter(|t| t.start >= cl.start && t.end <= cl.end && !r.in_purpose(t.start))
        .collect();
    for (n, t) in tokens.iter().enumerate() {
        let negated = ends(
            c,
            back(c, t.start),
            &[
                "not", "n't", "to not", "without", "whether", "ways to", "helps", "how to", "yet",
            ],
        )
        .is_some();
        if !t.is(class::DONE) || negated {
            continue;
        }
        let word = slice(c, t.start, t.end);
        let first = only_filler(c, cl.start, t.start);
        let gerund = word.ends_with("ing");
        let helped = ends(
            c,
            back(c, t.start),
            &[
                "is",
                "are",
                "been",
                "be",
                "being",
                "was",
                "were",
                "get",
                "gets",
                "fully",
                "+",
                "certified",
                "and",
                "hired",
            ],
        )
        .is_some();
        let passive = t.past && (helped || at_clause_end(r, t, cl));
        let coordinated = ends(
            c,
            back(c, t.start),
            &[
                "and", "&", "will", "we've", "have", "has", "to", "then", "also",
            ],
        )
        .is_some();
        if passive && !first {
            let p = (subject_start(r, cl.start), back(c, t.start));
            let s = slice(c, p.0, p.1);
            let start_word_univ = r.find((p.0, p.1), class::UNIV).is_some();
            if s.len() > 3 && !start_word_univ && !weak_subject(r, p) {
                return Some(strip_aux(c, p));
            }
            continue;
        }
        if gerund || !(first || coordinated || n == 0) {
            continue;
        }
        let mut np = noun_phrase(r, t.end, cl.end);
        if np.1 <= np.0
            && let Some((_, e)) = any_word(
                c,
                skip(c, t.end),
                &["in", "to", "into", "at", "with", "for"],
            )
        {
            // launch in Germany, move to the new office
            let k = skip(c, e);
            np = if at(&r.orig, k).is_uppercase() || any_word(c, k, &["the", "a", "our"]).is_some()
            {
                noun_phrase(r, k, cl.end)
            } else {
                np
            };
        }
        if np.1 > np.0 && !weak_np(r, np) {
            return Some(np);
        }
    }
    if let Some(m) = tokens.iter().find(|t| t.is(class::MILESTONE)) {
        return Some((m.start, m.end));
    }
    // build, establish, develop, set up + named artefact
    for t in &tokens {
        let word = slice(c, t.start, t.end);
        let stem = word.trim_end_matches("ed").trim_end_matches("ing");
        if t.is(class::GENERIC)
            && (matches!(
                stem,
                "build"
                    | "built"
                    | "establish"
                    | "develop"
                    | "set up"
                    | "make"
                    | "made"
                    | "provid"
                    | "provide"
                    | "refresh"
                    | "redesign"
                    | "upgrade"
                    | "updat"
            ))
        {
            let np = noun_phrase(r, t.end, cl.end);
            let head = r.tokens.iter().find(|a| a.end == np.1 && a.start >= np.0);
            if head.is_some_and(|h| h.is(class::ARTEFACT) && !h.is(class::ABSTRACT))
                && np.1 - np.0 > head.map_or(0, |h| h.end - h.start)
                && r.find(np, class::VAGUE).is_none()
            {
                return Some(np);
            }
        }
    }
    None
}

fn subject_start(r: &Reading, start: usize) -> usize {
    let c = &r.c;
    let mut s = skip(c, start);
    for t in &r.times {
        if t.start == s {
            s = skip(c, t.end);
        }
    }
    any_word(c, s, &["the", "a", "an", "our", "all", "we have", "we've"])
        .map_or(s, |x| skip(c, x.1))
}

fn strip_aux(c: &[char], p: Place) -> Place {
    let mut e = p.1;
    while let Some(s) = ends(
        c,
        e,
        &[
            "is",
            "are",
            "has been",
            "have been",
            "been",
            "be",
            "has",
            "have",
            "was",
            "were",
            "will be",
            "fully",
            "+",
            "certified",
            "and",
            "hired",
            ",",
        ],
    ) {
        let k = back(c, s);
        if k <= p.0 {
            break;
        }
        e = k;
    }
    (p.0, e)
}

fn weak_subject(r: &Reading, p: Place) -> bool {
    let text = slice(&r.c, p.0, p.1);
    let words: Vec<&str> = text.split(' ').collect();
    let q = strip_aux(&r.c, p);
    let hollow = r
        .find(q, class::ABSTRACT | class::EMPTY)
        .is_some_and(|t| t.end == q.1 && t.start == q.0);
    hollow
        || words.iter().all(|w| {
            matches!(
                *w,
                "it" | "this" | "that" | "they" | "we" | "be" | "is" | "are" | "and"
            )
        })
}

fn at_clause_end(r: &Reading, t: &Token, cl: &Clause) -> bool {
    let k = skip(&r.c, t.end);
    k >= cl.end
        || r.times.iter().any(|x| x.start == k)
        || at(&r.c, k) == '('
        || any_word(&r.c, k, &["and", "in", "by", "on", "across", "with"]).is_some()
            && t.start > cl.start + 6
}

/// Nothing but subjects, brackets, times and adverbs before the verb.
fn only_filler(c: &[char], from: usize, to: usize) -> bool {
    let text = slice(c, from, to);
    let text = text.trim().trim_start_matches(['-', '*', '[', ' ', '"']);
    text.is_empty()
        || text.ends_with(']')
        || text.split(' ').all(|w| {
            let w = w.trim_matches(|x: char| !x.is_alphanumeric() && x != '\'');
            w.is_empty()
                || matches!(
                    w,
                    "we" | "we've"
                        | "have"
                        | "will"
                        | "to"
                        | "our"
                        | "goal"
                        | "is"
                        | "fully"
                        | "successfully"
                        | "please"
                        | "team"
                        | "the"
                        | "and"
                        | "then"
                        | "also"
                        | "i"
                        | "by"
                        | "end"
                        | "of"
                        | "in"
                        | "q1"
                        | "q2"
                        | "q3"
                        | "q4"
                        | "should"
                        | "must"
                        | "has"
                )
                || w.chars().all(|x| x.is_ascii_digit())
                || w.len() > 2 && classes(w) & (class::HEDGE | class::VTIME) != 0
                || w.ends_with("ly")
        })
        || text.split(' ').count() <= 3 && text.ends_with(" will")
}

/// The object after an English verb, up to a preposition, stop or time.
fn noun_phrase(r: &Reading, from: usize, end: usize) -> Place {
    let c = &r.c;
    let mut s = skip(c, from);
    if let Some((_, e)) = any_word(
        c,
        s,
        &[
            "a", "an", "the", "our", "its", "their", "one", "new", "out", "up",
        ],
    ) {
        s = skip(c, e);
    }
    let mut e = s;
    let mut k = s;
    while k < end {
        if let Some(t) = r
            .times
            .iter()
            .find(|t| t.start == k && !matches!(t.class, Some(TimeClass::Name | TimeClass::Window)))
        {
            if k == s && t.span.is_some() && at(c, skip(c, t.end)).is_ascii_alphabetic() {
                // Q2 pipeline: the period belongs to the name
                k = t.end;
                e = k;
                continue;
            }
            break;
        }
        if word_start(c, k) && at(c, k).is_ascii_alphabetic() {
            let w = slice(c, k, word_end(c, k));
            if EN_STOPS.contains(&w.as_str())
                && !(w == "of" && k > s)
                && !(w == "in" && at(c, k + 2) == '-')
            {
                break;
            }
            k = word_end(c, k);
            e = k;
            continue;
        }
        if matches!(at(c, k), '(' | ',' | ';') {
            break;
        }
        k += 1;
        if !matches!(at(c, k - 1), ' ' | '-' | '"') {
            e = k;
        }
    }
    (s, e)
}

/// A bare category plural, an abstract head, or a single vague word.
fn weak_np(r: &Reading, np: Place) -> bool {
    let c = &r.c;
    let head_end = (np.0..np.1)
        .find(|k| lit(c, *k, " of ").is_some())
        .unwrap_or(np.1);
    let head = r
        .tokens
        .iter()
        .find(|t| t.end == head_end && t.start >= np.0);
    let words = slice(c, np.0, np.1).split(' ').count();
    let vague = r.find(np, class::VAGUE).is_some();
    let named = (np.0..np.1).any(|k| at(&r.orig, k).is_uppercase() && k > 0);
    match head {
        Some(h) if h.is(class::EMPTY) => true,
        Some(h) if h.is(class::ARTEFACT) && !h.is(class::ABSTRACT) => vague && words <= 2,
        Some(h) if h.is(class::ABSTRACT | class::CATEGORY) => !named || vague || words <= 1,
        _ => {
            words <= 1
                && !named
                && at(c, np.1.saturating_sub(1)) == 's'
                && r.find(np, class::METRIC).is_none()
                || vague && words <= 2
        }
    }
}

fn main_verb(r: &Reading) -> Option<Token> {
    if let Some(q) = r.targets().next()
        && let Some(v) = verb_before(r, q)
    {
        return Some(*v);
    }
    r.tokens
        .iter()
        .find(|t| t.is(class::VERB) && !r.in_purpose(t.start))
        .copied()
}

fn direction(r: &Reading) -> Option<Direction> {
    let first = r.targets().next();
    if let Some(q) = first {
        let v = verb_before(r, q).copied();
        if r.tokens
            .iter()
            .any(|t| t.is(class::CHANGE) && v.is_some_and(|v| v.start == t.start))
        {
            let up = v.is_some_and(|v| v.is(class::UP));
            if slice(&r.c, 0, q.start).contains("don't let") {
                return Some(Direction::Keep);
            }
            return Some(if up { Direction::Up } else { Direction::Down });
        }
        if q.kind == Kind::Change {
            return Some(if matches!(at(&r.c, q.num), '减' | 'h') {
                Direction::Down
            } else {
                Direction::Up
            });
        }
        if super::roles::noun_change(r, q) {
            let t = r
                .tokens
                .iter()
                .find(|t| t.start >= q.end && t.is(class::CHANGE));
            return Some(if t.is_some_and(|t| t.is(class::DOWN)) {
                Direction::Down
            } else {
                Direction::Up
            });
        }
        if v.is_some_and(|v| v.is(class::KEEP)) || matches!(q.cmp, Cmp::Le | Cmp::Lt) && v.is_none()
        {
            return Some(Direction::Keep);
        }
        if q.kind == Kind::Count && (v.is_some_and(|v| v.is(class::DONE)) || r.cadence().is_some())
        {
            return Some(Direction::Do);
        }
        return Some(Direction::Reach);
    }
    if let Some(v) = r.verb.filter(|v| v.is(class::CHANGE)) {
        return Some(if v.is(class::UP) {
            Direction::Up
        } else {
            Direction::Down
        });
    }
    (r.binary.is_some()
        || r.universal.is_some()
        || r.cadence().is_some()
        || r.verb.is_some_and(|v| v.is(class::ACT | class::EXPLORE)))
    .then_some(Direction::Do)
}

/// The phrase that is measured: before the verb (将 X 提升), or between verb and figure (降低 X 15%), or around the figure.
fn metric(r: &Reading) -> Option<Place> {
    let c = &r.c;
    let q = r.targets().next()?;
    let cl = *r
        .clauses
        .iter()
        .find(|x| q.num >= x.start && q.num < x.end)?;
    let base = r
        .quantities
        .iter()
        .find(|b| b.1 == Role::Baseline && b.0.start >= cl.start && b.0.end <= q.start)
        .map(|b| &b.0);
    let verb = verb_before(r, q).copied().filter(|v| v.start >= cl.start);
    let stop = base.map_or(q.start, |b| b.start);
    let clean = |p: Place| {
        let p = trim_before(r, p.0, p.1);
        let mut e = p.1;
        while let Some(s) = ends(
            c,
            e,
            &[
                "从",
                "由",
                "目前",
                "至",
                "到",
                "要",
                "能",
                "应",
                "的",
                "从去年的",
                "为",
                "在",
                "数量",
                "from",
                "to",
                "by",
                "is",
                "are",
                "at",
                "of",
                "has",
                "have",
                "an",
                "a",
                "the",
                ",",
                "(",
                "=",
                "will",
                "约",
                "average",
                "总",
                "保持",
                "同比",
                "环比",
                "than",
                "且",
                "并",
            ],
        ) {
            if s < p.0 || s == e {
                break;
            }
            e = back(c, s);
        }
        (p.0, e.max(p.0))
    };
    let mut places = Vec::new();
    if let Some(v) = verb {
        let s = v.start.min(stop);
        places.push(clean((cl.start, s)));
        places.push(clean((v.end.min(stop), stop)));
    } else {
        places.push(clean((cl.start, stop)));
    }
    let after = if r.lang == Lang::En {
        noun_phrase(
            r,
            any_word(c, skip(c, q.unit_end), &["of", "of all", "more", "or more"])
                .map_or(q.num_end(), |x| x.1),
            cl.end,
        )
    } else {
        trim_object(r, q.end, cl.end)
    };
    let en_verb_first =
        verb.is_some_and(|v| only_filler(c, cl.start, v.start)) && r.lang == Lang::En;
    if en_verb_first {
        places.reverse();
    }
    places.push(after);
    let meaningful = |p: &Place| {
        let s = slice(c, p.0, p.1);
        let s = s.trim();
        p.1 > p.0
            && s.chars().any(char::is_alphabetic)
            && (s.chars().count() > 1)
            && !s.split(' ').all(|w| {
                matches!(
                    w,
                    "we" | "we've"
                        | "our"
                        | "goal"
                        | "is"
                        | "to"
                        | "the"
                        | "team"
                        | "will"
                        | "at"
                        | "least"
                        | "and"
                        | "of"
                )
            })
    };
    places.into_iter().find(meaningful).or_else(|| {
        r.clauses
            .iter()
            .rev()
            .find(|x| x.end <= cl.start)
            .map(|x| clean((x.start, x.end)))
            .filter(meaningful)
    })
}

impl super::quantity::Qty {
    /// After the digits and a unit that is no noun of its own (%, times).
    pub(crate) fn num_end(&self) -> usize {
        self.end
    }
}

/// A concrete object although no figure and no deliverable was found: a metric with a direction, an activity.
fn concrete(r: &Reading) -> Option<Place> {
    let c = &r.c;
    let metric = |t: &&Token| t.is(class::METRIC) && !r.in_purpose(t.start);
    let moved = r
        .tokens
        .iter()
        .any(|t| t.is(class::CHANGE) && !r.in_purpose(t.start))
        || r.tokens
            .iter()
            .any(|t| t.is(class::GENERIC | class::KEEP) && t.is(class::UP))
        || r.placeholder.is_some();
    if moved {
        if let Some(t) = r.tokens.iter().find(metric) {
            return Some((t.start, t.end));
        }
        if let Some(p) = awaited(r) {
            return Some(p);
        }
        // an unknown rate or count: X 率, X 量, X 数, DAU
        for v in r.tokens.iter().filter(|t| t.is(class::CHANGE)) {
            let cl = r
                .clauses
                .iter()
                .find(|x| v.start >= x.start && v.end <= x.end)?;
            for k in cl.start..cl.end {
                if matches!(at(c, k), '率' | '量' | '额')
                    && k > cl.start + 1
                    && han(at(c, k - 1))
                    && !matches!(at(c, k + 1), '化')
                    && !r
                        .tokens
                        .iter()
                        .any(|t| t.is(class::ABSTRACT) && k >= t.start && k < t.end)
                    && !lit_any(c, k - 1, &["质量", "效率", "力量", "能量", "名额"])
                {
                    return Some((k - 1, k + 1));
                }
            }
        }
    }
    if let Some(t) = r
        .tokens
        .iter()
        .find(|t| t.is(class::ACT) && !r.in_purpose(t.start) && (r.lang == Lang::Zh || !t.past))
    {
        let object = trim_object(
            r,
            t.end,
            r.clauses
                .iter()
                .find(|x| t.start >= x.start && t.end <= x.end)
                .map_or(c.len(), |x| x.end),
        );
        if object.1 > object.0 + 1 || t.start > 0 {
            return Some((t.start, object.1.max(t.end)));
        }
    }
    let t = r
        .tokens
        .iter()
        .find(|t| t.is(class::EXPLORE) && !t.past && !r.in_purpose(t.start))?;
    let cl = r
        .clauses
        .iter()
        .find(|x| t.start >= x.start && t.end <= x.end)?;
    let p = if r.lang == Lang::Zh {
        trim_object(r, t.end, cl.end)
    } else {
        noun_phrase(r, t.end, cl.end)
    };
    let hollow = r
        .find(
            (p.0, cl.end),
            class::ABSTRACT | class::VAGUE | class::SLOGAN,
        )
        .is_some();
    let first = only_filler(c, cl.start, t.start) || r.lang == Lang::Zh;
    (p.1 > p.0 + 1 && !hollow && first).then_some(p)
}

/// Achieve X% course completion: the words after the open value.
fn awaited(r: &Reading) -> Option<Place> {
    let open = r.placeholder.filter(|_| r.lang == Lang::En)?;
    let cl = r
        .clauses
        .iter()
        .find(|x| open.0 >= x.start && open.1 <= x.end)?;
    let p = noun_phrase(r, open.1, cl.end);
    let hollow = class::ABSTRACT | class::EMPTY | class::SLOGAN;
    (p.1 > p.0 + 3 && r.find(p, hollow).is_none() && at(&r.c, p.0).is_ascii_alphabetic())
        .then_some(p)
}

fn lit_any(c: &[char], i: usize, words: &[&str]) -> bool {
    any(c, i, words).is_some()
}
