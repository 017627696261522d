//! Tables of a text: which of the catalogue's tables they are, and their rows.

use super::columns::Word;
use super::{Columns, Draft};
use crate::catalogue::{FieldDef, SECTIONS, SectionDef, TableDef};
use crate::import::steps::took;

/// A table of the catalogue that a table of the text may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    pub(crate) section: &'static str,
    pub(crate) table: &'static TableDef,
    pub(crate) confidence: f64,
}

/// The likeliest table for a header row, those of the section around it preferred.
pub(crate) fn best_table(
    head: &[String],
    within: Option<&str>,
    columns: &Columns,
) -> Option<Match> {
    let every = SECTIONS
        .iter()
        .flat_map(|section| section.tables.iter().map(move |table| (section, table)));
    let named = head.iter().filter(|cell| !cell.trim().is_empty());
    let words: Vec<Word<'_>> = named.map(|cell| columns.word(cell)).collect();
    if words.iter().all(Word::is_unknown) {
        return None;
    }
    let mut best: Option<Match> = None;
    for (section, table) in every {
        let confidence = fit(&words, section, table, within);
        if confidence > best.map_or(0.3, |best| best.confidence) {
            best = Some(Match {
                section: section.id,
                table,
                confidence: confidence.min(0.95),
            });
        }
    }
    best
}

