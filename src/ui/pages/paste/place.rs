//! Places and sections as words of the interface.

use crate::ui::state::Words;
use ops_charter::catalogue::{self, SECTIONS, SectionDef, ids, ui};
use ops_charter::import::{Heading, HeadingKind, Piece, Place, Sureness};

/// Places that lines of such texts go to most.
const COMMON: [(&str, &str); 8] = [
    (ids::smart_goals::ID, ids::smart_goals::goals::TABLE),
    (ids::roles_duties::ID, ids::roles_duties::duties::TABLE),
    (ids::work_content::ID, ids::work_content::items::TABLE),
    (ids::kpi_dictionary::ID, ids::kpi_dictionary::kpis::TABLE),
    (
        ids::meeting_cadence::ID,
        ids::meeting_cadence::meetings::TABLE,
    ),
    (ids::risk_register::ID, ids::risk_register::risks::TABLE),
    (ids::sop_workflow::ID, ids::sop_workflow::steps::TABLE),
    (ids::purpose_scope::ID, ids::purpose_scope::terms::TABLE),
];

/// What a place is called (tracked).
pub(super) fn place_name(place: Place, words: Words) -> String {
    let named = |section: &str, of: &dyn Fn(&'static SectionDef) -> Option<catalogue::TextId>| {
        let def = catalogue::section(section)?;
        let (section, name) = (words.get(def.name), words.get(of(def)?));
        if section == name {
            return Some(section);
        }
        Some(words.fill(ui::paste::PLACE, &[("section", &section), ("name", &name)]))
    };
    let name = match place {
        Place::Tray => None,
        Place::Rows { section, table } => named(section, &|def| Some(def.table(table)?.name)),
        Place::Field { section, field } => named(section, &|def| Some(def.field(field)?.name)),
    };
    name.unwrap_or_else(|| words.get(ui::paste::TRAY))
}

/// The places worth offering for a piece: the likeliest, those of its section, the usual ones, the
/// tray.
pub(super) fn offered(piece: &Piece, section: Option<&'static str>) -> Vec<Place> {
    let mut all = vec![piece.place];
    all.extend(&piece.others);
    let own = [section, piece.place.section()];
    for def in own.into_iter().flatten().filter_map(catalogue::section) {
        let section = def.id;
        all.extend(def.tables.iter().map(|table| Place::Rows {
            section,
            table: table.id,
        }));
        all.extend(def.fields.iter().map(|field| Place::Field {
            section,
            field: field.id,
        }));
    }
    all.extend(COMMON.map(|(section, table)| Place::Rows { section, table }));
    all.push(Place::Tray);
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|place| seen.insert(*place));
    all
}

/// The word and the class for how sure something is.
pub(super) fn sureness(confidence: f64, chosen: bool) -> (catalogue::TextId, &'static str) {
    if chosen {
        return (ui::paste::sure::CHOSEN, "sure sure-yes");
    }
    match Sureness::of(confidence) {
        Sureness::Sure => (ui::paste::sure::SURE, "sure sure-yes"),
        Sureness::Likely => (ui::paste::sure::LIKELY, "sure sure-maybe"),
        Sureness::Doubtful => (ui::paste::sure::DOUBTFUL, "sure sure-doubt"),
    }
}

/// The option that stands for what a heading is.
pub(super) fn heading_value(heading: &Heading) -> &'static str {
    match (heading.kind, heading.section) {
        (HeadingKind::Title, _) => "=title",
        (HeadingKind::Role, _) => "=role",
        (HeadingKind::Section, Some(section)) => section,
        (HeadingKind::Part, Some(_)) => "=part",
        (_, None) => "",
    }
}

/// The options of a heading: what it is, the likeliest sections, then all others (tracked).
pub(super) fn heading_options(heading: &Heading, words: Words) -> Vec<(&'static str, String)> {
    let value = heading_value(heading);
    let own = match value {
        "=title" => Some(ui::paste::TITLE_KIND),
        "=role" => Some(ui::paste::ROLE_KIND),
        "=part" => Some(ui::paste::PART_KIND),
        _ => None,
    };
    let mut all: Vec<(&'static str, String)> = Vec::new();
    all.extend(own.map(|name| (value, words.get(name))));
    all.push(("", words.get(ui::paste::NO_SECTION)));
    let guessed = heading.guesses.iter().map(|guess| guess.section);
    for id in guessed.chain(SECTIONS.iter().map(|def| def.id)) {
        if let Some(def) = catalogue::section(id)
            && !all.iter().any(|(known, _)| *known == id)
        {
            all.push((def.id, words.get(def.name)));
        }
    }
    all
}
