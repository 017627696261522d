//! Writes the catalogue's names as Rust: one constant per id and per word of the interface, so
//! that a misspelt one does not compile. The tables themselves are written by `blob`.

use crate::load::Catalogue;
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
    ids(&mut out, catalogue);
    ui(&mut out, catalogue, texts);
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

/// `ids::smart_goals::goals::STATEMENT` and the like.
fn ids(out: &mut String, catalogue: &Catalogue) {
    line(out, "/// Ids of sections, tables, fields and columns.");
    line(
        out,
        "#[allow(missing_docs, clippy::module_inception, \
         reason = \"the names are the ids, and a table may be called like its section\")]\n\
         pub mod ids {",
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
