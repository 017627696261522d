//! Goals inside a longer text: an old draft, minutes, a chat answer in Markdown.

use chrono::NaiveDate;

use super::lexicon::class;
use super::parse::read;
use super::types::{FoundGoal, Lang};

/// Sentences and list items that look like goals, without list marks, in order.
#[must_use]
pub fn find_goals(text: &str, lang: Option<Lang>, today: NaiveDate) -> Vec<FoundGoal> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    let mut start = 0;
    for i in 0..=chars.len() {
        let ch = chars.get(i).copied();
        let next = chars.get(i + 1).copied();
        let dot = ch == Some('.')
            && next.is_none_or(char::is_whitespace)
            && !number_mark(&chars, start, i);
        if ch.is_none() || matches!(ch, Some('\n' | '\r' | '。' | '！' | '？' | '；' | '|')) || dot
        {
            if let Some((s, e)) = trimmed(&chars, start, i) {
                let piece: String = chars.get(s..e).unwrap_or_default().iter().collect();
                if looks_like_goal(&piece, lang, today) {
                    out.push(FoundGoal {
                        start: s,
                        end: e,
                        text: piece,
                    });
                }
            }
            start = i + 1;
        }
    }
    out
}

/// `1.` at the start of a line is a list mark, no end of a sentence.
fn number_mark(c: &[char], start: usize, i: usize) -> bool {
    c.get(start..i)
        .unwrap_or_default()
        .iter()
        .all(|x| x.is_whitespace() || x.is_ascii_digit() || matches!(x, '*' | '-' | '#'))
}

/// Without spaces, list marks, bold marks and check boxes.
fn trimmed(c: &[char], mut s: usize, mut e: usize) -> Option<(usize, usize)> {
    loop {
        let ch = c.get(s).copied().filter(|_| s < e)?;
        let rest = c.get(s..e).unwrap_or_default();
        if ch.is_whitespace()
            || matches!(
                ch,
                '-' | '*' | '#' | '>' | '•' | '·' | '●' | '○' | '■' | '–' | '、' | '_'
            )
        {
            s += 1;
            continue;
        }
        if rest.starts_with(&['[', ' ', ']']) || rest.starts_with(&['[', 'x', ']']) {
            s += 3;
            continue;
        }
        let n = rest
            .iter()
            .take_while(|x| {
                x.is_ascii_digit()
                    || matches!(
                        x,
                        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
                    )
            })
            .count();
        if (1..=2).contains(&n)
            && matches!(rest.get(n), Some('.' | '、' | ')' | '）'))
            && !rest.get(n + 1).is_some_and(char::is_ascii_digit)
        {
            s += n + 1;
            continue;
        }
        if matches!(ch, '(' | '（')
            && n == 0
            && rest.iter().take(4).any(|x| matches!(x, ')' | '）'))
            && rest.get(1).is_some_and(|x| {
                x.is_ascii_digit()
                    || matches!(
                        x,
                        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
                    )
            })
        {
            s += rest
                .iter()
                .position(|x| matches!(x, ')' | '）'))
                .map_or(1, |p| p + 1);
            continue;
        }
        break;
    }
    while e > s
        && c.get(e - 1)
            .is_some_and(|x| x.is_whitespace() || matches!(x, '*' | '_' | '.'))
    {
        e -= 1;
    }
    (e > s + 3).then_some((s, e))
}

fn looks_like_goal(text: &str, lang: Option<Lang>, today: NaiveDate) -> bool {
    if text.chars().count() > 400 || text.ends_with(['：', ':']) || text.starts_with("http") {
        return false;
    }
    let r = read(text, lang, today);
    let figure = r.targets().next().is_some();
    let verb = r
        .tokens
        .iter()
        .any(|t| t.is(class::CHANGE | class::REACH | class::KEEP | class::DONE));
    let metric = r.tokens.iter().any(|t| t.is(class::METRIC));
    let time = r.times.iter().any(|t| t.deadline.is_some());
    let opens = r
        .verb
        .is_some_and(|v| v.start <= 12 && v.is(class::CHANGE | class::GENERIC | class::REACH));
    figure && (verb || metric)
        || r.binary.is_some() && time
        || opens && (metric || r.hollow.is_some())
}
