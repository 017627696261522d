//! Text that is there already becomes a charter: an old draft, minutes, a chat bot's answer, as plain
//! text, Markdown or HTML.
//!
//! Four steps, each a pure function: [`read`] makes blocks of the text, [`Reader::plan`] says what
//! each would become and how sure that is, [`apply()`] writes the plan into a charter, [`report()`]
//! says what a charter of this kind should have and the text lacks. No word is lost on the way:
//! what fits nowhere stays in the charter's tray.

mod apply;
mod block;
mod heading;
mod html;
mod lines;
mod plan;
mod report;
mod rows;
mod steps;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
mod value;

pub use apply::{Applied, apply, charter_from};
pub use block::{Block, Format, read, rich_text, to_text};
pub use heading::{Guess, Headings, Sureness};
pub use plan::{Choices, Content, Heading, HeadingKind, Piece, Place, Plan, Reader};
pub use report::{
    Coverage, JudgedGoal, Matched, Report, Twice, Unmatched, VagueLine, report, suggested_kind,
};
pub use rows::{Around, Cell, Draft};
