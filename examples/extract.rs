//! JSON Lines in, JSON Lines out: the numbers and time expressions of each text.

use std::io::{BufRead, Write};

use chrono::NaiveDate;
use ops_charter::smart::{Lang, extract};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Line {
    id: Value,
    #[serde(default)]
    lang: Option<String>,
    text: String,
    today: NaiveDate,
}

fn answer(line: &str) -> Result<Value, String> {
    let l: Line = serde_json::from_str(line).map_err(|e| e.to_string())?;
    let lang = match l.lang.as_deref() {
        None | Some("auto") => None,
        Some("zh") => Some(Lang::Zh),
        Some("en") => Some(Lang::En),
        Some(other) => return Err(format!("unknown lang {other:?}")),
    };
    Ok(json!({ "id": l.id, "entities": extract(&l.text, lang, l.today) }))
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let v = answer(&line).unwrap_or_else(|error| {
            let id = serde_json::from_str::<Value>(&line)
                .ok()
                .and_then(|v| v.get("id").cloned())
                .unwrap_or(Value::Null);
            json!({ "id": id, "error": error })
        });
        writeln!(out, "{v}")?;
    }
    out.flush()
}
