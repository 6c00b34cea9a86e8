//! The way from what a person has to a level of an occupation: its steps, each with the first
//! day on which it may be taken and the condition that opens it.
//!
//! The conditions are the pack's, asked of the rules engine on the days to come ([`engine`]);
//! [`search`] walks every order of levels. See docs/pathways.md.

pub mod clock;
mod cost;
pub mod engine;
mod occupation;
pub mod person;
mod plan;
pub mod search;
mod what_if;

pub use occupation::{counts_other_years, offered, offers};
pub use person::Person;
pub use plan::{
    Assumption, Cost, Input, Nearer, Offer, Plan, Planned, Verdict, Way, open_from, plan,
};
pub use search::{Level, Route, Step};
