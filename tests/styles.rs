//! The same rows in five styles: as snapshots of all samples, and as properties of any charter.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests and their helpers"
)]

use ops_charter::catalogue::{FieldType, SECTIONS, TableDef, Texts};
use ops_charter::edit;
use ops_charter::export::{fragment, markdown, plain};
use ops_charter::model::{Amount, Charter, Lang, Row, RowId, Section, Value};
use ops_charter::outline::{
    self, Block, Content, Document, ListItem, MissingParts, Options, WritingStyle,
};
use ops_charter::samples::{SAMPLES, embedded, load};
use ops_charter::schema;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

const TODAY: &str = "2026-11-22";

fn sample(id: &str, lang: Lang) -> Charter {
    let mut count = 0;
    let mut ids = || {
        count += 1;
        RowId(format!("row{count:07}"))
    };
    let source = embedded(id, lang).expect("compiled in");
    load(id, lang, source, TODAY.parse().unwrap(), &mut ids).expect("a sound sample")
}

fn build(charter: &Charter, style: Option<WritingStyle>, missing: MissingParts) -> Document {
    let options = Options {
        missing,
        today: TODAY.parse().unwrap(),
        codes: false,
        style,
    };
    outline::build(charter, &Texts::embedded(charter.language), &options)
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/styles");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn every_sample_in_every_style() {
    for def in SAMPLES {
        for lang in def.languages() {
            let charter = sample(def.id, lang);
            for style in WritingStyle::ALL {
                let text = plain(&build(&charter, Some(style), MissingParts::Mark));
                let name = format!("{}-{}-{}", def.id, lang.code(), style.id());
                snapshot(&name, &text);
            }
        }
    }
}

#[test]
fn one_sample_as_markdown_and_html() {
    let charter = sample("duties-saas-cs", Lang::Zh);
    for style in WritingStyle::ALL {
        let document = build(&charter, Some(style), MissingParts::Mark);
        snapshot(&format!("md-{}", style.id()), &markdown(&document));
        snapshot(&format!("html-{}", style.id()), &fragment(&document));
    }
}

/// The text of the samples says nothing twice and leaves nothing dangling.
#[test]
fn samples_are_clean_in_every_style() {
    for def in SAMPLES {
        for lang in def.languages() {
            let charter = sample(def.id, lang);
            for style in WritingStyle::ALL {
                let document = build(&charter, Some(style), MissingParts::Omit);
                let name = format!("{} {} {}", def.id, lang.code(), style.id());
                clean(&name, &document, lang);
            }
        }
    }
}

#[test]
fn the_style_of_a_section_goes_before_that_of_the_document() {
    let mut charter = sample("duties-saas-cs", Lang::Zh);
    edit::set_style(&mut charter, Some("clauses"));
    let all = plain(&build(&charter, None, MissingParts::Mark));
    assert!(
        all.contains("第一章　") && all.contains("第一条　"),
        "{all}"
    );
    let goals = charter.section("smart_goals").unwrap().id.clone();
    edit::set_section_style(&mut charter, &goals, Some("bullets"));
    let mixed = plain(&build(&charter, None, MissingParts::Mark));
    assert!(
        mixed.contains("第一章　") && mixed.contains("\n- 到 "),
        "{mixed}"
    );
    edit::set_section_style(&mut charter, &goals, None);
    assert_eq!(plain(&build(&charter, None, MissingParts::Mark)), all);
}

#[test]
fn an_unknown_style_is_kept_and_falls_back() {
    let plain_charter = sample("duties-saas-cs", Lang::En);
    let mut charter = plain_charter.clone();
    edit::set_style(&mut charter, Some("haiku"));
    let goals = charter.section("smart_goals").unwrap().id.clone();
    edit::set_section_style(&mut charter, &goals, Some("limerick"));
    let missing = MissingParts::Mark;
    assert_eq!(
        build(&charter, None, missing),
        build(&plain_charter, None, missing)
    );
    let saved = schema::save(&charter, "2026-11-22T00:00:00Z");
    let again = schema::load(&saved).unwrap().charter;
    assert_eq!(again.settings.style.as_deref(), Some("haiku"));
    assert_eq!(
        again.section("smart_goals").unwrap().style.as_deref(),
        Some("limerick")
    );
}

