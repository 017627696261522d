//! How alike two short texts are: pairs of characters for Chinese, word stems for English.

/// What a text consists of for the comparison: hashes, sorted, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features(Vec<u64>);

/// From 0 (nothing in common) to 1 (the same words).
pub fn similarity(a: &str, b: &str) -> f64 {
    Features::of(a).likeness(&Features::of(b))
}

/// Lower case, half-width, without spaces at the ends: how texts are compared.
pub fn fold(text: &str) -> String {
    let wide = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{2019}' => '\'',
        other => other,
    };
    let folded: String = text
        .chars()
        .map(wide)
        .flat_map(char::to_lowercase)
        .collect();
    folded.trim().to_owned()
}

impl Features {
    /// The features of a text.
    pub fn of(text: &str) -> Features {
        let mut found = Vec::new();
        let folded = fold(text);
        let mut word = String::new();
        let mut before = None;
        for c in folded.chars() {
            if is_han(c) {
                end_word(&mut word, &mut found);
                if let Some(before) = before.replace(c) {
                    found.push(hash([before, c]));
                }
                continue;
            }
            // A single character between others would have no pair at all.
            before = None;
            if c.is_alphanumeric() {
                word.push(c);
            } else {
                end_word(&mut word, &mut found);
            }
        }
        end_word(&mut word, &mut found);
        if found.is_empty() {
            found.extend(folded.chars().filter(|c| is_han(*c)).map(|c| hash([c])));
        }
        found.sort_unstable();
        found.dedup();
        Features(found)
    }

    /// The hashes.
    pub fn hashes(&self) -> &[u64] {
        &self.0
    }

    /// From 0 to 1: twice what both have, by what each has.
    pub fn likeness(&self, other: &Features) -> f64 {
        let all = self.0.len() + other.0.len();
        if all == 0 {
            return 0.0;
        }
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut both = 0u32;
        while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
            match left.cmp(right) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    both += 1;
                    a.next();
                    b.next();
                }
            }
        }
        // Texts are short: the count fits.
        f64::from(2 * both) / u32::try_from(all).map_or(f64::INFINITY, f64::from)
    }
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

fn end_word(word: &mut String, found: &mut Vec<u64>) {
    if word.is_empty() {
        return;
    }
    if !EMPTY.contains(&word.as_str()) {
        found.push(hash(stem(word).chars()));
    }
    word.clear();
}

/// Words that say nothing by themselves.
const EMPTY: [&str; 14] = [
    "a", "an", "and", "the", "of", "for", "to", "in", "on", "with", "our", "your", "we", "how",
];

/// The word without the usual endings; the same for "tracking", "tracks" and "tracked".
fn stem(word: &str) -> &str {
    const ENDS: [&str; 12] = [
        "isation", "ization", "ments", "ment", "ising", "izing", "ings", "ing", "ies", "ed", "es",
        "s",
    ];
    for end in ENDS {
        if let Some(rest) = word.strip_suffix(end)
            && rest.len() >= 4
        {
            return rest.trim_end_matches('e');
        }
    }
    word.trim_end_matches(['e', 'y'])
}

/// FNV-1a over characters.
fn hash(chars: impl IntoIterator<Item = char>) -> u64 {
    chars.into_iter().fold(0xcbf2_9ce4_8422_2325, |sum, c| {
        (sum ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_the_same_text() {
        assert!((similarity("刷新会员分层", "刷新会员分层。") - 1.0).abs() < 1e-9);
        assert!((similarity("Tracking progress", "track the Progress") - 1.0).abs() < 1e-9);
        assert!(similarity("刷新会员分层", "处理客诉") < 0.01);
        assert!(similarity("", "处理客诉") < 0.01);
    }

    #[test]
    fn near_texts_are_near() {
        assert!(similarity("每日刷新会员分层并推送名单", "刷新会员分层，推送名单") > 0.7);
        assert!(similarity("Prepare the weekly report", "Prepare weekly reports") > 0.9);
        assert!(similarity("制定季度运营计划", "跟踪季度预算执行") < 0.5);
    }

    #[test]
    fn one_character_is_compared_too() {
        assert!((similarity("岗", "岗") - 1.0).abs() < 1e-9);
    }
}
