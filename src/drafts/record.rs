//! One draft as one text.
//!
//! Three lines:
//!
//! ```text
//! ops-charter-draft 1 <checksum of all that follows, 16 hexadecimal digits>
//! {"id":…}                        what the library shows, as JSON
//! {"format":"ops-charter",…}      the charter as a file of this program, see `schema`
//! ```
//!
//! The charter is not nested into the record's JSON: the last line alone is a complete file that a
//! user can rescue by hand, and the depth of its nesting does not grow.

use super::checksum;
use crate::model::{Charter, Lang, RowId, UnknownFields};
use crate::schema::{self, LoadError};
use serde::{Deserialize, Serialize};
use std::fmt;

const MARK: &str = "ops-charter-draft";
const VERSION: u32 = 1;

/// The place in a draft where somebody was writing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// Id of the section.
    pub section: RowId,
    /// Id of the row, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<RowId>,
    /// Field or column, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

/// What the library knows about a draft without reading it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DraftMeta {
    /// Names the draft.
    pub id: RowId,
    /// Title as the document has it; may be empty.
    #[serde(default)]
    pub title: String,
    /// The user's own name for the draft, shown in place of the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Kind of charter.
    #[serde(default)]
    pub kind: String,
    /// Structure chosen for the kind.
    #[serde(default)]
    pub profile: String,
    /// Language of the document.
    #[serde(default)]
    pub language: Lang,
    /// When the content was last saved, in milliseconds since 1970.
    #[serde(default)]
    pub updated_ms: u64,
    /// Counts versions of the content.
    #[serde(default)]
    pub revision: u64,
    /// Counts writes of the record.
    #[serde(default)]
    pub generation: u64,
    /// The tab that wrote this revision: two tabs may both write revision 8.
    #[serde(default)]
    pub writer: RowId,
    /// Size of the charter in bytes (UTF-8).
    #[serde(default)]
    pub bytes: u64,
    /// Where somebody was writing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// When it was put into the trash, in milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted_ms: Option<u64>,
    /// Unknown to this version.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

impl DraftMeta {
    /// What the library shows; empty when the document has no title yet.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.title)
    }
}

/// A draft: the document and what the library knows about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// For the library.
    pub meta: DraftMeta,
    /// The document.
    pub charter: Charter,
}

/// Why a stored text is no draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// The first line is not ours.
    NotARecord,
    /// The text is not the one that was written: cut off, mixed or changed.
    Checksum,
    /// Written by a newer version of this program; whole, and not to be written over.
    TooNew {
        /// Its form.
        version: u32,
    },
    /// The library's line does not parse.
    Meta(String),
    /// The charter does not load.
    Charter(LoadError),
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RecordError::NotARecord => f.write_str("not a draft"),
            RecordError::Checksum => f.write_str("the checksum does not fit"),
            RecordError::TooNew { version } => write!(f, "written in the newer form {version}"),
            RecordError::Meta(message) => write!(f, "second line: {message}"),
            RecordError::Charter(error) => write!(f, "charter: {error}"),
        }
    }
}

impl std::error::Error for RecordError {}

/// Writes a draft. What the meta repeats from the charter (id, kind, profile, language, revision,
/// size) is taken from the other side of the record, so that the two cannot disagree: the charter
/// gets the meta's id and revision, the meta the charter's kind, profile, language and size.
pub fn seal(record: &Record) -> String {
    seal_settled(record).1
}

/// The same, with the library's line as it was written.
pub(super) fn seal_settled(record: &Record) -> (DraftMeta, String) {
    let mut charter = record.charter.clone();
    charter.id = record.meta.id.clone();
    charter.lineage.revision = record.meta.revision;
    if charter.lineage.draft.as_str().is_empty() {
        charter.lineage.draft = record.meta.id.clone();
    }
    let file = schema::save_compact(&charter, &schema::timestamp(record.meta.updated_ms));
    let meta = DraftMeta {
        kind: charter.kind,
        profile: charter.profile,
        language: charter.language,
        bytes: u64::try_from(file.len()).unwrap_or(u64::MAX),
        ..record.meta.clone()
    };
    // As in `schema`: cannot fail, and an empty line would not open.
    let line = serde_json::to_string(&meta).unwrap_or_default();
    let text = stamp(MARK, VERSION, &format!("{line}\n{file}"));
    (meta, text)
}

/// Reads a draft.
pub fn open(text: &str) -> Result<Record, RecordError> {
    let (meta, file) = parts(text)?;
    let charter = schema::load(file)
        .map_err(|error| match error {
            LoadError::TooNew { version } => RecordError::TooNew { version },
            error => RecordError::Charter(error),
        })?
        .charter;
    Ok(Record { meta, charter })
}

/// Reads the library's line of a draft after checking the whole.
pub fn header(text: &str) -> Result<DraftMeta, RecordError> {
    Ok(parts(text)?.0)
}

