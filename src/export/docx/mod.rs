//! Word documents (WordprocessingML), written by hand over a zip archive.
//!
//! Only the worker calls this, so that the page does not carry the archive code. The same document
//! gives the same bytes: no clock, fixed times in the archive.

mod body;
mod styles;
mod xml;

use crate::model::Lang;
use crate::outline::Document;
use std::fmt;
use std::io::{Cursor, Write};
use xml::escape;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Why a document could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocxError {
    /// The archive is too large for its format.
    Archive,
}

impl fmt::Display for DocxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the document is too large for a Word file")
    }
}

impl std::error::Error for DocxError {}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// Namespaces of the main parts.
const NS: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// The document as a `.docx` file.
///
/// # Errors
/// When the archive would be larger than its format allows.
pub fn write(document: &Document) -> Result<Vec<u8>, DocxError> {
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", PACKAGE_RELS.to_owned()),
        ("docProps/core.xml", core(document)),
        ("docProps/app.xml", APP.to_owned()),
        ("word/document.xml", body::document(document)),
        (
            "word/styles.xml",
            styles::styles(document.lang, document.compact),
        ),
        ("word/settings.xml", settings()),
        ("word/header1.xml", header(document)),
        ("word/footer1.xml", footer()),
        ("word/_rels/document.xml.rels", DOCUMENT_RELS.to_owned()),
    ];
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive
            .start_file(name, options)
            .map_err(|_| DocxError::Archive)?;
        archive
            .write_all(HEAD.as_bytes())
            .and_then(|()| archive.write_all(content.as_bytes()))
            .map_err(|_| DocxError::Archive)?;
    }
    archive
        .finish()
        .map(Cursor::into_inner)
        .map_err(|_| DocxError::Archive)
}

fn core(document: &Document) -> String {
    format!(
        "<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
         <dc:language>{}</dc:language></cp:coreProperties>",
        escape(&document.title),
        match document.lang {
            Lang::Zh => "zh-CN",
            Lang::En => "en-GB",
        }
    )
}

/// Compatibility mode 15: without it Word opens the file as an old one.
fn settings() -> String {
    format!(
        "<w:settings {NS}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/>\
         <w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>"
    )
}

fn header(document: &Document) -> String {
    let mut line = String::new();
    xml::text(&mut line, &document.title);
    if let Some(mark) = &document.draft_mark {
        xml::text(&mut line, &format!("  {mark}"));
    }
    format!(
        "<w:hdr {NS}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r>{line}</w:r></w:p></w:hdr>"
    )
}

/// Page and number of pages: figures need no words.
fn footer() -> String {
    let field = |name: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText \
             xml:space=\"preserve\"> {name} </w:instrText></w:r><w:r><w:fldChar \
             w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar \
             w:fldCharType=\"end\"/></w:r>"
        )
    };
    format!(
        "<w:ftr {NS}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}\
         <w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>{}</w:p></w:ftr>",
        field("PAGE"),
        field("NUMPAGES")
    )
}

const CONTENT_TYPES: &str = "<Types \
    xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" \
    ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/styles.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
    <Override PartName=\"/word/settings.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>\
    <Override PartName=\"/word/header1.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>\
    <Override PartName=\"/word/footer1.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>\
    <Override PartName=\"/docProps/core.xml\" \
    ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
    <Override PartName=\"/docProps/app.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>";

const PACKAGE_RELS: &str = "<Relationships \
    xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\
    \"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
    Target=\"word/document.xml\"/>\
    <Relationship Id=\"rId2\" Type=\
    \"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" \
    Target=\"docProps/core.xml\"/>\
    <Relationship Id=\"rId3\" Type=\
    \"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" \
    Target=\"docProps/app.xml\"/></Relationships>";

const DOCUMENT_RELS: &str = "<Relationships \
    xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" \
    Target=\"styles.xml\"/>\
    <Relationship Id=\"rId2\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings\" \
    Target=\"settings.xml\"/>\
    <Relationship Id=\"rId3\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" \
    Target=\"header1.xml\"/>\
    <Relationship Id=\"rId4\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" \
    Target=\"footer1.xml\"/></Relationships>";

const APP: &str = "<Properties \
    xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
    <Application>Ops Charter Workshop</Application></Properties>";
