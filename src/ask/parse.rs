//! Reads a message with numbered answers. Every line ends up in an answer, except those that only
//! repeat what was asked.

use crate::model::Asked;

/// One answer of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The question's number; none for lines that belong to no question.
    pub number: Option<u32>,
    /// The words.
    pub text: String,
    /// Lines quoted from an earlier message.
    pub quoted: String,
}

/// The answers of a pasted message, in its order. `asked` are the questions that went out, `own`
/// the lines of the request around them.
pub fn read_answers(pasted: &str, asked: &[Asked], own: &[&str]) -> Vec<Answer> {
    let mut reader = Reader {
        asked,
        found: Vec::new(),
        current: None,
    };
    for line in pasted.lines() {
        let (body, quoted) = unquoted(line);
        let same = |known: &&str| !known.trim().is_empty() && bare(known) == bare(body);
        if !own.iter().any(same) {
            reader.line(body, quoted);
        }
    }
    reader.finish()
}

struct Reader<'a> {
    asked: &'a [Asked],
    found: Vec<Answer>,
    /// The answer that lines without a number go on with.
    current: Option<usize>,
}

impl Reader<'_> {
    fn line(&mut self, body: &str, quoted: bool) {
        let marked = marker(body).and_then(|(number, rest)| {
            let asked = self.asked.iter().find(|asked| asked.number == number)?;
            Some((asked, rest))
        });
        let Some((asked, rest)) = marked.filter(|(asked, _)| !self.goes_on(asked.number)) else {
            return self.add(body, quoted);
        };
        let number = asked.number;
        let rest = without_question(rest, &asked.question);
        let at = self
            .found
            .iter()
            .position(|found| found.number == Some(number));
        let at = at.unwrap_or_else(|| {
            self.found.push(Answer {
                number: Some(number),
                ..Answer::default()
            });
            self.found.len() - 1
        });
        self.current = Some(at);
        self.add(rest, quoted);
    }

    /// A lower number that has been answered already counts items inside the present answer.
    fn goes_on(&self, number: u32) -> bool {
        let current = self.current.and_then(|at| self.found.get(at)?.number);
        let answered = |found: &Answer| found.number == Some(number) && !found.text.is_empty();
        current.is_some_and(|current| number < current) && self.found.iter().any(answered)
    }

    fn add(&mut self, body: &str, quoted: bool) {
        if body.trim().is_empty() {
            return;
        }
        let at = self.current.unwrap_or_else(|| {
            self.found.push(Answer::default());
            self.found.len() - 1
        });
        self.current = Some(at);
        if let Some(answer) = self.found.get_mut(at) {
            let lines = if quoted {
                &mut answer.quoted
            } else {
                &mut answer.text
            };
            if !lines.is_empty() {
                lines.push('\n');
            }
            lines.push_str(body.trim());
        }
    }

    fn finish(mut self) -> Vec<Answer> {
        self.found
            .retain(|answer| !answer.text.is_empty() || !answer.quoted.is_empty());
        for answer in &mut self.found {
            // A quotation alone answers nothing.
            if answer.text.is_empty() {
                answer.number = None;
            }
        }
        self.found
    }
}

/// The line without the marks of a quotation, and whether it had any.
fn unquoted(line: &str) -> (&str, bool) {
    let body = line
        .trim()
        .trim_start_matches(['>', '＞', '|', '┃', ' ', '\u{3000}']);
    let quoted = line.trim_start().starts_with(['>', '＞', '|', '┃']);
    (body, quoted)
}

/// What follows the question where a colleague wrote behind it.
fn without_question<'t>(text: &'t str, question: &str) -> &'t str {
    let text = text.trim();
    match text.strip_prefix(question.trim()) {
        Some(rest) => rest.trim_start_matches(['：', ':', '-', '—', ' ']).trim(),
        None => text,
    }
}

/// For comparing lines that passed through a chat: without spaces.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The number at the head of a line and what follows: `1.` `1、` `1）` `（1）` `①` `１．` `1：`.
/// "1.5" and "5、6 月" are no numbers of answers.
fn marker(line: &str) -> Option<(u32, &str)> {
    let line = line.trim_start();
    let first = line.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        let number = u32::from(first) - u32::from('①') + 1;
        let rest = line.get(first.len_utf8()..)?;
        return Some((
            number,
            rest.trim_start_matches(['.', '．', '、', '：', ':', ' ']),
        ));
    }
    let inner = line.strip_prefix(['（', '(', '【', '[']);
    let digits = inner.unwrap_or(line);
    let end = digits.find(|c| !is_digit(c)).unwrap_or(digits.len());
    let (figures, after) = digits.split_at(end);
    if figures.is_empty() || figures.chars().count() > 3 {
        return None;
    }
    let number = figures
        .chars()
        .try_fold(0, |sum, c| Some(sum * 10 + value(c)?))?;
    let rest = match inner {
        Some(_) => after.strip_prefix(['）', ')', '】', ']'])?,
        None => {
            let rest = after.strip_prefix(['.', '．', '、', '：', ':', '）', ')'])?;
            let splits = match after.chars().next()? {
                '.' | '．' | ':' | '：' => !rest.starts_with(is_digit),
                '、' => !enumerates(rest),
                _ => true,
            };
            splits.then_some(rest)?
        }
    };
    Some((number, rest.trim_start()))
}

