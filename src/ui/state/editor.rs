//! The open draft: one signal, one door for edits.

use crate::ui::platform::{clock, ids};
use leptos::prelude::*;
use ops_charter::catalogue::FieldDef;
use ops_charter::drafts::{EditKey, History};
use ops_charter::edit;
use ops_charter::model::{Charter, IdSource, RowId, Section, Value};
use std::borrow::Cow;
use std::sync::Arc;

/// The open draft. Copies share it.
#[derive(Clone, Copy)]
pub(crate) struct Editor {
    charter: RwSignal<Charter>,
    history: StoredValue<History>,
    /// Counts changes; saving watches it.
    pub(crate) changes: RwSignal<u64>,
    /// Steps that can be undone and redone.
    steps: RwSignal<(bool, bool)>,
    /// The open row of each table shows its form; one at a time.
    pub(crate) open_row: RwSignal<Option<RowId>>,
}

impl Editor {
    /// Opens a draft.
    pub(crate) fn new(charter: Charter) -> Editor {
        Editor {
            charter: RwSignal::new(charter),
            history: StoredValue::new(History::default()),
            changes: RwSignal::new(0),
            steps: RwSignal::new((false, false)),
            open_row: RwSignal::new(None),
        }
    }

    /// Reads the draft (tracked).
    pub(crate) fn with<T>(self, read: impl FnOnce(&Charter) -> T) -> T {
        self.charter.with(read)
    }

    /// Reads the draft without tracking.
    pub(crate) fn peek<T>(self, read: impl FnOnce(&Charter) -> T) -> T {
        self.charter.with_untracked(read)
    }

    /// The one door: changes the draft, remembers how it was, marks it as not saved. Edits with
    /// the same key within a second undo together.
    pub(crate) fn edit<T>(
        self,
        key: Option<EditKey>,
        change: impl FnOnce(&mut Charter, &mut dyn IdSource) -> T,
    ) -> T {
        let before = self.charter.get_untracked();
        let mut after = before.clone();
        let result = change(&mut after, &mut ids::new_id);
        if after != before {
            let now = clock::now_ms();
            self.history
                .update_value(|history| history.record(&before, key, now));
            self.put(after);
        }
        result
    }

    fn put(self, charter: Charter) {
        self.charter.set(charter);
        self.steps
            .set(self.history.with_value(|h| (h.can_undo(), h.can_redo())));
        self.changes.update(|count| *count += 1);
    }

    /// Goes on under another draft id, without an undo step.
    pub(crate) fn adopt(self, id: RowId) {
        self.charter.update(|charter| charter.id = id);
        self.changes.update(|count| *count += 1);
    }

    /// Takes back the last step.
    pub(crate) fn undo(self) {
        let now = self.charter.get_untracked();
        let back = self
            .history
            .try_update_value(|history| history.undo(&now))
            .flatten();
        if let Some(charter) = back {
            self.put(charter);
        }
    }

    /// Does the last undone step again.
    pub(crate) fn redo(self) {
        let now = self.charter.get_untracked();
        let forth = self
            .history
            .try_update_value(|history| history.redo(&now))
            .flatten();
        if let Some(charter) = forth {
            self.put(charter);
        }
    }

    /// Whether there is something to undo (tracked).
    pub(crate) fn can_undo(self) -> bool {
        self.steps.get().0
    }

    /// Whether there is something to redo (tracked).
    pub(crate) fn can_redo(self) -> bool {
        self.steps.get().1
    }

    /// A section, shared: equal pointers mean nothing changed in it.
    pub(crate) fn section(self, id: RowId) -> Memo<Option<Arc<Section>>> {
        Memo::new_with_compare(
            move |_| self.with(|c| c.sections.iter().find(|s| s.id == id).cloned()),
            |before, after| match (
                before.and_then(Option::as_ref),
                after.and_then(Option::as_ref),
            ) {
                (Some(a), Some(b)) => !Arc::ptr_eq(a, b),
                (None, None) => before.is_none() != after.is_none(),
                _ => true,
            },
        )
    }
}

/// One field of the draft: of a section, or of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    /// The section.
    pub(crate) section: RowId,
    /// Table and row, for a cell.
    pub(crate) row: Option<(&'static str, RowId)>,
    /// The field's id.
    pub(crate) field: Cow<'static, str>,
}

impl Target {
    /// A field of a section.
    pub(crate) fn field(section: &RowId, field: &'static FieldDef) -> Target {
        Target {
            section: section.clone(),
            row: None,
            field: field.id.into(),
        }
    }

    /// A cell of a row.
    pub(crate) fn cell(
        section: &RowId,
        table: &'static str,
        row: &RowId,
        column: &'static FieldDef,
    ) -> Target {
        Target {
            section: section.clone(),
            row: Some((table, row.clone())),
            field: column.id.into(),
        }
    }

    /// The id of its input on the page, the same as long as the row lives.
    pub(crate) fn dom_id(&self) -> String {
        match &self.row {
            Some((_, row)) => format!("f-{row}-{}", self.field),
            None => format!("f-{}-{}", self.section, self.field),
        }
    }

    /// What it holds in this draft.
    pub(crate) fn read(&self, charter: &Charter) -> Option<Value> {
        let section = charter.section_by_id(&self.section)?;
        match &self.row {
            None => section.fields.get(&*self.field).cloned(),
            Some((table, id)) => {
                let row = section.rows(table).iter().find(|row| row.id == *id)?;
                row.cells.get(&*self.field).cloned()
            }
        }
    }

    /// Sets or clears it.
    pub(crate) fn write(&self, charter: &mut Charter, value: Option<Value>) {
        match &self.row {
            None => edit::set_field(charter, &self.section, &self.field, value),
            Some((table, row)) => {
                edit::set_cell(charter, &self.section, table, row, &self.field, value);
            }
        }
    }

    /// Its value as a memo.
    pub(crate) fn value(&self, editor: Editor) -> Memo<Option<Value>> {
        let target = self.clone();
        Memo::new(move |_| editor.with(|charter| target.read(charter)))
    }

    /// Sets it through the editor's door; typing in it undoes as one step.
    pub(crate) fn set(&self, editor: Editor, value: Option<Value>) {
        let place = self
            .row
            .as_ref()
            .map_or(&self.section, |(_, row)| row)
            .clone();
        let key = EditKey {
            place,
            field: self.field.clone().into_owned(),
        };
        editor.edit(Some(key), |charter, _| self.write(charter, value));
    }
}