fn parts(text: &str) -> Result<(DraftMeta, &str), RecordError> {
    let body = unstamp(MARK, VERSION, text)?;
    let (meta, file) = body.split_once('\n').ok_or(RecordError::Checksum)?;
    let meta = serde_json::from_str(meta).map_err(|error| RecordError::Meta(error.to_string()))?;
    Ok((meta, file))
}

/// Puts the line with mark, version and checksum in front of a text.
pub(super) fn stamp(mark: &str, version: u32, body: &str) -> String {
    format!("{mark} {version} {:016x}\n{body}", checksum(body))
}

/// Takes that line off again and checks it.
pub(super) fn unstamp<'a>(mark: &str, version: u32, text: &'a str) -> Result<&'a str, RecordError> {
    let (first, body) = text.split_once('\n').ok_or(RecordError::NotARecord)?;
    let mut words = first.split(' ');
    let (found, number, sum) = (words.next(), words.next(), words.next());
    if found != Some(mark) || words.next().is_some() {
        return Err(RecordError::NotARecord);
    }
    let number: u32 = number
        .and_then(|number| number.parse().ok())
        .ok_or(RecordError::NotARecord)?;
    if sum != Some(format!("{:016x}", checksum(body)).as_str()) {
        return Err(RecordError::Checksum);
    }
    if number > version {
        return Err(RecordError::TooNew { version: number });
    }
    Ok(body)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::model::Section;
    use std::sync::Arc;

    fn sample() -> Record {
        Record {
            meta: DraftMeta {
                id: "aaaaaaaaaa".into(),
                title: "客服运营职责".into(),
                updated_ms: 1_800_000_000_000,
                revision: 7,
                generation: 9,
                writer: "tab".into(),
                cursor: Some(Cursor {
                    section: "s".into(),
                    row: Some("r".into()),
                    field: None,
                }),
                ..DraftMeta::default()
            },
            charter: Charter {
                kind: "duties".into(),
                profile: "duties_core".into(),
                sections: vec![Arc::new(Section {
                    id: "s".into(),
                    kind: "goals".into(),
                    title: Some("目标\n两行".into()),
                    ..Section::default()
                })],
                ..Charter::default()
            },
        }
    }

    #[test]
    fn a_draft_comes_back_with_both_halves_in_step() {
        let text = seal(&sample());
        let record = open(&text).expect("opens");
        assert_eq!(record.charter.id, record.meta.id);
        assert_eq!(record.charter.lineage.revision, 7);
        assert_eq!(record.charter.lineage.draft, record.meta.id);
        assert_eq!(record.meta.kind, "duties");
        assert_eq!(record.meta.profile, "duties_core");
        assert_eq!(record.charter.sections, sample().charter.sections);
        assert_eq!(record.meta.cursor, sample().meta.cursor);
        assert_eq!(header(&text), Ok(record.meta.clone()));
        // Sealing what was opened gives the same text: saving twice changes nothing.
        assert_eq!(seal(&record), text);
    }

    #[test]
    fn the_last_line_is_a_file_of_its_own() {
        let text = seal(&sample());
        let file = text.lines().nth(2).expect("third line");
        let loaded = schema::load(file).expect("loads");
        assert_eq!(loaded.saved_at, "2027-01-15T08:00:00Z");
        assert_eq!(header(&text).map(|meta| meta.bytes), Ok(file.len() as u64));
    }

    #[test]
    fn newer_forms_are_told_from_damage() {
        let text = seal(&sample());
        let body = text.split_once('\n').expect("lines").1;
        assert_eq!(
            header(&stamp(MARK, 2, body)),
            Err(RecordError::TooNew { version: 2 })
        );
        let newer = body.replace("\"version\":1", "\"version\":9");
        assert_eq!(
            open(&stamp(MARK, 1, &newer)),
            Err(RecordError::TooNew { version: 9 })
        );
    }

    /// 10,000 damaged texts: cut off, bits turned, parts doubled, replaced or nested.
    #[test]
    fn no_damage_opens_as_something_else() {
        let text = seal(&sample());
        let whole = open(&text).expect("opens");
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut random = |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % below as u64).expect("small")
        };
        for round in 0..10_000 {
            let mut bytes = text.clone().into_bytes();
            let at = random(bytes.len());
            match round % 6 {
                0 => bytes.truncate(at),
                1 => bytes[at] ^= 1 << random(8),
                2 => drop(bytes.drain(at..(at + 1 + random(40)).min(text.len()))),
                3 => bytes.extend_from_within(at..),
                4 => bytes
                    .splice(at..at, vec![b'['; random(5_000)])
                    .for_each(drop),
                _ => bytes[at..].fill(0),
            }
            let damaged = String::from_utf8_lossy(&bytes).into_owned();
            if damaged != text {
                assert!(open(&damaged).is_err(), "round {round} opened: {damaged}");
            }
            // The same damage under a right checksum, as an old bug might have sealed it: no
            // panic, and nothing made up.
            if let Some((_, body)) = damaged.split_once('\n')
                && let Ok(record) = open(&stamp(MARK, VERSION, body))
            {
                assert!(record.charter.sections.len() <= whole.charter.sections.len());
            }
        }
    }
}
