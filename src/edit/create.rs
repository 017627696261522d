//! A new charter, and sections added to one.

use crate::catalogue::{self, ids};
use crate::model::{Amount, Charter, IdSource, Lang, Lineage, Row, Section, Value};
use chrono::{Datelike, Months, NaiveDate};
use std::sync::Arc;

/// An empty charter of a structure. Version, dates, review cycle and the first line of the
/// revision history are filled in, because nobody should have to think of them first. An unknown
/// profile gives a charter without sections.
pub fn new_charter(
    profile: &str,
    language: Lang,
    today: NaiveDate,
    new_id: &mut dyn IdSource,
) -> Charter {
    let id = new_id.next_id();
    let mut charter = Charter {
        lineage: Lineage {
            draft: id.clone(),
            ..Lineage::default()
        },
        id,
        language,
        profile: profile.to_owned(),
        ..Charter::default()
    };
    let Some((kind, structure)) = catalogue::profile(profile) else {
        return charter;
    };
    charter.kind = kind.id.to_owned();
    for section in structure.sections() {
        charter
            .sections
            .push(Arc::new(blank_section(section, new_id)));
    }
    prefill_header(&mut charter, today);
    prefill_revision(&mut charter, today, new_id);
    charter
}

/// Makes a finished example one's own: a draft again, nothing signed.
pub fn take_over(charter: &mut Charter) {
    use ids::sign_off::{self, signers};
    let header = charter
        .section(ids::charter_header::ID)
        .map(|section| section.id.clone());
    if let Some(section) = header.and_then(|id| charter.section_mut(&id)) {
        let draft = Value::Enum("draft".to_owned());
        section
            .fields
            .insert(ids::charter_header::STATUS.to_owned(), draft);
    }
    let signatures = charter
        .section(sign_off::ID)
        .map(|section| section.id.clone());
    let Some(section) = signatures.and_then(|id| charter.section_mut(&id)) else {
        return;
    };
    for row in section.tables.get_mut(signers::TABLE).into_iter().flatten() {
        row.cells.remove(signers::DATE);
        row.cells.remove(signers::COMMENT);
        row.cells.insert(
            signers::STATUS.to_owned(),
            Value::Enum("pending".to_owned()),
        );
    }
}

/// Adds a section of this type at the end; an existing one that was put away comes back with all
/// that it held. Gives the section's id.
pub fn add_section(
    charter: &mut Charter,
    kind: &str,
    new_id: &mut dyn IdSource,
) -> crate::model::RowId {
    if let Some(section) = charter
        .sections
        .iter_mut()
        .find(|section| section.kind == kind)
    {
        if section.hidden {
            let section = Arc::make_mut(section);
            section.hidden = false;
            section.aside = false;
        }
        return section.id.clone();
    }
    let section = blank_section(kind, new_id);
    let id = section.id.clone();
    charter.sections.push(Arc::new(section));
    id
}

/// The section of this type for a row that is made from another section: a new one starts among
/// the backing sections, an existing one stays as it is.
pub(super) fn add_section_quietly(
    charter: &mut Charter,
    kind: &str,
    new_id: &mut dyn IdSource,
) -> crate::model::RowId {
    if let Some(section) = charter.section(kind) {
        return section.id.clone();
    }
    let section = blank_section(kind, new_id);
    let id = section.id.clone();
    charter.sections.push(Arc::new(section));
    id
}

pub(super) fn blank_section(kind: &str, new_id: &mut dyn IdSource) -> Section {
    Section {
        id: new_id.next_id(),
        kind: kind.to_owned(),
        ..Section::default()
    }
}

fn prefill_header(charter: &mut Charter, today: NaiveDate) {
    use ids::charter_header as header;
    // To the end of a calendar year, as plans and goals run, and never less than a year.
    let end = today
        .checked_add_months(Months::new(12))
        .and_then(|date| NaiveDate::from_ymd_opt(date.year(), 12, 31));
    let review = Amount {
        unit: Some("month".to_owned()),
        ..Amount::new(6.0)
    };
    let id = charter
        .section(header::ID)
        .map(|section| section.id.clone());
    let Some(section) = id.and_then(|id| charter.section_mut(&id)) else {
        return;
    };
    let mut put = |field: &str, value: Value| section.fields.insert(field.to_owned(), value);
    put(header::VERSION, Value::Text("V1.0".to_owned()));
    put(header::STATUS, Value::Enum("draft".to_owned()));
    put(header::EFFECTIVE_FROM, Value::Date(today));
    put(header::REVIEW_CYCLE, Value::Number(review));
    if let Some(end) = end {
        put(header::EFFECTIVE_TO, Value::Date(end));
    }
}

fn prefill_revision(charter: &mut Charter, today: NaiveDate, new_id: &mut dyn IdSource) {
    use ids::revision_history::{self as history, revisions};
    let first = match charter.language {
        Lang::Zh => "首版",
        Lang::En => "First version",
    };
    let id = charter
        .section(history::ID)
        .map(|section| section.id.clone());
    let Some(section) = id.and_then(|id| charter.section_mut(&id)) else {
        return;
    };
    let mut row = Row::new(new_id.next_id());
    let mut put = |column: &str, value: Value| row.cells.insert(column.to_owned(), value);
    put(revisions::VERSION, Value::Text("V1.0".to_owned()));
    put(revisions::DATE, Value::Date(today));
    put(revisions::REASON, Value::Enum("first".to_owned()));
    put(revisions::CHANGE, Value::Text(first.to_owned()));
    section
        .tables
        .insert(revisions::TABLE.to_owned(), vec![row]);
}
