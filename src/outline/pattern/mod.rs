//! Sentence patterns: plain words with `{path}` for a value and `[…]` for a part that disappears
//! when any path in it is empty. Parts may nest. `[?path words]` says its words when the value of
//! `path` is yes, without saying the value itself.
//!
//! A path outside every part is one that the sentence needs. When it is empty, the sentence shows
//! a mark, a blank, or does without it (`MissingParts`). So does a part that only lacks what a
//! complete charter has: marks and blanks must show every required value.

mod english;
mod writer;

use super::{MissingParts, Span};
use crate::model::Lang;
use english::Case;
use writer::Writer;

pub(crate) use english::lower_common;
pub(crate) use writer::{ends_short, one_line};

/// A parsed pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Words(String),
    Path(String),
    Part(Vec<Piece>),
    /// Said when the value of the path is yes.
    When(String, Vec<Piece>),
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
    /// A name that was given a small letter because it is common words (the operations manager).
    pub(crate) common: bool,
    /// Some of the rows that it refers to are gone.
    pub(crate) gone: bool,
    /// It is a yes.
    pub(crate) yes: bool,
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

    /// The pattern cut after the pieces that end a sentence.
    pub(crate) fn sentences(&self) -> Vec<Pattern> {
        let mut out = Vec::new();
        let mut current = Vec::new();
        for piece in &self.0 {
            current.push(piece.clone());
            if ends_sentence(piece) {
                out.push(Pattern(std::mem::take(&mut current)));
            }
        }
        if !current.is_empty() {
            out.push(Pattern(current));
        }
        out
    }

    /// The pattern without a name that is said elsewhere, where it reads so: after parts that say
    /// who and with what, Chinese needs a verb in its place. None where words lead to the name.
    pub(crate) fn without(&self, path: &str, lang: Lang) -> Option<Pattern> {
        let is_name = |piece: &Piece| matches!(piece, Piece::Path(known) if known == path);
        let at = self.0.iter().position(is_name)?;
        let mut pieces = self.0.clone();
        let led = pieces
            .get(..at)?
            .iter()
            .any(|piece| matches!(piece, Piece::Words(_)));
        if led {
            return None;
        }
        match lang {
            Lang::Zh if at > 0 => *pieces.get_mut(at)? = Piece::Words("办理".into()),
            _ => drop(pieces.remove(at)),
        }
        Some(Pattern(pieces))
    }

    /// The value of the path comes first.
    pub(crate) fn opens_with(&self, path: &str) -> bool {
        matches!(self.0.first(), Some(Piece::Path(first)) if first == path)
    }

    /// All paths, nested ones included.
    pub(crate) fn paths(&self) -> Vec<&str> {
        let mut out = Vec::new();
        collect(&self.0, &mut out);
        out
    }

    /// Paths outside every part: the sentence does not read without them.
    pub(crate) fn needs(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Path(path) => Some(path.as_str()),
            Piece::Words(_) | Piece::Part(_) | Piece::When(..) => None,
        })
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
                Token::Value {
                    text,
                    case,
                    path,
                    gone,
                } => {
                    writer.value(&text, case);
                    if let Some(span) = gone.and_then(|name| style.missing_span(&name)) {
                        writer.also_missing(span);
                    }
                    said.push(path);
                }
                Token::Said(path) => said.push(path),
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
                out.push(part(chars));
            }
            ']' if inner => break,
            _ => words.push(c),
        }
    }
    flush(&mut words, &mut out);
    out
}

/// What stands between square brackets, after the opening one.
fn part(chars: &mut std::str::Chars<'_>) -> Piece {
    let mut ahead = chars.clone();
    if ahead.next() != Some('?') {
        return Piece::Part(pieces(chars, true));
    }
    *chars = ahead;
    let path: String = chars.clone().take_while(|c| is_path(*c)).collect();
    for _ in path.chars() {
        chars.next();
    }
    Piece::When(path, pieces(chars, true))
}

fn is_path(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.'
}

fn ends_sentence(piece: &Piece) -> bool {
    match piece {
        Piece::Words(words) => words
            .trim_end()
            .ends_with(['。', '.', '！', '？', '!', '?']),
        Piece::Path(_) => false,
        Piece::Part(inner) | Piece::When(_, inner) => inner.last().is_some_and(ends_sentence),
    }
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
            Piece::When(path, inner) => {
                out.push(path);
                collect(inner, out);
            }
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Words(String),
    Value {
        text: String,
        case: Case,
        path: String,
        /// Its name, when some of the rows that it refers to are gone.
        gone: Option<String>,
    },
    /// The value of a path is said by other words.
    Said(String),
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
                    common,
                    gone,
                    ..
                } = slot(path);
                let case = match (label, common) {
                    (true, _) => Case::Label,
                    (_, true) => Case::Name,
                    _ => Case::Typed,
                };
                out.push(if text.trim().is_empty() {
                    Token::Gap(name, required)
                } else {
                    Token::Value {
                        text,
                        case,
                        path: path.clone(),
                        gone: gone.then_some(name),
                    }
                });
            }
            Piece::Part(inner) => {
                let mut part = Vec::new();
                flatten(inner, slot, keep_required, &mut part);
                let lacking = |token: &Token| match token {
                    Token::Gap(_, required) => !(keep_required && *required),
                    Token::Words(_) | Token::Value { .. } | Token::Said(_) => false,
                };
                if !part.iter().any(lacking) {
                    out.append(&mut part);
                }
            }
            Piece::When(path, inner) => {
                out.push(Token::Said(path.clone()));
                if slot(path).yes {
                    flatten(inner, slot, keep_required, out);
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
    let has = |clause: &[Token], what: fn(&Token) -> bool| clause.iter().any(what);
    let gap = |clause: &[Token]| has(clause, |token| matches!(token, Token::Gap(..)));
    let value = |clause: &[Token]| has(clause, |token| matches!(token, Token::Value { .. }));
    let mut broken = false;
    let mut kept: Vec<(Vec<Token>, Option<char>)> = Vec::new();
    for (clause, end) in clauses {
        broken |= gap(&clause) && value(&clause);
        if !gap(&clause) {
            kept.push((clause, end));
            continue;
        }
        // A label says nothing without what it names.
        if let Some((label, Some(':' | '：'))) = kept.last()
            && !value(label)
        {
            kept.pop();
        }
        kept.push((Vec::new(), end));
    }
    let mut out = Vec::new();
    for (clause, end) in kept {
        out.extend(clause);
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

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
