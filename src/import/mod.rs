//! Pasted text becomes a charter: each line is taken for something, the user can say otherwise,
//! and no line is lost. The reader for whole documents will stand beside this one.

use crate::catalogue::{self, Texts, ids};
use crate::edit::{self, add_row, insert_row, new_charter, paste_rows, set_cell, split_lines};
use crate::goals::fill_from_sentence;
use crate::model::{Charter, IdSource, Lang, TrayItem, UnknownFields, Value};
use crate::smart::find_goals;
use chrono::NaiveDate;
use ids::{roles_duties, smart_goals};

/// A line of the text and what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Piece {
    /// The words, without list marks.
    pub text: String,
    /// What it seems to be.
    pub guess: Guess,
}

/// What a line can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Guess {
    /// A goal.
    Goal,
    /// A duty, with its role in front or without.
    Duty,
    /// A heading or a lead-in: kept in the tray, of no use as a row.
    Heading,
    /// Kept for later.
    Tray,
}

impl Guess {
    const ALL: [(Guess, &'static str); 4] = [
        (Guess::Goal, "goal"),
        (Guess::Duty, "duty"),
        (Guess::Heading, "heading"),
        (Guess::Tray, "tray"),
    ];

    /// A short name for forms.
    pub fn id(self) -> &'static str {
        Guess::ALL
            .iter()
            .find(|(guess, _)| *guess == self)
            .map_or("", |(_, id)| id)
    }

    /// The guess with this name.
    pub fn from_id(id: &str) -> Option<Guess> {
        Guess::ALL
            .iter()
            .find(|(_, name)| *name == id)
            .map(|(guess, _)| *guess)
    }
}

/// Every line of the text that holds something, in order.
pub fn pieces(text: &str, today: NaiveDate) -> Vec<Piece> {
    let mut found = Vec::new();
    for raw in text.lines() {
        let heading = raw.trim_start().starts_with('#');
        for line in split_lines(raw) {
            let plain = unmark(line);
            if plain.is_empty() {
                continue;
            }
            let guess = if heading {
                Guess::Heading
            } else {
                guess(&plain, today)
            };
            found.push(Piece { text: plain, guess });
        }
    }
    found
}

/// Takes Markdown's signs off a line.
fn unmark(line: &str) -> String {
    line.trim_start_matches('#')
        .replace("**", "")
        .replace("__", "")
        .trim()
        .to_owned()
}

/// Words that begin a duty.
const DUTY_VERBS: [&str; 32] = [
    "负责",
    "制定",
    "编制",
    "组织",
    "策划",
    "监控",
    "跟踪",
    "分析",
    "维护",
    "处理",
    "审核",
    "协调",
    "执行",
    "管理",
    "收集",
    "整理",
    "汇总",
    "对接",
    "培训",
    "检查",
    "优化",
    "输出",
    "manage",
    "prepare",
    "review",
    "monitor",
    "handle",
    "coordinate",
    "maintain",
    "plan",
    "own",
    "run",
];

fn guess(line: &str, today: NaiveDate) -> Guess {
    let length = line.chars().count();
    if line.ends_with(['：', ':']) || length < 5 {
        return Guess::Heading;
    }
    if find_goals(line, None, today)
        .iter()
        .any(|goal| goal.text.chars().count() * 2 > length)
    {
        return Guess::Goal;
    }
    let body = line
        .split_once(['：', ':'])
        .map_or(line, |(_, rest)| rest)
        .trim();
    let lower = body.to_lowercase();
    let begins = |verb: &str| {
        lower
            .strip_prefix(verb)
            .is_some_and(|rest| !verb.is_ascii() || rest.starts_with(' ') || rest.starts_with("s "))
    };
    if length <= 120 && DUTY_VERBS.iter().any(|verb| begins(verb)) {
        return Guess::Duty;
    }
    Guess::Tray
}

/// A new charter from the pieces: goals and duties as rows, everything else in the tray.
pub fn charter_from(
    pieces: &[Piece],
    lang: Lang,
    today: NaiveDate,
    texts: &Texts,
    new_id: &mut dyn IdSource,
) -> Charter {
    let mut charter = new_charter("duties_core", lang, today, new_id);
    let goals = edit::add_section(&mut charter, smart_goals::ID, new_id);
    let duties = edit::add_section(&mut charter, roles_duties::ID, new_id);
    let duty_table = catalogue::section(roles_duties::ID)
        .and_then(|section| section.table(roles_duties::duties::TABLE));
    for piece in pieces {
        match (piece.guess, duty_table) {
            (Guess::Goal, _) => {
                let table = smart_goals::goals::TABLE;
                let row = add_row(&mut charter, &goals, table, new_id);
                let value = Some(Value::Text(piece.text.clone()));
                set_cell(
                    &mut charter,
                    &goals,
                    table,
                    &row,
                    smart_goals::goals::STATEMENT,
                    value,
                );
                fill_from_sentence(&mut charter, &goals, &row, today, new_id);
            }
            (Guess::Duty, Some(table)) => {
                for row in paste_rows(&mut charter, table, &piece.text, texts, new_id) {
                    insert_row(&mut charter, &duties, table.id, usize::MAX, row);
                }
            }
            _ => charter.tray.push(TrayItem {
                id: new_id.next_id(),
                text: piece.text.clone(),
                unknown: UnknownFields::new(),
            }),
        }
    }
    charter
}
