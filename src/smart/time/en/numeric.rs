//! Dates in figures: 2026-06-30, 12/31/2026, 12/31, 2026/11, 30.6.2026.

use super::*;
use crate::smart::time::resolve::{month, month_day, ymd};

impl<const WIDE: bool> Reader<'_, WIDE> {
    /// A separator at `i`, with spaces around it when a text is searched.
    fn separator(&self, i: usize) -> Option<(char, usize)> {
        let c = self.c;
        let sep = at(c, i);
        if matches!(sep, '/' | '-' | '.') {
            return Some((sep, i + 1));
        }
        let k = skip(c, i);
        let spaced = WIDE && k > i;
        match at(c, k) {
            sep @ ('/' | '-') if spaced => Some((sep, skip(c, k + 1))),
            ch if spaced && ch.is_ascii_digit() => Some((' ', k)),
            _ => None,
        }
    }

    pub(super) fn numeric(&self, i: usize) -> Option<Found> {
        let c = self.c;
        let (a, e) = digits(c, i)?;
        if i > 1 && matches!(at(c, i - 1), '.' | ',' | '/') && at(c, i - 2).is_ascii_digit() {
            return None;
        }
        let (sep, k) = self.separator(e)?;
        let (b, f) = digits(c, k)?;
        let four = e - i == 4 && (1900..2300).contains(&a);
        if let Some((d, g)) = self
            .separator(f)
            .filter(|s| s.0 == sep)
            .and_then(|s| digits(c, s.1))
            .filter(|x| !at(c, x.1).is_ascii_alphanumeric())
        {
            if four {
                return ymd(i32::try_from(a).ok()?, b, d).map(|s| Found::fixed(s, g));
            }
            let y = i32::try_from(d)
                .ok()
                .filter(|_| e - i <= 2 && (sep != ' ' || g - f == 5))?;
            let y = match y {
                0..70 => 2000 + y,
                70..100 => 1900 + y,
                _ => y,
            };
            let (m, d) = if sep == '.' { (b, a) } else { (a, b) };
            return ymd(y, m, d)
                .or_else(|| ymd(y, d, m))
                .map(|s| Found::fixed(s, g));
        }
        let free = !at(c, f).is_ascii_alphanumeric() && !matches!(at(c, f), '%' | ':' | '$');
        if four && b <= 12 && f - k <= 2 && free && sep != ' ' && (sep != '.' || WIDE) {
            return month(i32::try_from(a).ok()?, b).map(|s| Found::fixed(s, f));
        }
        let year_last = f - k == 4 && (1900..2300).contains(&b) && a <= 12 && free;
        if year_last && matches!(sep, '/' | '-') {
            return month(i32::try_from(b).ok()?, a).map(|s| Found::fixed(s, f));
        }
        // 10/1 after a preposition
        let led = WIDE
            || self.led(
                i,
                &[
                    "on", "by", "before", "until", "from", "to", "since", "after", "friday",
                    "next", "this",
                ],
            );
        let (m, d, e) = self.month_over_day(i).filter(|_| led)?;
        Some(Found {
            floating: true,
            ..Found::fixed(month_day(self.today.year(), m, d)?, e)
        })
    }

    /// `12/31`, or `31/12`: month, day and end.
    pub(super) fn month_over_day(&self, i: usize) -> Option<(u32, u32, usize)> {
        let c = self.c;
        let (a, e) = digits(c, i).filter(|x| x.1 - i <= 2 && at(c, x.1) == '/')?;
        let (b, f) = digits(c, e + 1).filter(|x| x.1 - e <= 3)?;
        let next = at(c, skip(c, f));
        let noun = next.is_ascii_alphabetic() && number(c, skip(c, f), Tag::Unit).is_some()
            || at(c, f).is_ascii_alphanumeric()
            || matches!(at(c, f), '/' | '%' | '.') && at(c, f + 1).is_ascii_digit();
        let (m, d) = if a <= 12 { (a, b) } else { (b, a) };
        ((1..=12).contains(&m) && (1..=31).contains(&d) && !noun).then_some((m, d, f))
    }
}
