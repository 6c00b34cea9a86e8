//! Lists against the worked cases and against one person after the other.

mod figures;
mod files;
mod support;
mod values;
