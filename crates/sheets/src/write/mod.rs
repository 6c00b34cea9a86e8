//! Tables into files that a spreadsheet opens and runs nothing of.

pub(crate) mod csv;
pub(crate) mod xlsx;
mod zip;
