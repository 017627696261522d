//! What is unpacked is what the files say.
#![allow(clippy::expect_used, reason = "helpers of tests may stop the test")]

use super::*;
use crate::model::Lang;
use catalogue_schema::{Catalogue, Column, TextTable, load, text_tables};
use std::path::Path;

struct Source {
    files: Catalogue,
    table: TextTable,
}

impl Source {
    fn read() -> Source {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
        let files = load(&root).expect("the catalogue is sound");
        let table = text_tables(&files);
        Source { files, table }
    }

    /// Text ids of keys under a base.
    fn ids<const N: usize>(&self, base: &str, names: [&str; N]) -> [TextId; N] {
        names.map(|name| TextId(self.table.place(&format!("{base}.{name}"))))
    }

    fn same_fields(&self, base: &str, columns: &[Column], defs: &[FieldDef]) {
        assert_eq!(defs.len(), columns.len(), "{base}");
        for (column, def) in columns.iter().zip(defs) {
            let at = format!("{base}.{}", column.id);
            assert_eq!(def.id, column.id);
            assert_eq!(format!("{:?}", def.kind), format!("{:?}", column.kind));
            assert_eq!(format!("{:?}", def.tier), format!("{:?}", column.tier));
            assert_eq!(format!("{:?}", def.need), format!("{:?}", column.need));
            assert_eq!(def.to, column.to, "{at}");
            let options: Vec<&str> = def.options.iter().map(|option| option.id).collect();
            assert_eq!(options, column.options, "{at}");
            for option in def.options {
                let label = self.table.place(&format!("{at}.option.{}", option.id));
                assert_eq!(option.label.0, label, "{at}");
            }
            assert_eq!(def.unit, column.unit.as_deref(), "{at}");
            assert_eq!(def.unit_from, column.unit_from.as_deref(), "{at}");
            assert_eq!(def.min, column.min.map(f64::from), "{at}");
            assert_eq!(def.max, column.max.map(f64::from), "{at}");
            assert_eq!(def.max_chars, column.max_chars, "{at}");
            assert_eq!(def.hidden, column.hidden, "{at}");
            assert_eq!(
                [def.name, def.help, def.why, def.example],
                self.ids(&at, ["name", "help", "why", "example"])
            );
        }
    }
}

#[test]
fn sections_come_out_as_they_stand_in_the_files() {
    let source = Source::read();
    assert_eq!(SECTIONS.len(), source.files.sections.len());
    for (raw, def) in source.files.sections.iter().zip(SECTIONS.iter()) {
        let base = format!("section.{}", raw.id);
        assert_eq!((def.id, def.group), (&*raw.id, &*raw.group));
        assert_eq!(
            [def.name, def.purpose, def.example, def.pattern],
            source.ids(&base, ["name", "purpose", "example", "pattern"])
        );
        for (at, id) in def.questions.iter().enumerate() {
            assert_eq!([*id], source.ids(&base, [&format!("question.{at}")]));
        }
        let next = format!("question.{}", def.questions.len());
        assert_eq!(source.ids(&base, [&next]), [TextId::NONE]);
        source.same_fields(&format!("{base}.field"), &raw.fields, def.fields);
        assert_eq!(def.tables.len(), raw.tables.len(), "{base}");
        for (raw, def) in raw.tables.iter().zip(def.tables) {
            let base = format!("{base}.table.{}", raw.id);
            assert_eq!(def.id, raw.id);
            assert_eq!((def.prefix, def.title), (&*raw.prefix, &*raw.title));
            assert_eq!((def.min_rows, def.log), (raw.min_rows, raw.log), "{base}");
            assert_eq!(def.parent, raw.parent.as_deref(), "{base}");
            assert_eq!(format!("{:?}", def.render), format!("{:?}", raw.render));
            assert_eq!(
                [def.name, def.item, def.pattern],
                source.ids(&base, ["name", "item", "pattern"])
            );
            source.same_fields(&format!("{base}.column"), &raw.columns, def.columns);
        }
    }
}

#[test]
fn kinds_come_out_as_they_stand_in_the_files() {
    let source = Source::read();
    assert_eq!(KINDS.len(), source.files.kinds.len());
    for (raw, def) in source.files.kinds.iter().zip(KINDS.iter()) {
        assert_eq!((def.id, def.ready), (&*raw.id, raw.ready));
        assert_eq!(
            [def.name, def.purpose, def.audience],
            source.ids(&format!("kind.{}", raw.id), ["name", "purpose", "audience"])
        );
        let offered: Vec<_> = def.sections.iter().map(|s| (s.id, s.need)).collect();
        let listed: Vec<_> = raw.sections.iter().map(|s| (&*s.id, &*s.need)).collect();
        assert_eq!(offered, listed);
        assert_eq!(def.profiles.len(), raw.profiles.len());
        for (raw, def) in raw.profiles.iter().zip(def.profiles) {
            let base = format!("profile.{}", raw.id);
            assert_eq!((def.id, def.shown), (&*raw.id, raw.shown));
            assert_eq!(def.style, raw.style);
            assert_eq!([def.name], source.ids(&base, ["name"]));
            assert_eq!(def.front, raw.front);
            assert_eq!(def.back, raw.back);
            assert_eq!(def.backing, raw.backing);
            assert_eq!(def.chapters.len(), raw.chapters.len());
            for (raw, def) in raw.chapters.iter().zip(def.chapters) {
                assert_eq!(def.id, raw.id);
                assert_eq!(
                    [def.heading],
                    source.ids(&base, [&format!("chapter.{}", raw.id)])
                );
                assert_eq!(def.sections, raw.sections);
            }
        }
    }
}

#[test]
fn the_small_tables_come_out_as_they_stand_in_the_files() {
    let source = Source::read();
    let found: Vec<_> = ENTITIES
        .iter()
        .map(|e| (e.id, e.section, e.table))
        .collect();
    let listed = source.files.entities.iter();
    let listed: Vec<_> = listed.map(|e| (&*e.id, &*e.section, &*e.table)).collect();
    assert_eq!(found, listed);
    let words = &source.files.languages[0];
    let texts = Texts::embedded(Lang::Zh);
    for (table, labels) in [(&UNITS, &words.units), (&GROUPS, &words.groups)] {
        let found: Vec<_> = table.iter().map(|o| (o.id, texts.get(o.label))).collect();
        let listed: Vec<_> = labels.iter().map(|(id, label)| (&**id, &**label)).collect();
        assert_eq!(found, listed);
    }
}

#[test]
fn damaged_tables_end_early_and_never_panic() {
    let numbers: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sections.bin"));
    let words = include_str!(concat!(env!("OUT_DIR"), "/sections.txt"));
    for end in (0..numbers.len()).step_by(97) {
        assert!(read(&numbers[..end], words, Reader::section).len() <= SECTIONS.len());
    }
    for byte in [0, 0x7f, 0xff] {
        let same: &'static [u8] = vec![byte; 300].leak();
        assert!(read(same, "", Reader::section).len() <= same.len());
    }
}
