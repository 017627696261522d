//! How a charter is written down, in files and in drafts.
//!
//! One JSON object:
//!
//! ```json
//! { "format": "ops-charter", "version": 1, "saved_at": "2027-01-31T08:00:00Z",
//!   "app": "0.1.0", "charter": { } }
//! ```
//!
//! The envelope has only these keys; whatever is worth keeping lives in the charter, where fields
//! that this version does not know survive. A change of the stored form raises [`VERSION`] by one
//! and adds one [`Migration`] and one frozen fixture.

mod indent;
mod load;
mod migrate;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;

pub use load::{LoadError, Loaded, load};
pub use migrate::{MIGRATIONS, Migration};

use crate::model::Charter;
use chrono::{Days, NaiveDate};
use serde::Serialize;

/// The mark by which a file of this program is known.
pub const FORMAT: &str = "ops-charter";

/// The stored form that this version writes.
pub const VERSION: u32 = 1;

/// The program that writes, for the curious reader of a file; nothing depends on it.
pub const APP: &str = env!("CARGO_PKG_VERSION");

#[derive(Serialize)]
struct Envelope<'a> {
    format: &'a str,
    version: u32,
    saved_at: &'a str,
    app: &'a str,
    charter: &'a Charter,
}

impl<'a> Envelope<'a> {
    fn new(charter: &'a Charter, saved_at: &'a str) -> Envelope<'a> {
        Envelope {
            format: FORMAT,
            version: VERSION,
            saved_at,
            app: APP,
            charter,
        }
    }
}

/// The file that a user keeps: indented, so that it can be read and compared line by line.
///
/// `saved_at` is RFC 3339, see [`timestamp`].
pub fn save(charter: &Charter, saved_at: &str) -> String {
    indent::indented(&save_compact(charter, saved_at))
}

/// The same on one line, for storage.
pub fn save_compact(charter: &Charter, saved_at: &str) -> String {
    written(serde_json::to_string(&Envelope::new(charter, saved_at)))
}

/// Writing into memory fails only for map keys that are not text, and the model has none. The
/// message in place of the file could not be mistaken for one: it does not load.
fn written(json: Result<String, serde_json::Error>) -> String {
    json.unwrap_or_else(|error| format!("not written: {error}"))
}

/// Milliseconds since 1970 as `2027-01-31T08:00:00Z`; empty when out of range.
pub fn timestamp(now_ms: u64) -> String {
    let seconds = now_ms / 1000;
    let (minutes, second) = (seconds / 60, seconds % 60);
    let (hours, minute) = (minutes / 60, minutes % 60);
    let (days, hour) = (hours / 24, hours % 24);
    // The first day of the count is chrono's default.
    let day = NaiveDate::default().checked_add_days(Days::new(days));
    day.map_or_else(String::new, |day| {
        format!("{day}T{hour:02}:{minute:02}:{second:02}Z")
    })
}
