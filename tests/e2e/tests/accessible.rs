//! No rule of accessibility is broken on any page, in light and in dark.

use e2e::{App, Lang, Result, Theme};

const SAMPLE: &str = "软件公司客户成功与运营部";

#[tokio::test]
async fn pages_without_a_file_in_light() -> Result<()> {
    pages_without_a_file(Theme::Light).await
}

#[tokio::test]
async fn pages_without_a_file_in_dark() -> Result<()> {
    pages_without_a_file(Theme::Dark).await
}

#[tokio::test]
async fn the_editor_in_light() -> Result<()> {
    the_editor(Theme::Light).await
}

#[tokio::test]
async fn the_editor_in_dark() -> Result<()> {
    the_editor(Theme::Dark).await
}

async fn pages_without_a_file(theme: Theme) -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, theme).await?;
    app.find(".kind").await?;
    app.must_be_accessible("start page").await?;

    app.visit("#/check").await?;
    app.type_text("#check-text", "尽快明显改善客服体验").await?;
    app.find(".verdicts .stamps").await?;
    app.must_be_accessible("check page").await?;

    app.visit("#/paste").await?;
    app.type_text("#paste-text", "负责每日监控订单异常并跟进处理")
        .await?;
    app.find(".piece").await?;
    app.must_be_accessible("paste page").await
}

async fn the_editor(theme: Theme) -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, theme).await?;
    app.start_from_sample(SAMPLE).await?;
    app.go_to("岗位职责").await?;
    app.must_be_accessible("form").await?;

    app.go_to("目标（SMART）").await?;
    app.click(".row-line").await?;
    app.find(".goal-open .why").await?;
    app.must_be_accessible("open goal").await?;

    app.go_to("责任分工（RACI）").await?;
    app.find("table.raci .cell").await?;
    app.must_be_accessible("RACI").await?;

    app.open_export().await?;
    app.must_be_accessible("export window").await?;
    app.close_dialog().await?;

    app.go_home().await?;
    app.wait_for_files(&["客户成功与运营部职责"]).await?;
    app.must_be_accessible("start page with a file").await
}
