//! Our engine and the rules by hand behind one interface, so that both are timed alike.

pub mod by_hand;
mod contender;
mod exports;

pub use contender::{ByHand, Contender, FACTS, Figures, OUTPUTS, Ours, UNKNOWN};
