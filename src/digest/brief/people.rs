//! The lower half of the one page: who is accountable, risks, next review.

use super::super::facts::number;
use super::cut::cut;
use super::{LONG, MEETINGS, NAME, OWNER, Page, RISKS, ROLES, THING, THINGS, words};
use crate::catalogue::fill;
use crate::catalogue::ids::{
    charter_header as header,
    meeting_cadence::{self, meetings},
    raci_matrix::{self, activities},
    risk_register::{self, risks},
    roles_duties::{self, duties},
};
use crate::model::{Lang, Row, RowId, Value};
use crate::outline::{Content, Span};

impl Page<'_> {
    /// By role, the one with the most first.
    pub(super) fn accountable(&mut self) {
        let lettered = self.things(
            raci_matrix::ID,
            activities::TABLE,
            activities::ACTIVITY,
            |row| match row.cell(activities::CELLS) {
                Some(Value::Letters(map)) => map
                    .iter()
                    .filter(|(_, letters)| letters.contains('A'))
                    .map(|(id, _)| id.clone())
                    .collect(),
                _ => Vec::new(),
            },
        );
        let (title, mut all) = if lettered.is_empty() {
            let by_duty = self.things(roles_duties::ID, duties::TABLE, duties::DUTY, |row| {
                row.cell(duties::ROLE)
                    .map(Value::refs)
                    .unwrap_or_default()
                    .to_vec()
            });
            (words::DUTIES, by_duty)
        } else {
            (words::ACCOUNTABLE, lettered)
        };
        all.sort_by_key(|(_, things)| std::cmp::Reverse(things.len()));
        let rows = all
            .iter()
            .map(|(role, things)| {
                let named = things.iter().take(THINGS).map(|thing| cut(thing, THING));
                let names = self.facts.say.join(named);
                let said = match things.len() > THINGS {
                    true => {
                        let n = things.len().to_string();
                        let values = [("names", names.as_str()), ("n", &n)];
                        fill(self.text(words::AND_MORE), &values)
                    }
                    false => names,
                };
                vec![self.span(role, words::ROLE, OWNER), vec![Span::Text(said)]]
            })
            .collect();
        self.table(title, &[words::ROLE, words::THINGS], rows, ROLES);
    }

    /// What the rows of a table are called, by the roles that `whose` names.
    fn things(
        &self,
        section: &str,
        table: &str,
        column: &str,
        whose: impl Fn(&Row) -> Vec<RowId>,
    ) -> Vec<(String, Vec<String>)> {
        let rows = self.facts.say.rows(section, table);
        let roles = self.facts.roles().into_iter();
        roles
            .map(|(id, name)| {
                let mine = rows.iter().filter(|row| whose(row).contains(&id));
                let things = mine.map(|row| row.text(column).to_owned());
                (
                    name,
                    things.filter(|thing| !thing.is_empty()).collect::<Vec<_>>(),
                )
            })
            .filter(|(_, things)| !things.is_empty())
            .collect()
    }

    /// By score, the highest first.
    pub(super) fn risks(&mut self) {
        let score = |row: &Row| {
            let product = || {
                let of = |column| number(row.cell(column));
                Some(of(risks::PROBABILITY)? * of(risks::IMPACT)?)
            };
            number(row.cell(risks::SCORE)).or_else(product)
        };
        let mut all = self.facts.say.rows(risk_register::ID, risks::TABLE);
        // A register that nobody has begun is no gap of the summary.
        if all.is_empty() {
            return;
        }
        all.sort_by(|a, b| score(b).unwrap_or(0.0).total_cmp(&score(a).unwrap_or(0.0)));
        let cell = |row: &Row, column| {
            self.facts
                .say
                .cell(risk_register::ID, risks::TABLE, row, column)
        };
        let rows = all
            .iter()
            .map(|row| {
                let points = score(row)
                    .map(|score| format!("{score}"))
                    .unwrap_or_default();
                let colon = match self.facts.lang() {
                    Lang::Zh => "：",
                    Lang::En => ": ",
                };
                let response = [cell(row, risks::STRATEGY), cell(row, risks::MEASURE)];
                let response: Vec<String> = response
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect();
                vec![
                    self.span(&cell(row, risks::RISK), words::RISK, LONG),
                    self.plain(&points),
                    self.span(&response.join(colon), words::RESPONSE, LONG),
                    self.span(&cell(row, risks::OWNER), words::OWNER, OWNER),
                ]
            })
            .collect();
        let head = [words::RISK, words::SCORE, words::RESPONSE, words::OWNER];
        self.table(words::RISKS, &head, rows, RISKS);
    }

    pub(super) fn review(&mut self) {
        let next = match self.facts.say.field(header::ID, header::NEXT_REVIEW) {
            day if day.is_empty() => match self.facts.say.field(header::ID, header::REVIEW_CYCLE) {
                cycle if cycle.is_empty() => cycle,
                cycle => fill(self.text(words::REVIEW_CYCLE), &[("cycle", &cycle)]),
            },
            day => day,
        };
        let mut pairs = vec![(
            words::NEXT_REVIEW,
            self.span(&next, words::NEXT_REVIEW, LONG),
        )];
        let meetings = self.meetings();
        if !meetings.is_empty() {
            pairs.push((words::MEETINGS, vec![Span::Text(meetings)]));
        }
        let version = self.facts.say.field(header::ID, header::VERSION);
        if !version.is_empty() {
            pairs.push((words::IN_FORCE, vec![Span::Text(cut(&version, NAME))]));
        }
        let pairs: Vec<(String, Vec<Span>)> = pairs
            .into_iter()
            .filter(|(_, spans)| !spans.is_empty())
            .map(|(name, spans)| (self.text(name).to_owned(), spans))
            .collect();
        if !pairs.is_empty() {
            self.heading(words::NEXT);
            self.push(Content::KeyValues(pairs));
        }
    }

    fn meetings(&self) -> String {
        let rows = self.facts.say.rows(meeting_cadence::ID, meetings::TABLE);
        let cell = |row: &Row, column| {
            self.facts
                .say
                .cell(meeting_cadence::ID, meetings::TABLE, row, column)
        };
        let named: Vec<String> = rows
            .iter()
            .filter(|row| !row.text(meetings::NAME).is_empty())
            .map(|row| {
                let when = [meetings::FREQUENCY, meetings::WEEKDAY, meetings::TIME]
                    .map(|column| cell(row, column));
                let when: Vec<String> = when.into_iter().filter(|part| !part.is_empty()).collect();
                let name = cut(row.text(meetings::NAME), THING);
                match when.is_empty() {
                    true => name,
                    false => {
                        let values = [("name", name.as_str()), ("when", &when.join(" "))];
                        fill(self.text(words::MEETING), &values)
                    }
                }
            })
            .collect();
        let shown = self.facts.say.join(named.iter().take(MEETINGS).cloned());
        match named.len() > MEETINGS {
            true => {
                let n = named.len().to_string();
                fill(
                    self.text(words::MEETINGS_MORE),
                    &[("names", &shown), ("n", &n)],
                )
            }
            false => shown,
        }
    }
}
