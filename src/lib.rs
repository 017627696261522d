//! The domain of 运营章程工坊 (Ops Charter Workshop).
#![forbid(unsafe_code)]

pub mod catalogue;
pub mod checks;
pub mod drafts;
pub mod edit;
pub mod export;
pub mod goals;
pub mod import;
pub mod model;
pub mod outline;
pub mod samples;
pub mod schema;
pub mod smart;

// The interface lives in the library because two programs are made of it: the start page and the
// editor. It names the domain as any other user of the library would.
#[cfg(target_arch = "wasm32")]
extern crate self as ops_charter;
#[cfg(target_arch = "wasm32")]
pub mod build_stamp;
#[cfg(target_arch = "wasm32")]
pub mod ui;
