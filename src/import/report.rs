//! 体检: what a file of this kind should have and the text lacks, its goals and their verdicts,
//! duties without an owner or twice, words that promise nothing, figures without a baseline.

use super::heading::LIKELY;
use super::plan::{Content, HeadingKind, Piece, Place, Plan, Reader};
use super::rows::Draft;
use crate::catalogue::ids::{charter_header, kpi_dictionary, roles_duties, smart_goals};
use crate::catalogue::{self, KINDS, KindDef, Texts};
use crate::model::Lang;
use crate::smart::{
    Assessment, Context, Direction, Input, Letters, Severity, VagueWord, Verdict, assess,
    vague_words,
};
use crate::text::{Features, similarity};
use serde::Serialize;
use std::collections::BTreeSet;

/// From this likeness on two duties say the same.
const TWICE: f64 = 0.75;
/// So many duties are compared each with each; a text with more repeats itself anyway.
const COMPARED: usize = 400;

/// What there is to say about a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// The kind of charter that it is measured by.
    pub kind: String,
    /// Headings and the sections that they stand for.
    pub matched: Vec<Matched>,
    /// What found no place.
    pub unmatched: Vec<Unmatched>,
    /// The goals of the text.
    pub goals: Vec<JudgedGoal>,
    /// Sections that are there and that are not.
    pub coverage: Coverage,
    /// Duties that no role has.
    pub duties_without_owner: Vec<String>,
    /// Duties that say the same.
    pub duties_twice: Vec<Twice>,
    /// Words that promise nothing.
    pub vague: Vec<VagueLine>,
    /// Goals and KPIs with a target and no present value.
    pub no_baseline: Vec<String>,
}

/// A heading with its section.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Matched {
    /// The words of the heading.
    pub heading: String,
    /// The section type.
    pub section: &'static str,
    /// From 0 to 1.
    pub confidence: f64,
}

/// A text without a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unmatched {
    /// Its words.
    pub text: String,
    /// The heading that it stands under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
}

/// A goal with its verdicts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct JudgedGoal {
    /// The sentence.
    pub text: String,
    /// The five verdicts.
    pub letters: Letters,
    /// The letters that are not met or cannot be judged.
    pub open: String,
    /// What is wrong, in the reader's language.
    pub says: Vec<String>,
}

/// Sections of the kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Those that the text has.
    pub present: Vec<&'static str>,
    /// Required and recommended ones that it has not.
    pub missing: Vec<&'static str>,
    /// The required ones among them.
    pub required: Vec<&'static str>,
}

/// Two duties that say the same.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Twice {
    /// The one.
    pub first: String,
    /// The other.
    pub second: String,
    /// From 0 to 1.
    pub likeness: f64,
}

/// A line with words that promise nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VagueLine {
    /// The line.
    pub text: String,
    /// The words, where they stand.
    pub words: Vec<VagueWord>,
}

/// The report on a plan. `messages` is the reader's language.
pub fn report(plan: &Plan, reader: &Reader, kind: &str, messages: Lang) -> Report {
    let mut report = Report {
        kind: kind.to_owned(),
        ..Report::default()
    };
    headings(plan, &mut report);
    let mut duties = Vec::new();
    for piece in &plan.pieces {
        vague(piece, &mut report);
        match piece.place {
            Place::Tray => report.unmatched.push(Unmatched {
                text: piece.text(),
                under: plan.heading(piece).map(|heading| heading.text.clone()),
            }),
            Place::Rows { section, table } => {
                for draft in reader.drafts(piece) {
                    match (section, table) {
                        (smart_goals::ID, smart_goals::goals::TABLE) => {
                            goal(&draft, reader, messages, &mut report);
                        }
                        (kpi_dictionary::ID, kpi_dictionary::kpis::TABLE) => {
                            kpi(&draft, &mut report);
                        }
                        (roles_duties::ID, roles_duties::duties::TABLE) => duties.push(draft),
                        _ => {}
                    }
                }
            }
            Place::Field { .. } => {}
        }
    }
    compare(&duties, &mut report);
    report.coverage = coverage(plan, kind);
    report
}

fn headings(plan: &Plan, report: &mut Report) {
    for heading in &plan.headings {
        match (heading.kind, heading.section) {
            (HeadingKind::Title, _) => report.matched.push(Matched {
                heading: heading.text.clone(),
                section: charter_header::ID,
                confidence: heading.confidence,
            }),
            (_, Some(section)) => report.matched.push(Matched {
                heading: heading.text.clone(),
                section,
                confidence: heading.confidence,
            }),
            (_, None) => report.unmatched.push(Unmatched {
                text: heading.text.clone(),
                under: None,
            }),
        }
    }
}

fn vague(piece: &Piece, report: &mut Report) {
    let lines: Vec<String> = match &piece.content {
        Content::Line(line) => vec![line.clone()],
        Content::Table(rows) => rows.iter().skip(1).map(|row| row.join("，")).collect(),
    };
    for text in lines {
        let words = vague_words(&text);
        if !words.is_empty() {
            report.vague.push(VagueLine { text, words });
        }
    }
}

