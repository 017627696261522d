//! What a rule sees, and the whole sentences it can offer. Nothing here invents a number: open values are 【…】 slots.

use chrono::{Datelike, NaiveDate};

use super::compose::long_date;
use super::lexicon::class;
use super::parse::{Place, Reading};
use super::rules::{Check, Hit};
use super::time::{Unit, after, around};
use super::types::{Context, Direction, Fix, Lang};
use super::verdict::Judged;

/// A sentence under judgement.
pub(crate) struct Case<'a> {
    pub(crate) r: &'a Reading,
    pub(crate) j: &'a Judged,
    pub(crate) ctx: &'a Context,
    /// Language of messages.
    pub(crate) messages: Lang,
    /// Only which rules speak is asked: no text is written.
    pub(crate) quiet: bool,
}

impl Case<'_> {
    /// The whole text.
    pub(crate) fn whole(&self) -> Place {
        (0, self.r.c.len())
    }

    /// A hit with message and hint in the language of messages.
    pub(crate) fn hit(
        &self,
        place: Place,
        zh: String,
        en: String,
        hint_zh: &str,
        hint_en: &str,
    ) -> Hit {
        let message = match self.messages {
            Lang::Zh => zh,
            Lang::En => en,
        };
        Hit {
            place: (place.0.min(place.1), place.0.max(place.1)),
            message,
            hint: self.messages.pick(hint_zh, hint_en).to_string(),
            fixes: Vec::new(),
            severity: None,
            check: Check::Each,
        }
    }

    /// A fix without slots.
    pub(crate) fn fix(&self, zh: &str, en: &str, text: String, auto: bool) -> Fix {
        Fix {
            label: self.messages.pick(zh, en).to_string(),
            text,
            auto,
            slot: false,
        }
    }

    /// A fix that the writer completes.
    pub(crate) fn slot(&self, zh: &str, en: &str, text: String) -> Fix {
        Fix {
            label: self.messages.pick(zh, en).to_string(),
            text,
            auto: false,
            slot: true,
        }
    }

    /// The sentence with other words in a place.
    pub(crate) fn replace(&self, p: Place, with: &str) -> String {
        if self.quiet {
            return String::new();
        }
        let before = self.r.words((0, p.0));
        let rest = self.r.words((p.1, self.r.c.len()));
        tidy(&format!("{before}{with}{rest}"))
    }

    /// The sentence without the words in a place.
    pub(crate) fn delete(&self, p: Place) -> String {
        let mut text = self.replace(p, "");
        if p.0 == 0 && self.r.lang == Lang::En {
            text = capital(text.trim_start());
        }
        text.replace("  ", " ").trim().to_string()
    }

    /// The sentence with words at its end, before a full stop.
    pub(crate) fn append(&self, zh: &str, en: &str) -> String {
        if self.quiet {
            return String::new();
        }
        let text: String = self.r.orig.iter().collect();
        let text = text.trim_end();
        let body = text.trim_end_matches(['。', '.', '！', '!', '；', ';', '，', ',', ' ']);
        let stop = text.get(body.len()..).unwrap_or_default().trim();
        let stop = if stop.chars().all(|c| matches!(c, '。' | '.')) {
            stop
        } else {
            ""
        };
        format!("{body}{}{stop}", self.r.lang.pick(zh, en))
    }

    /// `2026年6月30日前` or `by June 30, 2026`.
    pub(crate) fn by(&self, d: NaiveDate) -> String {
        let date = long_date(d, self.r.lang);
        match self.r.lang {
            Lang::Zh => format!("{date}前"),
            Lang::En => format!("by {date}"),
        }
    }

    /// The dates offered as deadlines, with labels.
    fn dates(&self) -> Vec<(&'static str, &'static str, NaiveDate)> {
        if self.quiet {
            return Vec::new();
        }
        let t = self.r.today;
        let quarter = around(t, Unit::Quarter, 0).map(|s| s.to);
        let year = NaiveDate::from_ymd_opt(t.year(), 12, 31);
        let six = after(t, 6.0, Unit::Month);
        let mut out: Vec<(&'static str, &'static str, NaiveDate)> = Vec::new();
        for (zh, en, d) in [
            ("本季度末", "End of this quarter", quarter),
            ("6 个月后", "In 6 months", six),
            ("年底", "End of the year", year),
        ] {
            if let Some(d) = d
                && !out.iter().any(|o| o.2 == d)
            {
                out.push((zh, en, d));
            }
        }
        out
    }

    /// Deadlines to choose from, each a whole sentence.
    pub(crate) fn deadline_chips(&self) -> Vec<Fix> {
        self.dates()
            .into_iter()
            .map(|(zh, en, d)| self.fix(zh, en, self.with_deadline(d), false))
            .collect()
    }

    /// Deadlines in the place of a vague word.
    pub(crate) fn deadline_in_place(&self, p: Place) -> Vec<Fix> {
        self.dates()
            .into_iter()
            .map(|(zh, en, d)| {
                let first = p.0 == 0 && self.r.lang == Lang::En;
                let text = if first {
                    self.replace_first(p, d)
                } else {
                    self.replace(p, &self.by(d))
                };
                self.fix(zh, en, text, false)
            })
            .collect()
    }

    fn replace_first(&self, p: Place, d: NaiveDate) -> String {
        let rest = self.r.words((p.1, self.r.c.len()));
        format!(
            "{} {}",
            capital(rest.trim_start_matches([' ', ','])).trim_end_matches('.'),
            self.by(d)
        )
    }

    /// End dates for a cadence.
    pub(crate) fn until_chips(&self) -> Vec<Fix> {
        self.dates()
            .into_iter()
            .map(|(zh, en, d)| {
                let date = long_date(d, self.r.lang);
                self.fix(
                    zh,
                    en,
                    self.append(&format!("，到{date}"), &format!(" until {date}")),
                    false,
                )
            })
            .collect()
    }

    /// The sentence with a deadline in a natural place.
    fn with_deadline(&self, d: NaiveDate) -> String {
        let text: String = self.r.orig.iter().collect();
        match self.r.lang {
            Lang::En => self.append("", &format!(" {}", self.by(d))),
            Lang::Zh => {
                let lead = self
                    .r
                    .owner
                    .filter(|o| o.0 <= 1 && o.1 <= text.chars().count())
                    .map_or(0, |o| if o.0 == 1 { o.1 + 1 } else { o.1 });
                let head = self.r.words((0, lead));
                let rest = self.r.words((lead, self.r.c.len()));
                let rest = rest.trim_start();
                let verb = self
                    .r
                    .tokens
                    .iter()
                    .any(|t| t.start == lead && t.is(class::VERB))
                    || rest.starts_with(['将', '把', '使', '让']);
                let gap = if verb { "" } else { "，" };
                format!("{head}{}{gap}{rest}", self.by(d))
            }
        }
    }

    /// The same sentence with places for the present level and the target at the end of the clause
    /// that says what moves. Nothing that was written is lost.
    pub(crate) fn amount_slot(&self) -> Vec<Fix> {
        let Some(moved) = self.r.concrete.filter(|_| !self.quiet) else {
            return self.metric_slot();
        };
        let length = self.r.c.len();
        let ends = |at: &usize| {
            let mark = self.r.c.get(*at).copied();
            matches!(mark, Some('，' | ',' | '。' | '；' | ';' | '！' | '!'))
                || (mark == Some('.') && at + 1 == length)
        };
        let end = (moved.1..length).find(ends).unwrap_or(length);
        let (head, tail) = (self.r.words((0, end)), self.r.words((end, length)));
        let slot = self
            .r
            .lang
            .pick("，从【现状】到【目标】", " from 【current】 to 【target】");
        let text = format!("{}{slot}{tail}", head.trim_end());
        vec![self.slot("填现状和目标值", "Fill in current and target values", text)]
    }

    /// The same sentence with an open place instead of the target's figure.
    pub(crate) fn target_slot(&self) -> Vec<Fix> {
        let Some(target) = self.r.targets().next().filter(|_| !self.quiet) else {
            return Vec::new();
        };
        let place = self.r.lang.pick("【目标】", "【target】");
        let text = self.replace((target.num, target.unit_end), place);
        vec![self.slot("改目标值", "Change the target", text)]
    }

    /// A target that the present level allows, to try an open place with.
    pub(crate) fn near(&self) -> Option<String> {
        let now = self.r.baseline()?;
        let down = self.r.direction == Some(Direction::Down);
        let share = now.unit.as_deref() == Some("%") && now.value < 100.0;
        let then = match (down, share) {
            (true, _) => now.value * 0.9,
            (false, true) => now.value + (100.0 - now.value) * 0.1,
            (false, false) => now.value * 1.1,
        };
        Some(format!("{then}{}", now.unit.as_deref().unwrap_or_default()))
    }

    /// A sentence with a metric, the present level, a target and, where there is none, a deadline
    /// to fill in. Keeps a metric and a deadline that are there.
    pub(crate) fn metric_slot(&self) -> Vec<Fix> {
        if self.quiet {
            return Vec::new();
        }
        let concrete = self.r.concrete.or(self.r.metric).filter(|p| {
            self.r.find(*p, class::METRIC).is_some()
                || self.r.verb.is_some_and(|v| v.is(class::CHANGE)) && self.r.hollow.is_none()
        });
        let metric = concrete.map(|p| self.r.words(p).trim().to_string());
        let down = self.r.direction == Some(Direction::Down);
        let date = self
            .j
            .goal
            .deadline
            .as_ref()
            .and_then(|d| d.date)
            .filter(|d| *d >= self.r.today);
        let text = match self.r.lang {
            Lang::Zh => {
                let m = metric.unwrap_or_else(|| "【指标】".into());
                let verb = if down { "降低" } else { "提升" };
                let lead = date.map_or_else(|| "【日期】前".into(), |d| self.by(d));
                format!("{lead}将{m}从【现状】{verb}到【目标】")
            }
            Lang::En => {
                let m = metric.unwrap_or_else(|| "【metric】".into());
                let verb = if down { "Reduce" } else { "Increase" };
                let by = date.map_or_else(|| "by 【date】".into(), |d| self.by(d));
                format!("{verb} {m} from 【current】 to 【target】 {by}")
            }
        };
        vec![self.slot("填指标和数值", "Fill in metric and values", text)]
    }
}

