//! The word lists of `catalogue/lexicon/words.tsv` (class, then its words; `_` stands for a space) and the longest-match pass.

use std::sync::OnceLock;

use super::hash::{self, Table};
use super::text::{at, skip, word_end, word_start};

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
    /// Classes by the hash of the word.
    words: Table<u32>,
    /// Longest word per first character.
    longest: Table<u8>,
    /// First words of English entries, with the most words that follow one.
    firsts: Table<u8>,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lex = Lexicon {
            words: Table::default(),
            longest: Table::default(),
            firsts: Table::default(),
        };
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
                lex.add(w, bit);
            }
        }
        lex
    })
}

impl Lexicon {
    fn add(&mut self, word: &str, bit: u32) {
        let Some(first) = word.chars().next() else {
            return;
        };
        let (mut h, mut head, mut more, mut n) = (hash::START, None, 0u8, 0u8);
        for c in word.chars().map(|c| if c == '_' { ' ' } else { c }) {
            if !(c.is_ascii_alphanumeric() || c == '\'') {
                head = head.or(Some(h));
            }
            more += u8::from(matches!(c, ' ' | '-' | ':'));
            h = hash::step(h, c);
            n = n.saturating_add(1);
        }
        *self.words.entry(h).or_default() |= bit;
        if first.is_ascii_alphanumeric() {
            let m = self.firsts.entry(head.unwrap_or(h)).or_default();
            *m = more.max(*m);
        } else {
            let l = self.longest.entry(u64::from(u32::from(first))).or_default();
            *l = n.max(*l);
        }
    }
}

/// All classes of an exact word.
pub(crate) fn classes(word: &str) -> u32 {
    let h = word.chars().fold(hash::START, hash::step);
    lexicon().words.get(&h).copied().unwrap_or(0)
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
    let longest = *lex.longest.get(&u64::from(u32::from(at(c, i))))?;
    let mut h = hash::START;
    let mut best = None;
    for (k, ch) in (i..).zip(c.iter().skip(i).take(usize::from(longest))) {
        h = hash::step(h, *ch);
        if let Some(class) = lex.words.get(&h) {
            best = Some(Token {
                start: i,
                end: k + 1,
                class: *class,
                past: false,
            });
        }
    }
    best
}

/// A base form a word may come from, by its hash.
#[derive(Clone, Copy)]
struct Stem {
    hash: u64,
    past: bool,
    /// How many words may follow it.
    more: u8,
}

fn english(lex: &Lexicon, c: &[char], i: usize) -> Option<Token> {
    let first = word_end(c, i);
    let mut forms: Vec<Stem> = Vec::new();
    stems(c.get(i..first)?, &mut |hash, past| {
        if let Some(more) = lex.firsts.get(&hash) {
            forms.push(Stem {
                hash,
                past,
                more: *more,
            });
        }
    });
    let most = forms.iter().map(|f| f.more).max()?;
    // Ends of the first word and of the words that may follow it.
    let mut ends = vec![first];
    let mut k = first;
    while ends.len() <= usize::from(most) {
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
        for stem in &forms {
            let tail = c.get(first..*e).unwrap_or_default();
            let text = hash::of(stem.hash, tail);
            let class = lex.words.get(&text).or_else(|| {
                // A plural at the end of a phrase.
                let (last, rest) = tail.split_last()?;
                (*last == 's')
                    .then(|| lex.words.get(&hash::of(stem.hash, rest)))
                    .flatten()
            });
            if let Some(class) = class {
                return Some(Token {
                    start: i,
                    end: *e,
                    class: *class,
                    past: stem.past,
                });
            }
        }
    }
    None
}

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
    ("dropping", "drop"),
    ("shipped", "ship"),
    ("shipping", "ship"),
    ("running", "run"),
    ("signed", "sign"),
];

/// Offers the hash of the word and of each base form it may come from, with whether it is a past form.
fn stems(w: &[char], offer: &mut dyn FnMut(u64, bool)) {
    offer(hash::of(hash::START, w), w.ends_with(&['e', 'd']));
    if let Some(x) = IRREGULAR
        .iter()
        .find(|x| super::text::same(w, 0, w.len(), x.0))
    {
        let h = x.1.chars().fold(hash::START, hash::step);
        offer(h, !x.0.ends_with("ing"));
    }
    if w.len() < 4 {
        return;
    }
    let cut = |n: usize| hash::of(hash::START, w.get(..w.len() - n).unwrap_or(w));
    if w.ends_with(&['i', 'e', 's']) || w.ends_with(&['i', 'e', 'd']) {
        offer(hash::step(cut(3), 'y'), w.ends_with(&['d']));
    }
    const ENDS: [(&[char], bool); 5] = [
        (&['s'], false),
        (&['e', 's'], false),
        (&['e', 'd'], true),
        (&['d'], true),
        (&['i', 'n', 'g'], false),
    ];
    for (end, past) in ENDS {
        let n = end.len();
        if !w.ends_with(end) || w.len() <= n + 2 {
            continue;
        }
        offer(cut(n), past);
        if n == 3 {
            offer(hash::step(cut(n), 'e'), past);
        }
        let twice = at(w, w.len() - n - 1) == at(w, w.len() - n - 2);
        if n >= 2 && end != ['e', 's'] && twice {
            offer(cut(n + 1), past);
        }
    }
}
