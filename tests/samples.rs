//! The sample charters: complete, sound, and right on any day.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may stop the test"
)]

use chrono::NaiveDate;
use ops_charter::catalogue::{self, FieldDef, Texts, ids};
use ops_charter::checks::{self, completeness};
use ops_charter::edit::row_label;
use ops_charter::goals::assess_row;
use ops_charter::model::{Charter, Lang, Row, RowId, Value};
use ops_charter::samples::{SAMPLES, SampleError, embedded, load, sample};
use ops_charter::smart::{self, Severity, Verdict};
use std::collections::BTreeSet;

const DAYS: [&str; 4] = ["2026-11-22", "2028-02-29", "2027-01-01", "2027-08-31"];

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn ids() -> impl FnMut() -> RowId {
    let mut count = 0;
    move || {
        count += 1;
        RowId(format!("row{count:07}"))
    }
}

fn opened(id: &str, lang: Lang, today: &str) -> Charter {
    let source = embedded(id, lang).expect("compiled in");
    load(id, lang, source, day(today), &mut ids())
        .unwrap_or_else(|error| panic!("{id} {}: {error}", lang.code()))
}

/// Every sample in every language on every day of `DAYS`.
fn all() -> Vec<(String, Charter)> {
    let mut all = Vec::new();
    for sample in SAMPLES {
        for lang in sample.languages() {
            for today in DAYS {
                let name = format!("{} {} {today}", sample.id, lang.code());
                all.push((name, opened(sample.id, lang, today)));
            }
        }
    }
    all
}

/// Every value with its field and place.
fn values(charter: &Charter) -> Vec<(String, &'static FieldDef, &Value)> {
    let mut found = Vec::new();
    for section in &charter.sections {
        let def = catalogue::section(&section.kind).expect("a known section");
        for (id, value) in &section.fields {
            let place = format!("{}.{id}", section.kind);
            found.push((place, def.field(id).expect("a known field"), value));
        }
        for (table, rows) in &section.tables {
            let table = def.table(table).expect("a known table");
            for (number, row) in rows.iter().enumerate() {
                for (id, value) in &row.cells {
                    let place = format!("{}.{}[{number}].{id}", section.kind, table.id);
                    found.push((place, table.column(id).expect("a known column"), value));
                }
            }
        }
    }
    found
}

