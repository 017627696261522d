//! Asking a colleague: the questions go out by copying, the answers come back beside their fields.

use e2e::{App, Lang, Result, Theme};

/// A goal without figures, and the window with its questions.
async fn asking(width: u32) -> Result<App> {
    let app = App::open(width, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    if width < 900 {
        app.press_in(".nav-bottom", "目录").await?;
    }
    app.go_to("目标（SMART）").await?;
    app.add_first("目标").await?;
    app.fill("目标描述", "把首次响应时长降下来").await?;
    app.press_on("这部分的更多操作").await?;
    app.press_in(".menu-list", "问同事").await?;
    app.find("#ask-text").await?;
    Ok(app)
}

/// The number of the question about this field.
async fn number_of(app: &App, field: &str) -> Result<String> {
    let text = app.value("#ask-text").await?;
    let line = text
        .lines()
        .find(|line| line.contains(&format!("的{field}")));
    let number = line.and_then(|line| line.split_once('.'));
    let (number, _) = number.ok_or(format!("{field} is not asked: {text}"))?;
    Ok(number.to_owned())
}

#[tokio::test]
async fn answers_are_used_taken_back_and_dismissed() -> Result<()> {
    let app = asking(1440).await?;
    app.must_be_accessible("questions").await?;
    let target = number_of(&app, "目标值").await?;
    app.press_in("dialog[open]", "复制").await?;
    app.wait_for_text("dialog[open] [role=status]", "已复制")
        .await?;
    app.paste_into("#ask-pasted", &format!("收到\n{target}、3"))
        .await?;
    app.press_on("收下答复").await?;
    app.wait_gone("dialog[open]").await?;
    app.wait_for_text(".form-in > .replies", "收到").await?;
    app.wait_for_text(".fields .reply", "3").await?;
    app.must_be_accessible("answers").await?;
    // Nothing is written unasked.
    app.wait_for_value("目标值", "").await?;

    app.click(".fields .reply .btn:not(.btn-quiet)").await?;
    app.wait_for_value("目标值", "3").await?;
    app.wait_gone(".fields .reply").await?;
    app.take_back().await?;
    app.wait_for_value("目标值", "").await?;
    app.find(".fields .reply").await?;

    app.click(".form-in > .replies .reply .btn-quiet").await?;
    app.wait_gone(".form-in > .replies").await?;
    app.wait_saved().await?;
    Ok(())
}

#[tokio::test]
async fn a_filled_field_shows_what_an_answer_would_change() -> Result<()> {
    let app = asking(1440).await?;
    let target = number_of(&app, "目标值").await?;
    app.paste_into("#ask-pasted", &format!("{target}. 3"))
        .await?;
    app.press_on("收下答复").await?;
    app.fill("目标值", "5").await?;
    app.wait_for_text(".fields .reply del", "5").await?;
    app.wait_for_text(".fields .reply ins", "3").await?;
    app.wait_for_value("目标值", "5").await
}

#[tokio::test]
async fn the_window_fits_a_phone() -> Result<()> {
    let app = asking(390).await?;
    app.wait_for(
        "const dialog = document.querySelector('dialog[open]');
         return dialog.scrollWidth <= dialog.clientWidth && dialog.clientWidth <= 390",
    )
    .await
}
