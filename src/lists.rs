//! The widgets that list what the catalogue holds, in a frame of another page: a program of its
//! own. It has no rules and no pages, so that it is a third smaller than a first visit to the app.
//!
//! It is made of the app's own files; what it does not call is not in it. See docs/embedding.md
//! and docs/decisions/0007.
#![allow(
    dead_code,
    unused_imports,
    reason = "the app's files, of which this program uses a part"
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
mod browser;
#[cfg(target_arch = "wasm32")]
mod components;
#[cfg(target_arch = "wasm32")]
#[path = "lists/later.rs"]
mod later;
#[cfg(target_arch = "wasm32")]
mod router;
#[cfg(target_arch = "wasm32")]
mod ui;

#[cfg(target_arch = "wasm32")]
#[path = "lists/mod.rs"]
mod lists;
#[cfg(target_arch = "wasm32")]
#[path = "lists/widgets.rs"]
mod widgets;

#[cfg(target_arch = "wasm32")]
fn main() {
    lists::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("the widgets run in a browser: `cargo xtask serve` builds and serves them");
}
