//! What would make a person eligible.

use super::evaluator::Evaluator;
use super::types::{Answers, Hint};
use crate::date::Day;

impl Evaluator<'_> {
    /// The smallest changes of answers that would make a person eligible for a programme.
    ///
    /// None unless the programme is ineligible.
    pub fn hints(&mut self, _date: Day, _answers: &Answers, _programme: usize) -> Vec<Hint> {
        Vec::new()
    }

    /// For [`crate::program::Kind::Levels`]: by closed route, what would open it.
    pub fn route_hints(
        &mut self,
        _date: Day,
        _answers: &Answers,
        _programme: usize,
    ) -> Vec<(usize, Vec<Hint>)> {
        Vec::new()
    }
}
