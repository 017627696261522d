//! From a charter to a document: cover, chapters in the order of the structure, closing tables.

use super::lookup::Lookup;
use super::number::Counter;
use super::pattern::Style;
use super::{Anchor, Block, Content, Document, MissingParts, Numbering, Span};
use crate::catalogue::{self, FieldDef, KindDef, Need, ProfileDef, Texts, fill, ui};
use crate::checks::completeness;
use crate::edit::{Slot, arrange};
use crate::model::{Charter, Lang, RowId, Section, Value};
use chrono::NaiveDate;

/// The section that gives title and cover.
pub(crate) const HEADER: &str = "charter_header";
/// Sections that close the document as tables without a chapter number.
const CLOSING: [&str; 2] = ["revision_history", "sign_off"];
/// The field of the header that is the title.
const TITLE: &str = "title";

/// Choices for one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// What becomes of parts that are not filled in.
    pub missing: MissingParts,
    /// The day of the print, on drafts.
    pub today: NaiveDate,
    /// Names carry their display numbers (G1, K2).
    pub codes: bool,
}

impl Options {
    /// The choices stored with the charter, for this day.
    pub fn of(charter: &Charter, today: NaiveDate) -> Options {
        let missing = match charter.settings.missing.as_deref() {
            Some("blank") => MissingParts::Blank,
            Some("omit") => MissingParts::Omit,
            _ => MissingParts::Mark,
        };
        Options {
            missing,
            today,
            codes: false,
        }
    }
}

/// The document of a charter. `texts` are of the charter's language, not of the interface's.
pub fn build(charter: &Charter, texts: &Texts, options: &Options) -> Document {
    let lang = texts.lang();
    let mut builder = Builder {
        look: Lookup::new(charter, texts, options.codes),
        style: Style {
            lang,
            missing: options.missing,
            mark: texts.get(ui::outline::MISSING),
        },
        counter: Counter::new(Numbering::of(lang)),
        numbering: Numbering::of(lang),
        kind: catalogue::kind(&charter.kind),
        blocks: Vec::new(),
    };
    let profile = catalogue::profile(&charter.profile).map(|(_, profile)| profile);
    let mut cover = builder.cover();
    let draft_mark = builder.is_draft(profile).then(|| {
        let label = texts.get(ui::outline::DRAFT_DATE).to_owned();
        let day = super::format::date(options.today, lang);
        cover.push((label, vec![Span::Text(day)]));
        texts.get(ui::outline::DRAFT).to_owned()
    });
    builder.body(profile);
    Document {
        lang,
        title: builder.title(),
        cover,
        draft_mark,
        blocks: builder.blocks,
    }
}

/// Collects blocks. What one section says is in `section`, tables are in `table`.
pub(super) struct Builder<'a> {
    pub(super) look: Lookup<'a>,
    pub(super) style: Style<'a>,
    pub(super) numbering: Numbering,
    counter: Counter,
    kind: Option<&'static KindDef>,
    blocks: Vec<Block>,
}

/// A section that gets a place: one of the charter, or a required one that it does not have.
#[derive(Clone, Copy)]
struct Entry<'a> {
    kind: &'a str,
    section: Option<&'a Section>,
}

impl<'a> Builder<'a> {
    fn title(&self) -> String {
        let charter = self.look.charter;
        let field = |id: &str| {
            charter
                .field(HEADER, id)
                .and_then(|value| value.as_text())
                .map(str::trim)
                .unwrap_or_default()
        };
        let texts = self.look.texts;
        let kind = self.kind.map_or("", |kind| texts.get(kind.name));
        match (field(TITLE), field("team_name"), kind) {
            ("", "", "") => texts.get(ui::outline::UNTITLED).to_owned(),
            ("", "", kind) => kind.to_owned(),
            ("", team, "") => team.to_owned(),
            ("", team, kind) => match self.style.lang {
                Lang::Zh => format!("{team}{kind}"),
                Lang::En => format!("{team}: {kind}"),
            },
            (title, _, _) => title.to_owned(),
        }
    }

    fn cover(&self) -> Vec<(String, Vec<Span>)> {
        let Some(def) = catalogue::section(HEADER) else {
            return Vec::new();
        };
        let empty = Section::default();
        let header = self.look.charter.section(HEADER).unwrap_or(&empty);
        def.fields
            .iter()
            .filter(|field| !field.hidden && field.id != TITLE)
            .filter_map(|field| {
                let name = self.look.texts.get(field.name).to_owned();
                let spans = self.field_spans(field, header)?;
                Some((name, spans))
            })
            .collect()
    }