/// Fills the slots with sample values, only to re-check a fix. `near` is a target that suits a
/// present level which the sentence has already.
pub(crate) fn probe(text: &str, near: Option<&str>) -> String {
    if !text.contains('【') {
        return text.to_string();
    }
    let down = ["降低到", "Reduce "].iter().any(|w| text.contains(w));
    let (now, then) = if down { ("5%", "4%") } else { ("4%", "5%") };
    let open = text.contains("【现状】") || text.contains("【current】");
    let then = near.filter(|_| !open).unwrap_or(then);
    let pairs = [
        ("【指标】", "复购率"),
        ("【现状】", now),
        ("【目标】", then),
        ("【姓名】", "王芳"),
        ("【标准】", "抽查无差错"),
        ("【上级目标】", "年度营收"),
        ("【日期】", "2199年12月31日"),
        ("【metric】", "churn rate"),
        ("【current】", now),
        ("【target】", then),
        ("【name】", "Ann Lee"),
        ("【criterion】", "the spot check is clean"),
        ("【objective】", "annual revenue"),
        ("【date】", "December 31, 2199"),
    ];
    pairs
        .iter()
        .fold(text.to_string(), |t, (slot, v)| t.replace(slot, v))
}

fn tidy(text: &str) -> String {
    text.replace("  ", " ")
        .trim_start_matches(['，', ',', ' '])
        .trim_end()
        .to_string()
}

fn capital(text: &str) -> String {
    let mut c = text.chars();
    c.next()
        .map(|f| std::iter::once(f.to_ascii_uppercase()).chain(c).collect())
        .unwrap_or_default()
}
