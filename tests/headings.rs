//! Every heading that people use when they write these documents has a place.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use chrono::NaiveDate;
use ops_charter::catalogue::{self, FieldDef, FieldType, KindDef, ProfileDef, SectionDef, Texts};
use ops_charter::edit::{self, add_section, new_charter};
use ops_charter::model::{Charter, Lang, Row, RowId, Value};
use ops_charter::outline::{self, Content, Document, Span};
use std::collections::BTreeSet;

/// Kind, heading and the section types that hold it, one heading a line.
const HEADINGS: &str = include_str!("fixtures/headings.tsv");
/// What is typed into every section, to be found again in the document.
const MARK: &str = "青石";

fn day() -> NaiveDate {
    "2027-01-15".parse().expect("a date")
}

fn numbered() -> impl FnMut() -> RowId {
    let mut count = 0;
    move || {
        count += 1;
        RowId(format!("row{count:07}"))
    }
}

/// Kind, heading, section type.
fn places() -> Vec<(&'static KindDef, &'static str, &'static str)> {
    let mut places = Vec::new();
    for line in HEADINGS.lines().skip(1) {
        let [kind, heading, sections] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let kind = catalogue::kind(kind).expect("a kind");
        places.extend(sections.split(',').map(|section| (kind, heading, section)));
    }
    places
}

/// Every section type that some heading of the kind needs.
fn pairs() -> BTreeSet<(&'static str, &'static str)> {
    let places = places().into_iter();
    places
        .map(|(kind, _, section)| (kind.id, section))
        .collect()
}

/// Something typed, for a field that takes words.
fn typed(field: &FieldDef) -> Option<Value> {
    match field.kind {
        FieldType::Text | FieldType::Longtext | FieldType::Formula if !field.hidden => {
            Some(Value::Text(MARK.to_owned()))
        }
        FieldType::List if !field.hidden => Some(Value::List(vec![MARK.to_owned()])),
        _ => None,
    }
}

/// Types into a section what its fields and one row of each table take.
fn fill(charter: &mut Charter, def: &'static SectionDef, id: &RowId) {
    let mut new_id = numbered();
    for field in def.fields {
        edit::set_field(charter, id, field.id, typed(field));
    }
    for table in def.tables.iter().filter(|table| !table.log) {
        let mut row = Row::new(RowId(format!("{}-{}", def.id, new_id())));
        for column in table.columns {
            if let Some(value) = typed(column) {
                row.cells.insert(column.id.to_owned(), value);
            }
        }
        edit::insert_row(charter, id, table.id, usize::MAX, row);
    }
}

fn words(spans: &[Span]) -> String {
    spans.iter().map(Span::text).collect()
}

fn says(content: &Content) -> String {
    match content {
        Content::Paragraph(spans) => words(spans),
        Content::List { items, .. } => items
            .iter()
            .map(|item| {
                let children: String = item.children.iter().map(|c| words(&c.spans)).collect();
                words(&item.spans) + &children
            })
            .collect(),
        Content::Table { rows, .. } => rows
            .iter()
            .flat_map(|row| &row.cells)
            .map(|cell| words(cell))
            .collect(),
        Content::KeyValues(pairs) => pairs.iter().map(|(_, value)| words(value)).collect(),
        Content::Heading { .. } | Content::PageBreak => String::new(),
    }
}

/// The headings above the first block of the section that holds what was typed.
fn headings_over(document: &Document, section: &RowId) -> Option<Vec<String>> {
    let mut over: Vec<(u8, String)> = Vec::new();
    for block in &document.blocks {
        if let Content::Heading { level, text, .. } = &block.content {
            over.retain(|(above, _)| above < level);
            over.push((*level, text.clone()));
        }
        let here = block.at.as_ref().is_some_and(|at| at.section == *section);
        if here && says(&block.content).contains(MARK) {
            return Some(over.into_iter().map(|(_, text)| text).collect());
        }
    }
    None
}

/// The headings that fit a section: its own name, or that of the chapter of the structure in
/// which it stands.
fn fitting(profile: &ProfileDef, def: &SectionDef, texts: &Texts) -> Vec<String> {
    let chapter = profile
        .chapters
        .iter()
        .find(|chapter| chapter.sections.contains(&def.id));
    let chapter = chapter.map(|chapter| texts.get(chapter.heading).to_owned());
    let own = texts.get(def.name).to_owned();
    chapter.into_iter().chain([own]).collect()
}

#[test]
fn every_heading_has_a_section_that_its_kind_offers() {
    assert_eq!(HEADINGS.lines().count(), 231, "all headings are here");
    for (kind, heading, section) in places() {
        assert!(kind.ready, "{} is open", kind.id);
        let offered = kind.sections.iter().any(|offered| offered.id == section);
        assert!(offered, "{}: {heading}: {section} is not offered", kind.id);
        assert!(catalogue::section(section).is_some(), "{section}");
    }
}

#[test]
fn every_section_of_a_heading_stands_in_a_structure_or_can_be_added() {
    for (kind, section) in pairs() {
        let kind = catalogue::kind(kind).expect("a kind");
        for profile in kind.profiles {
            let mut charter = new_charter(profile.id, Lang::Zh, day(), &mut numbered());
            let shown = |charter: &Charter| {
                let groups = edit::groups(charter);
                let id = charter.section(section).map(|section| section.id.clone());
                id.is_some_and(|id| groups.iter().any(|group| group.sections.contains(&id)))
            };
            if !shown(&charter) {
                let mut new_id = || RowId::from("added");
                add_section(&mut charter, section, &mut new_id);
            }
            assert!(shown(&charter), "{}: {section}", profile.id);
        }
    }
}

#[test]
fn what_stands_in_such_a_section_is_printed_under_a_fitting_heading() {
    let texts = Texts::embedded(Lang::Zh);
    let options = |charter: &Charter| outline::Options::of(charter, day());
    for (kind, section) in pairs() {
        let kind = catalogue::kind(kind).expect("a kind");
        let def = catalogue::section(section).expect("a section");
        let mut printed = 0;
        for profile in kind.profiles {
            // Reference data is printed where others refer to it; here it gets a chapter.
            let mut charter = new_charter(profile.id, Lang::Zh, day(), &mut numbered());
            let mut new_id = || RowId::from("added");
            let id = add_section(&mut charter, section, &mut new_id);
            if profile.backing.contains(&section) {
                edit::move_section(&mut charter, &id, -1);
            }
            fill(&mut charter, def, &id);
            let document = outline::build(&charter, &texts, &options(&charter));
            if section == "charter_header" {
                assert!(document.title.contains(MARK), "{}: the title", profile.id);
                printed += 1;
                continue;
            }
            let over = headings_over(&document, &id);
            let over = over.unwrap_or_else(|| panic!("{}: {section} is not printed", profile.id));
            let fits = fitting(profile, def, &texts);
            assert!(
                over.iter().any(|heading| fits.contains(heading)),
                "{}: {section} stands under {over:?}, not under one of {fits:?}",
                profile.id
            );
            printed += 1;
        }
        assert_eq!(printed, kind.profiles.len(), "{} {section}", kind.id);
    }
}
