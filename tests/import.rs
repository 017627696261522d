//! Texts as people have them become charters, and no word of them is lost.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests"
)]

use chrono::NaiveDate;
use ops_charter::catalogue::{self, Texts, ids};
use ops_charter::import::{
    Block, Choices, Content, Format, HeadingKind, Place, Plan, Reader, apply, charter_from, read,
    report, suggested_kind, to_text,
};
use ops_charter::model::{Charter, Lang, RowId, Value};
use ops_charter::{edit, schema};
use proptest::prelude::*;
use std::fmt::Write;
use std::sync::LazyLock;

fn today() -> NaiveDate {
    "2027-01-15".parse().expect("a date")
}

fn ids() -> impl FnMut() -> RowId {
    let mut count = 0;
    move || {
        count += 1;
        RowId(format!("row{count:07}"))
    }
}

/// Made once: it knows every name of the catalogue.
fn reader() -> &'static Reader {
    static READER: LazyLock<Reader> = LazyLock::new(|| {
        let texts = Lang::ALL.map(Texts::embedded);
        Reader::new(&texts.each_ref(), today())
    });
    &READER
}

fn planned(text: &str, format: Format) -> (&'static Reader, Plan) {
    let reader = reader();
    let plan = reader.plan(&read(text, format), &Choices::default());
    (reader, plan)
}

fn made(text: &str, format: Format) -> Charter {
    let (reader, plan) = planned(text, format);
    let texts = Texts::embedded(plan.lang);
    charter_from(&plan, reader, "duties_core", plan.lang, &texts, &mut ids())
}

/// The messy texts, in the order of their names.
fn fixtures() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/import");
    let mut found: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end != "tsv"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("readable"))
        })
        .collect();
    found.sort();
    assert_eq!(found.len(), 10);
    found
}

/// Everything that a charter says: values, titles, the names behind references, the tray.
fn said(charter: &Charter) -> String {
    let mut out = String::new();
    let texts = Texts::embedded(charter.language);
    let mut value = |value: &Value| {
        out.push_str(&edit::input_text(value));
        if let Value::Multi(items) = value {
            out.push_str(&items.join(" "));
        }
        out.push('\n');
    };
    for section in &charter.sections {
        section.fields.values().for_each(&mut value);
        let rows = section.tables.values().flatten();
        rows.flat_map(|row| row.cells.values()).for_each(&mut value);
    }
    for section in &charter.sections {
        out.push_str(&edit::section_title(section, &texts));
        out.push('\n');
        // A section's tables and fields are called by names that a line may begin with.
        if let Some(def) = catalogue::section(&section.kind).filter(|_| !section.is_blank()) {
            let names = def
                .tables
                .iter()
                .map(|t| t.name)
                .chain(def.fields.iter().map(|f| f.name));
            names.for_each(|name| {
                out.push_str(texts.get(name));
                out.push('\n');
            });
        }
        for row in section.tables.values().flatten() {
            out.push_str(&row.source);
            out.push('\n');
        }
    }
    for item in &charter.tray {
        out.push_str(&format!("{}\n{}\n", item.from, item.text));
    }
    out
}

const NUMERALS: &str = "一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳第章条节篇";

/// The words of a line that must be somewhere. Numbers of headings and lists are no words.
fn lost<'a>(line: &'a str, said: &str) -> Vec<&'a str> {
    let is_number = |c: char| c.is_numeric() || NUMERALS.contains(c);
    let held = |word: &str| said.contains(word);
    let circled = |c: char| ('①'..='⑳').contains(&c);
    let words = line.split(|c: char| !c.is_alphanumeric() || circled(c));
    words
        .filter(|word| !word.is_empty() && !word.chars().all(is_number))
        .filter(|word| {
            let plain = word.trim_start_matches(is_number);
            let glued = word.trim_end_matches(is_number);
            let both = plain.trim_end_matches(is_number);
            !(held(word) || held(plain) || held(glued) || held(both))
        })
        .filter(|word| {
            // The name of a field before a colon: the field says it, in the catalogue's word.
            let named = [':', '：']
                .iter()
                .any(|colon| line.contains(&format!("{word}{colon}")));
            !(named
                && COLUMNS
                    .split(['|', '\t', '\n'])
                    .any(|name| name.eq_ignore_ascii_case(word)))
        })
        .filter(|word| {
            // A letter in front of a list item: a) and A.
            let alone = word.len() == 1
                && line
                    .trim_start()
                    .trim_start_matches(|c: char| !c.is_alphanumeric())
                    .starts_with(*word);
            !alone && !FENCES.contains(word)
        })
        .collect()
}

