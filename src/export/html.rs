//! HTML: a page that stands alone and prints on A4, and its body for rich copies.

use super::heading_text;
use crate::model::Lang;
use crate::outline::{Content, Document, ListItem, Span};
use std::fmt::Write as _;

/// The rules of the page. Fonts are those that Windows, macOS and Linux offices have.
const STYLE: &str = "\
@page{size:A4;margin:25mm 22mm}\
body{max-width:42em;margin:2em auto;padding:0 1em;line-height:1.75;color:#111;background:#fff;\
font-family:\"Times New Roman\",\"Songti SC\",SimSun,\"Noto Serif CJK SC\",serif}\
:lang(en){font-family:Calibri,Carlito,\"Helvetica Neue\",Arial,sans-serif}\
h1,h2,h3,h4,h5{font-family:Arial,SimHei,\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",\
sans-serif;line-height:1.4;break-after:avoid}\
h1{text-align:center;font-size:1.8em}h2{font-size:1.35em;margin-top:1.6em}h3{font-size:1.15em}\
h4,h5{font-size:1em}\
@page compact{size:A4;margin:14mm 15mm}\
body.compact{page:compact;font-size:9pt;line-height:1.35}.compact h1{font-size:1.45em;margin:.2em 0}\
.compact h2{font-size:1.1em;margin:.8em 0 .2em}.compact p{margin:.3em 0}\
.compact table{margin:.2em 0}.compact th[scope=row]{white-space:nowrap}.compact th,.compact td{padding:.12em .4em}\
table{border-collapse:collapse;width:100%;margin:.8em 0}\
th,td{border:1px solid #666;padding:.3em .5em;text-align:left;vertical-align:top}\
th{background:#f0f0f0}thead{display:table-header-group}tr{break-inside:avoid}\
caption{text-align:left;font-weight:bold}\
ol,ul{padding-left:0;list-style:none}li{margin:.3em 0}li li{margin-left:2em}\
ul.b{list-style:disc;padding-left:1.5em}\
mark{background:#ffef9e;color:inherit}.draft{text-align:center;letter-spacing:.2em;color:#a00}\
.cover{width:auto;margin:1em auto}.page{break-after:page}\
@media print{body{max-width:none;margin:0;padding:0}mark{background:none}}";

/// A whole page: no script, nothing fetched.
pub fn page(document: &Document) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body{}>\n{}</body>\n</html>\n",
        lang(document.lang),
        escape(&document.title),
        if document.compact {
            " class=\"compact\""
        } else {
            ""
        },
        fragment(document)
    )
}

/// The body alone, for the clipboard: structure without styles.
pub fn fragment(document: &Document) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "<h1>{}</h1>", escape(&document.title));
    if let Some(mark) = &document.draft_mark {
        let _ = writeln!(out, "<p class=\"draft\">{}</p>", escape(mark));
    }
    if !document.cover.is_empty() {
        pairs(&mut out, "cover", &document.cover);
    }
    for block in &document.blocks {
        content(&mut out, &block.content);
    }
    out
}

fn content(out: &mut String, content: &Content) {
    match content {
        Content::Heading {
            level,
            number,
            text,
        } => {
            let level = level + 1;
            let text = escape(&heading_text(number, text));
            let _ = writeln!(out, "<h{level}>{text}</h{level}>");
        }
        Content::Paragraph(spans) => {
            let _ = writeln!(out, "<p>{}</p>", inline(spans));
        }
        Content::List { ordered, items } => list(out, *ordered, items),
        Content::Table {
            caption,
            head,
            rows,
        } => {
            out.push_str("<table>\n");
            if !caption.is_empty() {
                let _ = writeln!(out, "<caption>{}</caption>", escape(caption));
            }
            out.push_str("<thead><tr>");
            for name in head {
                let _ = write!(out, "<th scope=\"col\">{}</th>", escape(name));
            }
            out.push_str("</tr></thead>\n<tbody>\n");
            for row in rows {
                out.push_str("<tr>");
                for cell in &row.cells {
                    let _ = write!(out, "<td>{}</td>", inline(cell));
                }
                out.push_str("</tr>\n");
            }
            out.push_str("</tbody>\n</table>\n");
        }
        Content::KeyValues(values) => pairs(out, "pairs", values),
        Content::PageBreak => out.push_str("<div class=\"page\"></div>\n"),
    }
}

fn pairs(out: &mut String, class: &str, pairs: &[(String, Vec<Span>)]) {
    let _ = writeln!(out, "<table class=\"{class}\">\n<tbody>");
    for (name, spans) in pairs {
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td></tr>",
            escape(name),
            inline(spans)
        );
    }
    out.push_str("</tbody>\n</table>\n");
}

/// Numbers are part of the text: （1） has no style of list marker, and copies keep them.
fn list(out: &mut String, ordered: bool, items: &[ListItem]) {
    let (open, close) = if ordered {
        ("<ol>", "</ol>")
    } else {
        ("<ul class=\"b\">", "</ul>")
    };
    let _ = writeln!(out, "{open}");
    for item in items {
        let _ = write!(out, "<li>{}", escape(&heading_text(&item.number, "")));
        out.push_str(&inline(&item.spans));
        if !item.children.is_empty() {
            out.push('\n');
            let ordered = item.children.iter().any(|child| !child.number.is_empty());
            list(out, ordered, &item.children);
        }
        out.push_str("</li>\n");
    }
    let _ = writeln!(out, "{close}");
}

fn inline(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| {
            let text = escape(span.text()).replace('\n', "<br>");
            match span {
                Span::Text(_) => text,
                Span::Strong(_) => format!("<strong>{text}</strong>"),
                Span::Missing(_) => format!("<mark>{text}</mark>"),
            }
        })
        .collect()
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Control characters are not allowed in HTML and say nothing.
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}

fn lang(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    }
}
