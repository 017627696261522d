//! The rules, one file each, and the list that registers them. Ids are permanent.

mod a01;
mod a02;
mod a03;
mod a04;
mod a05;
mod m01;
mod m02;
mod m03;
mod m04;
mod m05;
mod m06;
mod m07;
mod m08;
mod r01;
mod r02;
mod s01;
mod s02;
mod s03;
mod s04;
mod s05;
mod s06;
mod t01;
mod t02;
mod t03;
mod t04;
mod t05;
mod t06;
mod t07;
mod t08;
mod v01;
mod v02;

use super::fix::Case;
use super::parse::Place;
use super::types::{Fix, Letter, Severity};

/// What a rule is.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Permanent id.
    pub id: &'static str,
    /// The letter it belongs to.
    pub letter: Letter,
    /// Usual severity.
    pub severity: Severity,
    /// Short name, Chinese and English.
    pub title: [&'static str; 2],
    /// One or two sentences, Chinese and English.
    pub doc: [&'static str; 2],
    pub(crate) find: fn(&Case<'_>) -> Vec<Hit>,
}

/// One place a rule speaks about, in the language of messages.
pub(crate) struct Hit {
    pub(crate) place: Place,
    pub(crate) message: String,
    pub(crate) hint: String,
    pub(crate) fixes: Vec<Fix>,
    /// Where it differs from the rule's own.
    pub(crate) severity: Option<Severity>,
    pub(crate) check: Check,
}

/// How the fixes of a hit are re-checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    /// Each is read anew.
    Each,
    /// They differ in a date only: the first speaks for all.
    First,
    /// A remark of our own wording at the end: read anew only when the sentence is left open.
    Tail,
}

impl Hit {
    fn with(mut self, fixes: Vec<Fix>) -> Self {
        self.fixes = fixes;
        self
    }

    fn checked(mut self, check: Check) -> Self {
        self.check = check;
        self
    }
}

/// All rules, in the order they speak.
pub const RULES: &[Rule] = &[
    s01::RULE,
    s02::RULE,
    s03::RULE,
    s04::RULE,
    s05::RULE,
    s06::RULE,
    m01::RULE,
    m02::RULE,
    m03::RULE,
    m04::RULE,
    m05::RULE,
    m06::RULE,
    m07::RULE,
    m08::RULE,
    a01::RULE,
    a02::RULE,
    a03::RULE,
    a04::RULE,
    a05::RULE,
    r01::RULE,
    r02::RULE,
    t01::RULE,
    t02::RULE,
    t03::RULE,
    t04::RULE,
    t05::RULE,
    t06::RULE,
    t07::RULE,
    t08::RULE,
    v01::RULE,
    v02::RULE,
];
