//! Narrative: connected paragraphs. Short rows flow on in one, long ones have their own.

use super::super::build::Builder;
use super::super::number::{chinese, step};
use super::super::passage::{Fact, Rows, Worth};
use super::super::words::{colon, flow, merge, span_width, stopped};
use super::super::{Anchor, Content, Span};
use super::{FLOW, names_only, plain_item};
use crate::model::Lang;

impl Builder<'_> {
    pub(super) fn own_prose(&mut self, at: &Anchor, said: Vec<Vec<Span>>, facts: Vec<Fact>) {
        let lang = self.style.lang;
        let mut open = said;
        for fact in facts {
            let short = match &fact.value {
                Worth::Short(_) => true,
                Worth::Long(_) => false,
                Worth::Items(items) => {
                    items
                        .iter()
                        .map(|i| super::super::format::width(i))
                        .sum::<usize>()
                        <= FLOW / 2
                }
            };
            if short {
                open.push(self.fact_sentence(fact));
                continue;
            }
            self.paragraph(at, flow(std::mem::take(&mut open), lang));
            self.long_fact(at, fact);
        }
        self.paragraph(at, flow(open, lang));
    }

    /// `Name：` and the text, or the items as a list under it.
    pub(super) fn long_fact(&mut self, at: &Anchor, fact: Fact) {
        let lang = self.style.lang;
        match fact.value {
            Worth::Items(items) => {
                let lead = self.lead(&fact.name);
                self.strong_line(at, &lead);
                let items = items
                    .into_iter()
                    .map(|item| plain_item(Some(at.clone()), vec![Span::Text(item)]))
                    .collect();
                self.push_list(at.clone(), false, items);
            }
            Worth::Short(spans) => {
                let mut line = vec![Span::Strong(format!("{}{}", fact.name, colon(lang)))];
                line.extend(stopped(spans, lang));
                self.paragraph(at, line);
            }
            Worth::Long(lines) => {
                for (index, spans) in lines.into_iter().enumerate() {
                    let mut line = Vec::new();
                    if index == 0 {
                        line.push(Span::Strong(format!("{}{}", fact.name, colon(lang))));
                    }
                    line.extend(spans);
                    self.paragraph(at, line);
                }
            }
        }
    }

    /// Rows that follow one another are counted as steps, those under a name in Chinese as
    /// 职责有二：一是 …。二是 …。
    pub(super) fn row_prose(&mut self, at: Anchor, rows: Rows, grouped: Option<&str>) {
        let lang = self.style.lang;
        if let Some(names) = names_only(&rows, lang) {
            return self.paragraph(&at, names);
        }
        let all = rows.rows.len();
        let several = all > 1;
        let sequence = rows.sequence;
        let said: Vec<(Anchor, Vec<Span>)> = rows
            .rows
            .into_iter()
            .enumerate()
            .map(|(index, row)| {
                let start = match lang {
                    _ if !several => String::new(),
                    _ if sequence => step(lang, index),
                    Lang::Zh => point(grouped, all, index),
                    Lang::En => String::new(),
                };
                let mut spans = vec![Span::Text(start)];
                spans.extend(row.whole);
                (row.at, stopped(merge(spans), lang))
            })
            .collect();
        let width: usize = said.iter().map(|(_, spans)| span_width(spans)).sum();
        if width <= FLOW {
            let sentences = said.into_iter().map(|(_, spans)| spans).collect();
            return self.paragraph(&at, flow(sentences, lang));
        }
        for (at, spans) in said {
            self.paragraph(&at, spans);
        }
    }

    pub(super) fn paragraph(&mut self, at: &Anchor, spans: Vec<Span>) {
        if spans.iter().any(|span| !span.text().trim().is_empty()) {
            self.push(Some(at.clone()), Content::Paragraph(spans));
        }
    }
}

fn point(grouped: Option<&str>, all: usize, index: usize) -> String {
    match grouped {
        None => String::new(),
        Some(item) if index == 0 => format!("{item}有{}：一是", chinese(all)),
        Some(_) => format!("{}是", chinese(index + 1)),
    }
}
