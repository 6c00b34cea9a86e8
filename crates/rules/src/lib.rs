//! Bazhu's rules: expressions, programmes and their evaluation.
//!
//! No I/O, no clock, no web. Dependencies point here and never from here.
//!
//! - [`feel`] reads FEEL (DMN 1.5): parser with positions and a reference
//!   interpreter over plain values.
//! - [`program`] is the compact, checked form that a browser downloads.
//! - [`compile`] checks types and units and lowers expressions into it.
//! - [`validate`] proves that a compact form can be run, whoever wrote it.
//! - [`eval`] runs it over sets of possible values.
//! - [`order`] sorts in little code.
//! - [`cash`] is the money of a small business month by month.
//! - [`loan`] is the calculator for a loan and its interest subsidy.

pub mod cash;
pub mod compile;
pub mod date;
pub mod eval;
pub mod feel;
pub mod loan;
pub mod order;
pub mod program;
pub mod validate;
