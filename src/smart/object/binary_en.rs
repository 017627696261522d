//! Yes/no deliverables in English, and the noun phrase after a verb.

use super::*;

pub(super) const EN_STOPS: &[&str] = &[
    "by", "in", "on", "to", "with", "within", "at", "for", "across", "before", "through", "from",
    "and", "so", "that", "which", "who", "of", "using", "via", "until", "during", "over", "per",
    "as", "is", "are", "was", "has", "have", "will",
];

pub(super) fn en_binary(r: &Reading, cl: &Clause) -> Option<Place> {
    let c = &r.c;
    let tokens: Vec<&Token> = r
        .tokens
        .iter()
        .filter(|t| t.start >= cl.start && t.end <= cl.end && !r.in_purpose(t.start))
        .collect();
    for (n, t) in tokens.iter().enumerate() {
        let negated = ends(
            c,
            back(c, t.start),
            &[
                "not", "n't", "to not", "without", "whether", "ways to", "helps", "how to", "yet",
            ],
        )
        .is_some();
        if !t.is(class::DONE) || negated {
            continue;
        }
        let word = slice(c, t.start, t.end);
        let first = only_filler(c, cl.start, t.start);
        let gerund = word.ends_with("ing");
        let helped = ends(
            c,
            back(c, t.start),
            &[
                "is",
                "are",
                "been",
                "be",
                "being",
                "was",
                "were",
                "get",
                "gets",
                "fully",
                "+",
                "certified",
                "and",
                "hired",
            ],
        )
        .is_some();
        let passive = t.past && (helped || at_clause_end(r, t, cl));
        let coordinated = ends(
            c,
            back(c, t.start),
            &[
                "and", "&", "will", "we've", "have", "has", "to", "then", "also",
            ],
        )
        .is_some();
        if passive && !first {
            let p = (subject_start(r, cl.start), back(c, t.start));
            let s = slice(c, p.0, p.1);
            let start_word_univ = r.find((p.0, p.1), class::UNIV).is_some();
            if s.len() > 3 && !start_word_univ && !weak_subject(r, p) {
                return Some(strip_aux(c, p));
            }
            continue;
        }
        if gerund || !(first || coordinated || n == 0) {
            continue;
        }
        let mut np = noun_phrase(r, t.end, cl.end);
        if np.1 <= np.0
            && let Some((_, e)) = any_word(
                c,
                skip(c, t.end),
                &["in", "to", "into", "at", "with", "for"],
            )
        {
            // launch in Germany, move to the new office
            let k = skip(c, e);
            np = if at(&r.orig, k).is_uppercase() || any_word(c, k, &["the", "a", "our"]).is_some()
            {
                noun_phrase(r, k, cl.end)
            } else {
                np
            };
        }
        if np.1 > np.0 && !weak_np(r, np) {
            return Some(np);
        }
    }
    if let Some(m) = tokens.iter().find(|t| t.is(class::MILESTONE)) {
        return Some((m.start, m.end));
    }
    // build, establish, develop, set up + named artefact
    for t in &tokens {
        let word = slice(c, t.start, t.end);
        let stem = word.trim_end_matches("ed").trim_end_matches("ing");
        if t.is(class::GENERIC)
            && (matches!(
                stem,
                "build"
                    | "built"
                    | "establish"
                    | "develop"
                    | "set up"
                    | "make"
                    | "made"
                    | "provid"
                    | "provide"
                    | "refresh"
                    | "redesign"
                    | "upgrade"
                    | "updat"
            ))
        {
            let np = noun_phrase(r, t.end, cl.end);
            let head = r.tokens.iter().find(|a| a.end == np.1 && a.start >= np.0);
            if head.is_some_and(|h| h.is(class::ARTEFACT) && !h.is(class::ABSTRACT))
                && np.1 - np.0 > head.map_or(0, |h| h.end - h.start)
                && r.find(np, class::VAGUE).is_none()
            {
                return Some(np);
            }
        }
    }
    None
}

pub(super) fn subject_start(r: &Reading, start: usize) -> usize {
    let c = &r.c;
    let mut s = skip(c, start);
    for t in &r.times {
        if t.start == s {
            s = skip(c, t.end);
        }
    }
    any_word(c, s, &["the", "a", "an", "our", "all", "we have", "we've"])
        .map_or(s, |x| skip(c, x.1))
}

pub(super) fn strip_aux(c: &[char], p: Place) -> Place {
    let mut e = p.1;
    while let Some(s) = ends(
        c,
        e,
        &[
            "is",
            "are",
            "has been",
            "have been",
            "been",
            "be",
            "has",
            "have",
            "was",
            "were",
            "will be",
            "fully",
            "+",
            "certified",
            "and",
            "hired",
            ",",
        ],
    ) {
        let k = back(c, s);
        if k <= p.0 {
            break;
        }
        e = k;
    }
    (p.0, e)
}

