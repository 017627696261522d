//! Tags and text of HTML, in one pass that never looks back. Scripts, styles and comments are
//! skipped; what is not well formed is text or nothing, never an error.

use super::entities::decode;

/// An opening tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tag {
    /// In lower case.
    pub(super) name: String,
    /// The text between the name and the end of the tag.
    attributes: String,
}

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Text(String),
    Open(Tag),
    Close(String),
}

/// Elements whose content is nothing to read.
const SILENT: [&str; 8] = [
    "script", "style", "title", "noscript", "template", "svg", "iframe", "object",
];

/// Reads token by token.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// Bytes looked at, for the test that reading is linear.
    pub(super) steps: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(input: &'a str) -> Tokens<'a> {
        Tokens {
            rest: input,
            steps: 0,
        }
    }

    /// Everything up to the first `needle`, which is passed over too; all the rest without one.
    fn until(&mut self, needle: &str) -> &'a str {
        let (before, after) = match self.rest.find(needle) {
            Some(at) => {
                let (before, after) = self.rest.split_at(at);
                (before, after.get(needle.len()..).unwrap_or_default())
            }
            None => (self.rest, ""),
        };
        self.steps += self.rest.len() - after.len();
        self.rest = after;
        before
    }

    /// Passes over the content of a silent element.
    fn silence(&mut self, name: &str) {
        loop {
            self.until("</");
            if self.rest.is_empty() {
                return;
            }
            let found = self
                .rest
                .get(..name.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(name));
            if found {
                self.until(">");
                return;
            }
        }
    }

    /// The tag behind a `<` that opens one.
    fn tag(&mut self) -> Option<Token> {
        let closing = self.rest.starts_with('/');
        let body = self.rest.strip_prefix('/').unwrap_or(self.rest);
        let length = body
            .bytes()
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-'))
            .count();
        let name = body.get(..length)?.to_ascii_lowercase();
        self.rest = body.get(length..)?;
        let attributes = self.attributes().to_owned();
        if closing {
            return Some(Token::Close(name));
        }

        if SILENT.contains(&name.as_str()) && !attributes.ends_with('/') {
            self.silence(&name);
            return None;
        }
        Some(Token::Open(Tag { name, attributes }))
    }

    /// Up to the `>` that ends the tag; one in quotation marks does not.
    fn attributes(&mut self) -> &'a str {
        let mut quote = None;
        let mut end = self.rest.len();
        for (at, b) in self.rest.bytes().enumerate() {
            match (quote, b) {
                (None, b'>') => {
                    end = at;
                    break;
                }
                (None, b'"' | b'\'')
                    if self.rest.as_bytes().get(at.wrapping_sub(1)) == Some(&b'=') =>
                {
                    quote = Some(b)
                }
                (Some(open), b) if open == b => quote = None,
                _ => {}
            }
        }
        let (inside, after) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.steps += inside.len();
        self.rest = after.strip_prefix('>').unwrap_or(after);
        inside
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let Some(body) = self.rest.strip_prefix('<') else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, after) = self.rest.split_at_checked(end)?;
                self.steps += text.len();
                self.rest = after;
                return Some(Token::Text(decode(text)));
            };
            self.steps += 1;
            self.rest = body;
            if let Some(comment) = body.strip_prefix("!--") {
                self.rest = comment;
                self.until("-->");
                continue;
            }
            if body.starts_with(['!', '?']) {
                self.until(">");
                continue;
            }
            let name = body.strip_prefix('/').unwrap_or(body);
            if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                return Some(Token::Text("<".to_owned()));
            }
            if let Some(token) = self.tag() {
                return Some(token);
            }
        }
    }
}

impl Tag {
    /// The depth of one of Word's list paragraphs: `mso-list:l0 level2 lfo1`.
    pub(super) fn list_level(&self) -> Option<u8> {
        let (_, list) = self.attributes.split_once("mso-list:")?;
        let list = list.split([';', '"', '\'']).next()?;
        let (_, level) = list.split_once("level")?;
        let digits: String = level
            .chars()
            .take_while(char::is_ascii_digit)
            .take(2)
            .collect();
        let level: u8 = digits.parse().ok()?;
        Some(level.saturating_sub(1).min(6))
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    fn steps(html: &str) -> usize {
        let mut tokens = Tokens::new(html);
        while tokens.next().is_some() {}
        tokens.steps
    }

    /// Each byte is looked at once, whatever is opened and never closed.
    #[test]
    fn reading_is_linear() {
        for unit in [
            "<p>词</p>",
            "<",
            "<!--",
            "<a href=\"",
            "<script>",
            "</",
            "<style>a</",
            "&amp",
            "<b",
            "<div ' \"",
            "<!",
            "<table><tr><td>",
        ] {
            let text = unit.repeat(200_000 / unit.len());
            let steps = steps(&text);
            assert!(
                steps <= 2 * text.len(),
                "{unit}: {steps} for {}",
                text.len()
            );
        }
    }

    #[test]
    fn broken_html_is_text_or_nothing() {
        let texts = |html: &str| -> String {
            Tokens::new(html)
                .filter_map(|token| match token {
                    Token::Text(text) => Some(text),
                    _ => None,
                })
                .collect()
        };
        assert_eq!(texts("a < b 且 b > c"), "a < b 且 b > c");
        assert_eq!(
            texts("x<script>alert(1)</script>y<SCRIPT src=//a>b</sCript >z"),
            "xyz"
        );
        assert_eq!(
            texts("x<!-- <p>隐藏</p> -->y<![if !supportLists]>1.<![endif]>"),
            "xy1."
        );
        assert_eq!(texts("<p title=\"a>b\">词</p>"), "词");
        assert_eq!(texts("<p title=\"没关"), "");
        assert_eq!(texts("x<style>p{}"), "x");
    }
}
