//! The words of headings stay: as titles, names of roles, or with what is in the tray.

use super::Work;
use crate::catalogue::{self, ids};
use crate::edit;
use crate::import::plan::{Heading, HeadingKind};
use crate::model::Value;

/// How far back the heading above one is looked for.
const NEAR: usize = 200;

impl Work<'_> {
    /// Titles and roles are worth keeping by themselves.
    pub(super) fn named(&mut self, heading: &Heading) {
        match heading.kind {
            HeadingKind::Role => {
                edit::create_by_name(self.charter, "role", &heading.text, self.new_id);
            }
            HeadingKind::Title => {
                let header = ids::charter_header::ID;
                let there = self.charter.field(header, ids::charter_header::TITLE);
                if there.is_none_or(Value::is_empty) {
                    let section = edit::add_section(self.charter, header, self.new_id);
                    let title = Some(Value::Text(heading.text.clone()));
                    edit::set_field(self.charter, &section, ids::charter_header::TITLE, title);
                    self.done.fields += 1;
                }
            }
            HeadingKind::Section | HeadingKind::Part => {}
        }
    }

    /// Whether the words are what a table or field of the section is called.
    fn names_table(&self, kind: &str, words: &str) -> bool {
        catalogue::section(kind).is_some_and(|def| {
            let tables = def.tables.iter().map(|table| table.name);
            let names = tables.chain(def.fields.iter().map(|field| field.name));
            names
                .into_iter()
                .any(|name| letters(self.texts.get(name)) == words)
        })
    }

    /// The words of a heading stay: as the heading of its section, or with what is in the tray.
    pub(super) fn keep_heading(&mut self, at: usize) {
        let plan = self.plan;
        let Some(heading) = plan.headings.get(at) else {
            return;
        };
        let title = self
            .charter
            .field(ids::charter_header::ID, ids::charter_header::TITLE);
        let is_title = title.and_then(Value::as_text) == Some(heading.text.as_str());
        if self.kept.contains(&at) || heading.kind == HeadingKind::Role || is_title {
            return;
        }
        let words = letters(&heading.text);
        let filled = |kind: &'static str| {
            let section = self.charter.section(kind)?;
            (!section.is_blank())
                .then(|| (section.id.clone(), edit::section_title(section, self.texts)))
        };
        if let Some(kind) = heading.section
            && let Some((id, title)) = filled(kind)
        {
            if says(&title, &words) {
                // The title says this heading: no later one may take its place.
                self.untitled.remove(kind);
                return;
            }
            if self.names_table(kind, &words) {
                return;
            }
            let own = heading.kind == HeadingKind::Section && heading.level <= 4;
            if own && self.untitled.remove(kind) {
                edit::rename_section(self.charter, &id, &heading.text);
                return;
            }
        }
        let above = plan
            .headings
            .iter()
            .take(at)
            .rev()
            .take(NEAR)
            .find(|other| other.level < heading.level)
            .map_or_else(String::new, |other| other.text.clone());
        self.push(heading.text.clone(), above);
    }
}

/// Letters and figures only: what of a heading must stay.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a title holds these letters, not as a part of a longer Latin word.
fn says(title: &str, words: &str) -> bool {
    let title = letters(title);
    let Some(at) = title.find(words) else {
        return false;
    };
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let before = title
        .get(..at)
        .and_then(|before| before.chars().next_back());
    let after = title
        .get(at + words.len()..)
        .and_then(|after| after.chars().next());
    let cut_front = latin(before) && latin(words.chars().next());
    let cut_back = latin(after) && latin(words.chars().next_back());
    !cut_front && !cut_back
}
