//! Meetings: name, how often, when, how long, who.

use super::Draft;
use super::clauses::{between, clauses, figures};
use super::cues::{has_meeting, split_name};
use super::times::{has_cadence, often};
use crate::catalogue::TableDef;
use crate::catalogue::ids::meeting_cadence::meetings;

const WEEKDAYS: [([&str; 4], &str); 7] = [
    (["周一", "星期一", "Monday", "Mondays"], "mon"),
    (["周二", "星期二", "Tuesday", "Tuesdays"], "tue"),
    (["周三", "星期三", "Wednesday", "Wednesdays"], "wed"),
    (["周四", "星期四", "Thursday", "Thursdays"], "thu"),
    (["周五", "星期五", "Friday", "Fridays"], "fri"),
    (["周六", "星期六", "Saturday", "Saturdays"], "sat"),
    (["周日", "星期日", "Sunday", "Sundays"], "sun"),
];

pub(super) fn read(table: &TableDef, head: &str, draft: &mut Draft) {
    let (name, rest) = match split_name(head) {
        Some((name, rest)) => (Some(name), rest),
        None => first_word(head).map_or((None, head), |(name, rest)| (Some(name), rest)),
    };
    if let Some(name) = name {
        draft.put(table, meetings::NAME, name, name);
        rhythm(table, name, draft);
    }
    for part in clauses(rest) {
        if !draft.has(meetings::NAME) && has_meeting(part) {
            draft.put(table, meetings::NAME, part, part);
            rhythm(table, part, draft);
            continue;
        }
        clause(table, part, draft);
    }
    if !draft.has(meetings::NAME) {
        // A meeting without a name of its own is called by its first words.
        let at = draft
            .cells
            .iter_mut()
            .find(|cell| cell.column == meetings::WHEN || cell.column == meetings::AGENDA);
        if let Some(cell) = at {
            cell.column = meetings::NAME;
        }
    }
}

/// "周会 每周二下午": a name, a space, and when.
fn first_word(head: &str) -> Option<(&str, &str)> {
    let (name, rest) = head.split_once([' ', '\u{3000}'])?;
    (!name.is_ascii() && has_meeting(name) && !rest.trim().is_empty()).then_some((name, rest))
}

/// What the name of a meeting says about its rhythm; the words stay in the name.
fn rhythm(table: &TableDef, name: &str, draft: &mut Draft) {
    let often = often(name).or_else(|| {
        let short = [
            ("周会", "weekly"),
            ("周例会", "weekly"),
            ("晨会", "daily"),
            ("早会", "daily"),
            ("站会", "daily"),
            ("夕会", "daily"),
            ("月会", "monthly"),
            ("季会", "quarterly"),
            ("tandup", "daily"),
            ("tand-up", "daily"),
        ];
        short
            .iter()
            .find(|(word, _)| name.contains(word))
            .map(|(_, id)| *id)
    });
    if let Some(often) = often.filter(|_| !draft.has(meetings::FREQUENCY)) {
        draft.put(table, meetings::FREQUENCY, often, name);
    }
}

/// Words around the name of who is in the chair.
const HOSTS: [(&str, &str); 7] = [
    ("由", "主持"),
    ("主持人", ""),
    ("主持", ""),
    ("chaired by ", ""),
    ("hosted by ", ""),
    ("led by ", ""),
    ("run by ", ""),
];
/// Words around the names of who comes.
const ATTENDEES: [(&str, &str); 10] = [
    ("由", "参加"),
    ("参会人员", ""),
    ("参会人", ""),
    ("参会", ""),
    ("参加人", ""),
    ("参加", ""),
    ("参与人", ""),
    ("attended by ", ""),
    ("attendees", ""),
    ("with ", ""),
];
/// Words before what comes of it.
const OUTPUTS: [(&str, &str); 5] = [
    ("产出", ""),
    ("输出", ""),
    ("形成", ""),
    ("outputs", ""),
    ("output", ""),
];

