//! The search index: beside a naive matcher, on hostile queries, through its bytes.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that runs past an end fails, as it should"
)]

mod bytes;
mod hostile;
mod naive;
mod same;
