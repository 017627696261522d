//! Questions for a colleague and the answers pasted back.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "helpers of tests may stop the test"
)]

use chrono::NaiveDate;
use ops_charter::ask::{
    MOST, Request, dismiss, receive, remember, reply_change, request, use_reply,
};
use ops_charter::catalogue::Texts;
use ops_charter::catalogue::ids::{
    charter_header as header, raci_matrix, raci_matrix::activities, roles_duties,
    roles_duties::roles, smart_goals, smart_goals::goals,
};
use ops_charter::edit;
use ops_charter::export::plain;
use ops_charter::model::{Charter, Lang, Reply, Row, RowId, Value};
use ops_charter::outline::{self, Options};
use ops_charter::schema;

fn today() -> NaiveDate {
    "2027-01-15".parse().unwrap()
}

fn texts() -> Texts {
    Texts::embedded(Lang::Zh)
}

/// A file with two roles and a goal of which only a sentence, its metric and its unit are written.
fn charter(lang: Lang) -> Charter {
    let mut count = 0;
    let mut new_id = || {
        count += 1;
        RowId(format!("id{count}"))
    };
    let mut charter = edit::new_charter("duties_core", lang, today(), &mut new_id);
    let title = Value::Text("客服部职责".into());
    let at = place(&charter, header::ID);
    edit::set_field(&mut charter, &at, header::TITLE, Some(title));
    let at = place(&charter, roles_duties::ID);
    for (id, name) in [("lead", "客服主管"), ("agent", "客服专员")] {
        add(&mut charter, &at, roles::TABLE, id, &[(roles::NAME, name)]);
    }
    let at = place(&charter, smart_goals::ID);
    let cells = [
        (goals::STATEMENT, "把首次响应时长降下来"),
        (goals::METRIC, "首次响应时长"),
        (goals::UNIT, "分钟"),
    ];
    add(&mut charter, &at, goals::TABLE, "goal", &cells);
    charter
}

fn add(charter: &mut Charter, section: &RowId, table: &str, id: &str, cells: &[(&str, &str)]) {
    let mut row = Row::new(id.into());
    for (column, text) in cells {
        row.cells
            .insert((*column).into(), Value::Text((*text).into()));
    }
    edit::insert_row(charter, section, table, usize::MAX, row);
}

fn place(charter: &Charter, kind: &str) -> RowId {
    charter.section(kind).unwrap().id.clone()
}

fn ask(charter: &Charter, kind: &str) -> Request {
    let texts = Texts::embedded(charter.language);
    request(charter, &place(charter, kind), &texts, today())
}

fn number(sent: &Request, field: &str) -> u32 {
    let of =
        |at: &ops_charter::model::AskedAt| at.field.as_deref() == Some(field) && at.rule.is_none();
    sent.questions
        .iter()
        .find(|asked| of(&asked.at))
        .expect("asked")
        .number
}

fn paste(charter: &mut Charter, kind: &str, text: &str) -> usize {
    let section = place(charter, kind);
    let mut count = 0;
    let mut new_id = || {
        count += 1;
        RowId(format!("reply{count}"))
    };
    receive(charter, &section, text, &texts(), today(), &mut new_id)
}

fn replies<'a>(charter: &'a Charter, kind: &str) -> &'a [Reply] {
    &charter.section(kind).unwrap().replies
}

fn goal(charter: &Charter) -> &Row {
    &charter.rows(smart_goals::ID, goals::TABLE)[0]
}

#[test]
fn questions_in_both_languages() {
    for lang in Lang::ALL {
        let charter = charter(lang);
        for kind in [smart_goals::ID, roles_duties::ID, header::ID] {
            let name = format!("questions_{kind}_{}", lang.code());
            insta::assert_snapshot!(name, ask(&charter, kind).text);
        }
    }
}

#[test]
fn at_most_fifteen_questions_and_every_one_once() {
    let mut charter = charter(Lang::Zh);
    let at = place(&charter, roles_duties::ID);
    for number in 0..30 {
        let id = format!("duty{number}");
        add(
            &mut charter,
            &at,
            "duties",
            &id,
            &[("duty", &format!("职责{number}"))],
        );
    }
    let sent = ask(&charter, roles_duties::ID);
    assert_eq!(sent.questions.len(), MOST);
    assert!(sent.left > 0 && sent.text.contains(&sent.left.to_string()));
    for (index, asked) in sent.questions.iter().enumerate() {
        assert_eq!(asked.number as usize, index + 1);
        let others = sent.questions.iter().filter(|other| other.at == asked.at);
        assert_eq!(others.count(), 1);
    }
}

