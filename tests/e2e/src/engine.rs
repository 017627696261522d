//! Browsers and their drivers: start, kill.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::{
    Result,
    wait::{DEADLINE, until},
};

const CHROMIUM_FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

/// A kind of browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
}

impl Engine {
    /// Starts a driver and a browser on the profile.
    pub(crate) async fn launch(self, profile: &Path, downloads: &Path) -> Result<Driver> {
        match self {
            Self::Chromium => chromium(profile, downloads).await,
        }
    }
}

/// A running driver and its browser; both end when it is dropped.
pub(crate) struct Driver {
    process: Child,
    session: Option<WebDriver>,
    /// The browser's process id.
    browser: Option<u64>,
    profile: PathBuf,
}

impl Driver {
    pub(crate) fn session(&self) -> Result<&WebDriver> {
        Ok(self.session.as_ref().ok_or("the browser has not started")?)
    }

    /// SIGKILL: the browser gets no chance to write anything. Returns when it is gone.
    pub(crate) async fn kill(self) -> Result<()> {
        let killed = self.processes();
        drop(self);
        until("the end of the killed browser", async || {
            Ok((!killed.iter().copied().any(alive)).then_some(()))
        })
        .await
    }

    /// The browser and those of its children that know its profile, which are those that write.
    fn processes(&self) -> Vec<u64> {
        let children = children_with(&self.profile.to_string_lossy());
        self.browser.into_iter().chain(children).collect()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let processes = self.processes();
        if !processes.is_empty() {
            let ids = processes.iter().map(ToString::to_string);
            // `kill` complains only about those that are gone already.
            let _ = Command::new("kill")
                .arg("-9")
                .args(ids)
                .stderr(Stdio::null())
                .status();
        }
        if let Some(session) = self.session.take() {
            // There is nobody left to say goodbye to.
            let _ = session.leak();
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Processes started with this text among their arguments; none where /proc is missing.
fn children_with(text: &str) -> Vec<u64> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let pid = entry.file_name().to_str()?.parse().ok()?;
            let arguments = fs::read(entry.path().join("cmdline")).ok()?;
            String::from_utf8_lossy(&arguments)
                .contains(text)
                .then_some(pid)
        })
        .collect()
}

/// Whether a process still runs; one that only waits to be counted as ended does not.
fn alive(pid: u64) -> bool {
    let Ok(stat) = fs::read_to_string(format!("/proc/{pid}/stat")) else {
        return false;
    };
    // "pid (name) state …"; the name may hold anything.
    let state = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
    !state.starts_with(['Z', 'X'])
}

async fn chromium(profile: &Path, downloads: &Path) -> Result<Driver> {
    // Left behind by a killed browser; the driver would read the old port from it.
    let _ = fs::remove_file(profile.join("DevToolsActivePort"));
    let mut process = Command::new("chromedriver")
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("chromedriver does not start: {error}"))?;
    let port = announced_port(&mut process);
    let mut driver = Driver {
        process,
        session: None,
        browser: None,
        profile: profile.to_owned(),
    };
    let mut args: Vec<String> = CHROMIUM_FLAGS.iter().map(ToString::to_string).collect();
    args.push(format!("--user-data-dir={}", profile.display()));
    let capabilities = json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "args": args,
            "prefs": {
                "download.default_directory": downloads,
                "download.prompt_for_download": false,
            },
        },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    });
    let Value::Object(capabilities) = capabilities else {
        return Err("capabilities are an object".into());
    };
    let address = format!("http://127.0.0.1:{}", port?);
    let session = WebDriver::new(address, Capabilities::from(capabilities)).await?;
    driver.browser = session
        .capabilities()
        .get("goog:processID")
        .and_then(Value::as_u64);
    session.set_script_timeout(DEADLINE).await?;
    driver.session = Some(session);
    if driver.browser.is_none() {
        return Err("the driver does not name the browser's process".into());
    }
    Ok(driver)
}

/// The free port that chromedriver took, from its first lines.
fn announced_port(process: &mut Child) -> Result<u16> {
    let out = process.stdout.take().ok_or("no output of chromedriver")?;
    for line in BufReader::new(out).lines() {
        let line = line?;
        if let Some((_, port)) = line.split_once("successfully on port ") {
            return Ok(port.trim_end_matches('.').parse()?);
        }
    }
    Err("chromedriver ended without naming its port".into())
}
