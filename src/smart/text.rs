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

/// The longest of `words` at `i`: its place in the list and its end.
pub(crate) fn any(c: &[char], i: usize, words: &[&str]) -> Option<(usize, usize)> {
    longest(c, i, words, false)
}

/// Like [`any`], and an ASCII word must end there.
pub(crate) fn any_word(c: &[char], i: usize, words: &[&str]) -> Option<(usize, usize)> {
    longest(c, i, words, true)
}

/// The first and last byte of a character: most words of a list fall at them.
fn border(ch: char) -> (u8, u8, usize) {
    let mut buf = [0u8; 4];
    let bytes = ch.encode_utf8(&mut buf).as_bytes();
    match bytes {
        [one] => (*one, *one, 1),
        [first, .., last] => (*first, *last, bytes.len()),
        [] => (0, 0, 1),
    }
}

fn longest(c: &[char], i: usize, words: &[&str], whole: bool) -> Option<(usize, usize)> {
    let (first, last, n) = border(*c.get(i)?);
    let mut best: Option<(usize, usize)> = None;
    for (place, w) in words.iter().enumerate() {
        let bytes = w.as_bytes();
        if bytes.first() == Some(&first)
            && bytes.get(n - 1) == Some(&last)
            && let Some(e) = lit(c, i, w)
            && best.is_none_or(|b| e > b.1)
            && !(whole
                && at(c, e).is_ascii_alphanumeric()
                && at(c, e.wrapping_sub(1)).is_ascii_alphanumeric())
        {
            best = Some((place, e));
        }
    }
    best
}

/// Whether one of `words` ends at `end`; gives its start, of several the first.
pub(crate) fn ends(c: &[char], end: usize, words: &[&str]) -> Option<usize> {
    let (first, last, n) = border(*c.get(end.checked_sub(1)?)?);
    let mut best: Option<usize> = None;
    for w in words {
        let bytes = w.as_bytes();
        if bytes.last() != Some(&last)
            || bytes.len().checked_sub(n).and_then(|k| bytes.get(k)) != Some(&first)
        {
            continue;
        }
        let mut s = end;
        let same = w.chars().rev().all(|ch| {
            let hit = s > 0 && at(c, s - 1) == ch;
            s -= usize::from(hit);
            hit
        });
        let cut = at(c, s).is_ascii_alphabetic() && s > 0 && at(c, s - 1).is_ascii_alphabetic();
        if same && !cut && best.is_none_or(|b| s < b) {
            best = Some(s);
        }
    }
    best
}

/// Whether the characters from `a` to `b` are exactly `word`.
pub(crate) fn same(c: &[char], a: usize, b: usize, word: &str) -> bool {
    lit(c, a, word) == Some(b)
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
