//! Evaluation over sets of possible values.
//!
//! An answered question is one value, an unanswered one its whole domain. The same
//! operations run on both: on plain numbers when everything is known, else on sets.

mod answers;
mod best;
mod components;
mod cuts;
mod evaluator;
mod hints;
mod known;
mod matter;
mod outcome;
mod point;
mod questions;
mod rounding;
mod search;
mod seen;
mod totals;
mod types;
mod value;
mod worlds;

pub use answers::BadAnswer;
pub(crate) use components::components;
pub use evaluator::Evaluator;
pub(crate) use known::Known;
pub use types::*;
pub use value::operands;
pub(crate) use value::{Value, step};
