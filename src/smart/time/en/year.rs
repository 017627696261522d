//! Years, their quarters and halves, and holidays in English.

use super::*;
use crate::smart::time::holidays;
use crate::smart::time::resolve::{half, quarter, year};

/// Words after which a bare year goes on being one.
const AFTER_YEAR: &[&str] = &[
    "and", "to", "through", "with", "by", "we", "at", "in", "goal", "goals", "or", "but", "till",
    "until", "for", "is", "was", "will", "as",
];

impl<const WIDE: bool> Reader<'_, WIDE> {
    /// `2026 Q3`, `Q3 2026`, `third quarter of next year`, `2019-H2`.
    pub(super) fn quarter_half(&self, i: usize) -> Option<Found> {
        let c = self.c;
        let of = |k: usize| {
            number(c, k, Tag::Quarter)
                .map(|q| (q, false))
                .or_else(|| number(c, k, Tag::Half).map(|h| (h, true)))
        };
        let make = |y: i32, n: i32, is_half: bool| {
            let n = u32::try_from(n).ok()?;
            if is_half { half(y, n) } else { quarter(y, n) }
        };
        if (at(c, i).is_ascii_digit() || matches!(at(c, i), 'f' | 'c' | '\''))
            && let Some((y, e)) = self.year_at(i)
        {
            let k = skip(c, e);
            let k = k + usize::from(matches!(at(c, k), '-' | '/'));
            let ((n, e), is_half) = of(k)?;
            return make(y, n, is_half).map(|s| Found::fixed(s, e));
        }
        let ((n, e), is_half) = of(i)?;
        let the = !matches!(at(c, i), 'q' | 'h') && !at(c, i + 1).eq(&'q');
        if let Some((y, e)) = self.year_at(e) {
            return make(y, n, is_half).map(|s| Found {
                the,
                ..Found::fixed(s, e)
            });
        }
        let k = self.over(skip(c, e), &["of the", "in the"]);
        let end = word(c, k, "year").filter(|_| k > e);
        Some(Found {
            floating: end.is_none() && !is_half,
            the: the && end.is_some(),
            ..Found::fixed(make(self.today.year(), n, is_half)?, end.unwrap_or(e))
        })
    }

    /// `Thanksgiving`, `Christmas 2026`, `Labor Day weekend`.
    pub(super) fn holiday(&self, i: usize) -> Option<Found> {
        let (e, h) = holidays::at(self.c, i).filter(|_| at(self.c, i).is_ascii_alphabetic())?;
        let weekend = |k: usize| word(self.c, skip(self.c, k), "weekend");
        let k = weekend(e).unwrap_or(e);
        let (s, y) = match self.year_at(k) {
            Some((y, e)) => (h.on(y)?, e),
            None => (h.next(self.today)?, k),
        };
        let end = weekend(y).unwrap_or(y);
        if k == e && end == y {
            return Some(Found::fixed(s, end));
        }
        // A holiday on Monday makes the weekend before it longer.
        let monday = s.from.weekday() == chrono::Weekday::Mon;
        let week = relative_unit(s.from, Unit::Day, 2.0, -i32::from(monday))?;
        let to = week.to.max(s.to);
        Some(Found::fixed(Span { to, ..week }, end))
    }

    /// A year by itself: after a preposition, as FY26, or in words after `in`.
    pub(super) fn bare_year(&self, i: usize) -> Option<Found> {
        let c = self.c;
        let fy = matches!(at(c, i), 'f' | 'c') && at(c, i + 1) == 'y';
        let said = any_word(c, i, &["year", "the year"]).is_some();
        if !(at(c, i).is_ascii_digit() || fy || said || self.led(i, &["in", "of"])) {
            return None;
        }
        let (y, e) = self.year_at(i)?;
        if at(c, i) == ',' || e - i > 6 && at(c, i).is_ascii_digit() {
            return None;
        }
        let years = number(c, e, Tag::Between)
            .and_then(|b| digits(c, b.1))
            .is_some_and(|b| b.1 == e + 5 && (1900..2300).contains(&b.0));
        let led = WIDE && (self.clean(i, e) || years)
            || before(c, back(c, i), Tag::Lead).is_some()
            || before(c, back(c, i), Tag::Open).is_some()
            || number(c, skip(c, e), Tag::Between).is_some()
                && self.led(i, &["between", "from", "in"])
            || self.led(
                i,
                &[
                    "of", "to", "year", "end", "mid", "early", "late", "between", "and", "than",
                    "-", "~",
                ],
            );
        let k = skip(c, e);
        let alone = !at(c, k).is_ascii_alphabetic() || any_word(c, k, AFTER_YEAR).is_some();
        ((led && alone) || fy || said && alone).then(|| year(y).map(|s| Found::fixed(s, e)))?
    }

    /// Whether a figure stands alone: no part of an amount, a list of figures or a longer number.
    pub(super) fn clean(&self, i: usize, e: usize) -> bool {
        let prev = if i > 0 { at(self.c, i - 1) } else { ' ' };
        let joint = |ch: char| {
            matches!(
                ch,
                '$' | '€' | '£' | '.' | ',' | '-' | '/' | ':' | '#' | '%'
            )
        };
        let next = at(self.c, e);
        let longer = joint(next) && at(self.c, e + 1).is_ascii_digit();
        !(joint(prev) || prev.is_ascii_alphanumeric() || longer || next == '%')
    }
}
