//! The editor: sections, fields, saving.

use serde_json::{Value, json};
use thirtyfour::{By, Key};

use crate::{App, Result, wait::until};

/// The field with this label, in the open window or row if it has one; else in the section.
const FIELD: &str = "
    const wanted = arguments[0];
    for (const scope of ['dialog[open]', '.goal-open', 'main']) {
      for (const label of document.querySelectorAll(scope + ' label[for]')) {
        if (label.textContent.trim() === wanted && label.checkVisibility()) return label.htmlFor;
      }
    }
    return null;";

impl App {
    /// Goes to a section by its name in the table of contents.
    ///
    /// # Errors
    /// There is none.
    pub async fn go_to(&self, section: &str) -> Result<()> {
        self.press_in(".ol", section).await?;
        self.wait_for_texts("#sec-title", &[section]).await
    }

    /// The CSS selector of the input with this label.
    ///
    /// # Errors
    /// There is none in time.
    pub async fn field(&self, label: &str) -> Result<String> {
        let id = until(&format!("the field “{label}”"), async || {
            let found = self.js(FIELD, vec![json!(label)]).await?;
            Ok(found.as_str().map(str::to_owned))
        })
        .await?;
        Ok(format!("[id='{id}']"))
    }

    /// Types at the end of the field with this label.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        let field = self.field(label).await?;
        self.type_text(&field, text).await
    }

    /// Waits until the field with this label shows this.
    ///
    /// # Errors
    /// It shows something else.
    pub async fn wait_for_value(&self, label: &str, wanted: &str) -> Result<()> {
        let field = self.field(label).await?;
        let waited = until(label, async || {
            Ok((self.shown(&field).await? == wanted).then_some(()))
        });
        if waited.await.is_err() {
            let found = self.shown(&field).await?;
            return Err(format!("{label}: “{found}” instead of “{wanted}”").into());
        }
        Ok(())
    }

    /// What a field shows: of a list, the words of what is chosen.
    async fn shown(&self, field: &str) -> Result<String> {
        let shown = self
            .js(
                "const field = document.querySelector(arguments[0]);
                 if (field.localName !== 'select') return field.value;
                 return field.selectedOptions[0].textContent.trim();",
                vec![json!(field)],
            )
            .await?;
        Ok(shown.as_str().unwrap_or_default().to_owned())
    }

    /// Chooses from the list with this label.
    ///
    /// # Errors
    /// There is no such list or option.
    pub async fn choose(&self, label: &str, option: &str) -> Result<()> {
        let field = self.field(label).await?;
        let options = self.find(&field).await?.find_all(By::Tag("option")).await?;
        for found in options {
            if found.text().await?.trim() == option {
                return Ok(found.click().await?);
            }
        }
        Err(format!("{label} offers no “{option}”").into())
    }

    /// Makes what a field refers to on the spot: “＋ 新建…”, its name, Enter.
    ///
    /// # Errors
    /// The field offers nothing new.
    pub async fn make_in_field(&self, label: &str, item: &str, name: &str) -> Result<()> {
        self.choose(label, &format!("＋ 新建{item}")).await?;
        self.find(".name-new input").await?;
        self.press(name).await?;
        self.press(Key::Enter + "").await?;
        self.wait_gone(".name-new").await
    }

    /// Waits until the page says that everything is kept.
    ///
    /// # Errors
    /// It does not in time.
    pub async fn wait_saved(&self) -> Result<()> {
        self.find("#save-status[data-state=saved]").await?;
        Ok(())
    }

    /// Waits until the paper beside the form contains these words.
    ///
    /// # Errors
    /// It does not.
    pub async fn wait_on_paper(&self, text: &str) -> Result<()> {
        until(&format!("“{text}” on paper"), async || {
            Ok(self.paper().await?.contains(text).then_some(()))
        })
        .await
    }

    /// All words on the paper.
    ///
    /// # Errors
    /// There is none.
    pub async fn paper(&self) -> Result<String> {
        let script = "return document.querySelector('.sheet').textContent";
        let paper = self.js(script, Vec::new()).await?;
        Ok(paper.as_str().unwrap_or_default().to_owned())
    }

    /// The id of the open file, from the address.
    ///
    /// # Errors
    /// No file is open.
    pub async fn file_id(&self) -> Result<String> {
        let hash = self.js("return location.hash", Vec::new()).await?;
        let id = hash.as_str().and_then(|hash| hash.split('/').nth(2));
        Ok(id.ok_or("no file is open")?.to_owned())
    }

    /// The keys and texts of everything that the large storage holds of the drafts.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn kept_drafts(&self) -> Result<Value> {
        self.js_async(
            "const done = arguments[0];
             const open = indexedDB.open('ops-charter');
             open.onsuccess = () => {
               const store = open.result.transaction('drafts').objectStore('drafts');
               const keys = store.getAllKeys();
               const texts = store.getAll();
               texts.onsuccess = () => {
                 open.result.close();
                 done(Object.fromEntries(keys.result.map((key, at) => [key, texts.result[at]])));
               };
             };",
            Vec::new(),
        )
        .await
    }
}
