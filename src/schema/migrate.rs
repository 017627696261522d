//! Steps from one stored form to the next.

use super::LoadError;
use serde_json::Value;

/// One step: takes the charter (the value under `charter`) as version `from` wrote it and leaves
/// it as version `from + 1` would have.
pub struct Migration {
    /// The version it starts from.
    pub from: u32,
    /// What it does, in a few words with hyphens; shown when it fails.
    pub name: &'static str,
    /// The step. The error is a sentence for the report; a failed load changes nothing stored.
    pub run: fn(&mut Value) -> Result<(), String>,
}

/// All steps in order, one for every version before the current one.
pub const MIGRATIONS: &[Migration] = &[];

/// Brings a charter from `from` to `to`, step by step.
pub(super) fn migrate(
    steps: &[Migration],
    from: u32,
    to: u32,
    charter: &mut Value,
) -> Result<(), LoadError> {
    for version in from..to {
        let failed = |name: &str, message: String| LoadError::MigrationFailed {
            from: version,
            name: name.to_owned(),
            message,
        };
        let step = steps
            .iter()
            .find(|step| step.from == version)
            .ok_or_else(|| failed("", "no step for this version".to_owned()))?;
        (step.run)(charter).map_err(|message| failed(step.name, message))?;
    }
    Ok(())
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use serde_json::json;
    use std::collections::BTreeSet;

    #[test]
    fn there_is_exactly_one_named_step_per_old_version() {
        let from: Vec<u32> = MIGRATIONS.iter().map(|step| step.from).collect();
        assert_eq!(from, (1..crate::schema::VERSION).collect::<Vec<_>>());
        let names: BTreeSet<&str> = MIGRATIONS.iter().map(|step| step.name).collect();
        assert_eq!(names.len(), MIGRATIONS.len(), "names are used once");
        assert!(!names.contains(""), "every step has a name");
    }

    fn rename(charter: &mut Value) -> Result<(), String> {
        let map = charter.as_object_mut().ok_or("not an object")?;
        let old = map.remove("old").ok_or("nothing under `old`")?;
        map.insert("new".to_owned(), old);
        Ok(())
    }

    fn wrap(charter: &mut Value) -> Result<(), String> {
        *charter = json!({ "inner": charter.take() });
        Ok(())
    }

    const STEPS: &[Migration] = &[
        Migration {
            from: 1,
            name: "rename-old",
            run: rename,
        },
        Migration {
            from: 2,
            name: "wrap",
            run: wrap,
        },
    ];

    #[test]
    fn steps_run_in_order_from_the_written_version() {
        let mut first = json!({ "old": 1 });
        assert_eq!(migrate(STEPS, 1, 3, &mut first), Ok(()));
        assert_eq!(first, json!({ "inner": { "new": 1 } }));

        let mut second = json!({ "new": 2 });
        assert_eq!(migrate(STEPS, 2, 3, &mut second), Ok(()));
        assert_eq!(second, json!({ "inner": { "new": 2 } }));
    }

    #[test]
    fn a_failing_step_is_named() {
        let mut charter = json!({});
        assert_eq!(
            migrate(STEPS, 1, 3, &mut charter),
            Err(LoadError::MigrationFailed {
                from: 1,
                name: "rename-old".to_owned(),
                message: "nothing under `old`".to_owned(),
            })
        );
    }

    #[test]
    fn a_gap_in_the_list_is_an_error_not_a_silent_skip() {
        let mut charter = json!({});
        assert!(matches!(
            migrate(STEPS, 3, 4, &mut charter),
            Err(LoadError::MigrationFailed { from: 3, .. })
        ));
    }
}
