//! What stands for a path of a pattern.

use super::build::Builder;
use super::pattern::{Slot, lower_common};
use crate::catalogue::{self, FieldDef, FieldType, Need};
use crate::model::{Lang, Section, Value};
use std::collections::BTreeMap;

impl<'a> Builder<'a> {
    /// What stands for a path of a pattern.
    pub(super) fn slot(
        &self,
        path: &str,
        values: &BTreeMap<String, Value>,
        columns: &'static [FieldDef],
        section: Option<&'a Section>,
    ) -> Slot {
        let (head, rest) = match path.split_once('.') {
            Some((head, rest)) => (head, Some(rest)),
            None => (path, None),
        };
        let Some(column) = columns.iter().find(|column| column.id == head) else {
            return self.rows_slot(head, section);
        };
        let name = self.look.texts.get(column.name).to_owned();
        let required = column.need == Need::Required;
        let label = matches!(column.kind, FieldType::Enum | FieldType::Multi);
        let Some(value) = values.get(head).filter(|value| !value.is_empty()) else {
            return Slot {
                name,
                required,
                label,
                ..Slot::default()
            };
        };
        let Some(rest) = rest else {
            let common = self.common_names(value);
            let text = common.as_ref().map(|(text, _)| text.clone());
            return Slot {
                text: text.unwrap_or_else(|| self.look.text(value, column, values)),
                name,
                required,
                label,
                common: common.is_some_and(|(_, first)| first),
                gone: self.look.partly_gone(value),
                yes: matches!(value, Value::Bool(true)),
            };
        };
        let mut name = name;
        let texts: Vec<String> = value
            .refs()
            .iter()
            .filter_map(|id| self.look.place(id))
            .filter_map(|place| {
                let column = place.table?.column(rest)?;
                name = self.look.texts.get(column.name).to_owned();
                let value = place.row.cell(rest)?;
                Some(self.look.text(value, column, &place.row.cells))
            })
            .collect();
        Slot {
            text: self.look.join(texts.into_iter()),
            name,
            required,
            ..Slot::default()
        }
    }

    /// The names of all rows of a table.
    fn rows_slot(&self, table: &str, section: Option<&'a Section>) -> Slot {
        let Some(section) = section else {
            return Slot::default();
        };
        let rows = self.look.rows_in_use(section, table);
        let name = catalogue::section(&section.kind)
            .and_then(|def| def.table(table))
            .map(|table| self.look.texts.get(table.name).to_owned());
        Slot {
            text: self
                .look
                .join(rows.iter().filter_map(|row| self.look.name(&row.id))),
            name: name.unwrap_or_default(),
            ..Slot::default()
        }
    }

    /// The names of an English reference inside a sentence: posts and measures with a small
    /// letter, departments and tools as they are. Whether the first has changed is said too.
    fn common_names(&self, value: &Value) -> Option<(String, bool)> {
        const COMMON: [&str; 3] = ["roles", "kpis", "goals"];
        let Value::Refs(ids) = value else {
            return None;
        };
        if self.style.lang != Lang::En || self.look.codes {
            return None;
        }
        let mut names: Vec<String> = Vec::new();
        let mut first = false;
        for id in ids {
            let Some(name) = self.look.name(id) else {
                continue;
            };
            let table = self.look.place(id).and_then(|place| place.table);
            let common = table.is_some_and(|table| COMMON.contains(&table.id));
            let lower = lower_common(&name).filter(|_| common);
            first |= names.is_empty() && lower.is_some();
            let name = lower.unwrap_or(name);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        Some((self.look.join_names(names), first))
    }
}
