//! Words as words: what makes two texts alike, whatever they are about.

mod similar;

pub use similar::{Features, fold, similarity};
