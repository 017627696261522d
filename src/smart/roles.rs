//! What each quantity does: target, baseline, filter, label, part of a time or of the purpose.

use super::lexicon::{Token, class};
use super::parse::Reading;
use super::quantity::{Kind, Qty};
use super::text::{any, any_word, at, back, ends, han, skip, slice, stop};
use super::time::Form;
use super::types::{Lang, TimeClass};

/// The role of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Target,
    Baseline,
    /// Says which things are counted, not how many there shall be.
    Filter,
    /// A version, rank, name.
    Label,
    /// Part of a date or span.
    Time,
    Purpose,
    /// 一个, a: an article.
    Article,
}

/// Sets the role of each quantity.
pub(crate) fn assign(r: &mut Reading) {
    let roles: Vec<Role> = r.quantities.iter().map(|q| role(r, &q.0)).collect();
    for (q, role) in r.quantities.iter_mut().zip(roles) {
        q.1 = role;
    }
    // 从 A 到 B: A is a baseline only when a target follows.
    let pairs: Vec<usize> = (0..r.quantities.len())
        .filter(|n| r.quantities.get(*n).is_some_and(|q| q.1 == Role::Baseline))
        .collect();
    for n in pairs {
        let later = r.quantities.iter().any(|q| q.1 == Role::Target);
        if !later
            && let Some(q) = r.quantities.get_mut(n)
            && !said_now(&r.c, q.0.start)
        {
            q.1 = Role::Filter;
        }
    }
}

fn role(r: &Reading, q: &Qty) -> Role {
    let c = &r.c;
    let inside = r.times.iter().find(|t| q.num >= t.start && q.num < t.end);
    if let Some(t) = inside {
        return timed(r, q, t.class, t.form);
    }
    if q.label {
        return Role::Label;
    }
    if r.in_purpose(q.num) {
        return Role::Purpose;
    }
    let a = back(c, q.start);
    if ends(
        c,
        a,
        &[
            "第",
            "top",
            "no.",
            "tier",
            "stage",
            "level",
            "phase",
            "type",
            "soc",
            "iso",
            "version",
            "v",
            "iphone",
            "ios",
            "android",
            "windows",
            "type-",
            "class",
            "tel",
            "电话",
            "热线",
            "编号",
            "型号",
            "版本",
            "排名前",
            "前",
            "step",
            "day",
            "kr",
            "hacker",
            "series",
            "win",
            "ipv",
            "gb/t",
            "iso/iec",
            "chapter",
            "room",
            "building",
            "route",
            "grade",
        ],
    )
    .is_some()
        && !rank_counts(r, q)
    {
        return Role::Label;
    }
    if phone(c, q) {
        return Role::Label;
    }
    if per(c, q) {
        return Role::Filter;
    }
    if bare_year(q) && q.unit.is_none() && ends(c, a, &["到", "达", "达到", "至", "突破"]).is_none()
    {
        return Role::Time;
    }
    if baseline(r, q) {
        return Role::Baseline;
    }
    if filter(r, q) {
        return Role::Filter;
    }
    if article(r, q) {
        return Role::Article;
    }
    if in_brackets_window(r, q) {
        return Role::Filter;
    }
    Role::Target
}

/// per 10,000 orders, 每 1000 单: what the metric is counted on.
fn per(c: &[char], q: &Qty) -> bool {
    let a = back(c, q.start);
    q.value > 1.0
        && q.kind == Kind::Count
        && q.unit_end > q.num
        && (ends(c, a, &["per", "for every", "out of every"]).is_some()
            || ends(c, a, &["每"]).is_some())
        && !stop(at(c, skip(c, q.unit_end)))
}

fn bare_year(q: &Qty) -> bool {
    (1990.0..2100.0).contains(&q.value)
        && q.value.fract() == 0.0
        && q.kind == Kind::Count
        && q.end - q.num == 4
}

