//! Drives the release build in a real browser.
//!
//! ```no_run
//! # async fn example() -> e2e::Result<()> {
//! use e2e::{App, Lang, Theme};
//! let mut app = App::open(1440, 900, Lang::Zh, Theme::Light).await?;
//! app.type_text("#name", "运营章程").await?;
//! app.wait_for("return document.title.length > 0").await?;
//! app.kill_browser().await?;
//! app.reopen().await?;
//! # Ok(()) }
//! ```
//!
//! Tests of the app read like a user's session: `user` finds fields, rows, files and buttons by
//! the words on them. `OPS_CHARTER_DIST` names another folder to drive than `dist`.
//!
//! Every [`App`] has a server, a driver, a browser and a profile of its own; all of them end with it.
#![forbid(unsafe_code)]

mod axe;
mod engine;
mod input;
mod look;
mod observe;
mod user;
mod wait;

pub use axe::Violation;
pub use thirtyfour;

use std::{
    fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::Duration,
};

use engine::{Driver, Engine};
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use xtask::serve::Server;

/// Any failure; a test returns it with `?`.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// The path that the page is served under: it must work below any.
const BASE: &str = "/some/path/";

/// How often the removal of a profile is tried, and the pause between two tries.
const CLEAN_UPS: u32 = 50;
const CLEAN_UP_PAUSE: Duration = Duration::from_millis(20);

/// Language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// Colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on light paper.
    Light,
    /// Light text on dark paper.
    Dark,
    /// High contrast.
    Contrast,
}

impl Lang {
    /// As it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

impl Theme {
    /// As it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

/// The page in a browser.
pub struct App {
    server: Server,
    engine: Engine,
    size: (u32, u32),
    folder: PathBuf,
    browser: Option<Driver>,
    requests: Vec<String>,
    console: Vec<String>,
    to_store: Vec<(String, String)>,
    /// Language and theme. A killed browser may have lost them: it writes local storage late.
    settings: Vec<(String, &'static str)>,
}

impl App {
    /// Opens the page in a fresh profile and waits until the app has taken the shell's place.
    ///
    /// # Errors
    /// There is no build, no browser, or the page does not start.
    pub async fn open(width: u32, height: u32, lang: Lang, theme: Theme) -> Result<Self> {
        let mut app = Self::prepare(width, height).await?;
        let settings = [("lang", lang.code()), ("theme", theme.code())];
        app.settings = settings
            .map(|(key, value)| (format!("ops-charter.{key}"), value))
            .into();
        app.to_store = app.settings_to_store();
        app.load().await?;
        Ok(app)
    }

    /// Starts the browser without the page, so that a test can put something into storage
    /// ([`App::store_before_load`]) or break something ([`App::before_load`]) before
    /// [`App::load`].
    ///
    /// # Errors
    /// There is no build or no browser.
    pub async fn prepare(width: u32, height: u32) -> Result<Self> {
        let dist = xtask::dist();
        if !dist.join("index.html").is_file() {
            return Err(format!("no page in {}: cargo xtask build", dist.display()).into());
        }
        let mut app = Self {
            server: Server::local(&dist, BASE)?,
            engine: Engine::Chromium,
            size: (width, height),
            folder: fresh_folder()?,
            browser: None,
            requests: Vec::new(),
            console: Vec::new(),
            to_store: Vec::new(),
            settings: Vec::new(),
        };
        app.launch().await?;
        Ok(app)
    }

    /// Loads the page and waits until the app has taken the shell's place.
    ///
    /// # Errors
    /// The page does not start in time.
    pub async fn load(&mut self) -> Result<()> {
        let script = format!(
            "for (const [key, value] of {}) localStorage.setItem(key, value);",
            json!(self.to_store)
        );
        self.to_store.clear();
        // Only for this one load: later ones must find what the app left.
        let added = self.before_load(&script).await?;
        self.driver()?.goto(self.url()).await?;
        self.cdp("Page.removeScriptToEvaluateOnNewDocument", added)
            .await?;
        self.wait_started().await
    }

    /// Reloads the page as F5 does.
    ///
    /// # Errors
    /// The page does not start in time.
    pub async fn reload(&self) -> Result<()> {
        self.driver()?.refresh().await?;
        self.wait_started().await
    }

    async fn wait_started(&self) -> Result<()> {
        self.wait_for(
            "const app = document.querySelector('#app');
             return app.childElementCount > 0 && !app.querySelector('[data-only]');",
        )
        .await
    }

    /// Kills the browser at once, as a power cut would. Nothing works until [`App::reopen`].
    ///
    /// # Errors
    /// There is no browser.
    pub async fn kill_browser(&mut self) -> Result<()> {
        let driver = self.browser.take().ok_or("the browser is not running")?;
        driver.kill().await
    }

