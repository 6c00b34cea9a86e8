//! The only place that touches the browser's interfaces. Whatever a browser may refuse
//! comes back as an `Option` or a `Result`, never as a panic.

pub mod background;
pub mod chance;
pub mod clock;
pub mod device;
pub mod download;
pub mod fetch;
pub mod frame;
pub mod history;
pub mod items;
pub mod json;
pub mod named;
pub mod page;
pub mod position;
pub mod send;
pub mod share;
pub mod speech;
pub mod storage;
pub mod style;
pub mod turn;
pub mod typed;
pub mod worker;

/// The window. There always is one: the app runs nowhere else.
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}
