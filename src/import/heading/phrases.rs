//! The known headings, arranged so that asking costs little.

use super::{Found, plain};
use crate::catalogue::{self, KINDS, SECTIONS, Texts};
use crate::import::steps::took;
use crate::text::Features;
use std::collections::BTreeMap;

const ZH: &str = include_str!("../../../catalogue/lexicon/headings.zh.tsv");
const EN: &str = include_str!("../../../catalogue/lexicon/headings.en.tsv");

/// A heading that is known.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) section: &'static str,
    /// 1 for the catalogue's own names, less for what only suggests the section.
    pub(super) weight: f64,
    /// In characters.
    pub(super) length: usize,
    text: String,
    features: Features,
}

/// All of them, by their words, first characters and features.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    all: Vec<Phrase>,
    same: BTreeMap<String, Vec<usize>>,
    first: BTreeMap<char, Vec<usize>>,
    feature: BTreeMap<u64, Vec<usize>>,
}

impl Phrases {
    pub(super) fn new(texts: &[&Texts]) -> Phrases {
        let mut phrases = Phrases::default();
        for texts in texts {
            for def in SECTIONS.iter() {
                phrases.add(def.id, texts.get(def.name), 1.0);
            }
            phrases.chapters(texts);
        }
        for line in ZH.lines().chain(EN.lines()) {
            let Some((id, list)) = line.split_once('\t') else {
                continue;
            };
            let Some(def) = catalogue::section(id) else {
                continue;
            };
            for text in list.split('|') {
                phrases.add(def.id, text, 0.98);
            }
        }
        phrases
    }

    /// A chapter's heading stands for its sections, the first one most.
    fn chapters(&mut self, texts: &Texts) {
        for kind in KINDS.iter() {
            for profile in kind.profiles {
                for chapter in profile.chapters {
                    let heading = texts.get(chapter.heading);
                    for (n, section) in chapter.sections.iter().enumerate() {
                        let weight = match n {
                            0 => 0.94,
                            1 => 0.74,
                            _ => 0.6,
                        };
                        self.add(section, heading, weight);
                    }
                }
            }
        }
    }

    fn add(&mut self, section: &'static str, text: &str, weight: f64) {
        let text = plain(text);
        if text.is_empty() {
            return;
        }
        let there = self.same.get(&text).into_iter().flatten();
        let known = there
            .copied()
            .find(|at| self.all.get(*at).is_some_and(|p| p.section == section));
        if let Some(phrase) = known.and_then(|at| self.all.get_mut(at)) {
            phrase.weight = phrase.weight.max(weight);
            return;
        }
        let at = self.all.len();
        let features = Features::of(&text);
        if let Some(first) = text.chars().next() {
            self.first.entry(first).or_default().push(at);
        }
        for feature in features.hashes() {
            self.feature.entry(*feature).or_default().push(at);
        }
        self.same.entry(text.clone()).or_default().push(at);
        self.all.push(Phrase {
            section,
            weight,
            length: text.chars().count(),
            text,
            features,
        });
    }

    /// The phrases that are this text.
    pub(super) fn same(&self, plain: &str) -> impl Iterator<Item = &Phrase> {
        let places = self.same.get(plain).into_iter().flatten();
        places.filter_map(|at| self.all.get(*at))
    }

    /// The phrases that stand in the text, with the character they begin at.
    pub(super) fn within(&self, plain: &str) -> Vec<Found<'_>> {
        let mut found = Vec::new();
        let mut before = ' ';
        for (n, (at, c)) in plain.char_indices().enumerate() {
            let inside = before.is_ascii_alphanumeric() && c.is_ascii_alphanumeric();
            before = c;
            if inside {
                continue;
            }
            let rest = plain.get(at..).unwrap_or_default();
            for index in self.first.get(&c).into_iter().flatten() {
                took(1);
                let Some(phrase) = self.all.get(*index) else {
                    continue;
                };
                let Some(after) = rest.strip_prefix(phrase.text.as_str()) else {
                    continue;
                };
                let cut = phrase.text.ends_with(|c: char| c.is_ascii_alphanumeric())
                    && after.starts_with(|c: char| c.is_ascii_alphanumeric());
                if phrase.length > 1 && !cut {
                    found.push((n, phrase));
                }
            }
        }
        found
    }

    /// The phrases that read alike, with how much.
    pub(super) fn like(&self, features: &Features) -> Vec<(&Phrase, f64)> {
        let mut places: Vec<usize> = features
            .hashes()
            .iter()
            .filter_map(|feature| self.feature.get(feature))
            .flatten()
            .copied()
            .collect();
        took(places.len());
        places.sort_unstable();
        places.dedup();
        places
            .into_iter()
            .filter_map(|at| self.all.get(at))
            .map(|phrase| (phrase, phrase.features.likeness(features)))
            .collect()
    }
}
