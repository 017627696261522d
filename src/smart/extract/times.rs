//! Time expressions as entities: open ranges for before and since, the coming year where none is said.

use chrono::{Months, NaiveDate};

use super::blank;
use crate::smart::quantity::zh_number;
use crate::smart::text::{any, any_word, at, back, digits, skip, slice};
use crate::smart::time::{Form, Mark, Span, Time, Unit, after, around_today, shift};
use crate::smart::types::{Entity, EntityType};
use crate::smart::words::{self, Tag};

/// The text that was searched.
pub(super) struct Found<'a> {
    pub(super) c: &'a [char],
    pub(super) orig: &'a [char],
    pub(super) today: NaiveDate,
}

/// Which ends of a range are known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Since,
    After,
    Until,
    Before,
    /// From then to today.
    Now,
}

impl Found<'_> {
    /// Adds the entities of `times`.
    pub(super) fn entities(&self, times: &[Time], out: &mut Vec<Entity>) {
        for (n, t) in times.iter().enumerate() {
            let next = times.get(n + 1).map_or(self.c.len(), |t| t.start);
            if let Some(e) = self.entity(t, next) {
                out.push(Entity {
                    class: t.class,
                    ..e
                });
            }
        }
    }

    fn range(&self, from: Option<NaiveDate>, to: Option<NaiveDate>, a: usize, b: usize) -> Entity {
        let kind = if from.is_some() && from == to {
            EntityType::Date
        } else {
            EntityType::DateRange
        };
        Entity {
            from,
            to,
            ..blank(self.orig, kind, a, b)
        }
    }

    fn entity(&self, t: &Time, next: usize) -> Option<Entity> {
        let (s, e) = t.core;
        match t.form {
            Form::Set => {
                let (s, e) = self.with_clock(s, e, next);
                Some(blank(self.orig, EntityType::Set, s, e))
            }
            Form::Length => self.length(t),
            Form::Period => {
                let mut span = t.span?;
                let mut last = t.last_unit;
                if t.floating && span.to < self.today {
                    let later = |d: NaiveDate| d.checked_add_months(Months::new(12));
                    span = Span {
                        from: later(span.from)?,
                        to: later(span.to)?,
                        unit: span.unit,
                    };
                    last = last.and_then(later);
                }
                if let Some((open, a, b)) = self.open(t) {
                    return self.unbounded(span, open, a, b);
                }
                // Public suites let a span of months or years end where its last unit begins.
                let to = last.and_then(|d| d.pred_opt()).unwrap_or(span.to);
                Some(self.range(Some(span.from), Some(to.max(span.from)), s, e))
            }
        }
    }

    /// Since, after, until or before: by a word in front, a suffix behind, or both; with the place of all.
    fn open(&self, t: &Time) -> Option<(Open, usize, usize)> {
        let (s, e) = t.core;
        if any_word(self.c, s, &["more than"]).is_some() {
            let back = t.mark == Mark::Before;
            return Some((if back { Open::Before } else { Open::Since }, s, e));
        }
        if let Some(open) = self.suffixed(t) {
            return Some((open, s, t.end));
        }
        const LATER: [&str; 7] = [
            "or later",
            "and later",
            "or after",
            "and after",
            "onwards",
            "onward",
            "and onwards",
        ];
        const EARLIER: [&str; 4] = ["or earlier", "and earlier", "or before", "and before"];
        let k = skip(self.c, e);
        for (words, open) in [(&LATER[..], Open::Since), (&EARLIER[..], Open::Until)] {
            if let Some((_, end)) = any_word(self.c, k, words).filter(|o| !self.goes_on(o.1)) {
                return Some((open, s, end));
            }
        }
        self.led(t)
    }

    /// 前, 后, 起, 至今 behind.
    fn suffixed(&self, t: &Time) -> Option<Open> {
        let tail = slice(self.c, t.core.1, t.end);
        let or_on = tail.starts_with(['或', '及']);
        if tail.ends_with('前') && t.mark == Mark::Before {
            // 明年底前: the end is said already.
            let ended = or_on || t.deadline == t.span.map(|x| x.to);
            return Some(if ended { Open::Until } else { Open::Before });
        }
        if tail.ends_with("至今") {
            return Some(Open::Now);
        }
        (t.mark == Mark::Since && t.end > t.core.1).then_some(if tail.ends_with('后') && !or_on {
            Open::After
        } else {
            Open::Since
        })
    }

    /// since, after, until, before in front.
    fn led(&self, t: &Time) -> Option<(Open, usize, usize)> {
        let (c, (s, e)) = (self.c, t.core);
        let near = words::before(c, back(c, s), Tag::Open).map(|w| (w, s));
        let ((kind, a), first) = near.or_else(|| {
            let k = back(c, s).checked_sub(3)?;
            any_word(c, k, &["the"])?;
            words::before(c, back(c, k), Tag::Open).map(|w| (w, k))
        })?;
        let word = slice(c, a, back(c, first));
        let joined = t.span.is_some_and(|x| x.from != x.to) && t.last_unit.is_some();
        if joined
            || matches!(
                word.as_str(),
                "from" | "从" | "by" | "through" | "up to" | "自从"
            )
        {
            return None;
        }
        // before the end of the year: its end is what is meant
        let part = words::find(c, s, Tag::Part).is_some();
        let open = match kind {
            2.0 => Open::Since,
            3.0 => Open::After,
            5.0 if !part => Open::Before,
            _ => Open::Until,
        };
        Some((open, a, if word == "自" { t.end } else { e }))
    }

    /// Whether a further date follows: `2010 and before 2018`.
    fn goes_on(&self, e: usize) -> bool {
        let k = skip(self.c, e);
        let k = any_word(self.c, k, &["the"]).map_or(k, |x| skip(self.c, x.1));
        at(self.c, k).is_ascii_digit()
            || any_word(self.c, k, &["than"]).is_some()
            || [
                Tag::Month,
                Tag::Weekday,
                Tag::Shift,
                Tag::Day,
                Tag::Part,
                Tag::Holiday,
            ]
            .iter()
            .any(|t| words::find(self.c, k, *t).is_some())
    }

    fn unbounded(&self, s: Span, open: Open, a: usize, b: usize) -> Option<Entity> {
        let day = s.from == s.to;
        let (from, to) = match open {
            Open::Since => (Some(s.from), None),
            Open::After if day => (Some(s.from), None),
            Open::After => (Some(s.to.succ_opt()?), None),
            Open::Now => (Some(s.from), Some(self.today.max(s.from))),
            Open::Until => (None, Some(s.to)),
            Open::Before if day => (None, Some(s.to)),
            Open::Before => (None, Some(s.from.pred_opt()?)),
        };
        Some(Entity {
            from,
            to,
            ..blank(self.orig, EntityType::DateRange, a, b)
        })
    }

    /// A length: a date when counted on from today (in 2 weeks) or back (5天前), days around today (next 3 days), else a
    /// duration.
    fn length(&self, t: &Time) -> Option<Entity> {
        let (s, e) = t.core;
        let (n, unit) = t.length?;
        if let Some(d) = t.span {
            return Some(self.range(Some(d.from), Some(d.to), s, t.end));
        }
        let shown = slice(self.c, t.start, t.end);
        let ago = shown.ends_with("ago") || shown.ends_with("earlier");
        let led = words::number(self.c, s, Tag::Shift).is_some_and(|x| x.0 != 0);
        let ahead = !led && shown.starts_with("in ") && t.mark == Mark::Within
            || ["later", "from now", "from today", "hence", "后"]
                .iter()
                .any(|w| shown.ends_with(w));
        let lead = led
            || any_word(self.c, s, &["trailing", "rolling"]).is_some()
            || t.mark != Mark::None
                && at(self.c, s).is_ascii_digit()
                && !ago
                && !ahead
                && s == t.start
            || [
                "前",
                "后",
                "未来",
                "过去",
                "最近",
                "近",
                "今后",
                "往后",
                "接下来",
                "此后",
            ]
            .iter()
            .any(|w| slice(self.c, s, e).starts_with(w));
        if unit >= Unit::Day && lead && !ago && !ahead {
            let back = t.mark == Mark::Past;
            let d = around_today(self.today, if back { -n } else { n }, unit)?;
            return Some(self.range(Some(d.from), Some(d.to), s, e));
        }
        if unit >= Unit::Day && (ahead || ago) {
            let d = if ago {
                shift(self.today, -n, unit)?
            } else {
                after(self.today, n, unit)?
            };
            return Some(self.range(Some(d), Some(d), t.start, t.end));
        }
        // more than 4 days: the comparison belongs to it
        let s = ["more than", "less than"]
            .iter()
            .find_map(|w| crate::smart::text::ends(self.c, back(self.c, s), &[w]))
            .unwrap_or(s);
        Some(Entity {
            seconds: t.seconds,
            ..blank(self.orig, EntityType::Duration, s, e)
        })
    }

    /// A repetition with its clock time: `every Monday at 4pm`, `3pm each day`.
    fn with_clock(&self, s: usize, e: usize, next: usize) -> (usize, usize) {
        let c = self.c;
        let k = skip(c, e);
        let k = any_word(c, k, &["at"]).map_or(k, |x| skip(c, x.1));
        let end = clock(c, k)
            .or_else(|| chinese_clock(c, k))
            .filter(|k| *k <= next)
            .unwrap_or(e);
        let b = back(c, s);
        let start = (b.saturating_sub(10)..b).find(|k| {
            (*k == 0 || !at(c, k - 1).is_ascii_alphanumeric()) && clock(c, *k) == Some(b)
        });
        (start.unwrap_or(s), end)
    }
}

