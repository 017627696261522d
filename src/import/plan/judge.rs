//! What a line or a table is taken for.

use super::{Content, Place, Reader, fields, section};
use crate::catalogue::ids::{
    kpi_dictionary, meeting_cadence, performance_incentives, purpose_scope, raci_matrix,
    risk_register, roles_duties, smart_goals, sop_workflow, strategy_plan, work_content,
};
use crate::import::rows::{
    MEANS, best_table, has_cadence, has_meeting, is_chat, is_raci, is_role, is_timing, opens_duty,
    split_name,
};
use crate::model::Lang;
use crate::smart::{Context, Input, Verdict, assess, find_goals};

/// What is known about the place of a line in its text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spot<'a> {
    /// The section of the heading above.
    pub(super) section: Option<&'static str>,
    /// The words of the nearest heading.
    pub(super) heading: Option<&'a str>,
    /// An item of a list, and whether a numbered one.
    pub(super) item: Option<bool>,
    /// Under the name of a role.
    pub(super) role: bool,
    /// Before the first heading.
    pub(super) opening: bool,
}

/// Possible places with how likely each is.
#[derive(Default)]
pub(super) struct Ranking(Vec<(Place, f64)>);

impl Ranking {
    pub(super) fn add(&mut self, place: Option<Place>, confidence: f64) {
        let Some(place) = place else { return };
        match self.0.iter_mut().find(|(other, _)| *other == place) {
            Some((_, known)) => *known = known.max(confidence),
            None => self.0.push((place, confidence)),
        }
    }
}

const fn rows(section: &'static str, table: &'static str) -> Option<Place> {
    Some(Place::Rows { section, table })
}

pub(super) const GOALS: Option<Place> = rows(smart_goals::ID, smart_goals::goals::TABLE);
pub(super) const DUTIES: Option<Place> = rows(roles_duties::ID, roles_duties::duties::TABLE);
pub(super) const ROLES: Option<Place> = rows(roles_duties::ID, roles_duties::roles::TABLE);
pub(super) const KPIS: Option<Place> = rows(kpi_dictionary::ID, kpi_dictionary::kpis::TABLE);
pub(super) const MEETINGS: Option<Place> =
    rows(meeting_cadence::ID, meeting_cadence::meetings::TABLE);
pub(super) const RISKS: Option<Place> = rows(risk_register::ID, risk_register::risks::TABLE);
pub(super) const STEPS: Option<Place> = rows(sop_workflow::ID, sop_workflow::steps::TABLE);
pub(super) const TERMS: Option<Place> = rows(purpose_scope::ID, purpose_scope::terms::TABLE);
pub(super) const WORK: Option<Place> = rows(work_content::ID, work_content::items::TABLE);
pub(super) const ACTIONS: Option<Place> = rows(strategy_plan::ID, strategy_plan::actions::TABLE);

/// Below it a piece stays in the tray.
const PLACED: f64 = 0.45;

/// Where a piece goes, how sure that is, and where else it may belong.
pub(super) fn judge(
    reader: &Reader,
    content: &Content,
    spot: Spot<'_>,
) -> (Place, f64, Vec<Place>) {
    let mut ranking = Ranking::default();
    match content {
        Content::Table(cells) => table(reader, cells, spot, &mut ranking),
        Content::Line(line) => {
            shapes(reader, line, spot, &mut ranking);
            section::rank(reader, line, spot, &mut ranking);
        }
    }
    let mut all = ranking.0;
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    let best = all
        .first()
        .copied()
        .filter(|(_, confidence)| *confidence >= PLACED);
    let (place, confidence) = best.unwrap_or((Place::Tray, 1.0));
    let others = all
        .into_iter()
        .map(|(place, _)| place)
        .filter(|other| *other != place);
    (place, confidence, others.take(4).collect())
}

fn table(reader: &Reader, cells: &[Vec<String>], spot: Spot<'_>, ranking: &mut Ranking) {
    if is_raci(cells) {
        ranking.add(rows(raci_matrix::ID, raci_matrix::activities::TABLE), 0.9);
        return;
    }
    let Some(head) = cells.first() else { return };
    if let Some(found) = best_table(head, spot.section, &reader.columns) {
        ranking.add(rows(found.section, found.table.id), found.confidence);
    }
    ranking.add(spot.section.and_then(fields::rows), 0.3);
}

