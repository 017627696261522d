//! Styles as Chinese and English offices expect them, with the names that Word knows.

use super::NS;
use crate::model::Lang;

/// Fonts and sizes (in half points) of one language.
#[derive(Clone, Copy)]
struct Look {
    western: &'static str,
    body: &'static str,
    heading: &'static str,
    heading_western: &'static str,
    lang: &'static str,
    size: u8,
    title: u8,
    headings: [u8; 4],
    /// Text of tables.
    table: u8,
    /// Distance of lines, in 240ths of a line.
    line: u16,
    /// Space before a chapter, in twentieths of a point; others have two thirds of it.
    before: u16,
    /// Attributes of the paragraph indent.
    indent: &'static str,
}

impl Look {
    /// Small and close, for what has to stay on one page.
    fn compact(self) -> Look {
        Look {
            size: 19,
            title: 30,
            headings: [22, 21, 20, 19],
            table: 17,
            line: 250,
            before: 120,
            indent: "",
            ..self
        }
    }
}

/// 宋体 小四 with 黑体 headings.
const ZH: Look = Look {
    western: "Times New Roman",
    body: "宋体",
    heading: "黑体",
    heading_western: "Arial",
    lang: "en-US",
    size: 24,
    title: 44,
    headings: [32, 28, 24, 24],
    table: 21,
    line: 360,
    before: 360,
    indent: "<w:ind w:firstLineChars=\"200\" w:firstLine=\"480\"/>",
};

const EN: Look = Look {
    western: "Calibri",
    body: "宋体",
    heading: "黑体",
    heading_western: "Calibri",
    lang: "en-GB",
    size: 22,
    title: 40,
    headings: [32, 26, 24, 22],
    table: 21,
    line: 360,
    before: 360,
    indent: "",
};

/// `word/styles.xml`.
pub(super) fn styles(lang: Lang, compact: bool) -> String {
    let look = match lang {
        Lang::Zh => ZH,
        Lang::En => EN,
    };
    let look = &if compact { look.compact() } else { look };
    let mut out = format!("<w:styles {NS}>{}", defaults(look));
    out.push_str(&paragraph("Normal", "Normal", "", "", ""));
    out.push_str(&paragraph(
        "BodyText",
        "Body Text",
        "Normal",
        look.indent,
        "",
    ));
    out.push_str(&paragraph(
        "Title",
        "Title",
        "Normal",
        &format!(
            "<w:keepNext/><w:spacing w:before=\"{0}\" w:after=\"{0}\"/><w:jc w:val=\"center\"/>",
            look.before * 2 / 3
        ),
        &heading_run(look, look.title),
    ));
    out.push_str(&paragraph(
        "Subtitle",
        "Subtitle",
        "Normal",
        "<w:spacing w:after=\"240\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:color w:val=\"C00000\"/><w:spacing w:val=\"60\"/>",
    ));
    for (index, size) in look.headings.iter().enumerate() {
        let level = index + 1;
        let before = if index == 0 {
            look.before
        } else {
            look.before * 2 / 3
        };
        let after = look.before / 3;
        out.push_str(&paragraph(
            &format!("Heading{level}"),
            &format!("heading {level}"),
            "Normal",
            &format!(
                "<w:keepNext/><w:keepLines/><w:spacing w:before=\"{before}\" w:after=\"{after}\"/>\
                 <w:outlineLvl w:val=\"{index}\"/>"
            ),
            &heading_run(look, *size),
        ));
    }
    out.push_str(&paragraph(
        "ListParagraph",
        "List Paragraph",
        "Normal",
        "<w:ind w:left=\"480\" w:hanging=\"480\"/>",
        "",
    ));
    out.push_str(&paragraph(
        "Caption",
        "caption",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>",
        "<w:b/>",
    ));
    let space = look.before / 9;
    out.push_str(&paragraph(
        "TableText",
        "Table Text",
        "Normal",
        &format!(
            "<w:spacing w:before=\"{space}\" w:after=\"{space}\" w:line=\"240\" \
             w:lineRule=\"auto\"/>"
        ),
        &format!("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", look.table),
    ));
    let edge = "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>";
    let small = "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>";
    let line = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" \
                w:color=\"808080\"/></w:pBdr>";
    let top = format!("{line}{edge}");
    out.push_str(&paragraph("Header", "header", "Normal", &top, small));
    out.push_str(&paragraph("Footer", "footer", "Normal", edge, small));
    out.push_str(TABLES);
    out.push_str("</w:styles>");
    out
}

fn defaults(look: &Look) -> String {
    format!(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{0}\" w:hAnsi=\"{0}\" \
         w:eastAsia=\"{1}\" w:cs=\"{0}\"/><w:sz w:val=\"{2}\"/><w:szCs w:val=\"{2}\"/>\
         <w:lang w:val=\"{3}\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"60\" w:line=\"{4}\" w:lineRule=\"auto\"/>\
         </w:pPr></w:pPrDefault></w:docDefaults>",
        look.western, look.body, look.size, look.lang, look.line
    )
}

fn heading_run(look: &Look, size: u8) -> String {
    format!(
        "<w:rFonts w:ascii=\"{0}\" w:hAnsi=\"{0}\" w:eastAsia=\"{1}\" w:cs=\"{0}\"/><w:b/>\
         <w:bCs/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>",
        look.heading_western, look.heading
    )
}

fn paragraph(id: &str, name: &str, based_on: &str, shape: &str, run: &str) -> String {
    let default = if based_on.is_empty() {
        " w:default=\"1\""
    } else {
        ""
    };
    let based = if based_on.is_empty() {
        String::new()
    } else {
        format!("<w:basedOn w:val=\"{based_on}\"/>")
    };
    // Word goes on in body text after a heading.
    let next = if id.starts_with("Heading") || id == "Title" {
        "<w:next w:val=\"BodyText\"/>"
    } else {
        ""
    };
    format!(
        "<w:style w:type=\"paragraph\"{default} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
         {based}{next}<w:qFormat/><w:pPr>{shape}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
}

const TABLES: &str = "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">\
    <w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>\
    <w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
    <w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>\
    <w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar>\
    </w:tblPr></w:style><w:style w:type=\"table\" w:styleId=\"TableGrid\">\
    <w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>\
    <w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>\
    <w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>\
    <w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>\
    <w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>\
    <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>\
    <w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tblBorders>\
    </w:tblPr></w:style>";
