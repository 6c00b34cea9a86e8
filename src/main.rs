//! The Bazhu web app: computes in the browser what a person may claim.
//!
//! What needs no browser (routes, formats, the codec of answers) is compiled and tested
//! natively too; everything else exists only in WebAssembly.
#![cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only the browser's build uses all of it")
)]

mod drawing;
mod format;
mod lang;
mod routes;
mod screens;
mod spoken;
mod state;
mod texts;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod components;
#[cfg(target_arch = "wasm32")]
mod later;
#[cfg(target_arch = "wasm32")]
mod pages;
#[cfg(target_arch = "wasm32")]
mod router;
#[cfg(target_arch = "wasm32")]
mod ui;
#[cfg(target_arch = "wasm32")]
mod widgets;

#[cfg(target_arch = "wasm32")]
fn main() {
    app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("the app runs in a browser: `cargo xtask serve` builds and serves it");
}
