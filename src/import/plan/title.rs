//! The title of a text, and the lines that only say whose turn it is.

use crate::import::block::Block;
use crate::text::fold;
use std::collections::BTreeMap;

/// Whether a short line only says whose turn it is in a conversation: 回答二, Answer 2.
pub(super) fn is_turn(text: &str) -> bool {
    const TURNS: [&str; 18] = [
        "回答",
        "答案",
        "答复",
        "提问",
        "问题一",
        "问题二",
        "chatgpt",
        "deepseek",
        "kimi",
        "豆包",
        "文心一言",
        "通义千问",
        "answer",
        "response",
        "user",
        "assistant",
        "you said",
        "我的问题",
    ];
    let lower = fold(text);
    lower.chars().count() <= 14
        && TURNS.iter().any(|turn| lower.starts_with(turn))
        && !lower.contains("时")
        && lower.split_whitespace().count() <= 2
}

/// Words with which the titles of such documents end.
const TITLES: [&str; 34] = [
    "职责",
    "制度",
    "方案",
    "章程",
    "总则",
    "手册",
    "办法",
    "说明书",
    "计划",
    "规定",
    "守则",
    "怎么写",
    "工作内容",
    "细则",
    "规范",
    "指南",
    "纪要",
    "安排",
    "分工",
    "条例",
    "纲要",
    "规划",
    "charter",
    "handbook",
    "policy",
    "plan",
    "manual",
    "guide",
    "responsibilities",
    "minutes",
    "rules",
    "playbook",
    "description",
    "document",
];

/// The headings of a text by level, seen once: whether one stands alone on its level.
#[derive(Debug, Default)]
pub(super) struct Levels {
    /// The words on a level, as long as all its headings have the same.
    words: BTreeMap<u8, Option<String>>,
    count: usize,
}

impl Levels {
    pub(super) fn new(blocks: &[Block]) -> Levels {
        let mut levels = Levels::default();
        for block in blocks {
            let Block::Heading { level, text } = block else {
                continue;
            };
            // The turns of a conversation divide the text, they are no part of it.
            if is_turn(text) {
                continue;
            }
            levels.count += 1;
            let text = fold(text);
            let known = levels
                .words
                .entry(*level)
                .or_insert_with(|| Some(text.clone()));
            if known.as_ref().is_some_and(|known| *known != text) {
                *known = None;
            }
        }
        levels
    }

    /// Whether the first line of a text is its title: it reads like one, and no other heading of
    /// the text stands beside it.
    pub(super) fn is_title(&self, text: &str, level: u8) -> bool {
        let lower = fold(text);
        let alone = match self.words.get(&level) {
            None => true,
            Some(words) => words.as_ref() == Some(&lower),
        };
        // "…总则（征求意见稿）" is still a title.
        let body = lower.split(['（', '(']).next().unwrap_or(&lower);
        let body = body.trim_end().trim_end_matches('》');
        let named = text.contains('《') || TITLES.iter().any(|end| body.ends_with(end));
        let leads = level == 1 && self.count > 1 && text.chars().count() >= 4;
        (alone || level > 1 && named) && (named || leads)
    }
}
