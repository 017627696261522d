//! The document is handed in: every format holds the text, and nothing of the machinery.

use std::{fs::File, io::Read, path::Path};

use e2e::{App, Lang, Result, Theme};
use serde_json::Value;

const SAMPLE: &str = "软件公司客户成功与运营部";
const TITLE: &str = "客户成功与运营部职责";

/// The sample with its export window open.
async fn exporting() -> Result<App> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_from_sample(SAMPLE).await?;
    app.open_export().await?;
    Ok(app)
}

/// A letter and a number standing alone, as rows are called inside programs: `G1`, `K12`.
fn internal_codes(text: &str) -> Vec<&str> {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let code = |token: &&str| {
        let mut letters = token.chars();
        matches!(letters.next(), Some('G' | 'K' | 'O'))
            && letters.as_str().len() < 3
            && !letters.as_str().is_empty()
            && letters.as_str().chars().all(|c| c.is_ascii_digit())
    };
    text.split(|c| !word(c)).filter(code).collect()
}

#[test]
fn internal_codes_are_found() {
    assert_eq!(
        internal_codes("见 G1、K12。GMV 12，V2.0，K-1，10G"),
        ["G1", "K12"]
    );
}

#[tokio::test]
async fn markdown_has_headings_and_no_codes() -> Result<()> {
    let app = exporting().await?;
    let text = app.download_text("md").await?;
    assert!(text.starts_with(&format!("# {TITLE}")), "{text}");
    assert!(
        text.contains("\n## 一、") && text.contains("\n### "),
        "{text}"
    );
    assert!(text.contains("\n|"), "{text}");
    assert_eq!(internal_codes(&text), Vec::<&str>::new());
    Ok(())
}

#[tokio::test]
async fn plain_text_and_web_page_hold_the_same_words() -> Result<()> {
    let app = exporting().await?;
    let text = app.download_text("txt").await?;
    let html = app.download_text("html").await?;
    for word in [TITLE, "一、目的与范围", "云帆财税软件", "客户成功经理"] {
        assert!(text.contains(word), "{word} in text");
        assert!(html.contains(word), "{word} in page");
    }
    assert!(!text.contains("**") && !text.contains("<"), "{text}");
    assert!(html.starts_with("<!doctype html>") || html.starts_with("<!DOCTYPE html>"));
    assert!(html.contains("<h1"), "{html}");
    // The page stands alone.
    for reach in ["<script", "<link", "src=\"http", "@import"] {
        assert!(!html.contains(reach), "{reach}");
    }
    assert_eq!(internal_codes(&text), Vec::<&str>::new());
    Ok(())
}

#[tokio::test]
async fn word_gets_a_document_with_chinese_fonts() -> Result<()> {
    let app = exporting().await?;
    let file = app.download("docx").await?;
    let document = part(&file, "word/document.xml")?;
    assert!(document.contains(TITLE), "no title");
    assert!(document.contains("<w:tbl>"), "no table");
    assert!(part(&file, "word/styles.xml")?.contains("w:eastAsia="));
    assert!(part(&file, "[Content_Types].xml")?.contains("wordprocessingml"));
    Ok(())
}

fn part(file: &Path, name: &str) -> Result<String> {
    let mut archive = zip::ZipArchive::new(File::open(file)?)?;
    let mut text = String::new();
    archive.by_name(name)?.read_to_string(&mut text)?;
    Ok(text)
}

#[tokio::test]
async fn a_draft_file_opens_again_beside_the_first() -> Result<()> {
    let app = exporting().await?;
    let first = app.file_id().await?;
    let file = app.download("json").await?;
    let saved: Value = serde_json::from_str(&std::fs::read_to_string(&file)?)?;
    assert!(saved.to_string().contains(TITLE));
    app.close_dialog().await?;
    app.go_to("文件信息").await?;
    app.fill("文件名称", "改过").await?;
    app.wait_saved().await?;
    app.go_home().await?;

    app.open_draft_file(&file).await?;
    assert_ne!(app.file_id().await?, first);
    app.go_to("文件信息").await?;
    app.wait_for_value("文件名称", TITLE).await?;
    app.go_home().await?;
    app.find(".books h3").await?;
    let mut names = app.texts(".books h3").await?;
    names.sort_unstable();
    assert_eq!(names, [TITLE, &format!("{TITLE}改过")]);
    Ok(())
}

#[tokio::test]
async fn the_copied_text_can_be_pasted() -> Result<()> {
    let app = exporting().await?;
    app.press_on("复制（带格式）").await?;
    app.wait_for_text(".toast", "已复制").await?;
    app.close_dialog().await?;
    let pasted = paste(&app).await?;
    assert!(pasted.contains(TITLE), "{pasted}");

    app.go_home().await?;
    app.open_file(TITLE).await?;
    app.open_export().await?;
    app.press_on("复制纯文本").await?;
    app.wait_for_text(".toast", "已复制").await?;
    app.close_dialog().await?;
    // The formatted text keeps its headings, the plain one has none to keep.
    assert!(paste(&app).await?.contains(TITLE));
    Ok(())
}

/// What the clipboard gives to an empty field.
async fn paste(app: &App) -> Result<String> {
    app.visit("#/paste").await?;
    app.click("#paste-text").await?;
    app.press_ctrl("v").await?;
    app.wait_for("return document.querySelector('#paste-text').value !== ''")
        .await?;
    app.value("#paste-text").await
}
