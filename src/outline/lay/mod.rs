//! Passages on the page, one file per way of setting them. All but clauses share their headings.

mod clauses;
mod items;
mod lists;
mod prose;

use super::build::Builder;
use super::passage::{Body, Fact, Family, Part, PartBody, Passage, Rows, Saying, Worth};
use super::words::{bare, colon, inline_items, merge, stopped};
use super::{Anchor, Content, ListItem, Span, WritingStyle};
use crate::model::Lang;

/// Deepest heading; groups below it are set as a strong line.
const MAX_LEVEL: u8 = 4;
/// Width of what may flow on in one paragraph, in Latin letters.
const FLOW: usize = 320;

impl Builder<'_> {
    /// Sets what a section says, under a heading of level `under`.
    pub(super) fn lay(&mut self, style: WritingStyle, passages: Vec<Passage>, under: u8) {
        if style == WritingStyle::Clauses {
            return self.lay_clauses(passages, under);
        }
        for passage in passages {
            let at = passage.at;
            let mut level = under;
            if let Some(heading) = &passage.heading {
                level += 1;
                self.heading(level, heading, Some(at.clone()));
            }
            match passage.body {
                Body::Own(said, facts) => self.lay_own(style, at, said, facts, level),
                Body::Rows(rows) => self.lay_rows(style, at, rows, level, None),
                Body::Families(table, families) => {
                    self.take_over(table);
                    self.lay_families(style, families, level);
                }
                Body::Table(blocks) => self.take_over(blocks),
                Body::Missing(spans) => self.push(Some(at), Content::Paragraph(spans)),
            }
        }
    }

    fn lay_own(
        &mut self,
        style: WritingStyle,
        at: Anchor,
        said: Vec<Vec<Span>>,
        facts: Vec<Fact>,
        under: u8,
    ) {
        match style {
            WritingStyle::ItemDesc => self.own_items(&at, said, facts),
            WritingStyle::NumberedSteps => self.own_list(at, said, facts, under, true),
            WritingStyle::Bullets => self.own_list(at, said, facts, under, false),
            WritingStyle::Narrative | WritingStyle::Clauses => self.own_prose(&at, said, facts),
        }
    }

    /// `grouped`: what one of the rows is called, when they stand under the row that they belong
    /// to.
    fn lay_rows(
        &mut self,
        style: WritingStyle,
        at: Anchor,
        rows: Rows,
        under: u8,
        grouped: Option<&str>,
    ) {
        match style {
            WritingStyle::ItemDesc => self.row_items(at, rows, under),
            WritingStyle::NumberedSteps => self.row_list(at, rows, under, true),
            WritingStyle::Bullets => self.row_list(at, rows, under, false),
            WritingStyle::Narrative | WritingStyle::Clauses => self.row_prose(at, rows, grouped),
        }
    }

    /// Each family under a heading of its own.
    fn lay_families(&mut self, style: WritingStyle, families: Vec<Family>, under: u8) {
        if style == WritingStyle::NumberedSteps && families.iter().all(nests) {
            return self.nested_steps(families, under);
        }
        let level = under + 1;
        for family in families {
            self.group_heading(&family.at, &family.name, level);
            if let Some(own) = family.own
                && !own.under.is_empty()
                && !repeats(&own.under, &family.name)
            {
                let spans = stopped(own.under, self.style.lang);
                self.push(Some(own.at), Content::Paragraph(spans));
            }
            for part in family.parts {
                self.lay_part(style, &family.at, part, level);
            }
        }
    }

    fn lay_part(&mut self, style: WritingStyle, at: &Anchor, part: Part, level: u8) {
        match part.body {
            PartBody::Table(blocks) => self.take_over(blocks),
            PartBody::Rows(rows) => {
                if part.named {
                    self.strong_line(at, &self.lead(&part.name));
                }
                self.lay_rows(style, at.clone(), rows, level, Some(&part.item));
            }
        }
    }

    fn group_heading(&mut self, at: &Anchor, name: &str, level: u8) {
        if level > MAX_LEVEL {
            self.strong_line(at, name);
        } else {
            self.heading(level, name, Some(at.clone()));
        }
    }

    fn strong_line(&mut self, at: &Anchor, text: &str) {
        let spans = vec![Span::Strong(text.to_owned())];
        self.push(Some(at.clone()), Content::Paragraph(spans));
    }

    /// A name before what it names, at the end of a line.
    fn lead(&self, name: &str) -> String {
        format!("{name}{}", colon(self.style.lang).trim_end())
    }

    fn push_list(&mut self, at: Anchor, ordered: bool, items: Vec<ListItem>) {
        if !items.is_empty() {
            self.push(Some(at), Content::List { ordered, items });
        }
    }

    /// `name：value。`; several items with semicolons between.
    fn fact_sentence(&self, fact: Fact) -> Vec<Span> {
        let lang = self.style.lang;
        let mut spans = vec![Span::Text(format!("{}{}", fact.name, colon(lang)))];
        spans.extend(self.worth_sentence(fact.value));
        merge(spans)
    }

    fn worth_sentence(&self, value: Worth) -> Vec<Span> {
        let lang = self.style.lang;
        let spans = match value {
            Worth::Short(spans) => spans,
            Worth::Long(lines) => super::words::flow(lines, lang),
            Worth::Items(items) => vec![Span::Text(inline_items(&items, lang))],
        };
        stopped(spans, lang)
    }
}

/// The family is a step with steps under it: it was said, and so are all rows under it.
fn nests(family: &Family) -> bool {
    let said = |part: &Part| match &part.body {
        PartBody::Rows(rows) => !rows.sequence && !part.named,
        PartBody::Table(_) => false,
    };
    family.parts.iter().all(said)
}

/// The sentence says no more than the heading above it.
fn repeats(spans: &[Span], heading: &str) -> bool {
    let text: String = spans.iter().map(Span::text).collect();
    bare(heading) == bare(&text)
}

/// The rows have nothing but names: one line takes them all.
fn names_only(rows: &Rows, lang: Lang) -> Option<Vec<Span>> {
    let plain =
        |row: &Saying| row.under.is_empty() && matches!(row.whole.as_slice(), [Span::Text(_)]);
    if rows.rows.len() < 2 || !rows.rows.iter().all(plain) {
        return None;
    }
    let names: Vec<String> = rows.rows.iter().map(|row| row.name.clone()).collect();
    Some(stopped(vec![Span::Text(inline_items(&names, lang))], lang))
}

fn plain_item(at: Option<Anchor>, spans: Vec<Span>) -> ListItem {
    ListItem {
        at,
        number: String::new(),
        spans,
        children: Vec::new(),
    }
}
