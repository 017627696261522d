//! Rows of tables.

use thirtyfour::Key;

use crate::{App, Result};

/// Names of the rows, open or closed.
const NAMES: &str = "main .rows .goal-line";

impl App {
    /// Waits until a section's rows have these names, in this order.
    ///
    /// # Errors
    /// They have not.
    pub async fn wait_for_rows(&self, names: &[&str]) -> Result<()> {
        self.wait_for_texts(NAMES, names).await
    }

    /// Opens the closed row with this name.
    ///
    /// # Errors
    /// There is none.
    pub async fn open_row(&self, name: &str) -> Result<()> {
        let line = self.named_in(name, ".row-line .goal-line", Some("main"));
        line.await?.click().await?;
        self.wait_for_text(".goal-open .goal-head", name).await
    }

    /// Presses a key with Alt where the focus is.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn press_alt(&self, key: Key) -> Result<()> {
        self.press(Key::Alt + key).await
    }

    /// Presses a letter with Ctrl where the focus is.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn press_ctrl(&self, letter: &str) -> Result<()> {
        self.press(Key::Control + letter).await
    }

    /// Pastes into the field that a CSS selector finds: the text arrives at once, as one input.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn paste_into(&self, css: &str, text: &str) -> Result<()> {
        self.find(css).await?.click().await?;
        // Not key by key: a tab or line break in it is text.
        self.commit(text).await
    }
}
