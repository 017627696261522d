//! The one-page summary goes out in every format, and the paper shows what goes out.

use e2e::{App, Lang, Result, Theme};

const SAMPLE: &str = "软件公司客户成功与运营部";
const TITLE: &str = "客户成功与运营部职责：一页摘要";

#[tokio::test]
async fn the_summary_is_exported_and_the_paper_goes_back() -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_from_sample(SAMPLE).await?;
    app.open_export().await?;
    app.click("dialog[open] input[name=export-what][value=brief]")
        .await?;
    app.wait_on_paper(TITLE).await?;
    let text = app.download_text("md").await?;
    assert!(text.starts_with(&format!("# {TITLE}")), "{text}");
    for part in ["## 目标", "## 指标与预警线", "## 谁最终负责", "## 检视"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let html = app.download_text("html").await?;
    assert!(html.contains("<body class=\"compact\">"), "{html}");
    assert!(app.download("docx").await?.exists());

    app.close_dialog().await?;
    app.wait_gone(".sheet.is-compact").await?;
    assert!(!app.paper().await?.contains(TITLE));
    // The next export begins with the whole document.
    app.open_export().await?;
    let whole = app.download_text("txt").await?;
    assert!(!whole.contains(TITLE), "{whole}");
    Ok(())
}
