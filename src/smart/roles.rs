//! What each quantity does: target, baseline, filter, label, part of a time or of the purpose.

mod baseline;
mod filter;

use baseline::{baseline, said_now};
use filter::{article, filter, per, phone, rank_counts};

use super::lexicon::{Token, class};
use super::parse::Reading;
use super::quantity::{Kind, Qty};
use super::text::{any, any_word, at, back, ends, han, skip, slice, stop};
use super::time::Form;
use super::types::{Cmp, Lang, TimeClass};

/// The role of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Target,
    Baseline,
    /// Says which things are counted, not how many there shall be.
    Filter,
    /// A version, rank, name.
    Label,
    /// Part of a date or span.
    Time,
    Purpose,
    /// 一个, a: an article.
    Article,
}

/// Sets the role of each quantity.
pub(crate) fn assign(r: &mut Reading) {
    let roles: Vec<Role> = r.quantities.iter().map(|q| role(r, &q.0)).collect();
    for (q, role) in r.quantities.iter_mut().zip(roles) {
        q.1 = role;
    }
    // 从 A 到 B: A is a baseline only when a target follows.
    let pairs: Vec<usize> = (0..r.quantities.len())
        .filter(|n| r.quantities.get(*n).is_some_and(|q| q.1 == Role::Baseline))
        .collect();
    for n in pairs {
        let later = r.quantities.iter().any(|q| q.1 == Role::Target);
        if !later
            && let Some(q) = r.quantities.get_mut(n)
            && !said_now(&r.c, q.0.start)
        {
            q.1 = Role::Filter;
        }
    }
}

fn role(r: &Reading, q: &Qty) -> Role {
    let c = &r.c;
    let inside = r.times.iter().find(|t| q.num >= t.start && q.num < t.end);
    if let Some(t) = inside {
        return timed(r, q, t.class, t.form);
    }
    if q.label {
        return Role::Label;
    }
    if r.in_purpose(q.num) {
        return Role::Purpose;
    }
    let a = back(c, q.start);
    if ends(
        c,
        a,
        &[
            "第",
            "top",
            "no.",
            "tier",
            "stage",
            "level",
            "phase",
            "type",
            "soc",
            "iso",
            "version",
            "v",
            "iphone",
            "ios",
            "android",
            "windows",
            "type-",
            "class",
            "tel",
            "电话",
            "热线",
            "编号",
            "型号",
            "版本",
            "排名前",
            "前",
            "step",
            "day",
            "kr",
            "hacker",
            "series",
            "win",
            "ipv",
            "gb/t",
            "iso/iec",
            "chapter",
            "room",
            "building",
            "route",
            "grade",
        ],
    )
    .is_some()
        && !rank_counts(r, q)
    {
        return Role::Label;
    }
    if phone(c, q) {
        return Role::Label;
    }
    if per(c, q) {
        return Role::Filter;
    }
    if bare_year(q) && q.unit.is_none() && ends(c, a, &["到", "达", "达到", "至", "突破"]).is_none()
    {
        return Role::Time;
    }
    if baseline(r, q) {
        return Role::Baseline;
    }
    if filter(r, q) {
        return Role::Filter;
    }
    if article(r, q) {
        return Role::Article;
    }
    if in_brackets_window(r, q) {
        return Role::Filter;
    }
    Role::Target
}

fn bare_year(q: &Qty) -> bool {
    (1990.0..2100.0).contains(&q.value)
        && q.value.fract() == 0.0
        && q.kind == Kind::Count
        && q.end - q.num == 4
}

