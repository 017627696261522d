//! A judged sentence cut into runs, each with the letter it is evidence for.

use crate::smart::{Assessment, Letter};
use crate::sorted::sort_by_key;

/// A run of the sentence drawn in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The words.
    pub text: String,
    /// The letter that rests on them.
    pub letter: Option<Letter>,
    /// Words that promise nothing.
    pub vague: bool,
}

/// Cuts the sentence at the ends of evidence and of vague words. The runs joined are the sentence.
/// Where evidence overlaps, the shorter run wins: it is the more precise.
pub fn segments(text: &str, assessment: &Assessment) -> Vec<Segment> {
    let chars: Vec<char> = text.chars().collect();
    let mut letters: Vec<Option<Letter>> = vec![None; chars.len()];
    let mut evidence: Vec<_> = assessment.evidence.iter().collect();
    sort_by_key(&mut evidence, |e| {
        std::cmp::Reverse(e.end.saturating_sub(e.start))
    });
    for e in evidence {
        for slot in letters.iter_mut().take(e.end).skip(e.start) {
            *slot = Some(e.letter);
        }
    }
    let mut vague = vec![false; chars.len()];
    let words = assessment
        .findings
        .iter()
        .filter(|f| f.rule.starts_with('V') || f.rule == "T02");
    for finding in words {
        for slot in vague.iter_mut().take(finding.end).skip(finding.start) {
            *slot = true;
        }
    }
    let mut runs: Vec<Segment> = Vec::new();
    for ((c, letter), vague) in chars.into_iter().zip(letters).zip(vague) {
        match runs
            .last_mut()
            .filter(|run| run.letter == letter && run.vague == vague)
        {
            Some(run) => run.text.push(c),
            None => runs.push(Segment {
                text: c.to_string(),
                letter,
                vague,
            }),
        }
    }
    runs
}
