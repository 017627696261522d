//! How far the target is from the baseline.

use super::*;

/// Shares that cannot pass 100 %: by the end of the metric's name.
pub(super) fn bounded_share(metric: &str) -> bool {
    let m = metric.to_ascii_lowercase();
    const OPEN: &[&str] = &[
        "增长",
        "增速",
        "增幅",
        "完成率",
        "达成率",
        "达标率",
        "执行率",
        "nrr",
        "净收入留存",
        "净留存",
        "续费率",
        "续约",
        "回报",
        "roi",
        "周转",
        "杠杆",
        "负债",
        "换手",
        "产销率",
        "售罄",
        "利用率",
        "使用率",
        "投产比",
        "同比",
        "环比",
        "超额",
        "提升",
        "涨幅",
        "收益率",
        "费比",
        "动销",
        "growth",
        "retention by revenue",
        "net",
        "attainment",
        "quota",
        "completion",
        "plan",
        "return",
        "utili",
        "roi",
        "increase",
        "turnover",
        "grr",
        "ndr",
        "renewal",
    ];
    if OPEN.iter().any(|o| m.contains(o)) {
        return false;
    }
    const SHARE: &[&str] = &["率", "占比", "份额", "满意度", "比例", "比重", "市占"];
    const EN: &[&str] = &[
        "rate",
        "share",
        "coverage",
        "margin",
        "satisfaction",
        "accuracy",
        "uptime",
        "availability",
        "conversion",
        "percentage",
        "churn",
        "penetration",
        "adherence",
        "compliance",
        "attendance",
        "retention",
    ];
    SHARE.iter().any(|s| m.contains(s)) || EN.iter().any(|s| m.contains(s))
}

/// A value in the seconds, or itself.
pub(super) fn plain(value: f64, unit: Option<&str>) -> (f64, bool) {
    match unit.and_then(time_factor) {
        Some(f) => (value * f, true),
        None => (value, false),
    }
}

pub(super) fn reach(r: &Reading, g: &GoalParts, ctx: &Context) -> Reach {
    let first = g.targets.first().filter(|t| t.kind != TargetKind::Binary);
    let t = ctx
        .target
        .as_ref()
        .filter(|t| t.value.or(t.max).is_some())
        .or(first);
    let Some(t) = t else { return Reach::Unknown };
    let Some(v) = t.value.or(if g.direction == Some(Direction::Down) {
        t.min
    } else {
        t.max
    }) else {
        return Reach::Unknown;
    };
    let metric = g.metric.as_deref().unwrap_or_default();
    let percent = t.unit.as_deref() == Some("%");
    if percent
        && matches!(t.kind, TargetKind::Abs | TargetKind::Range)
        && v > 100.0
        && bounded_share(metric)
        && g.direction != Some(Direction::Do)
    {
        return Reach::Impossible;
    }
    if t.kind == TargetKind::Dpct && v > 100.0 && g.direction == Some(Direction::Down) {
        return Reach::Impossible;
    }
    let base = ctx.baseline.as_ref().or(g.baseline.as_ref());
    let Some(b) = base else { return Reach::Unknown };
    let (bv, timed) = plain(b.value, b.unit.as_deref());
    let (tv, timed2) = plain(v, t.unit.as_deref());
    if timed != timed2 {
        return Reach::Unknown;
    }
    let down = g.direction == Some(Direction::Down);
    let level = match t.kind {
        TargetKind::Dpct => bv * (1.0 + if down { -v } else { v } / 100.0),
        TargetKind::Dpp | TargetKind::Dabs => bv + if down { -tv } else { tv },
        TargetKind::Ratio => bv * v,
        _ => tv,
    };
    let share = b.unit.as_deref() == Some("%");
    if share && t.kind == TargetKind::Abs && !percent && t.unit.is_some() {
        return Reach::Unknown;
    }
    let wrong = match g.direction {
        Some(Direction::Up) => level <= bv,
        Some(Direction::Down) => level >= bv,
        Some(Direction::Keep | Direction::Do) => false,
        _ => (level - bv).abs() < f64::EPSILON,
    };
    if wrong {
        return Reach::Contradiction;
    }
    if share && level > 100.0 && bounded_share(metric) {
        return Reach::Impossible;
    }
    if let Some(p) = crate::smart::verdict_past::pace(r.today, g, ctx, bv, level) {
        return p;
    }
    if bv == 0.0 {
        return Reach::Unknown;
    }
    let rel = (level - bv) / bv.abs();
    if rel.abs() >= 5.0 && !share {
        return Reach::TooFar(rel.abs());
    }
    if (-0.9..=1.0).contains(&rel) {
        Reach::Fine
    } else {
        Reach::Unknown
    }
}
