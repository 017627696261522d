//! The two languages of the product.

/// Language of a charter or of the interface.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Simplified Chinese, the first language of the product.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// All languages, the first one leading.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// `zh` or `en`, as in file names and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The language with this code; also takes tags such as `zh-CN`.
    pub fn from_code(code: &str) -> Option<Lang> {
        let main = code.split(['-', '_']).next().unwrap_or(code);
        Lang::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(main))
    }

    /// The language a text is written in: Chinese when at least one Han character stands in it for
    /// every eight Latin letters.
    #[must_use]
    pub fn detect(text: &str) -> Lang {
        let (mut han, mut latin) = (0usize, 0usize);
        for c in text.chars() {
            han += usize::from(('\u{3400}'..='\u{9fff}').contains(&c));
            latin += usize::from(c.is_ascii_alphabetic());
        }
        if han > 0 && han * 8 >= latin {
            Lang::Zh
        } else {
            Lang::En
        }
    }

    /// The one of two texts that is in this language.
    #[must_use]
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
