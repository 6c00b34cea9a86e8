//! Policy packs: the compact form that a browser reads, and (with the feature
//! `source`) the reader and checker of the files that people write.

pub mod calendar;
pub mod changes;
mod check;
mod compact;
pub mod facts;
pub mod guide;
mod hash;
mod hints;
pub mod model;
pub mod similar;
#[cfg(feature = "source")]
pub mod source;

pub use changes::{Change, Changes, ChangesError};
pub use check::check;
pub use compact::{FORMAT, MAGIC, ReadError, read, write};
pub use facts::{Allowed, AnswerError, Wrong, format_answer, parse_answer, slot_of};
pub use hash::Hash;
pub use hints::hints;
pub use model::Pack;
