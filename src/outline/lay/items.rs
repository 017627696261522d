//! Item: description. A name in bold, a colon, and what there is to say about it, each in a
//! paragraph.

use super::super::build::Builder;
use super::super::number::item;
use super::super::passage::{Fact, Rows, Saying, Worth};
use super::super::words::{colon, flow, span_width, stopped};
use super::super::{Anchor, ListItem, Span};
use super::{FLOW, names_only, plain_item};

impl Builder<'_> {
    pub(super) fn own_items(&mut self, at: &Anchor, said: Vec<Vec<Span>>, facts: Vec<Fact>) {
        let lang = self.style.lang;
        self.paragraph(at, flow(said, lang));
        for fact in facts {
            let one_line = match &fact.value {
                Worth::Short(_) => true,
                Worth::Long(_) => false,
                Worth::Items(items) => {
                    let all = vec![Span::Text(items.concat())];
                    span_width(&all) <= FLOW
                }
            };
            if one_line {
                let mut spans = vec![Span::Strong(format!("{}{}", fact.name, colon(lang)))];
                spans.extend(self.worth_sentence(fact.value));
                self.paragraph(at, spans);
            } else {
                self.long_fact(at, fact);
            }
        }
    }

    /// Steps keep their numbers: their order says something.
    pub(super) fn row_items(&mut self, at: Anchor, rows: Rows, under: u8) {
        if let Some(names) = names_only(&rows, self.style.lang) {
            return self.paragraph(&at, names);
        }
        if !rows.sequence {
            for row in rows.rows {
                let at = row.at.clone();
                let spans = self.described(row);
                self.paragraph(&at, spans);
            }
            return;
        }
        let numbering = self.numbering;
        let items = rows
            .rows
            .into_iter()
            .enumerate()
            .map(|(index, row)| ListItem {
                number: item(numbering, under, 0, index),
                ..plain_item(Some(row.at.clone()), self.described(row))
            })
            .collect();
        self.push_list(at, true, items);
    }

    fn described(&self, row: Saying) -> Vec<Span> {
        let mut spans = vec![Span::Strong(row.name)];
        spans.extend(row.beside);
        stopped(spans, self.style.lang)
    }
}
