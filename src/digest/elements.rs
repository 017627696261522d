//! The draft of the core elements: what the charter is most about, and the one to begin with.

use super::draft::{Draft, NewRow};
use super::facts::{Aim, Facts, Pen, farthest};
use super::opening::departments;
use crate::catalogue::ids::{
    cross_dept_interface as depts, kpi_dictionary, meeting_cadence as meetings,
    monitoring_alerts as alerts, purpose_scope::core_elements as element,
    quality_standards as quality, raci_matrix, risk_register as risks, roles_duties, smart_goals,
    sop_workflow as sop, work_content,
};
use crate::catalogue::ui::digest::elements as words;
use crate::catalogue::{TextId, Texts, fill};
use crate::checks::findings;
use crate::model::Value;
use chrono::NaiveDate;

/// The fewest and the most elements.
const FEWEST: usize = 3;
const MOST: usize = 5;
/// What a finding and a whole way to go weigh against one row.
const FINDING: f64 = 3.0;
const WAY: f64 = 20.0;
/// Rows beyond this many add no weight.
const ROWS: usize = 10;

/// A section that may be a core element.
struct Candidate {
    section: &'static str,
    name: TextId,
    why: TextId,
    rows: usize,
    /// A second figure for the reason.
    more: usize,
    findings: usize,
    way: Option<Aim>,
}

impl Candidate {
    fn of_way(&self) -> f64 {
        self.way.as_ref().and_then(|aim| aim.gap).unwrap_or(0.0) * WAY
    }

    fn of_findings(&self) -> f64 {
        self.findings as f64 * FINDING
    }

    fn of_rows(&self) -> f64 {
        self.rows.min(ROWS) as f64
    }

    fn weight(&self) -> f64 {
        self.of_way() + self.of_findings() + self.of_rows()
    }
}

/// Three to five elements, the weightiest first; that one is the focus, with its reason. None
/// while fewer than three parts of the charter hold anything.
pub(super) fn elements(facts: &Facts<'_>, today: NaiveDate) -> Option<Draft> {
    let mut found = candidates(facts, today);
    if found.len() < FEWEST {
        return None;
    }
    // Stable: of equals the first of the list leads.
    found.sort_by(|a, b| b.weight().total_cmp(&a.weight()));
    found.truncate(MOST);
    let mut pen = Pen::new(facts.say.texts());
    let rows = found
        .iter()
        .enumerate()
        .filter_map(|(index, one)| row(facts, &mut pen, one, index == 0))
        .collect();
    Draft::rows(element::TABLE, rows, &pen)
}

fn row(facts: &Facts<'_>, pen: &mut Pen<'_>, one: &Candidate, focus: bool) -> Option<NewRow> {
    let section = facts.say.charter().section(one.section)?.id.clone();
    let name = pen.fill(one.name, &[]);
    let why = if focus {
        focus_reason(pen, one)
    } else {
        reason(pen, one)
    };
    let mut cells = vec![
        (element::ELEMENT, Value::Text(name)),
        (element::WHY, Value::Text(why)),
        (element::SECTION, Value::Refs(vec![section.clone()])),
    ];
    if focus {
        cells.push((element::IS_FOCUS, Value::Bool(true)));
    }
    Some(NewRow {
        key: (element::SECTION, section),
        cells,
    })
}

fn reason(pen: &mut Pen<'_>, one: &Candidate) -> String {
    let more = one.more.to_string();
    pen.count(one.why, one.rows, &[("m", &more)])
}

/// Whatever weighs most is the reason.
fn focus_reason(pen: &mut Pen<'_>, one: &Candidate) -> String {
    if let Some(aim) = &one.way
        && one.of_way() >= one.of_findings()
    {
        let values = [
            ("name", aim.name.as_str()),
            ("from", &aim.from),
            ("to", &aim.to),
        ];
        return pen.fill(words::FOCUS_WAY, &values);
    }
    if one.findings > 0 {
        return pen.count(words::FOCUS_FINDINGS, one.findings, &[]);
    }
    let why = reason(pen, one);
    pen.fill(words::FOCUS_ROWS, &[("why", &why)])
}

