//! Kinds and structures: chosen at the start, changed later, arranged, and added to.

use e2e::{App, Lang, Result, Theme, thirtyfour::Key};

const OUTLINE: &str = ".ol .ol-it > span:first-of-type";

async fn open() -> Result<App> {
    App::open(1440, 900, Lang::Zh, Theme::Light).await
}

#[tokio::test]
async fn every_kind_offers_two_structures_and_more() -> Result<()> {
    let app = open().await?;
    for kind in [
        "运营职责及工作内容",
        "运营工作总则",
        "运营主管细节管理",
        "运营支撑",
        "运营中控",
    ] {
        app.choose_kind(kind).await?;
        let shown = app.texts("section:first-of-type > .ways h3").await?;
        assert_eq!(shown, ["精简版", "完整版"], "{kind}");
        app.press_on("更多结构").await?;
        assert_eq!(app.texts("details .ways h3").await?.len(), 3, "{kind}");
        app.must_be_accessible(kind).await?;
        app.go_home().await?;
    }
    app.choose_kind("运营中控").await?;
    app.press_on("用“精简版”开始").await?;
    app.wait_for_form().await?;
    app.go_to("数据监控与预警").await
}

#[tokio::test]
async fn a_sample_is_looked_into_before_it_is_taken() -> Result<()> {
    let app = open().await?;
    app.choose_kind("运营职责及工作内容").await?;
    app.press_on("先看内容").await?;
    app.find("dialog[open] .look li").await?;
    app.must_be_accessible("a look into a sample").await?;
    app.close_dialog().await?;
    app.go_home().await?;
    assert_eq!(app.count(".books").await?, 0, "nothing was made");
    Ok(())
}

#[tokio::test]
async fn another_structure_keeps_what_it_does_not_show() -> Result<()> {
    let app = open().await?;
    app.start_blank().await?;
    app.go_to("会议与节奏").await?;
    app.add_first("会议").await?;
    app.fill("会议", "周会").await?;
    app.press_on("更换类型或结构").await?;
    app.choose("类型", "运营中控").await?;
    app.find("dialog[open] .plan").await?;
    app.must_be_accessible("changing the structure").await?;
    app.press_on("换成这个结构").await?;
    app.press_in(".ol", "留存，未显示").await?;
    app.press_in(".ol", "重新显示 会议与节奏").await?;
    app.wait_for_texts("#sec-title", &["会议与节奏"]).await?;
    app.wait_for_rows(&["周会"]).await
}

#[tokio::test]
async fn sections_move_by_keyboard_and_stay_moved() -> Result<()> {
    let app = open().await?;
    app.start_blank().await?;
    app.go_to("指标与口径").await?;
    let before = app.texts(OUTLINE).await?;
    app.js(
        "document.querySelector('.ol-it[aria-current]').focus()",
        Vec::new(),
    )
    .await?;
    app.press_alt(Key::Up).await?;
    app.wait_for("return document.activeElement.matches('.ol-it[aria-current]')")
        .await?;
    let after = app.texts(OUTLINE).await?;
    assert_ne!(before, after);
    app.wait_saved().await?;
    app.reload().await?;
    app.wait_for_form().await?;
    let after: Vec<&str> = after.iter().map(String::as_str).collect();
    app.wait_for_texts(OUTLINE, &after).await
}

#[tokio::test]
async fn a_table_of_ones_own_is_filled_and_printed() -> Result<()> {
    let app = open().await?;
    app.start_blank().await?;
    app.press_on("添加部分").await?;
    app.type_text("#own-title", "门店清单").await?;
    app.press_on("新增表格部分").await?;
    app.wait_for_texts("#sec-title", &["门店清单"]).await?;
    app.press_on("粘贴多行").await?;
    app.type_text("#own-paste", "东站|近地铁|王\n西站|待装修|李")
        .await?;
    app.press_on("确定").await?;
    app.wait_for("return document.querySelectorAll('.own-table tbody tr').length === 2")
        .await?;
    app.must_be_accessible("a table of one's own").await?;
    app.wait_on_paper("近地铁").await?;
    app.wait_on_paper("门店清单").await
}

#[tokio::test]
async fn the_next_step_can_be_skipped() -> Result<()> {
    let app = open().await?;
    app.start_blank().await?;
    app.wait_for_text(".ol-next", "先填文件名称和团队").await?;
    app.press_on("跳过这一步").await?;
    app.wait_for_text(".ol-next", "列出岗位").await?;
    app.take_back().await?;
    app.wait_for_text(".ol-next", "先填文件名称和团队").await
}

#[tokio::test]
async fn the_header_recommends_and_says_why() -> Result<()> {
    let app = open().await?;
    app.choose_kind("运营支撑").await?;
    app.press_on("用“精简版”开始").await?;
    app.wait_for_form().await?;
    app.click("details.more summary").await?;
    app.choose("行业", "制造").await?;
    app.press_on("添加部分").await?;
    app.wait_for_text("dialog[open] .recs", "因为行业为制造：实物要流转")
        .await?;
    app.must_be_accessible("adding a section").await
}
