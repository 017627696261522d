//! Small helpers over folded characters. Reading past the end gives `'\0'`, never a panic.

/// The character at `i`.
pub(crate) fn at(c: &[char], i: usize) -> char {
    c.get(i).copied().unwrap_or('\0')
}

/// The end of `word` when it stands at `i`.
pub(crate) fn lit(c: &[char], i: usize, word: &str) -> Option<usize> {
    let mut k = i;
    for w in word.chars() {
        if at(c, k) != w {
            return None;
        }
        k += 1;
    }
    Some(k)
}

/// The first byte of the character at `i`, to pass over words that cannot match.
fn head(c: &[char], i: usize) -> Option<u8> {
    let mut buf = [0u8; 4];
    c.get(i)
        .and_then(|ch| ch.encode_utf8(&mut buf).as_bytes().first().copied())
}

/// The longest of `words` at `i`: its place in the list and its end.
pub(crate) fn any(c: &[char], i: usize, words: &[&str]) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    let first = head(c, i);
    for (n, w) in words.iter().enumerate() {
        if w.as_bytes().first() == first.as_ref()
            && let Some(e) = lit(c, i, w)
            && best.is_none_or(|b| e > b.1)
        {
            best = Some((n, e));
        }
    }
    best
}

/// Like [`any`], and an ASCII word must end there.
pub(crate) fn any_word(c: &[char], i: usize, words: &[&str]) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    let first = head(c, i);
    for (n, w) in words.iter().enumerate() {
        if w.as_bytes().first() == first.as_ref()
            && let Some(e) = lit(c, i, w)
            && !(at(c, e).is_ascii_alphanumeric()
                && at(c, e.wrapping_sub(1)).is_ascii_alphanumeric())
            && best.is_none_or(|b| e > b.1)
        {
            best = Some((n, e));
        }
    }
    best
}

/// Whether one of `words` ends at `end`; gives its start.
pub(crate) fn ends(c: &[char], end: usize, words: &[&str]) -> Option<usize> {
    words
        .iter()
        .filter_map(|w| {
            let n = w.chars().count();
            let s = end.checked_sub(n)?;
            lit(c, s, w)?;
            let cut = at(c, s).is_ascii_alphabetic() && s > 0 && at(c, s - 1).is_ascii_alphabetic();
            (!cut).then_some(s)
        })
        .min()
}

/// After spaces (no line breaks).
pub(crate) fn skip(c: &[char], mut i: usize) -> usize {
    while matches!(at(c, i), ' ' | '\t' | '\u{a0}' | '\u{3000}') {
        i += 1;
    }
    i
}

/// Before spaces.
pub(crate) fn back(c: &[char], mut i: usize) -> usize {
    while i > 0 && matches!(at(c, i - 1), ' ' | '\t' | '\u{a0}' | '\u{3000}') {
        i -= 1;
    }
    i
}

/// Whether an ASCII word starts at `i`.
pub(crate) fn word_start(c: &[char], i: usize) -> bool {
    i == 0 || !at(c, i - 1).is_ascii_alphanumeric()
}

/// The end of the ASCII word (letters, inner apostrophes and hyphens) at `i`.
pub(crate) fn word_end(c: &[char], mut i: usize) -> usize {
    while at(c, i).is_ascii_alphanumeric()
        || (at(c, i) == '\'' && at(c, i + 1).is_ascii_alphabetic())
    {
        i += 1;
    }
    i
}

/// A Han character.
pub(crate) fn han(ch: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&ch)
}

/// Ends a clause.
pub(crate) fn stop(ch: char) -> bool {
    matches!(
        ch,
        ',' | ';'
            | '.'
            | '!'
            | '?'
            | ':'
            | '、'
            | '。'
            | '\n'
            | '\0'
            | '('
            | ')'
            | '【'
            | '】'
            | '['
            | ']'
            | '"'
            | '·'
    )
}

/// The characters from `a` to `b` as a string, whatever the bounds.
pub(crate) fn slice(c: &[char], a: usize, b: usize) -> String {
    c.get(a..b.min(c.len()))
        .map(|s| s.iter().collect())
        .unwrap_or_default()
}

/// The whole number in ASCII digits at `i`, at most nine of them.
pub(crate) fn digits(c: &[char], i: usize) -> Option<(u32, usize)> {
    let mut v = 0u32;
    let mut k = i;
    while let Some(d) = at(c, k).to_digit(10) {
        if k - i >= 9 {
            return None;
        }
        v = v * 10 + d;
        k += 1;
    }
    (k > i).then_some((v, k))
}
