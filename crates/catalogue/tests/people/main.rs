//! People on the ways of the Shanghai pack: against the conditions' own words, and by hand.
#![cfg(test)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, and says where"
)]

mod engine;
mod plans;
mod ranking;
mod settings;
mod support;
