//! Walks over the blocks: headings open sections, everything else becomes a piece.

use super::judge::{Spot, is_dated_goal, judge};
use super::title::{Levels, is_turn};
use super::{Choices, Content, Heading, HeadingKind, Piece, Plan, Reader, fields};
use crate::catalogue::{self, ids};
use crate::import::block::Block;
use crate::import::heading::{LIKELY, SURE};
use crate::import::rows::{Around, has_meeting, is_chat, is_role, labels, split_name};
use crate::model::Lang;
use crate::text::fold;

pub(super) fn plan(reader: &Reader, blocks: &[Block], choices: &Choices) -> Plan {
    let mut walk = Walk {
        reader,
        choices,
        headings: Vec::new(),
        pieces: Vec::new(),
        open: Vec::new(),
        begun: false,
        title: None,
        levels: Levels::new(blocks),
    };
    for (at, block) in blocks.iter().enumerate() {
        let after = blocks.get(at + 1..).unwrap_or_default();
        walk.block(block, after);
    }
    let mut plan = Plan {
        lang: Lang::Zh,
        headings: walk.headings,
        pieces: walk.pieces,
    };
    plan.lang = language(&plan);
    plan
}

fn language(plan: &Plan) -> Lang {
    let headings = plan.headings.iter().map(|heading| heading.text.clone());
    let pieces = plan.pieces.iter().map(Piece::text);
    Lang::detect(&headings.chain(pieces).collect::<String>())
}

struct Walk<'a> {
    reader: &'a Reader,
    choices: &'a Choices,
    headings: Vec<Heading>,
    pieces: Vec<Piece>,
    /// The headings that what follows stands under, the nearest last.
    open: Vec<usize>,
    /// Something was said beside what a chat bot says before it begins.
    begun: bool,
    /// The title, folded.
    title: Option<String>,
    levels: Levels,
}

