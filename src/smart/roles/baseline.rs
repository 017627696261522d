//! Where things stand now: 从, from, 当前, currently.

use super::*;

/// 当前 12%, 现状 3 天, currently at 40%.
pub(super) fn said_now(c: &[char], i: usize) -> bool {
    let mut k = back(c, i);
    for _ in 0..4 {
        if let Some(s) = ends(
            c,
            k,
            &[
                ":", "为", "是", "约", "仅", "的", "有", "只有", "at", "is", "of", "about", "在",
                "level",
            ],
        ) {
            k = back(c, s);
        }
    }
    let now = [
        "当前",
        "目前",
        "现状",
        "现在",
        "基线",
        "基准",
        "原来",
        "原",
        "现有",
        "目前仅",
        "现",
        "去年",
        "去年同期",
        "上月",
        "上季度",
        "上年",
        "此前",
        "currently",
        "current",
        "baseline",
        "today",
        "now",
        "was",
        "vs",
        "vs.",
        "versus",
        "up from",
        "down from",
        "compared to",
        "against",
        "existing",
    ];
    ends(c, k, &now).is_some()
        || clause_says(
            c,
            i,
            &["当前", "目前", "现状", "基线", "currently", "baseline"],
        )
}

/// The clause opens with one of the words (背景：当前购物车页面转化率仅12%).
pub(super) fn clause_says(c: &[char], i: usize, words: &[&str]) -> bool {
    let mut k = i;
    while k > 0 && !matches!(at(c, k - 1), ',' | ';' | '。' | '\n' | '(' | ':') {
        k -= 1;
    }
    let verb = |w: &str| (k..i).any(|m| crate::smart::text::lit(c, m, w).is_some());
    any(c, skip(c, k), words).is_some()
        && !["提升", "降低", "提高", "达到", "增加", "到", "至", " to "]
            .iter()
            .any(|w| verb(w))
}

pub(super) fn baseline(r: &Reading, q: &Qty) -> bool {
    let c = &r.c;
    if q.kind != Kind::Times && said_now(c, q.start) {
        return true;
    }
    let a = back(c, q.start);
    let after = skip(c, q.end);
    if ends(
        c,
        a,
        &[
            "从",
            "由",
            "自",
            "from",
            "from about",
            "from around",
            "up from",
            "down from",
            "从目前的",
            "从当前的",
            "从现在的",
            "由目前的",
            "由当前的",
            "从原来的",
            "从目前",
            "由现在的",
        ],
    )
    .is_some()
    {
        return true;
    }
    // 从去年的 5% 提升到 8%; from today's 5% to 8%
    let from = (q.start.saturating_sub(14)..q.start)
        .rev()
        .take_while(|k| !stop(at(c, *k)))
        .find(|k| any(c, *k, &["从", "由", "from "]).is_some());
    if from.is_some()
        && (any(
            c,
            after,
            &[
                "提升", "提高", "增加", "增长", "降", "缩短", "减少", "压缩", "到", "至", "升",
                "扩", "下降", "恢复", "涨", "下调", "上调", "拉升", "压降",
            ],
        )
        .is_some()
            || any_word(c, after, &["to", "on average to", "down to", "up to"]).is_some())
    {
        return true;
    }
    at(c, after) == '→'
        || (at(c, after) == '-' && at(c, after + 1) == '>')
        || (any_word(c, after, &["to", "on average to"]).is_some() && from.is_some())
}
