//! What was filled in, as far as drafts and the one page speak of it.

use crate::catalogue::ids::{
    charter_header as header, kpi_dictionary, kpi_dictionary::kpis, roles_duties, smart_goals,
    smart_goals::goals,
};
use crate::catalogue::{TextId, Texts, fill};
use crate::model::{Charter, Lang, Row, RowId, Value};
use crate::outline::Say;
use chrono::NaiveDate;

/// A goal or a KPI: where it stands and where it is to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Aim {
    /// The row.
    pub(super) row: RowId,
    /// The KPI of a goal.
    pub(super) kpi: Option<RowId>,
    /// What is measured, or the goal's sentence.
    pub(super) name: String,
    /// The figure today.
    pub(super) from: String,
    /// The figure to reach.
    pub(super) to: String,
    /// Its last day.
    pub(super) by: Option<NaiveDate>,
    /// Who answers for it.
    pub(super) owner: String,
    /// How far it has to go, relative to the larger of the two figures.
    pub(super) gap: Option<f64>,
}

/// Reads the charter.
pub(super) struct Facts<'a> {
    pub(super) say: Say<'a>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(charter: &'a Charter, texts: &'a Texts) -> Facts<'a> {
        Facts {
            say: Say::new(charter, texts),
        }
    }

    pub(super) fn lang(&self) -> Lang {
        self.say.texts().lang()
    }

    /// The team, or else the organisation.
    pub(super) fn team(&self) -> String {
        let team = self.say.field(header::ID, header::TEAM_NAME);
        match team.is_empty() {
            true => self.say.field(header::ID, header::ORG_NAME),
            false => team,
        }
    }

    /// The goals that have a name, in their order.
    pub(super) fn goals(&self) -> Vec<Aim> {
        let rows = self.say.rows(smart_goals::ID, goals::TABLE);
        let aims = rows.into_iter().map(|row| self.goal(row));
        aims.filter(|aim| !aim.name.is_empty()).collect()
    }

    fn goal(&self, row: &'a Row) -> Aim {
        let kpi = self.linked(row, goals::KPI);
        let own = |column: &str| self.say.cell(smart_goals::ID, goals::TABLE, row, column);
        // A figure of its own KPI stands for one that the goal does not repeat.
        let figure = |column: &str, of_kpi: &str| match (own(column), kpi) {
            (text, Some(kpi)) if text.is_empty() => self.kpi_cell(kpi, of_kpi),
            (text, _) => text,
        };
        let number = |column: &str, of_kpi: &str| {
            number(row.cell(column)).or_else(|| number(kpi?.cell(of_kpi)))
        };
        let metric = own(goals::METRIC);
        let name = match metric.is_empty() {
            true => self.say.name(&row.id),
            false => metric,
        };
        Aim {
            row: row.id.clone(),
            kpi: kpi.map(|kpi| kpi.id.clone()),
            name,
            from: figure(goals::BASELINE, kpis::BASELINE),
            to: figure(goals::TARGET, kpis::TARGET),
            by: date(row.cell(goals::DEADLINE)),
            owner: own(goals::OWNER),
            gap: gap(
                number(goals::BASELINE, kpis::BASELINE),
                number(goals::TARGET, kpis::TARGET),
            ),
        }
    }

    /// The KPIs that have a name, in their order.
    pub(super) fn kpis(&self) -> Vec<Aim> {
        let rows = self.say.rows(kpi_dictionary::ID, kpis::TABLE);
        rows.into_iter()
            .filter(|row| !row.text(kpis::NAME).is_empty())
            .map(|row| Aim {
                row: row.id.clone(),
                kpi: None,
                name: row.text(kpis::NAME).to_owned(),
                from: self.kpi_cell(row, kpis::BASELINE),
                to: self.kpi_cell(row, kpis::TARGET),
                by: None,
                owner: self.kpi_cell(row, kpis::OWNER),
                gap: gap(
                    number(row.cell(kpis::BASELINE)),
                    number(row.cell(kpis::TARGET)),
                ),
            })
            .collect()
    }

    pub(super) fn kpi_cell(&self, row: &Row, column: &str) -> String {
        self.say.cell(kpi_dictionary::ID, kpis::TABLE, row, column)
    }

    /// The roles that have a name.
    pub(super) fn roles(&self) -> Vec<(RowId, String)> {
        use roles_duties::roles;
        let rows = self.say.rows(roles_duties::ID, roles::TABLE);
        rows.into_iter()
            .map(|row| (row.id.clone(), row.text(roles::NAME).to_owned()))
            .filter(|(_, name)| !name.is_empty())
            .collect()
    }

    /// The row that a cell refers to first.
    pub(super) fn linked(&self, row: &Row, column: &str) -> Option<&'a Row> {
        let id = row.cell(column)?.refs().first()?;
        let (_, _, row) = self.say.charter().find_row(id)?;
        Some(row)
    }
}

