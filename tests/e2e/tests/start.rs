//! The start page says what it is, in the reader's language, and keeps to itself.

use e2e::{App, Lang, Result, Theme};
use serde_json::json;

const ZH: &str = "把职责写清楚，把目标写到能检验";
const EN: &str = "Say who does what, and set goals you can check";

/// Opens the page in a browser that asks for this language, nothing stored.
async fn open_asking_for(language: &str) -> Result<App> {
    let mut app = App::prepare(1440, 900).await?;
    app.ask_for_language(language).await?;
    app.load().await?;
    Ok(app)
}

#[tokio::test]
async fn a_chinese_browser_gets_chinese() -> Result<()> {
    let app = open_asking_for("zh-CN,zh").await?;
    app.wait_for_texts("main h1", &[ZH]).await?;
    let page = "return [document.documentElement.lang, document.title]";
    assert_eq!(
        app.js(page, vec![]).await?,
        json!(["zh-CN", "运营章程工坊"])
    );
    Ok(())
}

#[tokio::test]
async fn another_language_is_chosen_once_and_remembered() -> Result<()> {
    let app = open_asking_for("en-GB,en").await?;
    app.wait_for_texts("main h1", &[EN]).await?;
    app.press_on("中文").await?;
    app.wait_for_texts("main h1", &[ZH]).await?;
    app.reload().await?;
    app.wait_for_texts("main h1", &[ZH]).await?;
    let page = "return [document.documentElement.lang, document.title]";
    assert_eq!(
        app.js(page, vec![]).await?,
        json!(["zh-CN", "运营章程工坊"])
    );
    app.press_on("English").await?;
    app.reload().await?;
    app.wait_for_texts("main h1", &[EN]).await
}

#[tokio::test]
async fn five_kinds_are_listed_with_duties_first_and_pasted_text_last() -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.find(".kind").await?;
    let kinds = app.texts(".kind strong").await?;
    assert_eq!(
        kinds,
        [
            "运营职责及工作内容",
            "运营工作总则",
            "运营主管细节管理",
            "运营支撑",
            "运营中控",
            "从现成文字开始"
        ]
    );
    Ok(())
}

#[tokio::test]
async fn a_whole_session_asks_nobody_and_complains_of_nothing() -> Result<()> {
    let mut app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_from_sample("软件公司客户成功与运营部").await?;
    app.go_to("目标（SMART）").await?;
    app.go_to("责任分工（RACI）").await?;
    app.wait_saved().await?;
    app.open_export().await?;
    app.download("docx").await?;
    app.close_dialog().await?;
    app.go_home().await?;
    app.visit("#/check").await?;
    app.find("#check-text").await?;
    app.visit("#/paste").await?;
    app.find("#paste-text").await?;
    assert_eq!(app.foreign_requests().await?, Vec::<String>::new());
    assert_eq!(app.console_problems().await?, Vec::<String>::new());
    Ok(())
}
