//! The start page: ways to begin, and my files.

use std::path::Path;

use serde_json::json;
use thirtyfour::By;

use crate::{App, Result, wait::until};

impl App {
    /// Goes from the start page to the ways to begin a charter of a kind.
    ///
    /// # Errors
    /// They do not come.
    pub async fn choose_kind(&self, kind: &str) -> Result<()> {
        self.press_in(".kinds", kind).await?;
        self.wait_for_text("main h1", kind).await
    }

    /// Starts an empty file of the first kind in its compact structure; ends in its form.
    ///
    /// # Errors
    /// The form does not come.
    pub async fn start_blank(&self) -> Result<()> {
        self.choose_kind("运营职责及工作内容").await?;
        self.press_on("用“精简版”开始").await?;
        self.wait_for_form().await
    }

    /// Starts from the sample of the first kind with this title; ends in its form.
    ///
    /// # Errors
    /// The form does not come.
    pub async fn start_from_sample(&self, title: &str) -> Result<()> {
        self.choose_kind("运营职责及工作内容").await?;
        self.press_on(title).await?;
        self.wait_for_form().await
    }

    /// Waits for the form of an open file.
    ///
    /// # Errors
    /// It does not come.
    pub async fn wait_for_form(&self) -> Result<()> {
        self.find("#sec-title").await?;
        Ok(())
    }

    /// Goes to the start page.
    ///
    /// # Errors
    /// It does not come.
    pub async fn go_home(&self) -> Result<()> {
        self.click("a.brand").await?;
        self.find("#new").await?;
        Ok(())
    }

    /// Goes to an address of the app (`#/check`).
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn visit(&self, hash: &str) -> Result<()> {
        let script = "location.hash = arguments[0]";
        self.js(script, vec![hash.into()]).await?;
        Ok(())
    }

    /// Waits until the files on the start page are these, in this order.
    ///
    /// # Errors
    /// They are not.
    pub async fn wait_for_files(&self, names: &[&str]) -> Result<()> {
        self.wait_for_texts(".books h3", names).await
    }

    /// Opens one of my files.
    ///
    /// # Errors
    /// There is no such file, or its form does not come.
    pub async fn open_file(&self, name: &str) -> Result<()> {
        self.press_in(".books", name).await?;
        self.wait_for_form().await
    }

    /// Takes a line of a file's or row's menu.
    ///
    /// # Errors
    /// There is no such menu or line.
    pub async fn menu(&self, name: &str, line: &str) -> Result<()> {
        self.press_on(&format!("“{name}”的更多操作")).await?;
        self.press_in(".menu-list", line).await
    }

    /// Opens a draft file of this computer; ends in its form.
    ///
    /// # Errors
    /// The form does not come.
    pub async fn open_draft_file(&self, path: &Path) -> Result<()> {
        // Without a screen the browser's own window would count as cancelled at once.
        let keep = json!({ "enabled": true });
        self.cdp("Page.setInterceptFileChooserDialog", keep).await?;
        self.press_on("打开草稿文件").await?;
        // The input is made by the press, and cannot be seen.
        let input = until("the input for a file", async || {
            let found = self.driver()?.find(By::Css("input[type=file]")).await;
            Ok(found.ok())
        })
        .await?;
        input.send_keys(path.to_string_lossy().as_ref()).await?;
        self.wait_for_form().await
    }
}
