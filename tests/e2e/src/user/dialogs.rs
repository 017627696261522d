//! Windows on top of the page.

use std::{fs, path::PathBuf};

use thirtyfour::Key;

use crate::{App, Result};

impl App {
    /// Opens the export window.
    ///
    /// # Errors
    /// It does not come.
    pub async fn open_export(&self) -> Result<()> {
        self.press_in(".bar", "导出").await?;
        self.find("dialog[open] input[name=export-format]").await?;
        Ok(())
    }

    /// Downloads the document in a format from the open export window; the finished file.
    ///
    /// # Errors
    /// No file arrives.
    pub async fn download(&self, format: &str) -> Result<PathBuf> {
        let choice = format!("dialog[open] input[name=export-format][value={format}]");
        self.click(&choice).await?;
        self.press_on("下载").await?;
        self.wait_for_download(&format!(".{format}")).await
    }

    /// The same as text.
    ///
    /// # Errors
    /// No file arrives, or it is not text.
    pub async fn download_text(&self, format: &str) -> Result<String> {
        Ok(fs::read_to_string(self.download(format).await?)?)
    }

    /// Takes a line of the menu that holds the bar's buttons in narrow windows.
    ///
    /// # Errors
    /// There is no such menu or line.
    pub async fn menu_of_bar(&self, line: &str) -> Result<()> {
        self.press_in(".bar", "更多").await?;
        self.press_in(".menu-list", line).await
    }

    /// Closes the window on top with Escape.
    ///
    /// # Errors
    /// It stays.
    pub async fn close_dialog(&self) -> Result<()> {
        self.press(Key::Escape + "").await?;
        self.wait_gone("dialog[open]").await
    }
}
