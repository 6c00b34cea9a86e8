//! The main pack's grants for a person whose months pass: on which day could one be claimed?

use super::months::full_months;
use super::{Guide, put};
use crate::facts::slot_of;
use crate::model::Pack;
use rules::date::{Day, add_months};
use rules::eval::{Answers, Evaluator, FactSet, Range, Status};

/// A person as the rules see them, with the days from which their months count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// By the main pack's questions, as told on `today`.
    pub answers: Answers,
    /// By [`super::Road::dates`].
    pub dates: Vec<Option<Day>>,
    /// The day on which the answers were told.
    pub today: Day,
}

/// The answers on a later day, if all goes on without a break: a date that is entered answers
/// its question and counts its months; months that were told without a date grow by those that
/// have passed since. Nothing else changes.
pub fn answers_on(guide: &Guide, main: &Pack, person: &Person, day: Day) -> Answers {
    let mut answers = person.answers.clone();
    answers.values.resize(main.program.facts.len(), None);
    for (date, since) in guide.road.dates.iter().zip(&person.dates) {
        if let Some((since, id)) = since.zip(date.question.as_ref()) {
            put(main, &mut answers, id, since);
        }
        for id in &date.counts {
            let told = slot_of(main, id).and_then(|slot| answers.values.get(usize::from(slot)));
            let months = match (since, told.copied().flatten()) {
                (Some(since), _) => full_months(*since, day),
                (None, Some(told)) => told + full_months(person.today, day),
                (None, None) => continue,
            };
            put(main, &mut answers, id, months);
        }
    }
    answers
}

/// A day on which a grant could be claimed, and what it would come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    /// The first such day.
    pub day: Day,
    /// The amount on that day, by that day's rules; `None` where the programme has none.
    pub amount: Option<Range>,
}

/// What lies ahead of a person with a programme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ahead {
    /// The first day on which they are surely eligible.
    pub chance: Option<Chance>,
    /// What is not told and decides what comes of it: the amount on that day, or, where no day is
    /// sure, whether the first that is not ruled out is one. Empty where none is.
    pub missing: FactSet,
}

/// What lies ahead with each of some programmes of the main pack from `today` to `last`, by the
/// rules in hand.
///
/// Only months pass and versions begin, so that it is enough to look at the days on which a
/// month is full or a version begins.
pub fn ahead(
    guide: &Guide,
    main: &Pack,
    evaluator: &mut Evaluator<'_>,
    person: &Person,
    programmes: &[usize],
    last: Day,
) -> Vec<Ahead> {
    let mut all = vec![Ahead::default(); programmes.len()];
    for day in days_of_change(main, person, programmes, last) {
        if all.iter().all(|ahead| ahead.chance.is_some()) {
            break;
        }
        let answers = answers_on(guide, main, person, day);
        let evaluation = evaluator.evaluate(day, &answers);
        let open = programmes.iter().zip(&mut all);
        for (programme, ahead) in open.filter(|(_, ahead)| ahead.chance.is_none()) {
            let Some(outcome) = evaluation.outcomes.get(*programme) else {
                continue;
            };
            match outcome.status {
                Status::Eligible => {
                    let amount = outcome.amount;
                    ahead.chance = Some(Chance { day, amount });
                    ahead.missing = outcome.missing;
                }
                Status::Undetermined if ahead.missing.is_empty() => {
                    ahead.missing = outcome.missing;
                }
                _ => {}
            }
        }
    }
    all
}

/// The days from `today` to `last` on which something may change, in order.
fn days_of_change(main: &Pack, person: &Person, programmes: &[usize], last: Day) -> Vec<Day> {
    let mut days = vec![person.today];
    for begin in person.dates.iter().flatten().chain([&person.today]) {
        let passed = full_months(*begin, person.today);
        let on = |months| add_months(*begin, months);
        let months = (passed..).map(on).take_while(|day| *day <= last);
        days.extend(months);
    }
    for programme in programmes {
        let code = main.program.programmes.get(*programme);
        let versions = code.map_or(&[][..], |code| &code.versions);
        days.extend(versions.iter().filter_map(|version| version.from));
    }
    days.retain(|day| (person.today..=last).contains(day));
    days.sort_unstable();
    days.dedup();
    days
}
