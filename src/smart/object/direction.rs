//! Which way the goal goes.

use super::metric::counts_what_follows;
use super::*;
use crate::smart::quantity::Qty;

pub(super) fn direction(r: &Reading) -> Option<Direction> {
    let first = r.targets().next();
    if let Some(q) = first {
        let v = verb_before(r, q).copied();
        if r.tokens
            .iter()
            .any(|t| t.is(class::CHANGE) && v.is_some_and(|v| v.start == t.start))
        {
            let up = v.is_some_and(|v| v.is(class::UP));
            if slice(&r.c, 0, q.start).contains("don't let") {
                return Some(Direction::Keep);
            }
            return Some(if up { Direction::Up } else { Direction::Down });
        }
        if q.kind == Kind::Change {
            return Some(if matches!(at(&r.c, q.num), '减' | 'h') {
                Direction::Down
            } else {
                Direction::Up
            });
        }
        if crate::smart::roles::noun_change(r, q) {
            let t = r
                .tokens
                .iter()
                .find(|t| t.start >= q.end && t.is(class::CHANGE));
            return Some(if t.is_some_and(|t| t.is(class::DOWN)) {
                Direction::Down
            } else {
                Direction::Up
            });
        }
        let compared = crate::smart::roles::comparison(r, q);
        let ceiling = matches!(compared, Cmp::Le | Cmp::Lt)
            && !v.is_some_and(|v| v.is(class::REACH) && v.end <= q.start);
        if v.is_some_and(|v| v.is(class::KEEP)) || ceiling {
            return Some(Direction::Keep);
        }
        if q.kind == Kind::Count && (v.is_some_and(|v| v.is(class::DONE)) || r.cadence().is_some())
            || v.is_none() && produced(r, q)
        {
            return Some(Direction::Do);
        }
        return Some(Direction::Reach);
    }
    if let Some(v) = r.verb.filter(|v| v.is(class::CHANGE)) {
        return Some(if v.is(class::UP) {
            Direction::Up
        } else {
            Direction::Down
        });
    }
    (r.binary.is_some()
        || r.universal.is_some()
        || r.cadence().is_some()
        || r.verb.is_some_and(|v| v.is(class::ACT | class::EXPLORE)))
    .then_some(Direction::Do)
}

/// So many of something are to be made or done: 拜访 50 个客户, make 45 updates.
fn produced(r: &Reading, q: &Qty) -> bool {
    let Some(cl) = r.clauses.iter().find(|x| q.num >= x.start && q.num < x.end) else {
        return false;
    };
    let made = class::ACT | class::EXPLORE | class::GENERIC | class::MILESTONE;
    let verb = r
        .tokens
        .iter()
        .any(|t| t.is(made) && t.start >= cl.start && t.start < q.num);
    let after = trim_object(r, q.end, cl.end);
    q.kind == Kind::Count && (verb || q.start > cl.start && counts_what_follows(r, q, after))
}
