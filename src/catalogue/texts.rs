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
    /// Reads the files of one language as the build writes them, the start page's words first;
    /// without the second file all other texts are empty.
    ///
    /// # Errors
    /// When a header is not one, or names another build.
    pub fn parse(start: &str, rest: Option<&str>) -> Result<Texts, TextError> {
        let (lang, mut body) = body(start, "start")?;
        if let Some(rest) = rest {
            let (other, more) = self::body(rest, "rest")?;
            if other != lang {
                return Err(TextError::NotTexts);
            }
            body.push('\0');
            body.push_str(&more);
        }
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
        let (start, rest) = match lang {
            Lang::Zh => (
                include_str!(concat!(env!("OUT_DIR"), "/cat.zh.start.txt")),
                include_str!(concat!(env!("OUT_DIR"), "/cat.zh.rest.txt")),
            ),
            Lang::En => (
                include_str!(concat!(env!("OUT_DIR"), "/cat.en.start.txt")),
                include_str!(concat!(env!("OUT_DIR"), "/cat.en.rest.txt")),
            ),
        };
        Texts::parse(start, Some(rest)).unwrap_or_else(|_| Texts {
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

/// The texts of one file, without its header.
fn body(file: &str, part: &str) -> Result<(Lang, String), TextError> {
    let (header, body) = file.split_once('\n').ok_or(TextError::NotTexts)?;
    let words: Vec<&str> = header.split(' ').collect();
    let ["ops-charter-text", code, which, hash] = words.as_slice() else {
        return Err(TextError::NotTexts);
    };
    if *which != part {
        return Err(TextError::NotTexts);
    }
    if *hash != HASH {
        return Err(TextError::OtherBuild);
    }
    Ok((
        Lang::from_code(code).ok_or(TextError::NotTexts)?,
        body.to_owned(),
    ))
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
