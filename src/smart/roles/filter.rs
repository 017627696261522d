//! Quantities that say which things are counted, or how many were named.

use super::*;

/// per 10,000 orders, 每 1000 单: what the metric is counted on.
pub(super) fn per(c: &[char], q: &Qty) -> bool {
    let a = back(c, q.start);
    q.value > 1.0
        && q.kind == Kind::Count
        && q.unit_end > q.num
        && (ends(c, a, &["per", "for every", "out of every"]).is_some()
            || ends(c, a, &["每"]).is_some())
        && !stop(at(c, skip(c, q.unit_end)))
}

/// 'identify top-5 pain points' counts, 'hits top 5' does not.
pub(super) fn rank_counts(r: &Reading, q: &Qty) -> bool {
    let c = &r.c;
    let Some(s) = ends(c, back(c, q.start), &["top", "top-"])
        .or_else(|| ends(c, q.start.saturating_sub(1), &["top"]))
    else {
        return false;
    };
    r.tokens
        .iter()
        .any(|t| t.end == back(c, s) && t.is(class::DONE))
}

pub(super) fn phone(c: &[char], q: &Qty) -> bool {
    let plain = slice(c, q.num, q.unit_end);
    let n = plain.chars().filter(char::is_ascii_digit).count();
    let dashed = plain.contains('-') && n >= 7
        || (at(c, q.unit_end) == '-' && at(c, q.unit_end + 1).is_ascii_digit() && q.max.is_none());
    (n >= 7
        && !plain.contains(',')
        && q.unit.is_none()
        && q.value >= 1e10
        && plain.starts_with('1'))
        || (dashed && n >= 3)
        || matches!(plain.as_str(), "24/7" | "7x24" | "7*24")
        || (at(c, q.unit_end) == '/' && plain == "24")
        || (plain == "7" && ends(c, q.num, &["24/"]).is_some())
        || (any(c, q.unit_end, &["*24", "x24", "×24"]).is_some())
        || ends(c, q.num, &["7*", "7×", "7x"]).is_some()
        || plain.starts_with("400-")
        || plain == "996"
        || plain == "007"
}

pub(super) fn filter(r: &Reading, q: &Qty) -> bool {
    let c = &r.c;
    let after = skip(c, q.end);
    let a = back(c, q.start);
    if matches!(
        q.cmp,
        crate::smart::types::Cmp::Ge
            | crate::smart::types::Cmp::Le
            | crate::smart::types::Cmp::Gt
            | crate::smart::types::Cmp::Lt
    ) && (at(c, after) == '的'
        || (any(
            c,
            after,
            &[
                "客户", "用户", "订单", "门店", "机型", "经验", "员工", "项目", "合同", "工单",
                "企业", "故障", "事故", "单品", "商家", "账号", "会员",
            ],
        )
        .is_some()
            && q.end > q.unit_end
            && after == q.end
            && r.lang == Lang::Zh))
    {
        return true;
    }
    if at(c, after) == '的' && q.kind != Kind::Percent && han(at(c, after + 1)) {
        // 月销500+的爆款, 两个渠道的口径: says which
        let verb = r
            .tokens
            .iter()
            .any(|t| t.is(class::VERB | class::ACT) && t.end == a);
        return !verb || q.kind == Kind::Time;
    }
    if r.lang == Lang::En || at(c, q.num).is_ascii() {
        let which = [
            "accounts",
            "customers",
            "deals",
            "orders",
            "open for",
            "older than",
            "companies with",
            "teams with",
            "employees with",
            "invoices",
            "contracts",
            "stores with",
            "tickets",
            "transactions",
            "users with",
            "opportunities",
            "than",
        ];
        let last = ends(c, back(c, q.start), &which).is_some()
            || ends(c, back(c, q.num), &["open for", "worth"]).is_some();
        if last
            && matches!(
                q.cmp,
                crate::smart::types::Cmp::Gt
                    | crate::smart::types::Cmp::Ge
                    | crate::smart::types::Cmp::Lt
            )
            && r.tokens
                .iter()
                .all(|t| !(t.is(class::REACH | class::KEEP) && t.end <= q.start))
            && a > 0
            && (q.kind == Kind::Money || q.kind == Kind::Time)
        {
            return true;
        }
    }
    // 每场不少于 200 人 is a target; 统一百度和谷歌两个渠道 is a count of the things
    q.words
        && q.value <= 10.0
        && q.kind == Kind::Count
        && han(at(c, a.saturating_sub(1)))
        && a > 0
        && apposed(r, q, a)
}

/// A small numeral after a noun: it repeats how many things were named.
pub(super) fn apposed(r: &Reading, q: &Qty, a: usize) -> bool {
    let c = &r.c;
    let verb = r
        .tokens
        .iter()
        .any(|t| t.end == a && t.is(class::VERB | class::ACT));
    let led = ends(
        c,
        a,
        &[
            "至少", "达", "到", "至", "了", "出", "约", "各", "有", "满", "前", "招", "签", "开",
            "办", "增", "建", "做", "写", "发", "拍", "完", "名", "人", "率", "数", "家", "量",
            "额",
        ],
    )
    .is_some();
    let unit = matches!(
        at(c, q.unit_end.saturating_sub(1)),
        '个' | '大' | '类' | '种' | '项'
    );
    !verb
        && !led
        && unit
        && any(
            c,
            skip(c, q.unit_end),
            &[
                "渠道",
                "平台",
                "系统",
                "部门",
                "方面",
                "环节",
                "维度",
                "城市",
                "区域",
                "团队",
                "事业部",
                "业务",
                "层面",
            ],
        )
        .is_some()
}

/// 一个 as an article, unless a cadence goes with it.
pub(super) fn article(r: &Reading, q: &Qty) -> bool {
    let c = &r.c;
    if !q.words
        || (q.value - 1.0).abs() > f64::EPSILON
        || q.kind != Kind::Count
        || q.cmp != crate::smart::types::Cmp::Eq
        || q.max.is_some()
    {
        return false;
    }
    if r.times.iter().any(|t| t.class == Some(TimeClass::Cadence)) {
        return false;
    }
    if at(c, q.num).is_ascii_alphabetic() {
        return any_word(c, skip(c, q.unit_end), &["of"]).is_some() && q.unit.is_none()
            || any_word(c, q.num, &["one of", "one-", "one stop", "one another"]).is_some();
    }
    true
}
