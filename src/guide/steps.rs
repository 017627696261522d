//! The next most useful thing to do. Steps come in the order in which a charter is best filled,
//! which is not the order of the document: what others refer to comes first.

use crate::catalogue::ids::{
    charter_header, kpi_dictionary, purpose_scope, raci_matrix, roles_duties, smart_goals,
    sop_workflow, strategy_plan,
};
use crate::catalogue::{self, Texts, fill, ui};
use crate::checks::{Completeness, SectionState, completeness};
use crate::edit::{self, section_title};
use crate::model::{Charter, Row, RowId, Section, Value};

/// What a step does when it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Goes to the place.
    Go,
    /// Goes there and drafts the responsibility matrix from the duties.
    DraftRaci,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Permanent; what has been skipped is remembered by it.
    pub id: String,
    /// Where.
    pub section: RowId,
    /// The first row that it is about.
    pub row: Option<RowId>,
    /// How many rows or parts it is about.
    pub count: usize,
    /// What taking it does.
    pub act: Act,
}

impl Step {
    /// The step in words.
    pub fn says(&self, charter: &Charter, texts: &Texts) -> String {
        use ui::structure::step as words;
        let text = match self.id.as_str() {
            "title" => words::TITLE,
            "roles" => words::ROLES,
            "roles.reports_to" => words::REPORTS_TO,
            "objectives" => words::OBJECTIVES,
            "kpis" => words::KPIS,
            "kpis.owner" => words::KPI_OWNER,
            "goals" => words::GOALS,
            "goals.metric" => words::GOAL_METRIC,
            "goals.deadline" => words::GOAL_DEADLINE,
            "goals.owner" => words::GOAL_OWNER,
            "duties" => words::DUTIES,
            "duties.role" => words::DUTY_ROLE,
            "raci.draft" => words::RACI_DRAFT,
            "raci.accountable" => words::RACI_ACCOUNTABLE,
            "sops.steps" => words::SOP_STEPS,
            "core_elements" => words::CORE_ELEMENTS,
            "core_elements.focus" => words::CORE_FOCUS,
            id if id.starts_with("begin:") => words::BEGIN,
            _ => words::COMPLETE,
        };
        let name = charter
            .section_by_id(&self.section)
            .map(|section| section_title(section, texts))
            .unwrap_or_default();
        let count = self.count.to_string();
        fill(texts.get(text), &[("name", &name), ("n", &count)])
    }
}

/// Sections after the well-known ones, in the order in which they are best filled.
const LATER: &[&str] = {
    use crate::catalogue::ids::*;
    &[
        work_content::ID,
        raci_matrix::ID,
        sop_workflow::ID,
        monitoring_alerts::ID,
        issue_management::ID,
        incident_emergency::ID,
        duty_roster::ID,
        risk_register::ID,
        meeting_cadence::ID,
        communication_plan::ID,
        cross_dept_interface::ID,
        reporting::ID,
        performance_incentives::ID,
        training_development::ID,
        resource_allocation::ID,
        budget_cost::ID,
    ]
};

/// Sections that are written when the rest is there.
const LAST: &[&str] = {
    use crate::catalogue::ids::*;
    &[
        purpose_scope::ID,
        summary_outlook::ID,
        supplementary_provisions::ID,
        revision_history::ID,
        sign_off::ID,
    ]
};

/// All open steps in the filling order.
pub fn steps(charter: &Charter) -> Vec<Step> {
    let progress = match catalogue::profile(&charter.profile) {
        Some((_, profile)) => completeness(charter, profile),
        None => Completeness::default(),
    };
    let mut list = List {
        charter,
        places: edit::arrange(charter),
        progress,
        steps: Vec::new(),
    };
    list.names();
    list.aims();
    list.duties();
    for kind in LATER {
        list.section(kind);
        match *kind {
            raci_matrix::ID => list.raci(),
            sop_workflow::ID => list.sops(),
            _ => {}
        }
    }
    let rest: Vec<&Section> = charter
        .sections
        .iter()
        .map(AsRef::as_ref)
        .filter(|s| !LATER.contains(&s.kind.as_str()) && !LAST.contains(&s.kind.as_str()))
        .collect();
    for section in rest {
        list.section(&section.kind);
    }
    for kind in LAST {
        if *kind == purpose_scope::ID {
            list.core_elements();
        }
        list.section(kind);
    }
    list.steps
}