pub(super) fn weak_subject(r: &Reading, p: Place) -> bool {
    let text = slice(&r.c, p.0, p.1);
    let words: Vec<&str> = text.split(' ').collect();
    let q = strip_aux(&r.c, p);
    let hollow = r
        .find(q, class::ABSTRACT | class::EMPTY)
        .is_some_and(|t| t.end == q.1 && t.start == q.0);
    hollow
        || words.iter().all(|w| {
            matches!(
                *w,
                "it" | "this" | "that" | "they" | "we" | "be" | "is" | "are" | "and"
            )
        })
}

pub(super) fn at_clause_end(r: &Reading, t: &Token, cl: &Clause) -> bool {
    let k = skip(&r.c, t.end);
    k >= cl.end
        || r.times.iter().any(|x| x.start == k)
        || at(&r.c, k) == '('
        || any_word(&r.c, k, &["and", "in", "by", "on", "across", "with"]).is_some()
            && t.start > cl.start + 6
}

/// Nothing but subjects, brackets, times and adverbs before the verb.
pub(super) fn only_filler(c: &[char], from: usize, to: usize) -> bool {
    let text = slice(c, from, to);
    let text = text.trim().trim_start_matches(['-', '*', '[', ' ', '"']);
    text.is_empty()
        || text.ends_with(']')
        || text.split(' ').all(|w| {
            let w = w.trim_matches(|x: char| !x.is_alphanumeric() && x != '\'');
            w.is_empty()
                || matches!(
                    w,
                    "we" | "we've"
                        | "have"
                        | "will"
                        | "to"
                        | "our"
                        | "goal"
                        | "is"
                        | "fully"
                        | "successfully"
                        | "please"
                        | "team"
                        | "the"
                        | "and"
                        | "then"
                        | "also"
                        | "i"
                        | "by"
                        | "end"
                        | "of"
                        | "in"
                        | "q1"
                        | "q2"
                        | "q3"
                        | "q4"
                        | "should"
                        | "must"
                        | "has"
                )
                || w.chars().all(|x| x.is_ascii_digit())
                || w.len() > 2 && classes(w) & (class::HEDGE | class::VTIME) != 0
                || w.ends_with("ly")
        })
        || text.split(' ').count() <= 3 && text.ends_with(" will")
}

/// The object after an English verb, up to a preposition, stop or time.
pub(super) fn noun_phrase(r: &Reading, from: usize, end: usize) -> Place {
    let c = &r.c;
    let mut s = skip(c, from);
    if let Some((_, e)) = any_word(
        c,
        s,
        &[
            "a", "an", "the", "our", "its", "their", "one", "new", "out", "up",
        ],
    ) {
        s = skip(c, e);
    }
    let mut e = s;
    let mut k = s;
    while k < end {
        if let Some(t) = r
            .times
            .iter()
            .find(|t| t.start == k && !matches!(t.class, Some(TimeClass::Name | TimeClass::Window)))
        {
            if k == s && t.span.is_some() && at(c, skip(c, t.end)).is_ascii_alphabetic() {
                // Q2 pipeline: the period belongs to the name
                k = t.end;
                e = k;
                continue;
            }
            break;
        }
        if word_start(c, k) && at(c, k).is_ascii_alphabetic() {
            let w = slice(c, k, word_end(c, k));
            if EN_STOPS.contains(&w.as_str())
                && !(w == "of" && k > s)
                && !(w == "in" && at(c, k + 2) == '-')
            {
                break;
            }
            k = word_end(c, k);
            e = k;
            continue;
        }
        if matches!(at(c, k), '(' | ',' | ';') {
            break;
        }
        k += 1;
        if !matches!(at(c, k - 1), ' ' | '-' | '"') {
            e = k;
        }
    }
    (s, e)
}

/// A bare category plural, an abstract head, or a single vague word.
pub(super) fn weak_np(r: &Reading, np: Place) -> bool {
    let c = &r.c;
    let head_end = (np.0..np.1)
        .find(|k| lit(c, *k, " of ").is_some())
        .unwrap_or(np.1);
    let head = r
        .tokens
        .iter()
        .find(|t| t.end == head_end && t.start >= np.0);
    let words = slice(c, np.0, np.1).split(' ').count();
    let vague = r.find(np, class::VAGUE).is_some();
    let named = (np.0..np.1).any(|k| at(&r.orig, k).is_uppercase() && k > 0);
    match head {
        Some(h) if h.is(class::EMPTY) => true,
        Some(h) if h.is(class::ARTEFACT) && !h.is(class::ABSTRACT) => vague && words <= 2,
        Some(h) if h.is(class::ABSTRACT | class::CATEGORY) => !named || vague || words <= 1,
        _ => {
            words <= 1
                && !named
                && at(c, np.1.saturating_sub(1)) == 's'
                && r.find(np, class::METRIC).is_none()
                || vague && words <= 2
        }
    }
}
