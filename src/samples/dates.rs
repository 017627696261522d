//! Moving a sample's dates by whole months.

use chrono::{Datelike, Days, Months, NaiveDate};

/// How far the dates of a sample move.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shift {
    /// Whole months, negative for back in time.
    months: i32,
}

impl Shift {
    /// So that `base` falls into the month of `today`.
    pub(super) fn new(base: NaiveDate, today: NaiveDate) -> Shift {
        let count = |date: NaiveDate| date.year() * 12 + date.month0().cast_signed();
        Shift {
            months: count(today) - count(base),
        }
    }

    /// The date moved. The last day of a month stays one; a day that the new month does not have
    /// becomes its last. None beyond the calendar.
    pub(super) fn date(self, date: NaiveDate) -> Option<NaiveDate> {
        let by = Months::new(self.months.unsigned_abs());
        let forward = self.months >= 0;
        let go = |date: NaiveDate| {
            if forward {
                date.checked_add_months(by)
            } else {
                date.checked_sub_months(by)
            }
        };
        let next = date.checked_add_days(Days::new(1))?;
        if next.day() == 1 {
            go(next)?.checked_sub_days(Days::new(1))
        } else {
            go(date)
        }
    }

    /// A text with its `{date:2027-06-30}` and `{year:2027-06-30}` places filled by the moved date.
    /// Other braces stay. None when a date in a place is none.
    pub(super) fn text(self, text: &str) -> Option<String> {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, from_brace)) = rest.split_once('{') {
            out.push_str(before);
            let place = from_brace.split_once('}').and_then(|(place, after)| {
                let (form, date) = place.split_once(':')?;
                matches!(form, "date" | "year").then_some((form, date, after))
            });
            match place {
                Some((form, date, after)) => {
                    let date = self.date(parse(date)?)?;
                    out += &match form {
                        "year" => date.year().to_string(),
                        _ => date.to_string(),
                    };
                    rest = after;
                }
                None => {
                    out.push('{');
                    rest = from_brace;
                }
            }
        }
        out.push_str(rest);
        Some(out)
    }
}

/// `2027-06-30`, the only form in samples.
pub(super) fn parse(date: &str) -> Option<NaiveDate> {
    crate::model::parse_day(date)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse(text).unwrap()
    }

    #[test]
    fn month_ends_stay_month_ends() {
        let back = Shift::new(day("2027-01-01"), day("2026-11-22"));
        assert_eq!(back.date(day("2027-01-01")), Some(day("2026-11-01")));
        assert_eq!(back.date(day("2027-06-30")), Some(day("2027-04-30")));
        assert_eq!(back.date(day("2027-09-30")), Some(day("2027-07-31")));
        assert_eq!(back.date(day("2027-04-30")), Some(day("2027-02-28")));
        let on = Shift::new(day("2027-01-01"), day("2028-02-29"));
        assert_eq!(on.date(day("2027-01-31")), Some(day("2028-02-29")));
        assert_eq!(on.date(day("2027-01-30")), Some(day("2028-02-29")));
        assert_eq!(on.date(day("2027-12-31")), Some(day("2029-01-31")));
        assert_eq!(on.date(day("2027-02-28")), Some(day("2028-03-31")));
    }

    #[test]
    fn texts_move_with_their_dates() {
        let shift = Shift::new(day("2027-01-01"), day("2026-11-22"));
        let moved = |text| shift.text(text);
        assert_eq!(
            moved("到 {date:2027-06-30}，降到 3").as_deref(),
            Some("到 2027-04-30，降到 3")
        );
        assert_eq!(
            moved("OPS-{year:2027-01-01}-{x}{").as_deref(),
            Some("OPS-2026-{x}{")
        );
        assert_eq!(moved("{date:2027-13-01}"), None);
    }
}
