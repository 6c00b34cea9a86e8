//! The visitor as a plan wants them, and the plan itself.

use crate::browser::clock;
use crate::state::case::Case;
use crate::state::shelf::Books;
use crate::state::trip::{Known, Trip};
use catalogue::matching::{Names, Settings, digital_or_green};
use catalogue::model::{Courses, Occupation, Occupations};
use catalogue::pathways::{self, Input, Person, Plan};
use rules::date::Day;
use rules::eval::Answers;
use rules::program::{Slot, Unit};
use std::sync::Arc;

/// The catalogue's parts that the page reads.
#[derive(Clone, Copy)]
pub struct Shelf {
    /// Occupations and their standards.
    pub occupations: &'static Occupations,
    /// Courses.
    pub courses: &'static Courses,
    /// What levels test.
    pub functions: &'static catalogue::model::Functions,
    /// Weights, clocks, assumptions.
    pub settings: &'static Settings,
    /// For the search.
    pub lexicon: &'static catalogue::search::Lexicon,
}

impl Shelf {
    /// `None`: the page did not ask for them.
    pub fn of(books: &Books) -> Option<Shelf> {
        Some(Shelf {
            occupations: books.occupations()?,
            courses: books.courses()?,
            functions: books.functions()?,
            settings: books.matching()?,
            lexicon: books.lexicon()?,
        })
    }

    /// An occupation by its code.
    pub fn occupation(&self, code: &str) -> Option<(u16, &'static Occupation)> {
        let at = self.occupations.find(code)?;
        Some((at, self.occupations.get(at)?))
    }
}

/// A plan and what it was made for.
#[derive(Clone, PartialEq)]
pub struct Made {
    /// What the address said.
    pub trip: Trip,
    /// The first day.
    pub date: Day,
    /// What was known of the visitor.
    pub answers: Arc<Answers>,
    /// The level to reach.
    pub goal: u8,
    /// The occupation's place in its list.
    pub occupation: u16,
    /// The plan; `None` where the settings don't fit the rules.
    pub plan: Option<Arc<Plan>>,
}

impl Made {
    /// Works it out; `None` while no occupation of the list is chosen.
    pub fn now(
        case: Case,
        shelf: Shelf,
        trip: &Trip,
        date: Day,
        answers: &Arc<Answers>,
    ) -> Option<Made> {
        let (at, occupation) = shelf.occupation(&trip.code)?;
        let goal = goal(trip, occupation);
        let offers = pathways::offers(shelf.courses, at);
        let plan = clock::timed("pathway-plan", || {
            let names = Names::find(shelf.settings, case.pack).ok()?;
            let input = Input {
                person: person(case, &names, trip, date, answers),
                goal,
                offered: pathways::offered(occupation),
                digital_or_green: digital_or_green(occupation),
                offers: &offers,
            };
            pathways::plan(case.pack, shelf.settings, &input).ok()
        });
        Some(Made {
            trip: trip.clone(),
            date,
            answers: Arc::clone(answers),
            goal,
            occupation: at,
            plan: plan.map(Arc::new),
        })
    }
}

/// The level to reach: the one of the address, or the highest that the standards have.
pub fn goal(trip: &Trip, occupation: &Occupation) -> u8 {
    let highest = || pathways::offered(occupation)?.from_lowest().last();
    // Without a standard the plan says so, whatever the level.
    trip.goal.or_else(highest).unwrap_or(1)
}

fn person(case: Case, names: &Names, trip: &Trip, date: Day, answers: &Answers) -> Person {
    let mut person = Person::told(names, date, answers.clone());
    if let (Some(from), Some(_)) = (trip.day(Known::Work), person.works_from)
        && asks_beginning(names, answers)
    {
        person.works_from = Some(from.max(date));
    }
    for (known, day) in &trip.days {
        for slot in slots(case, *known) {
            // A day goes with the years that were answered, or it is not the day any more.
            let years = pathways::person::answer(answers, slot);
            if years == Some(pathways::clock::years_at(*day, date)) {
                person.since.push((slot, *day));
            }
        }
    }
    person
}

/// Whether it matters when work begins: for who plans to.
pub fn asks_beginning(names: &Names, answers: &Answers) -> bool {
    let said = pathways::person::answer(answers, names.working.0);
    said.is_some_and(|said| said != names.working.1 && said != names.not_working.1)
}

/// The questions whose years a day counts.
pub fn slots(case: Case, known: Known) -> Vec<Slot> {
    let ids: &[&str] = match known {
        Known::Certificate => &["years_since_certificate", "years_since_certificate_issued"],
        Known::Trade => &["trade_years"],
        Known::Title => &["years_since_title"],
        Known::Work => &[],
    };
    let slots = ids.iter().filter_map(|id| pack::slot_of(case.pack, id));
    let years = |slot: &Slot| {
        let question = case.pack.questions.get(usize::from(*slot));
        question.is_some_and(|question| question.unit == Unit::Years)
    };
    slots.filter(years).collect()
}
