//! The order of a document: chapters as the structure has them, closing tables.

use super::build::{Builder, HEADER, anchor};
use super::{Content, MissingParts, Span};
use crate::catalogue::{self, ProfileDef, fill, ui};
use crate::edit::{Slot, arrange};
use crate::model::Section;

/// Sections that close the document as tables without a chapter number.
pub(super) const CLOSING: [&str; 2] = ["revision_history", "sign_off"];

/// A section that gets a place: one of the charter, or a required one that it does not have.
#[derive(Clone, Copy)]
struct Entry<'a> {
    kind: &'a str,
    section: Option<&'a Section>,
}

impl<'a> Builder<'a> {
    pub(super) fn body(&mut self, profile: Option<&'static ProfileDef>) {
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
        if let Some(span) = self.missing_words(&name) {
            self.push(at, Content::Paragraph(vec![span]));
        }
    }

    /// The mark of a part that is to be written.
    pub(super) fn missing_words(&self, name: &str) -> Option<Span> {
        let text = self.look.texts.get(ui::outline::MISSING_SECTION);
        self.style.missing_span(&fill(text, &[("name", name)]))
    }

    fn entry_name(&self, entry: Entry<'a>) -> String {
        match (entry.section, catalogue::section(entry.kind)) {
            (Some(section), _) => self.look.section_name(section),
            (None, Some(def)) => self.look.texts.get(def.name).to_owned(),
            (None, None) => entry.kind.to_owned(),
        }
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
#[cfg(not(target_arch = "wasm32"))]
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
