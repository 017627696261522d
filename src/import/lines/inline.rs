//! Signs inside a line that only format it: bold, code, links.

/// The words of a line without Markdown's signs; a link keeps its address behind its words.
pub(crate) fn without_marks(line: &str) -> String {
    if !line.contains(['*', '_', '`', '[', '\\']) {
        return line.to_owned();
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        if let Some((words, address, after)) = link(rest) {
            out.push_str(words);
            if !address.is_empty() && address != words {
                out.push_str(&format!(" ({address})"));
            }
            rest = after;
            continue;
        }
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '*' | '_' if rest.starts_with(if c == '*' { "**" } else { "__" }) => {
                rest = rest.trim_start_matches(c);
            }
            // One star around words is emphasis; between figures it multiplies.
            '*' if emphasises(&out, after) => rest = after,
            '`' => rest = rest.trim_start_matches('`'),
            '\\' if after.starts_with(|c: char| c.is_ascii_punctuation()) => {
                out.extend(after.chars().next());
                rest = after.get(1..).unwrap_or_default();
            }
            _ => {
                out.push(c);
                rest = after;
            }
        }
    }
    out
}

fn emphasises(before: &str, after: &str) -> bool {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic());
    let open = word(after.chars().next());
    let close = word(before.chars().next_back());
    open != close || open && close && !before.ends_with(|c: char| c.is_ascii())
}

/// `[words](address)` or `![words](address)` at the start, and what follows.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let inner = text.strip_prefix('!').unwrap_or(text).strip_prefix('[')?;
    // Bounded, so that a line of brackets costs no more than any other.
    let close = inner
        .char_indices()
        .take(200)
        .find(|(_, c)| matches!(c, ']' | '['))?;
    let (words, rest) = inner.split_at(close.0);
    let address = rest.strip_prefix("](")?;
    let end = address
        .char_indices()
        .take(500)
        .find(|(_, c)| matches!(c, ')' | '('))?;
    let (address, rest) = address.split_at(end.0);
    Some((words, address.trim(), rest.strip_prefix(')')?))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn words_stay_signs_go() {
        for (line, expected) in [
            ("**岗位**：__职责__", "岗位：职责"),
            (
                "见[制度](https://a.b/c)第 3 条",
                "见制度 (https://a.b/c)第 3 条",
            ),
            ("`SELECT *` 取数", "SELECT * 取数"),
            ("3 * 4 = 12", "3 * 4 = 12"),
            ("snake_case_name", "snake_case_name"),
            ("*重点*做", "重点做"),
            ("[[[[", "[[[["),
            ("\\*不是\\*", "*不是*"),
        ] {
            assert_eq!(without_marks(line), expected);
        }
    }
}
