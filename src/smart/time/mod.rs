//! Time expressions: where they stand, what days they mean, what they do in the sentence.

mod classify;
mod en;
mod holidays;
mod resolve;
mod zh;

pub(crate) use classify::classify;
pub(crate) use resolve::{Span, Unit, after, around};

use chrono::NaiveDate;

use super::text::{at, back, ends, lit, skip, word_end};
use super::types::{Lang, TimeClass};

/// What a time expression is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A calendar unit, from one day to years.
    Period,
    /// A length of time.
    Length,
    /// A repetition.
    Set,
}

/// How it is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Nothing said.
    None,
    /// 前, before.
    Before,
    /// 底, 末, end of, 内, by, until.
    Until,
    /// 后 (counted on), in N days, N 天内.
    Within,
    /// 起, since, from on.
    Since,
    /// Back from today: 过去, last N.
    Past,
}

/// A time expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Time {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Without prepositions and suffixes.
    pub(crate) core: (usize, usize),
    pub(crate) form: Form,
    pub(crate) mark: Mark,
    pub(crate) span: Option<Span>,
    /// Length in seconds, and as number and unit.
    pub(crate) seconds: Option<i64>,
    pub(crate) length: Option<(f64, Unit)>,
    /// The day a goal with this deadline ends.
    pub(crate) deadline: Option<NaiveDate>,
    pub(crate) class: Option<TimeClass>,
    /// The unit of a repetition.
    pub(crate) every: Option<Unit>,
    /// Without a year: this year's for a goal, the coming one when a text is searched.
    pub(crate) floating: bool,
}

impl Time {
    pub(crate) fn period(start: usize, end: usize, span: Span) -> Self {
        Self {
            start,
            end,
            core: (start, end),
            form: Form::Period,
            mark: Mark::None,
            span: Some(span),
            seconds: None,
            length: None,
            deadline: Some(span.to),
            class: None,
            every: None,
            floating: false,
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "lengths are bounded by the scanners"
    )]
    pub(crate) fn length(start: usize, end: usize, n: f64, unit: Unit, today: NaiveDate) -> Self {
        let seconds = (n * unit.seconds() as f64) as i64;
        Self {
            start,
            end,
            core: (start, end),
            form: Form::Length,
            mark: Mark::None,
            span: None,
            seconds: Some(seconds),
            length: Some((n, unit)),
            deadline: after(today, n, unit),
            class: None,
            every: None,
            floating: false,
        }
    }

    pub(crate) fn set(start: usize, end: usize, unit: Unit) -> Self {
        Self {
            start,
            end,
            core: (start, end),
            form: Form::Set,
            mark: Mark::None,
            span: None,
            seconds: None,
            length: None,
            deadline: None,
            class: None,
            every: Some(unit),
            floating: false,
        }
    }
}

/// All time expressions of the folded text, left to right, without overlap.
pub(crate) fn scan(c: &[char], orig: &[char], lang: Lang, today: NaiveDate) -> Vec<Time> {
    let mut out: Vec<Time> = Vec::new();
    let mut i = 0;
    while i < c.len() {
        let ch = at(c, i);
        if i > 0
            && ch.is_ascii_alphanumeric()
            && at(c, i - 1).is_ascii_alphanumeric()
            && !(ch.is_ascii_alphabetic() && at(c, i - 1).is_ascii_digit())
        {
            i += 1;
            continue;
        }
        let zh = if zh::may_begin(ch) {
            zh::at_pos(c, i, today)
        } else {
            None
        };
        let en = if !en::may_begin(c, i) {
            None
        } else if lang == Lang::En || ch.is_ascii_alphabetic() {
            en::at_pos(c, orig, i, today)
        } else {
            None
        };
        let found = match (zh, en) {
            (Some(a), Some(b)) => Some(if b.end > a.end { b } else { a }),
            (a, b) => a.or(b),
        };
        match found {
            Some(t) if t.end > i => {
                i = t.end;
                out.push(t);
            }
            _ => i += 1,
        }
    }
    let mut out = join(c, out);
    for t in &mut out {
        prefix(c, t);
    }
    out
}

