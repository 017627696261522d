//! Reads the tables that the build has written as numbers and words; the form is described in
//! `catalogue/schema/src/blob.rs`, and the order of fields is the same as there.
//!
//! The data is compiled in. Should it be damaged all the same, numbers that are not there read as
//! 0, which ends every list, and nothing panics.

use super::types::{
    ChapterDef, EntityDef, FieldDef, FieldType, KindDef, Need, OfferedSection, OptionDef,
    ProfileDef, RecommendDef, RecommendWhen, Render, SectionDef, TableDef, TextId, Tier,
};

/// Where a table is read.
pub(super) struct Reader {
    numbers: std::slice::Iter<'static, u8>,
    words: Vec<&'static str>,
    /// How many of the words have come up.
    used: usize,
    /// The text id before.
    text: usize,
}

/// Reads a whole table; it stays for as long as the program runs.
pub(super) fn read<T>(
    numbers: &'static [u8],
    words: &'static str,
    each: fn(&mut Reader) -> T,
) -> &'static [T] {
    let mut reader = Reader {
        numbers: numbers.iter(),
        words: words.split('\n').collect(),
        used: 0,
        text: 0,
    };
    reader.list(each)
}

impl Reader {
    fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        for byte in self.numbers.by_ref() {
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 || shift > 21 {
                break;
            }
        }
        number
    }

    fn small(&mut self) -> u16 {
        u16::try_from(self.number()).unwrap_or_default()
    }

    fn flag(&mut self) -> bool {
        self.number() != 0
    }

    fn choice<T: Copy>(&mut self, all: &[T], otherwise: T) -> T {
        all.get(self.number()).copied().unwrap_or(otherwise)
    }

    fn optional(&mut self) -> Option<&'static str> {
        let place = match self.number().checked_sub(1)? {
            0 => {
                self.used += 1;
                self.used - 1
            }
            place => place - 1,
        };
        self.words.get(place).copied()
    }

    pub(super) fn word(&mut self) -> &'static str {
        self.optional().unwrap_or_default()
    }

    fn limit(&mut self) -> Option<u16> {
        self.number()
            .checked_sub(1)
            .and_then(|limit| u16::try_from(limit).ok())
    }

    fn text(&mut self) -> TextId {
        let Some(zigzag) = self.number().checked_sub(1) else {
            return TextId::NONE;
        };
        let half = zigzag >> 1;
        self.text = match zigzag & 1 {
            0 => self.text.wrapping_add(half),
            _ => self.text.wrapping_sub(half + 1),
        };
        TextId(u16::try_from(self.text).unwrap_or(0))
    }

    fn list<T>(&mut self, each: fn(&mut Reader) -> T) -> &'static [T] {
        // An item takes at least one number.
        let length = self.number().min(self.numbers.len());
        let mut items = Vec::with_capacity(length);
        for _ in 0..length {
            items.push(each(self));
        }
        items.leak()
    }

    pub(super) fn section(&mut self) -> SectionDef {
        SectionDef {
            id: self.word(),
            group: self.word(),
            name: self.text(),
            purpose: self.text(),
            example: self.text(),
            pattern: self.text(),
            questions: self.list(Reader::text),
            fields: self.list(Reader::field),
            tables: self.list(Reader::table),
        }
    }

    fn table(&mut self) -> TableDef {
        TableDef {
            id: self.word(),
            prefix: self.word(),
            min_rows: self.small(),
            title: self.word(),
            parent: self.optional(),
            render: self.choice(&[Render::Sentences, Render::Table], Render::Table),
            log: self.flag(),
            name: self.text(),
            item: self.text(),
            pattern: self.text(),
            columns: self.list(Reader::field),
        }
    }

    fn field(&mut self) -> FieldDef {
        FieldDef {
            id: self.word(),
            name: self.text(),
            help: self.text(),
            why: self.text(),
            example: self.text(),
            kind: self.choice(&FieldType::ALL, FieldType::Text),
            tier: self.choice(&[Tier::Core, Tier::Common, Tier::More], Tier::Core),
            need: self.choice(
                &[Need::Required, Need::Conditional, Need::Optional],
                Need::Optional,
            ),
            to: self.list(Reader::word),
            options: self.list(Reader::option),
            unit: self.optional(),
            unit_from: self.optional(),
            min: self.limit().map(f64::from),
            max: self.limit().map(f64::from),
            max_chars: self.limit(),
            hidden: self.flag(),
        }
    }

    pub(super) fn option(&mut self) -> OptionDef {
        OptionDef {
            id: self.word(),
            label: self.text(),
        }
    }

    pub(super) fn kind(&mut self) -> KindDef {
        KindDef {
            id: self.word(),
            ready: self.flag(),
            name: self.text(),
            purpose: self.text(),
            audience: self.text(),
            sections: self.list(|reader| OfferedSection {
                id: reader.word(),
                need: reader.word(),
            }),
            profiles: self.list(Reader::profile),
        }
    }

    fn profile(&mut self) -> ProfileDef {
        ProfileDef {
            id: self.word(),
            shown: self.flag(),
            style: self.word(),
            name: self.text(),
            front: self.list(Reader::word),
            chapters: self.list(|reader| ChapterDef {
                id: reader.word(),
                heading: reader.text(),
                sections: reader.list(Reader::word),
            }),
            back: self.list(Reader::word),
            backing: self.list(Reader::word),
        }
    }

    pub(super) fn entity(&mut self) -> EntityDef {
        EntityDef {
            id: self.word(),
            section: self.word(),
            table: self.word(),
        }
    }

    pub(super) fn recommend(&mut self) -> RecommendDef {
        RecommendDef {
            id: self.word(),
            section: self.word(),
            reason: self.text(),
            when: self.list(|reader| RecommendWhen {
                industry: reader.list(Reader::word),
                business_model: reader.list(Reader::word),
                company_stage: reader.list(Reader::word),
                min_team: reader.limit(),
                min_hours: reader.limit(),
            }),
        }
    }
}