#[test]
fn clauses_count_through_the_whole_document() {
    for (lang, first) in [(Lang::Zh, "第一条　"), (Lang::En, "1. ")] {
        let charter = sample("duties-fresh-ecom", lang);
        let style = Some(WritingStyle::Clauses);
        let document = build(&charter, style, MissingParts::Mark);
        let numbers: Vec<String> = document
            .blocks
            .iter()
            .filter_map(|block| match &block.content {
                Content::Paragraph(spans) => Some(spans.first()?.text().to_owned()),
                _ => None,
            })
            .filter(|text| text.starts_with('第') || text.ends_with('.'))
            .collect();
        assert!(plain(&document).contains(first));
        assert!(numbers.len() > 20, "{numbers:?}");
        let mut unique = numbers.clone();
        unique.dedup();
        assert_eq!(unique, numbers);
    }
}

/// A letter of a script without spaces.
fn is_wide(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

fn clean(name: &str, document: &Document, lang: Lang) {
    let text = plain(document);
    let mut wrong: Vec<String> = [
        "【",
        "____",
        "由负责",
        "由 负责",
        "由  负责",
        "。。",
        "，，",
        "；；",
        "；。",
        "，。",
        "、、",
        "：。",
        "：；",
        "：，",
        "。，",
        "。；",
        "，；",
        "；，",
        "（）",
        "（，",
        "（；",
        "，）",
        "None",
        "()",
        "( ",
        " )",
        " ,",
        " ;",
        ";;",
        ",,",
        ";.",
        ",.",
        ":.",
        ". .",
        ".;",
        ".,",
        ": ;",
        "  -",
    ]
    .iter()
    .filter(|bad| text.contains(**bad))
    .map(|bad| (*bad).to_owned())
    .collect();
    // Sub-items are indented.
    wrong.retain(|bad| bad != "  -");
    for line in text.lines() {
        let chars: Vec<char> = line.chars().collect();
        for three in chars.windows(3) {
            if let [a, between, b] = three
                && is_wide(*a)
                && is_wide(*b)
                && ",; ".contains(*between)
            {
                wrong.push(three.iter().collect());
            }
        }
        if lang == Lang::En && line.trim_start().contains("  ") {
            wrong.push(format!("two spaces in {line}"));
        }
    }
    for block in &document.blocks {
        wrong.extend(empty_parts(block));
    }
    assert!(wrong.is_empty(), "{name}: {wrong:?} in\n{text}");
}

/// Items, rows and paragraphs without words.
fn empty_parts(block: &Block) -> Vec<String> {
    fn says(text: &str) -> bool {
        text.chars().any(char::is_alphanumeric)
    }
    fn items(list: &[ListItem], found: &mut Vec<String>) {
        for item in list {
            let text: String = item.spans.iter().map(outline::Span::text).collect();
            if !says(&text) {
                found.push(format!("an empty item {text}"));
            }
            items(&item.children, found);
        }
    }
    let mut found = Vec::new();
    match &block.content {
        Content::List { items: list, .. } => {
            if list.is_empty() {
                found.push("an empty list".into());
            }
            items(list, &mut found);
        }
        Content::Table { rows, head, .. } if rows.is_empty() || head.is_empty() => {
            found.push("an empty table".into());
        }
        Content::KeyValues(pairs) if pairs.is_empty() => found.push("no pairs".into()),
        Content::Paragraph(spans) => {
            let text: String = spans.iter().map(outline::Span::text).collect();
            if !says(&text) {
                found.push(format!("an empty paragraph {text}"));
            }
        }
        _ => {}
    }
    found
}

/// Numbers from a seed, so that a failing charter can be made again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// A value of the type, and the words that have to stand in the document.
fn value(dice: &mut Dice, kind: FieldType, lang: Lang, word: &str) -> Option<(Value, Vec<String>)> {
    use FieldType as T;
    let end = match dice.roll(4) {
        0 => lang.pick("。", "."),
        _ => "",
    };
    Some(match kind {
        T::Text | T::Longtext | T::Formula => {
            (Value::Text(format!("{word}{end}")), vec![word.to_owned()])
        }
        T::List => {
            let items = vec![format!("{word}x"), format!("{word}y{end}")];
            let said = vec![format!("{word}x"), format!("{word}y")];
            (Value::List(items), said)
        }
        T::Int | T::Number | T::Percent | T::Money | T::Duration => (
            Value::Number(Amount::new(dice.roll(90) as f64 + 3.0)),
            vec![],
        ),
        T::Date => (Value::Date("2027-06-30".parse().unwrap()), vec![]),
        T::Time => (Value::Time("09:30".into()), vec![]),
        T::Range | T::Period | T::Enum | T::Multi | T::Bool | T::Ref | T::Refs | T::Letters => {
            return None;
        }
    })
}

/// A charter with one section of this type, a random part of it filled in, and two posts.
fn charter(seed: u64, index: usize, lang: Lang) -> (Charter, Vec<String>) {
    let def = &SECTIONS[index % SECTIONS.len()];
    let mut dice = Dice(seed);
    let mut said = Vec::new();
    let mut count = 0;
    let mut word = |dice: &mut Dice| {
        count += 1;
        match dice.roll(3) {
            0 => format!("{}{count}q", lang.pick("词", "word")),
            _ => format!(
                "{}{count}{}",
                lang.pick("做好第", "make number "),
                lang.pick("件事", " right")
            ),
        }
    };
    let mut section = Section {
        id: "s".into(),
        kind: def.id.to_owned(),
        ..Section::default()
    };
    for field in def.fields.iter().filter(|field| !field.hidden) {
        if dice.roll(2) == 0 {
            continue;
        }
        let word = word(&mut dice);
        if let Some((value, words)) = value(&mut dice, field.kind, lang, &word) {
            said.extend(words);
            section.fields.insert(field.id.to_owned(), value);
        }
    }
    for table in def.tables {
        let rows = (0..dice.roll(4))
            .map(|at| row(&mut dice, &mut word, table, at, lang, &mut said))
            .collect();
        section.tables.insert(table.id.to_owned(), rows);
    }
    let posts = |id: &str, name: &str| {
        let mut row = Row::new(id.into());
        row.cells.insert("name".into(), Value::Text(name.into()));
        row
    };
    let rows = vec![
        posts("post-a", lang.pick("客服主管", "Operations manager")),
        posts("post-b", lang.pick("数据分析员", "Lisbon lead")),
    ];
    let roles = Section {
        id: "r".into(),
        kind: "roles_duties".into(),
        tables: BTreeMap::from([("roles".to_owned(), rows)]),
        ..Section::default()
    };
    let mut sections = vec![Arc::new(section)];
    if def.id != "roles_duties" {
        sections.push(Arc::new(roles));
    }
    let charter = Charter {
        language: lang,
        kind: "duties".into(),
        // Without a structure every section is printed.
        profile: "none".into(),
        sections,
        ..Charter::default()
    };
    (charter, said)
}

fn row(
    dice: &mut Dice,
    word: &mut impl FnMut(&mut Dice) -> String,
    table: &TableDef,
    at: u64,
    lang: Lang,
    said: &mut Vec<String>,
) -> Row {
    let mut row = Row::new(RowId(format!("{}-{at}", table.id)));
    for column in table.columns {
        let is_title = column.id == table.title;
        if !is_title && dice.roll(2) == 0 {
            continue;
        }
        let posts = column.to.contains(&"role") && column.kind != FieldType::Letters;
        if posts {
            let posts = ["post-a", "post-b"].iter().take(1 + dice.roll(2) as usize);
            let ids = posts.map(|id| RowId::from(*id)).collect();
            row.cells.insert(column.id.to_owned(), Value::Refs(ids));
            continue;
        }
        if table.parent == Some(column.id) {
            continue;
        }
        if let Some(option) = column.options.first() {
            let value = match column.kind {
                FieldType::Multi => Value::Multi(vec![option.id.to_owned()]),
                _ => Value::Enum(option.id.to_owned()),
            };
            row.cells.insert(column.id.to_owned(), value);
            continue;
        }
        let text = word(dice);
        if let Some((value, words)) = value(dice, column.kind, lang, &text) {
            // A unit is said with its number only; logs and hidden columns are not printed.
            let unit = table.columns.iter().any(|c| c.unit_from == Some(column.id));
            if unit {
                continue;
            }
            if !table.log && !column.hidden {
                said.extend(words);
            }
            row.cells.insert(column.id.to_owned(), value);
        }
    }
    row
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_charter_is_clean_and_complete(seed in any::<u64>(), index in 0usize..1000) {
        for lang in Lang::ALL {
            let (charter, said) = charter(seed, index, lang);
            for style in WritingStyle::ALL {
                for missing in [MissingParts::Mark, MissingParts::Blank, MissingParts::Omit] {
                    let document = build(&charter, Some(style), missing);
                    let text = plain(&document);
                    let name = format!("{} {}", charter.sections[0].kind, style.id());
                    // What follows a name begins with a capital.
                    let lower = text.to_lowercase();
                    for word in &said {
                        prop_assert!(lower.contains(word), "{name}: {word} is lost in\n{text}");
                    }
                    if missing == MissingParts::Omit {
                        clean(&name, &document, lang);
                    }
                }
            }
        }
    }
}
