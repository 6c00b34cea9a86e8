//! The main pack's grants for a person whose months pass: on which day could one be claimed?

use super::months::full_months;
use super::{Guide, put};
use crate::facts::slot_of;
use crate::model::Pack;
use rules::date::{Day, add_months};
use rules::eval::{Answers, Evaluator, Range, Status};

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

/// For each of some programmes of the main pack the first day from `today` to `last` on which it
/// is surely eligible, by the rules in hand. `None` where there is none, or where it depends on
/// what is not known.
///
/// Only months pass and versions begin, so that it is enough to look at the days on which a
/// month is full or a version begins.
pub fn first_chances(
    guide: &Guide,
    main: &Pack,
    evaluator: &mut Evaluator<'_>,
    person: &Person,
    programmes: &[usize],
    last: Day,
) -> Vec<Option<Chance>> {
    let mut chances = vec![None; programmes.len()];
    for day in days_of_change(main, person, programmes, last) {
        if chances.iter().all(Option::is_some) {
            break;
        }
        let answers = answers_on(guide, main, person, day);
        let evaluation = evaluator.evaluate(day, &answers);
        let open = programmes.iter().zip(&mut chances);
        for (programme, chance) in open.filter(|(_, chance)| chance.is_none()) {
            let outcome = evaluation.outcomes.get(*programme);
            let outcome = outcome.filter(|outcome| outcome.status == Status::Eligible);
            *chance = outcome.map(|outcome| Chance {
                day,
                amount: outcome.amount,
            });
        }
    }
    chances
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