    /// The value of a field; for a required one that is empty, its mark. None when there is
    /// nothing to show.
    pub(super) fn field_spans(&self, field: &FieldDef, section: &Section) -> Option<Vec<Span>> {
        let text = section
            .fields
            .get(field.id)
            .map(|value| self.look.text(value, field, &section.fields))
            .unwrap_or_default();
        if !text.is_empty() {
            return Some(self.also_gone(text, section.fields.get(field.id), field));
        }
        if field.need != Need::Required {
            return None;
        }
        let name = self.look.texts.get(field.name);
        self.style.missing_span(name).map(|span| vec![span])
    }

    /// A text, and a mark when some of the rows that it names are gone.
    pub(super) fn also_gone(
        &self,
        text: String,
        value: Option<&Value>,
        field: &FieldDef,
    ) -> Vec<Span> {
        let name = self.look.texts.get(field.name);
        let mark = value
            .filter(|value| self.look.partly_gone(value))
            .and_then(|_| self.style.missing_span(name));
        let Some(mark) = mark else {
            return vec![Span::Text(text)];
        };
        let joint = match self.style.lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        };
        vec![Span::Text(text + joint), mark]
    }

    fn is_draft(&self, profile: Option<&'static ProfileDef>) -> bool {
        let charter = self.look.charter;
        charter.settings.draft_mark != Some(false)
            && profile.is_none_or(|profile| !completeness(charter, profile).is_complete())
    }

    fn body(&mut self, profile: Option<&'static ProfileDef>) {
        let places = arrange(self.look.charter);
        for slot in &places.front {
            self.lone_chapter(slot);
        }
        for chapter in &places.chapters {
            let heading = match &chapter.title {
                Some(own) => own.clone(),
                None => self.look.texts.get(chapter.heading).to_owned(),
            };
            let entries = self.placed(&chapter.slots);
            self.chapter(&heading, &entries, chapter.made_for_one);
        }
        for slot in &places.back {
            self.lone_chapter(slot);
        }
        self.others(&places.added, profile.is_some());
        for id in CLOSING {
            for entry in self.entries(id) {
                self.closing(entry);
            }
        }
    }

    /// What is printed of these places.
    fn placed(&self, slots: &[Slot]) -> Vec<Entry<'a>> {
        slots
            .iter()
            .filter_map(|slot| self.slot_entry(slot))
            .collect()
    }

    /// What is printed of a place; cover and closing tables have their own.
    fn slot_entry(&self, slot: &Slot) -> Option<Entry<'a>> {
        let apart = |kind: &str| kind == HEADER || CLOSING.contains(&kind);
        match slot {
            Slot::Absent(kind) => (!apart(kind) && self.is_required(kind)).then_some(Entry {
                kind,
                section: None,
            }),
            Slot::Section(id) => {
                let section = self.look.charter.section_by_id(id)?;
                let worth = self.is_required(&section.kind) || !section.is_blank();
                (!apart(&section.kind) && worth).then_some(Entry {
                    kind: &section.kind,
                    section: Some(section),
                })
            }
        }
    }

    /// The kind requires the section, and the document has marks for what is missing.
    fn is_required(&self, id: &str) -> bool {
        self.style.missing != MissingParts::Omit
            && self.kind.is_some_and(|kind| {
                kind.sections
                    .iter()
                    .any(|offered| offered.id == id && offered.need == "required")
            })
    }

    /// What is printed of a section type: its sections that are not hidden and hold something, or
    /// one place to fill in when the kind requires it.
    fn entries(&self, id: &'static str) -> Vec<Entry<'a>> {
        let required = self.is_required(id);
        let mut found = self
            .look
            .charter
            .sections
            .iter()
            .filter(|section| section.kind == id)
            .peekable();
        if found.peek().is_none() && required {
            return vec![Entry {
                kind: id,
                section: None,
            }];
        }
        found
            .filter(|section| !section.hidden && (required || !section.is_blank()))
            .map(|section| Entry {
                kind: id,
                section: Some(section.as_ref()),
            })
            .collect()
    }

    /// A chapter of its own, headed by the section's name.
    fn lone_chapter(&mut self, slot: &Slot) {
        if let Some(entry) = self.slot_entry(slot) {
            let heading = self.entry_name(entry);
            self.chapter(&heading, &[entry], true);
        }
    }

    /// A chapter is one heading when it is made for one section, or when the only one that is
    /// shown has nearly the same name.
    fn chapter(&mut self, heading: &str, entries: &[Entry<'a>], made_for_one: bool) {
        if let [entry] = entries {
            let name = self.entry_name(*entry);
            if made_for_one || near(heading, &name) {
                let titled = entry.section.is_some_and(|section| section.title.is_some());
                let heading = if titled { &name } else { heading };
                self.heading(
                    1,
                    heading,
                    entry.section.map(|section| anchor(section, None)),
                );
                self.entry(*entry, 1);
                return;
            }
        }
        if entries.is_empty() {
            return;
        }
        self.heading(1, heading, None);
        for (index, entry) in entries.iter().enumerate() {
            let name = self.entry_name(*entry);
            // A section that is called as its chapter opens it without a heading of its own.
            if index == 0 && name.trim() == heading.trim() {
                self.entry(*entry, 1);
                continue;
            }
            self.heading(2, &name, entry.section.map(|section| anchor(section, None)));
            self.entry(*entry, 2);
        }
    }

    /// Sections outside the structure: under one chapter after it, or, where there is no
    /// structure, as chapters.
    fn others(&mut self, added: &[Slot], one_chapter: bool) {
        let mut entries = self.placed(added);
        entries.retain(|entry| entry.section.is_some_and(|section| !section.is_blank()));
        if one_chapter {
            let heading = self.look.texts.get(ui::outline::OTHER).to_owned();
            self.chapter(&heading, &entries, false);
        } else {
            for entry in entries {
                let heading = self.entry_name(entry);
                self.chapter(&heading, &[entry], true);
            }
        }
    }

    fn closing(&mut self, entry: Entry<'a>) {
        let name = self.entry_name(entry);
        let at = entry.section.map(|section| anchor(section, None));
        self.push(
            at,
            Content::Heading {
                level: 1,
                number: String::new(),
                text: name,
            },
        );
        match (entry.section, catalogue::section(entry.kind)) {
            (Some(section), Some(def)) if !section.is_blank() => self.as_tables(section, def),
            _ => self.missing_section(entry),
        }
    }

    fn entry(&mut self, entry: Entry<'a>, under: u8) {
        match entry.section {
            Some(section) if !section.is_blank() => self.section(section, under),
            _ => self.missing_section(entry),
        }
    }

    fn missing_section(&mut self, entry: Entry<'a>) {
        let at = entry.section.map(|section| anchor(section, None));
        let name = self.entry_name(entry);
        self.missing_note(at, &name);
    }

    /// A paragraph that says what is to be written here.
    pub(super) fn missing_note(&mut self, at: Option<Anchor>, name: &str) {
        let text = self.look.texts.get(ui::outline::MISSING_SECTION);
        let note = fill(text, &[("name", name)]);
        if let Some(span) = self.style.missing_span(&note) {
            self.push(at, Content::Paragraph(vec![span]));
        }
    }

    fn entry_name(&self, entry: Entry<'a>) -> String {
        match (entry.section, catalogue::section(entry.kind)) {
            (Some(section), _) => self.look.section_name(section),
            (None, Some(def)) => self.look.texts.get(def.name).to_owned(),
            (None, None) => entry.kind.to_owned(),
        }
    }

    /// How many blocks there are so far.
    pub(super) fn count(&self) -> usize {
        self.blocks.len()
    }

    pub(super) fn push(&mut self, at: Option<Anchor>, content: Content) {
        self.blocks.push(Block { at, content });
    }

    pub(super) fn heading(&mut self, level: u8, text: &str, at: Option<Anchor>) {
        let level = level.clamp(1, 4);
        let number = self.counter.next(level);
        self.push(
            at,
            Content::Heading {
                level,
                number,
                text: text.to_owned(),
            },
        );
    }
}

/// The place of a section or of one of its rows.
pub(super) fn anchor(section: &Section, row: Option<&RowId>) -> Anchor {
    Anchor {
        section: section.id.clone(),
        row: row.cloned(),
    }
}

/// A chapter and its only section say the same.
fn near(chapter: &str, section: &str) -> bool {
    let bare = |text: &str| -> String {
        let lower = text
            .to_lowercase()
            .replace(" and ", " ")
            .replace(" the ", " ");
        lower
            .chars()
            .filter(|c| c.is_alphanumeric() && !"与和及的".contains(*c))
            .collect()
    };
    let (chapter, section) = (bare(chapter), bare(section));
    !chapter.is_empty()
        && !section.is_empty()
        && (chapter.contains(&section) || section.contains(&chapter))
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn names_are_near_when_one_holds_the_other() {
        assert!(near("指标与口径", "指标和口径"));
        assert!(near("标准流程", "标准流程（SOP）"));
        assert!(near("Goals and metrics", "Goals, metrics"));
        assert!(!near("职责与目标", "岗位职责"));
        assert!(!near("", "岗位职责"));
    }
}
