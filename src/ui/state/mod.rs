//! What the interface knows. The document is stored once; everything shown is derived from it.
//! Each context is a newtype with the least access that its users need.

mod editor;
mod prefs;
mod toast;
mod words;

pub(crate) use editor::{EditKey, Editor, Target};
pub(crate) use prefs::{Prefs, Theme};
pub(crate) use toast::{Toast, Toasts};
pub(crate) use words::{Words, words};
