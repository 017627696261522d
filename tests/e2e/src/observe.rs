//! What the page did besides what can be seen: messages and requests.

use serde_json::Value;

use crate::{App, Result};

impl App {
    /// All console messages since the page was first loaded, as `LEVEL text`.
    ///
    /// # Errors
    /// The browser keeps no log.
    pub async fn console_messages(&mut self) -> Result<&[String]> {
        let entries: Vec<Value> = log(self, "browser").await?;
        let lines = entries
            .iter()
            .map(|entry| format!("{} {}", word(entry, "level"), word(entry, "message")));
        self.console.extend(lines);
        Ok(&self.console)
    }

    /// Those of the console messages that say that something is wrong.
    ///
    /// # Errors
    /// The browser keeps no log.
    pub async fn console_problems(&mut self) -> Result<Vec<String>> {
        let problem = |line: &&String| line.starts_with("SEVERE") || line.starts_with("WARNING");
        Ok(self
            .console_messages()
            .await?
            .iter()
            .filter(problem)
            .cloned()
            .collect())
    }

    /// The address of every request and web socket since the browser was started; not what the
    /// browser's own pages load from inside it.
    ///
    /// # Errors
    /// The browser keeps no log.
    pub async fn requests(&mut self) -> Result<&[String]> {
        for entry in log(self, "performance").await? {
            let event: Value = serde_json::from_str(word(&entry, "message"))?;
            let address = match event.pointer("/message/method").and_then(Value::as_str) {
                Some("Network.requestWillBeSent") => event.pointer("/message/params/request/url"),
                Some("Network.webSocketCreated") => event.pointer("/message/params/url"),
                _ => None,
            };
            let network = |url: &&str| url.starts_with("http") || url.starts_with("ws");
            if let Some(address) = address.and_then(Value::as_str).filter(network) {
                self.requests.push(address.to_owned());
            }
        }
        Ok(&self.requests)
    }

    /// Those of the requests that left the page's own origin.
    ///
    /// # Errors
    /// The browser keeps no log.
    pub async fn foreign_requests(&mut self) -> Result<Vec<String>> {
        let own = format!("http://{}/", self.server.address());
        let mut foreign = self.requests().await?.to_vec();
        foreign.retain(|url| !url.starts_with(&own));
        Ok(foreign)
    }
}

async fn log(app: &App, kind: &str) -> Result<Vec<Value>> {
    let entries = app.driver()?.get_log(kind).await?;
    Ok(entries
        .into_iter()
        .map(|entry| serde_json::json!({ "level": entry.level, "message": entry.message }))
        .collect())
}

fn word<'a>(entry: &'a Value, name: &str) -> &'a str {
    entry.get(name).and_then(Value::as_str).unwrap_or_default()
}