const COLUMNS: &str = include_str!("../catalogue/lexicon/columns.tsv");

/// Words behind a code fence, and those of a numbered chapter.
const FENCES: [&str; 11] = [
    "md",
    "markdown",
    "text",
    "txt",
    "plaintext",
    "Chapter",
    "Section",
    "Part",
    "CHAPTER",
    "SECTION",
    "PART",
];

fn nothing_lost(text: &str, charter: &Charter) {
    let said = said(charter);
    for line in text.lines() {
        // Signs of Markdown inside words do not count.
        let plain: String = line.replace("**", "").replace("__", "").replace('\\', "");
        let lost = lost(&plain, &said);
        assert!(lost.is_empty(), "{lost:?} of {line:?} is not in\n{said}");
    }
}

#[test]
fn no_word_of_the_messy_texts_is_lost() {
    for (name, text) in fixtures() {
        let charter = made(&text, Format::Auto);
        let shown = if name.ends_with("html") {
            to_text(&read(&text, Format::Html))
        } else {
            text.clone()
        };
        nothing_lost(&shown, &charter);
        let file = schema::save(&charter, "2027-01-15T08:00:00Z");
        assert_eq!(
            schema::load(&file).expect("loads").charter,
            charter,
            "{name}"
        );
    }
}

#[test]
fn the_words_of_html_are_all_read() {
    for (name, text) in fixtures()
        .into_iter()
        .filter(|(name, _)| name.ends_with("html"))
    {
        let shown = to_text(&read(&text, Format::Auto));
        let body = text
            .split_once("<!--StartFragment-->")
            .map_or(text.as_str(), |(_, body)| body);
        let body = body
            .split("<script>")
            .next()
            .unwrap_or_default()
            .replace("&amp;", "&")
            .replace("&nbsp;", " ");
        let mut inside = false;
        let plain: String = body
            .chars()
            .map(|c| {
                inside = c == '<' || inside && c != '>';
                if inside || c == '>' { ' ' } else { c }
            })
            .collect();
        for word in plain
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 1)
        {
            assert!(shown.contains(word), "{name}: {word} is not in\n{shown}");
        }
        assert!(!shown.contains("alert"), "{shown}");
        assert!(!shown.contains("font:"), "{shown}");
    }
}

/// Found by chance: the second heading took the title from the first.
#[test]
fn a_second_heading_does_not_push_out_the_first() {
    let text = "岗位职责\n运营经理：制定计划，每周五，交周报\n一、Roles and duties";
    nothing_lost(text, &made(text, Format::Text));
}

/// What each text becomes, to be read.
fn summary(text: &str) -> String {
    let (reader, plan) = planned(text, Format::Auto);
    let texts = Texts::embedded(plan.lang);
    let kind = suggested_kind(&plan, &texts);
    let mut out = format!("language {}, kind {kind}\n\n", plan.lang.code());
    let mut under = None;
    for piece in &plan.pieces {
        if piece.under != under {
            under = piece.under;
            if let Some(heading) = plan.heading(piece) {
                let _ = writeln!(
                    out,
                    "## {} → {} {:.2}",
                    heading.text,
                    heading.section.unwrap_or("–"),
                    heading.confidence
                );
            }
        }
        let _ = writeln!(
            out,
            "{:.2} {} | {}",
            piece.confidence,
            piece.place.id(),
            piece.text().replace('\n', " ⏎ ")
        );
        for draft in reader.drafts(piece) {
            let cells: Vec<String> = draft
                .cells
                .iter()
                .map(|cell| format!("{}={}", cell.column, cell.text))
                .collect();
            let _ = writeln!(
                out,
                "       {} {}",
                cells.join(" · "),
                if draft.rest.is_empty() {
                    String::new()
                } else {
                    format!("+ {:?}", draft.rest)
                }
            );
        }
    }
    let charter = charter_from(&plan, reader, "duties_core", plan.lang, &texts, &mut ids());
    out.push_str("\n# tray\n");
    for item in &charter.tray {
        let _ = writeln!(out, "[{}] {}", item.from, item.text.replace('\n', " ⏎ "));
    }
    let report = report(&plan, reader, kind, plan.lang);
    let _ = writeln!(out, "\n# report\nmissing {:?}", report.coverage.missing);
    for goal in &report.goals {
        let _ = writeln!(
            out,
            "goal {} open {:?} {:?}",
            goal.text, goal.open, goal.says
        );
    }
    let _ = writeln!(out, "without owner {:?}", report.duties_without_owner);
    let twice: Vec<(&str, &str)> = report
        .duties_twice
        .iter()
        .map(|t| (t.first.as_str(), t.second.as_str()))
        .collect();
    let _ = writeln!(out, "twice {twice:?}\nno baseline {:?}", report.no_baseline);
    let vague: Vec<&str> = report
        .vague
        .iter()
        .flat_map(|line| &line.words)
        .map(|word| word.text.as_str())
        .collect();
    let _ = writeln!(out, "vague {vague:?}");
    out
}

