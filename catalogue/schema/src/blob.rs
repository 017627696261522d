//! Writes the tables of the catalogue as small files that the program reads at first use, each as
//! a row of numbers and a list of words.
//!
//! A number is LEB128. A word is 0 for none, 1 for the next one of the list that has not been used
//! before (most ids are used once), else its place in the list plus two. A text id is 0 for none,
//! else 1 + the zigzag distance to the text id before it: texts that belong together stand
//! together. A limit is 0 for none, else the limit plus one. Lists begin with their length. The
//! reader is `src/catalogue/blob.rs`; the order of fields is the order of the calls in both.

use crate::load::Catalogue;
use crate::raw::{Column, KindRaw, ProfileRaw, RecommendRule, SectionRaw, TableRaw};
use crate::texts::TextTable;
use std::collections::BTreeMap;

/// One table as the build writes it.
#[derive(Clone, Debug)]
pub struct Blob {
    /// The file's name without its ending.
    pub name: &'static str,
    /// The numbers, for `<name>.bin`.
    pub numbers: Vec<u8>,
    /// The words with a line break between, for `<name>.txt`.
    pub words: String,
}

/// All tables: `sections`, `kinds`, `entities`, `units`, `groups`, `recommend`, `gated`. They are apart because a page
/// that offers the kinds needs no section.
pub fn blobs(catalogue: &Catalogue, texts: &TextTable) -> Vec<Blob> {
    let labels = catalogue.languages.first();
    let write = |name: &'static str, content: &dyn Fn(&mut Writer)| {
        let mut writer = Writer::new(texts);
        content(&mut writer);
        Blob {
            name,
            numbers: writer.numbers,
            words: writer.words.join("\n"),
        }
    };
    vec![
        write("sections", &|w| w.list(&catalogue.sections, section)),
        write("kinds", &|w| w.list(&catalogue.kinds, kind)),
        write("entities", &|w| {
            w.list(&catalogue.entities, |w, entity| {
                w.word(&entity.id);
                w.word(&entity.section);
                w.word(&entity.table);
            });
        }),
        write("units", &|w| w.labels(labels.map(|l| &l.units), "unit")),
        write("groups", &|w| w.labels(labels.map(|l| &l.groups), "group")),
        write("recommend", &|w| w.list(&catalogue.recommend.rule, rule)),
        write("gated", &|w| w.words(&catalogue.recommend.gated)),
    ]
}

struct Writer<'a> {
    texts: &'a TextTable,
    numbers: Vec<u8>,
    words: Vec<String>,
    /// The text id before.
    text: u16,
}

impl Writer<'_> {
    fn new(texts: &TextTable) -> Writer<'_> {
        Writer {
            texts,
            numbers: Vec::new(),
            words: Vec::new(),
            text: 0,
        }
    }

    fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.numbers.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.numbers.push(number.to_le_bytes()[0]);
    }

    fn word(&mut self, word: &str) {
        let place = self.words.iter().position(|w| w == word);
        match place {
            Some(place) => self.number(place + 2),
            None => {
                self.words.push(word.to_owned());
                self.number(1);
            }
        }
    }

    fn optional(&mut self, word: Option<&str>) {
        match word {
            Some(word) => self.word(word),
            None => self.number(0),
        }
    }

    /// 0 for none, else the limit plus one.
    fn limit(&mut self, limit: Option<u16>) {
        self.number(limit.map_or(0, |limit| usize::from(limit) + 1));
    }

    fn text(&mut self, key: &str) {
        let place = self.texts.place(key);
        if place == 0 {
            return self.number(0);
        }
        let distance = i32::from(place) - i32::from(self.text);
        let zigzag = (distance << 1) ^ (distance >> 31);
        self.number(usize::try_from(zigzag).unwrap_or_default() + 1);
        self.text = place;
    }

    fn texts(&mut self, base: &str, names: &[&str]) {
        names
            .iter()
            .for_each(|name| self.text(&format!("{base}.{name}")));
    }

    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.number(items.len());
        items.iter().for_each(|item| each(self, item));
    }

    fn words(&mut self, words: &[String]) {
        self.list(words, |w, word| w.word(word));
    }

    fn labels(&mut self, map: Option<&BTreeMap<String, String>>, prefix: &str) {
        let ids: Vec<&String> = map.into_iter().flat_map(BTreeMap::keys).collect();
        self.list(&ids, |w, id| {
            w.word(id);
            w.text(&format!("{prefix}.{id}"));
        });
    }
}

