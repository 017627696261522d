//! Times as the device writes them.

use js_sys::Date;
use wasm_bindgen::JsValue;

fn date(ms: u64) -> Date {
    // Exact for the next 280,000 years.
    Date::new(&JsValue::from_f64(ms as f64))
}

/// `14:32`
pub(crate) fn time_of_day(ms: u64) -> String {
    let date = date(ms);
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// `2026-11-22 14:32`
pub(crate) fn day_and_time(ms: u64) -> String {
    let day = date(ms);
    let (year, month) = (day.get_full_year(), day.get_month() + 1);
    format!(
        "{year}-{month:02}-{:02} {}",
        day.get_date(),
        time_of_day(ms)
    )
}
