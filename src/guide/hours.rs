//! Hours of service a day, from the header's own words.

/// How many hours a day a text such as `7×24`, `每日 08:00–23:00` or `9:00 to 18:00` stands for;
/// none when it does not say.
pub fn hours_a_day(text: &str) -> Option<u16> {
    let folded: String = text
        .chars()
        .map(|c| match c {
            '：' => ':',
            '０'..='９' => char::from_u32(u32::from(c) - 0xff10 + 0x30).unwrap_or(c),
            other => other,
        })
        .collect();
    let times = times(&folded);
    if let [from, to, ..] = times.as_slice() {
        let (from, to) = (*from, *to);
        // Past midnight, and from a time to itself, is round the clock to that time.
        let minutes = if to > from {
            to - from
        } else {
            1440 - from + to
        };
        return Some(minutes / 60);
    }
    let round = [
        "24",
        "全天",
        "全日",
        "昼夜",
        "round the clock",
        "around the clock",
    ];
    let lower = folded.to_lowercase();
    round.iter().any(|word| lower.contains(word)).then_some(24)
}

/// Times of day in minutes, in the order in which they stand.
fn times(text: &str) -> Vec<u16> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for (at, _) in chars.iter().enumerate().filter(|(_, c)| **c == ':') {
        let number = |digits: Vec<&char>| digits.into_iter().collect::<String>().parse::<u16>();
        let mut before: Vec<&char> = chars[..at]
            .iter()
            .rev()
            .take_while(|c| c.is_ascii_digit())
            .take(2)
            .collect();
        before.reverse();
        let after: Vec<&char> = chars[at + 1..]
            .iter()
            .take_while(|c| c.is_ascii_digit())
            .take(2)
            .collect();
        if let (Ok(hour), Ok(minute)) = (number(before), number(after))
            && hour <= 24
            && minute < 60
        {
            found.push(hour * 60 + minute);
        }
    }
    found
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::hours_a_day;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, hours) in [
            ("7×24", Some(24)),
            ("7x24 小时", Some(24)),
            ("全天", Some(24)),
            ("每日 08:00–23:00", Some(15)),
            ("每日 08:00–次日 02:00", Some(18)),
            ("9：00-18：30", Some(9)),
            ("00:00–24:00", Some(24)),
            ("08:00–08:00", Some(24)),
            ("工作日", None),
            ("", None),
            ("：", None),
        ] {
            assert_eq!(hours_a_day(text), hours, "{text}");
        }
    }
}
