//! The one page for the boss: goals, KPIs, who is accountable, risks, next review.
//!
//! Counts are bounded and texts are cut, so that it stays on one page; what does not fit is said
//! to be in the full document.

use super::facts::{Aim, Facts, number};
use crate::catalogue::ids::{
    charter_header as header,
    kpi_dictionary::kpis,
    meeting_cadence::{self, meetings},
    purpose_scope,
    raci_matrix::{self, activities},
    risk_register::{self, risks},
    roles_duties::{self, duties},
};
use crate::catalogue::ui::{digest::brief as words, outline as marks};
use crate::catalogue::{TextId, Texts, fill};
use crate::model::{Charter, Row, RowId, Value};
use crate::outline::{self, Block, Content, Document, MissingParts, Options, Span, TableLine};

/// The most rows of each table.
const GOALS: usize = 5;
const KPIS: usize = 5;
const ROLES: usize = 5;
const RISKS: usize = 3;
const MEETINGS: usize = 3;
/// The most things named for one role.
const THINGS: usize = 3;
/// Widths in Latin letters: of a name, of who owns it, of a figure, of one thing among several, of
/// a longer text, of the purpose.
const NAME: usize = 32;
const OWNER: usize = 24;
const FIGURE: usize = 20;
const THING: usize = 28;
const LONG: usize = 56;
const PURPOSE: usize = 200;
const TITLE: usize = 80;

/// The summary of a charter. `texts` are of the charter's language.
pub fn brief(charter: &Charter, texts: &Texts, options: &Options) -> Document {
    let full = outline::build(charter, texts, options);
    let mut page = Page {
        facts: Facts::new(charter, texts),
        missing: options.missing,
        blocks: Vec::new(),
    };
    page.purpose();
    page.goals();
    page.kpis();
    page.accountable();
    page.risks();
    page.review();
    Document {
        lang: full.lang,
        title: fill(
            texts.get(words::TITLE),
            &[("title", &cut(&full.title, TITLE))],
        ),
        cover: Vec::new(),
        draft_mark: full.draft_mark,
        blocks: page.blocks,
        compact: true,
    }
}

struct Page<'a> {
    facts: Facts<'a>,
    missing: MissingParts,
    blocks: Vec<Block>,
}