#[test]
fn nothing_open_nothing_asked() {
    let charter = charter(Lang::Zh);
    let sent = ask(&charter, "revision_history");
    let required = |asked: &ops_charter::model::Asked| asked.question.contains("版本号");
    assert!(!sent.questions.iter().any(required), "{}", sent.text);
    let gone = request(&charter, &"nowhere".into(), &texts(), today());
    assert_eq!(gone, Request::default());
}

#[test]
fn a_number_is_never_given_again() {
    let mut charter = charter(Lang::Zh);
    let section = place(&charter, smart_goals::ID);
    let sent = ask(&charter, smart_goals::ID);
    remember(&mut charter, &section, &sent);
    let target = number(&sent, goals::TARGET);
    let owner = number(&sent, goals::OWNER);
    let written = Value::Text("3".into());
    edit::set_cell(
        &mut charter,
        &section,
        goals::TABLE,
        &"goal".into(),
        goals::TARGET,
        Some(written),
    );
    add(
        &mut charter,
        &section,
        goals::TABLE,
        "second",
        &[(goals::STATEMENT, "第二条")],
    );
    let again = ask(&charter, smart_goals::ID);
    assert!(again.questions.iter().all(|asked| asked.number != target));
    let known = again
        .questions
        .iter()
        .find(|asked| asked.number == owner)
        .unwrap();
    assert_eq!(known.at.row, Some("goal".into()));
    let most = sent
        .questions
        .iter()
        .map(|asked| asked.number)
        .max()
        .unwrap();
    let new = again
        .questions
        .iter()
        .filter(|asked| asked.at.row == Some("second".into()));
    assert!(new.map(|asked| asked.number).min().unwrap() > most);
}

#[test]
fn answers_find_their_fields() {
    let mut charter = charter(Lang::Zh);
    let sent = ask(&charter, smart_goals::ID);
    let text = format!(
        "收到\n{}、12 分钟\n（{}）3分钟。\n{}. 2027年6月30日\n{}：客服主管",
        number(&sent, goals::BASELINE),
        number(&sent, goals::TARGET),
        number(&sent, goals::DEADLINE),
        number(&sent, goals::OWNER),
    );
    assert_eq!(paste(&mut charter, smart_goals::ID, &text), 5);
    assert_eq!(replies(&charter, smart_goals::ID)[0].text, "收到");
    assert!(replies(&charter, smart_goals::ID)[0].question.is_empty());
    // Nothing is written unasked.
    assert_eq!(goal(&charter).cell(goals::TARGET), None);

    let section = place(&charter, smart_goals::ID);
    let waiting: Vec<RowId> = replies(&charter, smart_goals::ID)
        .iter()
        .map(|r| r.id.clone())
        .collect();
    for reply in &waiting[1..] {
        assert!(use_reply(
            &mut charter,
            &section,
            reply,
            &texts(),
            &mut RowId::default
        ));
    }
    let number = |column: &str| match goal(&charter).cell(column) {
        Some(Value::Number(amount)) => amount.value,
        other => panic!("{column}: {other:?}"),
    };
    assert_eq!(
        (number(goals::BASELINE), number(goals::TARGET)),
        (12.0, 3.0)
    );
    let day = Value::Date("2027-06-30".parse().unwrap());
    assert_eq!(goal(&charter).cell(goals::DEADLINE), Some(&day));
    let lead = Value::Refs(vec!["lead".into()]);
    assert_eq!(goal(&charter).cell(goals::OWNER), Some(&lead));
    // The line without a number is still there, and cannot be used.
    assert_eq!(replies(&charter, smart_goals::ID).len(), 1);
    assert!(!use_reply(
        &mut charter,
        &section,
        &waiting[0],
        &texts(),
        &mut RowId::default
    ));
    dismiss(&mut charter, &section, &waiting[0]);
    assert!(replies(&charter, smart_goals::ID).is_empty());
}

#[test]
fn an_answer_that_does_not_fit_stays_as_it_was_written() {
    let mut charter = charter(Lang::Zh);
    let sent = ask(&charter, smart_goals::ID);
    let text = format!(
        "{}. 三分钟左右\n{}. 小王",
        number(&sent, goals::TARGET),
        number(&sent, goals::OWNER)
    );
    paste(&mut charter, smart_goals::ID, &text);
    let section = place(&charter, smart_goals::ID);
    for reply in ["reply1", "reply2"] {
        assert!(use_reply(
            &mut charter,
            &section,
            &reply.into(),
            &texts(),
            &mut RowId::default
        ));
    }
    assert_eq!(goal(&charter).text(goals::TARGET), "三分钟左右");
    assert_eq!(goal(&charter).text(goals::OWNER), "小王");
}

