//! What can be said about a whole charter: drafts of its opening and closing sections, and the one
//! page for the boss.
//!
//! Drafts rest on what was filled in and on nothing else. A draft is taken by the user; later ones
//! are only offered, with the difference, when the facts have changed.

mod brief;
mod closing;
mod diff;
mod draft;
mod elements;
mod facts;
mod offer;
mod opening;

pub use brief::brief;
pub use diff::{Change, Piece, difference};
pub use offer::{Offer, keep, offers, take};
