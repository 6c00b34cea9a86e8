//! Tables as people keep them: CSV in several encodings and XLSX in, safe CSV and XLSX out.
//!
//! Bytes in, bytes out: no files, no clock, no network. Whoever wrote a table, reading it ends,
//! takes a bounded amount of memory, and says in both languages what is wrong.

pub mod cells;
mod place;
mod read;
mod table;
mod write;

pub use place::{Place, Problem, Words};
pub use read::{Limits, read};
pub use table::{Row, Table};
pub use write::csv::{BOM, push_text};
pub use write::xlsx::{Book, Cell, Choice, Layout};
