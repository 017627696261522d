//! Yes/no deliverables in Chinese: completed, launched, signed, a named document.

use super::*;
use crate::smart::time::Time;

pub(super) fn zh_binary(r: &Reading, cl: &Clause) -> Option<Place> {
    let c = &r.c;
    let done = |t: &&Token| {
        t.is(class::DONE)
            && t.start >= cl.start
            && t.end <= cl.end
            && !r.in_purpose(t.start)
            && !r.times.iter().any(|x| t.start >= x.start && t.end <= x.end)
    };
    for t in r.tokens.iter().filter(done) {
        let word = slice(c, t.start, t.end);
        if word == "通过" && !passes(c, t.end, cl.end)
            || ends(c, t.start, &["不", "未", "没", "待", "已"]).is_some()
            || matches!(at(c, t.end), '率' | '量' | '数' | '额' | '周')
            || explored(r, cl, t)
        {
            continue;
        }
        if r.quantities
            .iter()
            .any(|q| q.0.num < t.end && q.0.end > t.start)
        {
            continue;
        }
        let object = trim_object(r, t.end, cl.end);
        let before = trim_before(r, cl.start, t.start);
        let weak = |p: Place| {
            let empty = r
                .find(p, class::EMPTY)
                .is_some_and(|e| e.end == p.1 || e.start == p.0);
            let hollow = r
                .find(p, class::ABSTRACT | class::SLOGAN | class::CATEGORY)
                .is_some_and(|e| e.end == p.1)
                && r.find(p, class::ARTEFACT | class::METRIC).is_none()
                && p.1 - p.0 <= 6;
            empty || hollow
        };
        let ok = |p: Place| p.1 > p.0 + 1 && !weak(p);
        if ok(object) {
            return Some(object);
        }
        // 新系统上线, 合同签署完成: the object stands in front
        if object.1 <= object.0 + 1 && ok(before) {
            return Some(before);
        }
    }
    if let Some(m) = r.tokens.iter().find(|t| {
        t.is(class::MILESTONE)
            && t.start >= cl.start
            && t.end <= cl.end
            && !r.in_purpose(t.start)
            && !matches!(at(c, t.end), '率' | '能' | '点' | '水')
    }) {
        return Some((m.start, m.end));
    }
    // 建立/搭建/编写 + a named artefact
    for t in r
        .tokens
        .iter()
        .filter(|t| t.start >= cl.start && t.end <= cl.end && !r.in_purpose(t.start))
    {
        let word = slice(c, t.start, t.end);
        if matches!(word.as_str(), "建立" | "搭建" | "构建" | "健全" | "建设") {
            let p = trim_object(r, t.end, cl.end);
            if let Some(a) = r
                .tokens
                .iter()
                .find(|a| a.is(class::ARTEFACT) && a.end == p.1 && a.start > p.0 + 1)
                && !a.is(class::ABSTRACT)
                && !matches!(
                    slice(c, a.start, a.end).as_str(),
                    "系统" | "平台" | "渠道" | "中心" | "制度" | "矩阵" | "项目" | "工程"
                )
            {
                return Some(p);
            }
        }
    }
    // 给出/形成/编写 + a named document
    for i in cl.start..cl.end {
        if let Some((_, e)) = any(
            c,
            i,
            &[
                "给出", "形成", "拿出", "编写", "撰写", "起草", "编印", "绘制", "录制", "拍摄",
                "制作", "设计",
            ],
        ) && !r.in_purpose(i)
        {
            let p = trim_object(r, e, cl.end);
            if r.tokens.iter().any(|a| {
                a.is(class::ARTEFACT) && !a.is(class::CATEGORY) && a.end == p.1 && a.start > p.0
            }) {
                return Some(p);
            }
        }
    }
    None
}

/// 评估引入…的可行性: the verb belongs to what is looked into.
pub(super) fn explored(r: &Reading, cl: &Clause, done: &Token) -> bool {
    let c = &r.c;
    r.tokens.iter().any(|x| {
        x.is(class::EXPLORE)
            && x.start >= cl.start
            && x.end <= done.start
            && !matches!(at(c, x.end), '院' | '员' | '部' | '中' | '室' | '组' | '会')
            && !(x.end..done.start).any(|k| matches!(at(c, k), '并' | '和' | '后' | '、' | '及'))
    })
}

/// 通过 is a verb of completion before 认证, 验收, 审核, 考试; elsewhere a means.
pub(super) fn passes(c: &[char], i: usize, end: usize) -> bool {
    (i..end).any(|k| {
        any(
            c,
            k,
            &[
                "认证", "验收", "审核", "审计", "评审", "考试", "考核", "年检", "备案", "检查",
                "等保",
            ],
        )
        .is_some()
    })
}

/// The object after a verb: without times, particles and what follows a stop.
pub(super) fn trim_object(r: &Reading, from: usize, end: usize) -> Place {
    let c = &r.c;
    let mut s = skip(c, from);
    while let Some((_, e)) = any(
        c,
        s,
        &[
            "了", "对", "的", "一份", "一套", "一个", "一次", "本次", "新版", "相关",
        ],
    ) {
        if e >= end || matches!(at(c, s), '新') {
            break;
        }
        s = skip(c, e);
    }
    let mut e = end;
    for t in &r.times {
        if t.start >= s
            && t.start < e
            && t.class != Some(TimeClass::Name)
            && t.class != Some(TimeClass::Window)
        {
            if t.start == s {
                s = skip(c, t.end);
            } else {
                e = t.start;
            }
        }
    }
    // 复盘报告（负责人：…）: a remark is no part of the object.
    e = (s + 1..e).find(|k| at(c, *k) == '(').unwrap_or(e);
    (s.min(end), back(c, e).max(s.min(end)))
}

/// The words of a place without the times, the owner and the small words before them.
pub(super) fn trim_before(r: &Reading, start: usize, end: usize) -> Place {
    let aside = |t: &&Time| {
        t.end <= end
            && t.start >= start
            && !matches!(t.class, Some(TimeClass::Name | TimeClass::Window))
    };
    let last = r.times.iter().filter(aside).max_by_key(|t| t.end);
    let p = without_lead(r, last.map_or(start, |t| t.end), end);
    match last {
        // 结案率三季度达到 95%: the name stands before the time.
        Some(t) if !(p.0..p.1).any(|i| at(&r.c, i).is_alphabetic()) && t.start > start => {
            trim_before(r, start, back(&r.c, t.start))
        }
        _ => p,
    }
}

fn without_lead(r: &Reading, start: usize, end: usize) -> Place {
    let c = &r.c;
    let mut s = start;
    if let Some(o) = r.owner.filter(|o| o.1 <= end && o.1 > s) {
        s = o.1;
    }
    s = skip(c, s);
    while let Some((_, e)) = any(
        c,
        s,
        &[
            "将", "把", "在", "使", "让", "，", ",", "]", "应当", "应", "要", "需", "确保", "力争",
            "争取", "计划", "完成", ":", "：", "-", "*", "·", "全员", "我们", "🚀", "于", "实现",
            "对",
        ],
    ) {
        if e > end {
            break;
        }
        s = skip(c, e);
    }
    (s.min(end), back(c, end).max(s.min(end)))
}
