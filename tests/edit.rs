//! Everything that changes a charter: nothing typed or pasted is dropped.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use chrono::NaiveDate;
use ops_charter::catalogue::{self, FieldDef, FieldType, SECTIONS, TableDef, Texts, ids};
use ops_charter::edit::{
    GroupPlace, add_row, add_section, candidates, create_by_name, dependents, duplicate_row,
    groups, input_text, move_row, new_charter, next_letter, parse_input, paste_rows,
    raci_from_duties, remove_row, row_label, set_cell, set_field, split_lines, toggle_letter,
};
use ops_charter::model::{Amount, Charter, Lang, Row, RowId, Value};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Ids for what a test adds; those of the charter itself come from `numbered`.
fn ids() -> impl FnMut() -> RowId {
    numbered("new")
}

fn numbered(prefix: &'static str) -> impl FnMut() -> RowId {
    let mut count = 0;
    move || {
        count += 1;
        RowId(format!("{prefix}{count:07}"))
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn charter() -> Charter {
    new_charter(
        "duties_core",
        Lang::Zh,
        day("2027-01-15"),
        &mut numbered("old"),
    )
}

fn table(section: &str, table: &str) -> &'static TableDef {
    catalogue::section(section)
        .and_then(|section| section.table(table))
        .expect("in the catalogue")
}

fn section_id(charter: &Charter, kind: &str) -> RowId {
    charter.section(kind).expect("in the structure").id.clone()
}

fn names(charter: &Charter, section: &str, table: &str, column: &str) -> Vec<String> {
    charter
        .rows(section, table)
        .iter()
        .map(|row| row.text(column).to_owned())
        .collect()
}

// A new charter.

#[test]
fn a_new_charter_knows_its_dates_version_and_first_revision() {
    use ids::{charter_header as header, revision_history as history};
    let charter = charter();
    let field = |id| charter.field(header::ID, id);
    assert_eq!(charter.kind, "duties");
    assert_eq!(charter.id, charter.lineage.draft);
    assert_eq!(field(header::VERSION), Some(&Value::Text("V1.0".into())));
    assert_eq!(field(header::STATUS), Some(&Value::Enum("draft".into())));
    assert_eq!(
        field(header::EFFECTIVE_FROM),
        Some(&Value::Date(day("2027-01-15")))
    );
    assert_eq!(
        field(header::EFFECTIVE_TO),
        Some(&Value::Date(day("2028-12-31")))
    );
    assert_eq!(field(header::TITLE), None, "the title is the user's");
    let rows = charter.rows(history::ID, history::revisions::TABLE);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].text(history::revisions::CHANGE), "首版");
}

#[test]
fn a_charter_begun_on_a_leap_day_ends_with_the_year_after() {
    let charter = new_charter("duties_core", Lang::En, day("2028-02-29"), &mut ids());
    let end = charter.field(ids::charter_header::ID, ids::charter_header::EFFECTIVE_TO);
    assert_eq!(end, Some(&Value::Date(day("2029-12-31"))));
}

#[test]
fn every_structure_gives_each_of_its_sections_once_under_its_own_id() {
    for kind in catalogue::KINDS.iter() {
        for profile in kind.profiles {
            let charter = new_charter(profile.id, Lang::Zh, day("2027-01-15"), &mut ids());
            let kinds: Vec<&str> = charter.sections.iter().map(|s| s.kind.as_str()).collect();
            let expected: Vec<&str> = profile.sections().collect();
            assert_eq!(kinds, expected, "{}", profile.id);
            let ids: BTreeSet<&RowId> = charter.sections.iter().map(|s| &s.id).collect();
            assert_eq!(ids.len(), kinds.len(), "{}", profile.id);
        }
    }
}

#[test]
fn an_unknown_structure_gives_an_empty_charter() {
    let charter = new_charter("no_such", Lang::Zh, day("2027-01-15"), &mut ids());
    assert!(charter.sections.is_empty());
    assert_eq!(charter.profile, "no_such");
}

