//! Between a goal's row in the charter and the SMART check: what the check is told beside the
//! sentence, and how a judged sentence is shown.

mod context;
mod segments;

pub use context::{assess_row, goal_context};
pub use segments::{Segment, segments};
