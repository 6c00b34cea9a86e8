//! Elder mode (docs/elder-mode.md): one screen at a time, read aloud. Their code is fetched when
//! somebody turns it on.

mod aloud;
mod pager;

pub use aloud::aloud;
pub use pager::pager;
