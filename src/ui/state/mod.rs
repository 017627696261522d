//! What the interface knows. The document is stored once; everything shown is derived from it.
//! Each context is a newtype with the least access that its users need.

mod desk;
mod editor;
mod names;
mod prefs;
mod toast;
mod words;

pub(crate) use desk::{Desk, OpenDraft};
pub(crate) use editor::{Editor, Target};
pub(crate) use names::KnownNames;
pub(crate) use prefs::Prefs;
pub(crate) use toast::Toasts;
pub(crate) use words::{Words, words};
