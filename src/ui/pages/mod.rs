//! One page per place of the app.

mod check;
mod editor;
mod paste;
mod start;

pub(crate) use check::CheckPage;
pub(crate) use editor::EditorPage;
pub(crate) use paste::PastePage;
pub(crate) use start::StartPage;
