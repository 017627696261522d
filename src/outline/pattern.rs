//! Sentence patterns: plain words with `{path}` for a value and `[…]` for a part that disappears
//! when any path in it is empty. Parts may nest.
//!
//! A path outside every part is one that the sentence needs. When it is empty, the sentence shows
//! a mark, a blank, or does without it (`MissingParts`). So does a part that only lacks what a
//! complete charter has: marks and blanks must show every required value.

use super::{MissingParts, Span};
use crate::model::Lang;

/// A parsed pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Words(String),
    Path(String),
    Part(Vec<Piece>),
}

/// What stands for a path: its text (empty when not filled in) and its name for a mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) text: String,
    pub(crate) name: String,
    /// A complete charter has it.
    pub(crate) required: bool,
    /// A word of the catalogue, not of the user: it may change its first letter.
    pub(crate) label: bool,
}

/// How to write the result.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style<'a> {
    pub(crate) lang: Lang,
    pub(crate) missing: MissingParts,
    /// `【{name}】`.
    pub(crate) mark: &'a str,
}

impl Style<'_> {
    /// The span for something that is not filled in; none when it is to be left out.
    pub(crate) fn missing_span(&self, name: &str) -> Option<Span> {
        match self.missing {
            MissingParts::Mark => Some(Span::Missing(crate::catalogue::fill(
                self.mark,
                &[("name", name)],
            ))),
            MissingParts::Blank => Some(Span::Missing("____".into())),
            MissingParts::Omit => None,
        }
    }
}

/// A rendered sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sentence {
    pub(crate) spans: Vec<Span>,
    /// The sentence would not read without a missing value; set only when values are left out.
    pub(crate) broken: bool,
    /// Paths whose values stand in the sentence; one in a part that vanished does not.
    pub(crate) said: Vec<String>,
}

impl Pattern {
    /// Reads a pattern. An unclosed bracket closes at the end; the catalogue's check refuses such.
    pub(crate) fn parse(text: &str) -> Pattern {
        let mut chars = text.chars();
        Pattern(pieces(&mut chars, false))
    }

    /// All paths, nested ones included.
    pub(crate) fn paths(&self) -> Vec<&str> {
        let mut out = Vec::new();
        collect(&self.0, &mut out);
        out
    }

    /// Writes the sentence with the values of `slot`.
    pub(crate) fn render(&self, slot: &dyn Fn(&str) -> Slot, style: Style<'_>) -> Sentence {
        let mut tokens = Vec::new();
        let keep_required = style.missing != MissingParts::Omit;
        flatten(&self.0, slot, keep_required, &mut tokens);
        let mut broken = false;
        if style.missing == MissingParts::Omit {
            (tokens, broken) = without_gaps(tokens);
        }
        let mut writer = Writer::new(style.lang);
        let mut said = Vec::new();
        for token in tokens {
            match token {
                Token::Words(words) => writer.words(&words),
                Token::Value { text, label, path } => {
                    writer.value(&text, label);
                    said.push(path);
                }
                Token::Gap(name, _) => {
                    if let Some(span) = style.missing_span(&name) {
                        writer.missing(span);
                    }
                }
            }
        }
        Sentence {
            spans: writer.finish(),
            broken,
            said,
        }
    }
}

fn pieces(chars: &mut std::str::Chars<'_>, inner: bool) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut words = String::new();
    while let Some(c) = chars.next() {
        match c {
            '{' => {
                flush(&mut words, &mut out);
                let path: String = chars.by_ref().take_while(|c| *c != '}').collect();
                out.push(Piece::Path(path.trim().to_owned()));
            }
            '[' => {
                flush(&mut words, &mut out);
                out.push(Piece::Part(pieces(chars, true)));
            }
            ']' if inner => break,
            _ => words.push(c),
        }
    }
    flush(&mut words, &mut out);
    out
}

fn flush(words: &mut String, out: &mut Vec<Piece>) {
    if !words.is_empty() {
        out.push(Piece::Words(std::mem::take(words)));
    }
}

