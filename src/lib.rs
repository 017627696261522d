//! The domain of 运营章程工坊 (Ops Charter Workshop).
#![forbid(unsafe_code)]

pub mod catalogue;
pub mod drafts;
pub mod model;
pub mod outline;
pub mod schema;
pub mod smart;
