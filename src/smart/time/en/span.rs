//! Lengths and repetitions in English, and whole units from their start to their end.

use super::*;
use crate::smart::quantity::word_number;
use crate::smart::time::Mark;

impl<const WIDE: bool> Reader<'_, WIDE> {
    /// from start of year to end, from the beginning to the end of the quarter.
    pub(super) fn whole(&self, i: usize) -> Option<Time> {
        let c = self.c;
        if let Some(t) = self.days(i) {
            return Some(t);
        }
        let the = |k: usize| self.over(k, &["the", "this"]);
        let unit = |k: usize| {
            let of = self.over(k, &["of"]);
            (of > k).then(|| self.unit(the(of)))?
        };
        let k = the(skip(c, any_word(c, i, &["from"])?.1));
        let k = skip(c, any_word(c, k, &["start", "beginning"])?.1);
        let first = unit(k);
        let k = skip(c, first.map_or(k, |u| u.2));
        let to = any_word(c, k, &["to", "until", "till", "through"])?.1;
        let e = any_word(c, the(skip(c, to)), &["end"])?.1;
        let second = unit(skip(c, e));
        let (u, _, _) = first.or(second)?;
        let mut t = Time::period(i, second.map_or(e, |s| s.2), around(self.today, u, 0)?);
        t.mark = Mark::Until;
        Some(t)
    }

    /// How many: `3`, `2.5`, `½`, `a couple of`, `two and a half`, `half a`.
    fn count(&self, i: usize) -> Option<(f64, usize)> {
        let c = self.c;
        if let Some((v, e)) = digits(c, i) {
            let tenth = at(c, e + 1)
                .to_digit(10)
                .filter(|_| at(c, e) == '.' && !at(c, e + 2).is_ascii_digit());
            return match tenth {
                Some(t) => Some((f64::from(v) + f64::from(t) / 10.0, e + 2)),
                None if at(c, e) == '.' && at(c, e + 1).is_ascii_digit() => None,
                None => Some((f64::from(v), e)),
            };
        }
        let few = find(c, i, Tag::Few);
        // Three quarters are a length here, no fraction.
        let plain = plain_word_number(c, i).filter(|n| self.unit(skip(c, n.end)).is_some());
        let said = plain
            .or_else(|| word_number(c, i))
            .map(|n| (n.value, n.end));
        match (few, said) {
            (Some(a), Some(b)) => Some(if b.1 > a.1 { b } else { a }),
            (a, b) => a.or(b),
        }
    }

    /// `six months`, `3 full weeks`, `90-day`, `an hour and a half`: how many of which unit.
    pub(super) fn amount(&self, i: usize) -> Option<(f64, Unit, usize)> {
        let c = self.c;
        let (n, e) = self.count(i).filter(|n| n.0 <= 100_000.0)?;
        let mut k = skip(c, e);
        for joint in ['-', '+'] {
            if at(c, k) == joint {
                k = skip(c, k + 1);
            }
        }
        k = self.over(k, &["full", "consecutive", "whole", "more"]);
        let letter = || {
            let unit = [('y', Unit::Year), ('w', Unit::Week), ('d', Unit::Day)]
                .iter()
                .find(|u| u.0 == at(c, k))?
                .1;
            let alone = k == e && !at(c, k + 1).is_ascii_alphanumeric() && WIDE;
            alone.then_some((unit, 1.0, k + 1))
        };
        let (unit, times, e) = self.unit(k).or_else(letter)?;
        let n = n * times;
        let half = any_word(c, skip(c, e), &["and a half", "and half"])
            .filter(|_| unit > Unit::Second && number(c, skip(c, e), Tag::Between).is_some());
        Some(half.map_or((n, unit, e), |h| (n + times / 2.0, unit, h.1)))
    }

    /// `six months`, `the next 90 days`, `90-day`; `within/in` are taken by the prefix.
    pub(super) fn length(&self, i: usize) -> Option<Time> {
        let c = self.c;
        let i = self.the(i);
        if let Some(t) = self.entire(i) {
            return Some(t);
        }
        let lead = number(c, i, Tag::Shift)
            .filter(|s| s.0 != 0)
            .or_else(|| any_word(c, i, &["trailing", "rolling", "first"]).map(|x| (-1, x.1)));
        let k = lead.map_or(i, |(_, e)| skip(c, e));
        let (n, unit, e) = self.amount(k).or_else(|| self.turned(k))?;
        let turned = self.amount(k).is_none();
        let single = lead.is_none() && n <= 1.0 && at(c, i) == 'a';
        if unit == Unit::Half && !WIDE
            || single
                && !WIDE
                && !self.within_before(i)
                && any_word(c, skip(c, e), &["later", "ago", "from now"]).is_none()
        {
            return None;
        }
        let mut t = Time::length(i, e, n, unit, self.today);
        self.compound(&mut t);
        t.mark = match lead {
            Some((n, _)) if n > 0 => Mark::Within,
            Some(_) => Mark::Past,
            None if turned => {
                self.turn(k).map_or(
                    Mark::None,
                    |n| {
                        if n > 0 { Mark::Within } else { Mark::Past }
                    },
                )
            }
            None => Mark::None,
        };
        let after = skip(c, t.end);
        if let Some((_, e)) = any_word(
            c,
            after,
            &["from now", "from today", "later", "hence", "time"],
        ) {
            t.end = e;
            t.mark = Mark::Within;
        } else if let Some((_, e)) = any_word(c, after, &["ago", "earlier", "back"]) {
            t.end = e;
            t.mark = Mark::Past;
        }
        Some(t)
    }

    /// `10 previous weeks`: the direction behind the number.
    fn turn(&self, i: usize) -> Option<i32> {
        let (_, e) = self.count(i)?;
        number(self.c, skip(self.c, e), Tag::Shift)
            .map(|s| s.0)
            .filter(|n| *n != 0)
    }

    fn turned(&self, i: usize) -> Option<(f64, Unit, usize)> {
        self.turn(i)?;
        let (n, e) = self.count(i)?;
        let k = skip(self.c, number(self.c, skip(self.c, e), Tag::Shift)?.1);
        let (unit, times, e) = self.unit(k)?;
        Some((n * times, unit, e))
    }

    /// `1 year 2 months and 3 days`: ever smaller units add up.
    fn compound(&self, t: &mut Time) {
        let mut last = t.length.map_or(Unit::Second, |l| l.1);
        for _ in 0..5 {
            let k = skip(self.c, t.end);
            let k = skip(self.c, k + usize::from(at(self.c, k) == ','));
            let k = self.over(k, &["and"]);
            let Some((n, unit, e)) = self.amount(k).filter(|a| a.1 < last && k > t.end) else {
                return;
            };
            #[expect(clippy::cast_possible_truncation, reason = "bounded by `amount`")]
            let more = (n * unit.seconds() as f64) as i64;
            t.seconds = t.seconds.map(|s| s + more);
            t.end = e;
            t.core.1 = e;
            last = unit;
        }
    }

    /// `all day`, `full-week`: one of a unit, when a text is searched.
    fn entire(&self, i: usize) -> Option<Time> {
        let (_, e) = any_word(self.c, i, &["all", "full", "whole"]).filter(|_| WIDE)?;
        let k = skip(self.c, e + usize::from(at(self.c, e) == '-'));
        let (unit, times, e) = self.unit(k).filter(|u| u.0 >= Unit::Day)?;
        Some(Time::length(i, e, times, unit, self.today))
    }

    fn within_before(&self, i: usize) -> bool {
        self.led(
            i,
            &["within", "in", "over", "for", "under", "less than", "than"],
        )
    }

    /// `weekly`, `every Friday`, `per week`, `a quarter`, `on a monthly basis`, `twice a month`.
    pub(super) fn set(&self, i: usize) -> Option<Time> {
        let c = self.c;
        let basis = any_word(c, i, &["on a", "at a"]).map(|x| skip(c, x.1));
        if let Some((code, e)) = number(c, basis.unwrap_or(i), Tag::Adverb) {
            let end = any_word(c, skip(c, e), &["basis", "cadence", "rhythm", "schedule"]);
            if basis.is_some() && end.is_none() {
                return None;
            }
            return Some(Time::set(i, end.map_or(e, |x| x.1), Unit::from_code(code)?));
        }
        if let Some(e) = self.plural(i) {
            return Some(Time::set(i, e, Unit::Week));
        }
        let (n, e) = any_word(
            c,
            i,
            &[
                "every", "each", "per", "a", "an", "any", "once a", "once an", "one a", "one an",
            ],
        )?;
        let mut k = skip(c, e);
        if n < 2 {
            k = self.over(k, &["other"]);
            let ordinal = self.ordinal(k).filter(|_| WIDE).map(|o| o.1);
            k = ordinal
                .or_else(|| digits(c, k).filter(|_| n == 0).map(|x| x.1))
                .or_else(|| word_number(c, k).map(|w| w.end))
                .map_or(k, |e| skip(c, e));
        }
        k = self.over(k, &["single", "calendar", "fiscal", "business", "working"]);
        if let Some((u, _, e)) = self.unit(k) {
            let rate = !matches!(n, 3 | 4) || u != Unit::Half && self.rate(i, k, u, e);
            return rate.then(|| Time::set(i, e, u));
        }
        const TIMES: [&str; 10] = [
            "weekday",
            "weekdays",
            "weekend",
            "morning",
            "mornings",
            "night",
            "evening",
            "afternoon",
            "sprint",
            "half",
        ];
        let e = [Tag::Weekday, Tag::Month, Tag::Holiday]
            .iter()
            .find_map(|t| number(c, k, *t))
            .map(|x| x.1)
            .or_else(|| any_word(c, k, &TIMES).map(|x| x.1))
            .or_else(|| {
                let e = word_end(c, k);
                let plural = at(c, e.wrapping_sub(1)) == 's';
                let stem = c.get(..e.saturating_sub(1))?;
                number(stem, k, Tag::Weekday).filter(|_| plural).map(|_| e)
            });
        e.filter(|_| n < 2 || n == 5)
            .map(|e| Time::set(i, e, Unit::Week))
    }

    /// `Mondays`, `weekends`: a repetition when a text is searched.
    pub(super) fn plural(&self, i: usize) -> Option<usize> {
        let e = word_end(self.c, i);
        let stem = self.c.get(..e.checked_sub(1)?)?;
        let many = at(self.c, e - 1) == 's' && WIDE && e > i + 6;
        let day = number(stem, i, Tag::Weekday).is_some_and(|w| w.1 + 1 == e);
        let named = any_word(self.c, i, &["weekends", "weekdays"]).is_some()
            && number(self.c, back(self.c, i), Tag::Low).is_none()
            && self.led(i, &["on", "over", "during", "the", "all"]);
        (many && (day || named)).then_some(e)
    }

    /// 'a week' as a rate needs a count in front: 3 times a week, one post a quarter.
    fn rate(&self, i: usize, k: usize, unit: Unit, e: usize) -> bool {
        let c = self.c;
        let p = back(c, i);
        i > 0
            && !self.led(
                i,
                &[
                    "in", "for", "within", "of", "to", "than", "is", "be", "over", "have", "with",
                    "takes", "take", "under", "after", "by", "at", "on", "half",
                ],
            )
            && at(c, p.saturating_sub(1)).is_ascii_alphanumeric()
            && !slice(c, k, e).ends_with('s')
            && unit >= Unit::Day
    }
}
