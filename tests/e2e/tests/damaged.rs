//! A file whose copies are all damaged: the page says so, hands out what is there, and keeps its
//! hands off.

use std::fs;

use e2e::{App, Lang, Result, Theme};
use serde_json::json;

/// Ruins every copy of every file, each in its own way.
const RUIN: &str = "
    const done = arguments[0];
    for (let at = 0; at < localStorage.length; at += 1) {
      const key = localStorage.key(at);
      if (key.startsWith('ops-charter.draft.')) localStorage.setItem(key, '坏了 local');
    }
    const open = indexedDB.open('ops-charter');
    open.onsuccess = () => {
      const writing = open.result.transaction('drafts', 'readwrite');
      const store = writing.objectStore('drafts');
      store.getAllKeys().onsuccess = (event) => {
        for (const key of event.target.result) store.put('坏了 ' + key, key);
      };
      writing.oncomplete = () => { open.result.close(); done(); };
    };";

#[tokio::test]
async fn a_file_with_no_whole_copy_is_said_so_and_handed_out() -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    app.fill("文件名称", "要坏的文件").await?;
    app.wait_saved().await?;
    // A second generation.
    app.fill("单位名称", "青禾生鲜").await?;
    app.wait_saved().await?;
    let id = app.file_id().await?;
    app.go_home().await?;
    app.wait_for_files(&["要坏的文件"]).await?;
    app.js_async(RUIN, vec![]).await?;
    let ruined = app.kept_drafts().await?;
    let local = app.stored(&format!("ops-charter.draft.{id}")).await?;
    assert_eq!(local.as_deref(), Some("坏了 local"));
    let copies = ruined.as_object().ok_or("no drafts")?.len() + 1;
    assert!(copies >= 2, "{ruined}");

    app.visit(&format!("#/draft/{id}")).await?;
    app.wait_for_text("main [role=alert]", "这份文件读不出来")
        .await?;
    app.wait_for_text("main [role=alert]", "没有改动").await?;
    let mut handed_out = Vec::new();
    for number in 1..=copies {
        app.press_on(&format!("下载原文 {number}")).await?;
        let file = app.wait_for_download(&format!("{id}-{number}.txt")).await?;
        handed_out.push(fs::read_to_string(file)?);
    }
    let whole = ruined
        .as_object()
        .into_iter()
        .flat_map(|kept| kept.values());
    let mut expected: Vec<_> = whole.filter_map(|text| text.as_str()).collect();
    expected.push("坏了 local");
    expected.sort_unstable();
    handed_out.sort_unstable();
    assert_eq!(handed_out, expected);

    // Also after a reload everything lies where it lay.
    app.reload().await?;
    app.wait_for_text("main [role=alert]", "这份文件读不出来")
        .await?;
    assert_eq!(app.kept_drafts().await?, ruined);
    let local = app.stored(&format!("ops-charter.draft.{id}")).await?;
    assert_eq!(json!(local), json!("坏了 local"));
    Ok(())
}

#[tokio::test]
async fn one_whole_copy_is_enough() -> Result<()> {
    let app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
    app.start_blank().await?;
    app.fill("文件名称", "好的文件").await?;
    app.wait_saved().await?;
    let id = app.file_id().await?;
    app.go_home().await?;
    app.store(&format!("ops-charter.draft.{id}"), "坏了")
        .await?;

    app.open_file("好的文件").await?;
    app.wait_for_text(".banner", "有一份损坏的副本已另外保管")
        .await?;
    app.wait_for_value("文件名称", "好的文件").await?;
    // Writing goes on, and mends the copy.
    app.fill("文件名称", "写下去").await?;
    app.wait_saved().await?;
    let copy = app.stored(&format!("ops-charter.draft.{id}")).await?;
    assert!(copy.is_some_and(|copy| copy.contains("好的文件写下去")));
    Ok(())
}
