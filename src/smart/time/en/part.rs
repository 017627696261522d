//! Parts of a calendar unit: end of June, first week of 2026, the 15th of next month, week 31, 3 days after Tuesday.

use super::*;
use crate::smart::time::Mark;
use crate::smart::time::resolve::{iso_week, month_day, nth, nth_weekday, section, shift, year};

impl<const WIDE: bool> Reader<'_, WIDE> {
    /// `end of Q2 2026`, `early next month`, `mid-2026`, `rest of the week`: the days and the day a goal ends.
    pub(super) fn part(&self, i: usize, depth: u8) -> Option<(Found, NaiveDate)> {
        let (n, e) = number(self.c, i, Tag::Part)?;
        let k = skip(self.c, e);
        let k = self.over(
            k + usize::from(at(self.c, k) == '-'),
            &["the", "my", "our", "this"],
        );
        let whole = self.named(k, depth + 1).or_else(|| {
            if let Some((y, e)) = self.year_at(k) {
                return year(y).map(|s| Found::fixed(s, e));
            }
            let (u, times, e) = self.unit(k)?;
            relative_unit(self.today, u, times, 0).map(|s| Found::fixed(s, e))
        })?;
        let s = whole.span;
        // 'end of business', 'late Friday': nothing to divide.
        if s.unit <= Unit::Workday && (n != 3 || slice(self.c, i, e) != "end of") {
            return None;
        }
        let (span, deadline) = section(s, n, self.today)?;
        Some((
            Found {
                span,
                the: false,
                ..whole
            },
            deadline,
        ))
    }

    /// `first week of March`, `last 3 weeks of this year`, `last Friday in June`, `9th month of next year`.
    pub(super) fn nth(&self, i: usize, depth: u8) -> Option<Found> {
        let c = self.c;
        let (n, e) = match any_word(c, i, &["last", "final"]) {
            Some((_, e)) => (-1, e),
            None => self
                .ordinal(i)
                .and_then(|(n, e)| i32::try_from(n).ok().map(|n| (n, e)))?,
        };
        let k = skip(c, e);
        let count = digits(c, k).map(|(v, e)| (f64::from(v), e)).or_else(|| {
            plain_word_number(c, k)
                .map(|w| (w.value, w.end))
                .or_else(|| find(c, k, Tag::Few).filter(|f| f.0 > 1.0))
        });
        let k = count.map_or(k, |x| skip(c, x.1));
        let day = self.weekday_at(k).filter(|_| count.is_none());
        let (unit, times, e) = match day {
            Some((_, e)) => (Unit::Day, 1.0, e),
            None => self.unit(k)?,
        };
        let k = skip(c, e);
        let of = self.over(k, &["of", "in"]);
        let k = self.the(of);
        let whole = self.named(k, depth + 1).or_else(|| {
            let (u, _, e) = self.unit(k).filter(|_| k > of)?;
            around(self.today, u, 0).map(|s| Found::fixed(s, e))
        })?;
        if of == skip(c, e) && number(c, k, Tag::Shift).is_none() || whole.span.unit <= unit {
            return None;
        }
        let whole = self.settled(whole)?;
        let span = match day {
            Some((d, _)) => nth_weekday(whole.span, n, d)?,
            None => nth(whole.span, n, count.map_or(1.0, |x| x.0) * times, unit)?,
        };
        Some(Found {
            span,
            the: true,
            ..whole
        })
    }

    /// `the 15th`, `the 15th of next month`, `26th day of the month`: a day without the name of its month.
    pub(super) fn day_of(&self, i: usize) -> Option<Found> {
        let c = self.c;
        let bare = || digits(c, i).filter(|_| WIDE && self.led(i, &["on"]));
        let (d, e) = self
            .ordinal(i)
            .or_else(bare)
            .filter(|o| (1..=31).contains(&o.0) && !matches!(at(c, o.1), ':' | '/' | '-' | '%'))?;
        let k = self.over(skip(c, e), &["day"]);
        let in_month = self.over(k, &["of"]);
        if in_month > k || number(c, k, Tag::Shift).is_some() && self.relative(k).is_some() {
            let k = self.the(in_month);
            let f = self.relative(k).or_else(|| {
                word(c, k, "month")
                    .filter(|_| k > in_month)
                    .and_then(|e| Some(Found::fixed(around(self.today, Unit::Month, 0)?, e)))
            });
            let f = f.filter(|f| f.span.unit == Unit::Month)?;
            let from = f.span.from.with_day(d)?;
            return Some(Found {
                the: true,
                ..Found::fixed(super::day(from), f.end)
            });
        }
        self.day_alone(i, d, e, k)
    }

    /// `by the 15th`, `on 29th`: the coming one.
    fn day_alone(&self, i: usize, d: u32, e: usize, k: usize) -> Option<Found> {
        let c = self.c;
        let led = word(c, back(c, i).saturating_sub(3), "the").is_some();
        let before = self.led(
            i,
            &[
                "on",
                "by",
                "before",
                "until",
                "till",
                "from",
                "after",
                "since",
                "on the",
                "by the",
                "before the",
                "until the",
                "from the",
                "after the",
                "since the",
            ],
        );
        let free = !at(c, k).is_ascii_alphabetic()
            || any_word(
                c,
                k,
                &["at", "to", "from", "and", "or", "for", "with", "in"],
            )
            .is_some();
        if !(before && free) || !at(c, i).is_ascii_digit() && !led {
            return None;
        }
        let date = (0..3).find_map(|n| {
            let first = around(self.today, Unit::Month, n)?.from;
            first.with_day(d).filter(|x| *x >= self.today)
        })?;
        Some(Found {
            the: true,
            ..Found::fixed(super::day(date), e)
        })
    }

    /// `week 31`, `week 3 of 2027`, `the week starting on February 4`, `w/c Feb 4`.
    pub(super) fn week_of(&self, i: usize, depth: u8) -> Option<Found> {
        let c = self.c;
        let (n, e) = any_word(c, i, &["week", "w/c", "wk", "cw"])?;
        let k = skip(c, e);
        if let Some((w, e)) = digits(c, k).filter(|w| n != 1 && (1..=53).contains(&w.0)) {
            let (y, e) = self.year_at(e).unwrap_or((self.today.year(), e));
            let free = number(c, skip(c, e), Tag::Unit).is_none();
            return iso_week(y, w)
                .filter(|_| free && !at(c, e).is_ascii_alphanumeric())
                .map(|s| Found::fixed(s, e));
        }
        let k = self.over(k, &["starting", "beginning", "commencing", "of", "from"]);
        if k == skip(c, e) && n != 1 {
            return None;
        }
        let k = self.over(k, &["on", "from"]);
        let f = self.settled(self.named(self.the(k), depth + 1)?)?;
        (f.span.unit <= Unit::Workday)
            .then(|| around(f.span.from, Unit::Week, 0))?
            .map(|span| Found {
                span,
                the: true,
                ..f
            })
    }

    /// `3 days after Tuesday`, `two weeks before Christmas`.
    pub(super) fn offset(&self, i: usize, depth: u8) -> Option<Found> {
        if let Some(f) = self.weekdays_on(i) {
            return Some(f);
        }
        let (n, unit, e) = self.amount(i).or_else(|| {
            // the day after Christmas
            let (u, times, e) = self.unit(i).filter(|u| at(self.c, u.2 - 1) != 's')?;
            Some((times, u, e))
        })?;
        let (w, k) = any_word(
            self.c,
            skip(self.c, e),
            &[
                "before",
                "prior to",
                "ahead of",
                "after",
                "from",
                "following",
            ],
        )?;
        let k = self.the(skip(self.c, k));
        let f = match self.part(k, depth + 1) {
            Some((f, end)) => Found {
                span: super::day(end),
                ..f
            },
            None => self.settled(self.named(k, depth + 1)?)?,
        };
        if f.span.unit > Unit::Workday || unit < Unit::Day {
            return None;
        }
        let d = shift(f.span.from, if w < 3 { -n } else { n }, unit)?;
        Some(Found {
            span: super::day(d),
            the: false,
            ..f
        })
    }

    /// `two Fridays from now`.
    fn weekdays_on(&self, i: usize) -> Option<Found> {
        let c = self.c;
        let n = digits(c, i)
            .map(|(v, e)| (f64::from(v), e))
            .or_else(|| plain_word_number(c, i).map(|w| (w.value, w.end)))?;
        let k = skip(c, n.1);
        let e = word_end(c, k);
        let (d, _) = number(c.get(..e.checked_sub(1)?)?, k, Tag::Weekday)
            .or_else(|| number(c, k, Tag::Weekday))?;
        let (_, end) = any_word(c, skip(c, e), &["from now", "from today", "later"])?;
        let next =
            crate::smart::time::resolve::weekday(self.today, 0, u32::try_from(d).ok()?)?.from;
        let first = if next > self.today { n.0 - 1.0 } else { n.0 };
        shift(next, first, Unit::Week).map(|d| Found::fixed(super::day(d), end))
    }

    /// `more than 2 weeks before today`, `less than 3 days after tomorrow`: open ranges around a day.
    pub(super) fn compared(&self, i: usize) -> Option<Time> {
        let c = self.c;
        let (more, e) = any_word(c, i, &["more than", "less than"]).filter(|_| WIDE)?;
        let k = skip(c, e);
        let (n, unit, e) = self.amount(k)?;
        let back = any_word(c, skip(c, e), &["before", "prior to", "ahead of"]).is_some();
        let f = self.offset(k, 1)?;
        let anchor = shift(f.span.from, if back { n } else { -n }, unit)?;
        let (from, to) = match (more, back) {
            (0, _) => (f.span.from, f.span.from),
            (_, true) => (f.span.from, anchor),
            _ => (anchor, f.span.from),
        };
        let unit = Unit::Day;
        let mut t = Time::period(i, f.end, Span { from, to, unit });
        if more == 0 {
            t.mark = if back { Mark::Before } else { Mark::Since };
        }
        Some(t)
    }

    /// `1970s`, `the 70's`, `15th century`.
    pub(super) fn era(&self, i: usize) -> Option<Found> {
        let c = self.c;
        if !WIDE {
            return None;
        }
        let span = |first: i32, n: i32| {
            Some(Span {
                from: NaiveDate::from_ymd_opt(first, 1, 1)?,
                to: NaiveDate::from_ymd_opt(first + n, 1, 1)?.pred_opt()?,
                unit: Unit::Year,
            })
        };
        if let Some((n, e)) = self.ordinal(i)
            && let Some(e) = word(c, skip(c, e), "century")
        {
            let n = i32::try_from(n).ok().filter(|n| (1..30).contains(n))?;
            return Some(Found::fixed(span((n - 1) * 100, 100)?, e));
        }
        let (v, e) = digits(c, i).filter(|x| x.0 % 10 == 0 && matches!(x.1 - i, 2 | 4))?;
        let e = crate::smart::text::any_word(c, e, &["s", "'s"])?.1;
        let v = i32::try_from(v).ok()?;
        let v = if v < 100 { 1900 + v } else { v };
        Some(Found {
            the: true,
            ..Found::fixed(span(v, 10)?, e)
        })
    }

    /// `between 3 and 12 of Sept`, `from 4 to 22 this month`: days that share one month.
    pub(super) fn days(&self, i: usize) -> Option<Time> {
        let c = self.c;
        let (lead, e) =
            any_word(c, i, &["from", "between"]).map_or((9, i), |(n, e)| (n, skip(c, e)));
        let (a, e) = self.day_no(self.the(e))?;
        let (w, e) = number(c, skip(c, e), Tag::Between)?;
        let k = self.the(skip(c, e));
        if (w == 1) != (lead == 1) && lead < 9 || w == 1 && lead == 9 {
            return None;
        }
        let (span, end, floating) = if let Some((b, e)) = self.day_no(k) {
            let of = self.over(skip(c, e), &["of", "in"]);
            match self.month_at(of) {
                Some((m, e)) => {
                    let (y, end) = self.year_at(e).unwrap_or((self.today.year(), e));
                    (pair(y, m, a, b)?, end, end == e)
                }
                None => {
                    let f = self.relative(of).filter(|f| f.span.unit == Unit::Month)?;
                    let y = f.span.from.year();
                    (pair(y, f.span.from.month(), a, b)?, f.end, false)
                }
            }
        } else {
            let f = self.dated(k).filter(|f| f.span.unit == Unit::Day)?;
            let to = f.span.to;
            (pair(to.year(), to.month(), a, to.day())?, f.end, f.floating)
        };
        let mut t = Time::period(i, end, span);
        t.mark = Mark::Until;
        t.floating = floating;
        Some(t)
    }
}

fn pair(y: i32, m: u32, a: u32, b: u32) -> Option<Span> {
    let to = month_day(y, m, b)?;
    let from = if a <= b {
        month_day(to.to.year(), m, a)?
    } else {
        let last = around(to.to, Unit::Month, -1)?.from;
        super::day(last.with_day(a)?)
    };
    Some(Span {
        from: from.from,
        ..to
    })
}
