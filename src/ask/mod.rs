//! Asking a colleague: what is open in a section as a short text, and the answers pasted back.

mod parse;
mod questions;
mod use_reply;

pub use parse::{Answer, read_answers};
pub use questions::{MOST, Request, request};
pub use use_reply::{dismiss, receive, remember, reply_change, use_reply};