/// What a line is by its own shape, wherever it stands.
fn shapes(reader: &Reader, line: &str, spot: Spot<'_>, ranking: &mut Ranking) {
    let length = line.chars().count();
    let here = |section: &str| spot.section == Some(section);
    let apart = split_name(line);
    let holder = apart.is_some_and(|(name, _)| is_role(name));
    let goal = goal(reader, line);
    if goal > 0.0 {
        let confidence = match spot.section {
            Some(smart_goals::ID) => 0.95,
            Some(kpi_dictionary::ID | performance_incentives::ID) => goal * 0.7,
            Some(risk_register::ID | meeting_cadence::ID | sop_workflow::ID) => goal * 0.5,
            _ if holder || opens_duty(line) && spot.role => goal * 0.6,
            Some(_) if goal < 0.8 => goal * 0.8,
            _ => goal,
        };
        ranking.add(GOALS, confidence);
    }
    if holder {
        let confidence = match spot.section {
            None | Some(roles_duties::ID) => 0.88,
            Some(work_content::ID) => 0.6,
            Some(_) => 0.52,
        };
        ranking.add(DUTIES, confidence);
    } else if opens_duty(line) && length <= 160 {
        let confidence = match spot.section {
            Some(roles_duties::ID) => 0.86,
            None => 0.7,
            Some(work_content::ID) => 0.5,
            Some(smart_goals::ID) if spot.item.is_some() && goal < 0.5 => 0.64,
            // Prose under another heading tells what is done there, not whose duty it is.
            Some(_) if spot.item.is_none() => 0.3,
            Some(_) => 0.42,
        };
        ranking.add(DUTIES, confidence);
    }
    if has_meeting(line) && has_cadence(line) && length <= 120 {
        let named = apart.is_some_and(|(name, _)| has_meeting(name));
        let confidence = match (here(meeting_cadence::ID), named) {
            (true, _) => 0.9,
            (false, true) => 0.75,
            (false, false) if holder || opens_duty(line) => 0.35,
            (false, false) => 0.56,
        };
        ranking.add(MEETINGS, confidence);
    }
    let answered = ["应对", "措施", "预案", "mitigat", "response"]
        .iter()
        .any(|cue| line.contains(cue));
    if (line.contains("风险") || line.contains("Risk:")) && answered && apart.is_some() {
        ranking.add(RISKS, if here(risk_register::ID) { 0.9 } else { 0.65 });
    }
    if MEANS.iter().any(|word| line.contains(word)) && length <= 160 {
        ranking.add(TERMS, if here(purpose_scope::ID) { 0.85 } else { 0.6 });
    }
    let measured = ["公式", "口径", "计算方式", "÷", "formula"]
        .iter()
        .any(|cue| line.contains(cue));
    if measured && apart.is_some() && length <= 160 {
        ranking.add(KPIS, if here(kpi_dictionary::ID) { 0.92 } else { 0.66 });
    }
}

/// How sure it is that a line is a goal: with figure and end, with one of both, or only its looks.
fn goal(reader: &Reader, line: &str) -> f64 {
    let length = line.chars().count();
    if length > 200 || is_timing(line) || is_chat(line) {
        return 0.0;
    }
    let found = find_goals(line, None, reader.today);
    if !found
        .iter()
        .any(|goal| goal.text.chars().count() * 2 > length)
    {
        return 0.0;
    }
    let context = Context::default();
    let judged = assess(&Input {
        text: line,
        lang: None,
        messages: Lang::Zh,
        today: reader.today,
        context: &context,
    });
    let pass = |verdict| verdict == Verdict::Pass;
    match (pass(judged.letters.m), pass(judged.letters.t)) {
        (true, true) if length <= 120 => 0.86,
        (true, _) if judged.goal.metric.is_some() => 0.56,
        (true, true) => 0.5,
        _ => 0.3,
    }
}

/// Whether a sentence is a goal with figure and end.
pub(super) fn is_dated_goal(reader: &Reader, sentence: &str) -> bool {
    goal(reader, sentence) >= 0.8
}
