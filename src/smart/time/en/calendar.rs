//! Days, months, quarters and years in English.

use super::*;
use crate::smart::time::holidays;
use crate::smart::time::resolve::{month, month_day, weekday, year, ymd};

impl<const WIDE: bool> Reader<'_, WIDE> {
    /// A calendar unit at `i`: the longest reading.
    pub(super) fn named(&self, i: usize, depth: u8) -> Option<Found> {
        if depth > 2 {
            return None;
        }
        let simple = [
            self.bare_year(i),
            self.era(i),
            self.holiday(i),
            self.weekday(i),
            self.dated(i),
            self.numeric(i),
            self.quarter_half(i),
            self.relative(i),
            self.day_word(i),
            self.alone(i),
        ];
        let nested = [
            self.nth(i, depth),
            self.day_of(i),
            self.week_of(i, depth),
            self.offset(i, depth),
        ];
        simple
            .into_iter()
            .chain(nested)
            .flatten()
            .max_by_key(|f| f.end)
    }

    fn day_word(&self, i: usize) -> Option<Found> {
        let ends = |w: &[&str]| self.led(i, w);
        if let Some(e) = word(self.c, i, "now")
            && ends(&["between", "and", "to", "till", "until", "from", "through"])
        {
            return Some(Found::fixed(day(self.today), e));
        }
        let (n, e) = any_word(
            self.c,
            i,
            &[
                "year to date",
                "ytd",
                "quarter to date",
                "qtd",
                "month to date",
                "mtd",
                "week to date",
                "wtd",
            ],
        )
        .unwrap_or((9, i));
        if let Some(unit) = [Unit::Year, Unit::Quarter, Unit::Month, Unit::Week].get(n / 2) {
            return Some(Found::fixed(
                Span {
                    to: self.today,
                    ..around(self.today, *unit, 0)?
                },
                e,
            ));
        }
        if let Some((n, e)) = number(self.c, i, Tag::Day) {
            return around(self.today, Unit::Day, n).map(|s| Found::fixed(s, e));
        }
        let (code, e) = number(self.c, i, Tag::Tail)?;
        let unit = Unit::from_code(code)?;
        if unit == Unit::Year
            && let Some((y, e)) = self.year_at(e)
        {
            return year(y).map(|s| Found::fixed(day(s.to), e));
        }
        around(self.today, unit, 0).map(|s| Found::fixed(day(s.to), e))
    }

    /// `this week`, `next month`, `last Friday`, `next June`, `this 5/12`, `next week on Tuesday`.
    pub(super) fn relative(&self, i: usize) -> Option<Found> {
        let (c, today) = (self.c, self.today);
        let (n, e) = number(c, i, Tag::Shift)?;
        let soon = slice(c, i, e).ends_with("coming");
        let k = self.over(
            skip(c, e),
            &[
                "fiscal", "calendar", "coming", "upcoming", "current", "full",
            ],
        );
        let singular = |u: &(Unit, f64, usize)| at(c, u.2 - 1) != 's';
        if let Some((u, times, e)) = self.unit(k).filter(singular)
            && (u > Unit::Workday || times > 1.0 || WIDE && slice(c, k, e) == "day")
        {
            if u == Unit::Week {
                let d = self.over(skip(c, e), &["on"]);
                if let Some((d, e)) = self.weekday_at(d).filter(|_| d > e) {
                    return weekday(today, i64::from(n), d).map(|s| Found::fixed(s, e));
                }
            }
            return relative_unit(today, u, times, n).map(|s| Found::fixed(s, e));
        }
        if let Some((d, e)) = self.weekday_at(k) {
            let s = weekday(today, if soon { 0 } else { i64::from(n) }, d)?;
            let s = if soon && s.to <= today {
                weekday(today, 1, d)?
            } else {
                s
            };
            let (s, e) = self.bracketed(e).unwrap_or((s, e));
            return Some(Found::fixed(s, e));
        }
        if let Some((a, b, e)) = self.month_over_day(k) {
            return month_day(today.year().checked_add(n)?, a, b).map(|s| Found::fixed(s, e));
        }
        if let Some((e, h)) = holidays::at(c, k) {
            let s = h.next(today)?;
            return Some(Found::fixed(
                if n < 0 { h.on(s.to.year() - 1)? } else { s },
                e,
            ));
        }
        let (m, e) = self.month_at(k)?;
        let y = today.year() + i32::from(n > 0 && m <= today.month())
            - i32::from(n < 0 && m >= today.month());
        month(y, m).map(|s| Found::fixed(s, e))
    }

    /// `(jun-15)` after a weekday.
    fn bracketed(&self, e: usize) -> Option<(Span, usize)> {
        let k = skip(self.c, e);
        let f =
            (at(self.c, k) == '(').then(|| self.dated(k + 1).or_else(|| self.numeric(k + 1)))??;
        (at(self.c, f.end) == ')' && f.span.unit == Unit::Day).then_some((f.span, f.end + 1))
    }

    /// `March 7, 2026`, `7th of March`, `2016 june`, `November 19-20`, `from 3 to 12 of Sept`.
    pub(super) fn dated(&self, i: usize) -> Option<Found> {
        let c = self.c;
        let this = self.today.year();
        let dashes = |k: usize| {
            if matches!(at(c, k), '-' | '/') {
                k + 1
            } else {
                skip(c, k)
            }
        };
        if let Some((m, e)) = self.month_at(i) {
            let k = self.the(dashes(e));
            let said = || {
                let n = plain_word_number(c, k).filter(|n| WIDE && n.value <= 31.0)?;
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "small"
                )]
                (k > e && n.value >= 1.0).then_some((n.value as u32, n.end))
            };
            let year = self.year_at(e).is_some();
            if let Some((d, e)) = self
                .day_no(k)
                .or_else(|| if year { None } else { said() })
                .filter(|_| k > e)
            {
                return self.until_day(i, m, d, e);
            }
            let y = self.year_at(e);
            let (y, e) = y.map_or((this, e), |x| x);
            return month(y, m).map(|s| Found {
                floating: e == self.month_at(i).map_or(e, |x| x.1),
                ..Found::fixed(s, e)
            });
        }
        if at(c, i).is_ascii_digit()
            && let Some((y, e)) = self.year_at(i)
            && let Some((m, e)) = self.month_at(dashes(e))
        {
            let d = self.day_no(dashes(e)).filter(|_| dashes(e) > e);
            return match d {
                Some((d, e)) => ymd(y, m, d).map(|s| Found::fixed(s, e)),
                None => month(y, m).map(|s| Found::fixed(s, e)),
            };
        }
        let (d, e) = self.day_no(i)?;
        let k = self.over(dashes(e), &["of", "day of", "of month"]);
        let (m, e) = self.month_at(k)?;
        if i > 0 && matches!(at(c, i - 1), '.' | ',') && i > 1 && at(c, i - 2).is_ascii_digit() {
            return None;
        }
        let e2 = if at(c, e) == '-' { e + 1 } else { e };
        let (y, end) = self.year_at(e2).unwrap_or((this, e));
        Some(Found {
            floating: end == e,
            the: !at(c, i).is_ascii_digit() || at(c, e - 1).is_ascii_alphabetic(),
            ..Found::fixed(self.exact(y, m, d, end > e)?, end)
        })
    }

    /// The day of a year that is given, or else of the first year that has it.
    fn exact(&self, y: i32, m: u32, d: u32, given: bool) -> Option<Span> {
        if given {
            ymd(y, m, d)
        } else {
            month_day(y, m, d)
        }
    }

    /// After a month and a day: a second day, a year.
    fn until_day(&self, i: usize, m: u32, d: u32, e: usize) -> Option<Found> {
        let c = self.c;
        let this = self.today.year();
        let between = self.led(i, &["between"]);
        let to = number(c, skip(c, e), Tag::Between)
            .filter(|b| b.0 == 0 || between)
            .and_then(|b| self.day_no(self.the(skip(c, b.1))))
            .filter(|x| x.0 > d && self.month_at(skip(c, x.1)).is_none());
        let end = to.map_or(e, |t| t.1);
        let (y, end2) = self.year_at(end).unwrap_or((this, end));
        let from = self.exact(y, m, d, end2 > end)?;
        let span = match to {
            Some((d2, _)) => Span {
                to: month_day(from.from.year(), m, d2)?.to,
                ..from
            },
            None => from,
        };
        Some(Found {
            floating: end2 == end,
            ..Found::fixed(span, end2)
        })
    }

    fn weekday(&self, i: usize) -> Option<Found> {
        let c = self.c;
        let (d, e) = self.weekday_at(i)?;
        if self.led(i, &["every", "each", "black", "cyber"]) || at(c, e) == 's' {
            return None;
        }
        // Tuesday, March 7; Friday 7/6; Friday (Jun-15)
        let k = skip(c, e + usize::from(matches!(at(c, e), ',' | '.')));
        let k = self.the(k);
        if let Some(f) = self
            .dated(k)
            .filter(|f| f.span.unit == Unit::Day)
            .or_else(|| self.numeric(k))
            .or_else(|| {
                self.month_over_day(k).and_then(|(m, d, e)| {
                    Some(Found {
                        floating: true,
                        ..Found::fixed(month_day(self.today.year(), m, d)?, e)
                    })
                })
            })
        {
            return Some(Found { the: false, ..f });
        }
        if let Some((s, e)) = self.bracketed(e) {
            return Some(Found::fixed(s, e));
        }
        let near = self.over(k, &["of", "in"]);
        if let Some(f) = self
            .relative(near)
            .filter(|f| f.span.unit == Unit::Week && k > e)
        {
            return weekday(f.span.from, 0, d).map(|s| Found::fixed(s, f.end));
        }
        let dated =
            |x: &(u32, usize)| WIDE && k > e && number(c, skip(c, x.1), Tag::Unit).is_none();
        if let Some((n, e)) = self.day_no(k).filter(dated) {
            let s = (0..40).find_map(|m| {
                let f = around(self.today, Unit::Month, m)?.from;
                let d2 = f.with_day(n).filter(|x| *x >= self.today)?;
                (d2.weekday().num_days_from_monday() == d).then(|| day(d2))
            });
            if let Some(s) = s {
                return Some(Found::fixed(s, e));
            }
        }
        let s = weekday(self.today, 0, d)?;
        let s = if s.to < self.today {
            weekday(self.today, 1, d)?
        } else {
            s
        };
        Some(Found::fixed(s, e))
    }

    /// A unit alone that can only mean one: the week after next, the weekend, the fortnight.
    fn alone(&self, i: usize) -> Option<Found> {
        let (u, times, e) = self.unit(i)?;
        if let Some(e) = word(self.c, skip(self.c, e), "after next") {
            return relative_unit(self.today, u, times, 2).map(|s| Found::fixed(s, e));
        }
        if let Some(e) = word(self.c, skip(self.c, e), "before last") {
            return relative_unit(self.today, u, times, -2).map(|s| Found::fixed(s, e));
        }
        if !WIDE || times <= 1.0 {
            return None;
        }
        let fits = matches!(u, Unit::Day | Unit::Week) && at(self.c, e - 1) != 's';
        let span = relative_unit(self.today, u, times, 0).filter(|_| fits)?;
        Some(Found {
            the: true,
            ..Found::fixed(span, e)
        })
    }

    /// In the coming year when it lies back and a text is searched.
    pub(super) fn settled(&self, f: Found) -> Option<Found> {
        if !(f.floating && WIDE && f.span.to < self.today) {
            return Some(Found {
                floating: false,
                ..f
            });
        }
        let y = f.span.from.year().checked_add(1)?;
        let from = month_day(y, f.span.from.month(), f.span.from.day())?.from;
        let to = if f.span.unit <= Unit::Workday {
            from
        } else {
            around(from, f.span.unit, 0)?.to
        };
        Some(Found {
            span: Span { from, to, ..f.span },
            floating: false,
            ..f
        })
    }
}