fn goal(draft: &Draft, reader: &Reader, messages: Lang, report: &mut Report) {
    let Some(text) = draft.text(smart_goals::goals::STATEMENT) else {
        return;
    };
    let context = Context::default();
    let judged = assess(&Input {
        text,
        lang: None,
        messages,
        today: reader.today,
        context: &context,
    });
    if lacks_baseline(&judged) {
        report.no_baseline.push(text.to_owned());
    }
    let letters = judged.letters;
    let open = [
        ('S', letters.s),
        ('M', letters.m),
        ('A', letters.a),
        ('R', letters.r),
        ('T', letters.t),
    ];
    let grave = judged
        .findings
        .iter()
        .filter(|finding| matches!(finding.severity, Severity::Error | Severity::Ask));
    report.goals.push(JudgedGoal {
        text: text.to_owned(),
        letters,
        open: open
            .iter()
            .filter(|(_, verdict)| *verdict != Verdict::Pass)
            .map(|(letter, _)| *letter)
            .collect(),
        says: grave
            .take(3)
            .map(|finding| finding.message.clone())
            .collect(),
    });
}

/// A figure to be reached, by a change, from nowhere.
fn lacks_baseline(judged: &Assessment) -> bool {
    let changes = matches!(judged.goal.direction, Some(Direction::Up | Direction::Down));
    let target = judged
        .goal
        .targets
        .iter()
        .any(|target| target.value.is_some());
    changes && target && judged.goal.baseline.is_none()
}

fn kpi(draft: &Draft, report: &mut Report) {
    use kpi_dictionary::kpis;
    if draft.text(kpis::TARGET).is_some() && draft.text(kpis::BASELINE).is_none() {
        let name = draft.text(kpis::NAME).or(draft.text(kpis::TARGET));
        report.no_baseline.extend(name.map(str::to_owned));
    }
}

fn compare(duties: &[Draft], report: &mut Report) {
    use roles_duties::duties as columns;
    let mut seen: Vec<(&str, Option<&str>, Features)> = Vec::new();
    for draft in duties {
        let Some(text) = draft.text(columns::DUTY) else {
            continue;
        };
        let role = draft.text(columns::ROLE);
        if role.is_none() {
            report.duties_without_owner.push(text.to_owned());
        }
        let features = Features::of(text);
        for (other, other_role, known) in &seen {
            let likeness = known.likeness(&features);
            if likeness >= TWICE {
                let named = |role: Option<&str>, text: &str| match role {
                    Some(role) => format!("{role}：{text}"),
                    None => text.to_owned(),
                };
                report.duties_twice.push(Twice {
                    first: named(*other_role, other),
                    second: named(role, text),
                    likeness: (likeness * 100.0).round() / 100.0,
                });
                break;
            }
        }
        if seen.len() < COMPARED {
            seen.push((text, role, features));
        }
    }
}

/// The section types that a text speaks of.
fn present(plan: &Plan) -> BTreeSet<&'static str> {
    let titled = plan
        .headings
        .iter()
        .any(|heading| heading.kind == HeadingKind::Title);
    let headings = plan
        .headings
        .iter()
        .filter(|heading| heading.kind != HeadingKind::Part && heading.confidence >= LIKELY)
        .filter_map(|heading| heading.section);
    let pieces = plan.pieces.iter().filter_map(|piece| piece.place.section());
    headings
        .chain(pieces)
        .chain(titled.then_some(charter_header::ID))
        .collect()
}

fn coverage(plan: &Plan, kind: &str) -> Coverage {
    let there = present(plan);
    let offered = catalogue::kind(kind).map_or(&[][..], |kind| kind.sections);
    let missing = |need: &[&str]| -> Vec<&'static str> {
        offered
            .iter()
            .filter(|offered| need.contains(&offered.need) && !there.contains(offered.id))
            .map(|offered| offered.id)
            .collect()
    };
    Coverage {
        missing: missing(&["required", "recommended"]),
        required: missing(&["required"]),
        present: there.into_iter().collect(),
    }
}

/// The kind of charter that a text most likely is, of those that can be made. `texts` are in the
/// language of the text, where they are at hand.
pub fn suggested_kind(plan: &Plan, texts: &Texts) -> &'static str {
    let there = present(plan);
    let title = plan
        .headings
        .iter()
        .find(|heading| heading.kind == HeadingKind::Title)
        .map_or("", |heading| heading.text.as_str());
    let score = |kind: &KindDef| {
        let named = similarity(title, texts.get(kind.name));
        let Some(core) = kind.profiles.first() else {
            return named;
        };
        let sections: Vec<&str> = core
            .chapters
            .iter()
            .flat_map(|chapter| chapter.sections)
            .copied()
            .collect();
        let found = sections.iter().filter(|id| there.contains(*id)).count();
        named + found as f64 / sections.len().max(1) as f64
    };
    let ready = KINDS.iter().filter(|kind| kind.ready);
    // Of equals the first.
    let best = ready.rev().max_by(|a, b| score(a).total_cmp(&score(b)));
    best.or_else(|| KINDS.first()).map_or("", |kind| kind.id)
}
