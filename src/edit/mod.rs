//! Everything that changes a charter, as plain functions. The interface calls these through its
//! one door for edits; none of them fails, and what is typed is never dropped.

mod arrange;
mod change;
mod create;
mod custom;
mod input;
mod names;
mod paste;
mod raci;
mod refs;
mod rows;
mod structure;
mod style;
mod tray;
mod typed;

pub use arrange::{
    Arrangement, Chapter, Slot, add_chapter, arrange, can_move, layout, move_chapter, move_section,
    place_section, remove_chapter, rename_chapter, reset_layout,
};
pub use change::{StructureChange, change_structure, plan_change};
pub use create::{add_section, new_charter, take_over};
pub use custom::{
    CUSTOM_TEXT_FIELD, add_column, add_custom, column_field, move_column, paste_custom,
    remove_column, rename_column, retype_column,
};
pub use input::{input_text, parse_input};
pub use names::{NameSort, Names, names_in};
pub use paste::{paste_rows, split_lines};
pub use raci::{next_letter, raci_from_duties, toggle_letter};
pub use refs::{Candidate, candidates, create_by_name, dependents, row_label, section_title};
pub use rows::{add_row, duplicate_row, insert_row, move_row, remove_row, set_cell, set_field};
pub use structure::{
    Group, GroupPlace, groups, hide_section, holds_something, kept, rename_section, show_section,
};
pub use style::{set_section_style, set_style};
pub use tray::{TrayPlace, place_tray};
pub use typed::parse_written;
