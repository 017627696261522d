//! Controls used everywhere. One file per widget.
#![allow(
    unreachable_pub,
    reason = "a component's properties are public types whatever the component is"
)]

mod dialog;
mod difference;
mod field;
mod icon;
mod inputs;
mod menu;
mod names;
mod refs;
mod stamps;
mod writing;

pub(crate) use dialog::Dialog;
pub(crate) use difference::Difference;
pub(crate) use field::{Field, input};
pub(crate) use icon::{Icon, IconSheet};
pub(crate) use inputs::{Typing, is_composing};
pub(crate) use menu::{Menu, MenuItem};
pub(crate) use names::NameLists;
pub(crate) use stamps::{LETTER_NAMES, Stamps, in_order, verdict_class, verdict_word};
pub(crate) use writing::{style_name, style_says};
