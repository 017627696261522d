//! The open questions of one section, numbered and in plain words.

use crate::catalogue::ids::{charter_header as header, smart_goals::goals};
use crate::catalogue::ui::ask as words;
use crate::catalogue::{self, FieldDef, FieldType, Need, SectionDef, TableDef, Texts, Tier, fill};
use crate::checks::{self, Finding, Severity};
use crate::edit::{candidates, section_title};
use crate::goals::goal_findings;
use crate::model::{Asked, AskedAt, Charter, Row, RowId, Section, Value};
use crate::outline::Say;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The most questions that go out at once: more are not answered.
pub const MOST: usize = 15;
/// Options named in a question.
const OPTIONS: usize = 8;

/// What goes out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// Ready to be pasted into a chat or mail.
    pub text: String,
    /// The questions in it.
    pub questions: Vec<Asked>,
    /// How many did not fit.
    pub left: usize,
}

/// The open questions of a section, without a text when there are none. A question that went out
/// before keeps its number; new ones get numbers that were never given in this section. `texts` are
/// of the reader's language.
pub fn request(charter: &Charter, section: &RowId, texts: &Texts, today: NaiveDate) -> Request {
    let Some(found) = charter.section_by_id(section) else {
        return Request::default();
    };
    let Some(def) = catalogue::section(&found.kind) else {
        return Request::default();
    };
    let say = Say::new(charter, texts);
    let open = Open {
        say: &say,
        texts,
        section: found,
        def,
    };
    let mut all = open.all(today);
    let left = all.len().saturating_sub(MOST);
    all.truncate(MOST);
    let questions = numbered(&found.asked, all);
    let text = match questions.is_empty() {
        true => String::new(),
        false => text(charter, found, texts, &questions, left),
    };
    Request {
        text,
        questions,
        left,
    }
}

fn numbered(before: &[Asked], open: Vec<(AskedAt, String)>) -> Vec<Asked> {
    let mut next = before.iter().map(|asked| asked.number).max().unwrap_or(0);
    let mut questions: Vec<Asked> = open
        .into_iter()
        .map(|(at, question)| {
            let known = before.iter().find(|asked| asked.at == at);
            let number = known.map_or_else(
                || {
                    next = next.saturating_add(1);
                    next
                },
                |asked| asked.number,
            );
            Asked {
                number,
                question,
                at,
                ..Asked::default()
            }
        })
        .collect();
    questions.sort_by_key(|question| question.number);
    questions
}

fn text(
    charter: &Charter,
    section: &Section,
    texts: &Texts,
    questions: &[Asked],
    left: usize,
) -> String {
    let title = charter
        .field(header::ID, header::TITLE)
        .and_then(Value::as_text)
        .map_or("", str::trim);
    let kind = catalogue::kind(&charter.kind).map_or("", |kind| texts.get(kind.name));
    let file = if title.is_empty() { kind } else { title };
    let n = questions.len().to_string();
    let name = section_title(section, texts);
    let values = [("file", file), ("section", name.as_str()), ("n", &n)];
    let mut lines = vec![
        fill(texts.get(words::HEAD), &values),
        texts.get(words::HOW).to_owned(),
        String::new(),
    ];
    for asked in questions {
        lines.push(format!("{}. {}", asked.number, asked.question));
    }
    if left > 0 {
        let left = left.to_string();
        lines.push(String::new());
        lines.push(fill(texts.get(words::LEFT), &[("n", &left)]));
    }
    lines.join("\n")
}

struct Open<'a> {
    say: &'a Say<'a>,
    texts: &'a Texts,
    section: &'a Section,
    def: &'static SectionDef,
}

type Question = (AskedAt, String);

