//! What is written comes back, whatever it is; what is broken never does more than say so.

use super::*;
use crate::drafts::checksum;
use crate::model::{
    Amount, Comment, Lang, Lineage, Muted, Row, RowId, Section, Settings, TrayItem,
};
use crate::model::{UnknownFields, Value};
use chrono::NaiveDate;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::json;
use std::sync::Arc;

const AT: &str = "2027-01-31T08:00:00Z";

/// Every released form, with the checksum of its fixture: a fixture is never edited.
const FIXTURES: &[(u32, &str, u64)] = &[(
    1,
    include_str!("../../tests/fixtures/schema/v1.json"),
    0x4ac0_4574_1db5_1d72,
)];

#[test]
fn every_released_form_has_a_frozen_fixture_that_loads() {
    let versions: Vec<u32> = FIXTURES.iter().map(|fixture| fixture.0).collect();
    assert_eq!(versions, (1..=VERSION).collect::<Vec<_>>());
    for (version, text, sum) in FIXTURES {
        assert_eq!(
            checksum(text),
            *sum,
            "the fixture of form {version} was edited"
        );
        let loaded = load(text).expect("fixture");
        assert_eq!(loaded.version, *version);
        // Loading what it has become changes nothing any more.
        let again = load(&save(&loaded.charter, &loaded.saved_at)).expect("again");
        assert_eq!(again.charter, loaded.charter);
        assert_eq!(again.version, VERSION);
    }
}

#[test]
fn the_first_form_keeps_every_kind_of_value() {
    let loaded = load(FIXTURES[0].1).expect("fixture");
    let charter = loaded.charter;
    assert_eq!(loaded.saved_at, AT);
    assert_eq!(charter.kind, "duties");
    assert_eq!(charter.unknown["from_the_future"], json!({ "a": [1, 2.5] }));
    let section = charter.section("values").expect("section");
    let date = |day| NaiveDate::from_ymd_opt(2027, 6, day);
    let expected = [
        ("text", Value::Text("客诉\n24 小时内结案".into())),
        ("list", Value::List(vec!["甲".into(), "乙".into()])),
        (
            "number",
            Value::Number(Amount {
                value: 40000.0,
                text: Some("4 万".into()),
                unit: Some("cny".into()),
            }),
        ),
        (
            "range",
            Value::Range {
                min: Some(0.1),
                max: None,
            },
        ),
        ("date", Value::Date(date(30).expect("date"))),
        ("time", Value::Time("09:30".into())),
        (
            "period",
            Value::Period {
                from: date(1),
                to: date(30),
            },
        ),
        ("enum", Value::Enum("monthly".into())),
        ("multi", Value::Multi(vec!["a".into(), "b".into()])),
        ("refs", Value::Refs(vec!["rrrrrrrrrr".into()])),
        ("bool", Value::Bool(true)),
        (
            "letters",
            Value::Letters([(RowId::from("rrrrrrrrrr"), "AR".to_owned())].into()),
        ),
        ("other", Value::Other(json!({ "colour": "#336699" }))),
    ];
    for (field, value) in &expected {
        assert_eq!(section.fields.get(*field), Some(value), "{field}");
    }
    assert_eq!(section.fields.len(), expected.len());
}

#[test]
fn a_file_is_indented_and_a_draft_is_one_line() {
    let charter = Charter::default();
    assert!(save(&charter, AT).starts_with("{\n  \"format\": \"ops-charter\",\n  \"version\": 1"));
    assert!(!save_compact(&charter, AT).contains('\n'));
}

#[test]
fn what_is_not_ours_is_said_to_be_so() {
    for text in [
        "",
        "null",
        "[]",
        "{}",
        "你好",
        "{\"format\":\"other\"}",
        "\u{0}",
        "{\"format\":",
    ] {
        assert_eq!(load(text), Err(LoadError::NotACharter), "{text:?}");
    }
}

#[test]
fn a_newer_form_is_refused_whatever_it_holds() {
    let text = r#"{"format":"ops-charter","version":2,"charter":[1]}"#;
    assert_eq!(load(text), Err(LoadError::TooNew { version: 2 }));
    let text = r#"{"format":"ops-charter","version":99999999999}"#;
    assert_eq!(load(text), Err(LoadError::TooNew { version: u32::MAX }));
}

