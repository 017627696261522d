//! Calendar days as text. The library's own reader takes patterns and is many times this size.

use chrono::NaiveDate;

/// Reads `2027-06-30`; years outside 0–9999 carry a sign. None for anything else and for days that
/// do not exist.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut parts = rest.split('-').map(digits);
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(sign * i32::try_from(year).ok()?, month, day)
}

/// One to six digits.
fn digits(part: &str) -> Option<u32> {
    let part = part.trim();
    if part.is_empty() || part.len() > 6 {
        return None;
    }
    part.bytes().try_fold(0, |sum, byte| {
        byte.is_ascii_digit()
            .then(|| sum * 10 + u32::from(byte - b'0'))
    })
}

/// The same for serde, as `#[serde(deserialize_with = "day::deserialize")]`.
pub(crate) fn deserialize<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<NaiveDate, D::Error> {
    let text: String = serde::Deserialize::deserialize(deserializer)?;
    parse_day(&text).ok_or_else(|| serde::de::Error::custom("not a day"))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn every_day_that_is_written_reads_back() {
        let mut day = NaiveDate::MIN;
        while day < NaiveDate::MAX {
            assert_eq!(parse_day(&day.to_string()), Some(day));
            day = day
                .checked_add_days(chrono::Days::new(7919))
                .unwrap_or(NaiveDate::MAX);
        }
        assert_eq!(parse_day("2027-6-3"), NaiveDate::from_ymd_opt(2027, 6, 3));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "-",
            "2027",
            "2027-06",
            "2027-13-01",
            "2027-02-30",
            "2027-06-30-1",
            "2027-06-3o",
            "2027/06/30",
            "2027-06-+3",
            "9999999-01-01",
            "--1-01-01",
        ] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }
}
