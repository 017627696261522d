//! 运营章程工坊 (Ops Charter Workshop): write an operations charter, check every goal, hand it in.
//!
//! This library is the domain: values and pure functions over them, without browser, clock or
//! randomness. Start at [`model`] for what a charter is, [`catalogue`] for what it can consist of,
//! and [`edit`] for how it changes. ARCHITECTURE.md has the picture.
//!
//! ```
//! use ops_charter::catalogue::Texts;
//! use ops_charter::export::plain;
//! use ops_charter::model::{Lang, RowId};
//! use ops_charter::{edit, outline};
//!
//! # fn main() -> Result<(), chrono::ParseError> {
//! let today = "2027-01-15".parse()?;
//! let mut count = 0;
//! let mut new_id = || {
//!     count += 1;
//!     RowId(format!("row{count:07}"))
//! };
//! let charter = edit::new_charter("duties_core", Lang::En, today, &mut new_id);
//! let options = outline::Options::of(&charter, today);
//! let document = outline::build(&charter, &Texts::embedded(Lang::En), &options);
//! assert!(plain(&document).contains("V1.0"));
//! # Ok(())
//! # }
//! ```
#![forbid(unsafe_code)]

pub mod ask;
pub mod catalogue;
pub mod checks;
pub mod digest;
pub mod drafts;
pub mod edit;
pub mod export;
pub mod goals;
pub mod guide;
pub mod import;
pub mod model;
pub mod outline;
pub mod samples;
pub mod schema;
pub mod smart;
pub mod sorted;
pub mod text;

// The interface lives in the library because two programs are made of it: the start page and the
// editor. It names the domain as any other user of the library would.
#[cfg(target_arch = "wasm32")]
extern crate self as ops_charter;
#[cfg(target_arch = "wasm32")]
pub mod build_stamp;
#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "the component macro makes public items")]
pub mod ui;
