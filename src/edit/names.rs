//! Names that have been used: roles, departments, people, systems, channels. They are suggested
//! wherever such a name is typed, in this file and in the next one. They stay on the device.

use crate::catalogue::ids;
use crate::model::{Charter, Value};
use serde::{Deserialize, Serialize};

/// Names of one sort that are remembered.
const MOST: usize = 100;
/// Longest text that is taken for a name, in characters.
const LONGEST: usize = 24;

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameSort {
    /// A role.
    Role,
    /// A department or team.
    Dept,
    /// A person.
    Person,
    /// A system or tool.
    System,
    /// A channel.
    Channel,
    /// An organisation or a partner.
    Org,
}

impl NameSort {
    /// All sorts.
    pub const ALL: [NameSort; 6] = [
        NameSort::Role,
        NameSort::Dept,
        NameSort::Person,
        NameSort::System,
        NameSort::Channel,
        NameSort::Org,
    ];

    /// `role`, `dept` …
    pub fn id(self) -> &'static str {
        match self {
            NameSort::Role => "role",
            NameSort::Dept => "dept",
            NameSort::Person => "person",
            NameSort::System => "system",
            NameSort::Channel => "channel",
            NameSort::Org => "org",
        }
    }

    /// The sort of an entity kind's names.
    pub fn of_entity(entity: &str) -> Option<NameSort> {
        Some(match entity {
            "role" => NameSort::Role,
            "dept" => NameSort::Dept,
            "person" => NameSort::Person,
            "system" | "tool" => NameSort::System,
            "channel" => NameSort::Channel,
            "partner" => NameSort::Org,
            _ => return None,
        })
    }
}

/// Where names are typed: section, table (empty for the section's own fields), column, sort.
const PLACES: &[(&str, &str, &str, NameSort)] = {
    use NameSort::{Channel, Dept, Org, Person, Role, System};
    use ids::*;
    &[
        (roles_duties::ID, "roles", "name", Role),
        (training_development::ID, "courses", "trainer", Role),
        (knowledge_base::ID, "sessions", "speaker", Person),
        (charter_header::ID, "", "team_name", Dept),
        (cross_dept_interface::ID, "departments", "name", Dept),
        (org_groups::ID, "groups", "name", Dept),
        (people::ID, "people", "name", Person),
        (cross_dept_interface::ID, "departments", "contact", Person),
        (
            cross_dept_interface::ID,
            "interfaces",
            "counterpart",
            Person,
        ),
        (finance_support::ID, "items", "counterpart", Person),
        (hr_support::ID, "items", "counterpart", Person),
        (supply_chain_support::ID, "links", "counterpart", Person),
        (system_maintenance::ID, "systems", "name", System),
        (tools_systems::ID, "tools", "name", System),
        (tools_systems::ID, "tools", "alternative", System),
        (data_pipeline::ID, "sources", "name", System),
        (project_management::ID, "projects", "equipment", System),
        (communication_plan::ID, "channels", "name", Channel),
        (communication_plan::ID, "channels", "record", System),
        (internal_feedback::ID, "channels", "name", Channel),
        (marketing_plan::ID, "campaigns", "channel", Channel),
        (incident_emergency::ID, "contacts", "method", Channel),
        (sign_off::ID, "distribution", "form", Channel),
        (charter_header::ID, "", "org_name", Org),
        (partner_supplier::ID, "partners", "name", Org),
        (risk_register::ID, "risks", "transfer_to", Org),
    ]
};

/// The sort of names that a field takes; the table is empty for a section's own field.
pub fn names_in(section: &str, table: &str, column: &str) -> Option<NameSort> {
    PLACES
        .iter()
        .find(|(s, t, c, _)| (*s, *t, *c) == (section, table, column))
        .map(|(_, _, _, sort)| *sort)
}

/// Names by sort, the last used first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Names(std::collections::BTreeMap<String, Vec<String>>);

impl Names {
    /// All names that stand in a charter.
    pub fn of(charter: &Charter) -> Names {
        let mut names = Names::default();
        for (kind, table, column, sort) in PLACES {
            let Some(section) = charter.section(kind) else {
                continue;
            };
            let rows = section
                .rows(table)
                .iter()
                .filter_map(|row| row.cell(column));
            let own = section.fields.get(*column).filter(|_| table.is_empty());
            for name in rows.chain(own).filter_map(Value::as_text) {
                names.add(*sort, name);
            }
        }
        names
    }

    fn add(&mut self, sort: NameSort, name: &str) {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > LONGEST || name.contains('\n') {
            return;
        }
        let list = self.0.entry(sort.id().to_owned()).or_default();
        if !list.iter().any(|other| other == name) {
            list.push(name.to_owned());
        }
    }

    /// The names of a sort.
    pub fn list(&self, sort: NameSort) -> &[String] {
        self.0.get(sort.id()).map_or(&[], Vec::as_slice)
    }

    /// Puts names used later in front; the oldest are forgotten beyond a hundred of a sort.
    pub fn used(&mut self, later: &Names) {
        for (sort, names) in &later.0 {
            let list = self.0.entry(sort.clone()).or_default();
            list.retain(|name| !names.contains(name));
            list.splice(0..0, names.iter().cloned());
            list.truncate(MOST);
        }
    }

    /// True when nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(Vec::is_empty)
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::catalogue;

    #[test]
    fn every_place_is_a_text_of_the_catalogue() {
        for (section, table, column, _) in PLACES {
            let def = catalogue::section(section).expect("a section");
            let field = match *table {
                "" => def.field(column),
                table => def.table(table).and_then(|table| table.column(column)),
            };
            let field = field.unwrap_or_else(|| panic!("{section}.{table}.{column}"));
            assert_eq!(
                field.kind,
                catalogue::FieldType::Text,
                "{section}.{table}.{column}"
            );
        }
    }

    #[test]
    fn the_last_used_come_first_and_the_oldest_go() {
        let mut known = Names::default();
        for n in 0..MOST {
            known.add(NameSort::Role, &format!("岗位{n}"));
        }
        let mut later = Names::default();
        later.add(NameSort::Role, "岗位7");
        later.add(NameSort::Role, "新岗位");
        known.used(&later);
        let list = known.list(NameSort::Role);
        assert_eq!(list.len(), MOST);
        assert_eq!(list.first().map(String::as_str), Some("岗位7"));
        assert_eq!(list.get(1).map(String::as_str), Some("新岗位"));
        assert_eq!(list.get(2).map(String::as_str), Some("岗位0"));
        assert!(!list.contains(&format!("岗位{}", MOST - 1)));
    }

    #[test]
    fn sentences_are_no_names() {
        let mut names = Names::default();
        names.add(NameSort::Person, " 王 ");
        names.add(NameSort::Person, &"长".repeat(30));
        names.add(NameSort::Person, "");
        assert_eq!(names.list(NameSort::Person), ["王"]);
    }
}
