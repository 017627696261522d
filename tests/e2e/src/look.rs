//! Pictures of the page.

use std::{fs, path::PathBuf};

use crate::{App, Result};

impl App {
    /// Saves what the window shows as `target/shots/NAME.png`.
    ///
    /// # Errors
    /// The file cannot be written.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let path = shot_path(name)?;
        fs::write(&path, self.driver()?.screenshot_as_png().await?)?;
        Ok(path)
    }

    /// The same of the whole page, however long.
    ///
    /// # Errors
    /// The file cannot be written.
    pub async fn screenshot_full(&mut self, name: &str) -> Result<PathBuf> {
        let (width, height) = self.size;
        let full = self
            .js("return document.documentElement.scrollHeight", Vec::new())
            .await?;
        let full = full.as_u64().and_then(|full| u32::try_from(full).ok());
        self.resize(width, full.unwrap_or(height).max(height))
            .await?;
        let shot = self.screenshot(name).await;
        self.resize(width, height).await?;
        shot
    }
}

fn shot_path(name: &str) -> Result<PathBuf> {
    let folder = xtask::root().join("target/shots");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(format!("{name}.png")))
}
