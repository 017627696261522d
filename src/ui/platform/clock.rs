//! Time.

use chrono::NaiveDate;
use js_sys::Date;

/// Now, in milliseconds since 1970.
pub(crate) fn now_ms() -> u64 {
    // Whole and positive on any clock that is set; a cast never fails.
    Date::now() as u64
}

/// Today on the user's calendar.
pub(crate) fn today() -> NaiveDate {
    let now = Date::new_0();
    i32::try_from(now.get_full_year())
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()))
        .unwrap_or_default()
}
