//! Goals that are shown with a verdict before the engine is loaded. They are marked by hand in the
//! texts of the interface; a test holds the marks to the engine.

use super::Segment;
use crate::smart::{Letter, Letters, Verdict};

/// A marked goal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// The five verdicts.
    pub letters: Letters,
    /// The sentence in runs.
    pub segments: Vec<Segment>,
}

impl Judged {
    /// The sentence.
    pub fn text(&self) -> String {
        self.segments
            .iter()
            .map(|segment| segment.text.as_str())
            .collect()
    }
}

/// Reads `PFUUP|s:metric|: words|v:vague`: verdicts in the order of the letters (P pass, F fail,
/// U needs information), then runs with the letter that rests on them, `v` for vague words and
/// nothing for plain ones.
pub fn shown_examples(marked: &str) -> Judged {
    let mut parts = marked.split('|');
    let verdicts: Vec<Verdict> = parts
        .next()
        .unwrap_or_default()
        .chars()
        .map(|c| match c {
            'P' => Verdict::Pass,
            'F' => Verdict::Fail,
            _ => Verdict::Unknown,
        })
        .collect();
    let verdict = |at: usize| verdicts.get(at).copied().unwrap_or_default();
    let letters = Letters {
        s: verdict(0),
        m: verdict(1),
        a: verdict(2),
        r: verdict(3),
        t: verdict(4),
    };
    let run = |part: &str| {
        let (mark, text) = part.split_once(':').unwrap_or(("", part));
        let letter = match mark {
            "s" => Some(Letter::S),
            "m" => Some(Letter::M),
            "a" => Some(Letter::A),
            "r" => Some(Letter::R),
            "t" => Some(Letter::T),
            _ => None,
        };
        Segment {
            text: text.to_owned(),
            letter,
            vague: mark == "v",
        }
    };
    Judged {
        letters,
        segments: parts.map(run).collect(),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::catalogue::{Texts, ui};
    use crate::model::Lang;
    use crate::smart::{self, Context, Input};
    use chrono::NaiveDate;

    #[test]
    fn the_marks_are_the_engine_s_verdicts_on_any_day() {
        for lang in Lang::ALL {
            let texts = Texts::embedded(lang);
            for id in [ui::check::BAD, ui::check::GOOD] {
                let shown = shown_examples(texts.get(id));
                for day in ["2026-01-01", "2026-11-22", "2027-12-30"] {
                    let today: NaiveDate = day.parse().unwrap();
                    let judged = smart::assess(&Input {
                        text: &shown.text(),
                        lang: None,
                        messages: Lang::Zh,
                        today,
                        context: &Context::default(),
                    });
                    assert_eq!(judged.letters, shown.letters, "{} on {day}", shown.text());
                }
            }
        }
    }
}
