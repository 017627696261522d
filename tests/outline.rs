//! The document of a charter, from a draft as it is stored.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "tests")]

use ops_charter::catalogue::{SECTIONS, Texts};
use ops_charter::export::plain;
use ops_charter::model::{Charter, Lang, RowId, Value};
use ops_charter::outline::{
    self, Block, Content, Document, MissingParts, Options, Span, WritingStyle,
};
use std::sync::Arc;

fn draft() -> Charter {
    let file = include_str!("fixtures/export/duties_zh.json");
    let json: serde_json::Value = serde_json::from_str(file).unwrap();
    serde_json::from_value(json["charter"].clone()).unwrap()
}

fn build(charter: &Charter, missing: MissingParts, codes: bool) -> Document {
    let options = Options {
        missing,
        today: "2026-11-22".parse().unwrap(),
        codes,
        style: Some(WritingStyle::NumberedSteps),
    };
    outline::build(charter, &Texts::embedded(charter.language), &options)
}

fn headings(document: &Document) -> Vec<String> {
    document
        .blocks
        .iter()
        .filter_map(|block| match &block.content {
            Content::Heading {
                level,
                number,
                text,
            } => Some(format!("{level} {number}{text}")),
            _ => None,
        })
        .collect()
}

fn set(charter: &mut Charter, section: &str, table: &str, row: &str, column: &str, value: Value) {
    let section = charter
        .sections
        .iter_mut()
        .find(|known| known.kind == section)
        .map(Arc::make_mut)
        .unwrap();
    let row = section.row_mut(table, &RowId::from(row)).unwrap();
    row.cells.insert(column.into(), value);
}

#[test]
fn chapters_follow_the_structure() {
    insta::assert_snapshot!(headings(&build(&draft(), MissingParts::Mark, false)).join("\n"));
}

#[test]
fn the_text_marks_what_is_missing() {
    insta::assert_snapshot!(plain(&build(&draft(), MissingParts::Mark, false)));
}

#[test]
fn the_text_leaves_out_what_is_missing() {
    let text = plain(&build(&draft(), MissingParts::Omit, false));
    assert!(!text.contains('【') && !text.contains("__"), "{text}");
    for wrong in [
        "，，", "，。", "。。", "；。", "（）", "：；", "： ", "，；", "、、", "（，",
    ] {
        assert!(!text.contains(wrong), "{wrong} in {text}");
    }
}

#[test]
fn references_follow_renames() {
    let mut charter = draft();
    let name = Value::Text("客户体验经理".into());
    set(&mut charter, "roles_duties", "roles", "r_cs", "name", name);
    let text = plain(&build(&charter, MissingParts::Mark, false));
    assert!(text.contains("客户体验经理凭通话记录登记并分级"));
    assert!(!text.contains("由客服主管负责，"));
}

#[test]
fn a_deleted_target_is_missing() {
    let mut charter = draft();
    let gone = Value::Refs(vec!["gone".into()]);
    set(&mut charter, "sop_workflow", "steps", "st1", "owner", gone);
    let document = build(&charter, MissingParts::Mark, false);
    let marked = document.blocks.iter().any(|block| match &block.content {
        Content::List { items, .. } => items.iter().any(|item| {
            item.at.as_ref().and_then(|at| at.row.as_ref()) == Some(&"st1".into())
                && matches!(item.spans.first(), Some(Span::Missing(_)))
        }),
        _ => false,
    });
    assert!(marked);
}

#[test]
fn one_deleted_target_of_several_is_marked() {
    let mut charter = draft();
    let refs = Value::Refs(vec!["r_cs".into(), "gone".into()]);
    set(
        &mut charter,
        "meeting_cadence",
        "meetings",
        "m1",
        "attendees",
        refs,
    );
    let marked = plain(&build(&charter, MissingParts::Mark, false));
    assert!(marked.contains("客服主管、【参加人】参加"), "{marked}");
    let omitted = plain(&build(&charter, MissingParts::Omit, false));
    assert!(omitted.contains("客服主管参加"), "{omitted}");
}

#[test]
fn a_goal_does_not_repeat_what_its_sentence_says() {
    let text = plain(&build(&draft(), MissingParts::Mark, false));
    let goal = text.lines().find(|line| line.contains("把首次响应时长从"));
    let goal = goal.unwrap_or_default();
    assert!(goal.contains("到 2027 年 6 月 30 日，"), "{goal}");
    for once in ["12 分钟", "3 分钟", "首次响应时长", "6 月 30 日"] {
        assert_eq!(goal.matches(once).count(), 1, "{once} in {goal}");
    }
}

#[test]
fn meetings_name_goals_by_their_metric_and_each_once() {
    let text = plain(&build(&draft(), MissingParts::Mark, false));
    assert!(text.contains("检视首次响应时长，"), "{text}");
}

