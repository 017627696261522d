//! Nothing that was typed is lost: not with the tab, not with the browser, not with the power.

use std::time::Duration;

use e2e::{App, Lang, Result, Theme};
use tokio::time::Instant;

/// Longest time that something typed may be unsaved, with room for a slow machine.
const AT_RISK: Duration = Duration::from_millis(2_500);

#[tokio::test]
async fn what_is_called_saved_outlives_a_killed_browser() -> Result<()> {
    let mut app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    app.fill("文件名称", "用户运营部职责与工作内容").await?;
    app.go_to("指标与口径").await?;
    app.add_first("指标").await?;
    app.fill("指标名", "首次响应时长").await?;
    app.wait_saved().await?;
    app.kill_browser().await?;

    app.reopen().await?;
    app.open_file("用户运营部职责与工作内容").await?;
    app.wait_for_texts("#sec-title", &["指标与口径"]).await?;
    app.wait_for_value("指标名", "首次响应时长").await?;
    app.go_to("文件信息").await?;
    app.wait_for_value("文件名称", "用户运营部职责与工作内容")
        .await
}

#[tokio::test]
async fn a_tab_closed_in_the_middle_of_a_word_loses_nothing() -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    let address = app.js("return location.href", vec![]).await?;
    let address = address.as_str().ok_or("no address")?.to_owned();
    let driver = app.driver()?;
    let writing = driver.window().await?;
    let other = driver.new_tab().await?;
    driver.switch_to_window(writing).await?;

    // The clock that saves after a pause never rings: only closing can save.
    app.js("window.setTimeout = () => 0", vec![]).await?;
    app.fill("文件名称", "用户运营部职责").await?;
    assert_eq!(app.count("#save-status[data-state=saved]").await?, 0);
    driver.close_window().await?;

    driver.switch_to_window(other).await?;
    driver.goto(address).await?;
    app.wait_for_form().await?;
    app.wait_for_value("文件名称", "用户运营部职责").await
}

#[tokio::test]
async fn a_power_cut_in_the_middle_of_writing_costs_two_seconds_at_most() -> Result<()> {
    let mut app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    app.fill("文件名称", "断电").await?;
    app.wait_saved().await?;

    // Without a pause in which it could be saved quietly.
    let begin = Instant::now();
    let mut typed = Vec::new();
    while begin.elapsed() < AT_RISK * 2 {
        app.press("字").await?;
        typed.push(Instant::now());
    }
    let cut = Instant::now();
    app.kill_browser().await?;

    app.reopen().await?;
    app.find(".books h3").await?;
    let names = app.texts(".books h3").await?;
    let kept = names.concat().matches('字').count();
    let safe = typed.iter().filter(|at| cut - **at > AT_RISK).count();
    assert!(
        kept >= safe,
        "{kept} of {} letters kept, {safe} had to be",
        typed.len()
    );
    Ok(())
}
