//! From a charter to a document: title, cover, and what collects the blocks.

use super::lookup::Lookup;
use super::number::Counter;
use super::pattern::Style;
use super::{Anchor, Block, Content, Document, ListItem, Numbering, Options, Span, WritingStyle};
use crate::catalogue::{self, FieldDef, KindDef, Need, ProfileDef, Texts, ui};
use crate::checks::completeness;
use crate::model::{Charter, Lang, RowId, Section, Value};

/// The section that gives title and cover.
pub(crate) const HEADER: &str = "charter_header";
/// The field of the header that is the title.
const TITLE: &str = "title";

/// The document of a charter. `texts` are of the charter's language, not of the interface's.
pub fn build(charter: &Charter, texts: &Texts, options: &Options) -> Document {
    let lang = texts.lang();
    let profile = catalogue::profile(&charter.profile).map(|(_, profile)| profile);
    let manner = (options.style).unwrap_or_else(|| WritingStyle::of_charter(charter));
    let mut builder = Builder {
        look: Lookup::new(charter, texts, options.codes),
        style: Style {
            lang,
            missing: options.missing,
            mark: texts.get(ui::outline::MISSING),
        },
        counter: Counter::new(Numbering::of(lang), manner),
        manner,
        fixed: options.style.is_some(),
        numbering: Numbering::of(lang),
        kind: catalogue::kind(&charter.kind),
        blocks: Vec::new(),
    };
    let mut cover = builder.cover();
    let draft_mark = builder.is_draft(profile).then(|| {
        let label = texts.get(ui::outline::DRAFT_DATE).to_owned();
        let day = super::days::date(options.today, lang);
        cover.push((label, vec![Span::Text(day)]));
        texts.get(ui::outline::DRAFT).to_owned()
    });
    builder.body(profile);
    Document {
        lang,
        title: builder.title(),
        cover,
        draft_mark,
        blocks: builder.blocks,
        compact: false,
    }
}

/// Collects blocks. The order of chapters is in `chapters`, what one section says in `section`.
pub(super) struct Builder<'a> {
    pub(super) look: Lookup<'a>,
    pub(super) style: Style<'a>,
    pub(super) numbering: Numbering,
    pub(super) counter: Counter,
    /// The style of the document.
    manner: WritingStyle,
    /// It holds for every section.
    fixed: bool,
    pub(super) kind: Option<&'static KindDef>,
    blocks: Vec<Block>,
}

impl<'a> Builder<'a> {
    fn title(&self) -> String {
        let charter = self.look.charter;
        let field = |id: &str| {
            charter
                .field(HEADER, id)
                .and_then(|value| value.as_text())
                .map(str::trim)
                .unwrap_or_default()
        };
        let texts = self.look.texts;
        let kind = self.kind.map_or("", |kind| texts.get(kind.name));
        match (field(TITLE), field("team_name"), kind) {
            ("", "", "") => texts.get(ui::outline::UNTITLED).to_owned(),
            ("", "", kind) => kind.to_owned(),
            ("", team, "") => team.to_owned(),
            ("", team, kind) => match self.style.lang {
                Lang::Zh => format!("{team}{kind}"),
                Lang::En => format!("{team}: {kind}"),
            },
            (title, _, _) => title.to_owned(),
        }
    }

    fn cover(&self) -> Vec<(String, Vec<Span>)> {
        let Some(def) = catalogue::section(HEADER) else {
            return Vec::new();
        };
        let empty = Section::default();
        let header = self.look.charter.section(HEADER).unwrap_or(&empty);
        def.fields
            .iter()
            .filter(|field| !field.hidden && field.id != TITLE)
            .filter_map(|field| {
                let name = self.look.texts.get(field.name).to_owned();
                let spans = self.field_spans(field, header)?;
                Some((name, spans))
            })
            .collect()
    }

    /// The value of a field; for a required one that is empty, its mark. None when there is
    /// nothing to show.
    pub(super) fn field_spans(&self, field: &FieldDef, section: &Section) -> Option<Vec<Span>> {
        let text = section
            .fields
            .get(field.id)
            .map(|value| self.look.text(value, field, &section.fields))
            .unwrap_or_default();
        if !text.is_empty() {
            return Some(self.also_gone(text, section.fields.get(field.id), field));
        }
        if field.need != Need::Required {
            return None;
        }
        let name = self.look.texts.get(field.name);
        self.style.missing_span(name).map(|span| vec![span])
    }

    /// A text, and a mark when some of the rows that it names are gone.
    pub(super) fn also_gone(
        &self,
        text: String,
        value: Option<&Value>,
        field: &FieldDef,
    ) -> Vec<Span> {
        let name = self.look.texts.get(field.name);
        let mark = value
            .filter(|value| self.look.partly_gone(value))
            .and_then(|_| self.style.missing_span(name));
        let Some(mark) = mark else {
            return vec![Span::Text(text)];
        };
        let joint = match self.style.lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        };
        vec![Span::Text(text + joint), mark]
    }

    fn is_draft(&self, profile: Option<&'static ProfileDef>) -> bool {
        let charter = self.look.charter;
        charter.settings.draft_mark != Some(false)
            && profile.is_none_or(|profile| !completeness(charter, profile).is_complete())
    }

    /// The style of a section: its own, or the document's.
    pub(super) fn manner_of(&self, section: &Section) -> WritingStyle {
        if self.fixed {
            return self.manner;
        }
        WritingStyle::of_section(section).unwrap_or(self.manner)
    }

    /// What `write` pushes, kept apart.
    pub(super) fn apart(&mut self, write: impl FnOnce(&mut Self)) -> Vec<Block> {
        let before = std::mem::take(&mut self.blocks);
        write(self);
        std::mem::replace(&mut self.blocks, before)
    }

    /// Blocks that were made apart.
    pub(super) fn take_over(&mut self, blocks: Vec<Block>) {
        self.blocks.extend(blocks);
    }

    pub(super) fn push(&mut self, at: Option<Anchor>, mut content: Content) {
        // What says nothing in this style takes neither an item nor a paragraph.
        let says = |span: &Span| !span.text().trim().is_empty();
        let empty = match &mut content {
            Content::List { items, .. } => {
                drop_empty(items);
                items.is_empty()
            }
            Content::Paragraph(spans) => !spans.iter().any(says),
            _ => false,
        };
        if empty {
            return;
        }
        self.blocks.push(Block { at, content });
    }

    pub(super) fn heading(&mut self, level: u8, text: &str, at: Option<Anchor>) {
        let level = level.clamp(1, 4);
        let number = self.counter.next(level);
        self.push(
            at,
            Content::Heading {
                level,
                number,
                text: text.to_owned(),
            },
        );
    }
}

/// The place of a section or of one of its rows.
pub(super) fn anchor(section: &Section, row: Option<&RowId>) -> Anchor {
    Anchor {
        section: section.id.clone(),
        row: row.cloned(),
    }
}
fn drop_empty(items: &mut Vec<ListItem>) {
    for item in &mut *items {
        drop_empty(&mut item.children);
    }
    let says = |span: &Span| !span.text().trim().is_empty();
    items.retain(|item| !item.children.is_empty() || item.spans.iter().any(says));
}
