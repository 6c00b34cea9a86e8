//! Staff lists: what each person in a table may claim.
//!
//! Bytes in, results out: no files, no clock, no network. A list is read by [`read`], computed
//! step by step by [`Check`], looked at by [`view::Filter`], and written as CSV or XLSX.
//!
//! Rules, questions and their texts are the pack's; the same evaluator runs as for one person, so
//! a list gives what `bazhu eval` gives for each of its people. An empty cell is an open question
//! and gives a range; it is never "no".

pub mod view;

#[cfg(feature = "engine")]
mod check;
#[cfg(feature = "engine")]
mod columns;
#[cfg(feature = "engine")]
mod list;
#[cfg(feature = "engine")]
mod look;
#[cfg(feature = "engine")]
mod output;
#[cfg(feature = "engine")]
mod scope;
#[cfg(feature = "engine")]
mod template;
#[cfg(feature = "engine")]
mod values;
#[cfg(feature = "engine")]
mod words;

#[cfg(feature = "engine")]
pub use check::{Check, Found};
#[cfg(feature = "engine")]
pub use list::{LIMITS, List, Person, read};
#[cfg(feature = "engine")]
pub use look::said;
#[cfg(feature = "engine")]
pub use output::{csv, xlsx};
#[cfg(feature = "engine")]
pub use scope::{Scope, offered};
#[cfg(feature = "engine")]
pub use template::{EXAMPLE, template};
#[cfg(feature = "engine")]
pub use words::Lang;
