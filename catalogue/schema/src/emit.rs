//! Writes the catalogue as Rust: constant tables and one constant per id, so that a misspelt id
//! does not compile.

use crate::load::Catalogue;
use crate::raw::{Column, KindRaw, ProfileRaw, SectionRaw, TableRaw};
use crate::texts::TextTable;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Rust source to be included where the types of `catalogue::types` are in scope.
pub fn emit_rust(catalogue: &Catalogue, texts: &TextTable) -> String {
    let mut out = String::new();
    line(
        &mut out,
        &format!(
            "/// Stamp of the texts.\npub const HASH: &str = {:?};",
            texts.hash
        ),
    );
    let sections: Vec<String> = catalogue
        .sections
        .iter()
        .map(|s| section(s, texts))
        .collect();
    table(
        &mut out,
        "SECTIONS",
        "SectionDef",
        "All section types, by id.",
        &sections,
    );
    let kinds: Vec<String> = catalogue
        .kinds
        .iter()
        .map(|kind| kind_def(kind, texts))
        .collect();
    table(
        &mut out,
        "KINDS",
        "KindDef",
        "The kinds of charter, in order.",
        &kinds,
    );
    let entities: Vec<String> = catalogue
        .entities
        .iter()
        .map(|e| {
            format!(
                "EntityDef{{id:{:?},section:{:?},table:{:?}}}",
                e.id, e.section, e.table
            )
        })
        .collect();
    table(
        &mut out,
        "ENTITIES",
        "EntityDef",
        "Things that rows can refer to.",
        &entities,
    );
    let units = labels(catalogue.languages.first().map(|l| &l.units), "unit", texts);
    table(
        &mut out,
        "UNITS",
        "OptionDef",
        "Units with their labels.",
        &units,
    );
    let groups = labels(
        catalogue.languages.first().map(|l| &l.groups),
        "group",
        texts,
    );
    table(
        &mut out,
        "GROUPS",
        "OptionDef",
        "Groups of section types.",
        &groups,
    );
    ids(&mut out, catalogue);
    ui(&mut out, catalogue, texts);
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn table(out: &mut String, name: &str, kind: &str, doc: &str, items: &[String]) {
    line(
        out,
        &format!(
            "/// {doc}\npub static {name}: &[{kind}] = &[\n{}\n];",
            items.join(",\n")
        ),
    );
}

fn labels(map: Option<&BTreeMap<String, String>>, prefix: &str, texts: &TextTable) -> Vec<String> {
    map.into_iter()
        .flatten()
        .map(|(id, _)| option(id, &format!("{prefix}.{id}"), texts))
        .collect()
}

fn option(id: &str, key: &str, texts: &TextTable) -> String {
    format!("OptionDef{{id:{id:?},label:TextId({})}}", texts.place(key))
}

fn section(section: &SectionRaw, texts: &TextTable) -> String {
    let base = format!("section.{}", section.id);
    let questions: Vec<String> = (0..)
        .map(|index| texts.place(&format!("{base}.question.{index}")))
        .take_while(|place| *place != 0)
        .map(|place| format!("TextId({place})"))
        .collect();
    let tables: Vec<String> = section
        .tables
        .iter()
        .map(|table| table_def(&base, table, texts))
        .collect();
    format!(
        "SectionDef{{id:{:?},group:{:?},{},questions:&[{}],fields:&[{}],tables:&[{}]}}",
        section.id,
        section.group,
        text_fields(&base, &["name", "purpose", "example", "pattern"], texts),
        questions.join(","),
        columns(&format!("{base}.field"), &section.fields, texts),
        tables.join(","),
    )
}

fn table_def(base: &str, table: &TableRaw, texts: &TextTable) -> String {
    let base = format!("{base}.table.{}", table.id);
    format!(
        "TableDef{{id:{:?},prefix:{:?},min_rows:{},title:{:?},parent:{:?},render:Render::{:?},\
         log:{},{},columns:&[{}]}}",
        table.id,
        table.prefix,
        table.min_rows,
        table.title,
        table.parent,
        table.render,
        table.log,
        text_fields(&base, &["name", "item", "pattern"], texts),
        columns(&format!("{base}.column"), &table.columns, texts),
    )
}

fn text_fields(base: &str, names: &[&str], texts: &TextTable) -> String {
    let fields: Vec<String> = names
        .iter()
        .map(|name| format!("{name}:TextId({})", texts.place(&format!("{base}.{name}"))))
        .collect();
    fields.join(",")
}

fn columns(base: &str, columns: &[Column], texts: &TextTable) -> String {
    let all: Vec<String> = columns
        .iter()
        .map(|column| field(base, column, texts))
        .collect();
    all.join(",")
}

fn field(base: &str, column: &Column, texts: &TextTable) -> String {
    let base = format!("{base}.{}", column.id);
    let options: Vec<String> = column
        .options
        .iter()
        .map(|id| option(id, &format!("{base}.option.{id}"), texts))
        .collect();
    format!(
        "FieldDef{{id:{:?},kind:FieldType::{:?},tier:Tier::{:?},need:Need::{:?},to:&{:?},\
         options:&[{}],unit:{:?},unit_from:{:?},min:{:?},max:{:?},max_chars:{:?},hidden:{},{}}}",
        column.id,
        column.kind,
        column.tier,
        column.need,
        column.to,
        options.join(","),
        column.unit,
        column.unit_from,
        column.min,
        column.max,
        column.max_chars,
        column.hidden,
        text_fields(&base, &["name", "help", "why", "example"], texts),
    )
}

fn kind_def(kind: &KindRaw, texts: &TextTable) -> String {
    let base = format!("kind.{}", kind.id);
    let sections: Vec<String> = kind
        .sections
        .iter()
        .map(|need| format!("OfferedSection{{id:{:?},need:{:?}}}", need.id, need.need))
        .collect();
    let profiles: Vec<String> = kind.profiles.iter().map(|p| profile(p, texts)).collect();
    format!(
        "KindDef{{id:{:?},ready:{},{},sections:&[{}],profiles:&[{}]}}",
        kind.id,
        kind.ready,
        text_fields(&base, &["name", "purpose", "audience"], texts),
        sections.join(","),
        profiles.join(","),
    )
}

fn profile(profile: &ProfileRaw, texts: &TextTable) -> String {
    let base = format!("profile.{}", profile.id);
    let chapters: Vec<String> = profile
        .chapters
        .iter()
        .map(|chapter| {
            let heading = texts.place(&format!("{base}.chapter.{}", chapter.id));
            format!(
                "ChapterDef{{id:{:?},heading:TextId({heading}),sections:&{:?}}}",
                chapter.id, chapter.sections
            )
        })
        .collect();
    format!(
        "ProfileDef{{id:{:?},shown:{},style:{:?},{},front:&{:?},chapters:&[{}],back:&{:?},\
         backing:&{:?}}}",
        profile.id,
        profile.shown,
        profile.style,
        text_fields(&base, &["name"], texts),
        profile.front,
        chapters.join(","),
        profile.back,
        profile.backing,
    )
}

/// `ids::smart_goals::goals::STATEMENT` and the like.
fn ids(out: &mut String, catalogue: &Catalogue) {
    line(out, "/// Ids of sections, tables, fields and columns.");
    line(
        out,
        "#[allow(missing_docs, reason = \"the name says the id\")]\npub mod ids {",
    );
    for section in &catalogue.sections {
        line(
            out,
            &format!(
                "pub mod r#{} {{\npub const ID: &str = {:?};",
                section.id, section.id
            ),
        );
        for field in &section.fields {
            constant(out, &field.id);
        }
        for table in &section.tables {
            line(
                out,
                &format!(
                    "pub mod r#{} {{\npub const TABLE: &str = {:?};",
                    table.id, table.id
                ),
            );
            table
                .columns
                .iter()
                .for_each(|column| constant(out, &column.id));
            line(out, "}");
        }
        line(out, "}");
    }
    line(out, "}");
}

fn constant(out: &mut String, id: &str) {
    line(
        out,
        &format!("pub const {}: &str = {id:?};", id.to_uppercase()),
    );
}

/// `ui::start::HEADLINE` and the like, as text ids.
fn ui(out: &mut String, catalogue: &Catalogue, texts: &TextTable) {
    let mut tree = Node::default();
    for key in catalogue
        .languages
        .first()
        .into_iter()
        .flat_map(|l| l.ui.keys())
    {
        let mut node = &mut tree;
        let mut parts = key.split('.').peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_some() {
                node = node.inner.entry(part.to_owned()).or_default();
            } else {
                node.leaves
                    .push((part.to_owned(), texts.place(&format!("ui.{key}"))));
            }
        }
    }
    line(out, "/// Words of the interface.");
    line(
        out,
        "#[allow(missing_docs, reason = \"the name says the text\")]\npub mod ui {",
    );
    line(out, "use super::TextId;");
    tree.write(out);
    line(out, "}");
}

#[derive(Default)]
struct Node {
    leaves: Vec<(String, u16)>,
    inner: BTreeMap<String, Node>,
}

impl Node {
    fn write(&self, out: &mut String) {
        for (name, place) in &self.leaves {
            let name = name.to_uppercase();
            let _ = writeln!(out, "pub const {name}: TextId = TextId({place});");
        }
        for (name, node) in &self.inner {
            let _ = writeln!(out, "pub mod r#{name} {{\nuse super::TextId;");
            node.write(out);
            out.push_str("}\n");
        }
    }
}
