//! Every rule fires on what is wrong and stays silent on what is right.

use super::*;
use crate::model::{Amount, Lang, Muted};
use std::collections::BTreeSet;
use std::sync::Arc;

type Cells<'a> = &'a [(&'a str, Value)];

fn row(id: &str, cells: Cells<'_>) -> Row {
    Row {
        cells: values(cells),
        ..Row::new(id.into())
    }
}

fn values(cells: Cells<'_>) -> BTreeMap<String, Value> {
    cells
        .iter()
        .map(|(id, value)| ((*id).to_owned(), value.clone()))
        .collect()
}

/// A charter with two roles and one more table.
fn charter(kind: &str, table: &str, rows: Vec<Row>) -> Charter {
    let roles = vec![
        row("r1", &[("name", text("运营经理"))]),
        row("r2", &[("name", text("客服主管"))]),
    ];
    let mut sections = vec![section("roles_duties", "roles", roles)];
    if kind == "roles_duties" {
        sections[0].tables.insert(table.to_owned(), rows);
    } else {
        sections.push(section(kind, table, rows));
    }
    Charter {
        kind: "duties".into(),
        profile: "duties_core".into(),
        sections: sections.into_iter().map(Arc::new).collect(),
        ..Charter::default()
    }
}

fn section(kind: &str, table: &str, rows: Vec<Row>) -> Section {
    Section {
        id: RowId(format!("s-{kind}")),
        kind: kind.into(),
        tables: [(table.to_owned(), rows)].into(),
        ..Section::default()
    }
}

fn header(cells: Cells<'_>) -> Charter {
    Charter {
        sections: vec![Arc::new(Section {
            kind: "charter_header".into(),
            fields: values(cells),
            ..Section::default()
        })],
        ..Charter::default()
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn number(value: f64) -> Value {
    Value::Number(Amount::new(value))
}

fn date(text: &str) -> Value {
    Value::Date(text.parse().unwrap())
}

fn refs(ids: &[&str]) -> Value {
    Value::Refs(ids.iter().map(|id| RowId::from(*id)).collect())
}

fn letters(pairs: &[(&str, &str)]) -> Value {
    Value::Letters(
        pairs
            .iter()
            .map(|(id, letters)| (RowId::from(*id), (*letters).to_owned()))
            .collect(),
    )
}

fn rules_of(charter: &Charter) -> Vec<&'static str> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    findings(charter, &Texts::embedded(Lang::Zh), today)
        .iter()
        .map(|finding| finding.rule)
        .collect()
}

fn activity(cells: &[(&str, &str)]) -> Charter {
    let cells = [("activity", text("定价")), ("cells", letters(cells))];
    charter("raci_matrix", "activities", vec![row("a1", &cells)])
}

fn kpi(direction: &str, red: f64, yellow: f64, target: f64) -> Charter {
    let cells = [
        ("name", text("首次响应时长")),
        ("direction", Value::Enum(direction.into())),
        ("red", number(red)),
        ("yellow", number(yellow)),
        ("target", number(target)),
    ];
    charter("kpi_dictionary", "kpis", vec![row("k1", &cells)])
}

fn duty(role: Value) -> Charter {
    let cells = [("duty", text("处理客诉")), ("role", role)];
    charter("roles_duties", "duties", vec![row("d1", &cells)])
}

fn goal(start: &str, deadline: &str, target: Value) -> Charter {
    let cells = [
        ("statement", text("把首次响应时长降到 3 分钟")),
        ("start", date(start)),
        ("deadline", date(deadline)),
        ("target", target),
    ];
    charter("smart_goals", "goals", vec![row("g1", &cells)])
}

fn working_group(from: &str, to: &str) -> Charter {
    let term = Value::Period {
        from: from.parse().ok(),
        to: to.parse().ok(),
    };
    let cells = [("name", text("大促专班")), ("term", term)];
    charter(
        "cross_dept_interface",
        "working_groups",
        vec![row("w1", &cells)],
    )
}

/// Per rule: a charter that it must find, and its like that it must not.
fn cases() -> Vec<(&'static str, Charter, Charter)> {
    let valid = |to| {
        header(&[
            ("effective_from", date("2027-01-01")),
            ("effective_to", date(to)),
        ])
    };
    vec![
        ("X-REF-01", duty(refs(&["gone"])), duty(refs(&["r1"]))),
        (
            "X-RACI-01",
            activity(&[("r1", "A"), ("r2", "AR")]),
            activity(&[("r1", "A"), ("r2", "R")]),
        ),
        (
            "X-RACI-02",
            activity(&[("r1", "A"), ("r2", "C")]),
            activity(&[("r1", "AR"), ("r2", "C")]),
        ),
        ("duty.no_role", duty(refs(&[])), duty(refs(&["r2"]))),
        (
            "X-KPI-02",
            kpi("down", 3.0, 5.0, 8.0),
            kpi("down", 8.0, 5.0, 3.0),
        ),
        ("X-DOC-01", valid("2026-12-31"), valid("2027-12-31")),
        (
            "date.order",
            goal("2027-06-30", "2027-01-01", number(3.0)),
            goal("2027-01-01", "2027-06-30", number(3.0)),
        ),
        (
            "period.order",
            working_group("2027-06-30", "2027-01-01"),
            working_group("2027-01-01", "2027-06-30"),
        ),
        (
            "value.kind",
            goal("2027-01-01", "2027-06-30", text("三分钟左右")),
            goal("2027-01-01", "2027-06-30", number(3.0)),
        ),
    ]
}

#[test]
fn every_rule_fires_and_stays_silent() {
    for (rule, wrong, right) in cases() {
        assert_eq!(rules_of(&wrong), [rule], "fires alone");
        assert_eq!(rules_of(&right), [""; 0], "{rule} stays silent");
    }
    let tested: BTreeSet<&str> = cases().iter().map(|(rule, ..)| *rule).collect();
    let all: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(tested, all, "a rule has a case of each sort");
}

#[test]
fn rules_have_unique_ids_and_words_in_both_languages() {
    let mut seen = BTreeSet::new();
    for rule in RULES {
        for id in std::iter::once(&rule.id).chain(rule.aliases) {
            assert!(seen.insert(*id), "{id} stands twice");
        }
        for lang in Lang::ALL {
            let texts = Texts::embedded(lang);
            for text in [rule.title, rule.doc, rule.message, rule.fix] {
                assert!(!texts.get(text).is_empty(), "{} lacks a text", rule.id);
            }
        }
    }
}

#[test]
fn messages_have_no_open_places() {
    for (rule, wrong, _) in cases() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for lang in Lang::ALL {
            for finding in findings(&wrong, &Texts::embedded(lang), today) {
                assert!(
                    !finding.message.contains('{'),
                    "{rule}: {}",
                    finding.message
                );
                assert!(!finding.place.section.is_empty());
            }
        }
    }
}

#[test]
fn muted_findings_and_hidden_sections_are_silent() {
    let mut muted = duty(refs(&["gone"]));
    muted.settings.muted.push(Muted {
        rule: "X-REF-01".into(),
        row: Some("d1".into()),
        reason: "外包岗位".into(),
        ..Muted::default()
    });
    assert!(rules_of(&muted).is_empty());
    let mut hidden = goal("2027-06-30", "2027-01-01", number(3.0));
    Arc::make_mut(&mut hidden.sections[1]).hidden = true;
    assert!(rules_of(&hidden).is_empty());
}

#[test]
fn only_rows_in_use_are_required() {
    let (_, profile) = catalogue::profile("duties_core").unwrap();
    let mut charter = duty(refs(&["r1"]));
    let before = completeness(&charter, profile);
    let section = Arc::make_mut(&mut charter.sections[0]);
    section
        .tables
        .get_mut("duties")
        .unwrap()
        .push(row("d2", &[]));
    assert_eq!(completeness(&charter, profile), before, "a blank row");
    let section = Arc::make_mut(&mut charter.sections[0]);
    let rows = section.tables.get_mut("duties").unwrap();
    rows.push(row("d3", &[("duty", text("维护话术库"))]));
    let after = completeness(&charter, profile);
    assert!(after.total > before.total);
    assert!(
        after
            .missing()
            .any(|missing| { missing.row == Some("d3".into()) && missing.field == Some("role") })
    );
}

#[test]
fn states_follow_what_is_filled() {
    let (_, profile) = catalogue::profile("duties_core").unwrap();
    let empty = completeness(&Charter::default(), profile);
    assert!(!empty.is_complete());
    assert!(
        empty
            .sections
            .iter()
            .all(|s| s.state == SectionState::Empty)
    );
    let begun = completeness(&duty(refs(&["r1"])), profile);
    let roles = begun.section("roles_duties").unwrap();
    assert_eq!(
        roles.state,
        SectionState::Started,
        "three duties are wanted"
    );
    let done = header(&[("title", text("章程")), ("team_name", text("运营部"))]);
    let header = completeness(&done, profile);
    assert_eq!(
        header.section("charter_header").unwrap().state,
        SectionState::Complete
    );
}