/// The goal or KPI with the farthest way to go; of equals the first.
pub(super) fn farthest(aims: &[Aim]) -> Option<&Aim> {
    let mut best: Option<(&Aim, f64)> = None;
    for aim in aims {
        if let Some(gap) = aim.gap.filter(|gap| *gap > 0.0)
            && !aim.from.is_empty()
            && !aim.to.is_empty()
            && best.is_none_or(|(_, most)| gap > most)
        {
            best = Some((aim, gap));
        }
    }
    best.map(|(aim, _)| aim)
}

pub(super) fn number(value: Option<&Value>) -> Option<f64> {
    match value? {
        Value::Number(amount) => Some(amount.value).filter(|value| value.is_finite()),
        _ => None,
    }
}

pub(super) fn date(value: Option<&Value>) -> Option<NaiveDate> {
    match value? {
        Value::Date(day) => Some(*day),
        _ => None,
    }
}

fn gap(from: Option<f64>, to: Option<f64>) -> Option<f64> {
    let (from, to) = (from?, to?);
    let larger = from.abs().max(to.abs());
    (larger > 0.0).then(|| (to - from).abs() / larger)
}

/// Writes words with facts in them and remembers the facts.
pub(super) struct Pen<'a> {
    texts: &'a Texts,
    facts: String,
}

impl<'a> Pen<'a> {
    pub(super) fn new(texts: &'a Texts) -> Pen<'a> {
        Pen {
            texts,
            facts: String::new(),
        }
    }

    /// A text with facts in its places.
    pub(super) fn fill(&mut self, id: TextId, values: &[(&str, &str)]) -> String {
        for (_, value) in values {
            self.fact(value);
        }
        self.tidy(&fill(self.texts.get(id), values))
    }

    /// The same for a number of things: a text for one and a text for several are divided by a bar.
    pub(super) fn count(&mut self, id: TextId, n: usize, more: &[(&str, &str)]) -> String {
        let figure = n.to_string();
        self.fact(&figure);
        for (_, value) in more {
            self.fact(value);
        }
        let text = self.texts.get(id);
        let text = match text.split_once('|') {
            Some((one, several)) => {
                if n == 1 {
                    one
                } else {
                    several
                }
            }
            None => text,
        };
        let mut values = vec![("n", figure.as_str())];
        values.extend(more);
        self.tidy(&fill(text, &values))
    }

    /// In Chinese, a space before a figure that follows a character, and none between characters.
    fn tidy(&self, text: &str) -> String {
        if self.texts.lang() != Lang::Zh {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let before = out.chars().next_back();
            if c == ' ' && before.is_some_and(is_wide) && chars.peek().copied().is_some_and(is_wide)
            {
                continue;
            }
            if c.is_ascii_digit() && before.is_some_and(is_han) {
                out.push(' ');
            }
            out.push(c);
        }
        out
    }

    /// A fact that stands in the text as it is.
    pub(super) fn fact(&mut self, value: &str) {
        self.facts.push_str(value);
        self.facts.push('\u{1f}');
    }

    /// A fingerprint of all facts so far.
    pub(super) fn fingerprint(&self) -> String {
        let hash = self
            .facts
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        format!("{hash:016x}")
    }
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

/// A Chinese character or mark, which carries its own space.
fn is_wide(c: char) -> bool {
    is_han(c) || "，。；：、（）“”".contains(c)
}

/// In English, a sentence begins with a capital.
pub(super) fn sentence(text: String, lang: Lang) -> String {
    let mut chars = text.chars();
    match (lang, chars.next()) {
        (Lang::En, Some(first)) => first.to_uppercase().chain(chars).collect(),
        _ => text,
    }
}
