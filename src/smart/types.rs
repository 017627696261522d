//! The public types of an assessment, spelt in JSON as the output contract says.
//!
//! All offsets count Unicode scalar values of the original text, `end` exclusive.
//! Values are in base units (万 = 1e4, three tenths = 30 per cent); dates are calendar dates.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use crate::model::Lang;

/// What a letter came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Met.
    Pass,
    /// Not met.
    Fail,
    /// Cannot be judged from what is given.
    #[default]
    Unknown,
}

/// One letter of SMART.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Letter {
    /// Specific.
    S,
    /// Measurable.
    M,
    /// Achievable.
    A,
    /// Relevant.
    R,
    /// Time-bound.
    T,
}

/// The five verdicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letters {
    /// Specific.
    #[serde(rename = "S")]
    pub s: Verdict,
    /// Measurable.
    #[serde(rename = "M")]
    pub m: Verdict,
    /// Achievable.
    #[serde(rename = "A")]
    pub a: Verdict,
    /// Relevant.
    #[serde(rename = "R")]
    pub r: Verdict,
    /// Time-bound.
    #[serde(rename = "T")]
    pub t: Verdict,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Fails its letter.
    Error,
    /// Costs points, fails nothing.
    Warn,
    /// Worth knowing.
    Info,
    /// One question to the writer.
    Ask,
}

/// A whole rewritten sentence that clears its finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What the button says.
    pub label: String,
    /// The whole sentence after the fix.
    pub text: String,
    /// Nothing is lost: it may be applied at once.
    pub auto: bool,
    /// It inserts 【…】 that the writer fills.
    pub slot: bool,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Permanent rule id.
    pub rule: &'static str,
    /// The letter it belongs to.
    pub letter: Letter,
    /// How grave.
    pub severity: Severity,
    /// First character.
    pub start: usize,
    /// After the last character.
    pub end: usize,
    /// The words, as written.
    pub text: String,
    /// What is the matter.
    pub message: String,
    /// What to do next.
    pub hint: String,
    /// Ways out.
    pub fixes: Vec<Fix>,
}

/// Words that a letter rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The letter.
    pub letter: Letter,
    /// First character.
    pub start: usize,
    /// After the last character.
    pub end: usize,
}

/// One short sentence per letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reasons {
    /// Specific.
    #[serde(rename = "S")]
    pub s: String,
    /// Measurable.
    #[serde(rename = "M")]
    pub m: String,
    /// Achievable.
    #[serde(rename = "A")]
    pub a: String,
    /// Relevant.
    #[serde(rename = "R")]
    pub r: String,
    /// Time-bound.
    #[serde(rename = "T")]
    pub t: String,
}

/// Where a metric shall go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// More of it.
    Up,
    /// Less of it.
    Down,
    /// To a value, no verb of change.
    Reach,
    /// Within a limit.
    Keep,
    /// Something gets done.
    Do,
}

/// A value with its unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// In base units.
    pub value: f64,
    /// As written; `%` for shares.
    #[serde(default)]
    pub unit: Option<String>,
}

/// What kind of figure a target is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TargetKind {
    /// A level.
    #[default]
    Abs,
    /// A relative change in per cent.
    Dpct,
    /// A change in percentage points.
    Dpp,
    /// An absolute change.
    Dabs,
    /// A multiple of the present level.
    Ratio,
    /// A band of levels.
    Range,
    /// A quota per period.
    Freq,
    /// Done or not done.
    Binary,
}

/// How a value is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cmp {
    /// Exactly.
    #[default]
    #[serde(rename = "=")]
    Eq,
    /// At least.
    #[serde(rename = ">=")]
    Ge,
    /// At most.
    #[serde(rename = "<=")]
    Le,
    /// More than.
    #[serde(rename = ">")]
    Gt,
    /// Less than.
    #[serde(rename = "<")]
    Lt,
    /// About.
    #[serde(rename = "~")]
    About,
    /// Between `min` and `max`.
    #[serde(rename = "range")]
    Range,
}

/// A target figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Target {
    /// What kind of figure.
    pub kind: TargetKind,
    /// How it is compared.
    pub cmp: Cmp,
    /// The value in base units; none for ranges and yes/no.
    pub value: Option<f64>,
    /// Lower end of a range.
    pub min: Option<f64>,
    /// Upper end of a range.
    pub max: Option<f64>,
    /// Unit as written.
    pub unit: Option<String>,
    /// The words, as written.
    pub text: String,
}