/// 下午三点, 八点半, after 每天 and the like.
fn chinese_clock(c: &[char], i: usize) -> Option<usize> {
    const PARTS: [&str; 8] = ["上午", "下午", "早上", "晚上", "中午", "凌晨", "早", "晚"];
    let k = any(c, i, &PARTS).map_or(i, |x| x.1);
    let hour = zh_number(c, k).filter(|n| n.value < 25.0)?;
    let e = any(c, hour.end, &["点", "点钟", "点半", "点整", "时"])?.1;
    let minutes = zh_number(c, e).filter(|n| n.value < 60.0 && at(c, n.end) == '分');
    Some(minutes.map_or(e, |n| n.end + 1))
}

/// `4pm`, `7:13 p.m.`, `16:30`.
fn clock(c: &[char], i: usize) -> Option<usize> {
    let (h, mut e) = digits(c, i).filter(|x| x.0 < 25)?;
    let minutes = (at(c, e) == ':').then(|| digits(c, e + 1)).flatten();
    if let Some((_, f)) = minutes.filter(|m| m.0 < 60) {
        e = f;
    }
    let k = skip(c, e);
    let half = any(c, k, &["am", "pm", "a.m.", "p.m.", "a.m", "p.m"]);
    match half {
        Some((_, f)) if h < 13 => Some(f),
        _ => minutes.map(|_| e),
    }
}
