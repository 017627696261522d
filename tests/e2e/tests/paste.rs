//! A new file from text that is there already: duties and goals become rows, nothing is dropped.

use e2e::{App, Lang, Result, Theme};

const TEXT: &str = "用户运营部工作安排：
运营经理：制定季度运营计划并跟踪执行
负责每日监控订单异常并跟进处理
2027 年 6 月 30 日前把会员复购率从 18% 提升到 25%
会议室在三楼东侧";

#[tokio::test]
async fn duties_and_goals_become_rows() -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.press_on("从现成文字开始").await?;
    app.paste_into("#paste-text", TEXT).await?;
    // The first line is the title of the file, not one of its parts.
    app.wait_for_texts(
        ".piece p",
        &[
            "运营经理：制定季度运营计划并跟踪执行",
            "负责每日监控订单异常并跟进处理",
            "2027 年 6 月 30 日前把会员复购率从 18% 提升到 25%",
            "会议室在三楼东侧",
        ],
    )
    .await?;
    let guesses = app
        .js(
            "return [...document.querySelectorAll('.piece select')].map((one) => one.value)",
            vec![],
        )
        .await?;
    assert_eq!(
        guesses,
        serde_json::json!([
            "rows roles_duties duties",
            "rows roles_duties duties",
            "rows smart_goals goals",
            "tray"
        ])
    );

    app.press_on("生成文件").await?;
    app.wait_for_form().await?;
    app.go_to("目标（SMART）").await?;
    app.wait_for_rows(&["2027 年 6 月 30 日前把会员复购率从 18% 提升到 25%"])
        .await?;
    app.go_to("岗位职责").await?;
    app.wait_for_rows(&[
        "运营经理",
        "制定季度运营计划并跟踪执行",
        "负责每日监控订单异常并跟进处理",
    ])
    .await?;
    // What has no place is kept with the file.
    app.wait_saved().await?;
    let kept = app.kept_drafts().await?.to_string();
    assert!(kept.contains("会议室在三楼东侧"), "{kept}");
    Ok(())
}

#[tokio::test]
async fn a_part_can_be_put_elsewhere_and_the_report_is_beside_it() -> Result<()> {
    let app = App::open(390, 844, Lang::Zh, Theme::Light).await?;
    app.visit("#/paste").await?;
    app.paste_into("#paste-text", TEXT).await?;
    app.find(".audit").await?;
    // The last line has no place; it is made a work item, and the focus stays where it was.
    let moved = app
        .js(
            "const all = [...document.querySelectorAll('.piece select')];
             const last = all[all.length - 1];
             last.focus();
             last.value = 'rows work_content items';
             last.dispatchEvent(new Event('change', { bubbles: true }));
             return document.activeElement === last",
            vec![],
        )
        .await?;
    assert_eq!(moved, serde_json::json!(true));
    app.press_on("生成文件").await?;
    app.wait_for_form().await?;
    app.wait_saved().await?;
    let kept = app.kept_drafts().await?.to_string();
    assert!(kept.contains("会议室在三楼东侧"), "{kept}");
    assert!(!kept.contains("\"tray\""), "{kept}");
    Ok(())
}

#[tokio::test]
async fn text_is_added_to_an_open_file_and_taken_back_in_one_step() -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    app.press_on("贴入文字").await?;
    app.paste_into("#paste-into", TEXT).await?;
    app.find(".dialog-paste .piece").await?;
    app.press_on("加进这份文件").await?;
    app.go_to("岗位职责").await?;
    app.wait_for_rows(&[
        "运营经理",
        "制定季度运营计划并跟踪执行",
        "负责每日监控订单异常并跟进处理",
    ])
    .await?;
    app.press_on("撤销").await?;
    app.wait_for_rows(&[]).await
}