#[test]
fn the_messy_texts_become_what_they_say() {
    for (name, text) in fixtures() {
        let name = format!("import_{}", name.split('.').next().unwrap_or_default());
        insta::assert_snapshot!(name, summary(&text));
    }
}

/// Every cell stands in the text as it is; only options are said in the catalogue's words.
#[test]
fn nothing_is_invented() {
    for (name, text) in fixtures() {
        let (reader, plan) = planned(&text, Format::Auto);
        let all: String = plan
            .pieces
            .iter()
            .map(|piece| piece.text() + "\n")
            .collect();
        let headings: String = plan
            .headings
            .iter()
            .map(|heading| heading.text.clone() + "\n")
            .collect();
        for piece in &plan.pieces {
            for draft in reader.drafts(piece) {
                let Place::Rows { section, table } = piece.place else {
                    continue;
                };
                let def = catalogue::section(section)
                    .and_then(|def| def.table(table))
                    .unwrap();
                for cell in &draft.cells {
                    let column = def.column(cell.column).expect("a column of the table");
                    let option = column.options.iter().any(|option| option.id == cell.text);
                    let parts = cell.text.split(['；', '：']);
                    let there = parts
                        .into_iter()
                        .all(|part| all.contains(part.trim()) || headings.contains(part.trim()));
                    assert!(option || there, "{name}: {} = {:?}", cell.column, cell.text);
                }
            }
        }
    }
}

#[test]
fn the_user_can_say_otherwise() {
    let (name, text) = fixtures().remove(0);
    let reader = reader();
    let blocks = read(&text, Format::Auto);
    let first = reader.plan(&blocks, &Choices::default());
    let places: Vec<Place> = catalogue::SECTIONS
        .iter()
        .flat_map(|def| {
            let rows = def.tables.iter().map(|table| Place::Rows {
                section: def.id,
                table: table.id,
            });
            let fields = def.fields.iter().map(|field| Place::Field {
                section: def.id,
                field: field.id,
            });
            rows.chain(fields)
        })
        .chain([Place::Tray])
        .collect();
    for place in places {
        assert_eq!(Place::from_id(&place.id()), Some(place));
        let mut choices = Choices::default();
        choices
            .pieces
            .extend((0..first.pieces.len()).map(|at| (at, place)));
        let plan = reader.plan(&blocks, &choices);
        assert!(
            plan.pieces
                .iter()
                .all(|piece| piece.place == place && piece.chosen)
        );
        let texts = Texts::embedded(Lang::Zh);
        let charter = charter_from(&plan, reader, "duties_core", Lang::Zh, &texts, &mut ids());
        let said = said(&charter);
        for piece in &plan.pieces {
            let Content::Line(line) = &piece.content else {
                continue;
            };
            let lost = lost(line, &said);
            assert!(
                lost.is_empty(),
                "{name} as {}: {lost:?} of {line:?}",
                place.id()
            );
        }
    }
    // Another section for a heading changes what stands under it.
    let at = first
        .headings
        .iter()
        .position(|heading| heading.text == "风险管理")
        .expect("the heading");
    let mut choices = Choices::default();
    choices.headings.insert(at, Some(ids::work_content::ID));
    let plan = reader.plan(&blocks, &choices);
    assert_eq!(plan.headings[at].kind, HeadingKind::Section);
    let moved = plan.pieces.iter().filter(|piece| piece.under == Some(at));
    assert!(moved.clone().count() > 0);
    assert!(
        moved
            .filter(|piece| piece.place.section() == Some(ids::work_content::ID))
            .count()
            > 0
    );
}

