//! Scores `extract` on the specifications of Recognizers-Text (the folder is the argument): results that agree in type, words and
//! value.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use ops_charter::smart::{Entity, EntityType, Lang, extract};
use serde_json::Value;

const FILES: [(&str, EntityType); 3] = [
    ("NumberModel", EntityType::Number),
    ("PercentModel", EntityType::Percent),
    ("CurrencyModel", EntityType::Currency),
];

fn find(folder: &Path, end: &Path) -> Option<PathBuf> {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).ok()?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.ends_with(end) {
                return Some(path);
            }
        }
    }
    None
}

fn fold(text: &str) -> String {
    let half = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    };
    let folded: String = text.chars().map(half).collect();
    folded.trim().to_lowercase()
}

fn figure(v: &Value) -> Option<f64> {
    let text = v.as_str().map_or_else(|| v.to_string(), str::to_owned);
    text.replace(['%', ','], "").parse().ok()
}

fn day(v: Option<&Value>) -> Option<NaiveDate> {
    v?.as_str()?.get(..10)?.parse().ok()
}

/// Whether an entity says what one of the values of a result says.
fn agrees(e: &Entity, value: &Value) -> bool {
    let kind = value["type"].as_str();
    match (kind, e.kind) {
        (Some("date"), EntityType::Date) => e.from.is_some() && e.from == day(value.get("value")),
        (Some("daterange"), EntityType::Date | EntityType::DateRange) => {
            let (start, end) = (day(value.get("start")), day(value.get("end")));
            let ends = match end {
                Some(d) => e.to == Some(d) || e.to == d.pred_opt(),
                None => start.is_some(),
            };
            ends && (start.is_none() || e.from == start)
        }
        (Some("duration"), EntityType::Duration) => {
            #[expect(clippy::cast_precision_loss, reason = "seconds")]
            let seconds = e.seconds.map(|s| s as f64);
            seconds.is_some() && seconds == figure(&value["value"])
        }
        (Some("set"), EntityType::Set) => true,
        _ => false,
    }
}

fn hit(e: &Entity, want: &Value, kind: Option<EntityType>) -> bool {
    if fold(&e.text) != fold(want["Text"].as_str().unwrap_or_default()) {
        return false;
    }
    let Some(kind) = kind else {
        let values = want["Resolution"]["values"].as_array();
        return values.is_some_and(|v| v.iter().any(|v| agrees(e, v)));
    };
    let (Some(v), Some(w)) = (e.value, figure(&want["Resolution"]["value"])) else {
        return false;
    };
    e.kind == kind && (v - w).abs() <= 1e-6 * w.abs().max(1.0)
}

fn wanted(want: &Value, kind: Option<EntityType>) -> bool {
    let name = want["TypeName"].as_str().unwrap_or_default();
    match kind {
        Some(_) => figure(&want["Resolution"]["value"]).is_some(),
        None => ["date", "daterange", "duration", "set"]
            .iter()
            .any(|t| name.rsplit('.').next() == Some(t)),
    }
}

/// How many results were found, and how many there are.
fn score(file: &Path, lang: Lang, kind: Option<EntityType>) -> (usize, usize) {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let cases: Vec<Value> =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_default();
    let (mut hits, mut all) = (0, 0);
    for case in &cases {
        let input = case["Input"].as_str().unwrap_or_default();
        let today = day(case["Context"].get("ReferenceDateTime"))
            .or_else(|| NaiveDate::from_ymd_opt(2016, 11, 7))
            .unwrap_or_default();
        let found = extract(input, Some(lang), today);
        for want in case["Results"].as_array().into_iter().flatten() {
            if wanted(want, kind) {
                all += 1;
                hits += usize::from(found.iter().any(|e| hit(e, want, kind)));
            }
        }
    }
    (hits, all)
}

fn main() {
    let Some(folder) = std::env::args().nth(1) else {
        println!("usage: measure FOLDER");
        return;
    };
    let models = FILES.map(|(m, k)| (m, Some(k)));
    for (name, lang) in [("Chinese", Lang::Zh), ("English", Lang::En)] {
        for (model, kind) in models.into_iter().chain([("DateTimeModel", None)]) {
            let end: PathBuf = [name, &format!("{model}.json")].iter().collect();
            let Some(file) = find(Path::new(&folder), &end) else {
                println!("{} is not there", end.display());
                continue;
            };
            let (hits, all) = score(&file, lang, kind);
            #[expect(clippy::cast_precision_loss, reason = "counts")]
            let share = 100.0 * hits as f64 / all.max(1) as f64;
            println!("{name} {model}: {hits}/{all} = {share:.1} %");
        }
    }
}
