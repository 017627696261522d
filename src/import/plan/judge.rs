//! What a line or a table is taken for.

use super::{Content, Place, Reader, fields};
use crate::catalogue;
use crate::catalogue::ids::{
    charter_header, cross_dept_interface, kpi_dictionary, meeting_cadence, performance_incentives,
    purpose_scope, raci_matrix, risk_register, roles_duties, smart_goals, sop_workflow,
    strategy_plan, summary_outlook, work_content,
};
use crate::import::rows::{
    MEANS, best_table, has_cadence, has_meeting, is_chat, is_raci, is_role, is_timing, labels,
    opens_duty, split_name,
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
struct Ranking(Vec<(Place, f64)>);

impl Ranking {
    fn add(&mut self, place: Option<Place>, confidence: f64) {
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

const GOALS: Option<Place> = rows(smart_goals::ID, smart_goals::goals::TABLE);
const DUTIES: Option<Place> = rows(roles_duties::ID, roles_duties::duties::TABLE);
const ROLES: Option<Place> = rows(roles_duties::ID, roles_duties::roles::TABLE);
const KPIS: Option<Place> = rows(kpi_dictionary::ID, kpi_dictionary::kpis::TABLE);
const MEETINGS: Option<Place> = rows(meeting_cadence::ID, meeting_cadence::meetings::TABLE);
const RISKS: Option<Place> = rows(risk_register::ID, risk_register::risks::TABLE);
const STEPS: Option<Place> = rows(sop_workflow::ID, sop_workflow::steps::TABLE);
const TERMS: Option<Place> = rows(purpose_scope::ID, purpose_scope::terms::TABLE);
const WORK: Option<Place> = rows(work_content::ID, work_content::items::TABLE);
const ACTIONS: Option<Place> = rows(strategy_plan::ID, strategy_plan::actions::TABLE);

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
            section(reader, line, spot, &mut ranking);
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

/// What a line is because of the section that it stands in.
fn section(reader: &Reader, line: &str, spot: Spot<'_>, ranking: &mut Ranking) {
    let length = line.chars().count();
    let Some(section) = spot.section else {
        opening(reader, line, spot, ranking);
        return;
    };
    let item = spot.item.is_some();
    let short = length <= 160;
    let apart = split_name(line);
    if let Some((name, _)) = apart {
        ranking.add(fields::named(section, name, &reader.columns), 0.86);
    }
    let labelled = catalogue::section(section)
        .into_iter()
        .flat_map(|def| def.tables)
        .map(|table| {
            (
                table,
                labels(std::slice::from_ref(table), line, &reader.columns),
            )
        })
        .rev()
        .max_by_key(|(_, count)| *count);
    if let Some((table, count)) = labelled.filter(|(_, count)| *count > 1) {
        ranking.add(
            fields::rows_of(section, table.id),
            if count > 2 { 0.93 } else { 0.87 },
        );
    }
    let by_heading = spot
        .heading
        .and_then(|heading| fields::named(section, heading, &reader.columns));
    ranking.add(by_heading, 0.84);
    match section {
        roles_duties::ID if spot.role || item && short => {
            ranking.add(DUTIES, if spot.role { 0.85 } else { 0.74 });
            let described =
                apart.is_some_and(|(name, rest)| is_role(name) && rest.contains("汇报"));
            ranking.add(ROLES, if described { 0.9 } else { 0.3 });
        }
        smart_goals::ID if item && short && length >= 4 => ranking.add(GOALS, 0.6),
        kpi_dictionary::ID if short && (item || apart.is_some()) => ranking.add(KPIS, 0.8),
        meeting_cadence::ID if short && (item || apart.is_some()) => ranking.add(MEETINGS, 0.62),
        risk_register::ID if short && (item || apart.is_some()) => ranking.add(RISKS, 0.8),
        sop_workflow::ID if short && item => {
            ranking.add(STEPS, if spot.item == Some(true) { 0.86 } else { 0.7 });
        }
        work_content::ID if short && item => ranking.add(WORK, 0.84),
        strategy_plan::ID if short && item => ranking.add(ACTIONS, 0.58),
        purpose_scope::ID => {
            if item && apart.is_some() {
                ranking.add(TERMS, 0.5);
            }
            let cues = [
                ("不适用", "scope_out"),
                ("适用于", "scope_in"),
                ("为了", "purpose"),
                ("为规范", "purpose"),
                ("为明确", "purpose"),
                ("为加强", "purpose"),
                ("旨在", "purpose"),
            ];
            let named = cues.iter().find(|(cue, _)| line.contains(cue));
            ranking.add(
                named.and_then(|(_, field)| fields::field(section, field)),
                0.82,
            );
        }
        cross_dept_interface::ID if apart.is_some_and(|(name, _)| is_department(name)) => {
            ranking.add(
                fields::rows_of(
                    cross_dept_interface::ID,
                    cross_dept_interface::interfaces::TABLE,
                ),
                0.75,
            );
        }
        _ => {}
    }
    let closing = [
        "总之",
        "综上",
        "总的来说",
        "通过以上",
        "通过上述",
        "In summary",
        "In conclusion",
        "Overall,",
    ];
    if !item && closing.iter().any(|cue| line.starts_with(cue)) {
        ranking.add(fields::field(summary_outlook::ID, "summary"), 0.7);
    }
    let known = [
        roles_duties::ID,
        smart_goals::ID,
        kpi_dictionary::ID,
        meeting_cadence::ID,
        risk_register::ID,
        sop_workflow::ID,
        work_content::ID,
    ];
    if item && length >= 4 {
        ranking.add(
            fields::list(section),
            if apart.is_some() { 0.5 } else { 0.58 },
        );
        let generic =
            !known.contains(&section) && length <= 120 && section != cross_dept_interface::ID;
        let rows = fields::rows(section).filter(|_| generic);
        ranking.add(rows, if apart.is_some() { 0.57 } else { 0.5 });
    } else if let Some((place, list)) = fields::prose(section) {
        let chat = is_chat(line);
        let confidence = if chat {
            0.2
        } else if list {
            0.5
        } else {
            0.6
        };
        ranking.add(Some(place), confidence);
    }
}

fn is_department(name: &str) -> bool {
    let ends = [
        "部", "部门", "组", "中心", "团队", "公司", "客服", "财务", "技术", "产品", "市场", "法务",
        "IT",
    ];
    let english = [
        "Marketing",
        "Finance",
        "Sales",
        "Product",
        "Legal",
        "Engineering",
        "HR",
        "Logistics",
    ];
    name.chars().count() <= 16
        && (ends.iter().any(|end| name.ends_with(end))
            || english.iter().any(|known| name.contains(known)))
}

/// Lines before the first heading: facts about the document, or what it is for.
fn opening(reader: &Reader, line: &str, spot: Spot<'_>, ranking: &mut Ranking) {
    if !spot.opening || is_chat(line) {
        return;
    }
    if let Some((name, rest)) = split_name(line)
        && rest.chars().count() <= 40
    {
        ranking.add(
            fields::named(charter_header::ID, name, &reader.columns),
            0.8,
        );
    }
    let purpose = [
        "为了",
        "为规范",
        "为明确",
        "为进一步",
        "旨在",
        "目的",
        "本部门",
        "本制度",
        "本办法",
        "本文件",
        "本章程",
        "本岗位",
        "purpose",
        "This document",
        "This charter",
        "The team",
    ];
    let says = purpose.iter().any(|cue| line.contains(cue));
    if spot.item.is_none() && line.chars().count() >= 20 && says {
        ranking.add(
            fields::prose(purpose_scope::ID).map(|(place, _)| place),
            0.56,
        );
    }
}
