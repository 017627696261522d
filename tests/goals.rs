//! Between a goal's row and the SMART check.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use chrono::NaiveDate;
use ops_charter::catalogue::Texts;
use ops_charter::catalogue::ids::{charter_header, kpi_dictionary, smart_goals, strategy_plan};
use ops_charter::edit::{add_row, add_section, create_by_name, new_charter, set_cell};
use ops_charter::goals::{
    assess_row, composed, fill_from_sentence, goal_context, goal_findings, goal_lines, row_parts,
    segments, unfilled, unfilled_owner,
};
use ops_charter::model::{Amount, Charter, Lang, Muted, Row, RowId, Value};
use ops_charter::smart::{self, Direction};
use smart_goals::goals;

const SENTENCE: &str = "到 2027-06-30，把日活跃用户数从 40000 提到 48000";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn today() -> NaiveDate {
    day("2027-01-15")
}

fn ids() -> impl FnMut() -> RowId {
    let mut count = 0;
    move || {
        count += 1;
        RowId(format!("row{count:07}"))
    }
}

/// A draft with one goal.
struct Draft {
    charter: Charter,
    section: RowId,
    row: RowId,
}

impl Draft {
    fn new(sentence: &str) -> Draft {
        let mut new_id = ids();
        let mut charter = new_charter("duties_core", Lang::Zh, today(), &mut new_id);
        let section = add_section(&mut charter, smart_goals::ID, &mut new_id);
        let row = add_row(&mut charter, &section, goals::TABLE, &mut new_id);
        let mut draft = Draft {
            charter,
            section,
            row,
        };
        draft.set(goals::STATEMENT, Value::Text(sentence.into()));
        draft
    }

    fn set(&mut self, column: &str, value: Value) {
        let (section, row) = (self.section.clone(), self.row.clone());
        set_cell(
            &mut self.charter,
            &section,
            goals::TABLE,
            &row,
            column,
            Some(value),
        );
    }

    fn row(&self) -> &Row {
        &self.charter.rows(smart_goals::ID, goals::TABLE)[0]
    }

    /// A row of another table with some cells, referred to from the goal's column.
    fn refer(&mut self, column: &str, entity: &str, name: &str) -> RowId {
        let mut new_id = {
            let name = name.to_owned();
            let mut count = 0;
            move || {
                count += 1;
                RowId(format!("{name}{count}"))
            }
        };
        let id = create_by_name(&mut self.charter, entity, name, &mut new_id).expect("made");
        self.set(column, Value::Refs(vec![id.clone()]));
        id
    }

    fn unfilled(&self, column: &str) -> Option<Value> {
        unfilled(self.row(), today())
            .into_iter()
            .find(|(id, _)| *id == column)
            .map(|(_, value)| value)
    }
}

fn number(value: f64) -> Value {
    Value::Number(Amount::new(value))
}

fn figure(value: Option<&Value>) -> Option<f64> {
    match value {
        Some(Value::Number(amount)) => Some(amount.value),
        _ => None,
    }
}

#[test]
fn an_empty_goal_is_not_judged() {
    let draft = Draft::new(" ");
    let judged = assess_row(&draft.charter, draft.row(), smart::Lang::Zh, today());
    assert_eq!(judged, None);
    assert_eq!(
        goal_findings(&draft.charter, &Texts::embedded(Lang::Zh), today()),
        []
    );
}

#[test]
fn the_context_holds_the_fields_the_links_and_the_period() {
    let mut draft = Draft::new(SENTENCE);
    draft.set(goals::BASELINE, number(40000.0));
    draft.set(goals::TARGET, number(48000.0));
    draft.set(goals::UNIT, Value::Text("人".into()));
    draft.set(goals::DEADLINE, Value::Date(day("2027-06-30")));
    draft.refer(goals::OWNER, "role", "会员运营主管");
    draft.refer(goals::OBJECTIVE, "objective", "复购收入占比到 45%");
    let context = goal_context(&draft.charter, draft.row());
    let unit = Some("人".to_owned());
    assert_eq!(
        context.baseline,
        Some(smart::Amount {
            value: 40000.0,
            unit: unit.clone()
        })
    );
    let target = context.target.expect("a target");
    assert_eq!((target.value, target.unit), (Some(48000.0), unit));
    assert_eq!(context.deadline, Some(day("2027-06-30")));
    assert_eq!(context.owner.as_deref(), Some("会员运营主管"));
    assert_eq!(context.objective.as_deref(), Some("复购收入占比到 45%"));
    assert_eq!(context.objectives, ["复购收入占比到 45%"]);
    let period = context.period.expect("a new charter has one");
    assert_eq!((period.from, period.to), (today(), day("2028-12-31")));
    assert_eq!(context.history, []);
}

