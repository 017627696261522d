//! `word/document.xml`: the blocks as paragraphs and tables.

use super::super::heading_text;
use super::{NS, xml};
use crate::outline::{Content, Document, ListItem, Span, TableLine};
use std::fmt::Write as _;

/// Width between the margins of an A4 page, in twentieths of a point.
const TEXT_WIDTH: usize = 9070;
/// Text of this many characters should not wrap; longer text may.
const UNBROKEN: usize = 6;
/// Margins of a cell, and the width of a bold Latin letter in a table, in twentieths of a point.
const CELL_MARGINS: usize = 230;
const LETTER: usize = 125;
/// Longer words (addresses) may break.
const LONGEST_WORD: usize = 16;
/// Chinese characters that stand on one line where they can.
const WIDE_WORD: usize = 3;
/// Indent of one level of list.
const LIST_STEP: usize = 480;

pub(super) fn document(document: &Document) -> String {
    let mut out = format!("<w:document {NS}><w:body>");
    plain(&mut out, "Title", &document.title);
    if let Some(mark) = &document.draft_mark {
        plain(&mut out, "Subtitle", mark);
    }
    if !document.cover.is_empty() {
        pairs(&mut out, &document.cover);
    }
    for block in &document.blocks {
        content(&mut out, &block.content);
    }
    let (edge, side) = if document.compact {
        (1000, 1134)
    } else {
        (1440, 1418)
    };
    let _ = write!(
        out,
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>\
         <w:footerReference w:type=\"default\" r:id=\"rId4\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"{edge}\" w:right=\"{side}\" w:bottom=\"{edge}\" w:left=\"{side}\" \
         w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
    );
    out
}

fn content(out: &mut String, content: &Content) {
    match content {
        Content::Heading {
            level,
            number,
            text,
        } => {
            let style = format!("Heading{}", level.clamp(&1, &4));
            plain(out, &style, &heading_text(number, text));
        }
        Content::Paragraph(spans) => paragraph(out, "BodyText", "", spans),
        Content::List { items, .. } => list(out, items, 0),
        Content::Table {
            caption,
            head,
            rows,
        } => {
            if !caption.is_empty() {
                plain(out, "Caption", caption);
            }
            table(out, head, rows);
        }
        Content::KeyValues(values) => pairs(out, values),
        Content::PageBreak => out.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
    }
}

fn plain(out: &mut String, style: &str, text: &str) {
    paragraph(out, style, "", &[Span::Text(text.to_owned())]);
}

/// `shape` is further paragraph properties, in the order of the schema.
fn paragraph(out: &mut String, style: &str, shape: &str, spans: &[Span]) {
    let _ = write!(
        out,
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{shape}</w:pPr>"
    );
    runs(out, spans);
    out.push_str("</w:p>");
}

fn runs(out: &mut String, spans: &[Span]) {
    for span in spans {
        let look = match span {
            Span::Text(_) => "",
            Span::Strong(_) => "<w:rPr><w:b/><w:bCs/></w:rPr>",
            Span::Missing(_) => "<w:rPr><w:highlight w:val=\"yellow\"/></w:rPr>",
        };
        let _ = write!(out, "<w:r>{look}");
        xml::text(out, span.text());
        out.push_str("</w:r>");
    }
}

/// Numbers are text before a tab: they stay what the document says when parts are copied.
fn list(out: &mut String, items: &[ListItem], depth: usize) {
    for item in items {
        let number = match item.number.as_str() {
            "" => "•",
            number => number,
        };
        // （一） is wider than a step.
        let letters: usize = number
            .chars()
            .map(|c| if c.is_ascii() { 1 } else { 2 })
            .sum();
        let hanging = LIST_STEP.max(LETTER * (letters + 1));
        let left = LIST_STEP * depth + hanging;
        let _ = write!(
            out,
            "<w:p><w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:tabs><w:tab w:val=\"left\" \
             w:pos=\"{left}\"/></w:tabs><w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/>\
             </w:pPr><w:r>"
        );
        xml::text(out, number);
        out.push_str("<w:tab/></w:r>");
        runs(out, &item.spans);
        out.push_str("</w:p>");
        list(out, &item.children, depth + 1);
    }
}

