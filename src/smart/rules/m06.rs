//! M06: to N times or by N times.
//!
//! Why: The two readings differ by the whole baseline.
//! Fires: 订单量提升两倍
//! Silent: 订单量提升到原来的两倍

use super::{Case, Hit, Rule};
use crate::smart::parse::is_change;
use crate::smart::quantity::Kind;
use crate::smart::types::{Letter, Severity};

/// M06.
pub(super) const RULE: Rule = Rule {
    id: "M06",
    letter: Letter::M,
    severity: Severity::Ask,
    title: ["到几倍还是增几倍", "to N times or by N times"],
    doc: [
        "“提升两倍”可读作到两倍或增两倍。",
        "“提升两倍” can mean to 2× or by 2×.",
    ],
    find,
};

fn find(k: &Case<'_>) -> Vec<Hit> {
    let Some(q) =
        k.r.targets()
            .find(|q| q.kind == Kind::Times && is_change(k.r, q))
    else {
        return Vec::new();
    };
    let n = q.value;
    let p = (q.num, q.unit_end);
    let hit = k.hit(
        p,
        format!("是到 {n} 倍，还是增加 {n} 倍（到 {} 倍）", n + 1.0),
        format!("To {n}× or by {n}× (to {}×)?", n + 1.0),
        "写成“到原来的几倍”",
        "Write “to N times the present level”",
    );
    let to = |m: f64| {
        k.replace(
            p,
            &k.r.lang
                .pick("到原来的{n}倍", "to {n} times the present level")
                .replace("{n}", &m.to_string()),
        )
    };
    vec![hit.with(vec![
        k.fix("到", "To", to(n), false),
        k.fix("增加", "By", to(n + 1.0), false),
    ])]
}
