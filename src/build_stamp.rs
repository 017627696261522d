//! The stamp of this build, compiled into the page and into the worker.

/// Equal in two modules only if they come from the same sources.
/// `cargo xtask` sets it to the version and a hash of all sources; other builds have the version only.
pub const BUILD: &str = match option_env!("OPS_CHARTER_BUILD") {
    Some(stamp) => stamp,
    None => env!("CARGO_PKG_VERSION"),
};
