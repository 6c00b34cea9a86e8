//! Evaluation over sets of possible values.

mod types;

pub use types::*;