#[test]
fn a_section_that_was_put_away_comes_back_with_its_words() {
    let (mut charter, mut new_id) = (charter(), ids());
    let kind = ids::purpose_scope::ID;
    let id = section_id(&charter, kind);
    let text = Value::List(vec!["会员".into()]);
    set_field(
        &mut charter,
        &id,
        ids::purpose_scope::SCOPE_IN,
        Some(text.clone()),
    );
    charter.section_mut(&id).expect("there").hidden = true;
    assert!(
        !groups(&charter)
            .iter()
            .any(|group| group.sections.contains(&id))
    );
    assert_eq!(add_section(&mut charter, kind, &mut new_id), id);
    let section = charter.section(kind).expect("there");
    assert!(!section.hidden);
    assert_eq!(
        section.fields.get(ids::purpose_scope::SCOPE_IN),
        Some(&text)
    );
}

#[test]
fn groups_hold_every_shown_section_once() {
    let mut charter = charter();
    let added = add_section(&mut charter, ids::risk_register::ID, &mut || {
        RowId::from("added")
    });
    let groups = groups(&charter);
    let mut shown: Vec<RowId> = groups.iter().flat_map(|g| g.sections.clone()).collect();
    let mut all: Vec<RowId> = charter.sections.iter().map(|s| s.id.clone()).collect();
    shown.sort();
    all.sort();
    assert_eq!(shown, all);
    let own = groups.iter().find(|group| group.place == GroupPlace::Added);
    assert_eq!(own.map(|group| group.sections.clone()), Some(vec![added]));
}

// Rows.

#[test]
fn rows_are_copied_moved_and_taken_out_by_id() {
    use ids::smart_goals::{self as goals, goals as column};
    let (mut charter, mut new_id) = (charter(), ids());
    let section = section_id(&charter, goals::ID);
    let mut add = |charter: &mut Charter, text: &str| {
        let row = add_row(charter, &section, column::TABLE, &mut new_id);
        let value = Some(Value::Text(text.into()));
        set_cell(
            charter,
            &section,
            column::TABLE,
            &row,
            column::STATEMENT,
            value,
        );
        row
    };
    let first = add(&mut charter, "甲");
    let second = add(&mut charter, "乙");
    let all =
        |charter: &Charter| names(charter, goals::ID, column::TABLE, column::STATEMENT).join("");
    let copy = duplicate_row(&mut charter, &section, column::TABLE, &first, &mut || {
        RowId::from("copy")
    })
    .expect("copied");
    assert_eq!(all(&charter), "甲甲乙");
    assert_ne!(copy, first);

    move_row(&mut charter, &section, column::TABLE, &second, -1);
    assert_eq!(all(&charter), "甲乙甲");
    move_row(&mut charter, &section, column::TABLE, &second, -9);
    assert_eq!(all(&charter), "乙甲甲");
    move_row(&mut charter, &section, column::TABLE, &second, 9);
    assert_eq!(all(&charter), "甲甲乙");
    let ends = |by| {
        let mut moved = charter.clone();
        move_row(&mut moved, &section, column::TABLE, &first, by);
        all(&moved)
    };
    assert_eq!(ends(isize::MIN), "甲甲乙");
    assert_eq!(ends(isize::MAX), "甲乙甲");

    let (at, row) = remove_row(&mut charter, &section, column::TABLE, &copy).expect("there");
    assert_eq!((at, row.text(column::STATEMENT)), (1, "甲"));
    assert_eq!(all(&charter), "甲乙");
}

