//! Numbered steps and bullets: an item per sentence.

use super::super::build::Builder;
use super::super::number::item;
use super::super::passage::{Fact, Family, PartBody, Rows, Worth};
use super::super::words::{flow, stopped};
use super::super::{Anchor, Content, ListItem, Numbering, Span};
use super::{names_only, plain_item};

impl Builder<'_> {
    pub(super) fn own_list(
        &mut self,
        at: Anchor,
        said: Vec<Vec<Span>>,
        facts: Vec<Fact>,
        under: u8,
        ordered: bool,
    ) {
        let lang = self.style.lang;
        let here = || Some(at.clone());
        let mut items: Vec<ListItem> = said
            .into_iter()
            .map(|spans| plain_item(here(), stopped(spans, lang)))
            .collect();
        for fact in facts {
            let lead = vec![Span::Text(self.lead(&fact.name))];
            items.push(match fact.value {
                Worth::Items(children) => ListItem {
                    children: children
                        .into_iter()
                        .map(|child| plain_item(here(), vec![Span::Text(child)]))
                        .collect(),
                    ..plain_item(here(), lead)
                },
                value => {
                    let name = fact.name;
                    plain_item(here(), self.fact_sentence(Fact { name, value }))
                }
            });
        }
        self.list_or_line(at, items, under, ordered);
    }

    pub(super) fn row_list(&mut self, at: Anchor, rows: Rows, under: u8, ordered: bool) {
        let lang = self.style.lang;
        // Names alone are no sentences.
        let names = names_only(&rows, lang).is_some();
        let items = rows
            .rows
            .into_iter()
            .map(|row| {
                let spans = match names {
                    true => vec![Span::Text(row.name)],
                    false => stopped(row.whole, lang),
                };
                plain_item(Some(row.at), spans)
            })
            .collect();
        self.list_or_line(at, items, under, ordered);
    }

    /// A single item is a paragraph.
    fn list_or_line(&mut self, at: Anchor, mut items: Vec<ListItem>, under: u8, ordered: bool) {
        if let [one] = items.as_mut_slice()
            && one.children.is_empty()
        {
            let at = one.at.take();
            let spans = std::mem::take(&mut one.spans);
            return self.push(at, Content::Paragraph(spans));
        }
        if ordered {
            number(&mut items, self.numbering, under, 0);
        }
        self.push_list(at, ordered, items);
    }

    /// Parents as steps, what belongs to each as steps under it.
    pub(super) fn nested_steps(&mut self, families: Vec<Family>, under: u8) {
        let lang = self.style.lang;
        let Some(at) = families.first().map(|family| family.at.clone()) else {
            return;
        };
        let items = families
            .into_iter()
            .map(|family| {
                let spans = match family.own {
                    Some(own) => stopped(own.whole, lang),
                    None => vec![Span::Text(self.lead(&family.name))],
                };
                let rows = family.parts.into_iter().filter_map(|part| match part.body {
                    PartBody::Rows(rows) => Some(rows.rows),
                    PartBody::Table(_) => None,
                });
                let children = rows.flatten();
                ListItem {
                    children: children
                        .map(|row| plain_item(Some(row.at), flow(vec![row.whole], lang)))
                        .collect(),
                    ..plain_item(Some(family.at), spans)
                }
            })
            .collect();
        self.list_or_line(at, items, under, true);
    }
}

fn number(items: &mut [ListItem], style: Numbering, under: u8, depth: usize) {
    for (index, one) in items.iter_mut().enumerate() {
        one.number = item(style, under, depth, index);
        number(&mut one.children, style, under, depth + 1);
    }
}
