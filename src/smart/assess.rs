//! One assessment: read, judge, ask the rules, keep only fixes that hold.

use super::fix::{Case, probe};
use super::parse::{Reading, read};
use super::reasons;
use super::rules::{Check, RULES};
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
        quiet: false,
    };
    let findings = findings(&case, input);
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

fn findings(case: &Case<'_>, input: &Input<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut checks = Vec::new();
    for rule in RULES {
        for hit in (rule.find)(case) {
            let (start, end) = hit.place;
            checks.push(hit.check);
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
    let known: Vec<&'static str> = out.iter().map(|f: &Finding| f.rule).collect();
    let mut trial = Trial {
        input,
        lang: case.r.lang,
        known: &known,
        near: case.near(),
        seen: Vec::new(),
    };
    let sentence = case.r.c.len() <= LONGEST;
    let closed = closed(&case.r.c);
    for (f, check) in out.iter_mut().zip(checks) {
        if !sentence {
            f.fixes.clear();
        }
        match check {
            Check::Tail if closed => {}
            Check::First if trial.alike() => {
                if !f.fixes.first().is_some_and(|x| trial.holds(x, f.rule)) {
                    f.fixes.clear();
                }
            }
            _ => f.fixes.retain(|x| trial.holds(x, f.rule)),
        }
    }
    out
}

/// No bracket or quotation mark is left open: words put at the end stand by themselves.
fn closed(c: &[char]) -> bool {
    let count = |ch: char| c.iter().filter(|x| **x == ch).count();
    count('(') == count(')') && count('【') == count('】') && count('"') % 2 == 0
}

/// Re-checks fixes; a text is read once, however many findings offer it.
struct Trial<'a> {
    input: &'a Input<'a>,
    lang: Lang,
    known: &'a [&'static str],
    /// A target that the present level allows.
    near: Option<String>,
    seen: Vec<(String, Vec<&'static str>)>,
}

impl Trial<'_> {
    /// Dates differ in nothing that a rule could see.
    fn alike(&self) -> bool {
        self.input.context.period.is_none() && self.input.context.history.is_empty()
    }

    /// A fix holds when its own rule is silent afterwards and no rule speaks that was silent before.
    /// Informations about what is still open (A04, S06, R01 …) may appear: they are no faults of the fix.
    fn holds(&mut self, fix: &Fix, rule: &str) -> bool {
        const OPEN: [&str; 8] = ["A04", "S06", "R01", "M05", "M08", "T07", "T06", "M07"];
        if fix.text == self.input.text {
            return false;
        }
        let cached = self
            .seen
            .iter()
            .position(|s| s.0 == fix.text && rule != "R02");
        let n = cached.unwrap_or_else(|| {
            let after = self.speaking(&fix.text, rule);
            self.seen.push((fix.text.clone(), after));
            self.seen.len() - 1
        });
        let Some((_, after)) = self.seen.get(n) else {
            return false;
        };
        let cleared = rule == "V01" || !after.contains(&rule);
        cleared
            && after
                .iter()
                .all(|a| self.known.contains(a) || OPEN.contains(a))
    }

    /// The rules that speak about the fixed text.
    fn speaking(&self, text: &str, rule: &str) -> Vec<&'static str> {
        let text = probe(text, self.near.as_deref());
        let empty = Context::default();
        let ctx = if rule == "R02" {
            &empty
        } else {
            self.input.context
        };
        let r = read(&text, Some(self.lang), self.input.today);
        let j = judge(&r, ctx);
        let case = Case {
            r: &r,
            j: &j,
            ctx,
            messages: self.input.messages,
            quiet: true,
        };
        RULES
            .iter()
            .filter(|x| !(x.find)(&case).is_empty())
            .map(|x| x.id)
            .collect()
    }
}

fn evidence(r: &Reading, j: &Judged) -> Vec<Evidence> {
    let mut out: Vec<Evidence> = Vec::new();
    let mut add = |letter, p: Option<(usize, usize)>| {
        if let Some((start, end)) = p.filter(|p| p.0 < p.1) {
            let place = out.partition_point(|e| (e.start, e.end) <= (start, end));
            out.insert(place, Evidence { letter, start, end });
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
    out
}
