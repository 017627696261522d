//! Accessibility rules, by axe-core.

use std::fs;

use serde_json::Value;

use crate::{App, Result};

/// A rule that the page breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The rule's name in axe-core.
    pub rule: String,
    /// `minor`, `moderate`, `serious` or `critical`.
    pub impact: String,
    /// What the rule wants.
    pub help: String,
    /// The elements, as CSS selectors, each with what is wrong.
    pub elements: Vec<String>,
}

impl App {
    /// Every rule that the page breaks in its present state.
    ///
    /// # Errors
    /// axe-core is not set up (`cargo xtask test` does) or fails.
    pub async fn axe(&self) -> Result<Vec<Violation>> {
        let path = xtask::tools::axe_path();
        let source = fs::read_to_string(&path)
            .map_err(|error| format!("{}: {error}; cargo xtask test fetches it", path.display()))?;
        self.js(&source, Vec::new()).await?;
        let found = self
            .js_async(
                "const done = arguments[0];
                 axe.run(document, { resultTypes: ['violations'] }).then(
                   (result) => done({ violations: result.violations.map((one) => ({
                     rule: one.id, impact: one.impact, help: one.help,
                     elements: one.nodes.map((node) => node.target.join(' ') + ': ' + node.failureSummary)
                   })) }),
                   (error) => done({ error: String(error) }));",
                Vec::new(),
            )
            .await?;
        if let Some(error) = found.get("error").and_then(Value::as_str) {
            return Err(format!("axe-core: {error}").into());
        }
        let violations = found.get("violations").and_then(Value::as_array);
        Ok(violations
            .ok_or("axe-core gave no list")?
            .iter()
            .map(violation)
            .collect())
    }
}

fn violation(value: &Value) -> Violation {
    let text = |name: &str| {
        let found = value.get(name).and_then(Value::as_str);
        found.unwrap_or_default().to_owned()
    };
    let elements = value.get("elements").and_then(Value::as_array);
    Violation {
        rule: text("rule"),
        impact: text("impact"),
        help: text("help"),
        elements: elements
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
    }
}
