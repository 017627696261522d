//! Numbers and signs in front of a line: 第一章, 一、, （一）, 1., 1.1, ①, 【…】, bullets.

/// What stands in front of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Nothing.
    None,
    /// 第一章, Chapter 1.
    Chapter,
    /// 第一条.
    Article,
    /// 一、
    Cn,
    /// （一）
    CnParen,
    /// 1. or 1、
    Num,
    /// 1.1 and deeper, with the count of dots.
    Dec(u8),
    /// ①, (1), 1), a)
    Sub,
    /// 【…】 around the line.
    Bracket,
    /// A dash, dot or tick.
    Bullet,
}

impl Mark {
    pub(super) fn is_number(self) -> bool {
        !matches!(self, Mark::None | Mark::Bullet | Mark::Bracket)
    }

    pub(super) fn depth(self) -> u8 {
        match self {
            Mark::Dec(dots) => dots,
            Mark::Sub => 1,
            _ => 0,
        }
    }
}

const CN: &str = "一二三四五六七八九十";

/// The mark of a line and the words after it.
pub(crate) fn mark(line: &str) -> (Mark, &str) {
    let line = line.trim();
    if let Some(inner) = line
        .strip_prefix('【')
        .and_then(|rest| rest.strip_suffix('】'))
        && !inner.contains(['【', '】'])
        && !inner.trim().is_empty()
    {
        return (Mark::Bracket, inner);
    }
    for read in [ordinal, chapter, cn, paren, circled, bullet, figure, letter] {
        if let Some((mark, rest)) = read(line) {
            let rest = rest.trim_start();
            // A mark with nothing behind it is all that the line says.
            if !rest.is_empty() {
                return (mark, rest);
            }
        }
    }
    (Mark::None, line)
}

/// How many Chinese numerals, in bytes, and not more than 三十三.
fn numerals(text: &str) -> usize {
    let n: usize = text
        .chars()
        .take_while(|c| CN.contains(*c))
        .take(4)
        .map(char::len_utf8)
        .sum();
    if n > 9 { 0 } else { n }
}

/// 第三章, 第十二条, 第 3 节.
fn ordinal(line: &str) -> Option<(Mark, &str)> {
    let rest = line.strip_prefix('第')?.trim_start();
    let n = match numerals(rest) {
        0 => digits(rest),
        n => n,
    };
    if n == 0 {
        return None;
    }
    let rest = rest.get(n..)?.trim_start();
    let unit = rest.chars().next()?;
    let after = rest.get(unit.len_utf8()..)?;
    let after = after.trim_start_matches(['、', '：', ':', '.', ' ', '\u{3000}', '　']);
    match unit {
        '章' | '篇' | '节' => Some((Mark::Chapter, after)),
        '部' => Some((
            Mark::Chapter,
            after
                .strip_prefix('分')?
                .trim_start_matches(['、', '：', ':', ' ']),
        )),
        '条' => Some((Mark::Article, after)),
        _ => None,
    }
}

/// Chapter 2, Part 1:, Section 3 –.
fn chapter(line: &str) -> Option<(Mark, &str)> {
    let word = [
        "Chapter ", "Section ", "Part ", "CHAPTER ", "SECTION ", "PART ",
    ]
    .iter()
    .find_map(|word| line.strip_prefix(word))?;
    let n = digits(word);
    let after = word.get(n..).filter(|_| n > 0)?;
    let rest = after.trim_start();
    let rest = rest
        .strip_prefix([':', '.', '-', '–', '—'])
        .or((rest.len() < after.len()).then_some(rest))?;
    Some((Mark::Chapter, rest))
}

/// 一、 and 一. at the start.
fn cn(line: &str) -> Option<(Mark, &str)> {
    let n = numerals(line);
    let after = line.get(n..).filter(|_| n > 0)?;
    Some((Mark::Cn, after.strip_prefix(['、', '.', '．', '：'])?))
}

/// （一）, (2), 3) and 3）.
fn paren(line: &str) -> Option<(Mark, &str)> {
    let inner = line.strip_prefix(['（', '(']);
    let body = inner.unwrap_or(line);
    let (mark, n) = match (numerals(body), digits(body)) {
        (0, 0) => return None,
        (0, n) => (Mark::Sub, n),
        (n, _) => (Mark::CnParen, n),
    };
    if inner.is_none() && mark == Mark::CnParen {
        return None;
    }
    let after = body.get(n..)?.strip_prefix(['）', ')'])?;
    // "(2027) 5 号文" is a year, not the 2027th point.
    (n <= 2 || mark == Mark::CnParen).then_some((mark, after.trim_start_matches(['、', '.', ' '])))
}

fn circled(line: &str) -> Option<(Mark, &str)> {
    let first = line.chars().next()?;
    let known = ('①'..='⑳').contains(&first) || ('❶'..='❿').contains(&first);
    known.then(|| (Mark::Sub, line.get(first.len_utf8()..).unwrap_or_default()))
}

