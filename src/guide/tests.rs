//! Steps and recommendations.
#![allow(clippy::expect_used, reason = "helpers of tests may stop the test")]

use super::*;
use crate::catalogue::{RECOMMEND, Texts, ids, ui};
use crate::edit::{create_by_name, insert_row, new_charter, set_field};
use crate::model::{Amount, Charter, Lang, Row, RowId, Value};
use ids::charter_header as header;

fn numbered() -> impl FnMut() -> RowId {
    let mut count = 0;
    move || {
        count += 1;
        RowId(format!("row{count:07}"))
    }
}

fn charter(profile: &str) -> Charter {
    let today = "2027-01-15".parse().expect("a date");
    new_charter(profile, Lang::Zh, today, &mut numbered())
}

fn answer(charter: &mut Charter, field: &str, value: Value) {
    let id = charter.section(header::ID).expect("there").id.clone();
    set_field(charter, &id, field, Some(value));
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn next(charter: &Charter) -> String {
    next_step(charter).map(|step| step.id).unwrap_or_default()
}

fn add_row(charter: &mut Charter, kind: &str, table: &str, cells: &[(&str, Value)]) -> RowId {
    let section = charter.section(kind).expect("there").id.clone();
    let count: usize = charter.sections.iter().map(|s| s.rows(table).len()).sum();
    let mut row = Row::new(RowId(format!("{table}{count}")));
    for (column, value) in cells {
        row.cells.insert((*column).to_owned(), value.clone());
    }
    let id = row.id.clone();
    insert_row(charter, &section, table, usize::MAX, row);
    id
}

#[test]
fn the_path_leads_from_the_name_to_the_goals() {
    use ids::{kpi_dictionary as kpi, roles_duties as roles, smart_goals as goals};
    let mut charter = charter("duties_core");
    assert_eq!(next(&charter), "title");
    answer(&mut charter, header::TITLE, text("职责"));
    answer(&mut charter, header::TEAM_NAME, text("用户运营部"));
    assert_eq!(next(&charter), "roles");
    let role = create_by_name(&mut charter, "role", "主管", &mut || RowId::from("r1"));
    let role = Value::Refs(role.into_iter().collect());
    assert_eq!(next(&charter), "objectives");
    let objectives = ids::strategy_plan::objectives::TABLE;
    let statement = [("statement", text("提高复购"))];
    add_row(&mut charter, ids::strategy_plan::ID, objectives, &statement);
    assert_eq!(next(&charter), "kpis");
    let kpi_cells = [
        (kpi::kpis::NAME, text("复购率")),
        (kpi::kpis::OWNER, role.clone()),
    ];
    add_row(&mut charter, kpi::ID, kpi::kpis::TABLE, &kpi_cells);
    assert_eq!(next(&charter), "goals");
    let goal = [
        (goals::goals::STATEMENT, text("提高复购率")),
        (goals::goals::OWNER, role.clone()),
    ];
    let goal = add_row(&mut charter, goals::ID, goals::goals::TABLE, &goal);
    let step = next_step(&charter).expect("a step");
    assert_eq!(
        (step.id.as_str(), step.row, step.count),
        ("goals.metric", Some(goal), 1)
    );
    let texts = Texts::embedded(Lang::Zh);
    let said = next_step(&charter).expect("a step").says(&charter, &texts);
    assert_eq!(said, "1 条目标还没有指标");
    for id in ["goals.metric", "goals.deadline"] {
        assert_eq!(next(&charter), id);
        skip(&mut charter, id);
    }
    assert_eq!(next(&charter), "duties");
    let duty = [(roles::duties::DUTY, text("盯复购"))];
    add_row(&mut charter, roles::ID, roles::duties::TABLE, &duty);
    assert_eq!(next(&charter), "duties.role");
    skip(&mut charter, "duties.role");
    assert_eq!(next(&charter), "begin:work_content");
    skip(&mut charter, "begin:work_content");
    let step = next_step(&charter).expect("a step");
    assert_eq!((step.id.as_str(), step.act), ("raci.draft", Act::DraftRaci));
}

#[test]
fn skipped_steps_come_back_last_in_the_order_of_skipping() {
    let mut charter = charter("duties_core");
    let open: Vec<String> = steps(&charter).into_iter().map(|step| step.id).collect();
    assert!(open.len() > 5, "{open:?}");
    for id in open.iter().rev() {
        skip(&mut charter, id);
    }
    // All have been skipped: the one skipped first comes first.
    assert_eq!(Some(&next(&charter)), open.last());
    skip(&mut charter, open.last().expect("one"));
    assert_ne!(Some(&next(&charter)), open.last());
}

#[test]
fn core_elements_come_after_the_rest_and_want_one_focus() {
    use ids::purpose_scope::{self as purpose, core_elements as core};
    let mut charter = charter("duties_core");
    let place = |charter: &Charter, id: &str| steps(charter).iter().position(|s| s.id == id);
    let at = place(&charter, "core_elements").expect("open");
    assert!(at > place(&charter, "begin:meeting_cadence").expect("open"));
    let element = [(core::ELEMENT, text("目标对齐"))];
    add_row(&mut charter, purpose::ID, core::TABLE, &element);
    assert!(place(&charter, "core_elements").is_none());
    assert!(place(&charter, "core_elements.focus").is_some());
}

#[test]
fn steps_have_words_in_both_languages() {
    for lang in Lang::ALL {
        let texts = Texts::embedded(lang);
        for kind in crate::catalogue::KINDS.iter() {
            for profile in kind.profiles {
                let charter = charter(profile.id);
                for step in steps(&charter) {
                    let said = step.says(&charter, &texts);
                    assert!(
                        !said.is_empty() && !said.contains('{'),
                        "{}: {said}",
                        step.id
                    );
                }
            }
        }
    }
}

#[test]
fn goods_that_move_recommend_the_supply_chain_and_say_why() {
    let mut charter = charter("spt_core");
    let has = |charter: &Charter, id: &str| {
        let mut all = recommendations(charter).into_iter();
        all.find(|found| found.section == id)
    };
    for gated in ["supply_chain_support", "finance_support", "hr_support"] {
        assert!(has(&charter, gated).is_none(), "{gated} without a reason");
        assert_eq!(need(&charter, gated), Some("optional"), "{gated}");
    }
    answer(
        &mut charter,
        header::INDUSTRY,
        Value::Enum("manufacturing".into()),
    );
    let found = has(&charter, "supply_chain_support").expect("goods move");
    assert_eq!(need(&charter, "supply_chain_support"), Some("recommended"));
    let said = reason(&found, &Texts::embedded(Lang::Zh));
    assert_eq!(said, "因为行业为制造：实物要流转，供货、库存和交付要有人管");
    let said = reason(&found, &Texts::embedded(Lang::En));
    assert!(
        said.starts_with("Because industry is Manufacturing: physical"),
        "{said}"
    );
    decline(&mut charter, "supply_chain_support");
    assert!(
        has(&charter, "supply_chain_support").is_none(),
        "it stays away"
    );
}

#[test]
fn what_is_shown_or_not_offered_is_not_recommended() {
    let mut charter = charter("ctl_desk");
    answer(
        &mut charter,
        header::INDUSTRY,
        Value::Enum("datacentre".into()),
    );
    answer(&mut charter, header::SERVICE_HOURS, text("7×24"));
    answer(
        &mut charter,
        header::TEAM_SIZE,
        Value::Number(Amount::new(12.0)),
    );
    let found: Vec<&str> = recommendations(&charter)
        .iter()
        .map(|f| f.section)
        .collect();
    assert!(found.contains(&"system_maintenance"), "{found:?}");
    assert!(!found.contains(&"duty_roster"), "it is shown");
    assert!(!found.contains(&"hr_support"), "the kind does not offer it");
    let once: std::collections::BTreeSet<&&str> = found.iter().collect();
    assert_eq!(once.len(), found.len());
    let first = need(&charter, found[0]);
    assert_eq!(first, Some("required"), "what the kind requires leads");
}

#[test]
fn every_rule_can_hold() {
    for rule in RECOMMEND.iter() {
        let mut held = false;
        for kind in crate::catalogue::KINDS.iter() {
            if !kind
                .sections
                .iter()
                .any(|offered| offered.id == rule.section)
            {
                continue;
            }
            let mut charter = charter(kind.profiles[0].id);
            let when = &rule.when[0];
            if let Some(id) = when.industry.first() {
                answer(&mut charter, header::INDUSTRY, Value::Enum((*id).into()));
            }
            if let Some(id) = when.company_stage.first() {
                answer(
                    &mut charter,
                    header::COMPANY_STAGE,
                    Value::Enum((*id).into()),
                );
            }
            if let Some(id) = when.business_model.first() {
                let traits = Value::Multi(vec![(*id).into()]);
                answer(&mut charter, header::BUSINESS_MODEL, traits);
            }
            if let Some(team) = when.min_team {
                let team = Value::Number(Amount::new(f64::from(team)));
                answer(&mut charter, header::TEAM_SIZE, team);
            }
            if when.min_hours.is_some() {
                answer(&mut charter, header::SERVICE_HOURS, text("全天"));
            }
            held |= need(&charter, rule.section).is_some_and(|need| need != "optional");
        }
        assert!(held, "{}", rule.id);
    }
    assert!(
        !Texts::embedded(Lang::Zh)
            .get(ui::recommend::GOODS)
            .is_empty()
    );
}