fn path_of(text: &str) -> String {
    match load(text) {
        Err(LoadError::Invalid { path, .. }) => path,
        other => format!("{other:?}"),
    }
}

#[test]
fn damage_is_located() {
    let file = |charter: serde_json::Value| {
        json!({ "format": FORMAT, "version": 1, "charter": charter }).to_string()
    };
    let good = json!({ "id": "a", "type": "goals" });
    let charter = |sections: serde_json::Value| {
        file(json!({ "id": "x", "kind": "duties", "profile": "p", "sections": sections }))
    };
    assert_eq!(
        path_of(&charter(json!([good, { "id": "b" }]))),
        "charter.sections[1]"
    );
    let rows = json!([good, { "id": "b", "type": "kpis", "tables": { "t": [{ "id": "r" }, 3] } }]);
    assert_eq!(path_of(&charter(rows)), "charter.sections[1].tables.t[1]");
    let wrong = json!({ "id": "x", "kind": 7, "profile": "p" });
    assert_eq!(path_of(&file(wrong)), "charter.kind");
    assert_eq!(path_of(&file(json!([]))), "charter");
    assert_eq!(
        path_of(r#"{"format":"ops-charter","version":1}"#),
        "charter"
    );
    assert_eq!(
        path_of(r#"{"format":"ops-charter","version":0,"charter":{}}"#),
        "version"
    );
    assert_eq!(
        path_of(r#"{"format":"ops-charter","version":"1","charter":{}}"#),
        "version"
    );
    let cut = &save(&Charter::default(), AT)[..120];
    assert_eq!(path_of(cut).split(':').count(), 2);
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let text = format!("\u{feff}{}\r\n", save(&Charter::default(), AT));
    assert_eq!(
        load(&text).map(|loaded| loaded.charter),
        Ok(Charter::default())
    );
}

#[test]
fn deep_nesting_is_refused_and_the_deepest_that_loads_can_be_saved_again() {
    let nested = |depth: usize| {
        format!(
            r#"{{"format":"ops-charter","version":1,"charter":{{"id":"x","kind":"k","profile":"p","future":{}{}}}}}"#,
            "[".repeat(depth),
            "]".repeat(depth)
        )
    };
    assert!(load(&nested(100_000)).is_err());
    let deepest = (1..200)
        .rev()
        .find_map(|depth| load(&nested(depth)).ok())
        .expect("some depth loads");
    let again = load(&save_compact(&deepest.charter, AT)).expect("again");
    assert_eq!(again.charter, deepest.charter);
}

fn id() -> impl Strategy<Value = RowId> {
    any::<[u8; RowId::LEN]>().prop_map(RowId::from_bytes)
}

fn number() -> impl Strategy<Value = f64> {
    // Fifteen digits, as a person may type: those come back exactly. Longer figures are kept as
    // typed, in `Amount::text`.
    (-999_999_999_999_999_i64..=999_999_999_999_999, 0..=15_i32)
        .prop_map(|(digits, places)| format!("{digits}e-{places}").parse().unwrap_or_default())
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (1900..2200_i32, 1..=366_u32).prop_filter_map("a day of that year", |(year, day)| {
        NaiveDate::from_yo_opt(year, day)
    })
}

/// Keys that no version of the model uses.
fn unknown() -> impl Strategy<Value = UnknownFields> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(|v| json!(v)),
        any::<i64>().prop_map(|v| json!(v)),
        number().prop_map(|v| json!(v)),
        any::<String>().prop_map(|v| json!(v)),
    ];
    let tree = leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|v| json!(v)),
            btree_map(any::<String>(), inner, 0..4).prop_map(|v| json!(v)),
        ]
    });
    btree_map("x_[a-z]{1,6}", tree, 0..3)
}

