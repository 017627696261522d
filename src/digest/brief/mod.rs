//! The one page for the boss: goals, KPIs, who is accountable, risks, next review.
//!
//! Counts are bounded and texts are cut, so that it stays on one page; what does not fit is said
//! to be in the full document.

mod cut;
mod people;

use super::facts::{Aim, Facts};
use crate::catalogue::ids::{kpi_dictionary::kpis, purpose_scope};
use crate::catalogue::ui::{digest::brief as words, outline as marks};
use crate::catalogue::{TextId, Texts, fill};
use crate::model::{Charter, Lang};
use crate::outline::{self, Block, Content, Document, MissingParts, Options, Span, TableLine};
use cut::{cut, first_sentence};

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
            Lang::Zh => "：",
            Lang::En => ": ",
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
}

fn way(goal: &Aim) -> String {
    match (goal.from.is_empty(), goal.to.is_empty()) {
        (false, false) => format!("{} → {}", cut(&goal.from, FIGURE), cut(&goal.to, FIGURE)),
        (true, false) => cut(&goal.to, FIGURE),
        _ => String::new(),
    }
}
