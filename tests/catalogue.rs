//! The catalogue's words: complete in every language, and its examples keep its own rules.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use ops_charter::catalogue::{
    self, ENTITIES, FieldDef, FieldType, GROUPS, KINDS, SECTIONS, SectionDef, TextId, Texts, UNITS,
    ids, ui,
};
use ops_charter::edit::parse_input;
use ops_charter::model::{Lang, Value};
use std::collections::BTreeSet;

/// Every section type has all its words.
fn complete() -> impl Iterator<Item = &'static SectionDef> {
    SECTIONS.iter()
}

/// The fields of a section with the path to each.
fn fields(section: &'static SectionDef) -> impl Iterator<Item = (String, &'static FieldDef)> {
    let own = section
        .fields
        .iter()
        .map(|field| (format!("{}.{}", section.id, field.id), field));
    let columns = section.tables.iter().flat_map(|table| {
        table.columns.iter().map(|column| {
            let path = format!("{}.{}.{}", section.id, table.id, column.id);
            (path, column)
        })
    });
    own.chain(columns)
}

/// Fields that are chosen, not typed: their labels are the example.
fn is_choice(field: &FieldDef) -> bool {
    matches!(
        field.kind,
        FieldType::Enum | FieldType::Multi | FieldType::Bool | FieldType::Letters
    )
}

fn problems(found: Vec<String>) {
    assert!(
        found.is_empty(),
        "{} problems\n{}",
        found.len(),
        found.join("\n")
    );
}

#[test]
fn every_section_says_its_purpose_asks_and_shows() {
    let mut found = Vec::new();
    for lang in Lang::ALL {
        let texts = Texts::embedded(lang);
        for section in complete() {
            let mut need = |what: &str, id: TextId| {
                if texts.get(id).is_empty() {
                    found.push(format!("{}: {}: no {what}", lang.code(), section.id));
                }
            };
            need("name", section.name);
            need("purpose", section.purpose);
            need("example", section.example);
            for table in section.tables {
                need(&format!("name of {}", table.id), table.name);
                need(&format!("word for a row of {}", table.id), table.item);
                need(&format!("sentence of {}", table.id), table.pattern);
            }
            let asked = |lang| {
                let texts = Texts::embedded(lang);
                let said = |id: &&TextId| !texts.get(**id).is_empty();
                section.questions.iter().filter(said).count()
            };
            // The Chinese words lead: where they ask nothing, there is nothing to ask.
            if asked(Lang::Zh) > 0 && asked(lang) < 2 {
                found.push(format!(
                    "{}: {}: too few questions",
                    lang.code(),
                    section.id
                ));
            }
        }
    }
    problems(found);
}

#[test]
fn every_field_has_a_name_a_reason_and_an_example() {
    let mut found = Vec::new();
    for lang in Lang::ALL {
        let texts = Texts::embedded(lang);
        for (path, field) in complete().flat_map(fields) {
            let mut need = |what: &str, id: TextId| {
                if texts.get(id).is_empty() {
                    found.push(format!("{}: {path}: no {what}", lang.code()));
                }
            };
            need("name", field.name);
            need("reason", field.why);
            if !is_choice(field) {
                need("example", field.example);
            }
            for option in field.options {
                need(&format!("label of {}", option.id), option.label);
            }
            if is_choice(field) && field.kind != FieldType::Bool && field.kind != FieldType::Letters
            {
                assert!(!field.options.is_empty(), "{path} offers nothing");
            }
        }
    }
    problems(found);
}

/// Length as a reader sees it: a Latin letter or digit is half a Chinese character.
fn width(text: &str) -> usize {
    let halves: usize = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    halves.div_ceil(2)
}