/// A quantity inside a time expression: the value of a metric when the class is a window led by a verb or comparison.
fn timed(r: &Reading, q: &Qty, class: Option<TimeClass>, form: Form) -> Role {
    let c = &r.c;
    if form != Form::Length || class != Some(TimeClass::Window) || r.in_purpose(q.num) {
        return Role::Time;
    }
    if baseline(r, q) {
        return Role::Baseline;
    }
    let a = back(c, q.num);
    let led = ends(
        c,
        a,
        &[
            "到",
            "至",
            "为",
            "≤",
            "≥",
            "<",
            ">",
            "<=",
            ">=",
            "超过",
            "低于",
            "少于",
            "小于",
            "控制在",
            "缩短",
            "减少",
            "降低",
            "压缩",
            "达到",
            "不高于",
            "少",
            "降",
            "to",
            "under",
            "below",
            "than",
            "is",
            "takes",
            "take",
            "by",
            "at most",
            "in",
            "within",
            "average",
            "of",
        ],
    )
    .is_some();
    let next = skip(c, q.end);
    let bound = any(c, skip(c, q.unit_end), &["内", "以内", "之内", "or less"]).is_some()
        || ends(c, a, &["within", "in"]).is_some();
    let name = han(at(c, next)) && !bound && !stop(at(c, next));
    let others = r.quantities.iter().any(|o| {
        o.0.num != q.num
            && !r
                .times
                .iter()
                .any(|t| o.0.num >= t.start && o.0.num < t.end)
            && !o.0.label
            && o.0.kind == Kind::Percent
    });
    // the 24-hour closure rate, while another figure is the target
    let adjective = (q.num..q.unit_end).any(|k| at(c, k) == '-')
        && at(c, skip(c, q.unit_end)).is_ascii_alphabetic()
        && r.quantities.iter().any(|o| {
            !o.0.label
                && o.0.num > q.num
                && !r
                    .times
                    .iter()
                    .any(|t| o.0.num >= t.start && o.0.num < t.end)
        });
    if adjective || name && !led || (bound && others) || in_round(c, q.num) {
        return Role::Filter;
    }
    if led
        || bound
        || q.cmp != super::types::Cmp::Eq
        || r.tokens
            .iter()
            .any(|t| t.is(class::CHANGE) && t.end <= q.num)
        || ends(c, a, &["interviews", "total"]).is_some()
        || r.lang == Lang::En && stop(at(c, skip(c, q.unit_end)))
    {
        Role::Target
    } else {
        Role::Filter
    }
}

fn in_round(c: &[char], i: usize) -> bool {
    (i.saturating_sub(120)..i)
        .rev()
        .map(|k| at(c, k))
        .find(|ch| matches!(ch, '(' | ')'))
        == Some('(')
}

/// 'measured weekly looking at last 30 days' and dates of plans in brackets.
fn in_brackets_window(r: &Reading, q: &Qty) -> bool {
    in_round(&r.c, q.num) && q.kind == Kind::Count && q.unit.is_none()
}

/// The verb of the quantity's clause that stands before it (or right after it).
pub(crate) fn verb_before<'a>(r: &'a Reading, q: &Qty) -> Option<&'a Token> {
    let cl = r
        .clauses
        .iter()
        .find(|x| q.num >= x.start && q.num < x.end)?;
    let verbs = |t: &&Token| {
        t.is(class::CHANGE | class::KEEP | class::REACH | class::DONE) && !r.in_purpose(t.start)
    };
    let before = r
        .tokens
        .iter()
        .rev()
        .filter(verbs)
        .find(|t| t.end <= q.start.max(q.num) && t.start >= cl.start);
    let change = r
        .tokens
        .iter()
        .rev()
        .filter(verbs)
        .find(|t| t.end <= q.start.max(q.num) && t.start >= cl.start && t.is(class::CHANGE));
    match (before, change) {
        (Some(b), Some(ch))
            if b.is(class::REACH | class::KEEP)
                && !b.is(class::CHANGE)
                && q.start.saturating_sub(ch.end) > 12 =>
        {
            Some(b)
        }
        (_, Some(ch)) => Some(ch),
        (b, None) => b,
    }
}

/// How the target compares; a length of time with 内 or within is a ceiling.
pub(crate) fn comparison(r: &Reading, q: &Qty) -> Cmp {
    let c = &r.c;
    let within = ends(c, back(c, q.start), &["within", "under"]).is_some()
        || any(
            c,
            skip(c, q.end),
            &["内", "以内", "之内", "or less", "or faster"],
        )
        .is_some();
    if q.cmp == Cmp::Eq && q.kind == Kind::Time && within {
        Cmp::Le
    } else {
        q.cmp
    }
}

/// '20% increase', '30% lift', 下降 after the figure.
pub(crate) fn noun_change(r: &Reading, q: &Qty) -> bool {
    let c = &r.c;
    let k = skip(c, q.end);
    r.tokens
        .iter()
        .any(|t| t.start == k && t.is(class::CHANGE) && t.end - t.start > 1 && r.lang == Lang::En)
        || any(c, k, &["增幅", "增长率", "的增长", "增量", "降幅"]).is_some()
}
