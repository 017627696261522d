//! The only place that touches the browser.
//!
//! Storage: [`local`] and [`idb`] behind the traits of the drafts. Around it: time, random ids,
//! files and clipboard, the page's events, and what kind of browser this is.
pub(crate) mod crash;

#[allow(dead_code, reason = "the pages use these one after the other")]
pub(crate) mod clipboard;
#[allow(dead_code, reason = "the pages use these one after the other")]
pub(crate) mod clock;
#[allow(dead_code, reason = "the pages use these one after the other")]
pub(crate) mod embed;
#[allow(dead_code, reason = "the pages use these one after the other")]
pub(crate) mod events;
#[allow(dead_code, reason = "the pages use these one after the other")]
pub(crate) mod files;
#[allow(dead_code, reason = "the pages use these one after the other")]
pub(crate) mod health;
#[allow(dead_code, reason = "the pages use these one after the other")]
pub(crate) mod idb;
#[allow(dead_code, reason = "the pages use these one after the other")]
pub(crate) mod ids;
mod js;
#[allow(dead_code, reason = "the pages use these one after the other")]
pub(crate) mod local;
#[allow(dead_code, reason = "the pages use these one after the other")]
pub(crate) mod settings;
#[cfg(test)]
mod tests;
#[allow(dead_code, reason = "first used by the Word export")]
pub(crate) mod worker;
