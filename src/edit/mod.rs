//! Everything that changes a charter, as plain functions. The interface calls these through its
//! one door for edits; none of them fails, and what is typed is never dropped.

mod create;
mod input;
mod paste;
mod raci;
mod refs;
mod rows;
mod structure;
mod style;
mod tray;
mod typed;

pub use create::{add_section, new_charter, take_over};
pub use input::{input_text, parse_input};
pub use paste::{paste_rows, split_lines};
pub use raci::{next_letter, raci_from_duties, toggle_letter};
pub use refs::{Candidate, candidates, create_by_name, dependents, row_label, section_title};
pub use rows::{add_row, duplicate_row, insert_row, move_row, remove_row, set_cell, set_field};
pub use structure::{Group, GroupPlace, groups, hide_section, next_section, rename_section};
pub use style::{set_section_style, set_style};
pub use tray::{TrayPlace, place_tray};
pub use typed::parse_written;
