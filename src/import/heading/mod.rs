//! Which section type a heading belongs to: by the catalogue's names and chapter headings, by the
//! headings that people write (`catalogue/lexicon/headings.*.tsv`), and by wording.

mod phrases;

use crate::catalogue::Texts;
use crate::text::{Features, fold};
use phrases::{Phrase, Phrases};

/// A section type that a heading may stand for.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Guess {
    /// The section type.
    pub section: &'static str,
    /// From 0 to 1.
    pub confidence: f64,
}

/// How sure a guess is, in the steps that a reader is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// Better look.
    Doubtful,
    /// Probably.
    Likely,
    /// As good as certain.
    Sure,
}

impl Sureness {
    /// The step of a confidence.
    pub fn of(confidence: f64) -> Sureness {
        if confidence >= SURE {
            Sureness::Sure
        } else if confidence >= LIKELY {
            Sureness::Likely
        } else {
            Sureness::Doubtful
        }
    }
}

/// From here on a guess is shown as sure.
pub(crate) const SURE: f64 = 0.8;
/// From here on a guess is shown as likely.
pub(crate) const LIKELY: f64 = 0.55;
/// Below it a heading is taken for no section's.
const LEAST: f64 = 0.38;
/// Longer texts are no headings.
pub(crate) const LONGEST: usize = 60;
/// How many guesses are worth showing.
const MOST: usize = 5;

/// All that is known about headings, ready to be asked.
#[derive(Debug)]
pub struct Headings(Phrases);

impl Headings {
    /// The headings of the lexicon and of these languages' catalogues.
    pub fn new(texts: &[&Texts]) -> Headings {
        Headings(Phrases::new(texts))
    }

    /// The likeliest section types of a heading, the best first; none when nothing fits.
    pub fn guess(&self, heading: &str) -> Vec<Guess> {
        let (lead, rest) = bracketed(heading);
        let mut scores = Scores::default();
        if let Some(lead) = lead {
            self.score(lead, 1.0, &mut scores);
        }
        // What follows a heading in brackets is its content: it counts, but not as much.
        let weight = if scores.best() >= SURE { 0.5 } else { 1.0 };
        self.score(rest, weight, &mut scores);
        scores.guesses()
    }

    /// The section of which this is a heading word for word.
    pub fn exact(&self, heading: &str) -> Option<Guess> {
        let plain = plain(heading);
        let mut scores = Scores::default();
        for phrase in self.0.same(&plain) {
            scores.add(phrase.section, phrase.weight);
        }
        scores.guesses().into_iter().next()
    }

    /// How many characters of a line are a known heading that the line begins with; the longest.
    pub fn prefix(&self, line: &str) -> Option<usize> {
        let chars: Vec<char> = line.chars().take(16).collect();
        (4..=chars.len())
            .rev()
            .find(|n| {
                let start: String = chars.iter().take(*n).collect();
                self.0
                    .same(&plain(&start))
                    .any(|phrase| phrase.weight >= 0.9)
            })
            .filter(|n| *n < line.chars().count())
    }

    fn score(&self, heading: &str, weight: f64, scores: &mut Scores) {
        let plain = plain(heading);
        let length = plain.chars().count();
        if length == 0 || length > LONGEST {
            return;
        }
        for phrase in self.0.same(&plain) {
            scores.add(phrase.section, weight * phrase.weight);
        }
        let segments = segments(&plain);
        for (at, phrase) in self.0.within(&plain) {
            let part = phrase.length as f64;
            let whole = 0.5 + 0.42 * part / length as f64;
            let end = if at + phrase.length == length {
                0.05
            } else {
                0.0
            };
            let own = segments
                .iter()
                .enumerate()
                .filter(|(_, (from, to))| *from <= at && at + phrase.length <= *to)
                .map(|(n, (from, to))| {
                    0.42 + 0.46 * part / (to - from) as f64 - 0.02 * n.min(4) as f64
                })
                .fold(0.0, f64::max);
            scores.add(
                phrase.section,
                weight * phrase.weight * (whole + end).max(own).min(0.96),
            );
        }
        for (phrase, likeness) in self.0.like(&Features::of(&plain)) {
            scores.add(phrase.section, weight * phrase.weight * 0.78 * likeness);
        }
    }
}

/// Where the parts of a heading are that "and" and the like join, in characters.
fn segments(plain: &str) -> Vec<(usize, usize)> {
    let chars: Vec<char> = plain.chars().collect();
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in chars.iter().enumerate() {
        if matches!(c, '与' | '和' | '及' | '、' | '/' | '&' | ',') {
            if at > start {
                found.push((start, at));
            }
            start = at + 1;
        }
    }
    if start > 0 && chars.len() > start {
        found.push((start, chars.len()));
    }
    found
}

/// 【Heading】 and what follows it.
fn bracketed(heading: &str) -> (Option<&str>, &str) {
    let inner = heading.trim().strip_prefix('【');
    match inner.and_then(|inner| inner.split_once('】')) {
        Some((lead, rest)) => (Some(lead), rest),
        None => (None, heading),
    }
}

/// Letters, figures and what joins them; nothing that only decorates.
pub(crate) fn plain(heading: &str) -> String {
    let folded = fold(heading).replace(" and ", " & ");
    let mut out = String::with_capacity(folded.len());
    let mut gap = false;
    for c in folded.chars() {
        let joins = matches!(c, '、' | '/' | '&' | ',');
        if !(c.is_alphanumeric() || joins || c == '\'' || c == ':' && !out.is_empty()) {
            gap = true;
            continue;
        }
        // Spaces stand between Latin words only.
        let latin = |c: char| c.is_ascii_alphanumeric() || c == '\'';
        if gap && latin(c) && out.chars().next_back().is_some_and(latin) {
            out.push(' ');
        }
        gap = false;
        out.push(c);
    }
    out.truncate(out.trim_end_matches([':', '、', '/', '&', ',', ' ']).len());
    out
}

/// The best score of each section.
#[derive(Default)]
struct Scores(Vec<Guess>);

impl Scores {
    fn add(&mut self, section: &'static str, confidence: f64) {
        match self.0.iter_mut().find(|guess| guess.section == section) {
            Some(guess) => guess.confidence = guess.confidence.max(confidence),
            None => self.0.push(Guess {
                section,
                confidence,
            }),
        }
    }

    fn best(&self) -> f64 {
        self.0
            .iter()
            .map(|guess| guess.confidence)
            .fold(0.0, f64::max)
    }

    fn guesses(mut self) -> Vec<Guess> {
        self.0.retain(|guess| guess.confidence >= LEAST);
        self.0.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        self.0.truncate(MOST);
        for guess in &mut self.0 {
            // Two decimals are more than is known.
            guess.confidence = (guess.confidence * 100.0).round() / 100.0;
        }
        self.0
    }
}

/// Used where only a part of a phrase matters.
type Found<'a> = (usize, &'a Phrase);

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn decoration_is_no_part_of_a_heading() {
        assert_eq!(plain("**岗位职责**："), "岗位职责");
        assert_eq!(
            plain("Roles and Responsibilities:"),
            "roles&responsibilities"
        );
        assert_eq!(plain("设置关键绩效指标（KPI）"), "设置关键绩效指标kpi");
        assert_eq!(plain("KPI 指标"), "kpi指标");
    }

    #[test]
    fn parts_are_found() {
        assert_eq!(segments("职责与目标"), [(0, 2), (3, 5)]);
        assert_eq!(segments("目标"), []);
    }
}
