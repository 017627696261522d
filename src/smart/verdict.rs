//! The five letters, the structured goal and the score.

use chrono::NaiveDate;

use super::lexicon::class;
use super::parse::{Place, Reading, is_change};
use super::quantity::{Kind, Qty, time_factor};
use super::text::slice;
use super::time::{Form, Time, Unit};
use super::types::{
    Amount, Context, Deadline, DeadlineKind, Direction, Finding, GoalParts, Letters, Severity,
    Target, TargetKind, TimeClass, Verdict,
};

/// The time that decides T.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum When {
    Date(Time, NaiveDate),
    Past(Time, NaiveDate),
    Cadence(Time),
    Event(Place),
    /// A quarter of a fiscal calendar and the like: an end, but no date.
    Undated(Time),
    None,
}

/// Letters and goal, with the places they rest on.
pub(crate) struct Judged {
    pub(crate) letters: Letters,
    pub(crate) goal: GoalParts,
    pub(crate) when: When,
    pub(crate) achievable: Reach,
}

/// How far the target is from the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Reach {
    Unknown,
    Fine,
    /// On the wrong side or equal.
    Contradiction,
    /// A share above 100 %, or a fall by more than everything.
    Impossible,
    /// Five times the baseline or more.
    TooFar(f64),
    /// Faster than the past: needed rate over best rate.
    TooFast(f64),
    Brisk(f64),
}

pub(crate) fn judge(r: &Reading, ctx: &Context) -> Judged {
    let goal = goal(r);
    let when = when(r);
    let achievable = reach(r, &goal, ctx);
    let mut l = Letters::default();
    let measured =
        !goal.targets.is_empty() || r.universal.is_some() || r.binary.is_some() || quota(r);
    let off = r.not_goal.is_some() && goal.targets.is_empty();
    let lone = r.placeholder.is_some_and(|p| p.0 == 0) && r.targets().next().is_none();
    let figures = r.targets().next().is_some();
    let open = lone || r.placeholder.is_some() && !figures && r.binary.is_none();
    let m = measured && !off && !open
        || ctx
            .target
            .as_ref()
            .is_some_and(|t| t.value.is_some() || t.max.is_some());
    let object = goal.metric.is_some();
    let s = !off && !lone && object && (measured || r.concrete.is_some());
    l.s = if s { Verdict::Pass } else { Verdict::Fail };
    l.m = if m { Verdict::Pass } else { Verdict::Fail };
    l.t = match &when {
        When::Date(..) | When::Cadence(_) | When::Undated(_) => Verdict::Pass,
        When::Event(_) => Verdict::Unknown,
        When::Past(..) | When::None => Verdict::Fail,
    };
    if off {
        l.t = Verdict::Fail;
    }
    if let Some(d) = ctx.deadline {
        l.t = if d < r.today {
            Verdict::Fail
        } else {
            Verdict::Pass
        };
    }
    let end = ctx.deadline.or(match &when {
        When::Date(_, d) => Some(*d),
        _ => None,
    });
    if let (Some(p), Some(d)) = (&ctx.period, end)
        && d > p.to
    {
        l.t = Verdict::Fail;
    }
    l.a = match achievable {
        Reach::Fine => Verdict::Pass,
        Reach::Contradiction | Reach::Impossible | Reach::TooFar(_) | Reach::TooFast(_) => {
            Verdict::Fail
        }
        Reach::Unknown | Reach::Brisk(_) => Verdict::Unknown,
    };
    l.r = if r.purpose.is_some() || ctx.objective.is_some() {
        Verdict::Pass
    } else if !ctx.objectives.is_empty() {
        Verdict::Fail
    } else {
        Verdict::Unknown
    };
    Judged {
        letters: l,
        goal,
        when,
        achievable,
    }
}

/// An activity with a cadence of its own: one per period.
pub(crate) fn quota(r: &Reading) -> bool {
    r.cadence().is_some_and(|t| {
        let rest = t.start > 2 || r.c.len() >= t.end + 2;
        rest && !r.tokens.iter().any(|x| x.is(class::EMPTY | class::SLOGAN))
            && (r.tokens.iter().any(|x| {
                x.is(class::DONE | class::ACT | class::ARTEFACT | class::GENERIC | class::SERVICE)
            }) || worded(r, t)
                || r.targets().next().is_some())
    })
}

