//! The structured goal.

use super::*;

pub(super) fn goal(r: &Reading) -> GoalParts {
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

pub(super) fn per(r: &Reading, unit: Option<Unit>) -> String {
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

pub(super) fn target(r: &Reading, q: &Qty) -> Target {
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
        cmp: crate::smart::roles::comparison(r, q),
        value: q.max.is_none().then_some(value),
        min: q.max.map(|_| value),
        max: q.max,
        unit,
        text: r.words((q.start, q.end)),
    }
}

pub(super) fn near(r: &Reading, t: &Time, q: &Qty) -> bool {
    r.clauses
        .iter()
        .any(|c| t.start >= c.start && t.end <= c.end && q.num >= c.start && q.num < c.end)
        && q.kind == Kind::Count
}
