//! The API: a file for each noun, with its documentation, its handlers and what they check.

pub mod audit;
pub mod courses;
pub mod current;
pub mod enquiries;
pub mod evaluate;
pub mod events;
pub mod feedback;
pub mod health;
pub mod inbox;
pub mod opinions;
pub mod releases;
pub mod stats;

use crate::problem::{Problem, Said};
use crate::request::Query;

/// Reads one of our words for JSON: `"in_progress"`.
fn word<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}

/// One of our words, as JSON has it.
fn worded<T: serde::Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

/// Where a page of a list begins: before this number.
fn before(query: &Query) -> Result<i64, Problem> {
    let before = query.number("before", 1..=i64::MAX)?;
    Ok(before.unwrap_or(i64::MAX))
}

/// What is wrong with a request's fields, gathered.
#[derive(Default)]
struct Wrong(Vec<(String, Said)>);

impl Wrong {
    /// Adds one unless all is well.
    fn unless(&mut self, well: bool, at: &str, zh: &str, en: &str) {
        if !well {
            self.0.push((at.to_owned(), Said::new(zh, en)));
        }
    }

    /// Ends with what was gathered, if anything.
    fn end(self) -> Result<(), Problem> {
        match self.0.is_empty() {
            true => Ok(()),
            false => Err(Problem::fields(self.0)),
        }
    }
}
