//! The parts of a sentence.

/// The parts between commas and semicolons, without these signs. A comma inside a figure or in
/// brackets divides nothing.
pub(super) fn clauses(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut depth = 0usize;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '（' | '(' | '“' | '《' => depth += 1,
            '）' | ')' | '”' | '》' => depth = depth.saturating_sub(1),
            '，' | '；' | ',' | ';' | '。' | '｜' if depth == 0 => {
                let next = chars.peek().map(|(_, c)| *c);
                let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
                let figure = c == ',' && digit(Some(before)) && digit(next);
                if !figure {
                    out.push(text.get(start..at).unwrap_or_default());
                    start = at + c.len_utf8();
                }
            }
            _ => {}
        }
        before = c;
    }
    out.push(text.get(start..).unwrap_or_default());
    out.into_iter()
        .map(str::trim)
        .filter(|clause| !clause.is_empty())
        .collect()
}

/// A figure in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure<'a> {
    /// With its unit: `18%`.
    pub(super) text: &'a str,
    /// Where it begins and ends.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Units that may stand directly behind a figure, the longest first.
const UNITS: [&str; 34] = [
    "个百分点",
    "percentage points",
    "万元",
    "亿元",
    "万人",
    "万单",
    "分钟",
    "小时",
    "个工作日",
    "工作日",
    "minutes",
    "hours",
    "days",
    "％",
    "%",
    "‰",
    "万",
    "亿",
    "元",
    "人",
    "次",
    "个",
    "单",
    "分",
    "秒",
    "天",
    "日",
    "倍",
    "件",
    "名",
    "条",
    "pp",
    "k",
    "台",
];

/// The figures of a text with their units, without dates and times of day.
pub(super) fn figures(text: &str) -> Vec<Figure<'_>> {
    let mut out = Vec::new();
    let mut skip = 0;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if at < skip {
            continue;
        }
        if !c.is_ascii_digit() {
            before = c;
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let digits = rest
            .bytes()
            .take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
            .count();
        let number = rest
            .get(..digits)
            .unwrap_or_default()
            .trim_end_matches(['.', ',']);
        let mut end = at + number.len();
        let after = text.get(end..).unwrap_or_default();
        let spaced = after.trim_start();
        let gap = after.len() - spaced.len();
        if let Some(unit) = UNITS.iter().find(|unit| spaced.starts_with(**unit)) {
            end += gap + unit.len();
        }
        let tail = text.get(at + number.len()..).unwrap_or_default();
        let dated = tail.starts_with(['-', '/', '年', '月', ':', '：'])
            || matches!(before, '-' | '/' | ':' | '：' | '第')
            || before.is_ascii_alphabetic();
        skip = end;
        before = text
            .get(..end)
            .and_then(|t| t.chars().next_back())
            .unwrap_or(' ');
        if !dated {
            out.push(Figure {
                text: text.get(at..end).unwrap_or_default(),
                start: at,
                end,
            });
        }
    }
    out
}

/// What stands between a word and the end, or between two words: 由…主持.
pub(super) fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(open)?;
    let inner = match close {
        "" => rest,
        close => rest.strip_suffix(close)?,
    };
    let inner = inner.trim().trim_start_matches(['：', ':', '为', ' ']);
    (!inner.is_empty()).then_some(inner)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_their_commas() {
        assert_eq!(
            clauses("从 40,000 提到 48,000，每周看；甲（乙，丙）"),
            ["从 40,000 提到 48,000", "每周看", "甲（乙，丙）"]
        );
        let found: Vec<&str> = figures("从 18% 提到 25 %，2027-06-30 前，9:30 开会，3 个工作日")
            .iter()
            .map(|f| f.text)
            .collect();
        assert_eq!(found, ["18%", "25 %", "3 个工作日"]);
    }

    #[test]
    fn what_stands_between_is_cut_out() {
        assert_eq!(between("由运营经理主持", "由", "主持"), Some("运营经理"));
        assert_eq!(between("产出：纪要", "产出", ""), Some("纪要"));
        assert_eq!(between("产出", "产出", ""), None);
    }
}
