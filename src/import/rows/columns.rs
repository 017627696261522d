//! Which column a word over a table or in front of a colon means: the catalogue's names, and the
//! words that people use (`catalogue/lexicon/columns.tsv`).

use crate::catalogue::{FieldDef, Texts};
use crate::import::heading::plain;
use std::collections::BTreeMap;

const COLUMNS: &str = include_str!("../../../catalogue/lexicon/columns.tsv");

/// The names of columns, ready to be asked.
#[derive(Debug)]
pub(crate) struct Columns {
    texts: Vec<Texts>,
    /// Ids by the words that mean them.
    synonyms: BTreeMap<String, Vec<&'static str>>,
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
        Columns {
            texts: texts.iter().map(|texts| (*texts).clone()).collect(),
            synonyms,
        }
    }

    /// How well a word names a column: 1 for its own name, less for another word; 0 for none.
    pub(crate) fn fit(&self, word: &str, field: &FieldDef) -> f64 {
        let word = plain(word);
        if word.is_empty() {
            return 0.0;
        }
        if self
            .texts
            .iter()
            .any(|texts| plain(texts.get(field.name)) == word)
        {
            return 1.0;
        }
        let synonym = self
            .synonyms
            .get(&word)
            .is_some_and(|ids| ids.contains(&field.id));
        if synonym { 0.9 } else { 0.0 }
    }

    /// The field that a word names, the best of these; none when nothing fits.
    pub(crate) fn find(
        &self,
        word: &str,
        fields: &'static [FieldDef],
    ) -> Option<&'static FieldDef> {
        fields
            .iter()
            .map(|field| (field, self.fit(word, field)))
            .filter(|(_, fit)| *fit > 0.0)
            // Of equals the first: columns stand in the order of their weight.
            .rev()
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(field, _)| field)
    }
}
