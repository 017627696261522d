//! One short sentence per letter: why it passes, fails or needs information.

use super::fix::Case;
use super::types::{Finding, Lang, Letter, Reasons, Severity, Verdict};
use super::verdict::When;

/// Reasons in the language of messages.
pub(crate) fn write(k: &Case<'_>, findings: &[Finding]) -> Reasons {
    let l = k.j.letters;
    Reasons {
        s: failed(k, findings, Letter::S, l.s).unwrap_or_else(|| specific(k)),
        m: failed(k, findings, Letter::M, l.m).unwrap_or_else(|| measured(k)),
        a: failed(k, findings, Letter::A, l.a).unwrap_or_else(|| achievable(k)),
        r: failed(k, findings, Letter::R, l.r).unwrap_or_else(|| relevant(k)),
        t: failed(k, findings, Letter::T, l.t).unwrap_or_else(|| timed(k)),
    }
}

/// The message of the letter's first error.
fn failed(k: &Case<'_>, findings: &[Finding], letter: Letter, v: Verdict) -> Option<String> {
    if v != Verdict::Fail {
        return None;
    }
    let own = findings
        .iter()
        .find(|f| f.letter == letter && matches!(f.severity, Severity::Error | Severity::Warn))
        .or_else(|| findings.iter().find(|f| f.severity == Severity::Error));
    Some(own.map_or_else(
        || say(k, "写得还不够清楚", "Not clear enough yet"),
        |f| f.message.clone(),
    ))
}

fn say(k: &Case<'_>, zh: &str, en: &str) -> String {
    k.messages.pick(zh, en).to_string()
}

fn specific(k: &Case<'_>) -> String {
    match (&k.j.goal.metric, k.messages) {
        (Some(m), Lang::Zh) => format!("说清了对象：“{m}”"),
        (Some(m), Lang::En) => format!("It names “{m}”"),
        (None, _) => say(k, "说清了对象和结果", "It names what and its outcome"),
    }
}

fn measured(k: &Case<'_>) -> String {
    let t = k.j.goal.targets.first();
    match (
        t.map(|t| (t.text.trim(), t.kind, t.value.or(t.max))),
        k.messages,
    ) {
        (Some((text, _, None)), Lang::Zh) => format!("按“{text}”完成与否衡量"),
        (Some((text, _, None)), Lang::En) => format!("“{text}” is done or not done"),
        (Some((text, _, Some(_))), Lang::Zh) => format!("目标值“{text}”"),
        (Some((text, _, Some(_))), Lang::En) => format!("Target “{text}”"),
        (None, _) => say(k, "有可判断完成的结果", "It can be judged as done"),
    }
}

fn achievable(k: &Case<'_>) -> String {
    match k.j.letters.a {
        Verdict::Pass => say(
            k,
            "幅度未见异常，依据待补",
            "The size looks ordinary; what makes it possible is still to be said",
        ),
        _ if k.r.baseline().is_some() || k.ctx.baseline.is_some() => say(
            k,
            "幅度不小，写明靠什么做到",
            "A large change: say what makes it possible",
        ),
        _ => say(
            k,
            "没有现状，幅度无从判断",
            "No present level: the size cannot be judged",
        ),
    }
}

fn relevant(k: &Case<'_>) -> String {
    if k.j.letters.r != Verdict::Pass {
        return say(
            k,
            "没有写服务于哪个目标",
            "It does not say which objective it serves",
        );
    }
    if let Some(o) = &k.ctx.objective {
        return say(k, &format!("服务于“{o}”"), &format!("It serves “{o}”"));
    }
    let p = k.j.goal.purpose.clone().unwrap_or_default();
    say(
        k,
        &format!("写了目的：“{p}”"),
        &format!("It says why: “{p}”"),
    )
}

fn timed(k: &Case<'_>) -> String {
    if let Some(d) = k.ctx.deadline {
        return say(k, &format!("期限 {d}"), &format!("Due {d}"));
    }
    match &k.j.when {
        When::Date(t, d) => {
            let w = k.r.words((t.start, t.end));
            say(k, &format!("“{w}”读作 {d}"), &format!("“{w}” reads as {d}"))
        }
        When::Cadence(t) => {
            let w = k.r.words((t.start, t.end));
            say(k, &format!("按“{w}”检查"), &format!("Checked “{w}”"))
        }
        When::Event(p) => {
            let w = k.r.words(*p);
            say(
                k,
                &format!("“{w}”是哪一天还不知道"),
                &format!("Which day “{w}” is, is not known"),
            )
        }
        When::Undated(t) => {
            let w = k.r.words((t.start, t.end));
            say(
                k,
                &format!("“{w}”有终点，日期看财年"),
                &format!("“{w}” has an end; the date depends on the fiscal year"),
            )
        }
        When::Past(..) | When::None => say(k, "没有期限", "No deadline"),
    }
}
