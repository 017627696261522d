//! Which of several stored copies is the draft.

use super::{Record, RecordError, open};
use crate::sorted::sort_by_key;
use std::fmt;

/// Where a copy lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// One of the two generations in the store: 0 or 1.
    Slot(u8),
    /// The copy in local storage.
    Local,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Slot(slot) => write!(f, "slot{slot}"),
            Source::Local => f.write_str("local"),
        }
    }
}

/// A copy that cannot be read, with everything that can be saved of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Damaged {
    /// Where it lies.
    pub source: Source,
    /// As it lies there.
    pub raw: String,
    /// What is wrong.
    pub error: RecordError,
}

/// What the copies of one draft came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    /// The newest whole one.
    pub record: Option<Record>,
    /// Where it lies.
    pub from: Option<Source>,
    /// Whole copies that lost, although somebody else wrote the same or a later revision there.
    pub rivals: Vec<(Source, Record)>,
    /// Copies to be set aside.
    pub damaged: Vec<Damaged>,
    /// The form of a copy from a newer version of the program. Then nothing may be written: the
    /// newer work would be lost under an older copy.
    pub too_new: Option<u32>,
}

/// Takes the newest whole copy (generation, then revision; the earlier candidate on a draw).
pub fn newest_valid(candidates: Vec<(Source, Option<String>)>) -> Opening {
    let mut opening = Opening::default();
    let mut whole: Vec<(Source, Record)> = Vec::new();
    for (source, raw) in candidates {
        let Some(raw) = raw else { continue };
        match open(&raw) {
            Ok(record) => whole.push((source, record)),
            Err(RecordError::TooNew { version }) => {
                opening.too_new = opening.too_new.max(Some(version));
            }
            Err(error) => opening.damaged.push(Damaged { source, raw, error }),
        }
    }
    let age = |record: &Record| (record.meta.generation, record.meta.revision);
    // A stable sort keeps the order of the candidates on a draw.
    sort_by_key(&mut whole, |(_, record)| std::cmp::Reverse(age(record)));
    let mut whole = whole.into_iter();
    if let Some((source, record)) = whole.next() {
        opening.rivals = whole
            .filter(|(_, other)| {
                other.meta.writer != record.meta.writer
                    && other.meta.revision >= record.meta.revision
                    && other.charter != record.charter
            })
            .collect();
        opening.from = Some(source);
        opening.record = Some(record);
    }
    opening
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::drafts::{DraftMeta, seal};
    use crate::model::Charter;

    fn copy(generation: u64, writer: &str, kind: &str) -> String {
        seal(&Record {
            meta: DraftMeta {
                id: "a".into(),
                generation,
                revision: generation,
                writer: writer.into(),
                ..DraftMeta::default()
            },
            charter: Charter {
                kind: kind.into(),
                ..Charter::default()
            },
        })
    }

    #[test]
    fn the_newest_whole_copy_wins_and_the_broken_one_is_kept_raw() {
        let broken = copy(9, "t", "k").replace("\"k\"", "\"q\"");
        let opening = newest_valid(vec![
            (Source::Slot(0), Some(copy(4, "t", "k"))),
            (Source::Slot(1), Some(copy(5, "t", "k"))),
            (Source::Local, Some(broken.clone())),
        ]);
        assert_eq!(opening.from, Some(Source::Slot(1)));
        assert_eq!(opening.record.map(|record| record.meta.generation), Some(5));
        assert_eq!(
            opening.damaged,
            [Damaged {
                source: Source::Local,
                raw: broken,
                error: RecordError::Checksum
            }]
        );
        assert_eq!(opening.rivals, []);
    }

    #[test]
    fn the_store_wins_a_draw_and_the_other_tabs_work_is_a_rival() {
        let opening = newest_valid(vec![
            (Source::Slot(0), Some(copy(5, "one", "k"))),
            (Source::Slot(1), None),
            (Source::Local, Some(copy(5, "two", "other"))),
        ]);
        assert_eq!(opening.from, Some(Source::Slot(0)));
        assert_eq!(opening.rivals.len(), 1);
    }

    #[test]
    fn nothing_stored_is_no_damage() {
        let opening = newest_valid(vec![(Source::Slot(0), None), (Source::Local, None)]);
        assert_eq!(opening, Opening::default());
        let empty = newest_valid(vec![(Source::Slot(0), Some(String::new()))]);
        assert_eq!(empty.damaged.len(), 1, "a record of no bytes is damage");
    }
}
