//! A person as days pass: their answers, and the years that are counted from certain days.

use super::clock::{Clock, years_at};
use super::search::{Level, State};
use crate::matching::Names;
use rules::date::Day;
use rules::eval::Answers;
use rules::program::{Domain, Fact, Slot};

/// Somebody on the first day of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The first day: the answers are those of this day.
    pub date: Day,
    /// What is known.
    pub answers: Answers,
    /// From this day on (the first day, or later) the person works in the trade without a
    /// break; `None`: not at all, so that no years of work pass.
    pub works_from: Option<Day>,
    /// Days that full years are counted from, where they are known: a day of birth for the
    /// age, the day on which one began for the years worked. They go before the answer.
    pub since: Vec<(Slot, Day)>,
}

impl Person {
    /// A person of whom the answers alone are known, who works in the trade from the first day
    /// on unless they answer that they don't and are not going to.
    pub fn told(names: &Names, date: Day, answers: Answers) -> Self {
        let not = answer(&answers, names.not_working.0) == Some(names.not_working.1);
        Self {
            date,
            answers,
            works_from: (!not).then_some(date),
            since: Vec::new(),
        }
    }

    /// The clock of a question that counts years, as the answers give it. A number of full years
    /// leaves open how far the next one has come: with `early` it is taken to be nearly full,
    /// else not to have begun.
    pub fn clock(&self, names: &Names, slot: Slot, early: bool) -> Clock {
        let worked = names.worked.contains(&slot);
        let from = match (worked, self.works_from) {
            (true, None) => None,
            (true, Some(from)) => Some(from.max(self.date)),
            (false, _) => Some(self.date),
        };
        let since = self.since.iter().find(|(known, _)| *known == slot);
        match (since, answer(&self.answers, slot), from) {
            (Some((_, since)), _, Some(from)) => Clock::counted(*since, self.date, from),
            (Some((_, since)), _, None) => Clock::Still(years_at(*since, self.date)),
            (None, Some(years), Some(from)) => Clock::told(years, from, early),
            (None, Some(years), None) => Clock::Still(years),
            (None, None, _) => Clock::Unknown,
        }
    }

    /// The clock of a question that a certificate of `day` has set to 0.
    fn restarted(&self, names: &Names, slot: Slot, day: Day) -> Clock {
        let since = match (names.worked.contains(&slot), self.works_from) {
            (true, None) => return Clock::Still(0),
            (true, Some(from)) => from.max(day),
            (false, _) => day,
        };
        Clock::Running { since, least: 0 }
    }

    /// All clocks of a state on the way.
    pub fn clocks(&self, names: &Names, state: &State, early: bool) -> Vec<(Slot, Clock)> {
        let slots = names.worked.iter().chain(&names.calendar);
        let clocks = slots.map(|&slot| {
            let clock = match state.obtained {
                Some((_, day)) if names.restart.contains(&slot) => self.restarted(names, slot, day),
                _ => self.clock(names, slot, early),
            };
            (slot, clock)
        });
        clocks.collect()
    }

    /// The answers of a day, with what is obtained on the way; clocks as `clock_at` says.
    pub fn answers_on(
        &self,
        names: &Names,
        day: Day,
        obtained: Option<Level>,
        clocks: &[(Slot, Clock)],
        clock_at: impl Fn(&Clock) -> Option<i64>,
        facts: &[Fact],
    ) -> Answers {
        let mut answers = self.answers.clone();
        if let Some(level) = obtained {
            let held = names.held_answers.get(usize::from(level)).copied();
            set(&mut answers, names.held, held);
        }
        if self.works_from.is_some_and(|from| from <= day) {
            set(&mut answers, names.working.0, Some(names.working.1));
        }
        for (slot, clock) in clocks {
            let most = facts.get(usize::from(*slot)).map(most);
            let years = clock_at(clock).zip(most);
            set(
                &mut answers,
                *slot,
                years.map(|(years, most)| years.min(most)),
            );
        }
        answers
    }
}

/// The largest answer to a question that counts.
pub fn most(fact: &Fact) -> i64 {
    match fact.domain {
        Domain::Number { max, .. } => max,
        _ => 0,
    }
}

/// The answer to a question.
pub fn answer(answers: &Answers, slot: Slot) -> Option<i64> {
    answers.values.get(usize::from(slot)).copied().flatten()
}

/// Answers a question, or forgets its answer.
pub fn set(answers: &mut Answers, slot: Slot, value: Option<i64>) {
    if let Some(place) = answers.values.get_mut(usize::from(slot)) {
        *place = value;
    }
}
