//! Texts made short enough for one page.

/// The first sentence of the first line.
pub(super) fn first_sentence(text: &str) -> &str {
    let line = text.trim().lines().next().unwrap_or_default().trim();
    let end = line.char_indices().find(|(at, c)| {
        let next = line
            .get(at + c.len_utf8()..)
            .and_then(|rest| rest.chars().next());
        *c == '。' || (*c == '.' && next.is_none_or(char::is_whitespace))
    });
    end.and_then(|(at, c)| line.get(..at + c.len_utf8()))
        .unwrap_or(line)
}

/// A text of at most this width; a Chinese character is as wide as two Latin letters.
pub(super) fn cut(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let wide = |c: char| if c.is_ascii() { 1 } else { 2 };
    if line.chars().map(wide).sum::<usize>() <= most {
        return line;
    }
    let mut room = most.saturating_sub(2);
    let kept = line.chars().take_while(|c| {
        let fits = wide(*c) <= room;
        room = room.saturating_sub(wide(*c));
        fits
    });
    let kept: String = kept.collect();
    // Latin words are not cut in two.
    let kept = match kept.rsplit_once(' ') {
        Some((head, tail)) if tail.is_ascii() && head.len() > kept.len() / 2 => head.to_owned(),
        _ => kept,
    };
    format!("{}…", kept.trim_end())
}
