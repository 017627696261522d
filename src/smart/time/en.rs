//! English time expressions: by end of Q2 2026, within 90 days, every Friday, the first Monday of next month.

mod calendar;
mod numeric;
mod part;
mod span;
mod year;

use chrono::{Datelike, NaiveDate};

use crate::smart::quantity::plain_word_number;
use crate::smart::text::{any_word, at, back, digits, ends, skip, slice, word_end, word_start};
use crate::smart::words::{Tag, before, find, number};

use super::resolve::{Span, Unit, around, day};
use super::{Time, word};

/// Reads English expressions of one text. `WIDE` when a text is searched: then what would rarely be a deadline counts too; a
/// constant, so that a program that only judges goals carries none of it.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a, const WIDE: bool> {
    pub(crate) c: &'a [char],
    pub(crate) orig: &'a [char],
    pub(crate) today: NaiveDate,
}

/// A calendar unit in the text.
#[derive(Clone, Copy)]
struct Found {
    span: Span,
    end: usize,
    /// Without a year.
    floating: bool,
    /// An article in front belongs to it.
    the: bool,
}

impl Found {
    const fn fixed(span: Span, end: usize) -> Self {
        Self {
            span,
            end,
            floating: false,
            the: false,
        }
    }
}

impl<const WIDE: bool> Reader<'_, WIDE> {
    /// Whether an expression may begin at `i`.
    pub(crate) fn may_begin(&self, i: usize) -> bool {
        const WORDS: &[&str] = &[
            "the",
            "every",
            "each",
            "per",
            "any",
            "on a",
            "at a",
            "from",
            "between",
            "fy",
            "cy",
            "w/c",
            "once",
            "all",
            "more than",
            "less than",
            "full",
            "whole",
            "now",
            "ytd",
            "mtd",
            "qtd",
            "otd",
        ];
        const TAGS: [Tag; 14] = [
            Tag::Shift,
            Tag::Day,
            Tag::Month,
            Tag::Weekday,
            Tag::Part,
            Tag::Unit,
            Tag::Quarter,
            Tag::Half,
            Tag::Tail,
            Tag::Holiday,
            Tag::Adverb,
            Tag::Few,
            Tag::Ordinal,
            Tag::Low,
        ];
        let ch = at(self.c, i);
        ch.is_ascii_digit()
            || matches!(ch, '\'' | '½')
            || ch.is_ascii_alphabetic()
                && (TAGS.iter().any(|t| find(self.c, i, *t).is_some())
                    || any_word(self.c, i, WORDS).is_some()
                    || self.plural(i).is_some()
                    || matches!(ch, 'f' | 'c') && at(self.c, i + 1) == 'y')
    }

    /// The expression at `i`.
    pub(crate) fn at_pos(&self, i: usize) -> Option<Time> {
        if !word_start(self.c, i) && at(self.c, i) != 'q' {
            return None;
        }
        [
            self.length(i),
            self.set(i),
            self.period(i),
            self.whole(i),
            self.compared(i),
        ]
        .into_iter()
        .flatten()
        .max_by_key(|t| t.end)
    }

    fn period(&self, i: usize) -> Option<Time> {
        let k = self.the(i);
        let (f, deadline, part) = match self.part(k, 0) {
            Some((f, d)) => (f, d, true),
            None => {
                let f = self.named(k, 0)?;
                (f, f.span.to, false)
            }
        };
        let mut t = Time::period(i, f.end, f.span);
        t.deadline = Some(deadline);
        t.floating = f.floating;
        if !f.the {
            t.core.0 = k;
        }
        // between Nov 19-20
        if f.span.from < f.span.to
            && f.span.unit == Unit::Day
            && number(self.c, k, Tag::Month).is_some()
            && let Some(s) = ends(self.c, back(self.c, i), &["between", "from"])
        {
            t.core.0 = s;
        }
        if part {
            t.mark = super::Mark::Until;
        }
        Some(t)
    }

    /// After an article.
    fn the(&self, i: usize) -> usize {
        word(self.c, i, "the").map_or(i, |e| skip(self.c, e))
    }

    /// After one of `words` and spaces, or `i`.
    fn over(&self, i: usize, words: &[&str]) -> usize {
        any_word(self.c, i, words).map_or(i, |x| skip(self.c, x.1))
    }

    /// Whether one of `words` stands in front of `i`.
    fn led(&self, i: usize, words: &[&str]) -> bool {
        ends(self.c, back(self.c, i), words).is_some()
    }

    /// A singular or plural unit at `i`, how many of it, and its end.
    fn unit(&self, i: usize) -> Option<(Unit, f64, usize)> {
        let (v, e) = number(self.c, i, Tag::Unit)?;
        Some((Unit::from_code(v)?, f64::from(v % 100), e))
    }

    fn month_at(&self, i: usize) -> Option<(u32, usize)> {
        let (n, e) = number(self.c, i, Tag::Month)?;
        // may and march are verbs, mar and dec names, unless capitalised or after a preposition
        let doubtful = n == 5 || n == 3 || (e - i == 3 && matches!(n, 1 | 6 | 12));
        if doubtful
            && !at(self.orig, i).is_uppercase()
            && before(self.c, back(self.c, i), Tag::Lead).is_none()
            && !self.led(
                i,
                &[
                    "of", "since", "before", "after", "this", "next", "end", "to", "from",
                ],
            )
            && self
                .day_no(skip(self.c, e + usize::from(at(self.c, e) == '-')))
                .is_none()
            && !(i > 0 && matches!(at(self.c, i - 1), '-' | '/') || self.day_before(i))
        {
            return None;
        }
        let dot = at(self.c, e) == '.' && e - i <= 4 && skip(self.c, e + 1) > e + 1;
        Some((u32::try_from(n).ok()?, e + usize::from(dot)))
    }

    /// `14 may`, `2nd march`.
    fn day_before(&self, i: usize) -> bool {
        let k = back(self.c, i);
        k > 0 && at(self.c, k - 1).is_ascii_digit() || self.led(i, &["th", "st", "nd", "rd"])
    }

    fn weekday_at(&self, i: usize) -> Option<(u32, usize)> {
        let (n, e) = number(self.c, i, Tag::Weekday)?;
        let short = matches!(slice(self.c, i, e).as_str(), "sat" | "sun" | "wed");
        (!short || at(self.orig, i).is_uppercase())
            .then(|| u32::try_from(n).ok().map(|n| (n, e)))?
    }

    /// `4th`, `twenty-third`.
    fn ordinal(&self, i: usize) -> Option<(u32, usize)> {
        if let Some((d, e)) = digits(self.c, i) {
            return any_word(self.c, e, &["st", "nd", "rd", "th"]).map(|x| (d, x.1));
        }
        let (tens, k) = match number(self.c, i, Tag::Low).filter(|n| n.0 >= 20) {
            Some((n, e)) if at(self.c, e) == '-' => (n, e + 1),
            Some((n, e)) => (n, skip(self.c, e)),
            None => (0, i),
        };
        let (n, e) = number(self.c, k, Tag::Ordinal)
            .filter(|n| n.0 < 32 && at(self.c, n.1 - 1) != 's' && at(self.c, k) != 'q')?;
        u32::try_from(tens + n).ok().map(|n| (n, e))
    }

    /// A day of a month: `4`, `4th`, `fourth`.
    fn day_no(&self, i: usize) -> Option<(u32, usize)> {
        let (d, e) = self.ordinal(i).or_else(|| digits(self.c, i))?;
        let next = at(self.c, e);
        let longer = next == '.' && at(self.c, e + 1).is_ascii_digit();
        let bound = longer || next.is_ascii_alphanumeric() || matches!(next, '%' | ':');
        ((1..=31).contains(&d) && !bound).then_some((d, e))
    }

    /// `2026`, `, 2026`, `of 2026`, `FY26`, `'26`, `nineteen seventy two`.
    fn year_at(&self, i: usize) -> Option<(i32, usize)> {
        let c = self.c;
        let mut k = skip(c, i);
        if at(c, k) == ',' {
            k = skip(c, k + 1);
        }
        k = self.over(k, &["of", "in"]);
        k = self.over(k, &["year", "the year", "calendar year", "fiscal year"]);
        if let Some((n, e)) = number(c, k, Tag::Shift)
            && let Some((Unit::Year, 1.0, e)) =
                self.unit(self.over(skip(c, e), &["fiscal", "calendar"]))
            && at(c, e - 1) != 's'
        {
            return Some((self.today.year().checked_add(n)?, e));
        }
        let fy = crate::smart::text::any(c, k, &["fy", "cy", "'"]).map(|x| x.1);
        k = fy.map_or(k, |e| skip(c, e));
        if matches!(at(c, k), '\'' | '-' | '/') {
            k += 1;
        }
        let Some((y, e)) = digits(c, k) else {
            return self.spoken_year(k);
        };
        let y = i32::try_from(y).ok()?;
        if at(c, e).is_ascii_alphanumeric() || at(c, e) == '%' {
            return None;
        }
        match e - k {
            4 if (1900..2300).contains(&y) => Some((y, e)),
            2 if fy.is_some() => Some((if y < 70 { 2000 + y } else { 1900 + y }, e)),
            _ => None,
        }
    }

    /// `nineteen seventy two`, `two thousand and twenty`.
    fn spoken_year(&self, i: usize) -> Option<(i32, usize)> {
        #[expect(clippy::cast_possible_truncation, reason = "below 2300")]
        let whole = |v: f64| (v < 2300.0).then_some(v as i32);
        let a = plain_word_number(self.c, i)?;
        let n = whole(a.value)?;
        if n >= 1500 {
            return Some((n, a.end));
        }
        let b = plain_word_number(self.c, skip(self.c, a.end))?;
        let low = whole(b.value)?;
        ((15..=21).contains(&n) && (10..100).contains(&low)).then_some((n * 100 + low, b.end))
    }
}

/// The unit around `today`, `n` units on, also for several of it (fortnight, decade).
fn relative_unit(today: NaiveDate, unit: Unit, times: f64, n: i32) -> Option<Span> {
    if times <= 1.0 {
        return around(today, unit, n);
    }
    #[expect(clippy::cast_possible_truncation, reason = "at most a hundred")]
    let k = times as i32;
    match unit {
        Unit::Year => {
            let first = today.year().div_euclid(k).checked_add(n)?.checked_mul(k)?;
            Some(Span {
                from: NaiveDate::from_ymd_opt(first, 1, 1)?,
                to: NaiveDate::from_ymd_opt(first.checked_add(k)?, 1, 1)?.pred_opt()?,
                unit,
            })
        }
        // A weekend counts as two days.
        Unit::Day => {
            let week = around(today, Unit::Week, n)?;
            Some(Span {
                from: week.to.pred_opt()?,
                ..week
            })
        }
        _ => {
            let first = around(today, unit, n.checked_mul(k)?)?;
            let last = around(first.to, unit, k - 1)?;
            Some(Span {
                from: first.from,
                ..last
            })
        }
    }
}
