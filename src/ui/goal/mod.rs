//! The goal coach: a sentence with its evidence underlined, five letters with reasons, and ways
//! out. Used in the charter's goals and on the page that checks goals alone.
#![allow(
    unreachable_pub,
    reason = "a component's properties are public types whatever the component is"
)]

mod marked;
mod reasons;
mod sentence;

pub(crate) use marked::Marked;
pub(crate) use reasons::{EvidenceKey, Reasons};
pub(crate) use sentence::SentenceBox;

use ops_charter::smart::Letter;

/// The class that draws a letter's evidence.
pub(crate) fn evidence_class(letter: Letter) -> &'static str {
    match letter {
        Letter::S => "ev ev-s",
        Letter::M => "ev ev-m",
        Letter::A => "ev ev-a",
        Letter::R => "ev ev-r",
        Letter::T => "ev ev-t",
    }
}
