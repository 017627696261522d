//! Sections that follow from what the header says, each with its reason.

use super::hours::hours_a_day;
use crate::catalogue::ids::charter_header as header;
use crate::catalogue::{self, GATED, RECOMMEND, RecommendDef, RecommendWhen, Texts, fill, ui};
use crate::model::{Charter, Value};

/// Something that the header says and that a rule rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The header's field.
    pub field: &'static str,
    /// An option's id, a figure, or the words.
    pub value: String,
}

/// A section worth writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// The rule.
    pub rule: &'static str,
    /// Section type.
    pub section: &'static str,
    /// What it follows from.
    pub facts: Vec<Fact>,
}

/// What the header makes worth writing and the charter does not show: what the kind requires
/// first, each section once, without those that the user has put away.
pub fn recommendations(charter: &Charter) -> Vec<Recommendation> {
    let Some(kind) = catalogue::kind(&charter.kind) else {
        return Vec::new();
    };
    let shown = |id: &str| charter.sections.iter().any(|s| s.kind == id && !s.hidden);
    let declined = |id: &str| charter.settings.declined.iter().any(|other| other == id);
    let mut found: Vec<(usize, Recommendation)> = Vec::new();
    for (place, offered) in kind.sections.iter().enumerate() {
        if shown(offered.id) || declined(offered.id) {
            continue;
        }
        if let Some(recommendation) = holds(charter, offered.id) {
            let rank = match offered.need {
                "required" => 0,
                "recommended" => 1000,
                _ => 2000,
            };
            found.push((rank + place, recommendation));
        }
    }
    crate::sorted::sort_by_key(&mut found, |(rank, _)| *rank);
    found.into_iter().map(|(_, found)| found).collect()
}

/// The first rule for a section that holds.
fn holds(charter: &Charter, section: &str) -> Option<Recommendation> {
    RECOMMEND
        .iter()
        .filter(|rule| rule.section == section)
        .find_map(|rule| matched(charter, rule))
}

fn matched(charter: &Charter, rule: &RecommendDef) -> Option<Recommendation> {
    let facts = rule.when.iter().find_map(|when| facts(charter, when))?;
    Some(Recommendation {
        rule: rule.id,
        section: rule.section,
        facts,
    })
}

/// What of the header an alternative rests on; none when it does not hold.
fn facts(charter: &Charter, when: &RecommendWhen) -> Option<Vec<Fact>> {
    let mut facts = Vec::new();
    for (field, wanted) in [
        (header::INDUSTRY, when.industry),
        (header::BUSINESS_MODEL, when.business_model),
        (header::COMPANY_STAGE, when.company_stage),
    ] {
        if wanted.is_empty() {
            continue;
        }
        let said: Vec<String> = match charter.field(header::ID, field) {
            Some(Value::Enum(id)) => vec![id.clone()],
            Some(Value::Multi(ids)) => ids.clone(),
            _ => Vec::new(),
        };
        let hits = said.into_iter().filter(|id| wanted.contains(&id.as_str()));
        let before = facts.len();
        facts.extend(hits.map(|value| Fact { field, value }));
        if facts.len() == before {
            return None;
        }
    }
    if let Some(least) = when.min_team {
        let team = match charter.field(header::ID, header::TEAM_SIZE) {
            Some(Value::Number(amount)) if amount.value >= f64::from(least) => amount.display(),
            _ => return None,
        };
        facts.push(Fact {
            field: header::TEAM_SIZE,
            value: team,
        });
    }
    if let Some(least) = when.min_hours {
        let said = charter
            .field(header::ID, header::SERVICE_HOURS)?
            .as_text()?;
        if hours_a_day(said)? < least {
            return None;
        }
        facts.push(Fact {
            field: header::SERVICE_HOURS,
            value: said.trim().to_owned(),
        });
    }
    Some(facts)
}

/// The reason in words: 因为行业为制造：实物要流转…
pub fn reason(recommendation: &Recommendation, texts: &Texts) -> String {
    let def = catalogue::section(header::ID);
    let label = |fact: &Fact| {
        let field = def.and_then(|def| def.field(fact.field));
        let option = field.and_then(|field| field.options.iter().find(|o| o.id == fact.value));
        option.map_or_else(|| fact.value.clone(), |o| texts.get(o.label).to_owned())
    };
    let say = |fact: &Fact| {
        let pattern = match fact.field {
            header::INDUSTRY => ui::recommend::fact::INDUSTRY,
            header::BUSINESS_MODEL => ui::recommend::fact::BUSINESS_MODEL,
            header::COMPANY_STAGE => ui::recommend::fact::COMPANY_STAGE,
            header::TEAM_SIZE => ui::recommend::fact::TEAM_SIZE,
            _ => ui::recommend::fact::SERVICE_HOURS,
        };
        fill(texts.get(pattern), &[("value", &label(fact))])
    };
    let facts: Vec<String> = recommendation.facts.iter().map(say).collect();
    let rule = RECOMMEND.iter().find(|rule| rule.id == recommendation.rule);
    let why = rule.map_or("", |rule| texts.get(rule.reason));
    let facts = facts.join(texts.get(ui::recommend::fact::JOIN));
    let because = texts.get(ui::recommend::fact::BECAUSE);
    fill(because, &[("facts", &facts), ("reason", why)])
}

/// What a section is worth in this charter: `required`, `recommended`, `optional`; none when the
/// kind does not offer it. Some are recommended only where the header gives a reason.
pub fn need(charter: &Charter, section: &str) -> Option<&'static str> {
    let kind = catalogue::kind(&charter.kind)?;
    let offered = kind.sections.iter().find(|offered| offered.id == section)?;
    if offered.need == "required" {
        return Some("required");
    }
    let reason = holds(charter, section).is_some();
    if reason {
        return Some("recommended");
    }
    Some(if GATED.contains(&section) {
        "optional"
    } else {
        offered.need
    })
}

/// Puts a recommendation away for good.
pub fn decline(charter: &mut Charter, section: &str) {
    if !charter.settings.declined.iter().any(|id| id == section) {
        charter.settings.declined.push(section.to_owned());
    }
}