#[test]
fn an_id_that_does_not_exist_changes_nothing() {
    use ids::smart_goals::{self as goals, goals as column};
    let (mut charter, mut new_id) = (charter(), ids());
    let section = section_id(&charter, goals::ID);
    add_row(&mut charter, &section, column::TABLE, &mut new_id);
    let before = charter.clone();
    let gone = RowId::from("gone");
    let value = || Some(Value::Text("x".into()));
    set_field(&mut charter, &gone, "title", value());
    set_cell(
        &mut charter,
        &section,
        column::TABLE,
        &gone,
        column::STATEMENT,
        value(),
    );
    move_row(&mut charter, &section, column::TABLE, &gone, 1);
    move_row(&mut charter, &section, "no_table", &gone, 1);
    assert_eq!(
        remove_row(&mut charter, &section, column::TABLE, &gone),
        None
    );
    let copy = duplicate_row(&mut charter, &section, column::TABLE, &gone, &mut new_id);
    assert_eq!(copy, None);
    assert_eq!(charter, before);
}

#[test]
fn a_shared_section_is_copied_before_it_is_changed() {
    let mut charter = charter();
    let before = charter.clone();
    let id = section_id(&charter, ids::charter_header::ID);
    let value = Some(Value::Text("运营部职责".into()));
    set_field(&mut charter, &id, ids::charter_header::TITLE, value);
    assert_eq!(
        before.field(ids::charter_header::ID, ids::charter_header::TITLE),
        None,
        "an undo step keeps what it had"
    );
}

// References.

#[test]
fn a_name_finds_its_row_or_makes_one() {
    use ids::roles_duties::{self as duties, roles};
    let (mut charter, mut new_id) = (charter(), ids());
    let made = create_by_name(&mut charter, "role", " 运营经理 ", &mut new_id);
    let found = create_by_name(&mut charter, "role", "运营经理", &mut new_id);
    assert!(made.is_some());
    assert_eq!(made, found);
    assert_eq!(
        names(&charter, duties::ID, roles::TABLE, roles::NAME),
        ["运营经理"]
    );
    assert_eq!(
        create_by_name(&mut charter, "section", "目标", &mut new_id),
        None
    );
    assert_eq!(
        create_by_name(&mut charter, "no_entity", "x", &mut new_id),
        None
    );
}

#[test]
fn every_kind_of_thing_can_be_made_from_a_name() {
    let texts = Texts::embedded(Lang::Zh);
    for entity in catalogue::ENTITIES.iter().filter(|e| e.section != "*") {
        let (mut charter, mut new_id) = (charter(), ids());
        let id = create_by_name(&mut charter, entity.id, "甲", &mut new_id)
            .unwrap_or_else(|| panic!("{}", entity.id));
        let label = row_label(&charter, &id, &texts);
        assert_eq!(label.as_deref(), Some("甲"), "{}", entity.id);
    }
}

#[test]
fn what_may_be_chosen_has_a_name_and_what_hangs_on_a_row_is_found() {
    use ids::roles_duties::{self as duties, duties as duty, roles};
    let (mut charter, mut new_id) = (charter(), ids());
    let texts = Texts::embedded(Lang::Zh);
    let role = create_by_name(&mut charter, "role", "主管", &mut new_id).expect("made");
    let section = section_id(&charter, duties::ID);
    let unnamed = add_row(&mut charter, &section, roles::TABLE, &mut new_id);
    let field = table(duties::ID, duty::TABLE)
        .column(duty::ROLE)
        .expect("a column");
    let offered: Vec<RowId> = candidates(&charter, field, &texts)
        .into_iter()
        .map(|candidate| candidate.id)
        .collect();
    assert!(offered.contains(&role));
    assert!(!offered.contains(&unnamed));

    let row = add_row(&mut charter, &section, duty::TABLE, &mut new_id);
    let value = Some(Value::Refs(vec![role.clone()]));
    set_cell(&mut charter, &section, duty::TABLE, &row, duty::ROLE, value);
    assert_eq!(
        dependents(&charter, &role),
        [(section, duty::TABLE.to_owned(), row, duty::ROLE.to_owned())]
    );
    assert_eq!(dependents(&charter, &unnamed), []);
}

