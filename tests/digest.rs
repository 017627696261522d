//! Drafts rest on what was filled in, the user's words stay, and the summary fits one page.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests may stop the test"
)]

use chrono::NaiveDate;
use ops_charter::catalogue::Texts;
use ops_charter::catalogue::ids::{
    charter_header, kpi_dictionary, purpose_scope, purpose_scope::core_elements, smart_goals,
    smart_goals::goals, summary_outlook,
};
use ops_charter::digest::{Offer, brief, keep, offers, take};
use ops_charter::edit;
use ops_charter::export::{docx, markdown, page, plain};
use ops_charter::model::{Amount, Charter, Lang, Row, RowId, Value};
use ops_charter::outline::{Content, Document, MissingParts, Options};
use ops_charter::samples::{SAMPLES, embedded, load};

fn today() -> NaiveDate {
    "2027-01-15".parse().unwrap()
}

fn ids() -> impl FnMut() -> RowId {
    let mut count = 0;
    move || {
        count += 1;
        RowId(format!("new{count:07}"))
    }
}

fn sample(id: &str, lang: Lang) -> Charter {
    let mut charter = load(id, lang, embedded(id, lang).unwrap(), today(), &mut ids()).unwrap();
    edit::add_section(&mut charter, summary_outlook::ID, &mut || {
        RowId::from("closing")
    });
    charter
}

/// A sample whose opening and closing sections are still to be written.
fn unopened(lang: Lang) -> Charter {
    let mut charter = sample("duties-fresh-ecom", lang);
    for kind in [purpose_scope::ID, summary_outlook::ID] {
        let id = place(&charter, kind);
        let section = charter.section_mut(&id).unwrap();
        section.fields.clear();
        section.tables.clear();
    }
    charter
}

fn place(charter: &Charter, kind: &str) -> RowId {
    charter.section(kind).unwrap().id.clone()
}

fn offered(charter: &Charter, kind: &str) -> Vec<Offer> {
    let texts = Texts::embedded(charter.language);
    offers(charter, &place(charter, kind), &texts, today())
}

fn take_all(charter: &mut Charter, kind: &str) {
    let texts = Texts::embedded(charter.language);
    let names: Vec<&str> = offered(charter, kind)
        .iter()
        .map(|offer| offer.id)
        .collect();
    let section = place(charter, kind);
    let mut count = 0;
    let mut new_id = || {
        count += 1;
        RowId(format!("{kind}{count}"))
    };
    take(charter, &section, &names, &texts, today(), &mut new_id);
}

fn set_target(charter: &mut Charter, goal: usize, value: f64) {
    let id = place(charter, smart_goals::ID);
    let rows = charter
        .section_mut(&id)
        .unwrap()
        .tables
        .get_mut(goals::TABLE)
        .unwrap();
    let value = Value::Number(Amount::new(value));
    rows[goal].cells.insert(goals::TARGET.into(), value);
}

#[test]
fn drafts_in_both_languages() {
    for lang in Lang::ALL {
        let charter = unopened(lang);
        let mut said = String::new();
        for kind in [purpose_scope::ID, summary_outlook::ID] {
            for offer in offered(&charter, kind) {
                assert!(!offer.is_update && offer.before.is_empty());
                said += &format!("[{}]\n{}\n", offer.id, offer.after);
            }
        }
        insta::assert_snapshot!(format!("drafts_{}", lang.code()), said);
    }
}

/// Every figure of a draft stands somewhere in the charter or is a count of its rows.
#[test]
fn no_figure_is_invented() {
    for lang in Lang::ALL {
        let charter = unopened(lang);
        let texts = Texts::embedded(lang);
        let full = ops_charter::outline::build(&charter, &texts, &Options::of(&charter, today()));
        // As it is printed, and as it was typed.
        let typed = serde_json::to_string(&charter).unwrap();
        let known = figures(&(plain(&full) + &typed));
        let counts: Vec<String> = charter
            .sections
            .iter()
            .flat_map(|section| section.tables.values())
            .map(|rows| rows.len().to_string())
            .chain(["6".into()]) // departments with an agreement
            .collect();
        for kind in [purpose_scope::ID, summary_outlook::ID] {
            for offer in offered(&charter, kind) {
                for figure in figures(&offer.after) {
                    assert!(
                        known.contains(&figure) || counts.contains(&figure),
                        "{figure} in {}",
                        offer.after
                    );
                }
            }
        }
    }
}

