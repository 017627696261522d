//! One page per place of the app.

mod begin;
mod check;
mod editor;
mod frame;
mod new;
mod paste;
mod start;

pub(crate) use begin::BeginPage;
pub(crate) use check::{CheckPage, CheckText};
pub(crate) use editor::EditorPage;
pub(crate) use new::{NewPage, SamplePage};
pub(crate) use paste::PastePage;
pub(crate) use start::StartPage;
