//! Waiting for a condition, with a deadline, never for a time.

use std::{path::PathBuf, time::Duration};

use thirtyfour::{By, WebElement};
use tokio::time;

use crate::{App, Result};

/// Longer than anything takes on a slow machine; reached only by failing tests.
pub(crate) const DEADLINE: Duration = Duration::from_secs(15);
/// Pause between two looks.
const STEP: Duration = Duration::from_millis(20);

impl App {
    /// Waits until the body of a function returns something true in the page.
    ///
    /// # Errors
    /// It does not in time, or throws.
    pub async fn wait_for(&self, body: &str) -> Result<()> {
        until(body, async || {
            let value = self.js(body, Vec::new()).await?;
            Ok(value.as_bool().unwrap_or(!value.is_null()).then_some(()))
        })
        .await
    }

    /// Waits for the first element that a CSS selector finds and that can be seen.
    ///
    /// # Errors
    /// There is none in time.
    pub async fn find(&self, css: &str) -> Result<WebElement> {
        until(css, async || {
            let Ok(element) = self.driver()?.find(By::Css(css)).await else {
                return Ok(None);
            };
            let visible = element.is_displayed().await.unwrap_or(false);
            Ok(visible.then_some(element))
        })
        .await
    }

    /// Waits until the text of the element that a CSS selector finds contains `text`.
    ///
    /// # Errors
    /// It does not in time.
    pub async fn wait_for_text(&self, css: &str, text: &str) -> Result<()> {
        until(&format!("`{text}` in {css}"), async || {
            let Ok(element) = self.driver()?.find(By::Css(css)).await else {
                return Ok(None);
            };
            let found = element.text().await.unwrap_or_default();
            Ok(found.contains(text).then_some(()))
        })
        .await
    }

    /// Waits for a finished download whose name ends like this; its path.
    ///
    /// # Errors
    /// None arrives in time.
    pub async fn wait_for_download(&self, ending: &str) -> Result<PathBuf> {
        until(&format!("a download *{ending}"), async || {
            let entries = std::fs::read_dir(self.download_dir())?;
            Ok(entries.flatten().map(|entry| entry.path()).find(|path| {
                // Unfinished files have another ending, or are still empty.
                path.to_string_lossy().ends_with(ending)
                    && path.metadata().is_ok_and(|file| file.len() > 0)
            }))
        })
        .await
    }
}

/// Looks again and again until there is something.
///
/// # Errors
/// The deadline passes, or looking fails.
pub(crate) async fn until<T>(
    what: &str,
    mut look: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let found = time::timeout(DEADLINE, async {
        loop {
            if let Some(found) = look().await? {
                return Ok(found);
            }
            time::sleep(STEP).await;
        }
    });
    match found.await {
        Ok(result) => result,
        Err(_) => Err(format!("waited {} s in vain for: {what}", DEADLINE.as_secs()).into()),
    }
}
