//! The only place that touches the browser.
//!
//! Storage: [`local`] and [`idb`] behind the traits of the drafts, joined in [`storage`]. Around
//! it: time, random ids, files and clipboard, the page's events, and what kind of browser this is.
pub(crate) mod boot;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod crash;
pub(crate) mod dom;
pub(crate) mod embed;
pub(crate) mod events;
pub(crate) mod files;
pub(crate) mod idb;
pub(crate) mod ids;
mod js;
pub(crate) mod local;
pub(crate) mod moment;
pub(crate) mod page;
pub(crate) mod samples;
pub(crate) mod settings;
pub(crate) mod storage;
#[cfg(test)]
mod tests;
pub(crate) mod worker;
