//! The five letters, the structured goal and the score.

mod goal;
mod reach;
mod when;

use goal::goal;
use reach::reach;
pub(crate) use when::when;

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
