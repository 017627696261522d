//! Lines that lost their breaks: 一、目标设定二、流程管理, ①…②…, 【职责】…【权限】….

use super::marks::digits;
use crate::import::steps::took;

/// The parts of a line, each beginning with its number; the line itself where nothing is glued.
pub(super) fn split(line: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for part in brackets(line) {
        took(part.len());
        let cuts = [cn(part), parens(part), circled(part), figures(part)]
            .into_iter()
            .find(|cuts| cuts.len() > 1);
        match cuts {
            Some(cuts) => out.extend(cut(part, &cuts)),
            None => out.push(part),
        }
    }
    out.retain(|part| !part.trim().is_empty());
    out
}

fn cut<'a>(line: &'a str, cuts: &[usize]) -> Vec<&'a str> {
    let mut out = vec![
        line.get(..cuts.first().copied().unwrap_or(0))
            .unwrap_or_default(),
    ];
    for (n, start) in cuts.iter().enumerate() {
        let end = cuts.get(n + 1).copied().unwrap_or(line.len());
        out.push(line.get(*start..end).unwrap_or_default());
    }
    out
}

/// A line that begins with a heading in brackets is cut around each of them.
fn brackets(line: &str) -> Vec<&str> {
    if !line.trim_start().starts_with('【') {
        return vec![line];
    }
    let mut out = Vec::new();
    let mut rest = line.trim();
    while let Some(open) = rest.find('【') {
        let Some(close) = rest.get(open..).and_then(|rest| rest.find('】')) else {
            break;
        };
        let end = open + close + '】'.len_utf8();
        let short = rest
            .get(open..end)
            .is_some_and(|name| (3..=14).contains(&name.chars().count()));
        if !short {
            break;
        }
        out.push(rest.get(..open).unwrap_or_default());
        out.push(rest.get(open..end).unwrap_or_default());
        rest = rest
            .get(end..)
            .unwrap_or_default()
            .trim_start_matches(['：', ':']);
    }
    out.push(rest);
    out
}

/// Starts of numbered parts, as long as the numbers count on and each part says something.
struct Run {
    next: usize,
    cuts: Vec<usize>,
    end: usize,
}

impl Run {
    fn new() -> Run {
        Run {
            next: 0,
            cuts: Vec::new(),
            end: 0,
        }
    }

    /// A number at this place; `end` is where its words begin.
    fn add(&mut self, line: &str, at: usize, end: usize, value: usize) {
        // Looked at only where the number counts on: a line of many numbers is read once.
        let follows = |run: &Run| {
            let between = line.get(run.end..at).unwrap_or_default();
            took(between.len());
            between
                .chars()
                .filter(|c| c.is_alphanumeric())
                .nth(1)
                .is_some()
        };
        let fits = match self.cuts.is_empty() {
            true => value == 1,
            false => value == self.next && follows(self),
        };
        if fits {
            self.cuts.push(at);
            self.next = value + 1;
            self.end = end;
        }
    }

    fn finish(mut self, line: &str) -> Vec<usize> {
        let tail = line.get(self.end..).unwrap_or_default();
        if !tail.chars().any(char::is_alphanumeric) {
            self.cuts.pop();
        }
        self.cuts
    }
}

const CN: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

fn value(c: char) -> Option<usize> {
    CN.iter().position(|n| *n == c).map(|n| n + 1)
}

fn cn(line: &str) -> Vec<usize> {
    let mut run = Run::new();
    let mut before = [' ', ' '];
    for (at, c) in line.char_indices() {
        let rest = line.get(at + c.len_utf8()..).unwrap_or_default();
        if let (Some(n), true) = (value(c), rest.starts_with('、')) {
            let week = ['周', '期', '第', '初', '拜', '十'].contains(&before[1]);
            if !week && before[1] != '、' {
                run.add(line, at, at + c.len_utf8() + '、'.len_utf8(), n);
            } else if before[1] == '十' && run.next == 10 + n {
                run.add(
                    line,
                    at - '十'.len_utf8(),
                    at + c.len_utf8() + '、'.len_utf8(),
                    10 + n,
                );
            }
        }
        before = [before[1], c];
    }
    run.finish(line)
}

