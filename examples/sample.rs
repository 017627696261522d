//! Prints a sample charter as a draft's file.
//!
//! `cargo run --example sample ID --lang zh|en --today 2026-11-22`

use chrono::NaiveDate;
use ops_charter::model::{Lang, RowId};
use ops_charter::samples::{SAMPLES, embedded, load};
use ops_charter::schema;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(file) => {
            println!("{file}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<String, String> {
    let known: Vec<&str> = SAMPLES.iter().map(|sample| sample.id).collect();
    let usage = || {
        format!(
            "sample ID --lang zh|en --today DATE\nsamples: {}",
            known.join(" ")
        )
    };
    let id = args.first().ok_or_else(usage)?;
    let option = |name: &str| {
        let at = args.iter().position(|arg| arg == name)?;
        args.get(at + 1).map(String::as_str)
    };
    let lang = Lang::from_code(option("--lang").unwrap_or("zh")).ok_or_else(usage)?;
    let today: NaiveDate = option("--today")
        .ok_or_else(usage)?
        .parse()
        .map_err(|_| usage())?;
    let source = embedded(id, lang).ok_or_else(usage)?;
    let charter = load(id, lang, source, today, &mut ids()).map_err(|error| error.to_string())?;
    // The same file every time: it is saved at the beginning of `today`.
    Ok(schema::save(&charter, &format!("{today}T00:00:00Z")))
}

/// Ids that are the same in every run, so that two outputs can be compared line by line.
fn ids() -> impl FnMut() -> RowId {
    let mut count = 0_u64;
    move || {
        count += 1;
        let mut bytes = [0; RowId::LEN];
        for (place, byte) in bytes.iter_mut().rev().enumerate() {
            let digit = count
                .checked_shr(5 * u32::try_from(place).unwrap_or(0))
                .unwrap_or(0);
            *byte = digit.to_le_bytes()[0] & 31;
        }
        RowId::from_bytes(bytes)
    }
}
