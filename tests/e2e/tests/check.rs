//! Goals checked without a charter.

use e2e::{App, Lang, Result, Theme};

const LINES: &str = "尽快明显改善客服体验
2027 年底前把首次响应时长从 12 分钟降到 3 分钟
加强团队建设
2027 年 6 月 30 日前把会员复购率从 18% 提升到 25%
提升用户满意度";

const ANSWER: &str = "好的，以下是为您制定的运营目标：

## 一、用户增长

1. **提升复购**：2027 年 6 月 30 日前把会员复购率从 18% 提升到 25%。
2. **提速响应**：2027 年底前把首次响应时长从 12 分钟降到 3 分钟。

希望这些内容对您有所帮助！";

async fn checking() -> Result<App> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.visit("#/check").await?;
    app.find("#check-text").await?;
    Ok(app)
}

#[tokio::test]
async fn five_lines_get_five_verdicts_and_the_good_ones_become_a_charter() -> Result<()> {
    let app = checking().await?;
    app.paste_into("#check-text", LINES).await?;
    app.find(".verdicts tbody tr:nth-child(5)").await?;
    assert_eq!(app.count(".verdicts tbody tr").await?, 5);
    let letters = async |row: u32| {
        let row = format!(".verdicts tbody tr:nth-child({row})");
        app.letters_in(&row).await
    };
    assert!(letters(1).await?.starts_with("S- M-"));
    for good in [2, 4] {
        let letters = letters(good).await?;
        assert!(
            letters.starts_with("S+ M+") && letters.ends_with("T+"),
            "{letters}"
        );
    }
    assert!(letters(5).await?.ends_with("T-"));

    app.press_on("带进新文件").await?;
    app.wait_for_form().await?;
    app.go_to("目标（SMART）").await?;
    let good: Vec<&str> = LINES.lines().skip(1).step_by(2).collect();
    app.wait_for_rows(&good).await
}

#[tokio::test]
async fn a_fix_on_the_page_changes_only_its_line() -> Result<()> {
    let app = checking().await?;
    app.paste_into("#check-text", LINES).await?;
    app.find(".verdicts tbody tr:nth-child(5) .chip").await?;
    app.click(".verdicts tbody tr:nth-child(5) .chip").await?;
    let others: Vec<&str> = LINES.lines().take(4).collect();
    let others = serde_json::to_string(&others.join("\n"))?;
    let last = "document.querySelector('#check-text').value.split('\\n')";
    app.wait_for(&format!(
        "const lines = {last};
         return lines.slice(0, 4).join('\\n') === {others} && lines[4] !== '提升用户满意度'"
    ))
    .await
}

#[tokio::test]
async fn goals_are_found_in_the_answer_of_a_chat_bot() -> Result<()> {
    let app = checking().await?;
    app.paste_into("#check-text", ANSWER).await?;
    app.find(".verdicts tbody tr").await?;
    let goals = app.texts(".verdicts tbody tr td:nth-child(2)").await?;
    assert_eq!(goals.len(), 2, "{goals:?}");
    assert!(
        goals[0].contains("会员复购率从 18% 提升到 25%"),
        "{goals:?}"
    );
    assert!(
        goals[1].contains("首次响应时长从 12 分钟降到 3 分钟"),
        "{goals:?}"
    );
    assert!(!goals.concat().contains("**"), "{goals:?}");
    Ok(())
}

#[tokio::test]
async fn a_goal_typed_on_the_start_page_goes_along() -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.type_text("#quick-goal", "尽快明显改善客服体验").await?;
    app.press_on("检查").await?;
    app.find(".verdicts tbody tr").await?;
    assert_eq!(app.value("#check-text").await?, "尽快明显改善客服体验");
    Ok(())
}