fn parens(line: &str) -> Vec<usize> {
    let mut run = Run::new();
    for (at, _) in line.match_indices(['（', '(']) {
        let rest = line.get(at..).unwrap_or_default();
        let mut chars = rest.chars();
        chars.next();
        let inner: String = chars
            .by_ref()
            .take_while(|c| !matches!(c, '）' | ')'))
            .take(3)
            .collect();
        let n = match inner.parse::<usize>() {
            Ok(n) => Some(n),
            Err(_) => {
                let mut one = inner.chars();
                one.next()
                    .filter(|_| inner.chars().count() == 1)
                    .and_then(value)
            }
        };
        if let Some(n) = n {
            run.add(line, at, line.len() - chars.as_str().len(), n);
        }
    }
    run.finish(line)
}

fn circled(line: &str) -> Vec<usize> {
    let mut run = Run::new();
    for (at, c) in line.char_indices() {
        if let Some(n) = u32::from(c).checked_sub(u32::from('①')).filter(|n| *n < 20) {
            run.add(
                line,
                at,
                at + c.len_utf8(),
                usize::try_from(n).unwrap_or(0) + 1,
            );
        }
    }
    run.finish(line)
}

/// 1、…2、… and 1. …2. …
fn figures(line: &str) -> Vec<usize> {
    let mut run = Run::new();
    let mut before = ' ';
    let mut skip = 0;
    for (at, c) in line.char_indices() {
        if at < skip {
            continue;
        }
        let rest = line.get(at..).unwrap_or_default();
        let n = digits(rest);
        if n == 0 {
            before = c;
            continue;
        }
        skip = at + n;
        let after = rest.get(n..).unwrap_or_default();
        let (sign, words) = match after.chars().next() {
            Some(sign @ ('、' | '.' | '．')) => {
                (sign, after.get(sign.len_utf8()..).unwrap_or_default())
            }
            _ => {
                before = c;
                continue;
            }
        };
        let figure = digits(words) > 0
            || before.is_alphanumeric() && before.is_ascii()
            || matches!(before, '.' | '、' | '-' | '/' | '第')
            || sign == '.' && !words.starts_with(' ') && words.starts_with(|c: char| c.is_ascii());
        if let (false, Ok(value)) = (figure, rest.get(..n).unwrap_or_default().parse()) {
            run.add(line, at, at + n + sign.len_utf8(), value);
        }
        before = c;
    }
    run.finish(line)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn glued_headings_come_apart() {
        assert_eq!(
            split("一、目标设定二、流程管理三、数据分析"),
            ["一、目标设定", "二、流程管理", "三、数据分析"]
        );
        assert_eq!(split("①收集②清洗"), ["①收集", "②清洗"]);
        assert_eq!(
            split("流程如下：（一）接单（二）派单"),
            ["流程如下：", "（一）接单", "（二）派单"]
        );
        assert_eq!(
            split("1、负责上架2、监控库存"),
            ["1、负责上架", "2、监控库存"]
        );
        assert_eq!(
            split("【职责】上架【权限】定价"),
            ["【职责】", "上架", "【权限】", "定价"]
        );
        assert_eq!(split("十、总结"), ["十、总结"]);
    }

    #[test]
    fn lists_of_figures_and_days_stay_whole() {
        for line in [
            "周一、周二、周三",
            "周一、二、三",
            "一、二、三线城市",
            "30、60、90 天",
            "把 1.5 倍提到 2.5 倍",
            "5、6 月大促",
            "1、2、3 号门店",
            "https://a.b/1.html",
            "①",
        ] {
            assert_eq!(split(line), [line]);
        }
    }
}
