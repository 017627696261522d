//! Writes a draft as a document: `export --format md|txt|html|docx|json
//! [--missing mark|blank|omit] [--style narrative|clauses|numbered_steps|bullets|item_desc]
//! [--codes] [--brief] [--lang zh|en] [--today DATE] < draft.json > file`.
//!
//! `--brief` writes the one-page summary instead of the whole document. `json` is the draft's own
//! file, in today's form. `--lang` overrides the language of the document, `--style` its style and
//! those of its sections. Exit status 2 for a wrong call, 1 for input that is no draft.

use chrono::NaiveDate;
use ops_charter::catalogue::Texts;
use ops_charter::digest::brief;
use ops_charter::export::{self, Writer};
use ops_charter::model::Lang;
use ops_charter::outline::{self, MissingParts, Options, WritingStyle};
use ops_charter::schema::{self, Loaded};
use std::io::{Read, Write};
use std::process::ExitCode;

struct Call {
    format: String,
    lang: Option<Lang>,
    missing: Option<MissingParts>,
    style: Option<WritingStyle>,
    codes: bool,
    brief: bool,
    today: NaiveDate,
}

fn main() -> ExitCode {
    let call = match Call::read(std::env::args().skip(1)) {
        Ok(call) => call,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    match run(&call) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

impl Call {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Call, String> {
        let mut call = Call {
            format: String::new(),
            lang: None,
            missing: None,
            style: None,
            codes: false,
            brief: false,
            today: today(),
        };
        while let Some(word) = words.next() {
            if word == "--codes" {
                call.codes = true;
                continue;
            }
            if word == "--brief" {
                call.brief = true;
                continue;
            }
            let value = words.next().ok_or(format!("{word} needs a value"))?;
            let wrong = || format!("{word}: {value} is not one of its values");
            match word.as_str() {
                "--format" => call.format = value,
                "--lang" => call.lang = Some(Lang::from_code(&value).ok_or_else(wrong)?),
                "--today" => call.today = value.parse().map_err(|_| wrong())?,
                "--style" => {
                    call.style = Some(WritingStyle::from_id(&value).ok_or_else(wrong)?);
                }
                "--missing" => {
                    call.missing = Some(match value.as_str() {
                        "mark" => MissingParts::Mark,
                        "blank" => MissingParts::Blank,
                        "omit" => MissingParts::Omit,
                        _ => return Err(wrong()),
                    });
                }
                _ => return Err(format!("{word} is not known")),
            }
        }
        Ok(call)
    }
}

/// The day in UTC; only this end of the program may look at a clock.
#[expect(
    clippy::disallowed_methods,
    reason = "the domain takes `today` as an argument, which comes from here"
)]
fn today() -> NaiveDate {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .ok()
        .and_then(|time| i64::try_from(time.as_secs()).ok())
        .and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0))
        .map(|time| time.date_naive())
        .unwrap_or_default()
}

fn run(call: &Call) -> Result<(), String> {
    let mut input = String::new();
    std::io::stdin()
        .read_to_string(&mut input)
        .map_err(|error| error.to_string())?;
    let Loaded {
        mut charter,
        saved_at,
        ..
    } = schema::load(&input).map_err(|error| error.to_string())?;
    if let Some(lang) = call.lang {
        charter.language = lang;
    }
    if call.format == "json" {
        return print(schema::save(&charter, &saved_at).as_bytes());
    }
    let texts = Texts::embedded(charter.language);
    let mut options = Options::of(&charter, call.today);
    options.missing = call.missing.unwrap_or(options.missing);
    options.codes = call.codes;
    options.style = call.style;
    let document = if call.brief {
        brief(&charter, &texts, &options)
    } else {
        outline::build(&charter, &texts, &options)
    };
    let format = export::format(&call.format)
        .ok_or_else(|| format!("--format: `{}` is not known", call.format))?;
    let file = match format.writer {
        Writer::Text(write) => write(&document).into_bytes(),
        Writer::Docx => export::docx::write(&document).map_err(|error| error.to_string())?,
    };
    print(&file)
}

fn print(file: &[u8]) -> Result<(), String> {
    std::io::stdout()
        .write_all(file)
        .map_err(|error| error.to_string())
}
