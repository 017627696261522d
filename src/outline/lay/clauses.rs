//! Clauses: 第一条 … through the whole document, items （一）（二） under one.
//!
//! A section's sentences are a clause each. Short rows of a table are items of one clause, long
//! ones are clauses; a row with rows under it is one clause with those as its items.

use super::super::build::Builder;
use super::super::number::sub_clause;
use super::super::passage::{Body, Fact, Family, Part, PartBody, Passage, Rows, Saying, Worth};
use super::super::words::{capital_of, flow, merge, span_width, stopped};
use super::super::{Anchor, Content, ListItem, Span};
use super::{names_only, plain_item};
use crate::catalogue::{fill, ui};
use crate::model::Lang;

/// Width of a row that can be an item of a clause, in Latin letters.
const ITEM: usize = 170;
/// Deepest heading of a document in clauses: 节. What is deeper is said by the clauses.
const DEEPEST: u8 = 2;

impl Builder<'_> {
    pub(super) fn lay_clauses(&mut self, passages: Vec<Passage>, under: u8) {
        // A heading over some clauses only would seem to hold for those after them too.
        let headed = under < DEEPEST
            && passages
                .iter()
                .any(|p| p.heading.is_some() && !is_one_clause(&p.body));
        for passage in passages {
            let at = passage.at;
            if let Some(heading) = passage.heading.as_deref().filter(|_| headed) {
                self.heading(under + 1, heading, Some(at.clone()));
            }
            match passage.body {
                Body::Own(said, facts) => self.own_clauses(&at, said, facts),
                Body::Rows(rows) => {
                    self.row_clauses(&at, &passage.name, headed, rows);
                }
                Body::Families(table, families) => {
                    self.table_clause(&at, &passage.name, table);
                    for family in families {
                        self.family_clause(family);
                    }
                }
                Body::Table(blocks) => self.table_clause(&at, &passage.name, blocks),
                Body::Missing(spans) => self.clause(&at, spans, Vec::new()),
            }
        }
    }

    fn own_clauses(&mut self, at: &Anchor, said: Vec<Vec<Span>>, facts: Vec<Fact>) {
        let lang = self.style.lang;
        for sentence in said {
            self.clause(at, stopped(sentence, lang), Vec::new());
        }
        let mut short = Vec::new();
        for fact in facts {
            match fact.value {
                Worth::Short(_) => short.push(self.fact_sentence(fact)),
                Worth::Long(_) => {
                    let spans = self.fact_sentence(fact);
                    self.clause(at, spans, Vec::new());
                }
                Worth::Items(items) => {
                    let lead = self.words(ui::outline::CLAUSE_LEAD, &fact.name);
                    let items = items.into_iter().map(|item| {
                        let spans = stopped(vec![Span::Text(item)], lang);
                        plain_item(Some(at.clone()), spans)
                    });
                    self.clause(at, lead, items.collect());
                }
            }
        }
        if !short.is_empty() {
            self.clause(at, flow(short, lang), Vec::new());
        }
    }

    fn row_clauses(&mut self, at: &Anchor, name: &str, headed: bool, rows: Rows) {
        let lang = self.style.lang;
        if let Some(names) = names_only(&rows, lang) {
            let names: String = names.iter().map(Span::text).collect();
            let text = self.look.texts.get(ui::outline::CLAUSE_NAMES);
            let text = fill(text, &[("name", name), ("names", &names)]);
            return self.clause(at, vec![Span::Text(text)], Vec::new());
        }
        // Under a heading that says their name, short rows are clauses too.
        if !headed && rows.rows.len() > 1 && rows.rows.iter().all(is_item) {
            let lead = self.words(ui::outline::CLAUSE_LEAD, name);
            let items = self.sub_items(rows);
            return self.clause(at, lead, items);
        }
        for row in rows.rows {
            self.clause(&row.at, stopped(row.whole, lang), Vec::new());
        }
    }

    fn family_clause(&mut self, family: Family) {
        let lang = self.style.lang;
        let own = family.own.map(|own| stopped(own.whole, lang));
        let mut parts = family.parts.into_iter();
        let Some(first) = parts.next() else {
            let spans = own.unwrap_or_default();
            return self.clause(&family.at, spans, Vec::new());
        };
        let lead = match &first.body {
            // A single one needs no list.
            PartBody::Rows(rows) if own.is_some() && rows.rows.len() == 1 => {
                vec![Span::Text(capital_of(&self.lead(&first.item)))]
            }
            _ => self.part_lead(&first, own.is_none().then_some(family.name.as_str())),
        };
        let single = own.is_some();
        let mut sentences: Vec<Vec<Span>> = own.into_iter().chain([lead]).collect();
        match first.body {
            PartBody::Rows(Rows { mut rows, .. }) if single && rows.len() == 1 => {
                let row = rows.pop().map(|row| stopped(row.whole, lang));
                sentences.extend(row);
                self.clause(&family.at, joined(sentences, lang), Vec::new());
            }
            PartBody::Rows(rows) => {
                let spans = joined(sentences, lang);
                let items = self.sub_items(rows);
                self.clause(&family.at, spans, items);
            }
            PartBody::Table(blocks) => {
                self.clause(&family.at, joined(sentences, lang), Vec::new());
                self.take_over(blocks);
            }
        }
        for part in parts {
            let lead = self.part_lead(&part, None);
            self.push(Some(family.at.clone()), Content::Paragraph(lead));
            match part.body {
                PartBody::Rows(rows) => {
                    let items = self.sub_items(rows);
                    self.push_list(family.at.clone(), true, items);
                }
                PartBody::Table(blocks) => self.take_over(blocks),
            }
        }
    }

    /// `职责如下：`, with the name of the parent when no sentence has said it.
    fn part_lead(&self, part: &Part, parent: Option<&str>) -> Vec<Span> {
        let name = match self.style.lang {
            Lang::Zh => part.item.clone(),
            Lang::En => part.name.clone(),
        };
        let name = match (parent, self.style.lang) {
            (None, _) => name,
            (Some(parent), Lang::Zh) => format!("{parent}的{name}"),
            (Some(parent), Lang::En) => format!("{parent}, {}", name.to_lowercase()),
        };
        self.words(ui::outline::CLAUSE_LEAD, &name)
    }

    fn table_clause(&mut self, at: &Anchor, name: &str, blocks: Vec<super::super::Block>) {
        if blocks.is_empty() {
            return;
        }
        let lead = self.words(ui::outline::CLAUSE_LEAD, name);
        self.clause(at, lead, Vec::new());
        self.take_over(blocks);
    }

    fn sub_items(&self, rows: Rows) -> Vec<ListItem> {
        let lang = self.style.lang;
        let items = rows.rows.into_iter();
        items
            .map(|row| plain_item(Some(row.at), stopped(row.whole, lang)))
            .collect()
    }

    fn words(&self, text: crate::catalogue::TextId, name: &str) -> Vec<Span> {
        let text = fill(self.look.texts.get(text), &[("name", name)]);
        vec![Span::Text(text)]
    }

    /// One clause with its number; its items are numbered under it.
    fn clause(&mut self, at: &Anchor, spans: Vec<Span>, mut items: Vec<ListItem>) {
        let gap = match self.style.lang {
            Lang::Zh => "\u{3000}",
            Lang::En => " ",
        };
        let mut clause = vec![
            Span::Strong(self.counter.clause()),
            Span::Text(gap.to_owned()),
        ];
        clause.extend(spans);
        self.push(Some(at.clone()), Content::Paragraph(merge(clause)));
        for (index, item) in items.iter_mut().enumerate() {
            item.number = sub_clause(self.numbering, index);
        }
        self.push_list(at.clone(), true, items);
    }
}

/// Sentences and a lead that does not end as one.
fn joined(parts: Vec<Vec<Span>>, lang: Lang) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for part in parts {
        if !out.is_empty() && lang == Lang::En {
            out.push(Span::Text(" ".into()));
        }
        out.extend(part);
    }
    merge(out)
}

fn is_item(row: &Saying) -> bool {
    span_width(&row.whole) <= ITEM
}

fn is_one_clause(body: &Body) -> bool {
    match body {
        Body::Rows(rows) => rows.rows.len() == 1 || rows.rows.iter().all(is_item),
        Body::Own(..) | Body::Table(_) | Body::Missing(_) => true,
        Body::Families(_, families) => families.len() <= 1,
    }
}
