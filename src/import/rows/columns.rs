//! Which column a word over a table or in front of a colon means: the catalogue's names, and the
//! words that people use (`catalogue/lexicon/columns.tsv`).

use crate::catalogue::{FieldDef, SECTIONS, TextId, Texts};
use crate::import::heading::plain;
use crate::import::steps::took;
use std::collections::BTreeMap;

const COLUMNS: &str = include_str!("../../../catalogue/lexicon/columns.tsv");

/// The names of columns, ready to be asked.
#[derive(Debug)]
pub(crate) struct Columns {
    /// The catalogue's names by their words.
    names: BTreeMap<String, Vec<TextId>>,
    /// Ids by other words that mean them.
    synonyms: BTreeMap<String, Vec<&'static str>>,
}

/// A word over a table or in front of a colon.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word<'a> {
    names: &'a [TextId],
    ids: &'a [&'static str],
}

impl Word<'_> {
    /// How well it names a column: 1 for its own name, less for another word; 0 for none.
    pub(crate) fn fit(&self, field: &FieldDef) -> f64 {
        if self.names.contains(&field.name) {
            1.0
        } else if self.ids.contains(&field.id) {
            0.9
        } else {
            0.0
        }
    }

    /// True for words that no column has.
    pub(crate) fn is_unknown(&self) -> bool {
        self.names.is_empty() && self.ids.is_empty()
    }

    /// The field that it names, the best of these; none when nothing fits.
    pub(crate) fn find(&self, fields: &'static [FieldDef]) -> Option<&'static FieldDef> {
        if self.is_unknown() {
            return None;
        }
        took(fields.len());
        fields
            .iter()
            .map(|field| (field, self.fit(field)))
            .filter(|(_, fit)| *fit > 0.0)
            // Of equals the first: columns stand in the order of their weight.
            .rev()
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(field, _)| field)
    }
}

impl Columns {
    pub(crate) fn new(texts: &[&Texts]) -> Columns {
        let mut synonyms: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
        for line in COLUMNS.lines().filter(|line| !line.starts_with('#')) {
            let Some((id, words)) = line.split_once('\t') else {
                continue;
            };
            for word in words.split('|') {
                synonyms.entry(plain(word)).or_default().push(id);
            }
        }
        let mut names: BTreeMap<String, Vec<TextId>> = BTreeMap::new();
        for texts in texts {
            for def in SECTIONS.iter() {
                let columns = def.tables.iter().flat_map(|table| table.columns);
                for field in def.fields.iter().chain(columns) {
                    let known = names.entry(plain(texts.get(field.name))).or_default();
                    known.push(field.name);
                }
            }
        }
        Columns { names, synonyms }
    }

    /// A word, looked up once for as many columns as it is compared with.
    pub(crate) fn word(&self, word: &str) -> Word<'_> {
        let word = plain(word);
        if word.is_empty() {
            return Word::default();
        }
        Word {
            names: self.names.get(&word).map_or(&[], Vec::as_slice),
            ids: self.synonyms.get(&word).map_or(&[], Vec::as_slice),
        }
    }

    /// How well a word names a column.
    pub(crate) fn fit(&self, word: &str, field: &FieldDef) -> f64 {
        self.word(word).fit(field)
    }

    /// The field that a word names.
    pub(crate) fn find(
        &self,
        word: &str,
        fields: &'static [FieldDef],
    ) -> Option<&'static FieldDef> {
        self.word(word).find(fields)
    }
}