impl<'a> Page<'a> {
    fn text(&self, id: TextId) -> &'a str {
        self.facts.say.texts().get(id)
    }

    fn push(&mut self, content: Content) {
        self.blocks.push(Block { at: None, content });
    }

    fn heading(&mut self, id: TextId) {
        let text = self.text(id).to_owned();
        self.push(Content::Heading {
            level: 1,
            number: String::new(),
            text,
        });
    }

    /// The text, or what stands for one that is not filled in.
    fn span(&self, text: &str, name: TextId, most: usize) -> Vec<Span> {
        if !text.is_empty() {
            return vec![Span::Text(cut(text, most))];
        }
        self.gap(name).into_iter().collect()
    }

    fn gap(&self, name: TextId) -> Option<Span> {
        match self.missing {
            MissingParts::Mark => {
                let mark = fill(self.text(marks::MISSING), &[("name", self.text(name))]);
                Some(Span::Missing(mark))
            }
            MissingParts::Blank => Some(Span::Missing("____".to_owned())),
            MissingParts::Omit => None,
        }
    }

    /// A heading with a table of at most `most` rows; a mark where there is none.
    fn table(&mut self, title: TextId, head: &[TextId], rows: Vec<Vec<Vec<Span>>>, most: usize) {
        if rows.is_empty() {
            if let Some(gap) = self.gap(title) {
                self.heading(title);
                self.push(Content::Paragraph(vec![gap]));
            }
            return;
        }
        self.heading(title);
        let head = head.iter().map(|id| self.text(*id).to_owned()).collect();
        let left = rows.len().saturating_sub(most);
        let line = |cells| TableLine {
            at: None,
            cells,
            said: Vec::new(),
        };
        let rows = rows.into_iter().take(most).map(line).collect();
        self.push(Content::Table {
            caption: String::new(),
            head,
            rows,
        });
        if left > 0 {
            let more = fill(self.text(words::MORE), &[("n", &left.to_string())]);
            self.push(Content::Paragraph(vec![Span::Text(more)]));
        }
    }

    fn purpose(&mut self) {
        let text = self
            .facts
            .say
            .field(purpose_scope::ID, purpose_scope::PURPOSE);
        let first = first_sentence(&text);
        let colon = match self.facts.lang() {
            crate::model::Lang::Zh => "：",
            crate::model::Lang::En => ": ",
        };
        let lead = Span::Strong(format!("{}{colon}", self.text(words::PURPOSE)));
        if !first.is_empty() {
            let text = Span::Text(cut(first, PURPOSE));
            self.push(Content::Paragraph(vec![lead, text]));
        } else if let Some(gap) = self.gap(words::PURPOSE) {
            self.push(Content::Paragraph(vec![lead, gap]));
        }
    }

    fn goals(&mut self) {
        let rows = self
            .facts
            .goals()
            .iter()
            .map(|goal| {
                let by = goal
                    .by
                    .map(|day| self.facts.say.date(day))
                    .unwrap_or_default();
                vec![
                    self.span(&goal.name, words::GOAL, NAME),
                    self.span(&way(goal), words::TARGET, LONG),
                    self.span(&by, words::BY, OWNER),
                    self.span(&goal.owner, words::OWNER, OWNER),
                ]
            })
            .collect();
        let head = [words::GOAL, words::FROM_TO, words::BY, words::OWNER];
        self.table(words::GOALS, &head, rows, GOALS);
    }

    /// The KPIs of the goals first, then those with the farthest way to go.
    fn kpis(&mut self) {
        let goals = self.facts.goals();
        let mut all = self.facts.kpis();
        let of_goal = |kpi: &Aim| goals.iter().any(|goal| goal.kpi.as_ref() == Some(&kpi.row));
        all.sort_by(|a, b| {
            let gap = |kpi: &Aim| kpi.gap.unwrap_or(0.0);
            of_goal(b).cmp(&of_goal(a)).then(gap(b).total_cmp(&gap(a)))
        });
        let rows = all
            .iter()
            .map(|kpi| {
                vec![
                    self.span(&kpi.name, words::KPI, NAME),
                    self.plain(&kpi.from),
                    self.span(&kpi.to, words::TARGET, FIGURE),
                    self.plain(&self.alert_lines(kpi)),
                ]
            })
            .collect();
        let head = [words::KPI, words::BASELINE, words::TARGET, words::LINES];
        self.table(words::KPIS, &head, rows, KPIS);
    }

    fn plain(&self, text: &str) -> Vec<Span> {
        vec![Span::Text(if text.is_empty() {
            "–".to_owned()
        } else {
            cut(text, 2 * FIGURE)
        })]
    }

    fn alert_lines(&self, kpi: &Aim) -> String {
        let Some((_, _, row)) = self.facts.say.charter().find_row(&kpi.row) else {
            return String::new();
        };
        let line = |column: &str| match self.facts.kpi_cell(row, column) {
            text if text.is_empty() => "–".to_owned(),
            text => cut(&text, FIGURE),
        };
        let (yellow, red) = (line(kpis::YELLOW), line(kpis::RED));
        match (yellow.as_str(), red.as_str()) {
            ("–", "–") => String::new(),
            _ => format!("{yellow} / {red}"),
        }
    }

    /// By role, the one with the most first.
    fn accountable(&mut self) {
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
    fn risks(&mut self) {
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
                    crate::model::Lang::Zh => "：",
                    crate::model::Lang::En => ": ",
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

    fn review(&mut self) {
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

fn way(goal: &Aim) -> String {
    match (goal.from.is_empty(), goal.to.is_empty()) {
        (false, false) => format!("{} → {}", cut(&goal.from, FIGURE), cut(&goal.to, FIGURE)),
        (true, false) => cut(&goal.to, FIGURE),
        _ => String::new(),
    }
}

fn first_sentence(text: &str) -> &str {
    let line = text.trim().lines().next().unwrap_or_default().trim();
    let end = line.char_indices().find(|(at, c)| {
        let next = line
            .get(at + c.len_utf8()..)
            .and_then(|rest| rest.chars().next());
        *c == '。' || (*c == '.' && next.is_none_or(char::is_whitespace))
    });
    end.and_then(|(at, c)| line.get(..at + c.len_utf8()))
        .unwrap_or(line)
}

/// A text of at most this width; a Chinese character is as wide as two Latin letters.
fn cut(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let wide = |c: char| if c.is_ascii() { 1 } else { 2 };
    if line.chars().map(wide).sum::<usize>() <= most {
        return line;
    }
    let mut room = most.saturating_sub(2);
    let kept = line.chars().take_while(|c| {
        let fits = wide(*c) <= room;
        room = room.saturating_sub(wide(*c));
        fits
    });
    let kept: String = kept.collect();
    // Latin words are not cut in two.
    let kept = match kept.rsplit_once(' ') {
        Some((head, tail)) if tail.is_ascii() && head.len() > kept.len() / 2 => head.to_owned(),
        _ => kept,
    };
    format!("{}…", kept.trim_end())
}
