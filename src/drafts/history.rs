//! Undo and redo. A step keeps a charter whose sections are shared, so it costs a few pointers.

use crate::model::{Charter, RowId};
use std::collections::VecDeque;

/// What an edit touched. Edits with the same key that follow each other closely are one step.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EditKey {
    /// Row, or section for a field of its own.
    pub place: RowId,
    /// Field or column.
    pub field: String,
}

#[derive(Clone, Debug)]
struct Typing {
    key: EditKey,
    since_ms: u64,
    last_ms: u64,
}

/// The steps back and forward from the document as it is.
#[derive(Clone, Debug, Default)]
pub struct History {
    back: VecDeque<Charter>,
    forward: Vec<Charter>,
    typing: Option<Typing>,
}

impl History {
    /// Steps that are kept.
    pub const LIMIT: usize = 200;
    /// A longer pause, in milliseconds, begins a new step.
    pub const GAP_MS: u64 = 1_000;
    /// A step never covers more time than this, so that one undo does not take away a paragraph.
    pub const SPAN_MS: u64 = 15_000;

    /// Notes an edit: `before` is the document as it was. Edits without a key are never merged.
    pub fn record(&mut self, before: &Charter, key: Option<EditKey>, now_ms: u64) {
        self.forward.clear();
        let merges = |typing: &Typing| {
            key.as_ref() == Some(&typing.key)
                && now_ms.saturating_sub(typing.last_ms) <= Self::GAP_MS
                && now_ms.saturating_sub(typing.since_ms) <= Self::SPAN_MS
        };
        if let Some(typing) = self.typing.as_mut().filter(|typing| merges(typing)) {
            typing.last_ms = now_ms;
            return;
        }
        self.typing = key.map(|key| Typing {
            key,
            since_ms: now_ms,
            last_ms: now_ms,
        });
        self.back.push_back(before.clone());
        if self.back.len() > Self::LIMIT {
            self.back.pop_front();
        }
    }

    /// The next edit begins a new step, for example because the field was left.
    pub fn close_step(&mut self) {
        self.typing = None;
    }

    /// The document one step back; `current` becomes the step forward.
    pub fn undo(&mut self, current: &Charter) -> Option<Charter> {
        let before = self.back.pop_back()?;
        self.forward.push(current.clone());
        self.typing = None;
        Some(before)
    }

    /// The document one step forward; `current` becomes the step back.
    pub fn redo(&mut self, current: &Charter) -> Option<Charter> {
        let after = self.forward.pop()?;
        self.back.push_back(current.clone());
        self.typing = None;
        Some(after)
    }

    /// Whether there is a step back.
    pub fn can_undo(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a step forward.
    pub fn can_redo(&self) -> bool {
        !self.forward.is_empty()
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::model::Section;
    use std::sync::Arc;

    fn doc(kind: &str) -> Charter {
        Charter {
            kind: kind.to_owned(),
            sections: vec![Arc::new(Section::default())],
            ..Charter::default()
        }
    }

    fn key(field: &str) -> Option<EditKey> {
        Some(EditKey {
            place: "r".into(),
            field: field.to_owned(),
        })
    }

    fn steps(history: &mut History) -> usize {
        let mut count = 0;
        while history.undo(&doc("x")).is_some() {
            count += 1;
        }
        count
    }

    #[test]
    fn back_and_forth() {
        let (a, b, c) = (doc("a"), doc("b"), doc("c"));
        let mut history = History::default();
        history.record(&a, None, 0);
        history.record(&b, None, 0);
        assert_eq!(history.undo(&c), Some(b.clone()));
        assert_eq!(history.undo(&b), Some(a.clone()));
        assert_eq!(history.undo(&a), None);
        assert_eq!(history.redo(&a), Some(b.clone()));
        assert_eq!(history.redo(&b), Some(c.clone()));
        assert_eq!(history.redo(&c), None);
        assert!(history.can_undo() && !history.can_redo());
    }

    #[test]
    fn an_edit_closes_the_way_forward() {
        let mut history = History::default();
        history.record(&doc("a"), None, 0);
        history.undo(&doc("b"));
        assert!(history.can_redo());
        history.record(&doc("a"), None, 1);
        assert!(!history.can_redo());
    }

    #[test]
    fn typing_without_a_pause_is_one_step() {
        let mut history = History::default();
        for at in [0, 900, 1_900, 2_900] {
            history.record(&doc(&at.to_string()), key("name"), at);
        }
        assert_eq!(history.undo(&doc("end")), Some(doc("0")));
        assert_eq!(history.undo(&doc("0")), None);
    }

    #[test]
    fn another_field_a_pause_or_a_long_time_begins_a_step() {
        let mut history = History::default();
        history.record(&doc("0"), key("name"), 0);
        history.record(&doc("1"), key("unit"), 100);
        history.record(&doc("2"), key("unit"), 1_101);
        history.close_step();
        history.record(&doc("3"), key("unit"), 1_102);
        history.record(&doc("4"), None, 1_103);
        history.record(&doc("5"), None, 1_103);
        assert_eq!(steps(&mut history), 6);

        let mut long = History::default();
        for at in (0..=16_000).step_by(500) {
            long.record(&doc("x"), key("name"), at);
        }
        assert_eq!(steps(&mut long), 2);
    }

    #[test]
    fn undoing_ends_a_step_and_old_steps_are_forgotten() {
        let mut history = History::default();
        history.record(&doc("a"), key("name"), 0);
        history.undo(&doc("b"));
        history.record(&doc("a"), key("name"), 10);
        assert_eq!(history.undo(&doc("c")), Some(doc("a")));

        let mut many = History::default();
        for at in 0..(History::LIMIT as u64 + 20) {
            many.record(&doc("x"), None, at);
        }
        assert_eq!(steps(&mut many), History::LIMIT);
    }

    #[test]
    fn sections_are_shared_with_the_step() {
        let before = doc("a");
        let mut history = History::default();
        history.record(&before, None, 0);
        let undone = history.undo(&doc("b")).expect("a step");
        assert!(Arc::ptr_eq(&undone.sections[0], &before.sections[0]));
    }
}
