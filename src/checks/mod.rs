//! What is missing or wrong in a charter, as a list of findings: never an error, never a block.

mod completeness;

pub use completeness::{Completeness, MissingField, SectionProgress, SectionState, completeness};
