//! Which question to ask next.

use super::evaluator::Evaluator;
use super::types::{Answers, Evaluation, FactSet, NextQuestion};
use crate::date::Day;

impl Evaluator<'_> {
    /// The unanswered questions that can still change a result, most useful first.
    pub fn next_questions(
        &mut self,
        _date: Day,
        _answers: &Answers,
        evaluation: &Evaluation,
    ) -> Vec<NextQuestion> {
        let missing = evaluation
            .outcomes
            .iter()
            .fold(FactSet::EMPTY, |all, o| all.union(o.missing));
        let order = |slot: u16| {
            self.program()
                .facts
                .get(usize::from(slot))
                .map(|fact| fact.order)
        };
        let mut slots: Vec<_> = missing.iter().collect();
        slots.sort_by_key(|&slot| (order(slot), slot));
        let decides = |slot| {
            let outcomes = (0u16..).zip(&evaluation.outcomes);
            outcomes
                .filter(|(_, o)| o.missing.contains(slot))
                .map(|(p, _)| p)
                .collect()
        };
        let question = |slot| NextQuestion {
            slot,
            programmes: decides(slot),
            spread_fen: 0,
        };
        slots.into_iter().map(question).collect()
    }
}
