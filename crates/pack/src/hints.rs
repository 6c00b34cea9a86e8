//! Hints that hold on the day on which one can act on them.
//!
//! The engine changes one answer at a time on the day of application. An answer that one has to
//! wait for comes later: by then a window may have closed or another version be in force.

use rules::date::{Day, add_months};
use rules::eval::{Answers, Evaluator, Hint, Status};
use rules::program::{Change, Unit};

use crate::model::Pack;

/// The hints for an ineligible programme (see [`Evaluator::hints`]), without those that ask one to
/// wait longer than the rules hold: a hint that changes months or years which one waits for is
/// tried again on the day when they have passed, and gives that day's status and amount.
///
/// Other answers are taken as they are now.
pub fn hints(
    pack: &Pack,
    evaluator: &mut Evaluator<'_>,
    date: Day,
    answers: &Answers,
    programme: usize,
) -> Vec<Hint> {
    let found = evaluator.hints(date, answers, programme);
    let kept = found.into_iter().filter_map(|mut hint| {
        let wait = hint
            .changes
            .iter()
            .map(|change| months_to_wait(pack, usize::from(change.slot), change.to - change.from))
            .max()?;
        if wait == 0 {
            return Some(hint);
        }
        let mut then = answers.clone();
        for change in &hint.changes {
            *then.values.get_mut(usize::from(change.slot))? = Some(change.to);
        }
        let evaluation = evaluator.evaluate(add_months(date, wait), &then);
        let outcome = evaluation.outcomes.get(programme)?;
        if !matches!(outcome.status, Status::Eligible | Status::Undetermined) {
            return None;
        }
        hint.status = outcome.status;
        hint.amount = outcome.amount;
        Some(hint)
    });
    kept.collect()
}

/// How many months pass until a fact that one waits for has grown so much; 0 where it is not
/// counted in months or years.
fn months_to_wait(pack: &Pack, slot: usize, by: i64) -> i64 {
    let waits = pack
        .program
        .facts
        .get(slot)
        .is_some_and(|fact| matches!(fact.change, Change::WaitUp));
    match pack.questions.get(slot).map(|question| question.unit) {
        Some(Unit::Months) if waits => by.max(0),
        Some(Unit::Years) if waits => by.max(0).saturating_mul(12),
        _ => 0,
    }
}
