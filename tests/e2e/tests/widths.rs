//! Every pane can be reached at every width, and no page scrolls sideways.

use e2e::{App, Lang, Result, Theme};

const SAMPLE: &str = "软件公司客户成功与运营部";
const HEIGHT: u32 = 844;

/// Fails when the window could be scrolled sideways.
async fn fits(app: &App, state: &str) -> Result<()> {
    let widths = app
        .js(
            "return [document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]",
            vec![],
        )
        .await?;
    let width = |at: usize| widths[at].as_u64().unwrap_or(u64::MAX);
    assert!(
        width(0) <= width(2) && width(1) <= width(2),
        "{state}: {widths}"
    );
    Ok(())
}

async fn pages_fit(app: &App) -> Result<()> {
    app.find(".kind").await?;
    fits(app, "start page").await?;
    app.visit("#/check").await?;
    app.type_text(
        "#check-text",
        "2027 年底前把首次响应时长从 12 分钟降到 3 分钟",
    )
    .await?;
    app.find(".verdicts tbody tr").await?;
    fits(app, "check page").await?;
    app.visit("#/paste").await?;
    app.type_text("#paste-text", "负责每日监控订单异常并跟进处理")
        .await?;
    app.find(".piece").await?;
    fits(app, "paste page").await?;
    app.visit("#/").await?;
    app.start_from_sample(SAMPLE).await
}

#[tokio::test]
async fn a_wide_window_shows_outline_form_and_paper() -> Result<()> {
    let app = App::open(1440, HEIGHT, Lang::Zh, Theme::Light).await?;
    pages_fit(&app).await?;
    app.find(".pane-outline").await?;
    app.find(".pane-form").await?;
    app.find(".pane-preview .sheet").await?;
    fits(&app, "editor").await?;
    app.go_to("责任分工（RACI）").await?;
    fits(&app, "RACI").await
}

#[tokio::test]
async fn a_middle_window_shows_the_paper_on_demand() -> Result<()> {
    let app = App::open(1024, HEIGHT, Lang::Zh, Theme::Light).await?;
    pages_fit(&app).await?;
    app.go_to("责任分工（RACI）").await?;
    fits(&app, "RACI").await?;
    app.go_to("目标（SMART）").await?;
    fits(&app, "goals").await?;
    assert!(app.texts(".pane-preview").await?.is_empty());
    app.press_in(".bar", "预览").await?;
    app.find(".pane-preview .sheet").await?;
    app.find(".pane-form").await?;
    fits(&app, "paper beside the form").await?;
    app.press_in(".bar", "预览").await?;
    app.find(".pane-outline").await?;
    Ok(())
}

#[tokio::test]
async fn a_telephone_shows_one_pane_at_a_time() -> Result<()> {
    let app = App::open(390, HEIGHT, Lang::Zh, Theme::Light).await?;
    pages_fit(&app).await?;
    app.find(".pane-form").await?;
    assert!(app.texts(".pane-outline, .pane-preview").await?.is_empty());

    app.press_in(".nav-bottom", "目录").await?;
    app.find(".pane-outline").await?;
    assert!(app.texts(".pane-form").await?.is_empty());
    fits(&app, "outline").await?;
    // Choosing a section leads to its form.
    app.go_to("目标（SMART）").await?;
    app.click(".row-line").await?;
    app.find(".goal-open").await?;
    fits(&app, "open goal").await?;

    app.press_in(".nav-bottom", "目录").await?;
    app.go_to("责任分工（RACI）").await?;
    fits(&app, "RACI").await?;

    app.press_in(".nav-bottom", "预览").await?;
    app.find(".pane-preview .sheet").await?;
    fits(&app, "paper").await?;

    app.press_in(".nav-bottom", "检查").await?;
    app.wait_for_text("dialog[open] h2", "检查").await?;
    fits(&app, "findings").await?;
    app.close_dialog().await?;

    app.menu_of_bar("导出").await?;
    app.find("dialog[open] input[name=export-format]").await?;
    fits(&app, "export window").await
}
