//! Writing a goal: it is judged as it is typed, mended with one press, and never in the middle of
//! a Chinese composition.

use e2e::{App, Lang, Result, Theme, thirtyfour::Key};

const VAGUE: &str = "尽快明显改善客服体验";
const TIMELESS: &str = "把首次响应时长从 12 分钟降到 3 分钟";

/// An empty file at its goals, with the first one open.
async fn first_goal() -> Result<App> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    app.go_to("目标（SMART）").await?;
    app.add_first("目标").await?;
    Ok(app)
}

#[tokio::test]
async fn a_vague_goal_is_mended_with_one_press_and_taken_back() -> Result<()> {
    let app = first_goal().await?;
    app.fill("目标描述", VAGUE).await?;
    app.wait_for_letters(&["S-", "M-", "T-"]).await?;

    let ways = app.ways_out('T').await?;
    let deadline = ways.first().ok_or("no deadline is offered")?;
    app.press_in(".goal-open .why", deadline).await?;
    app.wait_for_letters(&["S-", "M-", "T+"]).await?;
    let field = app.field("目标描述").await?;
    let mended = app.value(&field).await?;
    assert_ne!(mended, VAGUE);
    app.wait_on_paper(&mended).await?;

    app.find(&field).await?.focus().await?;
    app.press_ctrl("z").await?;
    app.wait_for_value("目标描述", VAGUE).await?;
    app.wait_for_letters(&["S-", "M-", "T-"]).await?;
    app.press_ctrl("y").await?;
    app.wait_for_value("目标描述", &mended).await
}

#[tokio::test]
async fn nothing_is_judged_or_kept_in_the_middle_of_a_composition() -> Result<()> {
    let app = first_goal().await?;
    app.fill("目标描述", TIMELESS).await?;
    app.wait_for_letters(&["S+", "M+", "T-"]).await?;
    app.wait_on_paper(TIMELESS).await?;
    app.wait_saved().await?;
    let before = app.letters().await?;
    let field = app.field("目标描述").await?;

    // Half-made letters stand in the field, and nowhere else.
    app.press(Key::Home + "").await?;
    app.compose("2027nian6yue").await?;
    app.compose("2027 年 6 月底前").await?;
    let composing = format!("2027 年 6 月底前{TIMELESS}");
    assert_eq!(app.value(&field).await?, composing);
    assert_eq!(app.letters().await?, before);
    assert_eq!(app.paper().await?.matches("6 月底前").count(), 0);
    assert_eq!(app.count("#save-status[data-state=saved]").await?, 1);

    app.commit("2027 年 6 月底前").await?;
    app.wait_for_letters(&["T+"]).await?;
    app.wait_for_value("目标描述", &composing).await?;
    app.wait_on_paper(&composing).await
}

#[tokio::test]
async fn enter_in_a_composition_belongs_to_the_input_method() -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    app.choose("编制人", "＋ 新建岗位").await?;
    app.find(".name-new input").await?;
    app.compose("yun'ying").await?;
    app.press_composing_enter().await?;
    // The name is still being written: no row came of it.
    assert_eq!(app.count(".name-new input").await?, 1);
    assert_eq!(app.value(".name-new input").await?, "yun'ying");
    app.commit("运营经理").await?;
    assert_eq!(app.count(".name-new input").await?, 1);
    app.press(Key::Enter + "").await?;
    app.wait_for_value("编制人", "运营经理").await
}
