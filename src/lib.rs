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
pub mod sorted;