/// Why an example is not what its field takes.
fn misfit(field: &FieldDef, example: &str) -> Option<String> {
    if let Some(limit) = field.max_chars
        && width(example) > usize::from(limit)
    {
        return Some(format!("{} of {limit} characters", width(example)));
    }
    let value = parse_input(field, example, field.unit)?;
    match (field.kind, value) {
        (
            FieldType::Int
            | FieldType::Number
            | FieldType::Percent
            | FieldType::Money
            | FieldType::Duration,
            Value::Number(amount),
        ) => {
            let low = field.min.is_some_and(|min| amount.value < min);
            let high = field.max.is_some_and(|max| amount.value > max);
            let broken = field.kind == FieldType::Int && amount.value.fract() != 0.0;
            (low || high || broken).then(|| "out of range".to_owned())
        }
        (
            FieldType::Int
            | FieldType::Number
            | FieldType::Percent
            | FieldType::Money
            | FieldType::Duration,
            _,
        ) => Some("no number".to_owned()),
        (FieldType::Date, Value::Date(_)) | (FieldType::Time, Value::Time(_)) => None,
        (FieldType::Date, _) => Some("no date".to_owned()),
        (FieldType::Time, _) => Some("no time".to_owned()),
        (FieldType::Period, _) => {
            let dates = example
                .split_whitespace()
                .filter(|word| word.parse::<chrono::NaiveDate>().is_ok())
                .count();
            (dates != 2).then(|| "no two dates".to_owned())
        }
        _ => None,
    }
}

#[test]
fn every_example_keeps_the_rules_of_its_field() {
    let mut found = Vec::new();
    let mut seen = 0;
    for lang in Lang::ALL {
        let texts = Texts::embedded(lang);
        for (path, field) in SECTIONS.iter().flat_map(fields) {
            let example = texts.get(field.example);
            seen += usize::from(!example.is_empty());
            if let Some(why) = misfit(field, example) {
                found.push(format!("{}: {path}: {example:?}: {why}", lang.code()));
            }
        }
    }
    assert!(seen > 100, "there are examples to look at");
    problems(found);
}

#[test]
fn an_example_that_breaks_a_rule_is_seen() {
    let field = |section: &str, table: &str, column: &str| {
        let table = catalogue::section(section).and_then(|section| section.table(table));
        table
            .and_then(|table| table.column(column))
            .expect("a column")
    };
    use ids::roles_duties::roles;
    use ids::smart_goals::goals;
    let deadline = field(ids::smart_goals::ID, goals::TABLE, goals::DEADLINE);
    assert!(misfit(deadline, "下月底").is_some());
    assert!(misfit(deadline, "2027-06-30").is_none());
    let target = field(ids::smart_goals::ID, goals::TABLE, goals::TARGET);
    assert!(misfit(target, "很多").is_some());
    let metric = field(ids::smart_goals::ID, goals::TABLE, goals::METRIC);
    assert!(misfit(metric, &"字".repeat(31)).is_some());
    assert!(misfit(metric, &"ab".repeat(30)).is_none());
    let headcount = field(ids::roles_duties::ID, roles::TABLE, roles::HEADCOUNT);
    assert!(misfit(headcount, "-1").is_some());
    assert!(misfit(headcount, "1.5").is_some());
}

#[test]
fn at_most_six_fields_come_first() {
    use ops_charter::catalogue::Tier;
    let first = |fields: &[FieldDef]| fields.iter().filter(|f| f.tier == Tier::Core).count();
    for section in SECTIONS.iter() {
        assert!(first(section.fields) <= 6, "{}", section.id);
        for table in section.tables {
            assert!(first(table.columns) <= 6, "{}.{}", section.id, table.id);
        }
    }
}

#[test]
fn the_column_that_names_a_row_takes_plain_text() {
    for section in SECTIONS.iter() {
        for table in section.tables {
            let title = table.column(table.title);
            let kind = title.map(|column| column.kind);
            // A row of a pure link is named by what it refers to.
            assert!(kind.is_some(), "{}.{} has no title", section.id, table.id);
            let entity = ENTITIES
                .iter()
                .any(|entity| entity.section == section.id && entity.table == table.id);
            if entity {
                let text = matches!(kind, Some(FieldType::Text | FieldType::Longtext));
                assert!(
                    text,
                    "{}.{}: rows are made from a name",
                    section.id, table.id
                );
            }
        }
    }
}

