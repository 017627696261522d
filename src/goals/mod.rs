//! Between a goal's row in the charter and the SMART check: what the check is told beside the
//! sentence, and how a judged sentence is shown.

mod context;
mod findings;
mod kpi;
mod lines;
mod parts;
mod segments;
mod shown;

pub use context::{assess_row, goal_context};
pub use findings::goal_findings;
pub use kpi::{KpiFigures, kpi_figures};
pub use lines::{goal_lines, replace_goal};
pub use parts::{composed, fill_from_sentence, row_parts, unfilled, unfilled_owner};
pub use segments::{Segment, segments};
pub use shown::{Judged, shown_examples};
