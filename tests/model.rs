//! What a newer version has written survives a visit to this one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use ops_charter::model::{Amount, Charter, Lang, RowId, Value};
use serde_json::{Value as Json, json};

fn there_and_back(json: &Json) -> Json {
    let charter: Charter = serde_json::from_value(json.clone()).expect("reads");
    serde_json::to_value(&charter).expect("writes")
}

#[test]
fn unknown_fields_survive_at_every_depth() {
    let json = json!({
        "id": "draft", "kind": "duties", "profile": "duties_core", "language": "zh",
        "new_at_the_top": { "deep": [1, 2.5, null, "字"] },
        "lineage": { "draft": "draft", "revision": 3, "branch": "north" },
        "settings": {
            "muted": [{ "rule": "T01", "reason": "已议定", "until": "2027-12-31" }],
            "paper": "a3"
        },
        "tray": [{ "id": "t1", "text": "待放", "from": "page 2" }],
        "comments": [{ "id": "c1", "author": "李岚", "text": "再核一次" }],
        "sections": [{
            "id": "s1", "type": "smart_goals", "colour": "green",
            "custom": { "fields": [] },
            "tables": { "goals": [{
                "id": "r1", "cells": { "statement": { "text": "目标" } },
                "answers": { "A02": "yes" }, "votes": 4
            }] }
        }]
    });
    assert_eq!(there_and_back(&json), json);
}

#[test]
fn section_types_columns_and_tables_of_a_newer_catalogue_survive() {
    let json = json!({
        "id": "d", "kind": "new_kind", "profile": "new_profile", "language": "en",
        "lineage": { "draft": "d", "revision": 0 },
        "settings": {},
        "sections": [{
            "id": "s", "type": "new_section", "title": "Own heading", "hidden": true,
            "fields": { "new_field": { "date": "2027-06-30" } },
            "tables": { "new_table": [{ "id": "r", "cells": { "new_column": { "bool": true } } }] }
        }]
    });
    assert_eq!(there_and_back(&json), json);
}

#[test]
fn values_of_a_newer_version_come_back_unchanged() {
    for json in [
        json!({ "place": { "lat": 31.2, "lon": 121.5 } }),
        json!({ "number": { "value": 4.0, "precision": 2 } }),
        json!({ "number": "four" }),
        json!({ "date": "2027-02-30" }),
        json!({ "date": "next week" }),
        json!({ "text": "a", "lang": "zh" }),
        json!({ "range": { "min": 1.0, "max": 2.0, "open": true } }),
        json!({ "refs": "r1" }),
        json!({ "letters": ["A"] }),
        json!({}),
        json!(["text"]),
        json!("plain"),
        json!(12),
        json!(null),
    ] {
        let value: Value = serde_json::from_value(json.clone()).expect("reads");
        assert!(matches!(value, Value::Other(_)), "{json} became {value:?}");
        assert_eq!(serde_json::to_value(&value).expect("writes"), json);
    }
}

#[test]
fn a_figure_that_json_cannot_say_keeps_its_text() {
    for value in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
        let amount = Amount {
            text: Some("很多".to_owned()),
            ..Amount::new(value)
        };
        let json = serde_json::to_value(Value::Number(amount)).expect("writes");
        assert_eq!(json, json!({ "text": "很多" }));
    }
}

#[test]
fn a_value_is_empty_when_a_reader_sees_nothing() {
    let refs = |ids: &[&str]| Value::Refs(ids.iter().map(|id| RowId::from(*id)).collect());
    for (value, empty) in [
        (Value::Text(" \n".into()), true),
        (Value::Text("x".into()), false),
        (Value::List(vec![String::new(), " ".into()]), true),
        (Value::List(vec![String::new(), "x".into()]), false),
        (refs(&[]), true),
        (refs(&["r"]), false),
        (Value::Number(Amount::new(0.0)), false),
        (Value::Bool(false), false),
        (
            Value::Range {
                min: None,
                max: Some(0.0),
            },
            false,
        ),
        (
            Value::Period {
                from: None,
                to: None,
            },
            true,
        ),
        (Value::Other(Json::Null), true),
        (Value::Other(json!({ "place": 1 })), false),
    ] {
        assert_eq!(value.is_empty(), empty, "{value:?}");
    }
}

#[test]
fn new_ids_have_one_length_and_no_confusable_letters() {
    for byte in 0..=u8::MAX {
        let id = RowId::from_bytes([byte; RowId::LEN]);
        assert_eq!(id.as_str().len(), RowId::LEN);
        assert!(!id.as_str().contains(['o', '1', 'l', 'i']), "{id}");
    }
}

#[test]
fn a_language_is_found_by_code_and_by_tag() {
    for lang in Lang::ALL {
        assert_eq!(Lang::from_code(lang.code()), Some(lang));
    }
    assert_eq!(Lang::from_code("zh-CN"), Some(Lang::Zh));
    assert_eq!(Lang::from_code("EN_gb"), Some(Lang::En));
    assert_eq!(Lang::from_code("fr"), None);
}