/// `A 到 B`, `A - B`: one span.
fn join(c: &[char], times: Vec<Time>) -> Vec<Time> {
    let mut out: Vec<Time> = Vec::new();
    for t in times {
        if let Some(a) = out.last_mut()
            && let (Some(x), Some(y)) = (a.span, t.span)
            && a.form == Form::Period
            && t.form == Form::Period
            && matches!(a.mark, Mark::None | Mark::Since)
        {
            let k = skip(c, a.end);
            let e = [
                "到", "至", "-", "~", "to", "through", "and", "与", "和", "till", "until",
            ]
            .iter()
            .filter_map(|w| lit(c, k, w).map(|e| (*w, e)))
            .max_by_key(|x| x.1);
            if let Some((w, e)) = e
                && skip(c, e) == t.start
                && (!matches!(w, "and" | "与" | "和")
                    || ends(c, back(c, a.start), &["between"]).is_some()
                    || lit(c, t.end, "之间").is_some())
                && let Some(y) = (if x.from <= y.to {
                    Some(y)
                } else {
                    later_year(&t, y)
                })
            {
                a.end = lit(c, t.end, "之间")
                    .or_else(|| lit(c, t.end, "间"))
                    .unwrap_or(t.end);
                a.core.1 = a.end;
                if let Some(s) = ends(c, back(c, a.start), &["从", "自", "from", "between", "in"])
                {
                    a.core.0 = s;
                }
                a.mark = t.mark;
                a.deadline = t.deadline;
                a.span = Some(Span {
                    from: x.from,
                    to: y.to,
                    unit: y.unit.max(Unit::Week),
                });
                continue;
            }
        }
        out.push(t);
    }
    out
}

/// `8月至2月`: the second without a year is in the next one.
fn later_year(t: &Time, y: Span) -> Option<Span> {
    let add = |d: NaiveDate| d.checked_add_months(chrono::Months::new(12));
    t.floating
        .then(|| {
            Some(Span {
                from: add(y.from)?,
                to: add(y.to)?,
                unit: y.unit,
            })
        })
        .flatten()
}

/// Takes the preposition in front into the expression.
fn prefix(c: &[char], t: &mut Time) {
    let k = back(c, t.start);
    let words = [
        "在",
        "于",
        "到",
        "至",
        "截至",
        "截止",
        "截止到",
        "截至到",
        "直到",
        "赶在",
        "by",
        "in",
        "on",
        "at",
        "during",
        "within",
        "before",
        "until",
        "till",
        "through",
        "throughout",
        "over",
        "for",
        "by the",
        "in the",
        "within the",
        "over the",
        "during the",
        "before the",
        "until the",
        "through the",
        "no later than",
        "not later than",
        "in advance of",
        "ahead of",
        "prior to",
        "up to",
        "as of",
        "on the",
        "to",
    ];
    let Some(s) = ends(c, k, &words) else { return };
    let word: String = c.get(s..k).map(|x| x.iter().collect()).unwrap_or_default();
    if word == "to"
        || (t.form == Form::Set && word != "on")
        || (t.form == Form::Length
            && matches!(
                word.as_str(),
                "到" | "至" | "on" | "at" | "by" | "before" | "through" | "by the" | "before the"
            ))
    {
        return;
    }
    match word.as_str() {
        "before" | "before the" | "in advance of" | "ahead of" | "prior to" | "赶在"
            if t.mark == Mark::None =>
        {
            if let Some(s) = t.span {
                t.mark = Mark::Before;
                t.deadline = if s.unit <= Unit::Workday {
                    Some(s.to)
                } else {
                    s.from.pred_opt()
                };
            }
        }
        "within" | "within the" | "in" | "in the" | "over the" | "over"
            if t.form == Form::Length =>
        {
            t.mark = Mark::Within
        }
        _ if t.mark == Mark::None && t.form == Form::Period => t.mark = Mark::Until,
        _ => {}
    }
    t.start = s;
}

/// Whether an ASCII word at `i` is exactly `w`.
pub(crate) fn word(c: &[char], i: usize, w: &str) -> Option<usize> {
    let e = lit(c, i, w)?;
    (word_end(c, e) == e || !at(c, e.saturating_sub(1)).is_ascii_alphanumeric()).then_some(e)
}