/// An open charter keeps what it has; the new rows stand behind.
#[test]
fn adding_to_an_open_charter_overwrites_nothing() {
    let texts = Texts::embedded(Lang::Zh);
    let mut charter = edit::new_charter("duties_core", Lang::Zh, today(), &mut ids());
    let mut new_id = || RowId("own0000001".to_owned());
    let purpose = charter.section(ids::purpose_scope::ID).unwrap().id.clone();
    let own = Value::Text("已有的目的".to_owned());
    edit::set_field(
        &mut charter,
        &purpose,
        ids::purpose_scope::PURPOSE,
        Some(own.clone()),
    );
    let duties = charter.section(ids::roles_duties::ID).unwrap().id.clone();
    let row = edit::add_row(
        &mut charter,
        &duties,
        ids::roles_duties::duties::TABLE,
        &mut new_id,
    );
    let duty = Value::Text("已有的职责".to_owned());
    edit::set_cell(
        &mut charter,
        &duties,
        ids::roles_duties::duties::TABLE,
        &row,
        ids::roles_duties::duties::DUTY,
        Some(duty),
    );
    let before = charter.clone();

    let reader = reader();
    let text = "一、目的\n本手册用于明确分工，避免扯皮和重复劳动。\n二、岗位职责\n运营经理：制定季度计划\n版本：V3.0";
    let plan = reader.plan(&read(text, Format::Auto), &Choices::default());
    let mut count = 500;
    let mut new_id = || {
        count += 1;
        RowId(format!("new{count:07}"))
    };
    let done = apply(&plan, reader, &mut charter, &texts, &mut new_id);
    assert!(done.rows >= 1 && done.tray >= 1, "{done:?}");
    assert_eq!(
        charter.field(ids::purpose_scope::ID, ids::purpose_scope::PURPOSE),
        Some(&own)
    );
    let rows = charter.rows(ids::roles_duties::ID, ids::roles_duties::duties::TABLE);
    assert_eq!(
        rows.first(),
        before
            .rows(ids::roles_duties::ID, ids::roles_duties::duties::TABLE)
            .first()
    );
    assert_eq!(rows.len(), 2);
    for section in &before.sections {
        let now = charter.section_by_id(&section.id).expect("still there");
        assert_eq!(now.title, section.title);
        for (field, value) in &section.fields {
            assert_eq!(now.fields.get(field), Some(value), "{field}");
        }
    }
    nothing_lost(text, &charter);
}

#[test]
fn every_shape_of_line_is_known() {
    for (text, expected) in [
        (
            "岗位职责\n运营经理：制定季度计划，每季度首月 5 日前，提交计划书",
            "rows roles_duties duties",
        ),
        (
            "指标\n- 缺货率：公式 缺货 SKU 数÷在售 SKU 数，从 4% 降到 2%",
            "rows kpi_dictionary kpis",
        ),
        (
            "周例会：每周一 10:00，运营经理主持",
            "rows meeting_cadence meetings",
        ),
        (
            "风险管理\n- 骨干离职：每岗设 AB 角",
            "rows risk_register risks",
        ),
        ("流程\n1. 接单\n2. 派单", "rows sop_workflow steps"),
        (
            "术语\n- 活跃用户是指 30 天内下过单的用户",
            "rows purpose_scope terms",
        ),
        ("日常工作\n- 每日：核对库存", "rows work_content items"),
        (
            "到 2027-06-30，把日活跃用户数从 40000 提到 48000",
            "rows smart_goals goals",
        ),
        (
            "适用范围\n本制度适用于全体运营人员。",
            "field purpose_scope scope_in",
        ),
        ("有意见今天下班前说", "tray"),
        ("# 到 2027-06-30，把日活跃用户数从 40000 提到 48000", "none"),
    ] {
        let (_, plan) = planned(text, Format::Auto);
        let place = plan
            .pieces
            .last()
            .map_or_else(|| "none".to_owned(), |piece| piece.place.id());
        assert_eq!(place, expected, "{text}");
    }
}

