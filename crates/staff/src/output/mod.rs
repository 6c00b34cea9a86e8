//! Results as tables to keep: what the page shows, for everybody, with reasons and last days.

mod csv;
mod lines;
mod xlsx;

pub use csv::csv;
pub use xlsx::xlsx;
