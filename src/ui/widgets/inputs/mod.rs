//! Inputs for each type of field. All of them read the draft through a memo and write it through
//! the editor's door, and none does anything while a composition is open.

mod choice;
mod dates;
mod numbers;
mod text;

pub(crate) use choice::{BoolInput, EnumInput, MultiInput};
pub(crate) use dates::{DateInput, PeriodInput, TimeInput};
pub(crate) use numbers::{DurationInput, NumberInput, RangeInput};
pub(crate) use text::{LinesInput, TextInput};
pub(crate) use typing::{Typing, is_composing};

mod typing;
