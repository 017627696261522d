//! The SMART check: one goal sentence in, verdicts with reasons, findings and ways out. Rule-based, Chinese and English.
//!
//! No clock and no randomness: `today` is an argument. Every verdict quotes the words it rests on, every failure says what to
//! do next, and no fix invents a number. Offsets count Unicode scalar values of the original text, `end` exclusive.
//!
//! Pipeline: `fold` → lexicon tokens, quantities, times → clauses and roles → verdicts → rules → fixes, each re-checked.

mod assess;
mod clause;
mod compose;
mod extract;
mod find;
mod fix;
mod fold;
mod hash;
mod lexicon;
mod object;
mod parse;
mod quantity;
mod reasons;
mod roles;
mod rules;
mod text;
mod time;
mod types;
mod vague;
mod verdict;
mod verdict_past;
mod words;

pub use assess::assess;
pub use compose::{compose, read_parts};
pub use extract::extract;
pub use find::find_goals;
pub use rules::{RULES, Rule};
pub use types::{
    Amount, Assessment, Cmp, Context, Deadline, DeadlineKind, Direction, Entity, EntityType,
    Evidence, Finding, Fix, FoundGoal, GoalParts, Input, Lang, Letter, Letters, Parts, Past,
    Period, Reasons, Severity, Target, TargetKind, TimeClass, Verdict,
};
pub use vague::{VagueWord, vague_words};