fn clause(table: &TableDef, part: &str, draft: &mut Draft) {
    let cut = |pairs: &[(&str, &str)]| {
        pairs
            .iter()
            .find_map(|(open, close)| between(part, open, close))
    };
    let host = cut(&HOSTS).or_else(|| part.strip_suffix("主持"));
    if let Some(host) = host {
        return draft.put(table, meetings::HOST, host, part);
    }
    let who = cut(&ATTENDEES)
        .or_else(|| part.strip_suffix("参加"))
        .or_else(|| part.strip_suffix("参与"));
    if let Some(who) = who {
        return draft.put(table, meetings::ATTENDEES, who, part);
    }
    if let Some(made) = cut(&OUTPUTS) {
        return draft.put(table, meetings::OUTPUTS, made, part);
    }
    let minutes = cut(&[("由", "记录")]).or_else(|| part.strip_suffix("记录"));
    if let Some(minutes) = minutes.filter(|name| super::is_role(name)) {
        return draft.put(table, meetings::MINUTES_OWNER, minutes, part);
    }
    if let [length] = figures(part).as_slice()
        && ["分钟", "小时", "minutes", "hours"]
            .iter()
            .any(|unit| length.text.ends_with(unit))
        && part.chars().count() <= length.text.chars().count() + 6
    {
        return draft.put(table, meetings::DURATION, length.text, part);
    }
    if has_cadence(part) || weekday(part).is_some() {
        return time(table, part, draft);
    }
    draft.put(table, meetings::AGENDA, part, part);
}

fn weekday(part: &str) -> Option<&'static str> {
    let known = WEEKDAYS
        .iter()
        .find(|(names, _)| names.iter().any(|name| part.contains(name)));
    known.map(|(_, id)| *id)
}

/// 每周一 10:00 is frequency, weekday and time; what says more stays in words too.
fn time(table: &TableDef, part: &str, draft: &mut Draft) {
    let day = weekday(part);
    let often = often(part).or(day.filter(|_| part.contains('每')).map(|_| "weekly"));
    let clock = clock(part);
    let mut left = part.to_owned();
    let known = WEEKDAYS.iter().flat_map(|(names, _)| names.iter());
    for word in known.chain(
        [
            "每周", "每天", "每日", "每月", "双周", "weekly", "daily", "monthly", "Every ",
            "every ", "on ", "at ", "每",
        ]
        .iter(),
    ) {
        left = left.replace(word, " ");
    }
    if let Some(clock) = clock {
        left = left.replace(clock, " ");
    }
    let all_said = !left.chars().any(char::is_alphanumeric);
    if let Some(often) = often.filter(|_| !draft.has(meetings::FREQUENCY)) {
        draft.put(table, meetings::FREQUENCY, often, part);
    }
    if let Some(day) = day.filter(|_| !draft.has(meetings::WEEKDAY)) {
        draft.put(table, meetings::WEEKDAY, day, part);
    }
    if let Some(clock) = clock.filter(|_| !draft.has(meetings::TIME)) {
        draft.put(table, meetings::TIME, clock, part);
    }
    if !all_said || !draft.cells.iter().any(|cell| cell.source == part) {
        draft.put(table, meetings::WHEN, part, part);
    }
}

/// 10:00 or 9：30, when it is the only one.
fn clock(part: &str) -> Option<&str> {
    let at = part.find([':', '：'])?;
    let before = part.get(..at)?;
    let hour = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let colon = part.get(at..)?.chars().next()?.len_utf8();
    let end = at + colon + 2;
    let minute = part.get(at + colon..end)?;
    let more = part.get(end..)?;
    let fits = (1..=2).contains(&hour)
        && minute.bytes().all(|b| b.is_ascii_digit())
        && !more.contains([':', '：'])
        && !more.starts_with(['-', '–', '~', '至', '到']);
    fits.then(|| part.get(at - hour..end)).flatten()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_found() {
        assert_eq!(clock("每周一 10:00"), Some("10:00"));
        assert_eq!(clock("9:30-10:00"), None);
        assert_eq!(clock("议题：进度"), None);
    }
}