/// A quantity inside a time expression: the value of a metric when the class is a window led by a verb or comparison.
fn timed(r: &Reading, q: &Qty, class: Option<TimeClass>, form: Form) -> Role {
    let c = &r.c;
    if form != Form::Length || class != Some(TimeClass::Window) || r.in_purpose(q.num) {
        return Role::Time;
    }
    if baseline(r, q) {
        return Role::Baseline;
    }
    let a = back(c, q.num);
    let led = ends(
        c,
        a,
        &[
            "到",
            "至",
            "为",
            "≤",
            "≥",
            "<",
            ">",
            "<=",
            ">=",
            "超过",
            "低于",
            "少于",
            "小于",
            "控制在",
            "缩短",
            "减少",
            "降低",
            "压缩",
            "达到",
            "不高于",
            "少",
            "降",
            "to",
            "under",
            "below",
            "than",
            "is",
            "takes",
            "take",
            "by",
            "at most",
            "in",
            "within",
            "average",
            "of",
        ],
    )
    .is_some();
    let next = skip(c, q.end);
    let bound = any(c, skip(c, q.unit_end), &["内", "以内", "之内", "or less"]).is_some()
        || ends(c, a, &["within", "in"]).is_some();
    let name = han(at(c, next)) && !bound && !stop(at(c, next));
    let others = r.quantities.iter().any(|o| {
        o.0.num != q.num
            && !r
                .times
                .iter()
                .any(|t| o.0.num >= t.start && o.0.num < t.end)
            && !o.0.label
            && o.0.kind == Kind::Percent
    });
    // the 24-hour closure rate, while another figure is the target
    let adjective = (q.num..q.unit_end).any(|k| at(c, k) == '-')
        && at(c, skip(c, q.unit_end)).is_ascii_alphabetic()
        && r.quantities.iter().any(|o| {
            !o.0.label
                && o.0.num > q.num
                && !r
                    .times
                    .iter()
                    .any(|t| o.0.num >= t.start && o.0.num < t.end)
        });
    if adjective || name && !led || (bound && others) || in_round(c, q.num) {
        return Role::Filter;
    }
    if led
        || bound
        || q.cmp != super::types::Cmp::Eq
        || r.tokens
            .iter()
            .any(|t| t.is(class::CHANGE) && t.end <= q.num)
        || ends(c, a, &["interviews", "total"]).is_some()
        || r.lang == Lang::En && stop(at(c, skip(c, q.unit_end)))
    {
        Role::Target
    } else {
        Role::Filter
    }
}

fn in_round(c: &[char], i: usize) -> bool {
    (i.saturating_sub(120)..i)
        .rev()
        .map(|k| at(c, k))
        .find(|ch| matches!(ch, '(' | ')'))
        == Some('(')
}

/// 'measured weekly looking at last 30 days' and dates of plans in brackets.
fn in_brackets_window(r: &Reading, q: &Qty) -> bool {
    in_round(&r.c, q.num) && q.kind == Kind::Count && q.unit.is_none()
}

/// 'identify top-5 pain points' counts, 'hits top 5' does not.
fn rank_counts(r: &Reading, q: &Qty) -> bool {
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

fn phone(c: &[char], q: &Qty) -> bool {
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

/// 当前 12%, 现状 3 天, currently at 40%.
fn said_now(c: &[char], i: usize) -> bool {
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
fn clause_says(c: &[char], i: usize, words: &[&str]) -> bool {
    let mut k = i;
    while k > 0 && !matches!(at(c, k - 1), ',' | ';' | '。' | '\n' | '(' | ':') {
        k -= 1;
    }
    let verb = |w: &str| (k..i).any(|m| super::text::lit(c, m, w).is_some());
    any(c, skip(c, k), words).is_some()
        && !["提升", "降低", "提高", "达到", "增加", "到", "至", " to "]
            .iter()
            .any(|w| verb(w))
}

fn baseline(r: &Reading, q: &Qty) -> bool {
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

fn filter(r: &Reading, q: &Qty) -> bool {
    let c = &r.c;
    let after = skip(c, q.end);
    let a = back(c, q.start);
    if matches!(
        q.cmp,
        super::types::Cmp::Ge
            | super::types::Cmp::Le
            | super::types::Cmp::Gt
            | super::types::Cmp::Lt
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
                super::types::Cmp::Gt | super::types::Cmp::Ge | super::types::Cmp::Lt
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
fn apposed(r: &Reading, q: &Qty, a: usize) -> bool {
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
fn article(r: &Reading, q: &Qty) -> bool {
    let c = &r.c;
    if !q.words
        || (q.value - 1.0).abs() > f64::EPSILON
        || q.kind != Kind::Count
        || q.cmp != super::types::Cmp::Eq
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

/// The verb of the quantity's clause that stands before it (or right after it).
pub(crate) fn verb_before<'a>(r: &'a Reading, q: &Qty) -> Option<&'a Token> {
    let cl = r
        .clauses
        .iter()
        .find(|x| q.num >= x.start && q.num < x.end)?;
    let verbs = |t: &&Token| {
        t.is(class::CHANGE | class::KEEP | class::REACH | class::DONE) && !r.in_purpose(t.start)
    };
    let before = r
        .tokens
        .iter()
        .rev()
        .filter(verbs)
        .find(|t| t.end <= q.start.max(q.num) && t.start >= cl.start);
    let change = r
        .tokens
        .iter()
        .rev()
        .filter(verbs)
        .find(|t| t.end <= q.start.max(q.num) && t.start >= cl.start && t.is(class::CHANGE));
    match (before, change) {
        (Some(b), Some(ch))
            if b.is(class::REACH | class::KEEP)
                && !b.is(class::CHANGE)
                && q.start.saturating_sub(ch.end) > 12 =>
        {
            Some(b)
        }
        (_, Some(ch)) => Some(ch),
        (b, None) => b,
    }
}

/// '20% increase', '30% lift', 下降 after the figure.
pub(crate) fn noun_change(r: &Reading, q: &Qty) -> bool {
    let c = &r.c;
    let k = skip(c, q.end);
    r.tokens
        .iter()
        .any(|t| t.start == k && t.is(class::CHANGE) && t.end - t.start > 1 && r.lang == Lang::En)
        || any(c, k, &["增幅", "增长率", "的增长", "增量", "降幅"]).is_some()
}