fn open_table(out: &mut String, widths: &[usize]) {
    out.push_str(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"1\" \
         w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" \
         w:noVBand=\"1\"/></w:tblPr><w:tblGrid>",
    );
    for width in widths {
        let _ = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
}

/// Two tables without a paragraph between would become one.
fn close_table(out: &mut String) {
    out.push_str(
        "</w:tbl><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>\
         </w:pPr></w:p>",
    );
}

fn cell(out: &mut String, width: usize, shaded: bool, spans: &[Span]) {
    let shade = if shaded {
        "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F2F2\"/>"
    } else {
        ""
    };
    let _ = write!(
        out,
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr>"
    );
    paragraph(out, "TableText", "", spans);
    out.push_str("</w:tc>");
}

fn table(out: &mut String, head: &[String], rows: &[TableLine]) {
    let widths = widths(head, rows);
    open_table(out, &widths);
    out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (name, width) in head.iter().zip(&widths) {
        cell(out, *width, true, &[Span::Strong(name.clone())]);
    }
    out.push_str("</w:tr>");
    for row in rows {
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (index, width) in widths.iter().enumerate() {
            let spans = row.cells.get(index).map_or(&[][..], Vec::as_slice);
            cell(out, *width, false, spans);
        }
        out.push_str("</w:tr>");
    }
    close_table(out);
}

fn pairs(out: &mut String, pairs: &[(String, Vec<Span>)]) {
    let widths = [TEXT_WIDTH / 4, TEXT_WIDTH - TEXT_WIDTH / 4];
    open_table(out, &widths);
    for (name, spans) in pairs {
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        cell(out, widths[0], true, &[Span::Strong(name.clone())]);
        cell(out, widths[1], false, spans);
        out.push_str("</w:tr>");
    }
    close_table(out);
}

/// Widths so that the columns fill the page: each has room for its longest word, and the rest of
/// the page is shared by the longest texts, within limits.
fn widths(head: &[String], rows: &[TableLine]) -> Vec<usize> {
    let columns: Vec<(usize, usize)> = head
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let cells: Vec<String> = rows
                .iter()
                .filter_map(|row| row.cells.get(index))
                .map(|spans| spans.iter().map(Span::text).collect())
                .collect();
            let longest = cells.iter().map(|text| length(text)).max().unwrap_or(0);
            let word = cells.iter().chain([name]).map(|text| word(text)).max();
            // A head may break into two lines.
            let longest = longest.max(length(name).div_ceil(2));
            let least = CELL_MARGINS + LETTER * word.unwrap_or(0);
            (least, weight(longest))
        })
        .collect();
    let least: usize = columns.iter().map(|(least, _)| least).sum::<usize>().max(1);
    let weights: usize = columns
        .iter()
        .map(|(_, weight)| weight)
        .sum::<usize>()
        .max(1);
    let spare = TEXT_WIDTH.saturating_sub(least);
    columns
        .iter()
        .map(|(own, weight)| own * TEXT_WIDTH.min(least) / least + spare * weight / weights)
        .collect()
}

/// Letters of the longest word that does not break. Chinese text breaks anywhere, but a column of
/// single characters does not read.
fn word(text: &str) -> usize {
    let wide = text.chars().filter(|c| !c.is_ascii()).count();
    text.split(|c: char| !c.is_ascii() || c.is_ascii_whitespace())
        .map(str::len)
        .max()
        .unwrap_or(0)
        .clamp(2 * wide.min(WIDE_WORD), LONGEST_WORD)
}

/// Share of a column with text of this length: short words keep their line, long texts share what
/// is left.
fn weight(longest: usize) -> usize {
    let short = longest.clamp(3, UNBROKEN);
    let rest = longest.saturating_sub(UNBROKEN).min(60);
    // Two and a half characters for the margins of the cell, counted in halves.
    2 * short + 5 + rest / 2
}

/// In Chinese characters; Latin ones are half as wide.
fn length(text: &str) -> usize {
    let halves: usize = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    halves.div_ceil(2)
}
