//! M07: per cent or points.
//!
//! Why: From 20 %, +5 % is 21 %, +5 points is 25 %.
//! Fires: 转化率提升 5%
//! Silent: 转化率提升 5 个百分点

use super::{Case, Hit, Rule};
use crate::smart::parse::is_change;
use crate::smart::quantity::Kind;
use crate::smart::text::any;
use crate::smart::types::{Letter, Severity};

/// M07.
pub(super) const RULE: Rule = Rule {
    id: "M07",
    letter: Letter::M,
    severity: Severity::Ask,
    title: ["百分比还是百分点", "per cent or points"],
    doc: [
        "比率提升 5%，是相对变化还是百分点？",
        "A share that rises by 5 %: relative or in points?",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let Some(q) =
        k.r.targets()
            .find(|q| q.kind == Kind::Percent && is_change(k.r, q))
    else {
        return Vec::new();
    };
    let metric = k.j.goal.metric.clone().unwrap_or_default();
    let share = metric.ends_with('率')
        || metric.ends_with("占比")
        || metric.ends_with("份额")
        || metric.to_ascii_lowercase().ends_with(" rate")
        || metric.to_ascii_lowercase().ends_with(" share")
        || metric.to_ascii_lowercase().ends_with("margin");
    let c = &k.r.c;
    let said = (0..c.len()).any(|i| any(c, i, &["相对", "百分点", "relative", "points"]).is_some());
    if !share || said || k.r.baseline().is_some() {
        return Vec::new();
    }
    let p = (q.num, q.unit_end);
    let n = k.r.words(p);
    let figure = n.trim_end_matches(['%', '％', ' ']).to_string();
    let hit = k.hit(
        p,
        format!("“{n}”是相对变化还是百分点"),
        format!("“{n}”: relative or in percentage points?"),
        "写明百分点，或写到多少",
        "Write points, or the level to reach",
    );
    let mut fixes = Vec::new();
    if figure.chars().all(|x| x.is_ascii_digit() || x == '.') {
        fixes.push(
            k.fix(
                "百分点",
                "Points",
                k.replace(
                    p,
                    &k.r.lang
                        .pick("{n}个百分点", "{n} percentage points")
                        .replace("{n}", &figure),
                ),
                false,
            ),
        );
    }
    vec![hit.with(fixes)]
}
