//! The opening section is drafted from the rest, and the user's words are never replaced unseen.

use e2e::{App, Lang, Result, Theme};

const OPENING: &str = "目的、范围与核心要素";
const FIRST: &str = "把 2 个岗位的分工和 1 项指标的口径写在一处";

/// Adds a measure and comes back to the opening section.
async fn one_more_measure(app: &App, name: &str) -> Result<()> {
    app.go_to("指标与口径").await?;
    app.press_on("新增指标").await?;
    app.fill("指标名", name).await?;
    app.go_to(OPENING).await
}

#[tokio::test]
async fn a_draft_is_taken_edited_and_updated_only_when_asked() -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    app.go_to(OPENING).await?;
    assert_eq!(app.count(".drafts").await?, 0);
    app.go_to("岗位职责").await?;
    app.press_in("main", "粘贴多行").await?;
    app.paste_into("dialog[open] textarea", "运营经理\n客服专员")
        .await?;
    app.press_on("生成 2 行").await?;
    app.go_to("指标与口径").await?;
    app.add_first("指标").await?;
    app.fill("指标名", "首次响应时长").await?;

    app.go_to(OPENING).await?;
    app.wait_for_text(".drafts", FIRST).await?;
    app.must_be_accessible("drafts on offer").await?;
    app.press_in(".drafts", "全部采用").await?;
    app.wait_for_value("目的", FIRST).await?;
    app.wait_gone(".drafts").await?;
    app.wait_on_paper(FIRST).await?;

    app.fill("目的", "，先试行").await?;
    let own = format!("{FIRST}，先试行");
    one_more_measure(&app, "复购率").await?;
    app.wait_for_text(".draft-changed", "“目的”：事实有变，可更新")
        .await?;
    app.wait_for_value("目的", &own).await?;
    app.wait_for_text(".draft-changed", "先试行").await?;
    app.wait_for_text(".draft-changed ins", "2").await?;
    app.must_be_accessible("an update on offer").await?;
    app.press_in(".draft-changed", "保留原句").await?;
    app.wait_gone(".draft-changed").await?;
    app.wait_for_value("目的", &own).await?;

    one_more_measure(&app, "退款率").await?;
    app.press_in(".draft-changed", "更新").await?;
    let updated = FIRST.replace("1 项", "3 项");
    app.wait_for_value("目的", &updated).await?;
    app.take_back().await?;
    app.wait_for_value("目的", &own).await
}
