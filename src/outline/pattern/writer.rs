//! Joins words and values into spans.

use super::english::Case;
use crate::model::Lang;
use crate::outline::Span;

/// Joins words and values: no double punctuation, no empty brackets, no stray spaces.
///
/// The rules look only at the joints. What a user typed stays as it is, except that a full stop
/// or comma at its end yields to the pattern's own.
pub(super) struct Writer {
    lang: Lang,
    spans: Vec<Span>,
    /// The last thing written is a user's value.
    after_value: bool,
}

impl Writer {
    pub(super) fn new(lang: Lang) -> Writer {
        Writer {
            lang,
            spans: Vec::new(),
            after_value: false,
        }
    }

    fn last_char(&self) -> Option<char> {
        self.spans
            .last()
            .and_then(|span| span.text().chars().last())
    }

    pub(super) fn words(&mut self, words: &str) {
        let after_value = std::mem::take(&mut self.after_value);
        let mut words = words;
        loop {
            let Some(first) = words.chars().next() else {
                return;
            };
            let rest = &words[first.len_utf8()..];
            let Some(last) = self.last_char() else {
                // Nothing before it: a sentence does not open with a comma or a space.
                if is_mark(first) || first == ' ' {
                    words = rest;
                    continue;
                }
                break;
            };
            if is_closing(first) && is_opening(last) {
                self.trim_last(is_opening);
                words = rest;
            } else if (is_mark(first) && is_opening(last))
                || (matches!(first, '。' | '.') && is_final(last))
            {
                words = rest;
            } else if (is_mark(first) || is_closing(first)) && self.yields(last, first) {
                self.trim_last(is_mark);
            } else if (is_mark(first) || is_closing(first)) && last == ' ' {
                self.trim_last(|c| c == ' ');
            } else if first == ' ' && (last == ' ' || is_opening(last) || self.is_wide(last)) {
                words = rest;
            } else {
                break;
            }
        }
        if words.chars().next().is_some_and(is_han) {
            self.space_before_han();
        }
        if after_value && words.chars().next().is_some_and(|c| !is_mark(c)) {
            // A value that ends as a sentence goes on here.
            self.trim_value_end();
        }
        self.plain(words);
    }

    /// The mark at the end gives way to the one that follows; an English abbreviation keeps its
    /// full stop before anything but another.
    fn yields(&self, last: char, next: char) -> bool {
        is_mark(last)
            && (self.lang == Lang::Zh || last != '.' || next == '.' || !self.abbreviated())
    }

    /// The last word is an abbreviation with its full stop.
    fn abbreviated(&self) -> bool {
        ends_short(self.spans.last().map_or("", Span::text))
    }

    /// A space after a wide character says nothing in Chinese.
    fn is_wide(&self, c: char) -> bool {
        self.lang == Lang::Zh && u32::from(c) > 0x2e80
    }

    pub(super) fn value(&mut self, text: &str, case: Case) {
        let mut text = one_line(text, self.lang);
        if self.lang == Lang::En {
            text = case.set(text, self.inside());
        }
        if self.lang == Lang::Zh && text.starts_with('周') && self.ends_with("每周") {
            // 每周 and 周一 are 每周一.
            text.remove(0);
        }
        if self.lang == Lang::Zh && self.ends_with("为了") {
            // 为了 and 为了让 are 为了让.
            let bare = text
                .strip_prefix("为了")
                .or_else(|| text.strip_prefix('为'));
            text = bare.map_or(text.clone(), str::to_owned);
        }
        let first = text.chars().next();
        let word = first.is_some_and(|c| self.is_wide(c));
        if self.lang == Lang::Zh && word && self.last_char() == Some(' ') {
            self.trim_last(|c| c == ' ');
        } else if self.lang == Lang::Zh
            && !word
            && first.is_some_and(is_latin)
            && self.last_char().is_some_and(is_han)
        {
            self.plain(" ");
        }
        if first.is_some_and(is_han) {
            self.space_before_han();
        }
        self.plain(&text);
        self.after_value = true;
    }

    /// A sentence has begun and not ended.
    fn inside(&self) -> bool {
        self.spans
            .iter()
            .rev()
            .flat_map(|span| span.text().chars().rev())
            .find(|c| *c != ' ')
            .is_some_and(|c| !is_final(c) && c != '.')
    }

    fn ends_with(&self, words: &str) -> bool {
        self.spans
            .last()
            .is_some_and(|span| span.text().ends_with(words))
    }

    /// The mark of something that is gone, after the values that are there.
    pub(super) fn also_missing(&mut self, span: Span) {
        self.plain(match self.lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        });
        self.missing(span);
    }

    /// Latin letters and figures stand one space apart from Chinese characters.
    fn space_before_han(&mut self) {
        if self.lang == Lang::Zh && self.last_char().is_some_and(is_latin) {
            self.plain(" ");
        }
    }

    pub(super) fn missing(&mut self, span: Span) {
        if span.text().chars().next().is_some_and(|c| self.is_wide(c)) {
            self.trim_last(|c| c == ' ');
        }
        self.spans.push(span);
        self.after_value = false;
    }

    fn plain(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if let Some(Span::Text(last)) = self.spans.last_mut() {
            last.push_str(text);
        } else {
            self.spans.push(Span::Text(text.to_owned()));
        }
    }

    /// Takes one character off the end.
    fn trim_last(&mut self, what: impl Fn(char) -> bool) {
        if let Some(Span::Text(last)) = self.spans.last_mut() {
            if last.chars().last().is_some_and(what) {
                last.pop();
            }
            if last.is_empty() {
                self.spans.pop();
            }
        }
    }

    fn trim_value_end(&mut self) {
        if self.lang == Lang::Zh {
            self.trim_last(|c| c == '。');
        }
    }

    pub(super) fn finish(mut self) -> Vec<Span> {
        self.trim_last(|c| c == ' ');
        self.trim_last(|c| "，、；：,;:".contains(c));
        // Only punctuation left: nothing was said.
        let says = self
            .spans
            .iter()
            .any(|span| span.text().chars().any(|c| c.is_alphanumeric() || c == '_'));
        if says { self.spans } else { Vec::new() }
    }
}

/// The text ends with an abbreviation, whose full stop belongs to it.
pub(crate) fn ends_short(text: &str) -> bool {
    const SHORT: [&str; 8] = ["etc", "inc", "ltd", "co", "corp", "approx", "dept", "vs"];
    let word = text.trim_end_matches('.').rsplit(' ').next();
    let word = word.unwrap_or_default().to_lowercase();
    word.contains('.') || SHORT.contains(&word.as_str())
}

/// Lines of a longer text as one sentence.
pub(crate) fn one_line(text: &str, lang: Lang) -> String {
    let mut out = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match out.chars().last() {
            None => {}
            Some(last) if is_mark(last) || is_final(last) => {
                out.push_str(match lang {
                    Lang::Zh => "",
                    Lang::En => " ",
                });
            }
            Some(_) => out.push_str(match lang {
                Lang::Zh => "；",
                Lang::En => "; ",
            }),
        }
        out.push_str(line);
    }
    out
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c) || ('\u{f900}'..='\u{faff}').contains(&c)
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '%'
}

fn is_mark(c: char) -> bool {
    "，。；：、,;:.".contains(c)
}

fn is_final(c: char) -> bool {
    "。！？!?".contains(c)
}

fn is_opening(c: char) -> bool {
    "（(“「《".contains(c)
}

fn is_closing(c: char) -> bool {
    "）)”」》".contains(c)
}