// Inputs.

fn field_of(kind: FieldType) -> Option<&'static FieldDef> {
    SECTIONS
        .iter()
        .flat_map(|section| {
            let columns = section.tables.iter().flat_map(|table| table.columns);
            section.fields.iter().chain(columns)
        })
        .find(|field| field.kind == kind)
}

const KINDS: [FieldType; 19] = [
    FieldType::Text,
    FieldType::Longtext,
    FieldType::List,
    FieldType::Int,
    FieldType::Number,
    FieldType::Percent,
    FieldType::Money,
    FieldType::Range,
    FieldType::Date,
    FieldType::Time,
    FieldType::Period,
    FieldType::Duration,
    FieldType::Enum,
    FieldType::Multi,
    FieldType::Bool,
    FieldType::Formula,
    FieldType::Ref,
    FieldType::Refs,
    FieldType::Letters,
];

/// The figures of a text, in order.
fn figures(text: &str) -> Vec<u32> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter_map(|part| part.parse().ok())
        .collect()
}

/// What stands in the input after typing is what was typed; only days and times come back in one
/// form.
fn comes_back(typed: &str) {
    for field in KINDS.into_iter().filter_map(field_of) {
        let name = field.kind.id();
        match parse_input(field, typed, None) {
            None => assert!(typed.trim().is_empty(), "{name} drops {typed:?}"),
            Some(
                value @ (Value::Date(_)
                | Value::Time(_)
                | Value::Range { .. }
                | Value::Period { .. }),
            ) => {
                assert_eq!(figures(&input_text(&value)), figures(typed), "{name}");
                let again = parse_input(field, &input_text(&value), None);
                assert_eq!(again, Some(value), "{name}");
            }
            Some(value) => assert_eq!(input_text(&value), typed, "{name}"),
        }
    }
}

#[test]
fn every_way_of_writing_comes_back_as_it_was_typed() {
    for typed in [
        "4 万",
        "98.50",
        "1,200",
        "１２％",
        "-3",
        "+3",
        "−3",
        "3k",
        "2亿",
        "约 30",
        "45%",
        "2027-06-30",
        "2027/6/30",
        "2027年6月30日",
        "2027.6.30",
        "2027-13-01",
        "下月底",
        "9:30",
        " 9:30 ",
        "上午",
        "true",
        "first\nsecond\n",
        "\n",
        " ",
        "",
        "1e5",
        "inf",
        "NaN",
        "0x10",
    ] {
        comes_back(typed);
    }
}

#[test]
fn figures_are_read_in_the_usual_ways_of_writing() {
    let number = field_of(FieldType::Number).expect("there is one");
    let percent = field_of(FieldType::Percent).unwrap_or(number);
    let read = |field: &FieldDef, typed: &str| match parse_input(field, typed, Some("person")) {
        Some(Value::Number(Amount { value, unit, .. })) => {
            assert_eq!(unit.as_deref(), Some("person"));
            Some(value)
        }
        _ => None,
    };
    for (typed, value) in [
        ("40000", 4e4),
        ("4 万", 4e4),
        ("4万", 4e4),
        ("1.2亿", 1.2e8),
        ("3k", 3e3),
        ("1,200.5", 1200.5),
        ("１２", 12.0),
        ("-3", -3.0),
        ("−3", -3.0),
    ] {
        assert_eq!(read(number, typed), Some(value), "{typed}");
    }
    for typed in ["约 30", "3 到 5", "1-2", "万", "inf", "NaN", "1e5", "三十"] {
        assert_eq!(read(number, typed), None, "{typed}");
    }
    if percent.kind == FieldType::Percent {
        assert_eq!(read(percent, "45%"), Some(45.0));
    }
}