#[test]
fn the_focus_is_marked_where_it_stands() {
    let text = plain(&build(&draft(), MissingParts::Mark, false));
    assert!(text.contains("目标对齐（抓手）："), "{text}");
    assert_eq!(text.matches("抓手").count(), 1);
}

#[test]
fn codes_stand_only_where_they_are_wanted() {
    let without = plain(&build(&draft(), MissingParts::Mark, false));
    let with = plain(&build(&draft(), MissingParts::Mark, true));
    assert!(with.contains("R2 客服主管") && with.contains("K1 首次响应时长"));
    assert!(!without.contains("R2 ") && !without.contains("K1 "));
}

#[test]
fn the_draft_mark_can_be_taken_off() {
    let mut charter = draft();
    assert_eq!(
        build(&charter, MissingParts::Mark, false)
            .draft_mark
            .as_deref(),
        Some("草稿")
    );
    charter.settings.draft_mark = Some(false);
    assert_eq!(build(&charter, MissingParts::Mark, false).draft_mark, None);
}

#[test]
fn hidden_sections_stay_out() {
    let mut charter = draft();
    for section in &mut charter.sections {
        if section.kind == "smart_goals" {
            Arc::make_mut(section).hidden = true;
        }
    }
    let titles = headings(&build(&charter, MissingParts::Mark, false)).join("\n");
    assert!(!titles.contains("目标"), "{titles}");
    assert!(titles.contains("五、指标与口径"), "{titles}");
}

#[test]
fn an_empty_charter_is_a_document_to_fill_in() {
    let charter = Charter {
        kind: "duties".into(),
        profile: "duties_core".into(),
        ..Charter::default()
    };
    let marked = build(&charter, MissingParts::Mark, false);
    assert_eq!(marked.title, "运营职责及工作内容");
    assert!(marked.blocks.iter().any(|block| matches!(
        &block.content,
        Content::Paragraph(spans) if matches!(spans.first(), Some(Span::Missing(_)))
    )));
    let omitted = build(&charter, MissingParts::Omit, false);
    assert_eq!(omitted.blocks, [] as [Block; 0]);
}

#[test]
fn unknown_kinds_and_structures_do_not_lose_text() {
    let mut charter = draft();
    charter.kind = "future".into();
    charter.profile = "future".into();
    let text = plain(&build(&charter, MissingParts::Mark, false));
    for words in [
        "处理升级客诉",
        "来自新版本的内容",
        "客诉日清",
        "大促期间客服缺编",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

/// Every section type with a value in each text column comes out with all of them, in both
/// languages and all ways of treating gaps, and no words of a pattern are left as `{path}`.
#[test]
fn every_section_type_can_be_written() {
    for lang in Lang::ALL {
        for missing in [MissingParts::Mark, MissingParts::Blank, MissingParts::Omit] {
            for def in SECTIONS.iter() {
                let charter = filled(def, lang);
                let text = plain(&build(&charter, missing, false));
                assert!(
                    !text.contains('{') && !text.contains('}'),
                    "{}: {text}",
                    def.id
                );
                for table in def.tables.iter().filter(|table| !table.log) {
                    for column in table.columns.iter().filter(|c| !c.hidden) {
                        let word = word(table.id, column.id);
                        let row = &charter.rows(def.id, table.id)[0];
                        // A unit is said with its number only.
                        let unit = table.columns.iter().any(|c| c.unit_from == Some(column.id));
                        let typed = row.text(column.id) == word && !unit;
                        let said = !typed || text.contains(&word);
                        assert!(said, "{}: {word} is lost in {text}", def.id);
                    }
                }
            }
        }
    }
}

fn word(table: &str, column: &str) -> String {
    format!("词{table}{column}")
}

fn filled(def: &ops_charter::catalogue::SectionDef, lang: Lang) -> Charter {
    use ops_charter::catalogue::FieldType::{Formula, Longtext, Text};
    let row = |table: &ops_charter::catalogue::TableDef| {
        let mut row = ops_charter::model::Row::new(RowId(format!("row-{}", table.id)));
        for column in table.columns {
            if matches!(column.kind, Text | Longtext | Formula) {
                let value = Value::Text(word(table.id, column.id));
                row.cells.insert(column.id.into(), value);
            }
        }
        if row.cells.is_empty() {
            let value = Value::Text("词".into());
            row.cells.insert(table.title.into(), value);
        }
        row
    };
    let section = ops_charter::model::Section {
        id: "s".into(),
        kind: def.id.into(),
        tables: def
            .tables
            .iter()
            .map(|table| (table.id.to_owned(), vec![row(table)]))
            .collect(),
        ..Default::default()
    };
    Charter {
        language: lang,
        kind: "duties".into(),
        profile: "none".into(),
        sections: vec![Arc::new(section)],
        ..Charter::default()
    }
}
