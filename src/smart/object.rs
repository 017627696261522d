//! What the goal is about: metric, direction, deliverable; concrete or only an abstract noun.

mod binary_en;
mod binary_zh;
mod concrete;
mod direction;
mod metric;
mod universal;

use binary_en::{en_binary, noun_phrase, only_filler};
use binary_zh::{trim_before, trim_object, zh_binary};
use concrete::concrete;
use direction::direction;
use metric::metric;
use universal::{counted, universal};

use super::clause::Clause;
use super::lexicon::{Token, class, classes};
use super::parse::{Place, Reading};
use super::quantity::Kind;
use super::roles::{Role, verb_before};
use super::text::{any, any_word, at, back, ends, han, lit, skip, slice, word_end, word_start};
use super::types::{Cmp, Direction, Lang, TimeClass};

/// Fills metric, direction, binary, universal, concrete, hollow.
pub(crate) fn judge(r: &mut Reading) {
    r.not_goal = not_goal(r);
    r.universal = universal(r);
    r.binary = if r.lang == Lang::Zh {
        r.clauses.iter().find_map(|cl| zh_binary(r, cl))
    } else {
        r.clauses.iter().find_map(|cl| en_binary(r, cl))
    };
    r.verb = main_verb(r);
    r.metric = metric(r);
    r.direction = direction(r);
    r.hollow = r
        .tokens
        .iter()
        .find(|t| t.is(class::ABSTRACT | class::SLOGAN))
        .map(|t| (t.start, t.end));
    r.concrete = concrete(r);
    if r.metric.is_none() {
        r.metric = r.binary.or(r.concrete).or_else(|| counted(r));
    }
}

fn not_goal(r: &Reading) -> Option<Place> {
    let hit = r.tokens.iter().find(|t| t.is(class::NOTGOAL))?;
    let word = slice(&r.c, hit.start, hit.end);
    if matches!(word.as_str(), "不以" | "不做" | "暂不" | "放弃") && r.targets().next().is_some()
    {
        return None;
    }
    let level = r
        .targets()
        .any(|q| q.start > hit.end && q.start < hit.end + 12);
    (!level).then_some((hit.start, hit.end))
}

fn main_verb(r: &Reading) -> Option<Token> {
    if let Some(q) = r.targets().next()
        && let Some(v) = verb_before(r, q)
    {
        return Some(*v);
    }
    r.tokens
        .iter()
        .find(|t| t.is(class::VERB) && !r.in_purpose(t.start))
        .copied()
}

impl super::quantity::Qty {
    /// After the digits and a unit that is no noun of its own (%, times).
    pub(crate) fn num_end(&self) -> usize {
        self.end
    }
}