#[test]
fn references_lead_to_tables_that_exist() {
    for (path, field) in SECTIONS.iter().flat_map(fields) {
        let refers = matches!(
            field.kind,
            FieldType::Ref | FieldType::Refs | FieldType::Letters
        );
        assert_eq!(refers, !field.to.is_empty(), "{path}");
        for id in field.to {
            let entity = catalogue::entity(id).unwrap_or_else(|| panic!("{path}: {id}"));
            let table = catalogue::section(entity.section).and_then(|s| s.table(entity.table));
            assert!(entity.section == "*" || table.is_some(), "{path}: {id}");
        }
    }
}

#[test]
fn a_units_label_is_found_by_its_id() {
    for (path, field) in SECTIONS.iter().flat_map(fields) {
        if let Some(unit) = field.unit {
            assert!(catalogue::unit_label(unit).is_some(), "{path}: {unit}");
        }
    }
    assert_eq!(catalogue::unit_label("no_unit"), None);
}

// All texts, whatever they belong to.

/// The `{places}` of a text.
fn places(text: &str) -> BTreeSet<&str> {
    let parts = text.split('{').skip(1);
    parts
        .filter_map(|part| Some(part.split_once('}')?.0))
        .collect()
}

/// Sentences differ from language to language and the build checks their places; texts of sections
/// may be missing outside of the structures on offer.
fn of_sections() -> BTreeSet<TextId> {
    let mut ids = BTreeSet::new();
    for section in SECTIONS.iter() {
        ids.extend([
            section.name,
            section.purpose,
            section.example,
            section.pattern,
        ]);
        ids.extend(section.questions);
        for table in section.tables {
            ids.extend([table.name, table.item, table.pattern]);
        }
        for (_, field) in fields(section) {
            ids.extend([field.name, field.help, field.why, field.example]);
            ids.extend(field.options.iter().map(|option| option.label));
        }
    }
    ids
}

#[test]
fn the_interface_says_the_same_in_every_language() {
    let (zh, en) = (Texts::embedded(Lang::Zh), Texts::embedded(Lang::En));
    let skip = of_sections();
    let mut found = Vec::new();
    let mut seen = 0;
    for id in (1..u16::MAX).map(TextId).filter(|id| !skip.contains(id)) {
        let (zh, en) = (zh.get(id), en.get(id));
        seen += usize::from(!zh.is_empty());
        if zh.is_empty() != en.is_empty() {
            found.push(format!("{id:?}: {zh:?} and {en:?}"));
        }
        if places(zh) != places(en) {
            found.push(format!("{zh:?} and {en:?} name different places"));
        }
    }
    assert!(seen > 200, "there are texts to look at: {seen}");
    problems(found);
}

#[test]
fn chinese_is_written_without_courtesies_and_shouting() {
    let texts = Texts::embedded(Lang::Zh);
    let mut found = Vec::new();
    for id in (1..u16::MAX).map(TextId) {
        let text = texts.get(id);
        for mark in ["请", "您", "成功", "！", "!"] {
            // Applications, invitations, success rates: words of the trade, no courtesies.
            let plain = [
                "申请",
                "请求",
                "请假",
                "邀请",
                "请示",
                "报请",
                "提请",
                "聘请",
                "客户成功",
                "成功率",
            ]
            .iter()
            .fold(text.to_owned(), |text, word| text.replace(word, ""));
            if plain.contains(mark) {
                found.push(format!("{mark} in {text:?}"));
            }
        }
    }
    problems(found);
}

#[test]
fn every_label_of_the_lists_is_there() {
    for lang in Lang::ALL {
        let texts = Texts::embedded(lang);
        for entry in UNITS.iter().chain(GROUPS.iter()) {
            assert!(!texts.get(entry.label).is_empty(), "{}", entry.id);
        }
        for kind in KINDS.iter() {
            assert!(!texts.get(kind.name).is_empty(), "{}", kind.id);
            for profile in kind.profiles {
                assert!(!texts.get(profile.name).is_empty(), "{}", profile.id);
                for chapter in profile.chapters {
                    let heading = texts.get(chapter.heading);
                    assert!(!heading.is_empty(), "{}.{}", profile.id, chapter.id);
                }
            }
        }
    }
}

