//! Goals: letters and ways out.

use serde_json::json;

use crate::{App, Result, wait::until};

impl App {
    /// Opens a new row in an empty or filled table.
    ///
    /// # Errors
    /// There is no button for it.
    pub async fn add_first(&self, item: &str) -> Result<()> {
        self.press_in("main", &format!("写第一条{item}")).await?;
        self.find(".goal-open").await?;
        Ok(())
    }

    /// The letters of the open goal with their verdicts: `S+` passes, `S-` fails, `S?` asks.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn letters(&self) -> Result<String> {
        self.letters_in(".goal-open .say-top").await
    }

    /// The same for the stamps inside the first element that a CSS selector finds.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn letters_in(&self, css: &str) -> Result<String> {
        let letters = self
            .js(
                "const sign = (stamp) => stamp.classList.contains('stamp-pass') ? '+'
                   : stamp.classList.contains('stamp-fail') ? '-' : '?';
                 const stamps = document.querySelectorAll(arguments[0] + ' .stamps .stamp');
                 return [...stamps].map((one) => one.textContent.trim() + sign(one)).join(' ')",
                vec![json!(css)],
            )
            .await?;
        Ok(letters.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the letters of the open goal contain these (`T+`).
    ///
    /// # Errors
    /// They do not; says what they were.
    pub async fn wait_for_letters(&self, wanted: &[&str]) -> Result<()> {
        let waited = until("letters", async || {
            let letters = self.letters().await?;
            Ok(wanted.iter().all(|one| letters.contains(one)).then_some(()))
        });
        if waited.await.is_err() {
            let found = self.letters().await?;
            return Err(format!("letters {found} instead of {wanted:?}").into());
        }
        Ok(())
    }

    /// The words of the ways out that the line of a letter offers.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn ways_out(&self, letter: char) -> Result<Vec<String>> {
        let lines = self
            .js(
                "const lines = [...document.querySelectorAll('.goal-open .why li')];
                 const line = lines.find((line) =>
                   line.querySelector('.stamp').textContent.trim() === arguments[0]);
                 return [...line.querySelectorAll('.chip:not(.chip-slot)')]
                   .map((chip) => chip.textContent.trim())",
                vec![json!(letter.to_string())],
            )
            .await?;
        let texts = lines.as_array().into_iter().flatten();
        Ok(texts
            .filter_map(|text| text.as_str().map(str::to_owned))
            .collect())
    }
}
