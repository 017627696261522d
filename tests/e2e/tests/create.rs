//! A new file is filled in, other rows are made on the way, and a reload shows it all again.

use e2e::{App, Lang, Result, Theme};

#[tokio::test]
async fn what_was_filled_in_is_there_after_a_reload() -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    app.wait_for_texts("#sec-title", &["文件信息"]).await?;
    app.fill("文件名称", "用户运营部职责与工作内容").await?;
    app.fill("单位名称", "青禾生鲜").await?;
    app.fill("团队或岗位", "用户运营部").await?;
    app.fill("编制人数", "14").await?;
    app.make_in_field("编制人", "岗位", "运营经理").await?;
    app.make_in_field("批准人", "岗位", "首席运营官").await?;
    app.wait_on_paper("用户运营部职责与工作内容").await?;

    app.go_to("目标（SMART）").await?;
    app.add_first("目标").await?;
    app.fill("目标描述", "2027 年底前把首次响应时长从 12 分钟降到 3 分钟")
        .await?;
    app.choose("负责人", "运营经理").await?;
    app.press_in(".goal-open", &more(&app).await?).await?;
    app.make_in_field("对应指标", "指标", "首次响应时长")
        .await?;
    app.wait_saved().await?;

    app.reload().await?;
    app.wait_for_form().await?;
    // The section and the open row come back too.
    app.wait_for_texts("#sec-title", &["目标（SMART）"]).await?;
    let sentence = "2027 年底前把首次响应时长从 12 分钟降到 3 分钟";
    app.wait_for_value("目标描述", sentence).await?;
    app.wait_for_value("负责人", "运营经理").await?;

    app.go_to("文件信息").await?;
    app.wait_for_value("文件名称", "用户运营部职责与工作内容")
        .await?;
    app.wait_for_value("单位名称", "青禾生鲜").await?;
    app.wait_for_value("团队或岗位", "用户运营部").await?;
    app.wait_for_value("编制人数", "14").await?;
    app.wait_for_value("编制人", "运营经理").await?;
    app.wait_for_value("批准人", "首席运营官").await?;

    app.go_to("岗位职责").await?;
    app.wait_for_rows(&["运营经理", "首席运营官"]).await?;
    app.go_to("指标与口径").await?;
    app.wait_for_rows(&["首次响应时长"]).await
}

/// The name of what unfolds the other fields of the open row.
async fn more(app: &App) -> Result<String> {
    app.find(".goal-open details.more summary").await?;
    let name = app
        .js(
            "const copy = document.querySelector('.goal-open details.more summary').cloneNode(true);
             copy.querySelector('.what').remove();
             return copy.textContent.trim()",
            vec![],
        )
        .await?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}
