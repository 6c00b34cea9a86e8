//! Many people: one a line in, results in the same order out, on all cores, in constant memory.

mod chunks;
mod csv;
mod pipeline;
mod progress;
mod sheet;
mod worker;

pub use chunks::Chunks;
pub use csv::Columns;
pub use pipeline::pipeline;
pub use progress::{Progress, per_second, thousands};
pub use sheet::Sheet;
pub use worker::{Input, Output, Sums, Worker, has_id};

/// What became of a chunk of lines.
#[derive(Debug, Default)]
pub struct Done {
    /// What to write.
    pub output: Vec<u8>,
    /// Rows that could not be read: line and reason.
    pub bad: Vec<(u64, String)>,
    /// How many people were evaluated.
    pub people: u64,
    /// How many bytes were read.
    pub bytes: u64,
}
