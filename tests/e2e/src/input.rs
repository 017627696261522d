//! Typing and clicking like a person.

use serde_json::json;

use crate::{App, Result};

impl App {
    /// Clicks the element that a CSS selector finds.
    ///
    /// # Errors
    /// There is none, or something covers it.
    pub async fn click(&self, css: &str) -> Result<()> {
        self.find(css).await?.click().await?;
        Ok(())
    }

    /// Clicks into a field and types at its end, key by key.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn type_text(&self, css: &str, text: &str) -> Result<()> {
        let field = self.find(css).await?;
        field.click().await?;
        // The click leaves the caret where it hit; fields of numbers and dates know no caret.
        self.js(
            "const field = document.querySelector(arguments[0]);
             try { field.setSelectionRange(field.value.length, field.value.length); } catch {}",
            vec![json!(css)],
        )
        .await?;
        field.send_keys(text).await?;
        Ok(())
    }

    /// Presses keys (`thirtyfour::Key` or text) where the focus is.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) -> Result<()> {
        let focused = self.driver()?.active_element().await?;
        focused.send_keys(keys).await?;
        Ok(())
    }

    /// Leaves an input method's composition open with this text where the focus is.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn compose(&self, text: &str) -> Result<()> {
        // The protocol counts UTF-16 units.
        let end = text.encode_utf16().count();
        let composition = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
        self.cdp("Input.imeSetComposition", composition).await?;
        Ok(())
    }

    /// Ends the open composition with this text.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn commit(&self, text: &str) -> Result<()> {
        self.cdp("Input.insertText", json!({ "text": text }))
            .await?;
        Ok(())
    }

    /// Presses Enter while a composition is open: the page sees a key of the input method's.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn press_composing_enter(&self) -> Result<()> {
        for kind in ["rawKeyDown", "keyUp"] {
            let key = json!({
                "type": kind, "key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229
            });
            self.cdp("Input.dispatchKeyEvent", key).await?;
        }
        Ok(())
    }

    /// The present value of a field.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn value(&self, css: &str) -> Result<String> {
        let field = self.find(css).await?;
        Ok(field.prop("value").await?.unwrap_or_default())
    }
}
