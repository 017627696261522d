//! A browser that lacks something gets a plain message in both languages instead of a blank page.

use e2e::{App, Result};
use serde_json::json;

#[tokio::test]
async fn a_browser_without_dialogs_gets_a_plain_message() -> Result<()> {
    without("delete window.HTMLDialogElement").await
}

#[tokio::test]
async fn a_browser_without_web_assembly_gets_a_plain_message() -> Result<()> {
    without("delete window.WebAssembly").await
}

/// The page in a browser from which a script has taken something.
async fn without(taken: &str) -> Result<()> {
    let app = App::prepare(390, 844).await?;
    app.before_load(taken).await?;
    app.driver()?.goto(app.url()).await?;
    app.wait_for_text("#unsupported", "浏览器版本太旧").await?;
    app.wait_for_text("#unsupported", "too old").await?;
    assert!(app.texts("#app, #crash").await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn a_browser_without_modules_gets_the_same() -> Result<()> {
    let app = App::prepare(390, 844).await?;
    // What such a browser makes of the page: the module never runs, the script for it does.
    app.cdp("Network.enable", json!({})).await?;
    app.cdp("Network.setBlockedURLs", json!({ "urls": ["*/boot-*"] }))
        .await?;
    app.before_load(
        "document.addEventListener('readystatechange', () => {
           if (document.readyState !== 'interactive') return;
           const old = document.createElement('script');
           old.src = document.querySelector('script[nomodule]').src;
           old.onload = () => document.dispatchEvent(new Event('DOMContentLoaded'));
           document.head.append(old);
         });",
    )
    .await?;
    app.driver()?.goto(app.url()).await?;
    app.wait_for_text("#unsupported", "浏览器版本太旧").await?;
    assert!(app.texts("#app").await?.is_empty());
    assert!(
        app.js("return window.__opsCharter", vec![])
            .await?
            .is_null()
    );
    Ok(())
}