fn section(w: &mut Writer<'_>, section: &SectionRaw) {
    let base = format!("section.{}", section.id);
    w.word(&section.id);
    w.word(&section.group);
    w.texts(&base, &["name", "purpose", "example", "pattern"]);
    let questions: Vec<String> = (0..)
        .map(|index| format!("{base}.question.{index}"))
        .take_while(|key| w.texts.place(key) != 0)
        .collect();
    w.list(&questions, |w, key| w.text(key));
    let fields = format!("{base}.field");
    w.list(&section.fields, |w, column| field(w, &fields, column));
    w.list(&section.tables, |w, each| table(w, &base, each));
}

fn table(w: &mut Writer<'_>, base: &str, table: &TableRaw) {
    let base = format!("{base}.table.{}", table.id);
    w.word(&table.id);
    w.word(&table.prefix);
    w.number(table.min_rows.into());
    w.word(&table.title);
    w.optional(table.parent.as_deref());
    w.number(table.render as usize);
    w.number(table.log.into());
    w.texts(&base, &["name", "item", "pattern"]);
    let columns = format!("{base}.column");
    w.list(&table.columns, |w, column| field(w, &columns, column));
}

fn field(w: &mut Writer<'_>, base: &str, column: &Column) {
    let base = format!("{base}.{}", column.id);
    w.word(&column.id);
    w.texts(&base, &["name", "help", "why", "example"]);
    w.number(column.kind as usize);
    w.number(column.tier as usize);
    w.number(column.need as usize);
    w.words(&column.to);
    w.list(&column.options, |w, id| {
        w.word(id);
        w.text(&format!("{base}.option.{id}"));
    });
    w.optional(column.unit.as_deref());
    w.optional(column.unit_from.as_deref());
    w.limit(column.min);
    w.limit(column.max);
    w.limit(column.max_chars);
    w.number(column.hidden.into());
}

fn kind(w: &mut Writer<'_>, kind: &KindRaw) {
    w.word(&kind.id);
    w.number(kind.ready.into());
    w.texts(
        &format!("kind.{}", kind.id),
        &["name", "purpose", "audience"],
    );
    w.list(&kind.sections, |w, need| {
        w.word(&need.id);
        w.word(&need.need);
    });
    w.list(&kind.profiles, profile);
}

fn profile(w: &mut Writer<'_>, profile: &ProfileRaw) {
    let base = format!("profile.{}", profile.id);
    w.word(&profile.id);
    w.number(profile.shown.into());
    w.word(&profile.style);
    w.texts(&base, &["name"]);
    w.words(&profile.front);
    w.list(&profile.chapters, |w, chapter| {
        w.word(&chapter.id);
        w.text(&format!("{base}.chapter.{}", chapter.id));
        w.words(&chapter.sections);
    });
    w.words(&profile.back);
    w.words(&profile.backing);
}

fn rule(w: &mut Writer<'_>, rule: &RecommendRule) {
    w.word(&rule.id);
    w.word(&rule.section);
    w.text(&format!("ui.recommend.{}", rule.id));
    w.list(&rule.when, |w, when| {
        w.words(&when.industry);
        w.words(&when.business_model);
        w.words(&when.company_stage);
        w.limit(when.min_team);
        w.limit(when.min_hours);
    });
}