fn collect<'a>(pieces: &'a [Piece], out: &mut Vec<&'a str>) {
    for piece in pieces {
        match piece {
            Piece::Words(_) => {}
            Piece::Path(path) => out.push(path),
            Piece::Part(inner) => collect(inner, out),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Words(String),
    Value {
        text: String,
        /// It is a word of the catalogue.
        label: bool,
        path: String,
    },
    /// The name of what is missing, and whether a complete charter has it.
    Gap(String, bool),
}

/// Resolves paths and drops the parts that have an empty one.
fn flatten(
    pieces: &[Piece],
    slot: &dyn Fn(&str) -> Slot,
    keep_required: bool,
    out: &mut Vec<Token>,
) {
    for piece in pieces {
        match piece {
            Piece::Words(words) => out.push(Token::Words(words.clone())),
            Piece::Path(path) => {
                let Slot {
                    text,
                    name,
                    required,
                    label,
                } = slot(path);
                out.push(if text.trim().is_empty() {
                    Token::Gap(name, required)
                } else {
                    Token::Value {
                        text,
                        label,
                        path: path.clone(),
                    }
                });
            }
            Piece::Part(inner) => {
                let mut part = Vec::new();
                flatten(inner, slot, keep_required, &mut part);
                let lacking = |token: &Token| match token {
                    Token::Gap(_, required) => !(keep_required && *required),
                    Token::Words(_) | Token::Value { .. } => false,
                };
                if !part.iter().any(lacking) {
                    out.append(&mut part);
                }
            }
        }
    }
}

/// Characters that end a clause.
const CLAUSE_ENDS: &str = "，。；：、！？,;:!?.()（）“”";

/// Drops the clauses whose values are all missing, with the mark that ends them. A clause with
/// some of its values would be left with dangling words: then the whole sentence is broken.
fn without_gaps(tokens: Vec<Token>) -> (Vec<Token>, bool) {
    let mut clauses: Vec<(Vec<Token>, Option<char>)> = vec![(Vec::new(), None)];
    for token in tokens {
        let Token::Words(words) = token else {
            push(&mut clauses, token);
            continue;
        };
        let mut run = String::new();
        for c in words.chars() {
            if CLAUSE_ENDS.contains(c) {
                if !run.is_empty() {
                    push(&mut clauses, Token::Words(std::mem::take(&mut run)));
                }
                if let Some(last) = clauses.last_mut() {
                    last.1 = Some(c);
                }
                clauses.push((Vec::new(), None));
            } else {
                run.push(c);
            }
        }
        if !run.is_empty() {
            push(&mut clauses, Token::Words(run));
        }
    }
    let mut broken = false;
    let mut out = Vec::new();
    for (clause, end) in clauses {
        let gap = clause.iter().any(|token| matches!(token, Token::Gap(..)));
        let value = clause
            .iter()
            .any(|token| matches!(token, Token::Value { .. }));
        broken |= gap && value;
        if !gap {
            out.extend(clause);
        }
        // Ends that became superfluous are cleaned up by the writer.
        out.extend(end.map(|end| Token::Words(end.to_string())));
    }
    (out, broken)
}

fn push(clauses: &mut [(Vec<Token>, Option<char>)], token: Token) {
    if let Some(last) = clauses.last_mut() {
        last.0.push(token);
    }
}

/// Joins words and values: no double punctuation, no empty brackets, no stray spaces.
///
/// The rules look only at the joints. What a user typed stays as it is, except that a full stop
/// or comma at its end yields to the pattern's own.
struct Writer {
    lang: Lang,
    spans: Vec<Span>,
    /// The last thing written is a user's value.
    after_value: bool,
}

impl Writer {
    fn new(lang: Lang) -> Writer {
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

    fn words(&mut self, words: &str) {
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
        if self.after_value && words.chars().next().is_some_and(|c| !is_mark(c)) {
            // A value that ends as a sentence goes on here.
            self.trim_value_end();
        }
        self.plain(words);
        self.after_value = false;
    }

    /// The mark at the end gives way to the one that follows; an English abbreviation keeps its
    /// full stop before anything but another.
    fn yields(&self, last: char, next: char) -> bool {
        is_mark(last) && (self.lang == Lang::Zh || last != '.' || next == '.')
    }

    /// A space after a wide character says nothing in Chinese.
    fn is_wide(&self, c: char) -> bool {
        self.lang == Lang::Zh && u32::from(c) > 0x2e80
    }

    fn value(&mut self, text: &str, label: bool) {
        let mut text = one_line(text, self.lang);
        let inside = self.last_char().is_some_and(|c| !is_final(c) && c != '.');
        if label && inside && self.lang == Lang::En {
            text = lower_first(&text);
        }
        let first = text.chars().next();
        let word = first.is_some_and(|c| self.is_wide(c)) || starts_with_date(&text);
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

    /// Latin letters and figures stand one space apart from Chinese characters.
    fn space_before_han(&mut self) {
        if self.lang == Lang::Zh && self.last_char().is_some_and(is_latin) {
            self.plain(" ");
        }
    }

    fn missing(&mut self, span: Span) {
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

    fn finish(mut self) -> Vec<Span> {
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

/// A date is a Chinese word although it opens with a figure: 自2027年1月1日起.
fn starts_with_date(text: &str) -> bool {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    digits == 4 && text[digits..].starts_with('年')
}

/// A label inside a sentence; acronyms and days of the week keep their capital.
fn lower_first(text: &str) -> String {
    const DAYS: [&str; 7] = ["Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"];
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second))
            if second.is_lowercase() && !DAYS.iter().any(|day| text.starts_with(day)) =>
        {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn render(lang: Lang, missing: MissingParts, pattern: &str, values: &[(&str, &str)]) -> String {
        let slot = |path: &str| Slot {
            text: values
                .iter()
                .find(|(name, _)| *name == path)
                .map(|(_, value)| (*value).to_owned())
                .unwrap_or_default(),
            name: path.to_owned(),
            required: path.ends_with('!'),
            label: path.starts_with('#'),
        };
        let style = Style {
            lang,
            missing,
            mark: "【{name}】",
        };
        let sentence = Pattern::parse(pattern).render(&slot, style);
        let text: String = sentence.spans.iter().map(Span::text).collect();
        if sentence.broken {
            format!("broken: {text}")
        } else {
            text
        }
    }

    const GOAL: &str =
        "到{date}，把{kpi}从{from}降到{to}[（{source}[，{often}看]）]；{owner}负责。";

    #[test]
    fn a_full_sentence() {
        let values = [
            ("date", "2027年6月30日"),
            ("kpi", "首次响应时长"),
            ("from", "12 分钟"),
            ("to", "3 分钟"),
            ("source", "工单系统"),
            ("often", "每周"),
            ("owner", "客服主管"),
        ];
        assert_eq!(
            render(Lang::Zh, MissingParts::Mark, GOAL, &values),
            "到2027年6月30日，把首次响应时长从 12 分钟降到 3 分钟（工单系统，每周看）；客服主管负责。"
        );
    }

    #[test]
    fn missing_values_are_marked_and_parts_vanish() {
        let values = [
            ("kpi", "首次响应时长"),
            ("to", "3 分钟"),
            ("source", "工单系统"),
        ];
        assert_eq!(
            render(Lang::Zh, MissingParts::Mark, GOAL, &values),
            "到【date】，把首次响应时长从【from】降到 3 分钟（工单系统）；【owner】负责。"
        );
        assert_eq!(
            render(Lang::Zh, MissingParts::Blank, GOAL, &values),
            "到____，把首次响应时长从____降到 3 分钟（工单系统）；____负责。"
        );
    }

    #[test]
    fn clauses_without_values_are_left_out_whole() {
        let values = [
            ("kpi", "首次响应时长"),
            ("from", "12 分钟"),
            ("to", "3 分钟"),
        ];
        assert_eq!(
            render(Lang::Zh, MissingParts::Omit, GOAL, &values),
            "把首次响应时长从 12 分钟降到 3 分钟。"
        );
        assert_eq!(
            render(
                Lang::En,
                MissingParts::Omit,
                "By {date}, {owner} delivers ({source}).",
                &[("owner", "The lead")]
            ),
            "The lead delivers."
        );
    }

    #[test]
    fn a_clause_with_dangling_words_is_broken() {
        let values = [("kpi", "首次响应时长"), ("from", "12 分钟")];
        assert!(render(Lang::Zh, MissingParts::Omit, GOAL, &values).starts_with("broken"));
        assert!(!render(Lang::Zh, MissingParts::Mark, GOAL, &values).starts_with("broken"));
    }

    #[test]
    fn values_that_end_with_punctuation_do_not_double_it() {
        for (value, expected) in [
            ("提高效率。", "为提高效率，制定本文件。"),
            ("提高效率，", "为提高效率，制定本文件。"),
            ("先想清楚。再动手。", "为先想清楚。再动手，制定本文件。"),
        ] {
            let text = render(
                Lang::Zh,
                MissingParts::Mark,
                "为{a}，制定本文件。",
                &[("a", value)],
            );
            assert_eq!(text, expected);
        }
        assert_eq!(
            render(
                Lang::Zh,
                MissingParts::Mark,
                "标准：{a}。",
                &[("a", "谁来做？")]
            ),
            "标准：谁来做？"
        );
    }

    #[test]
    fn a_part_that_lacks_a_required_value_is_marked() {
        let pattern = "{a}[（{b}，{c!}）][：{d!}]。";
        assert_eq!(
            render(
                Lang::Zh,
                MissingParts::Mark,
                pattern,
                &[("a", "甲"), ("b", "乙")]
            ),
            "甲（乙，【c!】）：【d!】。"
        );
        assert_eq!(
            render(
                Lang::Zh,
                MissingParts::Mark,
                pattern,
                &[("a", "甲"), ("d!", "丁")]
            ),
            "甲：丁。"
        );
        assert_eq!(
            render(
                Lang::Zh,
                MissingParts::Omit,
                pattern,
                &[("a", "甲"), ("b", "乙")]
            ),
            "甲。"
        );
    }

    #[test]
    fn labels_inside_an_english_sentence_are_lower_case() {
        let values = [
            ("#a", "Weekly"),
            ("#b", "VIP"),
            ("#c", "Monday"),
            ("d", "Weekly"),
        ];
        assert_eq!(
            render(
                Lang::En,
                MissingParts::Mark,
                "{#a}: {#a}, {#b}, {#c}, {d}.",
                &values
            ),
            "Weekly: weekly, VIP, Monday, Weekly."
        );
    }

    #[test]
    fn latin_stands_apart_and_dates_do_not() {
        let values = [("a", "2027年1月1日"), ("b", "CRM")];
        assert_eq!(
            render(
                Lang::Zh,
                MissingParts::Mark,
                "自 {a} 起用{b}记录。",
                &values
            ),
            "自2027年1月1日起用 CRM 记录。"
        );
    }

    #[test]
    fn spaces_between_wide_characters_are_dropped() {
        let text = render(
            Lang::Zh,
            MissingParts::Mark,
            "由 {a} 于 {b} 前完成。",
            &[("a", "客服主管"), ("b", "9:00")],
        );
        assert_eq!(text, "由客服主管于 9:00 前完成。");
    }

    #[test]
    fn several_lines_become_one_sentence() {
        let text = render(
            Lang::Zh,
            MissingParts::Mark,
            "要求{a}。",
            &[("a", "一\n二。\n三")],
        );
        assert_eq!(text, "要求一；二。三。");
    }

    #[test]
    fn nothing_said_is_nothing() {
        assert_eq!(
            render(Lang::Zh, MissingParts::Omit, "（{a}，{b}）。", &[]),
            ""
        );
        assert_eq!(
            render(Lang::Zh, MissingParts::Mark, "[{a}，][{b}。]", &[]),
            ""
        );
    }

    #[test]
    fn paths_are_listed_with_nested_ones() {
        assert_eq!(
            Pattern::parse("a{b}[c{d.e}[{f}]]").paths(),
            ["b", "d.e", "f"]
        );
    }
}
