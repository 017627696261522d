//! Answers that came back: kept in the draft until they are used or dismissed.

use super::parse::read_answers;
use super::questions::{Request, request};
use crate::catalogue::{self, FieldDef, FieldType, TableDef, Texts};
use crate::edit::{
    input_text, insert_row, parse_written, paste_rows, row_label, set_cell, set_field,
};
use crate::model::{Asked, Charter, IdSource, Reply, RowId, Section, Value};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Keeps the questions that went out, so that their answers are known by number.
pub fn remember(charter: &mut Charter, section: &RowId, sent: &Request) {
    let Some(section) = charter.section_mut(section) else {
        return;
    };
    for new in &sent.questions {
        let known = section
            .asked
            .iter_mut()
            .find(|asked| asked.number == new.number);
        match known {
            Some(asked) => asked.question.clone_from(&new.question),
            None => section.asked.push(new.clone()),
        }
    }
}

/// Takes in a pasted message and gives the number of answers in it. The same answer pasted twice
/// is kept once.
pub fn receive(
    charter: &mut Charter,
    section: &RowId,
    pasted: &str,
    texts: &Texts,
    today: NaiveDate,
    new_id: &mut dyn IdSource,
) -> usize {
    let sent = request(charter, section, texts, today);
    // Copied by hand, the request has left no trace yet.
    remember(charter, section, &sent);
    let own: Vec<&str> = sent
        .text
        .lines()
        .filter(|line| !is_question(line, &sent))
        .collect();
    let Some(section) = charter.section_mut(section) else {
        return 0;
    };
    let answers = read_answers(pasted, &section.asked, &own);
    let count = answers.len();
    for answer in answers {
        let asked = answer
            .number
            .and_then(|number| section.asked.iter().find(|asked| asked.number == number));
        let reply = Reply {
            id: RowId::default(),
            question: asked
                .map(|asked| asked.question.clone())
                .unwrap_or_default(),
            at: asked.map(|asked| asked.at.clone()).unwrap_or_default(),
            text: answer.text,
            quoted: answer.quoted,
            ..Reply::default()
        };
        let same = |known: &Reply| {
            let id = RowId::default();
            Reply {
                id,
                ..known.clone()
            } == reply
        };
        if !section.replies.iter().any(same) {
            section.replies.push(Reply {
                id: new_id.next_id(),
                ..reply
            });
        }
    }
    count
}

fn is_question(line: &str, sent: &Request) -> bool {
    let is = |asked: &Asked| line == format!("{}. {}", asked.number, asked.question);
    sent.questions.iter().any(is)
}

/// Where an answer can go.
enum Place {
    Field(&'static FieldDef),
    Cell(&'static TableDef, RowId, &'static FieldDef),
    Rows(&'static TableDef),
}

fn place(section: &Section, reply: &Reply) -> Option<Place> {
    let def = catalogue::section(&section.kind)?;
    let at = &reply.at;
    let takes_text = |field: &&FieldDef| field.kind != FieldType::Letters;
    let Some(table) = &at.table else {
        let field = def.field(at.field.as_ref()?).filter(takes_text)?;
        return Some(Place::Field(field));
    };
    let table = def.table(table)?;
    match (&at.row, &at.field) {
        (None, None) => Some(Place::Rows(table)),
        (Some(row), Some(field)) => {
            let there = section.rows(table.id).iter().any(|known| known.id == *row);
            let column = table.column(field).filter(takes_text)?;
            there.then(|| Place::Cell(table, row.clone(), column))
        }
        _ => None,
    }
}

fn siblings<'a>(section: &'a Section, place: &Place) -> Option<&'a BTreeMap<String, Value>> {
    match place {
        Place::Field(_) => Some(&section.fields),
        Place::Cell(table, row, _) => {
            let row = section
                .rows(table.id)
                .iter()
                .find(|known| known.id == *row)?;
            Some(&row.cells)
        }
        Place::Rows(_) => None,
    }
}

/// What using an answer would do: what stands there, and what would. None when the answer has no
/// place that it could be written into.
pub fn reply_change(
    charter: &Charter,
    section: &RowId,
    reply: &RowId,
    texts: &Texts,
) -> Option<(String, String)> {
    let section = charter.section_by_id(section)?;
    let reply = section.replies.iter().find(|known| known.id == *reply)?;
    if reply.text.is_empty() {
        return None;
    }
    let place = place(section, reply)?;
    let (Place::Field(field) | Place::Cell(_, _, field)) = place else {
        return Some((String::new(), reply.text.clone()));
    };
    let values = siblings(section, &place)?;
    let said = |value: &Value| words(charter, field, value, texts);
    let before = values.get(field.id).map(&said).unwrap_or_default();
    let after = parse_written(charter, field, values, &reply.text, texts);
    Some((before, after.as_ref().map(said).unwrap_or_default()))
}

/// What a value says in its field.
fn words(charter: &Charter, field: &FieldDef, value: &Value, texts: &Texts) -> String {
    let label = |id: &String| {
        let known = field.options.iter().find(|option| option.id == id);
        known.map_or_else(|| id.clone(), |option| texts.get(option.label).to_owned())
    };
    let joined = |items: Vec<String>| match texts.lang() {
        crate::model::Lang::Zh => items.join("、"),
        crate::model::Lang::En => items.join(", "),
    };
    match value {
        Value::Enum(id) => label(id),
        Value::Multi(ids) => joined(ids.iter().map(label).collect()),
        Value::Refs(ids) => {
            let names = ids.iter().filter_map(|id| row_label(charter, id, texts));
            joined(names.collect())
        }
        other => input_text(other),
    }
}

/// Writes an answer into its field, or as new rows into its table, and takes it off the list. False
/// when it has no place; then nothing changes.
pub fn use_reply(
    charter: &mut Charter,
    section: &RowId,
    reply: &RowId,
    texts: &Texts,
    new_id: &mut dyn IdSource,
) -> bool {
    let Some(found) = charter.section_by_id(section) else {
        return false;
    };
    let Some(answer) = found.replies.iter().find(|known| known.id == *reply) else {
        return false;
    };
    if answer.text.is_empty() {
        return false;
    }
    let (text, Some(place)) = (answer.text.clone(), place(found, answer)) else {
        return false;
    };
    let value = |field: &FieldDef| {
        let values = siblings(found, &place)?;
        parse_written(charter, field, values, &text, texts)
    };
    match &place {
        Place::Field(field) => {
            let value = value(field);
            set_field(charter, section, field.id, value);
        }
        Place::Cell(table, row, field) => {
            let value = value(field);
            set_cell(charter, section, table.id, row, field.id, value);
        }
        Place::Rows(table) => {
            for row in paste_rows(charter, table, &text, texts, new_id) {
                insert_row(charter, section, table.id, usize::MAX, row);
            }
        }
    }
    dismiss(charter, section, reply);
    true
}

/// Takes an answer off the list.
pub fn dismiss(charter: &mut Charter, section: &RowId, reply: &RowId) {
    if let Some(section) = charter.section_mut(section) {
        section.replies.retain(|known| known.id != *reply);
    }
}