fn is_digit(c: char) -> bool {
    value(c).is_some()
}

fn value(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        c => c.to_digit(10),
    }
}

fn enumerates(rest: &str) -> bool {
    let after = rest.trim_start_matches(is_digit);
    after.len() < rest.len() && after.trim_start().starts_with(['、', '月', '日', '号'])
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn asked(count: u32) -> Vec<Asked> {
        (1..=count)
            .map(|number| Asked {
                number,
                question: format!("第{number}问？"),
                ..Asked::default()
            })
            .collect()
    }

    fn read(pasted: &str) -> Vec<(Option<u32>, String)> {
        let found = read_answers(pasted, &asked(20), &["《文件》目标：20 个问题"]);
        found
            .into_iter()
            .map(|one| (one.number, one.text))
            .collect()
    }

    fn one(number: u32, text: &str) -> (Option<u32>, String) {
        (Some(number), text.to_owned())
    }

    #[test]
    fn numbers_are_read_in_every_way_of_writing_them() {
        for line in [
            "3. 客服主管",
            "3、客服主管",
            "３．客服主管",
            "（3）客服主管",
            "(3) 客服主管",
            "3）客服主管",
            "③客服主管",
            "③ 客服主管",
            "3：客服主管",
            "  3.客服主管",
            "【3】客服主管",
        ] {
            assert_eq!(read(line), [one(3, "客服主管")], "{line}");
        }
        assert_eq!(read("１２、十二"), [one(12, "十二")]);
        assert_eq!(read("⑳二十"), [one(20, "二十")]);
    }

    #[test]
    fn figures_of_an_answer_are_no_numbers() {
        let text = "1. 两项：\n1.5 小时\n5、6 月\n10:30 开会\n2027-06-30";
        assert_eq!(
            read(text),
            [one(1, "两项：\n1.5 小时\n5、6 月\n10:30 开会\n2027-06-30")]
        );
        // A number that nobody asked for is part of the text.
        assert_eq!(read("2. 好\n99. 啤酒"), [one(2, "好\n99. 啤酒")]);
    }

    #[test]
    fn a_list_inside_an_answer_stays_in_it() {
        let text = "1. 甲\n2. 乙\n3. 两件：\n1. 一件\n2. 另一件\n4. 丁";
        let third = one(3, "两件：\n1. 一件\n2. 另一件");
        assert_eq!(
            read(text),
            [one(1, "甲"), one(2, "乙"), third, one(4, "丁")]
        );
    }

    #[test]
    fn repeated_questions_are_not_answers() {
        let text = "《文件》 目标：20 个问题\n1. 第1问？ 甲\n2. 第2问？\n乙\n3. 第3问？";
        assert_eq!(read(text), [one(1, "甲"), one(2, "乙")]);
    }

    #[test]
    fn quoted_lines_are_kept_apart_and_point_to_their_question() {
        let found = read_answers(
            "> 1. 第1问？\n甲\n> > 2. 第2问？\n> 上次说过\n乙\n> 王芳：收到",
            &asked(5),
            &[],
        );
        let quoted = |number, text: &str, quoted: &str| Answer {
            number: Some(number),
            text: text.into(),
            quoted: quoted.into(),
        };
        assert_eq!(
            found,
            [quoted(1, "甲", ""), quoted(2, "乙", "上次说过\n王芳：收到")]
        );
    }

    #[test]
    fn lines_before_the_first_number_belong_to_none() {
        let found = read("你好\n1. 甲");
        assert_eq!(found, [(None, "你好".to_owned()), one(1, "甲")]);
        assert_eq!(read("都行"), [(None, "都行".to_owned())]);
        assert_eq!(read(" \n\n"), []);
    }

    proptest! {
        /// Every word that is not a number or a quotation mark comes out again.
        #[test]
        fn nothing_is_lost(lines in proptest::collection::vec("(> )?([0-9]{1,2}[.、）] ?)?[甲乙丙a-c]{0,4}", 0..12)) {
            let pasted = lines.join("\n");
            let found = read_answers(&pasted, &asked(20), &[]);
            let letters = |text: &str| {
                let mut all: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
                all.sort_unstable();
                all
            };
            let out: String = found.iter().flat_map(|one| [one.text.as_str(), &one.quoted]).collect();
            prop_assert_eq!(letters(&out), letters(&pasted));
        }
    }
}
