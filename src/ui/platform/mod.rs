//! The only place that touches the browser.
pub(crate) mod crash;
#[allow(dead_code, reason = "first used by the Word export")]
pub(crate) mod worker;
