//! The app as a person sees it: things are found by their words, not by their place in the page.
//!
//! Names are the Chinese ones; tests of English look at the page through the plain helpers.

mod dialogs;
mod editor;
mod goals;
mod rows;
mod start;

use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::{App, Result, Violation, wait::until};

/// Finds what a person would call by a name: the words on it, or its label for those who cannot
/// see it; counters, hints and words for screen readers alone do not count.
const NAMED: &str = "
    const [wanted, kinds, scope] = arguments;
    const bare = (text) => text.replace(/\\s+/g, '');
    const name = (element) => {
      const label = element.getAttribute('aria-label');
      if (label) return label;
      const strong = element.querySelector('strong');
      if (strong) return strong.textContent;
      const copy = element.cloneNode(true);
      for (const part of copy.querySelectorAll('.vh, .count, small, .what')) part.remove();
      return copy.textContent;
    };
    const dialog = document.querySelector('dialog[open]');
    const root = scope ? document.querySelector(scope) : dialog || document;
    if (!root) return null;
    return [...root.querySelectorAll(kinds)].find((element) =>
      bare(name(element)) === bare(wanted) && element.checkVisibility()) || null;";

/// What can be pressed.
const PRESSED: &str = "button, a, summary, [role=menuitem]";

impl App {
    /// Waits for a button, link or menu line with this name; in the open window if there is one.
    ///
    /// # Errors
    /// There is none in time.
    pub async fn named(&self, name: &str) -> Result<WebElement> {
        self.named_in(name, PRESSED, None).await
    }

    /// Waits for an element of these kinds with this name, inside the first that `scope` finds.
    pub(crate) async fn named_in(
        &self,
        name: &str,
        kinds: &str,
        scope: Option<&str>,
    ) -> Result<WebElement> {
        until(&format!("“{name}”"), async || {
            let args = vec![json!(name), json!(kinds), json!(scope)];
            let found = self.driver()?.execute(NAMED, args).await?;
            Ok(match found.json() {
                Value::Null => None,
                _ => Some(found.element()?),
            })
        })
        .await
    }

    /// Presses a button, link or menu line by its name.
    ///
    /// # Errors
    /// There is none, or something covers it.
    pub async fn press_on(&self, name: &str) -> Result<()> {
        self.named(name).await?.click().await?;
        Ok(())
    }

    /// Presses a button by its name inside the first element that a CSS selector finds.
    ///
    /// # Errors
    /// There is none, or something covers it.
    pub async fn press_in(&self, scope: &str, name: &str) -> Result<()> {
        let found = self.named_in(name, PRESSED, Some(scope)).await?;
        found.click().await?;
        Ok(())
    }

    /// The texts of everything visible that a CSS selector finds, spaces at the ends cut off.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>> {
        let found = self
            .js(
                "return [...document.querySelectorAll(arguments[0])]
                   .filter((element) => element.checkVisibility())
                   .map((element) => element.innerText.trim())",
                vec![json!(css)],
            )
            .await?;
        let texts = found.as_array().into_iter().flatten();
        Ok(texts
            .filter_map(|text| text.as_str().map(str::to_owned))
            .collect())
    }

    /// Waits until the visible texts of a CSS selector are these.
    ///
    /// # Errors
    /// They are not in time; says what they were.
    pub async fn wait_for_texts(&self, css: &str, wanted: &[&str]) -> Result<()> {
        let waited = until(css, async || {
            Ok((self.texts(css).await? == wanted).then_some(()))
        });
        if waited.await.is_err() {
            let found = self.texts(css).await?;
            return Err(format!("{css}: {found:?} instead of {wanted:?}").into());
        }
        Ok(())
    }

    /// How many elements a CSS selector finds.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn count(&self, css: &str) -> Result<u64> {
        let script = "return document.querySelectorAll(arguments[0]).length";
        let count = self.js(script, vec![json!(css)]).await?;
        Ok(count.as_u64().unwrap_or(0))
    }

    /// Waits until nothing is found by a CSS selector.
    ///
    /// # Errors
    /// Something is still there.
    pub async fn wait_gone(&self, css: &str) -> Result<()> {
        until(&format!("the end of {css}"), async || {
            Ok((self.count(css).await? == 0).then_some(()))
        })
        .await
    }

    /// Waits for the notice at the foot of the window and presses its button.
    ///
    /// # Errors
    /// There is no such notice.
    pub async fn take_back(&self) -> Result<()> {
        self.press_in(".toast", "撤销").await
    }

    /// Fails with a list when the page breaks rules of accessibility in its present state.
    ///
    /// # Errors
    /// It does, or the examination does not work.
    pub async fn must_be_accessible(&self, state: &str) -> Result<()> {
        let found: Vec<Violation> = self.axe().await?;
        if found.is_empty() {
            return Ok(());
        }
        let lines = found.iter().map(|one| {
            let elements = one.elements.join("\n    ");
            format!(
                "{} ({}): {}\n    {elements}",
                one.rule, one.impact, one.help
            )
        });
        Err(format!("{state}:\n{}", lines.collect::<Vec<_>>().join("\n")).into())
    }
}