#[test]
fn markdown_joins_what_the_margin_broke() {
    let text = "本手册用于明确用户运营组的分工，自二〇二七年一月起执行，由运营部\n负责解释。\n\n短行\n另一短行";
    let blocks = read(text, Format::Markdown);
    assert_eq!(blocks.len(), 3, "{blocks:?}");
    assert_eq!(read(text, Format::Text).len(), 4);
}

#[test]
fn hostile_html_is_inert_and_reads_as_text() {
    let html = "<p onclick=\"alert(1)\">甲<img src=x onerror=alert(2)>乙</p><svg><script>3</script></svg>\
        <a href='javascript:alert(4)'>丙</a><iframe srcdoc='<p>丁</p>'></iframe><p>戊<<b>己</b>";
    let text = to_text(&read(html, Format::Html));
    for word in ["甲", "乙", "丙", "戊", "己"] {
        assert!(text.contains(word), "{text}");
    }
    for word in ["alert", "script", "onerror", "srcdoc"] {
        assert!(!text.contains(word), "{text}");
    }
    // Nested without end: no recursion, no panic.
    let deep = "<div><ul><li><table><tr><td>".repeat(7000);
    assert!(read(&deep, Format::Html).is_empty());
}

#[test]
fn text_reads_back_as_the_same_blocks() {
    for (name, text) in fixtures() {
        let blocks = read(&text, Format::Auto);
        let rules = |blocks: &[Block]| {
            blocks
                .iter()
                .filter(|block| **block != Block::Rule)
                .cloned()
                .collect::<Vec<_>>()
        };
        let again = read(&to_text(&blocks), Format::Auto);
        if name.ends_with("html") {
            let words = |blocks: &[Block]| to_text(blocks).split_whitespace().collect::<String>();
            assert_eq!(words(&rules(&again)), words(&rules(&blocks)), "{name}");
        }
    }
}

#[test]
fn an_empty_text_is_an_empty_plan() {
    let (_, plan) = planned(" \n\t\n", Format::Auto);
    assert!(plan.is_empty());
}

fn messy_line() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(vec![
        "",
        "一、",
        "（二）",
        "1. ",
        "1.1 ",
        "①",
        "- ",
        "# ",
        "## ",
        "【",
        "> ",
        "第三条 ",
        "| ",
        "\t",
        "**",
        "```",
        "* ",
    ]);
    let words = prop::sample::select(vec![
        "岗位职责",
        "运营经理：制定计划，每周五，交周报",
        "目标",
        "把复购率从 18% 提升到 25%",
        "周会：每周一 10:00",
        "风险：断货，应对：备货",
        "负责",
        "：",
        "缺货率｜4%｜2%",
        "a | b | c",
        "甲\t乙\t丙",
        "标准：零差错；成果：清单",
        "总之，就这样",
        "二、流程三、数据",
        "GMV 是指总额",
        "版本：V2",
        "Roles and duties",
        "Shift Lead: call, within 5 minutes",
        "由主管主持",
        "45 分钟",
        "……",
        "—",
        "是",
        "x",
        "】",
    ]);
    // Signs of Markdown inside words and tags of HTML are no words; what stands around them is looked
    // at elsewhere.
    let signs = ['`', '*', '_', '\\', '[', '<'];
    (marks, words, "[\\PC]{0,12}")
        .prop_map(move |(mark, words, more)| format!("{mark}{words}{}", more.replace(signs, " ")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512,
        failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_any_text_is_lost(lines in prop::collection::vec(messy_line(), 0..12)) {
        let text = lines.join("\n");
        let charter = made(&text, Format::Text);
        nothing_lost(&text, &charter);
    }

    #[test]
    fn any_text_can_be_read(text in "\\PC{0,200}") {
        let charter = made(&text, Format::Auto);
        let file = schema::save(&charter, "2027-01-15T08:00:00Z");
        prop_assert!(schema::load(&file).is_ok());
        read(&text, Format::Html);
        read(&text, Format::Markdown);
    }
}