    /// Starts the browser again on the same profile and loads the page.
    ///
    /// # Errors
    /// The page does not start in time.
    pub async fn reopen(&mut self) -> Result<()> {
        drop(self.browser.take());
        self.launch().await?;
        self.to_store.extend(self.settings_to_store());
        self.load().await
    }

    fn settings_to_store(&self) -> Vec<(String, String)> {
        let settings = self.settings.iter();
        settings
            .map(|(key, value)| (key.clone(), (*value).to_owned()))
            .collect()
    }

    async fn launch(&mut self) -> Result<()> {
        let browser = self
            .engine
            .launch(&self.profile(), &self.download_dir())
            .await?;
        self.browser = Some(browser);
        let (width, height) = self.size;
        self.resize(width, height).await
    }

    /// Sets the size of the viewport in CSS pixels.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn resize(&mut self, width: u32, height: u32) -> Result<()> {
        self.size = (width, height);
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false
        });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        Ok(())
    }

    /// Makes the browser ask for these languages, the first one first (`zh-CN,zh`), as its
    /// settings would.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn ask_for_language(&self, languages: &str) -> Result<()> {
        let agent = self.js("return navigator.userAgent", Vec::new()).await?;
        let asked = json!({ "userAgent": agent, "acceptLanguage": languages });
        self.cdp("Emulation.setUserAgentOverride", asked).await?;
        Ok(())
    }

    /// Puts a value into local storage.
    ///
    /// # Errors
    /// Storage is blocked or full.
    pub async fn store(&self, key: &str, value: &str) -> Result<()> {
        self.js(
            "localStorage.setItem(arguments[0], arguments[1])",
            vec![json!(key), json!(value)],
        )
        .await?;
        Ok(())
    }

    /// A value of local storage.
    ///
    /// # Errors
    /// Storage is blocked.
    pub async fn stored(&self, key: &str) -> Result<Option<String>> {
        let value = self
            .js(
                "return localStorage.getItem(arguments[0])",
                vec![json!(key)],
            )
            .await?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Puts a value into local storage right before the next [`App::load`].
    pub fn store_before_load(&mut self, key: &str, value: &str) {
        self.to_store.push((key.to_owned(), value.to_owned()));
    }

    /// Runs a script before any of the page's own, in every page loaded from now on; returns
    /// what the browser calls it.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn before_load(&self, script: &str) -> Result<Value> {
        let source = json!({ "source": script });
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source)
            .await
    }

    /// Runs the body of a function in the page; what it returns.
    ///
    /// # Errors
    /// The script throws.
    pub async fn js(&self, body: &str, args: Vec<Value>) -> Result<Value> {
        Ok(self.driver()?.execute(body, args).await?.json().clone())
    }

    /// The same for a body that calls its last argument when it is done.
    ///
    /// # Errors
    /// The script throws or never calls.
    pub async fn js_async(&self, body: &str, args: Vec<Value>) -> Result<Value> {
        Ok(self
            .driver()?
            .execute_async(body, args)
            .await?
            .json()
            .clone())
    }

    /// Sends a command of the browser's debugging protocol.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn cdp(&self, method: &str, params: Value) -> Result<Value> {
        Ok(self.driver()?.cdp().send_raw(method, params).await?)
    }

    /// The driver, for everything that has no helper here.
    ///
    /// # Errors
    /// The browser was killed.
    pub fn driver(&self) -> Result<&WebDriver> {
        let browser = self.browser.as_ref().ok_or("the browser is not running")?;
        browser.session()
    }

    /// The page's address.
    pub fn url(&self) -> String {
        self.server.url().to_owned()
    }

    /// An address below the page's.
    pub fn url_of(&self, path: &str) -> String {
        format!("{}{path}", self.server.url())
    }

    /// Where downloads arrive; empty at first.
    pub fn download_dir(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    fn profile(&self) -> PathBuf {
        self.folder.join("profile")
    }
}

impl Drop for App {
    fn drop(&mut self) {
        drop(self.browser.take());
        // The killed browser's children may still write for a moment. A leftover is harmless.
        let gone = || fs::remove_dir_all(&self.folder).is_ok() || !self.folder.exists();
        let _ = (0..CLEAN_UPS).any(|_| {
            let done = gone();
            if !done {
                thread::sleep(CLEAN_UP_PAUSE);
            }
            done
        });
    }
}

/// A folder that no other test has: profile and downloads.
fn fresh_folder() -> Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("ops-charter-e2e-{}-{number}", process::id()));
    if Path::new(&folder).exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("downloads"))?;
    Ok(folder)
}
