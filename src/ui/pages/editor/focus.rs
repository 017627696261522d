//! Where somebody is writing: found again on the next opening, kept through undo and redo.

use super::opened::View;
use crate::ui::platform::{dom, page};
use crate::ui::state::OpenDraft;
use crate::ui::widgets::is_composing;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use ops_charter::drafts::Cursor;
use ops_charter::model::RowId;

/// Opens the row in which somebody was writing and puts the focus back.
pub(super) fn restore_cursor(draft: OpenDraft) {
    let cursor = draft.cursor.get_untracked();
    draft.editor.open_row.set(cursor.row.clone());
    let place = cursor.row.unwrap_or(cursor.section);
    if let Some(field) = cursor.field {
        dom::focus_soon(&format!("f-{place}-{field}"));
    }
}

/// Notes where somebody is writing, for the next opening.
pub(super) fn follow_cursor(view: View) {
    Effect::new(move |_| {
        let Some(section) = view.current.get() else {
            return;
        };
        let row = view.draft.editor.open_row.get();
        view.draft.cursor.update(|cursor| {
            if cursor.section != section || cursor.row != row {
                *cursor = Cursor {
                    section,
                    row,
                    field: None,
                };
            }
        });
    });
    let focus = page::on_focus(move |id| {
        let Some(rest) = id.strip_prefix("f-") else {
            return;
        };
        let Some((place, field)) = rest.split_once('-') else {
            return;
        };
        view.draft.cursor.update(|cursor| {
            cursor.field = Some(field.to_owned());
            if place != cursor.section.as_str() {
                cursor.row = Some(RowId::from(place));
            }
        });
    });
    StoredValue::new_local(focus);
}

/// Gives the focus back to what had it when a change moves it on the page. What is gone after the
/// change leaves the focus to the form, so that the next key still arrives somewhere.
fn keep_focus(change: impl FnOnce()) {
    let active = || document().active_element();
    let had = active().map(|element| element.id()).unwrap_or_default();
    change();
    request_animation_frame(move || {
        let lost = active().is_none_or(|element| element.tag_name() == "BODY");
        if !lost {
            return;
        }
        if !had.is_empty() {
            dom::focus(&had);
        }
        if active().is_none_or(|element| element.tag_name() == "BODY") {
            dom::focus("main");
        }
    });
}

/// Keys of the whole editor. Nothing happens while a composition is open.
pub(super) fn shortcuts(view: View, event: &KeyboardEvent) {
    if is_composing(event) || !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => keep_focus(|| view.draft.editor.undo()),
        ("z", true) | ("y", false) => keep_focus(|| view.draft.editor.redo()),
        ("s", false) => view.draft.save_now(),
        _ => return,
    }
    event.prevent_default();
}
