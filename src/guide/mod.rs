//! What to write next, and what else is worth writing: asked of the charter alone, never a block.

mod hours;
mod recommend;
mod steps;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;

pub use hours::hours_a_day;
pub use recommend::{Fact, Recommendation, decline, need, reason, recommendations};
pub use steps::{Act, Step, next_step, skip, steps};