#[test]
fn days_are_read_in_the_usual_ways_of_writing() {
    let date = field_of(FieldType::Date).expect("there is one");
    for typed in [
        "2027-06-30",
        "2027/6/30",
        "2027.6.30",
        "2027年6月30日",
        " 2027年6月30 日",
    ] {
        let read = parse_input(date, typed, None);
        assert_eq!(read, Some(Value::Date(day("2027-06-30"))), "{typed}");
    }
    for typed in [
        "2027-02-30",
        "27-06-30",
        "6月30日",
        "2027-06",
        "2027-06-30-1",
    ] {
        let read = parse_input(date, typed, None);
        assert_eq!(read, Some(Value::Text(typed.into())), "{typed}");
    }
}

#[test]
fn spans_are_read_with_both_ends() {
    let (first, last) = (day("2027-01-01"), day("2027-12-31"));
    let period = field_of(FieldType::Period).expect("there is one");
    for typed in [
        "2027-01-01 至 2027-12-31",
        "2027年1月1日到2027年12月31日",
        "2027/1/1 – 2027/12/31",
        "2027-01-01 to 2027-12-31",
    ] {
        let read = parse_input(period, typed, None);
        let whole = Value::Period {
            from: Some(first),
            to: Some(last),
        };
        assert_eq!(read, Some(whole), "{typed}");
    }
    for typed in ["2027 上半年", "2027-01-01 起", "本季度"] {
        let read = parse_input(period, typed, None);
        assert_eq!(read, Some(Value::Text(typed.into())), "{typed}");
    }
}

#[test]
fn times_are_read_as_hours_and_minutes() {
    let time = field_of(FieldType::Time).expect("there is one");
    for typed in ["09:30", "9:30", " 9:30 ", "9：30"] {
        let read = parse_input(time, typed, None);
        assert_eq!(read, Some(Value::Time("09:30".into())), "{typed}");
    }
    for typed in [
        "上午",
        "24:00",
        "9:60",
        "9:3",
        "9",
        "9:30-10:00",
        "每日 9:30",
        "+9:30",
    ] {
        let read = parse_input(time, typed, None);
        assert_eq!(read, Some(Value::Text(typed.into())), "{typed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_typed_is_lost(typed in "\\PC{0,24}") {
        comes_back(&typed);
    }

    #[test]
    fn nothing_like_a_figure_or_a_date_is_lost(typed in "[-+0-9.,，%年月日/: 万亿kw\n]{0,14}") {
        comes_back(&typed);
    }
}

// Pastes.

/// All that a row says, with the names of what it refers to.
fn said(charter: &Charter, table: &TableDef, row: &Row, texts: &Texts) -> String {
    let mut words = String::new();
    for (column, value) in &row.cells {
        let field = table.column(column);
        let text = match value {
            Value::Refs(ids) => ids
                .iter()
                .filter_map(|id| row_label(charter, id, texts))
                .collect::<Vec<_>>()
                .join(" "),
            Value::Enum(id) => {
                let option = field.and_then(|f| f.options.iter().find(|option| option.id == id));
                let label = option.map_or("", |option| texts.get(option.label));
                format!("{id} {label}")
            }
            other => input_text(other),
        };
        words.push_str(&text);
        words.push('\n');
    }
    words
}

/// Pastes a text into a table and checks that each line's words are in its row.
fn every_word_arrives(table: &'static TableDef, pasted: &str) {
    let (mut charter, mut new_id) = (charter(), ids());
    let texts = Texts::embedded(Lang::Zh);
    let rows = paste_rows(&mut charter, table, pasted, &texts, &mut new_id);
    let lines: Vec<&str> = pasted
        .lines()
        .filter(|line| line.chars().any(char::is_alphanumeric))
        .collect();
    assert_eq!(rows.len(), lines.len(), "{}: {pasted:?}", table.id);
    for (line, row) in lines.iter().zip(&rows) {
        let said = said(&charter, table, row, &texts);
        for word in line
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
        {
            assert!(
                said.contains(word),
                "{}: {word:?} of {line:?} is not in {said:?}",
                table.id
            );
        }
    }
}

fn tables() -> impl Iterator<Item = &'static TableDef> {
    SECTIONS.iter().flat_map(|section| section.tables)
}