fn value() -> impl Strategy<Value = Value> {
    let amount = (number(), any::<Option<String>>(), any::<Option<String>>())
        .prop_map(|(value, text, unit)| Value::Number(Amount { value, text, unit }));
    let open = || proptest::option::of(date());
    prop_oneof![
        any::<String>().prop_map(Value::Text),
        vec(any::<String>(), 0..3).prop_map(Value::List),
        amount,
        (
            proptest::option::of(number()),
            proptest::option::of(number())
        )
            .prop_map(|(min, max)| Value::Range { min, max }),
        date().prop_map(Value::Date),
        any::<String>().prop_map(Value::Time),
        (open(), open()).prop_map(|(from, to)| Value::Period { from, to }),
        any::<String>().prop_map(Value::Enum),
        vec(any::<String>(), 0..3).prop_map(Value::Multi),
        vec(id(), 0..3).prop_map(Value::Refs),
        any::<bool>().prop_map(Value::Bool),
        btree_map(id(), "[RACI]{1,2}", 0..3).prop_map(Value::Letters),
        unknown().prop_map(|map| Value::Other(json!(map))),
    ]
}

fn row() -> impl Strategy<Value = Row> {
    let answers = btree_map("[a-z]{1,4}", any::<String>(), 0..2);
    (
        id(),
        btree_map("[a-z]{1,6}", value(), 0..4),
        answers,
        any::<String>(),
        unknown(),
    )
        .prop_map(|(id, cells, answers, source, unknown)| Row {
            id,
            cells,
            answers,
            source,
            unknown,
        })
}

fn section() -> impl Strategy<Value = Arc<Section>> {
    let contents = (
        btree_map("[a-z]{1,6}", value(), 0..4),
        btree_map("[a-z]{1,6}", vec(row(), 0..3), 0..3),
    );
    (
        id(),
        any::<String>(),
        any::<Option<String>>(),
        any::<bool>(),
        contents,
        unknown(),
    )
        .prop_map(|(id, kind, title, hidden, (fields, tables), unknown)| {
            Arc::new(Section {
                id,
                kind,
                title,
                custom: None,
                hidden,
                fields,
                tables,
                unknown,
            })
        })
}

fn settings() -> impl Strategy<Value = Settings> {
    let muted = (
        any::<String>(),
        proptest::option::of(id()),
        any::<String>(),
        unknown(),
    )
        .prop_map(|(rule, row, reason, unknown)| Muted {
            rule,
            row,
            reason,
            unknown,
        });
    (
        any::<Option<String>>(),
        any::<Option<bool>>(),
        vec(muted, 0..2),
        unknown(),
    )
        .prop_map(|(missing, draft_mark, muted, unknown)| Settings {
            missing,
            draft_mark,
            muted,
            unknown,
        })
}

/// Any charter at all, including ones that no form could produce.
pub(crate) fn charter() -> impl Strategy<Value = Charter> {
    let names = (id(), any::<bool>(), any::<String>(), any::<String>());
    let lineage = (id(), any::<u64>(), any::<Option<u64>>(), unknown()).prop_map(
        |(draft, revision, parent, unknown)| Lineage {
            draft,
            revision,
            parent,
            unknown,
        },
    );
    let tray = (id(), any::<String>(), any::<String>(), unknown()).prop_map(
        |(id, text, from, unknown)| TrayItem {
            id,
            text,
            from,
            unknown,
        },
    );
    let comment = (id(), unknown()).prop_map(|(id, unknown)| Comment { id, unknown });
    let rest = (vec(tray, 0..2), vec(comment, 0..2), unknown());
    (names, lineage, vec(section(), 0..4), settings(), rest).prop_map(
        |((id, en, kind, profile), lineage, sections, settings, (tray, comments, unknown))| {
            Charter {
                id,
                lineage,
                language: if en { Lang::En } else { Lang::Zh },
                kind,
                profile,
                sections,
                settings,
                tray,
                comments,
                unknown,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_charter_comes_back(charter in charter()) {
        let file = load(&save(&charter, AT)).expect("file");
        prop_assert_eq!(&file.charter, &charter);
        let draft = load(&save_compact(&charter, AT)).expect("draft");
        prop_assert_eq!(&draft.charter, &charter);
    }

    #[test]
    fn any_text_is_only_an_error(text in any::<String>()) {
        prop_assert!(load(&text).is_err());
    }
}
