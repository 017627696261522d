//! XML text that Word accepts.

use std::fmt::Write as _;

/// Text for an element or attribute: marks escaped, characters that XML 1.0 forbids left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            c if c < ' ' || matches!(c, '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

/// `<w:t>` with line breaks for the lines of the text.
pub(super) fn text(out: &mut String, text: &str) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push_str("<w:br/>");
        }
        let line = line.replace('\t', " ");
        let _ = write!(
            out,
            "<w:t xml:space=\"preserve\">{}</w:t>",
            escape(line.trim_end_matches('\r'))
        );
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn forbidden_characters_are_dropped() {
        assert_eq!(
            escape("a\u{0}\u{b}\u{1f}<b>&\"\u{ffff}"),
            "a&lt;b&gt;&amp;&quot;"
        );
    }

    #[test]
    fn lines_become_breaks() {
        let mut out = String::new();
        text(&mut out, "一\n二");
        assert_eq!(
            out,
            "<w:t xml:space=\"preserve\">一</w:t><w:br/><w:t xml:space=\"preserve\">二</w:t>"
        );
    }
}
