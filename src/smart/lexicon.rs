//! The word lists of `catalogue/lexicon/words.tsv` (class, then its words; `_` stands for a space) and the longest-match pass.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::text::{at, skip, slice, word_end, word_start};

const WORDS: &str = include_str!("../../catalogue/lexicon/words.tsv");

/// Classes a word can have; several at once.
pub(crate) mod class {
    pub(crate) const UP: u32 = 1;
    pub(crate) const DOWN: u32 = 1 << 1;
    pub(crate) const KEEP: u32 = 1 << 2;
    pub(crate) const REACH: u32 = 1 << 3;
    pub(crate) const GENERIC: u32 = 1 << 4;
    pub(crate) const EXPLORE: u32 = 1 << 5;
    pub(crate) const ACT: u32 = 1 << 6;
    pub(crate) const DONE: u32 = 1 << 7;
    pub(crate) const ABSTRACT: u32 = 1 << 8;
    pub(crate) const CATEGORY: u32 = 1 << 9;
    pub(crate) const EMPTY: u32 = 1 << 10;
    pub(crate) const METRIC: u32 = 1 << 11;
    pub(crate) const ARTEFACT: u32 = 1 << 12;
    pub(crate) const VAGUE: u32 = 1 << 13;
    pub(crate) const HEDGE: u32 = 1 << 14;
    pub(crate) const VTIME: u32 = 1 << 15;
    pub(crate) const SLOGAN: u32 = 1 << 16;
    // 1 << 17 marks traits; they only keep a word from being an object.
    pub(crate) const PLACE: u32 = 1 << 18;
    pub(crate) const SERVICE: u32 = 1 << 19;
    pub(crate) const DOC: u32 = 1 << 20;
    pub(crate) const EVENT: u32 = 1 << 21;
    pub(crate) const UNIV: u32 = 1 << 22;
    pub(crate) const ZERO: u32 = 1 << 23;
    pub(crate) const NOTGOAL: u32 = 1 << 24;
    /// A state that is an end by itself (扭亏为盈, break-even).
    pub(crate) const MILESTONE: u32 = 1 << 25;
    /// Any verb of change.
    pub(crate) const CHANGE: u32 = UP | DOWN;
    /// Any verb.
    pub(crate) const VERB: u32 = UP | DOWN | KEEP | REACH | GENERIC | EXPLORE | DONE;
}

const NAMES: [&str; 26] = [
    "up", "down", "keep", "reach", "generic", "explore", "act", "done", "abs", "cat", "empty",
    "metric", "art", "vague", "hedge", "vtime", "slogan", "trait", "place", "service", "doc",
    "event", "univ", "zero", "notgoal", "mile",
];

/// A word found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) class: u32,
    /// -ed or -en form in English: a state rather than an order.
    pub(crate) past: bool,
}

impl Token {
    pub(crate) const fn is(&self, class: u32) -> bool {
        self.class & class != 0
    }
}

struct Lexicon {
    words: HashMap<Vec<char>, u32>,
    /// Longest word per first character.
    longest: HashMap<char, usize>,
    /// First words of English entries, with the most words that follow one.
    firsts: HashMap<Vec<char>, usize>,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut words: HashMap<Vec<char>, u32> = HashMap::new();
        let mut longest = HashMap::new();
        let mut firsts = HashMap::new();
        for line in WORDS.lines() {
            let Some((code, list)) = line.split_once('\t') else {
                continue;
            };
            // `none`: words that only keep their parts from being read.
            let bit = NAMES
                .iter()
                .position(|n| *n == code)
                .map_or(0, |n| 1u32 << n);
            for w in list.split(' ') {
                let w: Vec<char> = w.chars().map(|c| if c == '_' { ' ' } else { c }).collect();
                let n = w.len();
                let Some(first) = w.first().copied() else {
                    continue;
                };
                let l = longest.entry(first).or_insert(n);
                *l = n.max(*l);
                if first.is_ascii_alphanumeric() {
                    let head: Vec<char> = w.get(..word_end(&w, 0)).unwrap_or_default().to_vec();
                    let more = w.iter().filter(|c| matches!(c, ' ' | '-' | ':')).count();
                    let m = firsts.entry(head).or_insert(more);
                    *m = more.max(*m);
                }
                *words.entry(w).or_default() |= bit;
            }
        }
        Lexicon {
            words,
            longest,
            firsts,
        }
    })
}

/// All classes of an exact word.
pub(crate) fn classes(word: &str) -> u32 {
    let w: Vec<char> = word.chars().collect();
    lexicon().words.get(w.as_slice()).copied().unwrap_or(0)
}

