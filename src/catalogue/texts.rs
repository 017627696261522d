//! The words of one language.

use super::{HASH, TextId};
use crate::model::Lang;
use std::fmt;
use std::sync::Arc;

/// All texts of one language. Cheap to clone.
#[derive(Clone, PartialEq, Eq)]
pub struct Texts {
    lang: Lang,
    source: Arc<str>,
    /// Start of each text in the source.
    starts: Arc<[u32]>,
}

/// Why a text file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// Not such a file.
    NotTexts,
    /// Made for another build of the program.
    OtherBuild,
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TextError::NotTexts => "not a text file of this program",
            TextError::OtherBuild => "the text file belongs to another build",
        })
    }
}

impl std::error::Error for TextError {}

impl Texts {
    /// Reads a file as the build writes it: a header line, then the texts with a NUL between.
    ///
    /// # Errors
    /// When the header is not one, or names another build.
    pub fn parse(file: &str) -> Result<Texts, TextError> {
        let (header, body) = file.split_once('\n').ok_or(TextError::NotTexts)?;
        let mut words = header.split(' ');
        let (magic, code, hash) = (words.next(), words.next(), words.next());
        if magic != Some("ops-charter-text") {
            return Err(TextError::NotTexts);
        }
        if hash != Some(HASH) {
            return Err(TextError::OtherBuild);
        }
        let lang = code.and_then(Lang::from_code).ok_or(TextError::NotTexts)?;
        let mut starts = vec![0];
        for (index, _) in body.match_indices('\0') {
            starts.push(u32::try_from(index + 1).unwrap_or(u32::MAX));
        }
        Ok(Texts {
            lang,
            source: body.into(),
            starts: starts.into(),
        })
    }

    /// The texts that are compiled in; on the page they are fetched instead.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn embedded(lang: Lang) -> Texts {
        let file = match lang {
            Lang::Zh => include_str!(concat!(env!("OUT_DIR"), "/cat.zh.txt")),
            Lang::En => include_str!(concat!(env!("OUT_DIR"), "/cat.en.txt")),
        };
        Texts::parse(file).unwrap_or_else(|_| Texts {
            lang,
            source: "".into(),
            starts: Arc::from([]),
        })
    }

    /// Which language this is.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The text; empty for `TextId::NONE` or a place that does not exist.
    pub fn get(&self, id: TextId) -> &str {
        let index = usize::from(id.0);
        let Some(start) = self.starts.get(index) else {
            return "";
        };
        let end = match self.starts.get(index + 1) {
            Some(next) => *next as usize - 1,
            None => self.source.len(),
        };
        self.source.get(*start as usize..end).unwrap_or("")
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Texts({}, {})", self.lang.code(), self.starts.len())
    }
}

/// Puts values into `{name}` places of a text. Unknown places stay as they are.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let (before, from_brace) = rest.split_at(open);
        out.push_str(before);
        let Some(close) = from_brace.find('}') else {
            rest = from_brace;
            break;
        };
        let (place, after) = from_brace.split_at(close + 1);
        match values.iter().find(|(name, _)| place[1..close] == **name) {
            Some((_, value)) => out.push_str(value),
            None => out.push_str(place),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}
