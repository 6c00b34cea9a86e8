//! Runs `bazhu` as a person would, on a small pack of its own.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test that panics has failed, and says where"
)]

mod batch;
mod diff;
mod diff_packs;
#[cfg(unix)]
mod docs;
mod eval;
mod import;
mod learning;
mod packs;
mod plain;
mod run;
mod search;
mod serve;