#[test]
fn what_stands_there_is_shown_before_it_is_replaced() {
    let mut charter = charter(Lang::Zh);
    let sent = ask(&charter, smart_goals::ID);
    paste(
        &mut charter,
        smart_goals::ID,
        &format!("{}. 3 分钟", number(&sent, goals::TARGET)),
    );
    let section = place(&charter, smart_goals::ID);
    let change = |charter: &Charter| reply_change(charter, &section, &"reply1".into(), &texts());
    assert_eq!(change(&charter), Some((String::new(), "3".into())));
    let five = edit::parse_input(
        ops_charter::catalogue::section(smart_goals::ID)
            .and_then(|def| def.table(goals::TABLE)?.column(goals::TARGET))
            .unwrap(),
        "5",
        None,
    );
    edit::set_cell(
        &mut charter,
        &section,
        goals::TABLE,
        &"goal".into(),
        goals::TARGET,
        five,
    );
    assert_eq!(change(&charter), Some(("5".into(), "3".into())));
}

#[test]
fn a_deleted_row_leaves_the_answer_behind() {
    let mut charter = charter(Lang::Zh);
    let sent = ask(&charter, smart_goals::ID);
    paste(
        &mut charter,
        smart_goals::ID,
        &format!("{}. 3 分钟", number(&sent, goals::TARGET)),
    );
    let section = place(&charter, smart_goals::ID);
    edit::remove_row(&mut charter, &section, goals::TABLE, &"goal".into());
    assert_eq!(
        reply_change(&charter, &section, &"reply1".into(), &texts()),
        None
    );
    assert!(!use_reply(
        &mut charter,
        &section,
        &"reply1".into(),
        &texts(),
        &mut RowId::default
    ));
    assert_eq!(replies(&charter, smart_goals::ID)[0].text, "3 分钟");
}

#[test]
fn answers_to_missing_rows_become_rows() {
    let mut charter = charter(Lang::Zh);
    let sent = ask(&charter, roles_duties::ID);
    let rows = sent
        .questions
        .iter()
        .find(|asked| asked.at.row.is_none())
        .expect("too few duties");
    let text = format!(
        "{}. 客服主管：处理升级客诉\n客服专员：登记来电",
        rows.number
    );
    paste(&mut charter, roles_duties::ID, &text);
    let section = place(&charter, roles_duties::ID);
    let mut count = 0;
    let mut new_id = || {
        count += 1;
        RowId(format!("row{count}"))
    };
    assert!(use_reply(
        &mut charter,
        &section,
        &"reply1".into(),
        &texts(),
        &mut new_id
    ));
    let duties: Vec<&str> = charter
        .rows(roles_duties::ID, "duties")
        .iter()
        .map(|row| row.text("duty"))
        .collect();
    assert_eq!(duties, ["处理升级客诉", "登记来电"]);
}

#[test]
fn letters_are_answered_by_hand() {
    let mut charter = charter(Lang::Zh);
    let at = place(&charter, raci_matrix::ID);
    add(
        &mut charter,
        &at,
        activities::TABLE,
        "refund",
        &[(activities::ACTIVITY, "退款处理")],
    );
    let sent = ask(&charter, raci_matrix::ID);
    let asked = number(&sent, activities::CELLS);
    assert!(sent.text.contains("退款处理"), "{}", sent.text);
    paste(
        &mut charter,
        raci_matrix::ID,
        &format!("{asked}. 客服主管拍板"),
    );
    assert_eq!(
        reply_change(&charter, &at, &"reply1".into(), &texts()),
        None
    );
}

#[test]
fn the_same_reply_pasted_twice_is_kept_once() {
    let mut charter = charter(Lang::Zh);
    let sent = ask(&charter, smart_goals::ID);
    let text = format!("{}\n\n谢谢", sent.text);
    // Only the thanks are new, and they follow the last question.
    paste(&mut charter, smart_goals::ID, &text);
    assert_eq!(replies(&charter, smart_goals::ID).len(), 1);
    assert_eq!(replies(&charter, smart_goals::ID)[0].text, "谢谢");
    paste(&mut charter, smart_goals::ID, &text);
    assert_eq!(replies(&charter, smart_goals::ID).len(), 1);
}

#[test]
fn answers_are_kept_in_the_file_and_never_printed() {
    let mut charter = charter(Lang::Zh);
    paste(&mut charter, smart_goals::ID, "这句话不印出来");
    let file = schema::save(&charter, "2027-01-15T08:00:00Z");
    assert_eq!(schema::load(&file).unwrap().charter, charter);
    let document = outline::build(&charter, &texts(), &Options::of(&charter, today()));
    assert!(!plain(&document).contains("这句话不印出来"));
}