#[test]
fn pasted_lines_arrive_in_every_table() {
    let pasted = "会员运营主管：刷新会员分层，每日 10:00 前\n\
        | 策划大促 | 活动运营主管 | 每月 |\n\
        |---|:--|---|\n\
        做一份周报\t数据分析员\t周报\t每周\t邮件\t一\t二\t三\t四\t五\t六\t七\t八\t九\t十\t甲\t乙\t丙\t丁\n\
        每天9:30前核对订单\n\
        ：没有岗位\n\
        名字：\n\
        甲｜乙|丙\n\
        A/B 测试：每周一轮；上线前复核";
    for table in tables() {
        every_word_arrives(table, &pasted.replace("|---|:--|---|\n", ""));
    }
    let duties = table(ids::roles_duties::ID, ids::roles_duties::duties::TABLE);
    let texts = Texts::embedded(Lang::Zh);
    let ruled = paste_rows(&mut charter(), duties, pasted, &texts, &mut ids());
    assert_eq!(ruled.len(), 8, "a rule under a table's head is no row");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_of_a_paste_is_in_its_row(
        which in 0..tables().count(),
        lines in proptest::collection::vec(
            proptest::collection::vec(
                (
                    prop_oneof![
                        Just("运营经理"), Just("每日"), Just("复核"), Just("45%"), Just("4万"),
                        Just("report"), Just("KPI"), Just("日报"), Just("V1"), Just("100"),
                    ],
                    prop_oneof![
                        Just("："), Just(": "), Just("\t"), Just("|"), Just(" | "), Just("、"),
                        Just("，"), Just(" "), Just(";"), Just("/"), Just("。"), Just(""),
                    ],
                ),
                1..9,
            ),
            1..5,
        ),
    ) {
        let lines: Vec<String> = lines
            .iter()
            .map(|parts| parts.iter().map(|(word, mark)| format!("{word}{mark}")).collect())
            .collect();
        let table = tables().nth(which).expect("in range");
        every_word_arrives(table, &lines.join("\n"));
    }
}

#[test]
fn a_name_before_the_colon_becomes_the_role() {
    use ids::roles_duties::{self as section, duties, roles};
    let mut charter = charter();
    let texts = Texts::embedded(Lang::Zh);
    let pasted = "- 会员运营主管：刷新会员分层\n2. 会员运营主管: 推送当日名单";
    let table = table(section::ID, duties::TABLE);
    let rows = paste_rows(&mut charter, table, pasted, &texts, &mut ids());
    let duty: Vec<&str> = rows.iter().map(|row| row.text(duties::DUTY)).collect();
    assert_eq!(duty, ["刷新会员分层", "推送当日名单"]);
    assert_eq!(
        names(&charter, section::ID, roles::TABLE, roles::NAME),
        ["会员运营主管"],
        "one role, named twice"
    );
    assert_eq!(rows[0].cell(duties::ROLE), rows[1].cell(duties::ROLE));
}

#[test]
fn the_colon_of_a_time_or_an_address_divides_nothing() {
    use ids::roles_duties::{self as section, duties, roles};
    for line in [
        "每天9:30前核对订单",
        "每日 10：00 前发名单",
        "看 https://example.com/kb 的口径",
    ] {
        let mut charter = charter();
        let texts = Texts::embedded(Lang::Zh);
        let table = table(section::ID, duties::TABLE);
        let rows = paste_rows(&mut charter, table, line, &texts, &mut ids());
        assert_eq!(rows[0].text(duties::DUTY), line);
        let roles = names(&charter, section::ID, roles::TABLE, roles::NAME);
        assert_eq!(roles, Vec::<String>::new(), "{line}");
    }
}