/// The parts of the charter that hold something.
fn candidates(facts: &Facts<'_>, today: NaiveDate) -> Vec<Candidate> {
    let (goals, kpis) = (facts.goals(), facts.kpis());
    let way = farthest(&goals).cloned();
    let kpi_way = match way {
        Some(_) => None,
        None => farthest(&kpis).cloned(),
    };
    let count = |section: &str, table: &str| facts.say.rows(section, table).len();
    let duties = count(roles_duties::ID, roles_duties::duties::TABLE);
    let steps = count(sop::ID, sop::steps::TABLE);
    let parts = [
        (
            smart_goals::ID,
            words::TARGETS,
            words::TARGETS_WHY,
            goals.len(),
            0,
            way,
        ),
        (
            kpi_dictionary::ID,
            words::FIGURES,
            words::FIGURES_WHY,
            kpis.len(),
            0,
            kpi_way,
        ),
        (
            roles_duties::ID,
            words::ROLES,
            words::ROLES_WHY,
            duties,
            facts.roles().len(),
            None,
        ),
        (
            raci_matrix::ID,
            words::OWNERS,
            words::OWNERS_WHY,
            owned(facts),
            0,
            None,
        ),
        (
            sop::ID,
            words::PROCEDURES,
            words::PROCEDURES_WHY,
            count(sop::ID, sop::sops::TABLE),
            steps,
            None,
        ),
        (
            depts::ID,
            words::HANDOVERS,
            words::HANDOVERS_WHY,
            departments(facts),
            0,
            None,
        ),
        plain(
            facts,
            alerts::ID,
            alerts::alerts::TABLE,
            words::ALERTS,
            words::ALERTS_WHY,
        ),
        plain(
            facts,
            risks::ID,
            risks::risks::TABLE,
            words::RISKS,
            words::RISKS_WHY,
        ),
        plain(
            facts,
            quality::ID,
            quality::standards::TABLE,
            words::QUALITY,
            words::QUALITY_WHY,
        ),
        plain(
            facts,
            meetings::ID,
            meetings::meetings::TABLE,
            words::MEETINGS,
            words::MEETINGS_WHY,
        ),
        plain(
            facts,
            work_content::ID,
            work_content::items::TABLE,
            words::WORK,
            words::WORK_WHY,
        ),
    ];
    let problems = problems(facts, today);
    parts
        .into_iter()
        .filter(|(_, _, _, rows, ..)| *rows > 0)
        .map(|(section, name, why, rows, more, way)| Candidate {
            section,
            name,
            why,
            rows,
            more,
            findings: problems.iter().filter(|kind| *kind == section).count(),
            way,
        })
        .collect()
}

/// Activities with exactly one accountable role.
fn owned(facts: &Facts<'_>) -> usize {
    use raci_matrix::activities;
    let rows = facts.say.rows(raci_matrix::ID, activities::TABLE);
    let one = |value: &Value| match value {
        Value::Letters(map) => map.values().filter(|letters| letters.contains('A')).count() == 1,
        _ => false,
    };
    rows.iter()
        .filter(|row| row.cell(activities::CELLS).is_some_and(one))
        .count()
}

type Part = (&'static str, TextId, TextId, usize, usize, Option<Aim>);

fn plain(facts: &Facts<'_>, section: &'static str, table: &str, name: TextId, why: TextId) -> Part {
    (
        section,
        name,
        why,
        facts.say.rows(section, table).len(),
        0,
        None,
    )
}

/// The section types of all findings.
fn problems(facts: &Facts<'_>, today: NaiveDate) -> Vec<String> {
    let found = findings(facts.say.charter(), facts.say.texts(), today);
    found
        .into_iter()
        .map(|finding| finding.place.section)
        .collect()
}

/// A row as one line, for showing what a draft would change.
pub(super) fn line(name: &str, focus: bool, why: &str, texts: &Texts) -> String {
    let head = match focus {
        true => fill(texts.get(words::FOCUS), &[("name", name)]),
        false => name.to_owned(),
    };
    match why.is_empty() {
        true => head,
        false => fill(texts.get(words::LINE), &[("name", &head), ("why", why)]),
    }
}