impl Open<'_> {
    /// What contradicts itself, what is missing, what else was found, what would be good to know.
    fn all(&self, today: NaiveDate) -> Vec<Question> {
        let (errors, others) = self.findings(today);
        let mut all = errors;
        all.extend(self.empty(|field| field.need == Need::Required));
        all.extend(others);
        all.extend(self.empty(|field| {
            field.need != Need::Required
                && field.tier == Tier::Core
                && field.kind != FieldType::Bool
        }));
        let mut seen: Vec<AskedAt> = Vec::new();
        all.retain(|(at, _)| {
            let new = !seen.contains(at);
            seen.push(at.clone());
            new
        });
        all
    }

    fn findings(&self, today: NaiveDate) -> (Vec<Question>, Vec<Question>) {
        let charter = self.say.charter();
        let mut found = checks::findings(charter, self.texts, today);
        found.extend(self.goals(today));
        let mine = |finding: &Finding| finding.place.section == self.def.id;
        let (errors, others): (Vec<Finding>, Vec<Finding>) = found
            .into_iter()
            .filter(mine)
            .partition(|finding| finding.severity == Severity::Error);
        let ask = |found: Vec<Finding>| found.into_iter().map(|one| self.wrong(one)).collect();
        (ask(errors), ask(others))
    }

    /// What was found about the goals, with the goal's name, and without what an empty field asks
    /// anyway.
    fn goals(&self, today: NaiveDate) -> Vec<Finding> {
        let found = goal_findings(self.say.charter(), self.texts, today);
        let row = |finding: &Finding| {
            let rows = self.section.rows(goals::TABLE);
            rows.iter()
                .find(|row| Some(&row.id) == finding.place.row.as_ref())
        };
        found
            .into_iter()
            .filter_map(|finding| {
                let row = row(&finding)?;
                let asked = match finding.rule.chars().next() {
                    Some('T') => row.cell(goals::DEADLINE).is_none(),
                    Some('M') => row.cell(goals::TARGET).is_none(),
                    _ => false,
                };
                let name = self.say.name(&row.id);
                let values = [("row", name.as_str()), ("message", &finding.message)];
                let message = fill(self.texts.get(words::ABOUT), &values);
                (!asked).then(|| Finding {
                    message,
                    // What a press would do is no advice to a reader of the message.
                    fixes: Vec::new(),
                    ..finding
                })
            })
            .collect()
    }

    fn wrong(&self, finding: Finding) -> Question {
        let message = finding.message.trim_end_matches(['。', '.']);
        let question = match finding.fixes.first().filter(|fix| !fix.contains('【')) {
            Some(fix) => {
                let fix = fix.trim_end_matches(['。', '.']);
                fill(
                    self.texts.get(words::WRONG_FIX),
                    &[("message", message), ("fix", fix)],
                )
            }
            None => fill(self.texts.get(words::WRONG), &[("message", message)]),
        };
        let at = AskedAt {
            table: finding.place.table.map(str::to_owned),
            row: finding.place.row,
            field: finding.place.field.map(str::to_owned),
            rule: Some(finding.rule.to_owned()),
            ..AskedAt::default()
        };
        (at, question)
    }

    /// Fields of one sort without a value, and, with the required ones, tables with too few rows.
    fn empty(&self, sort: impl Fn(&FieldDef) -> bool) -> Vec<Question> {
        let backing = catalogue::profile(&self.say.charter().profile)
            .is_some_and(|(_, profile)| profile.backing.contains(&self.def.id));
        let mut all = Vec::new();
        if !backing {
            let fields = self
                .def
                .fields
                .iter()
                .filter(|field| sort(field) && !field.hidden);
            for field in fields {
                if is_empty(&self.section.fields, field) {
                    let what = self.texts.get(field.name).to_owned();
                    let at = at(None, None, Some(field.id));
                    all.push((at, self.question(field, &what, &self.section.fields)));
                }
            }
        }
        for table in self.def.tables.iter().filter(|table| !table.log) {
            let rows = self
                .section
                .rows(table.id)
                .iter()
                .filter(|row| !row.is_blank());
            let rows: Vec<&Row> = rows.collect();
            let few = rows.len() < usize::from(table.min_rows) && !backing;
            if few && table.columns.iter().any(&sort) && self.asks_for_rows(&sort) {
                all.push((
                    at(Some(table.id), None, None),
                    self.more_rows(table, rows.len()),
                ));
            }
            for (index, row) in rows.iter().enumerate() {
                let columns = table
                    .columns
                    .iter()
                    .filter(|column| sort(column) && !column.hidden);
                for column in columns {
                    if is_empty(&row.cells, column) {
                        let what = self.what(table, row, index, column);
                        let at = at(Some(table.id), Some(&row.id), Some(column.id));
                        all.push((at, self.question(column, &what, &row.cells)));
                    }
                }
            }
        }
        all
    }

    /// Too few rows are missing with the required fields, not once more with the others.
    fn asks_for_rows(&self, sort: &impl Fn(&FieldDef) -> bool) -> bool {
        self.def
            .tables
            .iter()
            .flat_map(|table| table.columns)
            .any(|column| column.need == Need::Required && sort(column))
    }

    fn more_rows(&self, table: &TableDef, there: usize) -> String {
        let name = self.texts.get(table.name);
        let (n, m) = (table.min_rows.to_string(), there.to_string());
        let values = [("table", name), ("n", &n), ("m", &m)];
        fill(self.texts.get(words::ROWS), &values)
    }

    fn what(&self, table: &TableDef, row: &Row, index: usize, column: &FieldDef) -> String {
        let field = self.texts.get(column.name);
        let name = self.say.name(&row.id);
        if name.is_empty() {
            let (item, n) = (self.texts.get(table.item), (index + 1).to_string());
            let values = [("field", field), ("item", item), ("n", &n)];
            return fill(self.texts.get(words::OF_NUMBER), &values);
        }
        fill(
            self.texts.get(words::OF_ROW),
            &[("field", field), ("row", &name)],
        )
    }

    fn question(&self, field: &FieldDef, what: &str, siblings: &BTreeMap<String, Value>) -> String {
        let options = self.options(field);
        let unit = self.unit(field, siblings);
        let help = self.texts.get(field.help);
        let pattern = match field.kind {
            FieldType::Text | FieldType::Longtext | FieldType::Formula | FieldType::Bool => {
                words::TEXT
            }
            FieldType::List => words::LIST,
            FieldType::Int
            | FieldType::Number
            | FieldType::Percent
            | FieldType::Money
            | FieldType::Duration
                if unit.is_empty() =>
            {
                words::NUMBER
            }
            FieldType::Int
            | FieldType::Number
            | FieldType::Percent
            | FieldType::Money
            | FieldType::Duration => words::NUMBER_UNIT,
            FieldType::Range => words::RANGE,
            FieldType::Date => words::DATE,
            FieldType::Time => words::TIME,
            FieldType::Period => words::PERIOD,
            FieldType::Letters => words::LETTERS,
            FieldType::Enum | FieldType::Multi | FieldType::Ref | FieldType::Refs => {
                let who = field.to.contains(&"role");
                match (who, options.is_empty()) {
                    (true, true) => words::WHO,
                    (true, false) => words::WHO_OF,
                    (false, true) => words::WHICH,
                    (false, false) => words::WHICH_OF,
                }
            }
        };
        let values = [
            ("what", what),
            ("help", help),
            ("unit", &unit),
            ("options", &options),
        ];
        fill(self.texts.get(pattern), &values).trim_end().to_owned()
    }

    fn options(&self, field: &FieldDef) -> String {
        let labels: Vec<String> = match field.kind {
            FieldType::Enum | FieldType::Multi => {
                let labels = field.options.iter();
                labels
                    .map(|option| self.texts.get(option.label).to_owned())
                    .collect()
            }
            FieldType::Ref | FieldType::Refs => {
                let found = candidates(self.say.charter(), field, self.texts);
                found.into_iter().map(|found| found.label).collect()
            }
            _ => Vec::new(),
        };
        // A long list is no help, and half a list misleads.
        if labels.len() > OPTIONS {
            return String::new();
        }
        self.say.join(labels)
    }

    fn unit(&self, field: &FieldDef, siblings: &BTreeMap<String, Value>) -> String {
        let id = match field.unit_from.and_then(|from| siblings.get(from)) {
            Some(Value::Enum(id)) => id.as_str(),
            Some(Value::Text(own)) => own.trim(),
            _ => field.unit.unwrap_or_default(),
        };
        catalogue::unit_label(id)
            .map_or_else(|| id.to_owned(), |label| self.texts.get(label).to_owned())
    }
}

fn is_empty(values: &BTreeMap<String, Value>, field: &FieldDef) -> bool {
    values.get(field.id).is_none_or(Value::is_empty)
}

fn at(table: Option<&str>, row: Option<&RowId>, field: Option<&str>) -> AskedAt {
    AskedAt {
        table: table.map(str::to_owned),
        row: row.cloned(),
        field: field.map(str::to_owned),
        ..AskedAt::default()
    }
}