/// "- ", "• ", "√ "; "-5%" is a figure.
fn bullet(line: &str) -> Option<(Mark, &str)> {
    let first = line.chars().next()?;
    let rest = line.get(first.len_utf8()..)?;
    if !matches!(
        first,
        '-' | '*'
            | '•'
            | '·'
            | '●'
            | '▪'
            | '–'
            | '—'
            | '■'
            | '◆'
            | '○'
            | '►'
            | '▶'
            | '➢'
            | '✓'
            | '√'
            | '+'
            | '◇'
            | '※'
            | '\u{f0b7}'
            | '\u{f06c}'
            | '\u{f0d8}'
            | '\u{f0fc}'
    ) || rest.starts_with(first)
    {
        return None;
    }
    if matches!(first, '-' | '–' | '—' | '+') && rest.starts_with(|c: char| c.is_numeric()) {
        return None;
    }
    if first == '+' && !rest.starts_with(' ') {
        return None;
    }
    // Tick boxes of task lists.
    let rest = rest.trim_start();
    let rest = ["[ ]", "[x]", "[X]"]
        .iter()
        .find_map(|tick| rest.strip_prefix(tick))
        .unwrap_or(rest);
    Some((Mark::Bullet, rest))
}

/// 1. 1、 1.1 1.1.1; not 1.5 倍, not 30、60、90 天, not 9:30.
fn figure(line: &str) -> Option<(Mark, &str)> {
    let n = digits(line);
    if n == 0 || line.get(..n)?.chars().count() > 2 {
        return None;
    }
    let after = line.get(n..)?;
    if let Some(rest) = after.strip_prefix('、') {
        let listed = digits(rest) > 0
            && rest
                .get(digits(rest)..)?
                .trim_start()
                .starts_with(['、', '月', '日', '号']);
        return (!listed).then_some((Mark::Num, rest));
    }
    let rest = after.strip_prefix(['.', '．'])?;
    if digits(rest) == 0 {
        return Some((Mark::Num, rest));
    }
    sections(rest)
}

/// What follows "1." in 1.1 and 1.2.3; a figure with a unit is none.
fn sections(mut rest: &str) -> Option<(Mark, &str)> {
    let mut dots = 0u8;
    loop {
        let n = digits(rest);
        if n == 0 || n > 2 || dots == 4 {
            break;
        }
        dots += 1;
        rest = rest.get(n..)?;
        match rest.strip_prefix(['.', '．']) {
            Some(more) => rest = more,
            None => break,
        }
    }
    let spaced = rest.starts_with([' ', '\u{3000}', '\u{a0}']);
    let word = rest.trim_start();
    let unit = [
        "倍", "万", "亿", "%", "％", "个", "元", "天", "小时", "分", "人", "次", "k", "M", "折",
        "成", "版",
    ];
    let amount = unit.iter().any(|unit| word.starts_with(unit));
    (dots > 0 && !amount && (spaced || dots > 1 || word.starts_with(is_han)))
        .then_some((Mark::Dec(dots), rest))
}

/// a) and A. before a word.
fn letter(line: &str) -> Option<(Mark, &str)> {
    let mut chars = line.chars();
    let first = chars.next().filter(char::is_ascii_alphabetic)?;
    let sign = chars.next()?;
    let rest = chars.as_str();
    let mark = match sign {
        ')' | '）' => first.is_ascii_lowercase() || first.is_ascii_uppercase(),
        '.' | '、' => first.is_ascii_uppercase() && (sign == '、' || rest.starts_with(' ')),
        _ => false,
    };
    mark.then_some((Mark::Sub, rest))
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

/// How many digits a text begins with, in bytes, full-width ones too.
pub(super) fn digits(text: &str) -> usize {
    text.chars()
        .take_while(|c| c.is_ascii_digit() || ('０'..='９').contains(c))
        .map(char::len_utf8)
        .sum()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_figures() {
        for (line, expected) in [
            ("第一章 总则", (Mark::Chapter, "总则")),
            ("第十二条　运营部负责", (Mark::Article, "运营部负责")),
            ("第三部分：目标", (Mark::Chapter, "目标")),
            ("一、目标", (Mark::Cn, "目标")),
            ("（二）流程", (Mark::CnParen, "流程")),
            ("(3) 流程", (Mark::Sub, "流程")),
            ("3) 流程", (Mark::Sub, "流程")),
            ("1. 复购", (Mark::Num, "复购")),
            ("１．复购", (Mark::Num, "复购")),
            ("2、复购", (Mark::Num, "复购")),
            ("1.1 目标", (Mark::Dec(1), "目标")),
            ("1.2.3 目标", (Mark::Dec(2), "目标")),
            ("①巡检", (Mark::Sub, "巡检")),
            ("- [ ] 巡检", (Mark::Bullet, "巡检")),
            ("【岗位职责】", (Mark::Bracket, "岗位职责")),
            ("A. Goals", (Mark::Sub, "Goals")),
            ("Section 2: Goals", (Mark::Chapter, "Goals")),
            ("1.5 倍", (Mark::None, "1.5 倍")),
            ("-5% 的退货率", (Mark::None, "-5% 的退货率")),
            ("30、60、90 天回访", (Mark::None, "30、60、90 天回访")),
            ("5、6 月大促", (Mark::None, "5、6 月大促")),
            ("9:30 晨会", (Mark::None, "9:30 晨会")),
            ("2027 年", (Mark::None, "2027 年")),
            ("12.5 万预算", (Mark::None, "12.5 万预算")),
            ("1.", (Mark::None, "1.")),
            ("一起做", (Mark::None, "一起做")),
        ] {
            assert_eq!(mark(line), expected, "{line}");
        }
    }
}