#[test]
fn list_marks_go_and_figures_stay() {
    for (line, left) in [
        ("- 甲", "甲"),
        ("* 甲", "甲"),
        ("•甲", "甲"),
        ("1. 甲", "甲"),
        ("2.甲", "甲"),
        ("1、甲", "甲"),
        ("（1）甲", "甲"),
        ("(12) 甲", "甲"),
        ("①甲", "甲"),
        ("１．复购率到 42%", "复购率到 42%"),
        ("（２）甲", "甲"),
        ("１．５ 倍增长", "１．５ 倍增长"),
        ("1、2027年完成", "2027年完成"),
        ("1、24 小时内回复", "24 小时内回复"),
        ("1.5 倍增长", "1.5 倍增长"),
        ("2027 年完成", "2027 年完成"),
        ("24 小时内回复", "24 小时内回复"),
        ("30、60、90 天回访", "30、60、90 天回访"),
        ("5、6 月完成大促", "5、6 月完成大促"),
        ("-5% 的成本", "-5% 的成本"),
        ("–5℃ 以下报警", "–5℃ 以下报警"),
    ] {
        assert_eq!(split_lines(line), [left]);
    }
    assert_eq!(split_lines("\n  \n\t\n"), Vec::<&str>::new());
}

// The responsibility matrix.

#[test]
fn a_cell_holds_a_and_r_together_c_and_i_alone() {
    for (letters, letter, after) in [
        ("", 'R', "R"),
        ("R", 'A', "AR"),
        ("AR", 'R', "A"),
        ("A", 'A', ""),
        ("AR", 'C', "C"),
        ("C", 'I', "I"),
        ("I", 'R', "R"),
        ("C", 'C', ""),
    ] {
        assert_eq!(toggle_letter(letters, letter), after, "{letters} {letter}");
    }
}

#[test]
fn the_round_of_letters_comes_back_to_empty() {
    let mut seen = vec![String::new()];
    loop {
        let next = next_letter(seen.last().expect("one"));
        if next.is_empty() {
            break;
        }
        assert!(!seen.contains(&next), "{next} comes twice");
        seen.push(next);
    }
    assert_eq!(seen, ["", "R", "A", "AR", "C", "I"]);
    assert_eq!(next_letter("XYZ"), "");
}

#[test]
fn duties_become_activities_once() {
    use ids::raci_matrix::{self as raci, activities};
    use ids::roles_duties::{self as duties, duties as duty};
    let (mut charter, mut new_id) = (charter(), ids());
    let texts = Texts::embedded(Lang::Zh);
    let table = table(duties::ID, duty::TABLE);
    let pasted = "主管：排班\n复盘大促";
    let rows = paste_rows(&mut charter, table, pasted, &texts, &mut new_id);
    let role = rows[0].cell(duty::ROLE).expect("a role").refs()[0].clone();
    let section = section_id(&charter, duties::ID);
    for row in rows {
        ops_charter::edit::insert_row(&mut charter, &section, duty::TABLE, 0, row);
    }
    let matrix = section_id(&charter, raci::ID);
    raci_from_duties(&mut charter, &matrix, &mut new_id);
    let again = charter.clone();
    raci_from_duties(&mut charter, &matrix, &mut new_id);
    assert_eq!(charter, again, "a second run adds nothing");
    let lines = charter.rows(raci::ID, activities::TABLE);
    assert_eq!(lines.len(), 2);
    let line = lines
        .iter()
        .find(|line| line.text(activities::ACTIVITY) == "排班")
        .expect("there");
    let letters = [(role, "AR".to_owned())].into_iter().collect();
    assert_eq!(line.cell(activities::CELLS), Some(&Value::Letters(letters)));
    assert_eq!(
        dependents(&charter, &charter.rows(duties::ID, duty::TABLE)[0].id).len(),
        1,
        "each line knows its duty"
    );
}
