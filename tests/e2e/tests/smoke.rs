//! The page starts, keeps to itself, and can be examined.

use e2e::{App, Lang, Result, Theme, thirtyfour::By};
use serde_json::{Value, json};

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
async fn the_last_draft_can_be_taken_from_a_page_that_has_stopped() -> Result<()> {
    let app = App::prepare(1024, 768).await?;
    app.before_load(
        "WebAssembly.instantiateStreaming = WebAssembly.instantiate = null;
         localStorage.setItem('ops-charter.draft.test', '\"字\"');
         localStorage.setItem('other', 'x');",
    )
    .await?;
    app.driver()?.goto(app.url()).await?;
    app.click("#crash-download").await?;
    let file = std::fs::read_to_string(app.wait_for_download(".json").await?)?;
    let rescued: Value = serde_json::from_str(&file)?;
    let drafts = json!({ "ops-charter.draft.test": "\"字\"" });
    assert_eq!(rescued["drafts"], drafts);
    Ok(())
}

#[tokio::test]
async fn an_old_browser_gets_a_plain_message() -> Result<()> {
    let app = App::prepare(1024, 768).await?;
    app.before_load("delete window.structuredClone").await?;
    app.driver()?.goto(app.url()).await?;
    app.wait_for_text("#unsupported", "109").await?;
    assert!(
        !app.driver()?
            .find(By::Id("app"))
            .await?
            .is_displayed()
            .await?
    );
    Ok(())
}

#[tokio::test]
async fn the_worker_of_this_build_answers() -> Result<()> {
    let app = App::open(1024, 768, Lang::Zh, Theme::Light).await?;
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
                 done([data.id, stamp, new TextDecoder().decode(data.payload)]);
               }
             };",
            vec![],
        )
        .await?;
    assert_eq!(answer[0], json!(7));
    assert_eq!(answer[1], answer[2]);
    assert!(
        answer[1].as_str().is_some_and(|stamp| stamp.contains('+')),
        "{answer}"
    );
    Ok(())
}

#[tokio::test]
async fn a_killed_browser_comes_back_on_its_profile() -> Result<()> {
    let mut app = App::open(1024, 768, Lang::En, Theme::Light).await?;
    app.js_async(
        "const done = arguments[0];
         const open = indexedDB.open('probe');
         open.onupgradeneeded = () => open.result.createObjectStore('s');
         open.onsuccess = () => {
           const writing = open.result.transaction('s', 'readwrite', { durability: 'strict' });
           writing.objectStore('s').put('字', 1);
           writing.oncomplete = () => done();
         };",
        vec![],
    )
    .await?;
    app.kill_browser().await?;
    assert!(app.driver().is_err());
    app.reopen().await?;
    let kept = app
        .js_async(
            "const done = arguments[0];
             const open = indexedDB.open('probe');
             open.onsuccess = () => {
               const reading = open.result.transaction('s').objectStore('s').get(1);
               reading.onsuccess = () => done(reading.result);
             };",
            vec![],
        )
        .await?;
    assert_eq!(kept, json!("字"));
    // The window's size is part of the session, so it has to be set again.
    assert_eq!(app.js("return innerWidth", vec![]).await?, json!(1024));
    Ok(())
}

#[tokio::test]
async fn an_input_method_can_be_driven() -> Result<()> {
    let app = App::open(1024, 768, Lang::Zh, Theme::Light).await?;
    app.js(
        "const field = document.createElement('input');
         field.id = 'probe';
         document.body.append(field);
         window.seen = [];
         for (const kind of ['compositionstart', 'compositionend'])
           field.addEventListener(kind, (event) => seen.push(kind + event.data));",
        vec![],
    )
    .await?;
    app.type_text("#probe", "a").await?;
    app.compose("yun'y").await?;
    app.compose("运营").await?;
    assert_eq!(app.value("#probe").await?, "a运营");
    assert_eq!(
        app.js("return seen", vec![]).await?,
        json!(["compositionstart"])
    );
    app.commit("运营").await?;
    app.press("z").await?;
    assert_eq!(app.value("#probe").await?, "a运营z");
    let seen = json!(["compositionstart", "compositionend运营"]);
    assert_eq!(app.js("return seen", vec![]).await?, seen);
    Ok(())
}
