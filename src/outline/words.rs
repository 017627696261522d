//! Work on finished words: joining, comparing, taking a name off a sentence.

use super::Span;
use crate::model::Lang;

/// A sentence without the name that it opens with.
pub(super) struct Unnamed {
    /// What stood in brackets after the name.
    pub(super) bracket: String,
    /// The mark between name and rest ends a sentence.
    pub(super) ended: bool,
    pub(super) rest: Vec<Span>,
}

impl Unnamed {
    /// Under a heading with the name.
    pub(super) fn under(&self, lang: Lang) -> Vec<Span> {
        let mut spans = Vec::new();
        if !self.bracket.is_empty() {
            spans.push(Span::Text(format!("{}{}", self.bracket, stop(lang))));
            if lang == Lang::En && !self.rest.is_empty() {
                spans.push(Span::Text(" ".into()));
            }
        }
        spans.extend(capital(self.rest.clone()));
        capital(merge(spans))
    }

    /// After the name in bold.
    pub(super) fn beside(&self, lang: Lang) -> Vec<Span> {
        let start = match (self.bracket.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::Zh) => format!("（{}）", self.bracket),
            (false, Lang::En) => format!(" ({})", self.bracket),
        };
        let mark = match (self.rest.is_empty(), self.ended, lang) {
            (true, ..) => stop(lang),
            (false, true, Lang::Zh) => "。",
            (false, true, Lang::En) => ". ",
            (false, false, _) => colon(lang),
        };
        let mut spans = vec![Span::Text(format!("{start}{mark}"))];
        spans.extend(self.rest.clone());
        merge(spans)
    }
}

/// Takes the name off: `客服主管（2 人）：答复客户。` None when the sentence does not open with it.
pub(super) fn without_name(spans: &[Span], name: &str, lang: Lang) -> Option<Unnamed> {
    let Some(Span::Text(first)) = spans.first() else {
        return None;
    };
    let text = first.strip_prefix(name)?.trim_start();
    let (open, close) = match lang {
        Lang::Zh => ('（', '）'),
        Lang::En => ('(', ')'),
    };
    // A bracket that ends in another span stays.
    let (bracket, text) = text
        .strip_prefix(open)
        .and_then(|inner| closing(inner, open, close))
        .map_or(("", text), |(bracket, after)| (bracket.trim(), after));
    let ended = text.trim_start().starts_with(['。', '.']);
    let mut rest = spans.to_vec();
    if let Some(first) = rest.first_mut() {
        *first = Span::Text(without_link(text, lang).to_owned());
    }
    rest.retain(|span| !span.text().trim().is_empty());
    Some(Unnamed {
        bracket: bracket.to_owned(),
        ended,
        rest,
    })
}

/// The text up to the bracket that closes, and what follows.
fn closing(text: &str, open: char, close: char) -> Option<(&str, &str)> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close && depth == 0 {
            return Some((text.get(..at)?, text.get(at + c.len_utf8()..)?));
        } else if c == close {
            depth -= 1;
        }
    }
    None
}

/// Without the mark or word that joins a name to what is said about it.
fn without_link(text: &str, lang: Lang) -> &str {
    let text = text.trim_start_matches(|c: char| "：:。.，,；;、 ".contains(c));
    let links: &[&str] = match lang {
        Lang::Zh => &["是指"],
        Lang::En => &["is ", "are ", "means "],
    };
    links
        .iter()
        .find_map(|link| text.strip_prefix(link))
        .unwrap_or(text)
}

/// The first letter as at the start of a sentence.
pub(super) fn capital(mut spans: Vec<Span>) -> Vec<Span> {
    if let Some(Span::Text(first)) = spans.first_mut() {
        *first = capital_of(first);
    }
    spans
}

pub(super) fn capital_of(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(initial) => initial.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// Without these words at the start.
pub(super) fn without_start(mut spans: Vec<Span>, start: &str) -> Vec<Span> {
    if let Some(Span::Text(first)) = spans.first_mut()
        && let Some(rest) = first.strip_prefix(start)
    {
        *first = rest.to_owned();
    }
    spans
}

/// Sentences one after the other, each with its stop.
pub(super) fn flow(sentences: Vec<Vec<Span>>, lang: Lang) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for sentence in sentences {
        if !out.is_empty() && lang == Lang::En {
            out.push(Span::Text(" ".into()));
        }
        out.extend(stopped(sentence, lang));
    }
    merge(out)
}

/// A sentence with a stop at its end.
pub(super) fn stopped(mut spans: Vec<Span>, lang: Lang) -> Vec<Span> {
    match spans.last_mut() {
        Some(Span::Text(last)) => {
            let text = last.trim_end_matches(|c: char| "，、；：,;: ".contains(c));
            *last = ended(text, lang);
        }
        Some(_) => spans.push(Span::Text(stop(lang).to_owned())),
        None => {}
    }
    spans
}

fn stop(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "。",
        Lang::En => ".",
    }
}

/// Items in one line: commas between short ones, a stronger mark where they hold commas.
pub(super) fn inline_items(items: &[String], lang: Lang) -> String {
    let items: Vec<&str> = items
        .iter()
        .map(|item| item.trim_end_matches(|c: char| "，、；：。,;:. ".contains(c)))
        .filter(|item| !item.is_empty())
        .collect();
    let strong = |item: &&str| {
        super::format::width(item) > super::format::LONG_ITEM
            || item.contains(['、', '，', '；', ',', ';'])
    };
    items.join(match (lang, items.iter().any(strong)) {
        (Lang::Zh, false) => "、",
        (Lang::Zh, true) => "；",
        (Lang::En, false) => ", ",
        (Lang::En, true) => "; ",
    })
}

/// Width of all words, in Latin letters.
pub(super) fn span_width(spans: &[Span]) -> usize {
    spans
        .iter()
        .map(|span| super::format::width(span.text()))
        .sum()
}

/// The figures in a sentence without spaces, those of days left out.
pub(super) fn figures(said: &str) -> Vec<f64> {
    let mut out = Vec::new();
    let mut rest = said;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[start..];
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'))
            .unwrap_or(rest.len());
        let (figure, after) = rest.split_at(end);
        rest = after;
        let factor = match after.chars().next() {
            Some('年' | '月' | '日') => continue,
            Some('万') => 1e4,
            Some('亿') => 1e8,
            _ if after.starts_with("million") => 1e6,
            _ => 1.0,
        };
        let plain = figure.trim_end_matches(['.', ',']).replace(',', "");
        if let Ok(value) = plain.parse::<f64>() {
            out.push(value * factor);
        }
    }
    out
}

/// Without spaces and the mark at the end.
pub(super) fn bare(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    text.trim_end_matches(['。', '.', '；', ';']).to_owned()
}

/// Neighbouring plain spans as one.
pub(super) fn merge(spans: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match (out.last_mut(), span) {
            (Some(Span::Text(last)), Span::Text(text)) => last.push_str(&text),
            (_, Span::Text(text)) if text.is_empty() => {}
            (_, span) => out.push(span),
        }
    }
    out
}

/// A text of one sentence or more ends as one.
pub(super) fn ended(text: &str, lang: Lang) -> String {
    let text = text.trim_end();
    if text.ends_with(|c: char| c.is_alphanumeric() || "”）」》)\"%".contains(c)) {
        return format!("{text}{}", stop(lang));
    }
    text.to_owned()
}

/// The colon between a name and its value.
pub(super) fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    }
}
