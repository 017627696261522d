//! Inputs for each type of field. All of them read the draft through a memo and write it through
//! the editor's door, and none does anything while a composition is open.

mod choice;
mod dates;
mod numbers;
mod text;
mod typing;

pub(crate) use choice::{BoolInput, EnumInput, MultiInput};
pub(crate) use dates::{DateInput, PeriodInput, TimeInput};
pub(crate) use numbers::{DurationInput, NumberInput, RangeInput};
pub(crate) use text::{LinesInput, TextInput};
pub(crate) use typing::{Typing, is_composing};

use crate::ui::state::Words;
use ops_charter::catalogue::{FieldDef, ui};

/// The example in an empty input, marked as one so that nobody takes it for what is filled in.
fn example(words: Words, def: &'static FieldDef) -> impl Fn() -> String + Copy + Send + Sync {
    move || {
        if def.example.is_none() {
            return String::new();
        }
        format!("{}{}", words.get(ui::form::EXAMPLE), words.get(def.example))
    }
}