/// What a deadline is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DeadlineKind {
    /// A calendar date.
    Date,
    /// A quota per period.
    Cadence,
    /// An event without a date.
    Event,
}

/// When the goal ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The words, as written.
    pub text: String,
    /// The last day that counts.
    pub date: Option<NaiveDate>,
    /// What it is.
    pub kind: DeadlineKind,
}

/// The goal as read from the sentence.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GoalParts {
    /// Shortest phrase as written.
    pub metric: Option<String>,
    /// Where it goes.
    pub direction: Option<Direction>,
    /// Where it stands.
    pub baseline: Option<Amount>,
    /// All target figures, the first clause first.
    pub targets: Vec<Target>,
    /// When it ends.
    pub deadline: Option<Deadline>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// What it serves.
    pub purpose: Option<String>,
}

/// A past value of the metric.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// Day of the value.
    pub date: NaiveDate,
    /// In base units.
    pub value: f64,
}

/// Days from and to, inclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

/// What is known beside the sentence. Empty by default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Context {
    /// Present level.
    pub baseline: Option<Amount>,
    /// Target from the field.
    pub target: Option<Target>,
    /// Deadline from the field.
    pub deadline: Option<NaiveDate>,
    /// Owner from the field.
    pub owner: Option<String>,
    /// The charter's objectives.
    pub objectives: Vec<String>,
    /// The objective this goal is linked to.
    pub objective: Option<String>,
    /// Past values, any order.
    pub history: Vec<Past>,
    /// The charter's effective period.
    pub period: Option<Period>,
}

/// What is to be assessed.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The sentence.
    pub text: &'a str,
    /// Its language; detected when absent.
    pub lang: Option<Lang>,
    /// The language of messages.
    pub messages: Lang,
    /// The day to count from.
    pub today: NaiveDate,
    /// What is known beside the sentence.
    pub context: &'a Context,
}

/// The outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assessment {
    /// The language the sentence was read in.
    pub lang: Lang,
    /// The five verdicts.
    pub letters: Letters,
    /// 0 to 100.
    pub score: u8,
    /// What was read.
    pub goal: GoalParts,
    /// What is the matter, in the order of the rules.
    pub findings: Vec<Finding>,
    /// The words each letter rests on.
    pub evidence: Vec<Evidence>,
    /// Why each letter came out as it did.
    pub reasons: Reasons,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityType {
    /// A number.
    Number,
    /// A rank.
    Ordinal,
    /// A share.
    Percent,
    /// Money.
    Currency,
    /// A number with another unit.
    Dimension,
    /// A day.
    Date,
    /// Several days.
    DateRange,
    /// A length of time.
    Duration,
    /// A repetition.
    Set,
}

/// What a time expression does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeClass {
    /// Ends the goal.
    Deadline,
    /// A quota per period.
    Cadence,
    /// A metric window or service level.
    Window,
    /// An event without a date.
    Event,
    /// The date of a baseline.
    Baseline,
    /// Part of a name.
    Name,
    /// No date can be read.
    Vague,
}

/// A number or time expression found in a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entity {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// The words, as written.
    pub text: String,
    /// First character.
    pub start: usize,
    /// After the last character.
    pub end: usize,
    /// In base units.
    pub value: Option<f64>,
    /// Unit as written.
    pub unit: Option<String>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// Length of a duration.
    pub seconds: Option<i64>,
    /// What a time expression does here.
    pub class: Option<TimeClass>,
}

/// The structured parts of a goal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Parts {
    /// What is measured, or the deliverable.
    pub metric: Option<String>,
    /// Where it goes.
    pub direction: Option<Direction>,
    /// Where it stands.
    pub baseline: Option<f64>,
    /// Where it shall be.
    pub target: Option<Target>,
    /// Unit of baseline and target.
    pub unit: Option<String>,
    /// First day.
    pub start: Option<NaiveDate>,
    /// Last day.
    pub deadline: Option<NaiveDate>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The objective it belongs to.
    pub objective: Option<String>,
    /// What it serves.
    pub purpose: Option<String>,
}

/// A goal inside a longer text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundGoal {
    /// First character.
    pub start: usize,
    /// After the last character.
    pub end: usize,
    /// The goal, as written, without list marks.
    pub text: String,
}