/// Words of the text, left to right, longest first, without overlap.
pub(crate) fn tokens(c: &[char]) -> Vec<Token> {
    let lex = lexicon();
    let mut out = Vec::new();
    let mut i = 0;
    while i < c.len() {
        let ch = at(c, i);
        let found = if ch.is_ascii_alphanumeric() {
            if word_start(c, i) {
                english(lex, c, i)
            } else {
                None
            }
        } else if ch == '_' || ch == '【' {
            None
        } else {
            chinese(lex, c, i)
        };
        match found {
            Some(t) => {
                i = t.end.max(i + 1);
                out.push(t);
            }
            None => {
                i = if ch.is_ascii_alphabetic() {
                    word_end(c, i).max(i + 1)
                } else {
                    i + 1
                }
            }
        }
    }
    out
}

fn chinese(lex: &Lexicon, c: &[char], i: usize) -> Option<Token> {
    let longest = *lex.longest.get(&at(c, i))?;
    (1..=longest.min(c.len() - i)).rev().find_map(|n| {
        c.get(i..i + n)
            .and_then(|w| lex.words.get(w))
            .map(|class| Token {
                start: i,
                end: i + n,
                class: *class,
                past: false,
            })
    })
}

fn english(lex: &Lexicon, c: &[char], i: usize) -> Option<Token> {
    let first = word_end(c, i);
    let word: &[char] = c.get(i..first)?;
    let mut forms: Vec<(Vec<char>, bool)> = Vec::new();
    if lex.firsts.contains_key(word) {
        forms.push((word.to_vec(), word.ends_with(&['e', 'd'])));
    }
    for (stem, past) in stems(&slice(c, i, first)) {
        let stem: Vec<char> = stem.chars().collect();
        if lex.firsts.contains_key(&stem) {
            forms.push((stem, past));
        }
    }
    let most = forms
        .iter()
        .filter_map(|f| lex.firsts.get(&f.0))
        .max()
        .copied()?;
    // Ends of the first word and of the words that may follow it.
    let mut ends = vec![first];
    let mut k = first;
    while ends.len() <= most {
        let gap = if at(c, k) == '-' || at(c, k) == ':' {
            k + 1
        } else {
            skip(c, k)
        };
        if gap == k || !at(c, gap).is_ascii_alphanumeric() {
            break;
        }
        k = word_end(c, gap);
        ends.push(k);
    }
    for e in ends.iter().rev() {
        for (stem, past) in &forms {
            let mut text = stem.clone();
            text.extend(c.get(first..*e).unwrap_or_default());
            let class = lex.words.get(&text).or_else(|| {
                // A plural at the end of a phrase.
                (*e > first && text.last() == Some(&'s'))
                    .then(|| lex.words.get(text.get(..text.len() - 1)?))
                    .flatten()
            });
            if let Some(class) = class {
                return Some(Token {
                    start: i,
                    end: *e,
                    class: *class,
                    past: *past,
                });
            }
        }
    }
    None
}

/// Base forms a word may come from, with whether it is a past form.
fn stems(w: &str) -> Vec<(String, bool)> {
    const IRREGULAR: &[(&str, &str)] = &[
        ("grew", "grow"),
        ("grown", "grow"),
        ("rose", "rise"),
        ("risen", "rise"),
        ("cutting", "cut"),
        ("held", "hold"),
        ("kept", "keep"),
        ("sent", "send"),
        ("ran", "run"),
        ("won", "win"),
        ("wrote", "write"),
        ("written", "write"),
        ("built", "build"),
        ("made", "make"),
        ("hitting", "hit"),
        ("shrank", "shrink"),
        ("went live", "go live"),
        ("dropping", "drop"),
        ("shipped", "ship"),
        ("shipping", "ship"),
        ("running", "run"),
        ("signed", "sign"),
    ];
    let mut out = Vec::new();
    if let Some(x) = IRREGULAR.iter().find(|x| x.0 == w) {
        out.push((x.1.to_string(), !w.ends_with("ing")));
    }
    if w.len() < 4 {
        return out;
    }
    if let Some(s) = w.strip_suffix("ies") {
        out.push((format!("{s}y"), false));
    }
    if let Some(s) = w.strip_suffix("ied") {
        out.push((format!("{s}y"), true));
    }
    for (end, past) in [
        ("s", false),
        ("es", false),
        ("ed", true),
        ("d", true),
        ("ing", false),
    ] {
        if let Some(s) = w.strip_suffix(end)
            && s.len() > 2
        {
            out.push((s.to_string(), past));
            if end == "ing" {
                out.push((format!("{s}e"), past));
            }
            let mut r = s.chars().rev();
            if matches!(end, "ed" | "ing") && r.next() == r.next() {
                out.push((s.get(..s.len() - 1).unwrap_or(s).to_string(), past));
            }
        }
    }
    out
}