fn words(value: &Value) -> Vec<&str> {
    match value {
        Value::Text(text) => vec![text],
        Value::List(items) => items.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_sample_opens_in_both_languages() {
    assert!(SAMPLES.len() >= 2);
    for sample in SAMPLES {
        assert_eq!(
            sample.languages().collect::<Vec<_>>(),
            Lang::ALL,
            "{}",
            sample.id
        );
        for lang in Lang::ALL {
            let texts = Texts::embedded(lang);
            assert!(!texts.get(sample.title).is_empty() && !texts.get(sample.note).is_empty());
            let charter = opened(sample.id, lang, DAYS[0]);
            assert_eq!(
                (charter.language, charter.kind.as_str()),
                (lang, sample.kind)
            );
        }
    }
}

#[test]
fn nothing_required_is_missing() {
    for (name, charter) in all() {
        let (_, structure) = catalogue::profile(&charter.profile).expect("a structure");
        let found = completeness(&charter, structure);
        for section in &found.sections {
            assert!(section.missing.is_empty(), "{name}: {:?}", section.missing);
        }
        for kind in structure.sections() {
            assert!(
                !charter.section(kind).expect("there").is_blank(),
                "{name}: {kind} is blank"
            );
        }
    }
}

/// A sample is what a finished charter looks like: the checks find nothing to mend in it.
#[test]
fn the_checks_find_nothing_to_mend() {
    for (name, charter) in all() {
        let today = day(name.rsplit(' ').next().expect("a day"));
        let texts = Texts::embedded(charter.language);
        let found: Vec<_> = checks::findings(&charter, &texts, today)
            .into_iter()
            .filter(|finding| {
                matches!(
                    finding.severity,
                    checks::Severity::Error | checks::Severity::Warn
                )
            })
            .map(|finding| (finding.rule, finding.message))
            .collect();
        assert!(found.is_empty(), "{name}: {found:?}");
    }
}

#[test]
fn references_lead_to_something_with_a_name() {
    for (name, charter) in all() {
        let texts = Texts::embedded(charter.language);
        for (place, _, value) in values(&charter) {
            let targets: Vec<&RowId> = match value {
                Value::Letters(map) => map.keys().collect(),
                other => other.refs().iter().collect(),
            };
            for id in targets {
                let label = row_label(&charter, id, &texts).unwrap_or_default();
                assert!(!label.is_empty(), "{name}: {place} refers to {id}");
            }
        }
    }
}

#[test]
fn values_have_their_fields_type_and_length() {
    for (name, charter) in all() {
        for (place, def, value) in values(&charter) {
            let is_text = matches!(value, Value::Text(_));
            let holds_text = matches!(def.kind.id(), "text" | "longtext" | "formula");
            assert_eq!(is_text, holds_text, "{name}: {place} {value:?}");
            assert!(!value.is_empty(), "{name}: {place} is empty");
            for text in words(value) {
                assert!(!text.contains(['{', '}']), "{name}: {place} {text}");
                let length = text.chars().count();
                let limit = def.max_chars.map_or(usize::MAX, usize::from);
                assert!(
                    length <= limit,
                    "{name}: {place} has {length} of {limit}: {text}"
                );
            }
        }
    }
}

#[test]
fn ids_are_unique() {
    for (name, charter) in all() {
        let sections = charter.sections.iter().map(|section| &section.id);
        let rows = charter
            .sections
            .iter()
            .flat_map(|s| s.tables.values().flatten());
        let ids: Vec<_> = sections.chain(rows.map(|row| &row.id)).collect();
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{name}");
    }
}

#[test]
fn each_activity_has_one_accountable_and_someone_who_does_it() {
    use ids::raci_matrix::{self as raci, activities};
    for (name, charter) in all() {
        for row in charter.rows(raci::ID, activities::TABLE) {
            let activity = row.text(activities::ACTIVITY);
            let Some(Value::Letters(cells)) = row.cell(activities::CELLS) else {
                panic!("{name}: {activity} has no letters")
            };
            let with = |letter: char| cells.values().filter(|l| l.contains(letter)).count();
            assert_eq!(with('A'), 1, "{name}: {activity}");
            assert!(with('R') >= 1, "{name}: {activity}");
            let known = ["A", "R", "AR", "C", "I"];
            assert!(
                cells.values().all(|l| known.contains(&l.as_str())),
                "{name}: {activity}"
            );
        }
    }
}

fn date(row: &Row, column: &str) -> NaiveDate {
    match row.cell(column) {
        Some(Value::Date(date)) => *date,
        other => panic!("{column}: {other:?}"),
    }
}

#[test]
fn dates_move_with_the_day_of_opening() {
    use ids::{charter_header as header, smart_goals};
    let cases = [
        ("2026-11-22", "2026-11-01", "2027-10-31", "2027-04-30"),
        ("2028-02-29", "2028-02-01", "2029-01-31", "2028-07-31"),
    ];
    for (today, from, to, deadline) in cases {
        for lang in Lang::ALL {
            let charter = opened("duties-fresh-ecom", lang, today);
            let field = |id| charter.field(header::ID, id).cloned();
            assert_eq!(field(header::EFFECTIVE_FROM), Some(Value::Date(day(from))));
            assert_eq!(field(header::EFFECTIVE_TO), Some(Value::Date(day(to))));
            let number = format!("OPS-{}-03", &today[..4]);
            assert_eq!(field(header::DOC_NO), Some(Value::Text(number)));
            let goal = &charter.rows(smart_goals::ID, smart_goals::goals::TABLE)[0];
            assert_eq!(date(goal, smart_goals::goals::DEADLINE), day(deadline));
            assert!(goal.text(smart_goals::goals::STATEMENT).contains(deadline));
        }
    }
}

#[test]
fn goals_are_ahead_within_the_period_and_say_what_their_fields_say() {
    use ids::smart_goals::{self, goals};
    for (name, charter) in all() {
        let today = day(name.rsplit(' ').next().expect("a day"));
        let Some(Value::Date(end)) = charter.field("charter_header", "effective_to").cloned()
        else {
            panic!("{name} has no end")
        };
        for row in charter.rows(smart_goals::ID, goals::TABLE) {
            let text = row.text(goals::STATEMENT).replace(',', "");
            let deadline = date(row, goals::DEADLINE);
            assert!(today < deadline && deadline <= end, "{name}: {text}");
            assert!(text.contains(&deadline.to_string()), "{name}: {text}");
            for column in [goals::BASELINE, goals::TARGET] {
                let Some(Value::Number(amount)) = row.cell(column) else {
                    panic!("{name}: {text} has no {column}")
                };
                assert!(text.contains(&amount.display()), "{name}: {text}");
            }
            let linked = [goals::OBJECTIVE, goals::KPI, goals::OWNER, goals::BASIS];
            assert!(
                linked.iter().all(|column| row.cell(column).is_some()),
                "{name}: {text}"
            );
        }
    }
}

/// Read with its fields, a goal passes every letter and leaves nothing to mend.
#[test]
fn goals_pass_their_check() {
    for (name, charter) in all() {
        let today = day(name.rsplit(' ').next().expect("a day"));
        let messages = match charter.language {
            Lang::Zh => smart::Lang::Zh,
            Lang::En => smart::Lang::En,
        };
        for row in charter.rows("smart_goals", "goals") {
            let found = assess_row(&charter, row, messages, today).expect("a sentence");
            let smart::Letters { s, m, a, r, t } = found.letters;
            let all = [s, m, a, r, t];
            assert_eq!(all, [Verdict::Pass; 5], "{name}: {}", row.text("statement"));
            let light = |finding: &smart::Finding| finding.severity == Severity::Info;
            assert!(
                found.findings.iter().all(light),
                "{name}: {:?}",
                found.findings
            );
        }
    }
}

/// Figures of a goal and of its KPI, and KPI lines on the right side of each other.
#[test]
fn goals_agree_with_their_measures() {
    use ids::kpi_dictionary::kpis;
    use ids::smart_goals::goals;
    let figure = |row: &Row, column: &str| match row.cell(column) {
        Some(Value::Number(amount)) => amount.value,
        other => panic!("{column}: {other:?}"),
    };
    for (name, charter) in all() {
        for goal in charter.rows("smart_goals", goals::TABLE) {
            let id = &goal.cell(goals::KPI).expect("a measure").refs()[0];
            let (_, _, kpi) = charter.find_row(id).expect("there");
            assert_eq!(
                figure(goal, goals::BASELINE),
                figure(kpi, kpis::BASELINE),
                "{name}"
            );
            assert_eq!(
                figure(goal, goals::TARGET),
                figure(kpi, kpis::TARGET),
                "{name}"
            );
        }
        for kpi in charter.rows("kpi_dictionary", kpis::TABLE) {
            let up = kpi.cell(kpis::DIRECTION) == Some(&Value::Enum("up".to_owned()));
            let sign = if up { 1.0 } else { -1.0 };
            let [red, yellow, target] =
                [kpis::RED, kpis::YELLOW, kpis::TARGET].map(|column| sign * figure(kpi, column));
            assert!(
                red < yellow && yellow < target,
                "{name}: {}",
                kpi.text(kpis::NAME)
            );
        }
    }
}

#[test]
fn headcount_and_hours_add_up() {
    use ids::roles_duties::{self, roles};
    use ids::work_content::{self, items};
    for (name, charter) in all() {
        let number = |value: Option<&Value>| match value {
            Some(Value::Number(amount)) => amount.value,
            _ => 0.0,
        };
        let rows = charter.rows(roles_duties::ID, roles::TABLE);
        let sum: f64 = rows
            .iter()
            .map(|row| number(row.cell(roles::HEADCOUNT)))
            .sum();
        assert_eq!(
            sum,
            number(charter.field("charter_header", "team_size")),
            "{name}"
        );
        for role in rows {
            let mine = charter
                .rows(work_content::ID, items::TABLE)
                .iter()
                .filter(|item| {
                    item.cell(items::ROLE)
                        .is_some_and(|value| value.refs().contains(&role.id))
                });
            let hours: f64 = mine
                .map(|item| {
                    number(item.cell(items::EFFORT_HOURS))
                        * number(item.cell(items::TIMES_PER_WEEK))
                })
                .sum();
            let capacity = number(role.cell(roles::HEADCOUNT)) * 40.0 * 0.85;
            assert!(
                hours <= capacity,
                "{name}: {} {hours} h",
                role.text(roles::NAME)
            );
        }
    }
}

#[test]
fn words_are_plain() {
    let zh = [
        "赋能",
        "抓手",
        "闭环",
        "打造",
        "助力",
        "深化",
        "加强",
        "优化",
        "完善",
        "推进",
        "提升",
        "及时",
        "定期",
        "有效",
        "不断",
        "高效",
        "尽快",
        "积极",
        "大幅",
        "显著",
        "进一步",
        "请",
        "您",
        "成功",
        "！",
        ",",
        ";",
        "!",
        "?",
    ];
    let en = [
        "leverage",
        "empower",
        "synerg",
        "best-in-class",
        "seamless",
        "robust",
        "world-class",
        "streamline",
        "ensure",
        "timely",
        "effective",
        "efficient",
        "continuous",
        "asap",
        "!",
    ];
    for (name, charter) in all() {
        let banned: &[&str] = if charter.language == Lang::Zh {
            &zh
        } else {
            &en
        };
        for (place, _, value) in values(&charter) {
            for text in words(value) {
                // Names of a trade and a measure, and a request for approval: no claim and no plea.
                let plain = text
                    .to_lowercase()
                    .replace("客户成功", "")
                    .replace("支付成功率", "")
                    .replace("申请", "");
                let hit = banned.iter().find(|word| plain.contains(**word));
                assert!(hit.is_none(), "{name}: {place} has {hit:?}: {text}");
                let ends = text.ends_with(['。', '.']);
                assert!(!ends, "{name}: {place} ends a sentence of its own: {text}");
            }
        }
    }
}

#[test]
fn the_english_is_english() {
    for (name, charter) in all()
        .iter()
        .filter(|(_, charter)| charter.language == Lang::En)
    {
        for (place, _, value) in values(charter) {
            for text in words(value) {
                let chinese = text.chars().any(|c| ('\u{3000}'..='\u{ffef}').contains(&c));
                assert!(!chinese, "{name}: {place} {text}");
            }
        }
    }
}

#[test]
fn what_does_not_fit_is_named() {
    let id = "duties-fresh-ecom";
    let good = embedded(id, Lang::Zh).expect("compiled in");
    let open = |source: &str| load(id, Lang::Zh, source, day(DAYS[0]), &mut ids()).err();
    let changed = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        open(&good.replacen(from, to, 1))
    };
    assert_eq!(open(good), None);
    assert_eq!(open("{}"), Some(SampleError::NotASample));
    assert_eq!(
        open(embedded(id, Lang::En).expect("compiled in")),
        Some(SampleError::OtherSample)
    );
    assert_eq!(
        changed("\"team_size\":14", "\"team_sise\":14"),
        Some(SampleError::Unknown("charter_header.team_sise".to_owned()))
    );
    assert_eq!(
        changed("\"status\":\"effective\"", "\"status\":\"efective\""),
        Some(SampleError::Value("charter_header.status".to_owned()))
    );
    assert_eq!(
        changed("\"author_role\":\"manager\"", "\"author_role\":\"brand\""),
        Some(SampleError::Reference(
            "charter_header.author_role".into(),
            "brand".into()
        ))
    );
    assert_eq!(
        changed("\"key\":\"coo\"", "\"key\":\"manager\""),
        Some(SampleError::DoubleKey("manager".to_owned()))
    );
}

#[test]
fn the_page_finds_each_language_under_its_own_name() {
    for id in SAMPLES.iter().map(|sample| sample.id) {
        let def = sample(id).expect("listed");
        for lang in Lang::ALL {
            let path = def.path(lang).expect("both languages");
            let start = format!("samples/{id}.{}.", lang.code());
            assert!(
                path.starts_with(&start) && path.ends_with(".json"),
                "{path}"
            );
        }
    }
}
