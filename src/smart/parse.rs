//! From words, quantities and times to roles: metric, direction, baseline, targets, deadline, owner, purpose.

use chrono::NaiveDate;

use super::clause::{self, Clause};
use super::lexicon::{self, Token, class};
use super::object;
use super::quantity::{self, Kind, Qty};
use super::roles::{self, Role};
use super::text::{at, slice};
use super::time::{self, Time};
use super::types::{Direction, Lang, TimeClass};

/// A stretch of the text.
pub(crate) type Place = (usize, usize);

/// Everything read from one sentence.
pub(crate) struct Reading {
    pub(crate) lang: Lang,
    pub(crate) today: NaiveDate,
    /// As written.
    pub(crate) orig: Vec<char>,
    /// Folded.
    pub(crate) c: Vec<char>,
    pub(crate) tokens: Vec<Token>,
    pub(crate) times: Vec<Time>,
    pub(crate) quantities: Vec<(Qty, Role)>,
    pub(crate) clauses: Vec<Clause>,
    pub(crate) purpose: Option<Place>,
    pub(crate) owner: Option<Place>,
    pub(crate) placeholder: Option<Place>,
    pub(crate) not_goal: Option<Place>,
    /// A yes/no deliverable.
    pub(crate) binary: Option<Place>,
    /// 所有, each … with a predicate, or zero by negation: the place and the value.
    pub(crate) universal: Option<(Place, f64)>,
    pub(crate) metric: Option<Place>,
    pub(crate) direction: Option<Direction>,
    /// Place of the object when it is concrete.
    pub(crate) concrete: Option<Place>,
    /// Place of the abstract noun when nothing is concrete.
    pub(crate) hollow: Option<Place>,
    pub(crate) verb: Option<Token>,
}

impl Reading {
    /// Words as written.
    pub(crate) fn words(&self, p: Place) -> String {
        slice(&self.orig, p.0, p.1)
    }

    /// Quantities that are targets.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &Qty> {
        self.quantities
            .iter()
            .filter(|q| q.1 == Role::Target)
            .map(|q| &q.0)
    }

    pub(crate) fn baseline(&self) -> Option<&Qty> {
        self.quantities
            .iter()
            .find(|q| q.1 == Role::Baseline)
            .map(|q| &q.0)
    }

    /// Tokens of a class inside a place.
    pub(crate) fn find(&self, p: Place, class: u32) -> Option<&Token> {
        self.tokens
            .iter()
            .find(|t| t.is(class) && t.start >= p.0 && t.end <= p.1)
    }

    /// Times of a class.
    pub(crate) fn timed(&self, class: TimeClass) -> impl Iterator<Item = &Time> {
        self.times.iter().filter(move |t| t.class == Some(class))
    }

    /// The cadence that carries an amount of its own.
    pub(crate) fn cadence(&self) -> Option<&Time> {
        self.timed(TimeClass::Cadence).next()
    }

    pub(crate) fn in_purpose(&self, i: usize) -> bool {
        self.purpose.is_some_and(|p| i >= p.0 && i < p.1)
    }
}

/// Reads a sentence.
pub(crate) fn read(text: &str, lang: Option<Lang>, today: NaiveDate) -> Reading {
    let lang = lang.unwrap_or_else(|| Lang::detect(text));
    let orig: Vec<char> = text.chars().collect();
    let c = super::fold::fold(text);
    let tokens = lexicon::tokens(&c);
    let mut times = time::scan::<false>(&c, &orig, lang, today);
    time::classify(&c, &mut times, &tokens, lang);
    let quantities = quantity::scan(&c, &orig, lang);
    let mut r = Reading {
        lang,
        today,
        clauses: clause::split(&c, &times),
        orig,
        c,
        tokens,
        times,
        quantities: Vec::new(),
        purpose: None,
        owner: None,
        placeholder: None,
        not_goal: None,
        binary: None,
        universal: None,
        metric: None,
        direction: None,
        concrete: None,
        hollow: None,
        verb: None,
    };
    r.purpose = clause::purpose(&r);
    r.owner = clause::owner(&r);
    r.placeholder = clause::placeholder(&r);
    r.quantities = quantities.into_iter().map(|q| (q, Role::Target)).collect();
    roles::assign(&mut r);
    object::judge(&mut r);
    r
}

/// Whether the quantity is a change (提升 20%) and not a level (提升到 20%).
pub(crate) fn is_change(r: &Reading, q: &Qty) -> bool {
    if matches!(q.kind, Kind::Points | Kind::Change) {
        return true;
    }
    let Some(v) = roles::verb_before(r, q) else {
        return roles::noun_change(r, q);
    };
    if !v.is(class::CHANGE) {
        return false;
    }
    let verb = slice(&r.c, v.start, v.end);
    let level = verb.ends_with(['到', '至', '于'])
        || matches!(verb.as_str(), "expand to" | "新增" | "净增");
    let between = slice(&r.c, v.end, q.num);
    let en = format!(" {between} ");
    let to = between.contains(['到', '至', '为', '在', '达', '破'])
        || between.trim_end().ends_with('成')
        || [
            " to ",
            " at ",
            " under ",
            " below ",
            " above ",
            "≤",
            "≥",
            " less than ",
            " no more than ",
            " within ",
        ]
        .iter()
        .any(|w| en.contains(w) && !en.contains(" by "))
        || (matches!(
            q.cmp,
            super::types::Cmp::Le
                | super::types::Cmp::Ge
                | super::types::Cmp::Lt
                | super::types::Cmp::Gt
        ) && at(&r.c, q.start).is_ascii_punctuation());
    !level && !to
}
