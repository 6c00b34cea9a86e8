//! The only place that touches the browser's interfaces. Whatever a browser may refuse
//! comes back as an `Option` or a `Result`, never as a panic.

pub mod background;
pub mod clock;
pub mod download;
pub mod fetch;
pub mod history;
pub mod page;
pub mod position;
pub mod share;
pub mod storage;
pub mod style;

/// The window. There always is one: the app runs nowhere else.
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}