#[test]
fn no_text_is_none_and_a_text_of_another_language_is_not() {
    let texts = Texts::embedded(Lang::Zh);
    assert!(TextId::NONE.is_none());
    assert_eq!(texts.get(TextId::NONE), "");
    assert_eq!(texts.get(TextId(u16::MAX)), "", "a place beyond the table");
    assert!(!ui::export::DOCX.is_none());
    // A text that only one language has keeps its place: it is there, yet empty in the other.
    // So whoever shows a text asks the texts, not the id.
    for (_, field) in SECTIONS.iter().flat_map(fields) {
        let anywhere = Lang::ALL
            .iter()
            .any(|lang| !Texts::embedded(*lang).get(field.name).is_empty());
        assert_eq!(field.name.is_none(), !anywhere, "{}", field.id);
    }
}

#[test]
fn texts_of_another_build_or_file_are_refused() {
    use ops_charter::catalogue::{HASH, TextError};
    let parse = |file: &str| Texts::parse(file, None);
    assert_eq!(parse(""), Err(TextError::NotTexts));
    assert_eq!(parse("<!doctype html>\n"), Err(TextError::NotTexts));
    assert_eq!(
        parse("ops-charter-text zh start 0\nx"),
        Err(TextError::OtherBuild)
    );
    let file = |code: &str, part: &str, texts: &str| {
        format!("ops-charter-text {code} {part} {HASH}\n{texts}")
    };
    let start = file("zh", "start", "\0甲");
    let rest = file("zh", "rest", "乙");
    assert_eq!(parse(&file("xx", "start", "")), Err(TextError::NotTexts));
    assert_eq!(
        parse(&rest),
        Err(TextError::NotTexts),
        "the parts are told apart"
    );
    let other = file("en", "rest", "乙");
    assert_eq!(Texts::parse(&start, Some(&other)), Err(TextError::NotTexts));
    let texts = Texts::parse(&start, Some(&rest)).expect("of this build");
    let read = [0, 1, 2, 3].map(|id| texts.get(TextId(id)).to_owned());
    assert_eq!(read, ["", "甲", "乙", ""]);
}

#[test]
fn places_are_filled_and_unknown_ones_stay() {
    use ops_charter::catalogue::fill;
    let values = [("name", "目标"), ("n", "3")];
    assert_eq!(fill("{name}有 {n} 处", &values), "目标有 3 处");
    assert_eq!(fill("{other} {name", &values), "{other} {name");
    assert_eq!(fill("}{n}", &values), "}3");
    assert_eq!(
        fill("{name}", &[("name", "{n}"), ("n", "3")]),
        "{n}",
        "filled once"
    );
}

/// The start page is sent its own words only: a word that it says and that is not among them would
/// be an empty place on the page.
#[test]
fn the_start_page_has_all_its_words() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let tables = catalogue_schema::text_tables(
        &catalogue_schema::load(&root.join("catalogue")).expect("the catalogue is sound"),
    );
    let mut sources: Vec<_> = ["app.rs", "pages/frame.rs", "state/desk.rs"]
        .iter()
        .chain(&["widgets/menu.rs", "widgets/dialog.rs", "widgets/stamps.rs"])
        .map(|name| root.join("src/ui").join(name))
        .collect();
    let start = std::fs::read_dir(root.join("src/ui/pages/start")).expect("the start page");
    sources.extend(start.flatten().map(|entry| entry.path()));
    let mut seen = 0;
    for source in sources {
        let code = std::fs::read_to_string(&source).expect("a source file");
        for part in code.split("ui::").skip(1) {
            let name: String = part
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ':'))
                .collect();
            let last = name.rsplit("::").next().unwrap_or_default();
            let is_text = !last.is_empty() && last.chars().all(|c| !c.is_ascii_lowercase());
            // Said by the editor's program only.
            if !is_text || name == "draft::CONFLICT" {
                continue;
            }
            let key = format!("ui.{}", name.replace("::", ".").to_lowercase());
            let place = usize::from(tables.place(&key));
            assert!(
                (1..tables.start).contains(&place),
                "{key} in {}",
                source.display()
            );
            seen += 1;
        }
    }
    assert!(seen > 40, "only {seen} words found");
}
