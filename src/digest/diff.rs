//! The difference between two texts: by character in Chinese, by word elsewhere.

/// What became of a run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both texts.
    Same,
    /// Only in the first.
    Removed,
    /// Only in the second.
    Added,
}

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What became of it.
    pub change: Change,
    /// The words.
    pub text: String,
}

/// Beyond this many pairs of words the middle is shown as replaced: nobody reads such a difference
/// word by word, and the page must not stop for it.
const MOST: usize = 1_000_000;

/// All of both texts in runs: the same and removed ones make up the first, the same and added ones
/// the second.
pub fn difference(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (words(before), words(after));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old
        .iter()
        .skip(head)
        .rev()
        .zip(new.iter().skip(head).rev())
        .take_while(|(a, b)| a == b)
        .count();
    let middle = |words: &[&str]| -> Vec<String> {
        let end = words.len() - tail;
        let kept = words.iter().take(end).skip(head);
        kept.map(|word| (*word).to_owned()).collect()
    };
    let mut out = Runs::default();
    for word in old.iter().take(head) {
        out.push(Change::Same, word);
    }
    compare(&middle(&old), &middle(&new), &mut out);
    for word in old.iter().skip(old.len() - tail) {
        out.push(Change::Same, word);
    }
    out.0
}

/// The longest common row of words, walked from its table.
fn compare(old: &[String], new: &[String], out: &mut Runs) {
    let width = new.len() + 1;
    let mut table = vec![0_u32; 0];
    if old.len().saturating_mul(new.len()) <= MOST {
        table = vec![0; (old.len() + 1) * width];
        for (i, a) in old.iter().enumerate().rev() {
            for (j, b) in new.iter().enumerate().rev() {
                let value = if a == b {
                    at(&table, width, i + 1, j + 1) + 1
                } else {
                    at(&table, width, i + 1, j).max(at(&table, width, i, j + 1))
                };
                if let Some(cell) = table.get_mut(i * width + j) {
                    *cell = value;
                }
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    loop {
        match (old.get(i), new.get(j)) {
            (Some(a), Some(b)) if a == b && !table.is_empty() => {
                out.push(Change::Same, a);
                (i, j) = (i + 1, j + 1);
            }
            (Some(a), b) => {
                let skip_new = at(&table, width, i, j + 1) > at(&table, width, i + 1, j);
                match b {
                    Some(b) if skip_new => {
                        out.push(Change::Added, b);
                        j += 1;
                    }
                    _ => {
                        out.push(Change::Removed, a);
                        i += 1;
                    }
                }
            }
            (None, Some(b)) => {
                out.push(Change::Added, b);
                j += 1;
            }
            (None, None) => return,
        }
    }
}

fn at(table: &[u32], width: usize, i: usize, j: usize) -> u32 {
    table.get(i * width + j).copied().unwrap_or(0)
}

#[derive(Default)]
struct Runs(Vec<Piece>);

impl Runs {
    fn push(&mut self, change: Change, word: &str) {
        match self.0.last_mut() {
            Some(last) if last.change == change => last.text.push_str(word),
            _ => self.0.push(Piece {
                change,
                text: word.to_owned(),
            }),
        }
    }
}

/// Words, figures with their point, single other characters.
fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            c if joins(c) => word_end(rest),
            c if c.is_whitespace() => rest
                .find(|c: char| !c.is_whitespace())
                .unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (word, after) = rest.split_at(end);
        found.push(word);
        rest = after;
    }
    found
}

/// Letters of alphabets and figures make words; Chinese characters stand alone.
fn joins(c: char) -> bool {
    c.is_alphanumeric() && !('\u{2e80}'..='\u{9fff}').contains(&c)
}

fn word_end(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut digit = false;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let inner = match c {
            '.' | ',' => digit && next.is_some_and(|next| next.is_ascii_digit()),
            '-' | '\'' | '’' => next.is_some_and(joins),
            c => joins(c),
        };
        if !inner {
            return at;
        }
        digit = c.is_ascii_digit();
    }
    text.len()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(before: &str, after: &str) -> String {
        difference(before, after)
            .into_iter()
            .map(|piece| match piece.change {
                Change::Same => piece.text,
                Change::Removed => format!("[-{}]", piece.text),
                Change::Added => format!("[+{}]", piece.text),
            })
            .collect()
    }

    #[test]
    fn chinese_is_compared_by_character_and_figures_as_a_whole() {
        assert_eq!(
            shown("从 12 分钟降到 3 分钟", "从 12.5 分钟降到 3 小时"),
            "从 [-12][+12.5] 分钟降到 3 [-分钟][+小时]"
        );
        assert_eq!(
            shown("写明五条目标", "写明六条目标"),
            "写明[-五][+六]条目标"
        );
    }

    #[test]
    fn english_is_compared_by_word() {
        assert_eq!(
            shown(
                "Cut response time to 30 minutes",
                "Cut waiting time to 3 minutes"
            ),
            "Cut [-response][+waiting] time to [-30][+3] minutes"
        );
        assert_eq!(
            shown("the follow-up", "the follow-ups"),
            "the [-follow-up][+follow-ups]"
        );
    }

    #[test]
    fn equal_and_empty_texts() {
        assert_eq!(difference("", ""), []);
        assert_eq!(shown("同", "同"), "同");
        assert_eq!(shown("", "新"), "[+新]");
        assert_eq!(shown("旧", ""), "[-旧]");
    }

    #[test]
    fn huge_texts_are_replaced_in_one_piece() {
        let (old, new) = ("甲乙".repeat(2_000), "丙丁".repeat(2_000));
        let pieces = difference(&old, &new);
        assert_eq!(pieces.len(), 2);
    }

    proptest! {
        #[test]
        fn both_texts_are_in_the_difference(before in "[ab 一二.1-]{0,40}", after in "[ab 一二.1-]{0,40}") {
            let pieces = difference(&before, &after);
            let side = |other: Change| -> String {
                let kept = pieces.iter().filter(|piece| piece.change != other);
                kept.map(|piece| piece.text.as_str()).collect()
            };
            prop_assert_eq!(side(Change::Added), before);
            prop_assert_eq!(side(Change::Removed), after);
        }
    }
}