#[test]
fn the_past_of_the_goals_own_kpi_is_in_the_context() {
    use kpi_dictionary::history;
    let mut draft = Draft::new(SENTENCE);
    let own = draft.refer(goals::KPI, "kpi", "日活");
    let other = create_by_name(&mut draft.charter, "kpi", "月活", &mut ids()).expect("made");
    let section = draft
        .charter
        .section(kpi_dictionary::ID)
        .expect("there")
        .id
        .clone();
    let lines = [
        (&own, Some("2026-12-31"), number(40000.0)),
        (&other, Some("2026-12-31"), number(90000.0)),
        (&own, None, number(1.0)),
        (&own, Some("2026-11-30"), Value::Text("约四万".into())),
    ];
    for (at, (kpi, date, value)) in lines.into_iter().enumerate() {
        let row = RowId(format!("past{at}"));
        let table = history::TABLE;
        add_row(&mut draft.charter, &section, table, &mut || row.clone());
        let refs = Some(Value::Refs(vec![kpi.clone()]));
        set_cell(
            &mut draft.charter,
            &section,
            table,
            &row,
            history::KPI,
            refs,
        );
        let date = date.map(|date| Value::Date(day(date)));
        set_cell(
            &mut draft.charter,
            &section,
            table,
            &row,
            history::DATE,
            date,
        );
        set_cell(
            &mut draft.charter,
            &section,
            table,
            &row,
            history::VALUE,
            Some(value),
        );
    }
    let past = goal_context(&draft.charter, draft.row()).history;
    let past: Vec<_> = past.iter().map(|past| (past.date, past.value)).collect();
    assert_eq!(past, [(day("2026-12-31"), 40000.0)]);
}

#[test]
fn a_period_that_ends_before_it_begins_is_none() {
    let mut draft = Draft::new(SENTENCE);
    let header = draft
        .charter
        .section(charter_header::ID)
        .expect("there")
        .id
        .clone();
    let end = Some(Value::Date(day("2020-01-01")));
    ops_charter::edit::set_field(
        &mut draft.charter,
        &header,
        charter_header::EFFECTIVE_TO,
        end,
    );
    assert_eq!(goal_context(&draft.charter, draft.row()).period, None);
}

#[test]
fn a_sentence_says_what_the_fields_do_not_hold_yet() {
    let mut draft = Draft::new(SENTENCE);
    assert_eq!(
        draft.unfilled(goals::METRIC),
        Some(Value::Text("日活跃用户数".into()))
    );
    assert_eq!(
        figure(draft.unfilled(goals::BASELINE).as_ref()),
        Some(40000.0)
    );
    assert_eq!(
        figure(draft.unfilled(goals::TARGET).as_ref()),
        Some(48000.0)
    );
    assert_eq!(
        draft.unfilled(goals::DIRECTION),
        Some(Value::Enum("up".into()))
    );
    assert_eq!(
        draft.unfilled(goals::DEADLINE),
        Some(Value::Date(day("2027-06-30")))
    );

    draft.set(goals::TARGET, number(50000.0));
    assert_eq!(
        draft.unfilled(goals::TARGET),
        None,
        "a filled field is the user's"
    );
    let (section, row) = (draft.section.clone(), draft.row.clone());
    fill_from_sentence(&mut draft.charter, &section, &row, today(), &mut ids());
    assert_eq!(figure(draft.row().cell(goals::TARGET)), Some(50000.0));
    assert_eq!(figure(draft.row().cell(goals::BASELINE)), Some(40000.0));
    assert_eq!(unfilled(draft.row(), today()), []);
}

#[test]
fn a_relative_change_is_never_a_target_value() {
    for sentence in [
        "到 2027-06-30，日活跃用户数提升 20%",
        "2027 年底前把退款时长降低 30%",
        "2027 年 6 月底前客诉量减少三成",
        "2027 年复购收入同比增长 15%",
        "到 2027-06-30，转化率提高 2 个百分点",
        "年底前销售额翻一番",
        "Increase weekly orders by 20% by 30 June 2027",
        "Cut refund time by a third by the end of 2027",
    ] {
        let draft = Draft::new(sentence);
        assert_eq!(draft.unfilled(goals::TARGET), None, "{sentence}");
        assert_eq!(draft.unfilled(goals::UNIT), None, "{sentence}");
    }
}

#[test]
fn an_owner_in_the_sentence_becomes_a_role_once() {
    let mut draft = Draft::new(&format!("{SENTENCE}，由会员运营主管负责"));
    let owner = unfilled_owner(draft.row(), today());
    assert_eq!(owner.as_deref(), Some("会员运营主管"));
    let (section, row) = (draft.section.clone(), draft.row.clone());
    fill_from_sentence(&mut draft.charter, &section, &row, today(), &mut ids());
    assert_eq!(unfilled_owner(draft.row(), today()), None);
    let before = draft.charter.clone();
    fill_from_sentence(&mut draft.charter, &section, &row, today(), &mut ids());
    assert_eq!(draft.charter, before);
    let owner = row_parts(&draft.charter, draft.row()).owner;
    assert_eq!(owner.as_deref(), Some("会员运营主管"));
}

