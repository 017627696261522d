//! Rows are added, copied, moved, deleted and taken back, and made from pasted lines.

use e2e::{App, Lang, Result, Theme, thirtyfour::Key};

/// An empty file at its measures.
async fn measures() -> Result<App> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    app.go_to("指标与口径").await?;
    Ok(app)
}

#[tokio::test]
async fn rows_are_added_copied_moved_and_deleted() -> Result<()> {
    let app = measures().await?;
    app.add_first("指标").await?;
    app.fill("指标名", "首次响应时长").await?;
    app.press_on("新增指标").await?;
    app.fill("指标名", "复购率").await?;
    app.wait_for_rows(&["首次响应时长", "复购率"]).await?;

    // The copy opens below its original.
    app.menu("首次响应时长", "复制一条").await?;
    app.wait_for_rows(&["首次响应时长", "首次响应时长", "复购率"])
        .await?;
    let name = app.field("指标名").await?;
    app.find(&name).await?.clear().await?;
    app.fill("指标名", "退款率").await?;
    app.wait_for_rows(&["首次响应时长", "退款率", "复购率"])
        .await?;

    // By keyboard; the focus goes along.
    app.press_on("收起").await?;
    app.wait_for("return document.activeElement.matches('.row-line')")
        .await?;
    app.press_alt(Key::Down).await?;
    app.wait_for_rows(&["首次响应时长", "复购率", "退款率"])
        .await?;
    app.wait_for("return document.activeElement.innerText.includes('退款率')")
        .await?;
    app.press_alt(Key::Up).await?;
    app.wait_for("return document.activeElement.innerText.includes('退款率')")
        .await?;
    app.press_alt(Key::Up).await?;
    app.wait_for_rows(&["退款率", "首次响应时长", "复购率"])
        .await?;

    app.menu("首次响应时长", "删除").await?;
    app.wait_for_rows(&["退款率", "复购率"]).await?;
    app.wait_for_text(".toast", "首次响应时长").await?;
    app.take_back().await?;
    app.wait_for_rows(&["退款率", "首次响应时长", "复购率"])
        .await
}

#[tokio::test]
async fn pasted_lines_become_rows() -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    app.go_to("岗位职责").await?;
    app.press_in("main", "粘贴多行").await?;
    // The columns of a copied table: name, headcount.
    let lines = "运营经理\t2\n客服专员\n数据分析师";
    app.paste_into("dialog[open] textarea", lines).await?;
    app.press_on("生成 3 行").await?;
    app.wait_for_rows(&["运营经理", "客服专员", "数据分析师"])
        .await?;
    app.open_row("运营经理").await?;
    app.wait_for_value("人数", "2").await
}