/// Enough words beside the cadence to name an activity.
fn worded(r: &Reading, t: &Time) -> bool {
    let rest = format!(
        "{} {}",
        slice(&r.c, 0, t.start),
        slice(&r.c, t.end, r.c.len())
    );
    let hollow = r
        .tokens
        .iter()
        .any(|x| x.is(class::ABSTRACT | class::EMPTY | class::SLOGAN | class::VAGUE));
    !hollow
        && (rest.split_whitespace().count() >= 4
            || rest.chars().filter(|c| super::text::han(*c)).count() >= 4)
}

pub(crate) fn when(r: &Reading) -> When {
    let usable = |t: &&Time| t.class == Some(TimeClass::Deadline) && !r.in_purpose(t.start);
    let dated: Vec<&Time> = r.times.iter().filter(usable).collect();
    let fiscal =
        |t: &Time| slice(&r.c, t.start, t.end).contains("fiscal") && t.form == Form::Length;
    if let Some(t) = dated.iter().find(|t| fiscal(t)) {
        return When::Undated((*t).clone());
    }
    // The first that is not over; else the first.
    let pick = dated
        .iter()
        .find(|t| t.deadline.is_some_and(|d| d >= r.today))
        .or(dated.first());
    if let Some(t) = pick
        && let Some(d) = t.deadline
    {
        return if d < r.today {
            When::Past((*t).clone(), d)
        } else {
            When::Date((*t).clone(), d)
        };
    }
    if let Some(t) = r.cadence().filter(|_| quota(r)) {
        return When::Cadence(t.clone());
    }
    if let Some(p) = event(r) {
        return When::Event(p);
    }
    When::None
}

/// 上线前, after joining: an anchor without a date.
fn event(r: &Reading) -> Option<Place> {
    if let Some(t) = r.timed(TimeClass::Event).next() {
        return Some((t.start, t.end));
    }
    let c = &r.c;
    for t in r
        .tokens
        .iter()
        .filter(|t| t.is(class::EVENT) && !r.in_purpose(t.start))
    {
        if let Some((_, e)) =
            super::text::any(c, t.end, &["之前", "之后", "以前", "以后", "前", "后"])
            && super::text::any(
                c,
                t.end,
                &[
                    "前端", "后台", "后端", "前台", "前期", "后续", "后期", "前三", "前十",
                ],
            )
            .is_none()
        {
            return Some((t.start, e));
        }
        let k = super::text::back(c, t.start);
        let k = super::text::ends(
            c,
            k,
            &[
                "the",
                "their",
                "our",
                "its",
                "a",
                "product",
                "the first",
                "their first",
            ],
        )
        .map_or(k, |s| super::text::back(c, s));
        if let Some(s) = super::text::ends(
            c,
            k,
            &[
                "before",
                "after",
                "prior to",
                "upon",
                "ahead of",
                "by the time of",
                "following",
            ],
        ) {
            return Some((s, t.end));
        }
    }
    for i in 0..c.len() {
        if super::text::word_start(c, i)
            && super::text::any_word(
                c,
                i,
                &[
                    "after their first",
                    "after joining",
                    "after launch",
                    "before launch",
                    "before go-live",
                    "after go-live",
                ],
            )
            .is_some()
        {
            return Some((i, (i + 20).min(c.len())));
        }
    }
    None
}

fn goal(r: &Reading) -> GoalParts {
    let mut targets: Vec<Target> = r.targets().map(|q| target(r, q)).collect();
    if targets.is_empty() && r.not_goal.is_none() {
        if let Some((p, v)) = r.universal {
            let unit = (v > 0.0).then(|| "%".to_string());
            targets.push(Target {
                kind: TargetKind::Abs,
                value: Some(v),
                unit,
                text: r.words(p),
                ..Target::default()
            });
        } else if quota(r) {
            if let Some(t) = r.cadence() {
                targets.push(Target {
                    kind: TargetKind::Freq,
                    value: Some(1.0),
                    unit: Some(per(r, t.every)),
                    text: r.words((t.start, t.end)),
                    ..Target::default()
                });
            }
        } else if let Some(p) = r.binary {
            targets.push(Target {
                kind: TargetKind::Binary,
                text: r.words(p),
                ..Target::default()
            });
        }
    }
    let deadline = match when(r) {
        When::Date(t, d) | When::Past(t, d) => Some(Deadline {
            text: r.words((t.start, t.end)),
            date: Some(d),
            kind: DeadlineKind::Date,
        }),
        When::Undated(t) => Some(Deadline {
            text: r.words((t.start, t.end)),
            date: None,
            kind: DeadlineKind::Date,
        }),
        When::Cadence(t) => Some(Deadline {
            text: r.words((t.start, t.end)),
            date: None,
            kind: DeadlineKind::Cadence,
        }),
        When::Event(p) => Some(Deadline {
            text: r.words(p),
            date: None,
            kind: DeadlineKind::Event,
        }),
        When::None => None,
    };
    GoalParts {
        metric: r
            .metric
            .map(|p| r.words(p).trim().to_string())
            .filter(|s| !s.is_empty()),
        direction: r.direction,
        baseline: r.baseline().map(|q| Amount {
            value: q.value,
            unit: q
                .unit
                .clone()
                .or_else(|| r.targets().next().and_then(|t| t.unit.clone())),
        }),
        targets,
        deadline,
        owner: r.owner.map(|p| r.words(p).trim().to_string()),
        purpose: r.purpose.map(|p| r.words(p)),
    }
}