#[test]
fn a_sentence_is_offered_when_the_fields_say_enough_and_something_else() {
    let mut draft = Draft::new("");
    draft.set(goals::METRIC, Value::Text("日活跃用户数".into()));
    draft.set(goals::TARGET, number(48000.0));
    assert_eq!(
        composed(&draft.charter, draft.row(), today()),
        None,
        "no deadline yet"
    );
    draft.set(goals::DEADLINE, Value::Date(day("2027-06-30")));
    draft.set(goals::BASELINE, number(40000.0));
    let sentence = composed(&draft.charter, draft.row(), today()).expect("enough");
    for part in ["日活跃用户数", "40000", "48000", "2027"] {
        assert!(sentence.contains(part), "{part} is not in {sentence}");
    }
    draft.set(goals::STATEMENT, Value::Text(sentence));
    assert_eq!(
        composed(&draft.charter, draft.row(), today()),
        None,
        "it says the same"
    );
    draft.set(goals::TARGET, number(50000.0));
    let sentence = composed(&draft.charter, draft.row(), today()).expect("it differs");
    assert!(sentence.contains("50000"), "{sentence}");
}

#[test]
fn the_direction_follows_from_the_figures_unless_it_is_chosen() {
    let mut draft = Draft::new("");
    draft.set(goals::BASELINE, number(19.0));
    draft.set(goals::TARGET, number(8.0));
    let direction = |draft: &Draft| row_parts(&draft.charter, draft.row()).direction;
    assert_eq!(direction(&draft), Some(Direction::Down));
    draft.set(goals::DIRECTION, Value::Enum("keep".into()));
    assert_eq!(direction(&draft), Some(Direction::Keep));
}

#[test]
fn the_metric_is_the_kpis_name_where_none_is_typed() {
    let mut draft = Draft::new("");
    draft.refer(goals::KPI, "kpi", "月复购率");
    let metric = |draft: &Draft| row_parts(&draft.charter, draft.row()).metric;
    assert_eq!(metric(&draft).as_deref(), Some("月复购率"));
    draft.set(goals::METRIC, Value::Text("复购率".into()));
    assert_eq!(metric(&draft).as_deref(), Some("复购率"));
}

#[test]
fn a_muted_finding_is_silent_for_its_row_or_everywhere() {
    let draft = Draft::new("努力提升用户体验");
    let texts = Texts::embedded(Lang::Zh);
    let rules = |charter: &Charter| -> Vec<&str> {
        goal_findings(charter, &texts, today())
            .iter()
            .map(|f| f.rule)
            .collect()
    };
    let all = rules(&draft.charter);
    let rule = *all.first().expect("a vague goal has findings");
    for (row, silent) in [
        (None, true),
        (Some(draft.row.clone()), true),
        (Some(RowId::from("another")), false),
    ] {
        let mut charter = draft.charter.clone();
        charter.settings.muted.push(Muted {
            rule: rule.to_owned(),
            row,
            ..Muted::default()
        });
        assert_eq!(!rules(&charter).contains(&rule), silent);
    }
}

#[test]
fn the_runs_of_a_sentence_joined_are_the_sentence() {
    for sentence in [SENTENCE, "努力提升用户体验", "做好 KPI 与 𠮷 🙂", "a"] {
        let draft = Draft::new(sentence);
        let judged = assess_row(&draft.charter, draft.row(), smart::Lang::Zh, today());
        let runs = segments(sentence, &judged.expect("not empty"));
        let joined: String = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(joined, sentence);
    }
}

#[test]
fn short_lines_are_goals_as_they_stand_and_prose_is_searched() {
    let list = format!("1. {SENTENCE}\n\n2. 提升用户体验");
    assert_eq!(goal_lines(&list, today()), [SENTENCE, "提升用户体验"]);
    let prose = format!("## 目标\n大家好，今年的安排如下。\n- **{SENTENCE}**\n谢谢。");
    let found = goal_lines(&prose, today());
    assert!(
        found
            .iter()
            .any(|goal| goal.contains("从 40000 提到 48000")),
        "{found:?}"
    );
    assert!(!found.iter().any(|goal| goal.contains("谢谢")), "{found:?}");
    assert_eq!(goal_lines(" \n", today()), Vec::<String>::new());
}

#[test]
fn an_objective_without_words_is_no_objective() {
    let mut draft = Draft::new(SENTENCE);
    let mut new_id = || RowId::from("blank");
    let section = draft
        .charter
        .section(strategy_plan::ID)
        .expect("backing")
        .id
        .clone();
    let table = strategy_plan::objectives::TABLE;
    let id = add_row(&mut draft.charter, &section, table, &mut new_id);
    draft.set(goals::OBJECTIVE, Value::Refs(vec![id]));
    let context = goal_context(&draft.charter, draft.row());
    assert_eq!(context.objectives, Vec::<String>::new());
    assert_eq!(context.objective, None);
}
