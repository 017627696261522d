//! The files that people hand in.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "tests")]

use ops_charter::catalogue::Texts;
use ops_charter::export::{self, FORMATS, docx, file_stem, fragment, markdown, page};
use ops_charter::model::{Charter, Lang};
use ops_charter::outline::{
    self, Block, Content, Document, ListItem, MissingParts, Options, Span, TableLine,
};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

fn draft() -> Document {
    let file = include_str!("fixtures/export/duties_zh.json");
    let json: serde_json::Value = serde_json::from_str(file).unwrap();
    let charter: Charter = serde_json::from_value(json["charter"].clone()).unwrap();
    let options = Options {
        missing: MissingParts::Mark,
        today: "2026-11-22".parse().unwrap(),
        codes: false,
        style: None,
    };
    outline::build(&charter, &Texts::embedded(Lang::Zh), &options)
}

/// Every shape of block, with text that tries to break out of each format.
fn hostile() -> Document {
    let nasty = "<b>&\"'|*_#`\u{0}\u{1f}\n]]> {x}";
    let spans = || {
        vec![
            Span::Text(nasty.into()),
            Span::Strong("强".into()),
            Span::Missing("【缺】".into()),
        ]
    };
    let item = |children| ListItem {
        at: None,
        number: "（1）".into(),
        spans: spans(),
        children,
    };
    let contents = vec![
        Content::Heading {
            level: 1,
            number: "一、".into(),
            text: nasty.into(),
        },
        Content::Paragraph(spans()),
        Content::List {
            ordered: true,
            items: vec![item(vec![item(Vec::new())])],
        },
        Content::Table {
            caption: nasty.into(),
            head: vec![nasty.into(), "二".into()],
            rows: vec![TableLine {
                at: None,
                cells: vec![spans(), Vec::new()],
                said: Vec::new(),
            }],
        },
        Content::KeyValues(vec![(nasty.into(), spans())]),
        Content::PageBreak,
    ];
    Document {
        lang: Lang::Zh,
        title: nasty.into(),
        cover: vec![(nasty.into(), spans())],
        draft_mark: Some("草稿".into()),
        blocks: contents
            .into_iter()
            .map(|content| Block { at: None, content })
            .collect(),
        compact: false,
    }
}

fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn formats_have_unique_ids_and_names() {
    let ids: BTreeSet<&str> = FORMATS.iter().map(|format| format.id).collect();
    assert_eq!(ids.len(), FORMATS.len());
    for lang in Lang::ALL {
        let texts = Texts::embedded(lang);
        assert!(FORMATS.iter().all(|f| !texts.get(f.name).is_empty()));
    }
    assert!(export::format("md").is_some() && export::format("rtf").is_none());
}

#[test]
fn markdown_of_a_draft() {
    insta::assert_snapshot!(markdown(&draft()));
}

#[test]
fn html_of_a_draft() {
    insta::assert_snapshot!(fragment(&draft()));
}

#[test]
fn html_stands_alone() {
    let page = page(&draft());
    for wanted in [
        "<html lang=\"zh-CN\">",
        "@page{size:A4",
        "SimSun",
        "charset=\"utf-8\"",
    ] {
        assert!(page.contains(wanted), "{wanted}");
    }
    for unwanted in ["<script", "http:", "https:", "url("] {
        assert!(!page.contains(unwanted), "{unwanted}");
    }
}

#[test]
fn typed_tags_are_text_in_html() {
    let html = page(&hostile());
    assert!(!html.contains("<b>") && !html.contains('\u{0}'));
    assert!(html.contains("&lt;b&gt;&amp;&quot;"));
    assert!(html.contains("<mark>【缺】</mark>"));
}

#[test]
fn markdown_cells_stay_in_their_row() {
    let text = markdown(&hostile());
    let row = text
        .lines()
        .find(|line| line.starts_with("| \\<b\\>") && line.contains("强"));
    let row = row.unwrap_or_default().replace("\\|", "");
    assert_eq!(row.matches('|').count(), 3, "{text}");
}

#[test]
fn word_files_have_the_same_bytes_each_time() {
    assert_eq!(
        docx::write(&draft()).unwrap(),
        docx::write(&draft()).unwrap()
    );
}

#[test]
fn word_files_use_real_styles_and_repeat_heads() {
    let file = docx::write(&draft()).unwrap();
    let styles = part(&file, "word/styles.xml");
    for level in 1..=4 {
        assert!(styles.contains(&format!("<w:name w:val=\"heading {level}\"/>")));
    }
    assert!(styles.contains("w:eastAsia=\"黑体\"") && styles.contains("w:eastAsia=\"宋体\""));
    assert!(styles.contains("w:eastAsia=\"zh-CN\""));
    let body = part(&file, "word/document.xml");
    assert!(body.contains("<w:pStyle w:val=\"Heading1\"/>"));
    assert!(body.contains("<w:cantSplit/><w:tblHeader/>"));
    assert!(body.contains("<w:highlight w:val=\"yellow\"/>"));
    assert!(part(&file, "word/settings.xml").contains("w:val=\"15\""));
    assert!(part(&file, "word/footer1.xml").contains(" PAGE "));
    assert!(part(&file, "word/header1.xml").contains("青禾生鲜用户运营部"));
    assert!(part(&file, "docProps/core.xml").contains("青禾生鲜用户运营部"));
}

#[test]
fn word_parts_are_well_formed_with_any_text() {
    let file = docx::write(&hostile()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
    assert_eq!(archive.len(), 10);
    for index in 0..archive.len() {
        let name = archive
            .by_index(index)
            .unwrap()
            .name()
            .unwrap()
            .into_owned();
        let text = part(&file, &name);
        assert_eq!(unbalanced(&text), None, "{name}");
        assert!(
            !text.contains(|c: char| c.is_control() && c != '\n'),
            "{name}"
        );
    }
}

/// The first tag that does not close as it should.
fn unbalanced(xml: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    for tag in xml.split('<').skip(1) {
        let (tag, _) = tag.split_once('>')?;
        if tag.starts_with('?') || tag.ends_with('/') {
            continue;
        }
        match tag.strip_prefix('/') {
            None => open.push(tag.split(' ').next().unwrap_or_default()),
            Some(name) if open.last() == Some(&name) => {
                open.pop();
            }
            Some(name) => return Some(name.to_owned()),
        }
    }
    open.pop().map(str::to_owned)
}

#[test]
fn file_names_are_safe() {
    let named = |title: &str| {
        file_stem(&Document {
            title: title.into(),
            ..Document::default()
        })
    };
    assert_eq!(named("运营部/客服: 章程?"), "运营部 客服 章程");
    assert_eq!(named("..."), "charter");
    assert_eq!(named(&"长".repeat(200)).chars().count(), 80);
}
