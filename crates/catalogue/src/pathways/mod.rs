//! The way from what a person has to a level of an occupation: its steps, each with the first
//! day on which it may be taken and the condition that opens it.

pub mod clock;
pub mod search;
