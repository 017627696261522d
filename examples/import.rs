//! Reads a text into a charter: `import [--format auto|md|txt|html] [--kind K] [--lang zh|en]
//! [--today D] < text`. Prints the charter and what there is to say about the text, as JSON.

use ops_charter::catalogue::{self, Texts};
use ops_charter::import::{
    Choices, Format, Plan, Reader, Sureness, charter_from, read, report, suggested_kind,
};
use ops_charter::model::{Lang, RowId, parse_day};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::process::ExitCode;

const USAGE: &str = "usage: import [--format auto|md|txt|html] [--kind KIND] [--lang zh|en] [--today YYYY-MM-DD] < text";

struct Options {
    format: Format,
    kind: Option<&'static str>,
    lang: Option<Lang>,
    today: chrono::NaiveDate,
}

fn options() -> Option<Options> {
    let mut options = Options {
        format: Format::Auto,
        kind: None,
        lang: None,
        // A day of its own, so that the same text gives the same answer.
        today: chrono::NaiveDate::from_ymd_opt(2027, 1, 1)?,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next()?;
        match word.as_str() {
            "--format" => options.format = Format::from_id(&value)?,
            "--kind" => options.kind = Some(catalogue::kind(&value)?.id),
            "--lang" => options.lang = Some(Lang::from_code(&value)?),
            "--today" => options.today = parse_day(&value)?,
            _ => return None,
        }
    }
    Some(options)
}

fn main() -> ExitCode {
    let Some(options) = options() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let mut bytes = Vec::new();
    if let Err(error) = std::io::stdin().read_to_end(&mut bytes) {
        eprintln!("the text could not be read: {error}");
        return ExitCode::FAILURE;
    }
    let answer = answer(&String::from_utf8_lossy(&bytes), &options);
    // A reader that stops early (`| head`) is no reason to panic.
    match writeln!(std::io::stdout(), "{answer:#}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer(text: &str, options: &Options) -> Value {
    let all = Lang::ALL.map(Texts::embedded);
    let reader = Reader::new(&all.each_ref(), options.today);
    let plan = reader.plan(&read(text, options.format), &Choices::default());
    let lang = options.lang.unwrap_or(plan.lang);
    let texts = Texts::embedded(lang);
    let kind = options
        .kind
        .unwrap_or_else(|| suggested_kind(&plan, &texts));
    let profile = catalogue::kind(kind)
        .and_then(|kind| kind.profiles.first())
        .map_or("", |profile| profile.id);
    let mut count = 0;
    let mut new_id = || {
        count += 1;
        RowId(format!("row{count:07}"))
    };
    let charter = charter_from(&plan, &reader, profile, lang, &texts, &mut new_id);
    let mut said = json!(report(&plan, &reader, kind, lang));
    said["pieces"] = pieces(&plan);
    json!({ "charter": charter, "report": said })
}

/// Where each piece goes and how sure that is.
fn pieces(plan: &Plan) -> Value {
    let piece = |piece: &ops_charter::import::Piece| {
        json!({
            "text": piece.text(),
            "place": piece.place.id(),
            "confidence": piece.confidence,
            "sureness": match Sureness::of(piece.confidence) {
                Sureness::Sure => "sure",
                Sureness::Likely => "likely",
                Sureness::Doubtful => "doubtful",
            },
        })
    };
    plan.pieces.iter().map(piece).collect()
}