impl Walk<'_> {
    fn block(&mut self, block: &Block, after: &[Block]) {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(text) => match self.promoted(text, after) {
                Some(level) => self.heading(level, text),
                None => self.line(text, None),
            },
            Block::Item {
                depth,
                ordered,
                text,
            } => {
                let deeper =
                    matches!(after.first(), Some(Block::Item { depth: next, .. }) if next > depth);
                if deeper && self.names_something(text) {
                    self.heading(7 + depth.min(&6), text);
                } else {
                    self.line(text, Some(*ordered));
                }
            }
            Block::Table(cells) => self.piece(Content::Table(cells.clone()), None, None),
            Block::Rule => {}
        }
    }

    fn names_something(&self, text: &str) -> bool {
        is_role(text)
            || self
                .reader
                .headings
                .exact(text)
                .is_some_and(|g| g.confidence >= 0.9)
    }

    /// A short line by itself is a heading when it is a known one, the name of a role with
    /// something under it, or the title of the text.
    fn promoted(&self, text: &str, after: &[Block]) -> Option<u8> {
        let short = text.chars().count() <= if text.is_ascii() { 48 } else { 24 };
        let sentence = text
            .contains(['。', '，', '；', '：', ':', ';', '！', '？', '?', '!', '\t'])
            || text.ends_with('.')
            || text.contains(", ");
        let next = after.first()?;
        if !short || sentence {
            return None;
        }
        if self.repeats_title(text)
            || !self.begun && self.levels.is_title(text, 0) && !self.known(text)
        {
            return Some(0);
        }
        let content = !matches!(next, Block::Heading { level: ..=2, .. });
        let known = self.names_something(text) && content;
        known.then_some(if is_role(text) { 6 } else { 2 })
    }

    fn heading(&mut self, level: u8, text: &str) {
        let above = |at: &usize| self.headings.get(*at).is_some_and(|h| h.level < level);
        let keep = self.open.iter().rposition(above).map_or(0, |at| at + 1);
        self.open.truncate(keep);
        let first = !self.begun && !is_turn(text);
        let title = first && self.levels.is_title(text, level) && !self.known(text);
        let mut heading = self.judged(level, text, title || self.repeats_title(text));
        if is_turn(text) && !heading.chosen {
            // The next answer of a conversation begins anew.
            self.open.clear();
            heading = Heading {
                level: 0,
                kind: HeadingKind::Part,
                section: None,
                confidence: 0.0,
                ..heading
            };
        }
        self.begun |= !is_turn(text);
        if heading.kind == HeadingKind::Title && self.title.is_none() {
            self.title = Some(fold(text));
        }
        self.open.push(self.headings.len());
        self.headings.push(heading);
    }

    fn repeats_title(&self, text: &str) -> bool {
        self.title
            .as_ref()
            .is_some_and(|title| *title == fold(text))
    }

    fn known(&self, text: &str) -> bool {
        self.reader
            .headings
            .exact(text)
            .is_some_and(|g| g.confidence >= 0.9)
    }

    fn judged(&self, level: u8, text: &str, title: bool) -> Heading {
        let above = self.open.last().and_then(|at| self.headings.get(*at));
        let parent = above.and_then(|heading| heading.section);
        let guesses = self.reader.headings.guess(text);
        let mut heading = Heading {
            text: text.to_owned(),
            level,
            kind: HeadingKind::Part,
            section: parent,
            confidence: above.map_or(0.0, |heading| heading.confidence),
            guesses,
            chosen: false,
        };
        if let Some(choice) = self.choices.headings.get(&self.headings.len()) {
            heading.chosen = true;
            heading.confidence = 1.0;
            if let Some(section) = choice {
                heading.kind = HeadingKind::Section;
                heading.section = Some(section);
            }
            return heading;
        }
        if title {
            heading.kind = HeadingKind::Title;
            heading.section = None;
            heading.confidence = 0.8;
            return heading;
        }
        if is_role(text) {
            let work = parent == Some(ids::work_content::ID);
            heading.kind = HeadingKind::Role;
            heading.section = if work {
                parent
            } else {
                Some(ids::roles_duties::ID)
            };
            heading.confidence = 0.85;
            return heading;
        }
        // Inside a section a heading must be plain to lead out of it.
        let bar = match parent {
            Some(_) if level >= 4 => 0.9,
            Some(_) => SURE,
            None => LIKELY - 0.05,
        };
        let best = heading.guesses.first().copied();
        if let Some(best) =
            best.filter(|best| best.confidence >= bar && Some(best.section) != parent)
        {
            heading.kind = HeadingKind::Section;
            heading.section = Some(best.section);
            heading.confidence = best.confidence;
        }
        heading
    }

    fn line(&mut self, text: &str, item: Option<bool>) {
        if let Some((name, rest)) = split_name(text)
            && self.leads(name)
        {
            // "工作目标：…" is a heading of its own, for this line only.
            let under = self.headings.len();
            let heading = self.judged(9, name, false);
            let columns = &self.reader.columns;
            let tables = heading
                .section
                .and_then(catalogue::section)
                .map_or(&[][..], |def| def.tables);
            let column = tables
                .iter()
                .any(|table| columns.find(name, table.columns).is_some());
            let parts = labels(tables, text, columns) > 1;
            // Where the words name a column too and others follow, the row reads them itself.
            let said = if column && parts { text } else { rest };
            self.headings.push(heading);
            self.piece(Content::Line(said.to_owned()), item, Some(under));
            return;
        }
        for part in self.sentences(text, item) {
            self.piece(Content::Line(part), item, None);
        }
    }

    /// A paragraph with a goal in it is cut around the goal; any other stays whole.
    fn sentences(&self, text: &str, item: Option<bool>) -> Vec<String> {
        let long = item.is_none() && text.chars().count() > 40;
        let parts: Vec<&str> = text
            .split_inclusive(['。', '；', '！'])
            .filter(|part| !part.trim().is_empty())
            .collect();
        if !long || parts.len() < 2 || parts.len() > 40 {
            return vec![text.to_owned()];
        }
        let mut out: Vec<(bool, String)> = Vec::new();
        for part in parts {
            let goal = is_dated_goal(self.reader, part.trim_end_matches(['。', '；', '！']));
            match out.last_mut() {
                Some((false, before)) if !goal => before.push_str(part),
                _ => out.push((goal, part.to_owned())),
            }
        }
        out.into_iter()
            .map(|(_, part)| part.trim().to_owned())
            .collect()
    }

    /// Whether the words before a colon are a heading rather than a column's or field's name.
    fn leads(&self, name: &str) -> bool {
        let Some(known) = self
            .reader
            .headings
            .exact(name)
            .filter(|g| g.confidence >= 0.9)
        else {
            return false;
        };
        let section = self.section();
        if section == Some(known.section) || is_role(name) || has_meeting(name) {
            return false;
        }
        let columns = &self.reader.columns;
        let around = section.or(self.is_opening().then_some(ids::charter_header::ID));
        let taken = around.and_then(catalogue::section).is_some_and(|def| {
            fields::named(def.id, name, columns).is_some()
                || def
                    .tables
                    .iter()
                    .any(|table| columns.find(name, table.columns).is_some())
        });
        !taken
    }

    fn section(&self) -> Option<&'static str> {
        let near = self.open.last().and_then(|at| self.headings.get(*at));
        near.and_then(|heading| heading.section)
    }

    fn is_opening(&self) -> bool {
        self.headings
            .iter()
            .all(|heading| heading.kind == HeadingKind::Title)
    }

    fn piece(&mut self, content: Content, item: Option<bool>, inline: Option<usize>) {
        let opening = inline.is_none() && self.is_opening();
        let under = inline.or(self.open.last().copied());
        let near = under.and_then(|at| self.headings.get(at));
        let section = near.and_then(|heading| heading.section);
        let of_kind = |kind: HeadingKind| {
            let open = self
                .open
                .iter()
                .rev()
                .filter_map(|at| self.headings.get(*at));
            open.filter(|heading| heading.kind == kind)
                .map(|heading| heading.text.clone())
                .next()
        };
        let titled = |heading: &&Heading| heading.kind != HeadingKind::Title;
        let around = Around {
            role: of_kind(HeadingKind::Role),
            group: near
                .filter(|heading| heading.section == Some(ids::sop_workflow::ID))
                .filter(titled)
                .map(|heading| heading.text.clone()),
        };
        let spot = Spot {
            section,
            heading: near.filter(titled).map(|heading| heading.text.as_str()),
            item,
            role: around.role.is_some(),
            opening,
        };
        let (place, confidence, others) = judge(self.reader, &content, spot);
        self.begun |= !matches!(&content, Content::Line(line) if is_chat(line));
        let chosen = self.choices.pieces.get(&self.pieces.len()).copied();
        self.pieces.push(Piece {
            under,
            content,
            around,
            place: chosen.unwrap_or(place),
            confidence: if chosen.is_some() { 1.0 } else { confidence },
            others,
            chosen: chosen.is_some(),
        });
    }
}
