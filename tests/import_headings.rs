//! Headings that people write find their section.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use ops_charter::catalogue::{SECTIONS, Texts, section};
use ops_charter::import::Headings;
use ops_charter::model::Lang;
use std::fmt::Write;

fn headings() -> Headings {
    let texts = Lang::ALL.map(Texts::embedded);
    Headings::new(&texts.each_ref())
}

/// The first section of the mapping is the heading's own, the others share it.
#[test]
fn the_right_section_is_among_the_first_three_guesses() {
    let table = include_str!("fixtures/import/headings.tsv");
    let headings = headings();
    let (mut all, mut right, mut first) = (0, 0, 0);
    let mut misses = String::new();
    for line in table.lines().skip(1) {
        let (heading, sections) = line.split_once('\t').expect("two columns");
        let sections: Vec<&str> = sections.split(',').collect();
        let guesses = headings.guess(heading);
        all += 1;
        first += usize::from(
            guesses
                .first()
                .is_some_and(|g| sections.contains(&g.section)),
        );
        if guesses.iter().take(3).any(|g| g.section == sections[0]) {
            right += 1;
        } else {
            let names: Vec<&str> = guesses.iter().map(|g| g.section).collect();
            let _ = writeln!(
                misses,
                "{heading} → {}, not {}",
                names.join(" "),
                sections[0]
            );
        }
    }
    let summary = format!(
        "{right} of {all} among the first three; {first} of {all} begin with one of the sections that share the heading\n\n{misses}"
    );
    insta::assert_snapshot!("headings", summary);
    assert!(right * 100 >= all * 95, "{summary}");
}

/// The lexicon names only sections that exist, each phrase once.
#[test]
fn the_lexicon_is_clean() {
    for code in ["zh", "en"] {
        let path = format!("catalogue/lexicon/headings.{code}.tsv");
        let text = std::fs::read_to_string(&path).expect(&path);
        let mut known = std::collections::BTreeMap::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (id, list) = line.split_once('\t').expect(line);
            assert!(section(id).is_some(), "{path}: {id} is no section");
            for phrase in list.split('|') {
                assert_eq!(phrase.trim(), phrase, "{path}: {id}");
                if let Some(other) = known.insert(phrase, id) {
                    panic!("{path}: “{phrase}” stands under {other} and {id}");
                }
            }
        }
        assert_eq!(
            known
                .values()
                .collect::<std::collections::BTreeSet<_>>()
                .len(),
            SECTIONS.len()
        );
    }
}

/// Headings of either language, whatever language the catalogue is shown in.
#[test]
fn both_languages_are_known() {
    let headings = headings();
    for (heading, expected) in [
        ("一、岗位职责", "roles_duties"),
        ("Roles & Responsibilities", "roles_duties"),
        ("Key performance indicators (KPIs)", "kpi_dictionary"),
        ("风险管理", "risk_register"),
        ("Risks and mitigations", "risk_register"),
        ("How we measure success", "kpi_dictionary"),
        ("会议机制", "meeting_cadence"),
        ("适用范围", "purpose_scope"),
    ] {
        let guesses = headings.guess(heading);
        let best = guesses.first().unwrap_or_else(|| panic!("{heading}: none"));
        assert_eq!(best.section, expected, "{heading}");
        assert!(best.confidence >= 0.8, "{heading}: {}", best.confidence);
    }
    assert_eq!(headings.guess("今天天气不错"), []);
    assert_eq!(headings.guess(""), []);
}
