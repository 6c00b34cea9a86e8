//! A staff list in a worker of the browser: the WebAssembly that `worker.js` runs.
//!
//! It imports nothing, so that it can reach nothing: neither the network nor the page. The worker
//! hands it bytes and takes bytes from it; `crates/staff` does the work.

mod desk;
// Elsewhere its names (`open`, `read`) would take the place of the system's own.
#[cfg(target_arch = "wasm32")]
mod exports;

pub use desk::{Desk, Refused};
