//! Lists against the worked cases and against one person after the other.
#![cfg(test)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, and says where"
)]

mod figures;
mod files;
mod support;
mod values;