fn figures(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.')
        .map(|part| part.trim_matches('.').to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

#[test]
fn an_empty_charter_is_offered_nothing() {
    let mut new_id = ids();
    for lang in Lang::ALL {
        let mut charter = edit::new_charter("duties_core", lang, today(), &mut new_id);
        edit::add_section(&mut charter, summary_outlook::ID, &mut new_id);
        assert_eq!(offered(&charter, purpose_scope::ID), []);
        // The dates of the new file are all that there is.
        let closing = offered(&charter, summary_outlook::ID);
        let names: Vec<&str> = closing.iter().map(|offer| offer.id).collect();
        assert_eq!(names, [summary_outlook::REVISION_TRIGGERS]);
    }
}

#[test]
fn what_was_taken_is_not_offered_again() {
    for lang in Lang::ALL {
        let mut charter = unopened(lang);
        for kind in [purpose_scope::ID, summary_outlook::ID] {
            take_all(&mut charter, kind);
            assert_eq!(offered(&charter, kind), [], "{kind}");
        }
        // Another day alone changes nothing.
        let texts = Texts::embedded(lang);
        let section = place(&charter, purpose_scope::ID);
        assert_eq!(
            offers(&charter, &section, &texts, "2027-02-20".parse().unwrap()),
            []
        );
    }
}

#[test]
fn exactly_one_element_is_the_focus_and_lengths_are_kept() {
    for lang in Lang::ALL {
        let mut charter = unopened(lang);
        take_all(&mut charter, purpose_scope::ID);
        let rows = charter.rows(purpose_scope::ID, core_elements::TABLE);
        assert!((3..=6).contains(&rows.len()), "{}", rows.len());
        let focus: Vec<&Row> = rows
            .iter()
            .filter(|row| row.cell(core_elements::IS_FOCUS) == Some(&Value::Bool(true)))
            .collect();
        assert_eq!(focus.len(), 1);
        assert!(!focus[0].text(core_elements::WHY).is_empty());
        for row in rows {
            let name = row.text(core_elements::ELEMENT);
            assert!((1..=12).contains(&name.chars().count()), "{name}");
            let section = &row.cell(core_elements::SECTION).unwrap().refs()[0];
            assert!(charter.section_by_id(section).is_some());
        }
    }
}

#[test]
fn changed_facts_are_offered_with_both_texts() {
    let mut charter = unopened(Lang::Zh);
    take_all(&mut charter, summary_outlook::ID);
    let before = charter.clone();
    set_target(&mut charter, 0, 99.0);
    let found = offered(&charter, summary_outlook::ID);
    let summary = found
        .iter()
        .find(|offer| offer.id == summary_outlook::SUMMARY)
        .unwrap();
    assert!(summary.is_update);
    assert!(summary.after.contains("99") && !summary.before.contains("99"));
    // Looking changes nothing.
    let old = before.field(summary_outlook::ID, summary_outlook::SUMMARY);
    assert_eq!(
        charter.field(summary_outlook::ID, summary_outlook::SUMMARY),
        old
    );
}

#[test]
fn the_users_edit_stays_until_the_user_decides() {
    let texts = Texts::embedded(Lang::Zh);
    let mut charter = unopened(Lang::Zh);
    take_all(&mut charter, summary_outlook::ID);
    let section = place(&charter, summary_outlook::ID);
    let own = Value::Text("我们自己的话。".into());
    edit::set_field(
        &mut charter,
        &section,
        summary_outlook::SUMMARY,
        Some(own.clone()),
    );
    assert_eq!(offered(&charter, summary_outlook::ID), []);

    set_target(&mut charter, 0, 99.0);
    let summary = |charter: &Charter| {
        let found = offered(charter, summary_outlook::ID);
        found
            .into_iter()
            .find(|offer| offer.id == summary_outlook::SUMMARY)
    };
    let offer = summary(&charter).expect("the facts have changed");
    assert_eq!(offer.before, "我们自己的话。");
    let field = |charter: &Charter| {
        charter
            .field(summary_outlook::ID, summary_outlook::SUMMARY)
            .cloned()
    };
    assert_eq!(field(&charter), Some(own.clone()));

    let mut kept = charter.clone();
    keep(
        &mut kept,
        &section,
        summary_outlook::SUMMARY,
        &texts,
        today(),
    );
    assert_eq!(field(&kept), Some(own));
    assert_eq!(summary(&kept), None);
    // Only these facts are settled: the next ones are offered.
    set_target(&mut kept, 0, 98.0);
    assert!(summary(&kept).is_some());

    take(
        &mut charter,
        &section,
        &[summary_outlook::SUMMARY],
        &texts,
        today(),
        &mut ids(),
    );
    assert_eq!(field(&charter), Some(Value::Text(offer.after)));
    assert_eq!(summary(&charter), None);
}

#[test]
fn what_was_never_drafted_is_left_alone() {
    let mut charter = sample("duties-fresh-ecom", Lang::Zh);
    assert_eq!(offered(&charter, purpose_scope::ID), []);
    set_target(&mut charter, 0, 99.0);
    assert_eq!(offered(&charter, purpose_scope::ID), []);
}

#[test]
fn rows_of_the_user_survive_an_update_of_the_elements() {
    let texts = Texts::embedded(Lang::Zh);
    let mut charter = unopened(Lang::Zh);
    take_all(&mut charter, purpose_scope::ID);
    let section = place(&charter, purpose_scope::ID);
    let mut own = Row::new("own".into());
    own.cells.insert(
        core_elements::ELEMENT.into(),
        Value::Text("食品安全".into()),
    );
    edit::insert_row(&mut charter, &section, core_elements::TABLE, 0, own.clone());
    let ids_before: Vec<RowId> = rows(&charter).iter().map(|row| row.id.clone()).collect();

    let header = place(&charter, kpi_dictionary::ID);
    charter.section_mut(&header).unwrap().tables.clear();
    let goals_at = place(&charter, smart_goals::ID);
    charter.section_mut(&goals_at).unwrap().tables.clear();
    let found = offered(&charter, purpose_scope::ID);
    let elements = found
        .iter()
        .find(|offer| offer.is_table)
        .expect("an update");
    assert!(elements.before.starts_with("食品安全\n") && elements.after.starts_with("食品安全\n"));
    assert!(elements.before.contains("目标对齐") && !elements.after.contains("目标对齐"));

    take(
        &mut charter,
        &section,
        &[core_elements::TABLE],
        &texts,
        today(),
        &mut ids(),
    );
    assert_eq!(rows(&charter)[0], own);
    let flagged = rows(&charter)
        .iter()
        .filter(|row| row.cell(core_elements::IS_FOCUS).is_some())
        .count();
    assert_eq!(flagged, 1);
    // A row about the same section is the same row.
    let kept = rows(&charter)
        .iter()
        .filter(|row| ids_before.contains(&row.id))
        .count();
    assert!(kept >= 3, "{kept}");
}

fn rows(charter: &Charter) -> &[Row] {
    charter.rows(purpose_scope::ID, core_elements::TABLE)
}

#[test]
fn drafts_wait_for_the_words_of_their_language() {
    let charter = unopened(Lang::Zh);
    let section = place(&charter, purpose_scope::ID);
    assert_eq!(
        offers(&charter, &section, &Texts::embedded(Lang::En), today()),
        []
    );
}

fn summary_of(charter: &Charter, missing: MissingParts) -> Document {
    let options = Options {
        missing,
        ..Options::of(charter, today())
    };
    brief(charter, &Texts::embedded(charter.language), &options)
}

#[test]
fn the_summary_of_every_sample() {
    for def in SAMPLES {
        for lang in def.languages() {
            let charter = sample(def.id, lang);
            let text = markdown(&summary_of(&charter, MissingParts::Mark));
            insta::assert_snapshot!(format!("brief_{}_{}", def.id, lang.code()), text);
        }
    }
}

#[test]
fn the_summary_of_an_empty_file_says_what_to_fill_in() {
    let charter = edit::new_charter("duties_core", Lang::Zh, today(), &mut ids());
    let marked = plain(&summary_of(&charter, MissingParts::Mark));
    for mark in ["【目的】", "【目标】", "【指标与预警线】", "（草稿）"] {
        assert!(marked.contains(mark), "{mark} in {marked}");
    }
    let omitted = summary_of(&charter, MissingParts::Omit);
    let text = plain(&omitted);
    assert!(
        !text.contains('【') && text.contains("每 6 个月一次"),
        "{text}"
    );
}

/// A charter with far more of everything, and everything long.
fn huge(lang: Lang) -> Charter {
    let mut charter = sample("duties-fresh-ecom", lang);
    let long = match lang {
        Lang::Zh => "把很长的内容写得更长一些".repeat(12),
        Lang::En => "a rather long piece of text that goes on ".repeat(8),
    };
    for section in &mut charter.sections {
        let section = std::sync::Arc::make_mut(section);
        for rows in section.tables.values_mut() {
            for row in rows.iter_mut() {
                for value in row.cells.values_mut() {
                    if let Value::Text(text) = value {
                        *text = format!("{text} {long}");
                    }
                }
            }
            let copies = rows.clone();
            for number in 0..6 {
                rows.extend(copies.iter().map(|row| Row {
                    id: RowId(format!("{}{number}", row.id)),
                    ..row.clone()
                }));
            }
        }
        if section.kind == charter_header::ID || section.kind == purpose_scope::ID {
            for value in section.fields.values_mut() {
                if let Value::Text(text) = value {
                    text.push_str(&long);
                }
            }
        }
    }
    charter
}

/// Lines of the set page, counted on the safe side: 104 Latin letters fit across it.
fn lines(document: &Document) -> usize {
    let wide = |text: &str| {
        text.chars()
            .map(|c| if c.is_ascii() { 1 } else { 2 })
            .sum::<usize>()
    };
    let rows = |width: usize, room: usize| width.div_ceil(room).max(1);
    let spans =
        |spans: &[ops_charter::outline::Span]| spans.iter().map(|s| wide(s.text())).sum::<usize>();
    let blocks = document.blocks.iter().map(|block| match &block.content {
        Content::Heading { .. } => 2,
        Content::Paragraph(text) => rows(spans(text), 104),
        Content::Table {
            head, rows: body, ..
        } => {
            let room = 100 / head.len();
            let line = |cells: &Vec<Vec<_>>| {
                cells
                    .iter()
                    .map(|cell| rows(spans(cell), room))
                    .max()
                    .unwrap_or(1)
            };
            1 + body.iter().map(|row| line(&row.cells)).sum::<usize>()
        }
        Content::KeyValues(pairs) => pairs.iter().map(|(_, value)| rows(spans(value), 76)).sum(),
        Content::List { items, .. } => items.len(),
        Content::PageBreak => 1000,
    });
    2 + blocks.sum::<usize>()
}

#[test]
fn the_summary_stays_on_one_page_whatever_the_charter_holds() {
    for lang in Lang::ALL {
        let document = summary_of(&huge(lang), MissingParts::Mark);
        assert!(document.compact);
        let lines = lines(&document);
        assert!(lines <= 54, "{lines} lines: {}", plain(&document));
        let text = plain(&document);
        let more = match lang {
            Lang::Zh => "另有",
            Lang::En => "more in the full document",
        };
        assert!(text.contains(more), "{text}");
    }
}

#[test]
fn the_summary_comes_in_every_format() {
    let charter = sample("duties-fresh-ecom", Lang::Zh);
    let document = summary_of(&charter, MissingParts::Mark);
    assert!(page(&document).contains("<body class=\"compact\">"));
    assert!(markdown(&document).starts_with("# 青禾生鲜用户运营部职责与工作内容：一页摘要"));
    assert!(!docx::write(&document).unwrap().is_empty());
    // It travels to the worker as JSON.
    let json = serde_json::to_string(&document).unwrap();
    assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
}
