//! What the interface knows. The document is stored once; everything shown is derived from it.
//! Each context is a newtype with the least access that its users need.

mod desk;
mod editor;
mod prefs;
mod toast;
mod words;

pub(crate) use desk::{Desk, OpenDraft, title_of};
pub(crate) use editor::{Editor, Target};
pub(crate) use prefs::{Prefs, Theme};
pub(crate) use toast::{Toast, Toasts};
pub(crate) use words::{Words, words};
