//! Any charter at all, for tests that say something about all of them.

use crate::model::{
    Amount, Asked, AskedAt, Charter, Comment, Drafted, Lang, Lineage, Muted, Reply, Row, RowId,
    Section, Settings, TrayItem, UnknownFields, Value,
};
use chrono::NaiveDate;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;

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

fn asked_at() -> impl Strategy<Value = AskedAt> {
    let name = || any::<Option<String>>();
    let row = proptest::option::of(id());
    (name(), row, name(), name(), unknown()).prop_map(|(table, row, field, rule, unknown)| {
        AskedAt {
            table,
            row,
            field,
            rule,
            unknown,
        }
    })
}

type Aside = (BTreeMap<String, Drafted>, Vec<Asked>, Vec<Reply>);

/// What a section keeps beside its values.
fn aside() -> impl Strategy<Value = Aside> {
    let word = any::<String>;
    let drafted = (word(), word(), unknown()).prop_map(|(text, facts, unknown)| Drafted {
        text,
        facts,
        unknown,
    });
    let asked = (any::<u32>(), word(), asked_at(), unknown()).prop_map(
        |(number, question, at, unknown)| Asked {
            number,
            question,
            at,
            unknown,
        },
    );
    let reply = (id(), word(), asked_at(), word(), word(), unknown()).prop_map(
        |(id, question, at, text, quoted, unknown)| Reply {
            id,
            question,
            at,
            text,
            quoted,
            unknown,
        },
    );
    (
        btree_map("[a-z]{1,6}", drafted, 0..2),
        vec(asked, 0..2),
        vec(reply, 0..2),
    )
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
        any::<Option<String>>(),
        any::<(bool, bool)>(),
        contents,
        aside(),
        unknown(),
    )
        .prop_map(
            |(id, kind, title, style, (hidden, put_aside), (fields, tables), beside, unknown)| {
                let (drafted, asked, replies) = beside;
                Arc::new(Section {
                    id,
                    kind,
                    title,
                    custom: None,
                    style,
                    aside: put_aside,
                    hidden,
                    fields,
                    tables,
                    drafted,
                    asked,
                    replies,
                    unknown,
                })
            },
        )
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
    let structure = (
        unknown(),
        vec(any::<String>(), 0..3),
        vec(any::<String>(), 0..3),
    );
    (
        any::<Option<String>>(),
        any::<Option<bool>>(),
        any::<Option<String>>(),
        vec(muted, 0..2),
        structure,
        unknown(),
    )
        .prop_map(
            |(missing, draft_mark, style, muted, (layouts, skipped, declined), unknown)| Settings {
                missing,
                draft_mark,
                style,
                muted,
                layouts,
                skipped,
                declined,
                unknown,
            },
        )
}

/// Any charter at all, including ones that no form could produce.
pub(super) fn charter() -> impl Strategy<Value = Charter> {
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
