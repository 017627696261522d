//! Time expressions: where they stand, what days they mean, what they do in the sentence.

mod classify;
mod en;
mod holidays;
mod resolve;
mod zh;

pub(crate) use classify::classify;
pub(crate) use resolve::{Span, Unit, after, around, around_today, shift};

use chrono::{Datelike, NaiveDate};

use super::text::{any, at, back, ends, skip, word_end};
use super::types::{Lang, TimeClass};
use super::words::{self, Tag};

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
    /// Where the last unit of a joined span begins: public suites end spans of months and years there.
    pub(crate) last_unit: Option<NaiveDate>,
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
            last_unit: None,
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
            last_unit: None,
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
            last_unit: None,
        }
    }
}

/// All time expressions of the folded text, left to right, without overlap. `WIDE` when a text is searched: then also those
/// that hardly ever bound a goal.
pub(crate) fn scan<const WIDE: bool>(
    c: &[char],
    orig: &[char],
    lang: Lang,
    today: NaiveDate,
) -> Vec<Time> {
    let reader = en::Reader::<WIDE> { c, orig, today };
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
            zh::at_pos(c, i, today, WIDE && lang == Lang::Zh)
        } else {
            None
        };
        let latin = lang == Lang::En || ch.is_ascii_alphabetic();
        let en = (latin && reader.may_begin(i))
            .then(|| reader.at_pos(i))
            .flatten();
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
        let joined = out.last().and_then(|a| joined(c, a, &t));
        match (joined, out.last_mut()) {
            (Some(span), Some(a)) => *a = span,
            _ => out.push(t),
        }
    }
    out
}

/// Both as one span, when what stands between them says so.
fn joined(c: &[char], a: &Time, t: &Time) -> Option<Time> {
    let mut a = a.clone();
    // 1月10号到20号
    let bare = zh::bare_day(c, t.core).is_some();
    if a.floating && !t.floating && !bare && t.form == Form::Period {
        // April to June 2018
        a.span = in_year(a.span?, t.span?.to);
    }
    let a = &a;
    let x = a.span?;
    if a.form != Form::Period || !matches!(a.mark, Mark::None | Mark::Since | Mark::Until) {
        return None;
    }
    let (kind, e) = words::number(c, skip(c, a.end), Tag::Between)?;
    let tail = any(c, t.end, &["之间", "间"]).map(|x| x.1);
    let between = ends(c, back(c, a.start), &["between"]).is_some() || tail.is_some();
    if ![t.start, t.core.0].contains(&skip(c, e)) || kind == 1 && !between {
        return None;
    }
    let y = second(c, a, t)?;
    let mut out = a.clone();
    out.floating = a.floating && (t.floating || bare);
    out.end = tail.unwrap_or(t.end);
    out.core.1 = tail.unwrap_or(t.core.1);
    let years = x.unit == Unit::Year && y.unit == Unit::Year;
    let opening = ["从", "自", "from", "between", "in"];
    if let Some(s) = ends(c, back(c, a.start), &opening)
        && (years || at(c, s) != 'i')
    {
        out.core.0 = s;
        out.start = s;
    }
    out.mark = t.mark;
    out.deadline = if t.floating || bare {
        Some(y.to)
    } else {
        t.deadline
    };
    let ended = matches!(at(c, t.core.1.wrapping_sub(1)), '底' | '末' | '内' | '终');
    out.last_unit = (y.unit >= Unit::Week && !ended).then_some(y.from);
    out.span = Some(Span {
        from: x.from,
        to: y.to,
        unit: y.unit.max(Unit::Week),
    });
    Some(out)
}

/// The second end in the year or month of the first, or the next one.
fn second(c: &[char], a: &Time, t: &Time) -> Option<Span> {
    let x = a.span?;
    let months = |d: NaiveDate, n: i32| resolve::shift(d, f64::from(n), Unit::Month);
    let y = match t.form {
        // 一月十日到十二日, 3月5日-8日
        _ if x.unit == Unit::Day && zh::bare_day(c, t.core).is_some() => {
            let n = zh::bare_day(c, t.core)?;
            let same = resolve::day(x.from.with_day(n)?);
            return if same.from >= x.from {
                Some(same)
            } else {
                months(same.from, 1).map(resolve::day)
            };
        }
        Form::Period => t.span?,
        _ => return None,
    };
    if !t.floating {
        // Friday to Tuesday
        let week_day = words::number(c, t.core.0, Tag::Weekday).is_some()
            || matches!(at(c, t.core.0), '周' | '星' | '礼');
        return if x.from <= y.to {
            Some(y)
        } else if week_day {
            resolve::shift_days(y.to, 7)
                .filter(|d| *d >= x.from)
                .map(resolve::day)
        } else {
            None
        };
    }
    let years = x.from.year() - y.from.year();
    let years = years + i32::from(months(y.to, years * 12)? < x.from);
    later(y, years)
}

/// A span so many years later.
fn later(s: Span, years: i32) -> Option<Span> {
    let from = resolve::shift(s.from, f64::from(years * 12), Unit::Month)?;
    let to = if s.unit == Unit::Day {
        resolve::shift(s.to, f64::from(years * 12), Unit::Month)?
    } else {
        around(from, s.unit, 0)?.to
    };
    Some(Span { from, to, ..s })
}

/// The span in the year of `end`, or the year before when it would lie behind it.
fn in_year(s: Span, end: NaiveDate) -> Option<Span> {
    let years = end.year() - s.from.year();
    let same = later(s, years)?;
    if same.from <= end {
        Some(same)
    } else {
        later(s, years - 1)
    }
}

/// Takes the preposition in front into the expression.
fn prefix(c: &[char], t: &mut Time) {
    let k = back(c, t.start);
    let Some((kind, s)) = words::before(c, k, Tag::Lead) else {
        return;
    };
    let word = super::text::slice(c, s, k);
    if (t.form == Form::Set && word != "on")
        || (t.form == Form::Length
            && matches!(
                word.as_str(),
                "到" | "至" | "on" | "at" | "by" | "before" | "through" | "by the" | "before the"
            ))
    {
        return;
    }
    let counted = matches!(word.as_str(), "in" | "in the" | "over" | "over the");
    if t.form == Form::Length {
        if t.mark == Mark::None && (kind > 1.0 || counted) {
            t.mark = Mark::Within;
        }
    } else if t.mark == Mark::None && kind == 1.0 {
        if let Some(s) = t.span {
            t.mark = Mark::Before;
            t.deadline = if s.unit <= Unit::Workday {
                Some(s.to)
            } else {
                s.from.pred_opt()
            };
        }
    } else if t.mark == Mark::None && t.form == Form::Period {
        t.mark = Mark::Until;
    }
    t.start = s;
}

/// Whether an ASCII word at `i` is exactly `w`.
pub(crate) fn word(c: &[char], i: usize, w: &str) -> Option<usize> {
    let e = super::text::lit(c, i, w)?;
    (word_end(c, e) == e || !at(c, e.saturating_sub(1)).is_ascii_alphanumeric()).then_some(e)
}
