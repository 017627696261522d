//! The needed pace against the best pace of the past.

use chrono::NaiveDate;

use super::types::{Context, GoalParts, Past};
use super::verdict::Reach;

/// With two past values or more and a deadline: how much faster than the best stretch the goal asks to go.
/// More than twice is a fail, more than once a question, else fine.
pub(crate) fn pace(
    today: NaiveDate,
    g: &GoalParts,
    ctx: &Context,
    base: f64,
    level: f64,
) -> Option<Reach> {
    let mut past: Vec<&Past> = Vec::with_capacity(ctx.history.len());
    for p in &ctx.history {
        past.insert(past.partition_point(|o| o.date <= p.date), p);
    }
    let end = ctx.deadline.or(g.deadline.as_ref().and_then(|d| d.date))?;
    let days = (end - today).num_days();
    if past.len() < 2 || days <= 0 {
        return None;
    }
    let want = level - base;
    let rates = past.windows(2).filter_map(|w| match w {
        [a, b] if b.date > a.date => {
            let d = i32::try_from((b.date - a.date).num_days()).ok()?;
            Some((b.value - a.value) / f64::from(d) * want.signum())
        }
        _ => None,
    });
    let best = rates.fold(f64::NEG_INFINITY, f64::max);
    let needed = want.abs() / f64::from(i32::try_from(days).ok()?);
    if !best.is_finite() || best <= 0.0 {
        return Some(Reach::Brisk(0.0));
    }
    let times = needed / best;
    Some(if times > 2.0 {
        Reach::TooFast(times)
    } else if times > 1.0 {
        Reach::Brisk(times)
    } else {
        Reach::Fine
    })
}