fn per(r: &Reading, unit: Option<Unit>) -> String {
    let n = match unit {
        Some(Unit::Second | Unit::Minute | Unit::Hour) => ("/小时", "/hour"),
        Some(Unit::Day | Unit::Workday) | None => ("/天", "/day"),
        Some(Unit::Week) => ("/周", "/week"),
        Some(Unit::Month) => ("/月", "/month"),
        Some(Unit::Quarter) => ("/季度", "/quarter"),
        Some(Unit::Half) => ("/半年", "/half-year"),
        Some(Unit::Year) => ("/年", "/year"),
    };
    r.lang.pick(n.0, n.1).to_string()
}

fn target(r: &Reading, q: &Qty) -> Target {
    let change = is_change(r, q);
    let down = q.kind == Kind::Times && r.direction == Some(Direction::Down);
    let mut value = q.value;
    let kind = match q.kind {
        Kind::Percent if change => TargetKind::Dpct,
        Kind::Points => TargetKind::Dpp,
        Kind::Change => TargetKind::Dpct,
        Kind::Times if change && !down => {
            value *= 100.0;
            TargetKind::Dpct
        }
        Kind::Times => TargetKind::Ratio,
        Kind::Count if r.cadence().is_some_and(|t| near(r, t, q)) => TargetKind::Freq,
        Kind::Count | Kind::Money | Kind::Time | Kind::Dim if change => TargetKind::Dabs,
        _ if q.max.is_some() => TargetKind::Range,
        _ => TargetKind::Abs,
    };
    let mut unit = q.unit.clone();
    if kind == TargetKind::Freq {
        unit = Some(format!(
            "{}{}",
            unit.unwrap_or_default(),
            per(r, r.cadence().and_then(|t| t.every))
        ));
    }
    if kind == TargetKind::Dpct {
        unit = Some("%".into());
    }
    Target {
        kind,
        cmp: q.cmp,
        value: q.max.is_none().then_some(value),
        min: q.max.map(|_| value),
        max: q.max,
        unit,
        text: r.words((q.start, q.end)),
    }
}

fn near(r: &Reading, t: &Time, q: &Qty) -> bool {
    r.clauses
        .iter()
        .any(|c| t.start >= c.start && t.end <= c.end && q.num >= c.start && q.num < c.end)
        && q.kind == Kind::Count
}

/// Shares that cannot pass 100 %: by the end of the metric's name.
fn bounded_share(metric: &str) -> bool {
    let m = metric.to_lowercase();
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
fn plain(value: f64, unit: Option<&str>) -> (f64, bool) {
    match unit.and_then(time_factor) {
        Some(f) => (value * f, true),
        None => (value, false),
    }
}

fn reach(r: &Reading, g: &GoalParts, ctx: &Context) -> Reach {
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
    if let Some(p) = super::verdict_past::pace(r.today, g, ctx, bv, level) {
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

/// S 25 + M 25 + A 20 + R 15 + T 15; unknown counts half; each warning costs 2.
pub(crate) fn score(l: &Letters, findings: &[Finding]) -> u8 {
    let points = |v: Verdict, full: u32| match v {
        Verdict::Pass => full * 2,
        Verdict::Unknown => full,
        Verdict::Fail => 0,
    };
    let sum =
        points(l.s, 25) + points(l.m, 25) + points(l.a, 20) + points(l.r, 15) + points(l.t, 15);
    let warns = findings
        .iter()
        .filter(|f| f.severity == Severity::Warn)
        .count();
    let cost = u32::try_from(warns).unwrap_or(u32::MAX).saturating_mul(2);
    u8::try_from((sum / 2).saturating_sub(cost).min(100)).unwrap_or(100)
}
