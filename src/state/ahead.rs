//! What the answers to the question on screen would give, worked out while it is read.
//!
//! A result is found again by everything that it follows from, so one that is not wanted any
//! more is never taken for another.

use super::scope::Scope;
use rules::date::Day;
use rules::eval::{Answers, Evaluation, NextQuestion};
use std::cell::RefCell;
use std::sync::Arc;

/// Nobody answers before.
pub const WAIT_MS: i32 = 150;

/// One answer is worked out at a time, so that a touch in between is not kept waiting.
pub const APART_MS: i32 = 10;

/// A question with more options has its first ones worked out.
pub const MOST: u8 = 8;

/// The evaluation and the questions that are then open.
pub type Known = (Arc<Evaluation>, Vec<NextQuestion>);

struct Entry {
    scope: Scope,
    day: Day,
    answers: Answers,
    known: Known,
}

thread_local! {
    static KEPT: RefCell<Vec<Entry>> = const { RefCell::new(Vec::new()) };
}

/// What was worked out for exactly this.
pub fn find(scope: Scope, day: Day, answers: &Answers) -> Option<Known> {
    KEPT.with_borrow(|kept| {
        let entry = kept
            .iter()
            .find(|entry| entry.scope == scope && entry.day == day && entry.answers == *answers)?;
        Some(entry.known.clone())
    })
}

/// Keeps a result until [`forget`].
pub fn keep(scope: Scope, day: Day, answers: Answers, known: Known) {
    KEPT.with_borrow_mut(|kept| {
        if kept.len() < 2 * usize::from(MOST) {
            kept.push(Entry {
                scope,
                day,
                answers,
                known,
            });
        }
    });
}

/// Another question is on screen.
pub fn forget() {
    KEPT.with_borrow_mut(Vec::clear);
}
