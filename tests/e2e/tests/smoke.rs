//! The page starts, keeps to itself, and can be examined.

use e2e::{App, Lang, Result, Theme};
use serde_json::json;

#[tokio::test]
async fn page_starts_below_any_path_without_a_complaint() -> Result<()> {
    let mut app = App::open(1440, 900, Lang::En, Theme::Dark).await?;
    app.find("#app h1").await?;
    let html = app
        .js(
            "const html = document.documentElement; return [html.lang, html.dataset.theme]",
            vec![],
        )
        .await?;
    assert_eq!(html, json!(["en", "dark"]));
    assert_eq!(app.js("return innerWidth", vec![]).await?, json!(1440));
    let hidden = "return document.querySelectorAll('#crash[hidden], #unsupported[hidden]').length";
    assert_eq!(app.js(hidden, vec![]).await?, json!(2));
    assert_eq!(app.console_problems().await?, Vec::<String>::new());
    app.screenshot("smoke").await?;
    Ok(())
}

#[tokio::test]
async fn no_request_leaves_the_page() -> Result<()> {
    let mut app = App::open(390, 844, Lang::Zh, Theme::Light).await?;
    // Also when asked to: the policy stops it before anything is sent.
    let outcome = app
        .js_async(
            "const done = arguments[0];
             fetch('http://127.0.0.1:9/x').then(() => done('sent'), () => done('blocked'))",
            vec![],
        )
        .await?;
    assert_eq!(outcome, json!("blocked"));
    let complaints = app.console_problems().await?;
    let policy = |line: &String| line.contains("Content Security Policy");
    assert!(complaints.iter().any(policy), "{complaints:?}");

    let requests = app.requests().await?;
    let wanted = ["_bg.wasm", "cat.zh.", "boot-"];
    for part in wanted {
        assert!(
            requests.iter().any(|url| url.contains(part)),
            "no {part} in {requests:?}"
        );
    }
    let mut foreign = app.foreign_requests().await?;
    foreign.retain(|url| url != "http://127.0.0.1:9/x");
    assert_eq!(foreign, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn accessibility_rules_can_be_checked() -> Result<()> {
    let app = App::open(1024, 768, Lang::Zh, Theme::Light).await?;
    let serious = |app: Vec<e2e::Violation>| {
        let mut rules: Vec<_> = app.into_iter().map(|one| one.rule).collect();
        rules.retain(|rule| rule == "image-alt");
        rules
    };
    assert_eq!(serious(app.axe().await?), Vec::<String>::new());
    // The examination itself can fail.
    app.js(
        "document.querySelector('#app').append(new Image(9, 9))",
        vec![],
    )
    .await?;
    assert_eq!(serious(app.axe().await?), ["image-alt"]);
    Ok(())
}

#[tokio::test]
async fn what_is_stored_outlives_a_reload_and_the_worker_answers() -> Result<()> {
    let mut app = App::open(1024, 768, Lang::Zh, Theme::Light).await?;
    app.store("ops-charter.draft.test", "字").await?;
    app.reload().await?;
    assert_eq!(
        app.stored("ops-charter.draft.test").await?.as_deref(),
        Some("字")
    );

    // The notice of a crash gives the draft back without the app.
    app.js("document.querySelector('#crash').hidden = false", vec![])
        .await?;
    app.click("#crash-download").await?;
    let file = std::fs::read_to_string(app.wait_for_download(".json").await?)?;
    let rescued: serde_json::Value = serde_json::from_str(&file)?;
    assert_eq!(rescued["drafts"]["ops-charter.draft.test"], json!("字"));

    let answer = app
        .js_async(
            "const done = arguments[0];
             const worker = new Worker(window.__opsCharter.worker, { type: 'module' });
             worker.onerror = (event) => done(String(event.message));
             let stamp;
             worker.onmessage = ({ data }) => {
               if (data.stamp) {
                 stamp = data.stamp;
                 worker.postMessage({ id: 7, kind: 'ping', payload: '' });
               } else {
                 done([data.id, new TextDecoder().decode(data.payload) === stamp]);
               }
             };",
            vec![],
        )
        .await?;
    assert_eq!(answer, json!([7, true]));

    app.kill_browser().await?;
    app.reopen().await?;
    app.find("#app h1").await?;
    Ok(())
}