fn fit(
    head: &[Word<'_>],
    section: &SectionDef,
    table: &'static TableDef,
    within: Option<&str>,
) -> f64 {
    let found = assign(head, table);
    let known = found.iter().flatten().count();
    let titled = found.iter().flatten().any(|field| field.id == table.title);
    if known < 2 && head.len() > 1 || known == 0 {
        return 0.0;
    }
    let sum: f64 = head
        .iter()
        .zip(&found)
        .filter_map(|(word, field)| field.map(|field| word.fit(field)))
        .sum();
    let share = sum / head.len() as f64;
    let here = if within == Some(section.id) {
        0.25
    } else {
        0.0
    };
    let title = if titled { 0.12 } else { 0.0 };
    // Logs are filled as time goes by; a text rather describes what is planned.
    let log = if table.log { 0.1 } else { 0.0 };
    share * 0.7 + here + title - log
}

/// The column of each cell of a header, each column once.
fn assign(head: &[Word<'_>], table: &'static TableDef) -> Vec<Option<&'static FieldDef>> {
    let mut out: Vec<Option<&'static FieldDef>> = vec![None; head.len()];
    let mut pairs: Vec<(f64, usize, &'static FieldDef)> = Vec::new();
    for (at, word) in head
        .iter()
        .enumerate()
        .filter(|(_, word)| !word.is_unknown())
    {
        took(table.columns.len());
        for field in table.columns {
            let fit = word.fit(field);
            if fit > 0.0 {
                // The column that names the row goes first where words are open.
                let title = if field.id == table.title { 0.05 } else { 0.0 };
                pairs.push((fit + title, at, field));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (_, at, field) in pairs {
        let taken = out.iter().flatten().any(|other| other.id == field.id);
        if let (Some(slot), false) = (out.get_mut(at), taken)
            && slot.is_none()
        {
            *slot = Some(field);
        }
    }
    out
}

/// The rows of a table of the text. Words of columns that are not known go to the tray with the
/// name of their column.
pub(crate) fn table_drafts(
    rows: &[Vec<String>],
    table: &'static TableDef,
    columns: &Columns,
) -> Vec<Draft> {
    let Some(head) = rows.first() else {
        return Vec::new();
    };
    if table.id == crate::catalogue::ids::raci_matrix::activities::TABLE && is_raci(rows) {
        return raci_drafts(rows, table, columns);
    }
    let words: Vec<Word<'_>> = head.iter().map(|cell| columns.word(cell)).collect();
    let mut places = assign(&words, table);
    let headed = places.iter().flatten().count() > 0;
    if !headed {
        places = in_order(head.len(), table);
    }
    let mut drafts = Vec::new();
    for row in rows.iter().skip(usize::from(headed)) {
        let mut draft = Draft::default();
        for (at, cell) in row.iter().enumerate() {
            let cell = cell.trim();
            let name = head.get(at).map_or("", |name| name.trim());
            match places.get(at).copied().flatten() {
                Some(field) => draft.put(table, field.id, cell, cell),
                None if cell.is_empty() => {}
                None if headed && !name.is_empty() => draft.rest.push(format!("{name}：{cell}")),
                None => draft.rest.push(cell.to_owned()),
            }
        }
        if !draft.is_empty() {
            drafts.push(draft);
        }
    }
    // Names of columns that nothing stands under are words too.
    if headed && let Some(first) = drafts.first_mut() {
        for (name, place) in head.iter().zip(&places) {
            let said = first
                .rest
                .iter()
                .any(|rest| rest.starts_with(name.as_str()));
            if place.is_none() && !name.trim().is_empty() && !said {
                first.rest.push(name.trim().to_owned());
            }
        }
    }
    drafts
}

/// Whether the cells behind the first column are letters of a responsibility matrix.
pub(crate) fn is_raci(rows: &[Vec<String>]) -> bool {
    let body = rows.iter().skip(1).flat_map(|row| row.iter().skip(1));
    let (mut letters, mut others) = (0, 0);
    for cell in body
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty() && *cell != "-")
    {
        match raci_letters(cell) {
            Some(_) => letters += 1,
            None => others += 1,
        }
    }
    letters >= 2 && letters > others * 4
}

/// `A/R` as `AR`; none for anything but the four letters.
pub(crate) fn raci_letters(cell: &str) -> Option<String> {
    let fold = crate::text::fold(cell).to_uppercase();
    let letters: String = fold.chars().filter(|c| c.is_alphanumeric()).collect();
    let known = letters.chars().all(|c| "RACI".contains(c));
    (known && (1..=4).contains(&letters.len())).then_some(letters)
}

/// The rows of a responsibility matrix: an activity, and the letters by the names over them.
fn raci_drafts(rows: &[Vec<String>], table: &'static TableDef, columns: &Columns) -> Vec<Draft> {
    use crate::catalogue::ids::raci_matrix::activities;
    let Some(head) = rows.first() else {
        return Vec::new();
    };
    let mut drafts = Vec::new();
    for row in rows.iter().skip(1) {
        let mut draft = Draft::default();
        let mut letters = Vec::new();
        for (name, cell) in head.iter().zip(row).skip(1) {
            match raci_letters(cell) {
                Some(_) => letters.push(format!("{}：{}", name.trim(), cell.trim())),
                None if cell.trim().is_empty() => {}
                None => draft.rest.push(format!("{}：{}", name.trim(), cell.trim())),
            }
        }
        draft.rest.extend(
            row.iter()
                .skip(head.len())
                .filter(|cell| !cell.trim().is_empty())
                .cloned(),
        );
        let activity = row.first().map_or("", |cell| cell.trim());
        draft.put(table, activities::ACTIVITY, activity, activity);
        let letters = letters.join("；");
        draft.put(table, activities::CELLS, &letters, &letters);
        if !draft.is_empty() {
            drafts.push(draft);
        }
    }
    let unknown = |name: &&String| columns.find(name, table.columns).is_none();
    if let (Some(first), Some(name)) = (drafts.first_mut(), head.first().filter(unknown)) {
        first
            .rest
            .extend(Some(name.trim().to_owned()).filter(|name| !name.is_empty()));
    }
    drafts
}

/// Without a header the cells go to the columns that take words, in order.
fn in_order(count: usize, table: &'static TableDef) -> Vec<Option<&'static FieldDef>> {
    use crate::catalogue::FieldType::{Bool, Letters, Multi, Period, Range};
    let takes = |field: &&FieldDef| !matches!(field.kind, Letters | Range | Period | Bool | Multi);
    let mut places: Vec<Option<&'static FieldDef>> = table
        .columns
        .iter()
        .filter(takes)
        .take(count)
        .map(Some)
        .collect();
    places.resize(count, None);
    places
}
