//! Our search over the benchmark's rows.

mod corpus;
// Natively, such names would take the place of the C library's own.
#[cfg(target_arch = "wasm32")]
mod exports;

pub use corpus::{Asked, Corpus, column};
