//! What the checks say of the samples, and weights and consultation of the rules among them.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may stop the test"
)]

use chrono::NaiveDate;
use ops_charter::catalogue::Texts;
use ops_charter::checks::{Severity, findings};
use ops_charter::model::{Charter, RowId, Value};
use ops_charter::samples::{SAMPLES, embedded, load};
use std::collections::BTreeMap;

const DAYS: [&str; 2] = ["2026-11-22", "2028-02-29"];

fn all() -> Vec<(String, NaiveDate, Charter)> {
    let mut all = Vec::new();
    for sample in SAMPLES {
        for lang in sample.languages() {
            for today in DAYS {
                let day: NaiveDate = today.parse().expect("a date");
                let source = embedded(sample.id, lang).expect("compiled in");
                let mut count = 0;
                let mut ids = || {
                    count += 1;
                    RowId(format!("row{count:07}"))
                };
                let name = format!("{} {} {today}", sample.id, lang.code());
                let charter = load(sample.id, lang, source, day, &mut ids)
                    .unwrap_or_else(|error| panic!("{name}: {error}"));
                all.push((name, day, charter));
            }
        }
    }
    all
}

#[test]
fn no_sample_has_an_error() {
    for (name, today, charter) in all() {
        let texts = Texts::embedded(charter.language);
        let found = findings(&charter, &texts, today);
        let errors: Vec<_> = found
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

#[test]
fn weights_of_a_role_make_a_hundred() {
    for (name, _, charter) in all() {
        let mut sums: BTreeMap<&RowId, f64> = BTreeMap::new();
        for row in charter.rows("performance_incentives", "indicators") {
            let role = row.cell("role").expect("a role").refs();
            let Some(Value::Number(weight)) = row.cell("weight") else {
                panic!("{name}: no weight")
            };
            *sums.entry(role.first().expect("one")).or_default() += weight.value;
        }
        for (role, sum) in sums {
            assert!((sum - 100.0).abs() < 1e-9, "{name}: {role} has {sum}");
        }
    }
}

/// Rules that touch staff: asked, discussed and published, in this order, before they take effect.
#[test]
fn rules_were_put_to_staff_before_they_took_effect() {
    for (name, _, charter) in all().iter().filter(|(.., c)| c.kind == "rules") {
        let field = |id| charter.field("supplementary_provisions", id).cloned();
        assert_eq!(field("staff_interest"), Some(Value::Bool(true)), "{name}");
        let effect = field("effective_date");
        assert_eq!(
            effect,
            charter.field("charter_header", "effective_from").cloned(),
            "{name}"
        );
        let Some(Value::Date(effect)) = effect else {
            panic!("{name}: no date of effect")
        };
        let mut days = Vec::new();
        let mut forms = Vec::new();
        for row in charter.rows("supplementary_provisions", "consultations") {
            let (Some(Value::Date(day)), Some(Value::Enum(form))) =
                (row.cell("date"), row.cell("form"))
            else {
                panic!("{name}: a record without date or form")
            };
            days.push(*day);
            forms.push(form.as_str());
        }
        assert!(
            forms.starts_with(&["consult", "discuss", "publish"]),
            "{name}: {forms:?}"
        );
        assert!(
            days.is_sorted() && days.iter().all(|day| *day < effect),
            "{name}: {days:?}"
        );
    }
}
