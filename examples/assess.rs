//! JSON Lines in, JSON Lines out: one assessment per goal. See the output contract in `docs` and `smart::Assessment`.

use std::io::{BufRead, Write};

use chrono::NaiveDate;
use ops_charter::smart::{Context, Input, Lang, assess};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Line {
    id: Value,
    #[serde(default)]
    lang: Option<String>,
    text: String,
    today: NaiveDate,
    #[serde(default)]
    context: Option<Context>,
}

fn lang(name: Option<&str>) -> Result<Option<Lang>, String> {
    match name {
        None | Some("auto") => Ok(None),
        Some("zh") => Ok(Some(Lang::Zh)),
        Some("en") => Ok(Some(Lang::En)),
        Some(other) => Err(format!("unknown lang {other:?}")),
    }
}

fn answer(line: &str, messages: Option<Lang>) -> Result<Value, String> {
    let l: Line = serde_json::from_str(line).map_err(|e| e.to_string())?;
    let read = lang(l.lang.as_deref())?;
    let context = l.context.unwrap_or_default();
    let shown = messages.or(read).unwrap_or_else(|| Lang::detect(&l.text));
    let out = assess(&Input {
        text: &l.text,
        lang: read,
        messages: shown,
        today: l.today,
        context: &context,
    });
    let mut v = serde_json::to_value(&out).map_err(|e| e.to_string())?;
    if let Some(map) = v.as_object_mut() {
        map.insert("id".into(), l.id);
    }
    Ok(v)
}

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().collect();
    let messages = args
        .iter()
        .position(|a| a == "--lang")
        .and_then(|n| args.get(n + 1))
        .and_then(|a| lang(Some(a)).ok())
        .flatten();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let v = answer(&line, messages).unwrap_or_else(|error| {
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
