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
/// What a whole way to go, a finding and a row weigh; rows beyond ten add nothing.
const WAY: f64 = 20.0;
const FINDING: f64 = 1.5;
const ROW: f64 = 0.3;
const ROWS: usize = 10;

/// A section that may be a core element.
struct Candidate {
    section: &'static str,
    name: TextId,
    why: TextId,
    rows: usize,
    /// A second count for the reason.
    more: Option<(TextId, usize)>,
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
        self.rows.min(ROWS) as f64 * ROW
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
    let more = one.more.map(|(words, n)| pen.count(words, n, &[]));
    let more = more.unwrap_or_default();
    pen.count(one.why, one.rows, &[("m", &more)])
}

/// Whatever weighs most is the reason.
fn focus_reason(pen: &mut Pen<'_>, one: &Candidate) -> String {
    if let Some(aim) = &one.way
        && one.of_way() >= one.of_findings().max(one.of_rows())
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

/// Parts that count as many rows as their table has.
const COUNTED: [(&str, &str, TextId, TextId); 5] = [
    (
        alerts::ID,
        alerts::alerts::TABLE,
        words::ALERTS,
        words::ALERTS_WHY,
    ),
    (
        risks::ID,
        risks::risks::TABLE,
        words::RISKS,
        words::RISKS_WHY,
    ),
    (
        quality::ID,
        quality::standards::TABLE,
        words::QUALITY,
        words::QUALITY_WHY,
    ),
    (
        meetings::ID,
        meetings::meetings::TABLE,
        words::MEETINGS,
        words::MEETINGS_WHY,
    ),
    (
        work_content::ID,
        work_content::items::TABLE,
        words::WORK,
        words::WORK_WHY,
    ),
];

/// The parts of the charter that hold something.
fn candidates(facts: &Facts<'_>, today: NaiveDate) -> Vec<Candidate> {
    let problems = problems(facts, today);
    let part = |section: &'static str, name: TextId, why: TextId, rows: usize| Candidate {
        section,
        name,
        why,
        rows,
        more: None,
        findings: problems.iter().filter(|kind| *kind == section).count(),
        way: None,
    };
    let count = |section: &str, table: &str| facts.say.rows(section, table).len();
    let (goals, kpis) = (facts.goals(), facts.kpis());
    let duties = count(roles_duties::ID, roles_duties::duties::TABLE);
    let procedures = count(sop::ID, sop::sops::TABLE);
    let steps = count(sop::ID, sop::steps::TABLE);
    let owned = owned(facts);
    let handovers = departments(facts);
    let mut parts = vec![
        part(
            smart_goals::ID,
            words::TARGETS,
            words::TARGETS_WHY,
            goals.len(),
        ),
        part(
            kpi_dictionary::ID,
            words::FIGURES,
            words::FIGURES_WHY,
            kpis.len(),
        ),
        part(roles_duties::ID, words::ROLES, words::ROLES_WHY, duties),
        part(raci_matrix::ID, words::OWNERS, words::OWNERS_WHY, owned),
        part(
            sop::ID,
            words::PROCEDURES,
            words::PROCEDURES_WHY,
            procedures,
        ),
        part(depts::ID, words::HANDOVERS, words::HANDOVERS_WHY, handovers),
    ];
    for one in &mut parts {
        match one.section {
            smart_goals::ID => one.way = farthest(&goals).cloned(),
            kpi_dictionary::ID if farthest(&goals).is_none() => {
                one.way = farthest(&kpis).cloned();
            }
            roles_duties::ID => one.more = Some((words::ROLES_COUNT, facts.roles().len())),
            sop::ID => one.more = Some((words::STEPS_COUNT, steps)),
            _ => {}
        }
    }
    let counted =
        COUNTED.map(|(section, table, name, why)| part(section, name, why, count(section, table)));
    parts.extend(counted);
    parts.retain(|one| one.rows > 0);
    parts
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
