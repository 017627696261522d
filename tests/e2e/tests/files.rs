//! My files: renamed, copied, deleted and taken back.

use e2e::{App, Lang, Result, Theme};

#[tokio::test]
async fn files_are_renamed_copied_deleted_and_taken_back() -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    app.fill("文件名称", "用户运营部职责").await?;
    app.wait_saved().await?;
    app.go_home().await?;
    app.wait_for_files(&["用户运营部职责"]).await?;

    app.menu("用户运营部职责", "改名").await?;
    app.find("#rename").await?.clear().await?;
    app.type_text("#rename", "二稿").await?;
    app.press_on("确定").await?;
    app.wait_for_files(&["二稿"]).await?;

    app.menu("二稿", "复制一份").await?;
    app.wait_for_files(&["二稿 副本", "二稿"]).await?;

    app.menu("二稿", "删除").await?;
    app.wait_for_files(&["二稿 副本"]).await?;
    app.wait_for_text(".toast", "二稿").await?;
    app.take_back().await?;
    app.wait_for_files(&["二稿 副本", "二稿"]).await?;

    // The way back is there after a reload too.
    app.menu("二稿 副本", "删除").await?;
    app.wait_for_files(&["二稿"]).await?;
    app.reload().await?;
    app.wait_for_files(&["二稿"]).await?;
    app.click(".trash summary").await?;
    app.press_in(".trash", "恢复").await?;
    app.wait_for_files(&["二稿 副本", "二稿"]).await?;

    // The copy is a file of its own, with the same words in it.
    app.open_file("二稿 副本").await?;
    app.fill("文件名称", "三稿").await?;
    app.wait_saved().await?;
    app.go_home().await?;
    app.open_file("二稿").await?;
    app.wait_for_value("文件名称", "用户运营部职责").await
}
