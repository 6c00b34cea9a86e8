//! Whether answers lie inside the facts' domains.

use super::types::Answers;
use crate::program::{Domain, Program, Slot};
use core::fmt;

/// An answer that no person can have given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadAnswer {
    /// There are not as many places for answers as there are facts.
    Length {
        /// How many there are.
        given: usize,
        /// How many facts there are.
        facts: usize,
    },
    /// An answer lies outside its fact's domain.
    Outside {
        /// The fact.
        slot: Slot,
        /// The answer.
        value: i64,
    },
}

impl fmt::Display for BadAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { given, facts } => {
                write!(f, "there are {given} answers for {facts} questions")
            }
            Self::Outside { slot, value } => {
                write!(
                    f,
                    "the answer {value} to question {slot} is outside its range"
                )
            }
        }
    }
}

impl core::error::Error for BadAnswer {}

impl Domain {
    /// Whether an answer is one of the domain's values.
    #[must_use]
    pub fn contains(&self, answer: i64) -> bool {
        match *self {
            Self::Bool => (0..2).contains(&answer),
            Self::Options(options) => (0..i64::from(options)).contains(&answer),
            Self::Number { min, max, .. } | Self::Date { min, max } => {
                (min..=max).contains(&answer)
            }
        }
    }
}

impl Answers {
    /// No answers yet.
    #[must_use]
    pub fn none(program: &Program) -> Self {
        Self {
            values: vec![None; program.facts.len()],
        }
    }

    /// Checks that there is a place for each fact and that every answer is in its domain.
    ///
    /// The evaluator takes an answer outside its domain for no answer.
    ///
    /// # Errors
    ///
    /// The first answer that is wrong.
    pub fn check(&self, program: &Program) -> Result<(), BadAnswer> {
        if self.values.len() != program.facts.len() {
            return Err(BadAnswer::Length {
                given: self.values.len(),
                facts: program.facts.len(),
            });
        }
        for ((answer, fact), slot) in self.values.iter().zip(&program.facts).zip(0..) {
            match *answer {
                Some(value) if !fact.domain.contains(value) => {
                    return Err(BadAnswer::Outside { slot, value });
                }
                _ => {}
            }
        }
        Ok(())
    }
}