/// The first step that has not been skipped; when all have been, the first of them again. None
/// when nothing is open.
pub fn next_step(charter: &Charter) -> Option<Step> {
    let open = steps(charter);
    let skipped = |step: &&Step| charter.settings.skipped.contains(&step.id);
    let first = open.iter().find(|step| !skipped(step));
    first
        .or_else(|| {
            // The one that was skipped longest ago comes first.
            let age = |step: &&Step| {
                let mut all = charter.settings.skipped.iter();
                all.position(|id| *id == step.id)
            };
            open.iter().min_by_key(age)
        })
        .cloned()
}

/// Skips a step: it comes back after all others.
pub fn skip(charter: &mut Charter, step: &str) {
    charter.settings.skipped.retain(|id| id != step);
    charter.settings.skipped.push(step.to_owned());
}

struct List<'a> {
    charter: &'a Charter,
    places: edit::Arrangement,
    progress: Completeness,
    steps: Vec<Step>,
}

impl<'a> List<'a> {
    /// The first section of the type that the user sees.
    fn shown(&self, kind: &str) -> Option<&'a Section> {
        let mut all = self.charter.sections.iter().map(AsRef::as_ref);
        all.find(|section: &&Section| section.kind == kind && !section.hidden)
    }

    fn push(&mut self, id: &str, section: &Section, rows: &[&Row], act: Act) {
        self.steps.push(Step {
            id: id.to_owned(),
            section: section.id.clone(),
            row: rows.first().map(|row| row.id.clone()),
            count: rows.len(),
            act,
        });
    }

    /// A step for an empty table.
    fn begin(&mut self, id: &str, kind: &str, table: &str) -> bool {
        let Some(section) = self.shown(kind) else {
            return false;
        };
        let empty = used(section, table).is_empty();
        if empty {
            self.push(id, section, &[], Act::Go);
        }
        empty
    }

    /// A step for the rows that lack something.
    fn lacking(&mut self, id: &str, kind: &str, table: &str, lacks: impl Fn(&Row) -> bool) {
        let Some(section) = self.shown(kind) else {
            return;
        };
        let rows: Vec<&Row> = used(section, table)
            .into_iter()
            .filter(|row| lacks(row))
            .collect();
        if !rows.is_empty() {
            self.push(id, section, &rows, Act::Go);
        }
    }

    fn names(&mut self) {
        use charter_header::{ID, TEAM_NAME, TITLE};
        if let Some(section) = self.shown(ID) {
            let lacks = |id: &str| section.fields.get(id).is_none_or(Value::is_empty);
            if lacks(TITLE) || lacks(TEAM_NAME) {
                self.push("title", section, &[], Act::Go);
            }
        }
        use roles_duties::roles;
        if self.begin("roles", roles_duties::ID, roles::TABLE) {
            return;
        }
        // Somebody is at the top: one role without a line above it is as it should be.
        let open = |row: &Row| row.cell(roles::REPORTS_TO).is_none();
        let missing = self.shown(roles_duties::ID).map_or(0, |section| {
            let rows = used(section, roles::TABLE);
            rows.into_iter().filter(|row| open(row)).count()
        });
        if missing > 1 {
            self.lacking("roles.reports_to", roles_duties::ID, roles::TABLE, open);
        }
    }

    fn aims(&mut self) {
        use {kpi_dictionary::kpis, smart_goals::goals, strategy_plan::objectives};
        if self.shown(smart_goals::ID).is_some() {
            self.begin("objectives", strategy_plan::ID, objectives::TABLE);
        }
        if !self.begin("kpis", kpi_dictionary::ID, kpis::TABLE) {
            self.lacking("kpis.owner", kpi_dictionary::ID, kpis::TABLE, |row| {
                row.cell(kpis::OWNER).is_none()
            });
        }
        if !self.begin("goals", smart_goals::ID, goals::TABLE) {
            let lacks = |column: &'static str| move |row: &Row| row.cell(column).is_none();
            let goals = (smart_goals::ID, goals::TABLE);
            self.lacking("goals.metric", goals.0, goals.1, |row| {
                row.cell(goals::METRIC).is_none() && row.cell(goals::KPI).is_none()
            });
            self.lacking("goals.deadline", goals.0, goals.1, lacks(goals::DEADLINE));
            self.lacking("goals.owner", goals.0, goals.1, lacks(goals::OWNER));
        }
    }

    fn duties(&mut self) {
        use roles_duties::duties;
        if !self.begin("duties", roles_duties::ID, duties::TABLE) {
            self.lacking("duties.role", roles_duties::ID, duties::TABLE, |row| {
                row.cell(duties::ROLE).is_none()
            });
        }
    }

    fn raci(&mut self) {
        use raci_matrix::activities;
        let duties = self
            .charter
            .rows(roles_duties::ID, roles_duties::duties::TABLE);
        let Some(section) = self.shown(raci_matrix::ID) else {
            return;
        };
        let empty = used(section, activities::TABLE).is_empty();
        if empty && duties.iter().any(|row| !row.is_blank()) {
            // Drafting it is better than starting it by hand.
            self.steps
                .retain(|step| step.section != section.id || step.act != Act::Go);
            self.push("raci.draft", section, &[], Act::DraftRaci);
        }
        self.lacking("raci.accountable", raci_matrix::ID, activities::TABLE, |row| {
            let letters = row.cell(activities::CELLS);
            !matches!(letters, Some(Value::Letters(map)) if map.values().any(|l| l.contains('A')))
        });
    }

    fn sops(&mut self) {
        use sop_workflow::{sops, steps};
        let Some(section) = self.shown(sop_workflow::ID) else {
            return;
        };
        let all = used(section, steps::TABLE);
        self.lacking("sops.steps", sop_workflow::ID, sops::TABLE, |row| {
            let of = |step: &&Row| {
                let parent = step.cell(steps::SOP).map_or(&[][..], Value::refs);
                parent.contains(&row.id)
            };
            !all.iter().any(of)
        });
    }

    fn core_elements(&mut self) {
        use purpose_scope::core_elements as core;
        if !self.begin("core_elements", purpose_scope::ID, core::TABLE)
            && let Some(section) = self.shown(purpose_scope::ID)
        {
            let rows = used(section, core::TABLE);
            let focus = |row: &&&Row| matches!(row.cell(core::IS_FOCUS), Some(Value::Bool(true)));
            if rows.iter().filter(focus).count() != 1 {
                self.push("core_elements.focus", section, &[], Act::Go);
            }
        }
    }

    /// What the section still lacks, unless a closer step has said it already.
    fn section(&mut self, kind: &str) {
        let Some(section) = self.shown(kind) else {
            return;
        };
        if self.steps.iter().any(|step| step.section == section.id) {
            return;
        }
        let Some(progress) = self.progress.section(kind) else {
            return;
        };
        let (state, missing) = (progress.state, progress.missing.len());
        let row = progress.missing.iter().find_map(|part| part.row.clone());
        let id = match state {
            SectionState::Empty if progress.required => format!("begin:{kind}"),
            SectionState::Empty if self.is_chapter(kind) => format!("begin:{kind}"),
            SectionState::Started => format!("complete:{kind}"),
            SectionState::Empty | SectionState::Complete => return,
        };
        self.steps.push(Step {
            id,
            section: section.id.clone(),
            row,
            count: missing,
            act: Act::Go,
        });
    }

    /// The structure, or the user, gives the section a place in the document.
    fn is_chapter(&self, kind: &str) -> bool {
        let chapters = self
            .places
            .chapters
            .iter()
            .flat_map(|chapter| &chapter.slots);
        chapters.chain(&self.places.added).any(|slot| {
            let section = slot.section().and_then(|id| self.charter.section_by_id(id));
            section.is_some_and(|section| section.kind == kind)
        })
    }
}

fn used<'a>(section: &'a Section, table: &str) -> Vec<&'a Row> {
    let rows = section.rows(table).iter();
    rows.filter(|row| !row.is_blank()).collect()
}
