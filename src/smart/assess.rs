//! One assessment: read, judge, ask the rules, keep only fixes that hold.

use super::fix::{Case, probe};
use super::parse::{Reading, read};
use super::reasons;
use super::rules::RULES;
use super::types::{Assessment, Context, Evidence, Finding, Fix, Input, Lang, Letter};
use super::verdict::{Judged, When, judge, score};

/// A longer text is no sentence: its findings stand, but no rewritten text is offered.
const LONGEST: usize = 600;

/// Assesses one sentence. Any text gives an answer; the time taken is linear in its length.
#[must_use]
pub fn assess(input: &Input<'_>) -> Assessment {
    let reading = read(input.text, input.lang, input.today);
    let judged = judge(&reading, input.context);
    let case = Case {
        r: &reading,
        j: &judged,
        ctx: input.context,
        messages: input.messages,
    };
    let mut findings = findings(&case);
    let known: Vec<&'static str> = findings.iter().map(|f| f.rule).collect();
    let sentence = reading.c.len() <= LONGEST;
    for f in &mut findings {
        if !sentence {
            f.fixes.clear();
        }
        let rule = f.rule;
        f.fixes
            .retain(|x| holds(x, rule, &known, reading.lang, input));
    }
    let score = score(&judged.letters, &findings);
    Assessment {
        lang: reading.lang,
        letters: judged.letters,
        score,
        evidence: evidence(&reading, &judged),
        reasons: reasons::write(&case, &findings),
        goal: judged.goal,
        findings,
    }
}

fn findings(case: &Case<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for rule in RULES {
        for hit in (rule.find)(case) {
            let (start, end) = hit.place;
            out.push(Finding {
                rule: rule.id,
                letter: rule.letter,
                severity: hit.severity.unwrap_or(rule.severity),
                start,
                end,
                text: case.r.words(hit.place),
                message: hit.message,
                hint: hit.hint,
                fixes: hit.fixes,
            });
        }
    }
    out
}

/// A fix holds when its own rule is silent afterwards and no rule speaks that was silent before.
/// Informations about what is still open (A04, S06, R01 …) may appear: they are no faults of the fix.
fn holds(fix: &Fix, rule: &str, known: &[&str], lang: Lang, input: &Input<'_>) -> bool {
    const OPEN: [&str; 8] = ["A04", "S06", "R01", "M05", "M08", "T07", "T06", "M07"];
    let text = probe(&fix.text);
    if text == input.text {
        return false;
    }
    let empty = Context::default();
    let ctx = if rule == "R02" { &empty } else { input.context };
    let r = read(&text, Some(lang), input.today);
    let j = judge(&r, ctx);
    let case = Case {
        r: &r,
        j: &j,
        ctx,
        messages: input.messages,
    };
    let after: Vec<&'static str> = RULES
        .iter()
        .filter(|x| !(x.find)(&case).is_empty())
        .map(|x| x.id)
        .collect();
    let cleared = rule == "V01" || !after.contains(&rule);
    cleared && after.iter().all(|a| known.contains(a) || OPEN.contains(a))
}

fn evidence(r: &Reading, j: &Judged) -> Vec<Evidence> {
    let mut out = Vec::new();
    let mut add = |letter, p: Option<(usize, usize)>| {
        if let Some((start, end)) = p.filter(|p| p.0 < p.1) {
            out.push(Evidence { letter, start, end });
        }
    };
    add(Letter::S, r.metric.or(r.concrete).or(r.hollow));
    let figure = r.targets().next().map(|q| (q.start, q.end));
    add(
        Letter::M,
        figure
            .or(r.universal.map(|u| u.0))
            .or(r.binary)
            .or(r.placeholder),
    );
    add(Letter::A, r.baseline().map(|q| (q.start, q.end)));
    add(Letter::R, r.purpose);
    add(
        Letter::T,
        match &j.when {
            When::Date(t, _) | When::Past(t, _) | When::Cadence(t) | When::Undated(t) => {
                Some((t.start, t.end))
            }
            When::Event(p) => Some(*p),
            When::None => None,
        },
    );
    out.sort_by_key(|e| (e.start, e.end));
    out
}
