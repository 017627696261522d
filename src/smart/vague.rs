//! Words that promise nothing, in any text.

use super::fold::fold;
use super::lexicon::{class, tokens};
use super::text::slice;

/// A word that sounds like a promise and cannot be checked.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct VagueWord {
    /// As it is written.
    pub text: String,
    /// Where it begins, in characters.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
}

/// All of them, in order: of degree, of time, and slogans.
#[must_use]
pub fn vague_words(text: &str) -> Vec<VagueWord> {
    let shown: Vec<char> = text.chars().collect();
    tokens(&fold(text))
        .into_iter()
        .filter(|token| token.is(class::VAGUE | class::VTIME | class::SLOGAN))
        .map(|token| VagueWord {
            text: slice(&shown, token.start, token.end),
            start: token.start,
            end: token.end,
        })
        .collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn vague_words_are_found_where_they_stand() {
        let words: Vec<String> = vague_words("定期复盘，大幅提升体验，每周一看数据")
            .into_iter()
            .map(|word| word.text)
            .collect();
        assert_eq!(words, ["定期", "大幅"]);
        assert_eq!(vague_words("Respond asap")[0].start, 8);
    }
}
